"""What to do where two plans together ask too much: leave it, skip the easy one, or move what lies over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final

from attrs import define, evolve, field, frozen

from workout_core.analysis.readings import Readings
from workout_core.languages import gettext
from workout_core.model.bounds import FIRST_DAY
from workout_core.model.plan import Plan, Session, Week
from workout_core.plans.conflicts import RISE, Conflict, ConflictKind, conflicts, is_run
from workout_core.plans.week_totals import DAYS, week_of
from workout_core.plans.words import describe_day, describe_session


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
"""What is settled first, where policies are alike; what moves goes before what is dropped."""


def settled(
    plan: Plan,
    policies: Mapping[ConflictKind, Policy],
    readings: Readings,
    rise: float,
    over: Sequence[str] = ("",),
    *,
    chosen: Collection[str] = (),
) -> tuple[Plan, tuple[Settled, ...]]:
    """Return *plan* after what *policies* say of its conflicts, and in words what was done and what is left.

    A session is never taken away: one that is dropped is skipped, and stays in the plan.

    Args:
        plan: of several plans.
        policies: by kind; others are kept.
        readings: what the workouts ask of the athlete.
        rise: as for :func:`~workout_core.plans.conflicts.conflicts`.
        over: the ids of the plans that lie over others, the lowest first; the plan itself has none.
        chosen: the keys of sessions that stay where they are, and as they are.
    """
    board = _Board.of(plan, readings, rise, over, chosen)
    told: list[Settled] = []
    by_policy = [(policies.get(kind, Policy.KEEP), kind) for kind in ORDER]
    for wanted in (Policy.MOVE, Policy.DROP_EASY, Policy.KEEP):
        for policy, kind in by_policy:
            if policy is wanted:
                told += _settled(board, kind, policy)
    return board.plan(), tuple(told)


def _settled(board: _Board, kind: ConflictKind, policy: Policy) -> Iterator[Settled]:
    """Yield what becomes of the conflicts of one *kind*, until there are no new ones."""
    tried: set[tuple[object, ...]] = set()
    while True:
        new = [each for each in board.conflicts() if each.kind is kind and _mark(each) not in tried]
        if not new:
            return
        for conflict in new:
            if board.has(conflict.sessions):
                tried.add(_mark(conflict))
                yield Settled(conflict, policy, _about(board, conflict, policy))


def _mark(conflict: Conflict) -> tuple[object, ...]:
    """Return what tells *conflict* from others of its kind."""
    return (conflict.day, *(session.key for session in conflict.sessions))


def _about(board: _Board, conflict: Conflict, policy: Policy) -> str:
    """Do what *policy* says about one conflict, and say what was done."""
    if policy is Policy.KEEP:
        return gettext("kept")
    if conflict.kind is ConflictKind.LOAD:
        return _lighten(board, conflict)
    free = [each for each in conflict.sessions if not each.is_race and each.key not in board.chosen]
    if not free:
        return gettext("as it was chosen")
    if policy is Policy.DROP_EASY:
        easy = [session for session in free if not board.readings.is_hard(session)]
        if not easy:
            return gettext("neither is easy: both stay")
        dropped = min(easy, key=lambda each: (board.layer(each), board.readings.load(each)))
        board.put(dropped, skipped=True)
        return gettext("{session} is skipped", session=describe_session(dropped))
    moved = max(reversed(free), key=board.layer)
    day = board.free_day(moved)
    if day is None:
        return gettext("no day of the week is free for {session}: it stays", session=describe_session(moved))
    board.put(moved, day=day)
    return gettext("{session} is moved to {day}", session=describe_session(moved), day=describe_day(day))


def _lighten(board: _Board, conflict: Conflict) -> str:
    """Skip the easiest sessions of a week, those that lie over first, until it is not too much; say which."""
    names: list[str] = []
    week = [each for each in board.week(conflict.day) if not each.skipped]
    load = sum(map(board.readings.load, week))
    easy = [
        each
        for each in week
        if board.readings.load(each) and not board.readings.is_hard(each) and each.key not in board.chosen
    ]
    for session in sorted(easy, key=lambda each: (-board.layer(each), board.readings.load(each), each.key)):
        if load <= conflict.limit:
            break
        board.put(session, skipped=True)
        load -= board.readings.load(session)
        names.append(describe_session(session))
    if not names:
        return gettext("nothing of it is easy: it stays")
    return gettext("skipped: {sessions}", sessions=", ".join(names))


@frozen
class Settling:
    """What to do about each kind of conflict, and by how much a week may ask more than those before."""

    policies: Mapping[ConflictKind, Policy] = field(factory=dict)
    rise: float = RISE

    def of(self, plan: Plan, over: tuple[str, ...], chosen: Collection[str]) -> Plan:
        """Return *plan* after it; what was done about what stands in the weeks' notes for the coach.

        Args:
            plan: of several plans.
            over: the ids of those that lie over others, the lowest first.
            chosen: the keys of sessions that somebody has put where they are.
        """
        made, told = settled(plan, self.policies, Readings(plan.athlete), self.rise, over, chosen=chosen)
        first = made.first_weekday
        notes: dict[date, list[str]] = {}
        for each in told:
            if each.policy is not Policy.KEEP:
                notes.setdefault(week_of(each.conflict.day, first), []).append(str(each))
        named = {week_of(week.start, first): week for week in made.weeks}
        weeks = [
            _noted(named.get(start) or Week(start=max(start, FIRST_DAY)), lines)
            for start, lines in notes.items()
        ]
        others = [week for start, week in named.items() if start not in notes]
        return evolve(made, weeks=(*others, *weeks))


def _noted(week: Week, lines: list[str]) -> Week:
    return evolve(week, coach_note="\n".join(filter(None, (week.coach_note, *lines))))


@define
class _Board:
    """The sessions of a plan as they are being settled, by key and by week."""

    start: Plan
    readings: Readings
    rise: float
    over: Sequence[str]
    chosen: Collection[str]
    sessions: dict[str, Session]
    weeks: dict[date, list[str]]
    found: tuple[Conflict, ...] | None = None

    @classmethod
    def of(
        cls, plan: Plan, readings: Readings, rise: float, over: Sequence[str], chosen: Collection[str]
    ) -> _Board:
        """Lay out *plan*."""
        weeks: dict[date, list[str]] = {}
        for session in plan.sessions:
            weeks.setdefault(week_of(session.day, plan.first_weekday), []).append(session.key)
        sessions = {each.key: each for each in plan.sessions}
        return cls(plan, readings, rise, over, frozenset(chosen), sessions, weeks)

    def plan(self) -> Plan:
        """Return the plan as it is now."""
        return evolve(self.start, sessions=tuple(self.sessions.values()))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the conflicts there are now."""
        if self.found is None:
            self.found = conflicts(self.plan(), self.readings, self.rise)
        return self.found

    def layer(self, session: Session) -> int:
        """Return how high a session lies, from 0."""
        return self.over.index(session.plan) + 1 if session.plan in self.over else 0

    def has(self, sessions: tuple[Session, ...]) -> bool:
        """Tell whether all of *sessions* are still as they were."""
        return all(self.sessions[each.key] is each for each in sessions)

    def put(self, session: Session, **changes: Any) -> None:
        """Change a session."""
        self.sessions[session.key] = evolve(session, **changes)
        self.found = None

    def week(self, start: date) -> list[Session]:
        """Return the sessions of the week from *start* on; what is moved stays in its week."""
        return [self.sessions[key] for key in self.weeks.get(start, ())]

    def free_day(self, session: Session) -> date | None:
        """Return the nearest day of the week on which *session* is alone with its kind, if there is one."""
        first = week_of(session.day, self.start.first_weekday)
        around = [each for week in (-DAYS, 0, DAYS) for each in self.week(first + timedelta(days=week))]
        others = [each for each in around if each is not session and not each.skipped]
        hard = {each.day for each in others if self.readings.is_hard(each)}
        taken = {each.day for each in others if each.is_race or (is_run(session) and is_run(each))}
        days = [first + timedelta(days=number) for number in range(DAYS)]
        for day in sorted(days, key=lambda day: (abs(day - session.day), day)):
            near = {day - timedelta(days=1), day, day + timedelta(days=1)}
            if (
                day != session.day
                and day not in taken
                and not (self.readings.is_hard(session) and hard & near)
            ):
                return day
        return None
