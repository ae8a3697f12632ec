"""What to do where two plans together ask too much: leave it, skip the easy one, or move what lies over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final

from attrs import evolve, frozen

from workout_core.errors import shown
from workout_core.model.plan import Plan, Session
from workout_core.planning.conflicts import Conflict, ConflictKind, conflicts, is_race, is_run
from workout_core.planning.totals import DAYS, Asked, week_of, week_totals


class Policy(Enum):
    """What to do about one kind of conflict; the value is the word documents use.

    To drop the easy one skips it; where both are easy, it skips the one that lies below, and where both are
    hard, none. To move puts the one that lies over on the nearest day of its week that has room.
    """

    KEEP = "keep"
    DROP_EASY = "drop easy"
    MOVE = "move"


@frozen
class Settled:
    """A *conflict*, the *policy* about it, and *what* was done."""

    conflict: Conflict
    policy: Policy
    what: str

    def __str__(self) -> str:
        """Say all of it."""
        return f"{self.conflict} ({self.what})"


ORDER: Final = (
    ConflictKind.RACE_DAY,
    ConflictKind.HARD_SESSIONS,
    ConflictKind.TWO_RUNS,
    ConflictKind.HARD_DAYS,
    ConflictKind.LOAD,
)
"""What is settled first: later kinds may be gone by then."""


def settled(
    plan: Plan,
    policies: Mapping[ConflictKind, Policy],
    asked: Asked,
    rise: float,
    over: Collection[str] = ("",),
) -> tuple[Plan, tuple[Settled, ...]]:
    """Return *plan* after what *policies* say of its conflicts, and in words what was done and what is left.

    A session is never taken away: one that is dropped is skipped, and stays in the plan.

    Args:
        plan: of several plans.
        policies: by kind; others are kept.
        asked: what the workouts ask of the athlete.
        rise: as for :func:`~workout_core.planning.conflicts.conflicts`.
        over: the ids of the plans that lie over the others, whose sessions move; the plan itself has none.
    """
    told: list[Settled] = []
    for kind in ORDER:
        policy = policies.get(kind, Policy.KEEP)
        tried: set[str] = set()
        while conflict := _next(plan, kind, asked, rise, tried):
            tried.add(str(conflict))
            plan, what = _about(plan, conflict, policy, asked, over)
            told.append(Settled(conflict, policy, what))
    return plan, tuple(told)


def _next(plan: Plan, kind: ConflictKind, asked: Asked, rise: float, tried: set[str]) -> Conflict | None:
    found = (each for each in conflicts(plan, asked, rise) if each.kind is kind)
    return next((each for each in found if str(each) not in tried), None)


def _about(
    plan: Plan, conflict: Conflict, policy: Policy, asked: Asked, over: Collection[str]
) -> tuple[Plan, str]:
    """Return *plan* after *policy* about one conflict, and what was done."""
    if policy is Policy.KEEP:
        return plan, "kept"
    if conflict.kind is ConflictKind.LOAD:
        return _lightened(plan, conflict, asked, over)
    free = [session for session in conflict.sessions if not is_race(session)]
    if policy is Policy.DROP_EASY:
        easy = [session for session in free if not asked.is_hard(session)]
        if not easy:
            return plan, "neither is easy: both stay"
        dropped = min(easy, key=lambda each: (each.plan in over, asked.load(each)))
        return _with(plan, dropped, skipped=True), f"{shown(dropped.name)} is skipped"
    moved = next((session for session in reversed(free) if session.plan in over), free[-1])
    day = _free_day(plan, moved, asked)
    if day is None:
        return plan, f"no day of the week is free for {shown(moved.name)}: it stays"
    return _with(plan, moved, day=day), f"{shown(moved.name)} is moved to {day:%a} {day}"


def _with(plan: Plan, session: Session, **changes: Any) -> Plan:
    return evolve(
        plan,
        sessions=tuple(evolve(each, **changes) if each is session else each for each in plan.sessions),
    )


def _free_day(plan: Plan, session: Session, asked: Asked) -> date | None:
    """Return the nearest day of the week on which *session* is alone with its kind, if there is one."""
    others = [each for each in plan.sessions if each is not session and not each.skipped]
    hard = {each.day for each in others if asked.is_hard(each)}
    taken = {each.day for each in others if is_race(each) or (is_run(session) and is_run(each))}
    first = week_of(session.day)
    days = [first + timedelta(days=number) for number in range(DAYS)]
    for day in sorted(days, key=lambda day: (abs(day - session.day), day)):
        around = {day - timedelta(days=1), day, day + timedelta(days=1)}
        if day != session.day and day not in taken and not (asked.is_hard(session) and hard & around):
            return day
    return None


def _lightened(plan: Plan, conflict: Conflict, asked: Asked, over: Collection[str]) -> tuple[Plan, str]:
    """Return *plan* with the easiest sessions of a week skipped, those that lie over first, until it fits."""
    names: list[str] = []
    for session in _easiest(plan, conflict.day, asked, over):
        week = next(week for week in week_totals(plan, asked) if week.start == conflict.day)
        if week.load <= conflict.limit:
            break
        plan = _with(plan, next(each for each in plan.sessions if each == session), skipped=True)
        names.append(shown(session.name))
    return plan, f"skipped: {', '.join(names)}" if names else "nothing of it is easy: it stays"


def _easiest(plan: Plan, start: date, asked: Asked, over: Collection[str]) -> Iterator[Session]:
    week = [
        session
        for session in plan.sessions
        if week_of(session.day) == start
        and not session.skipped
        and asked.load(session)
        and not asked.is_hard(session)
    ]
    yield from sorted(week, key=lambda session: (session.plan not in over, asked.load(session), session.key))
