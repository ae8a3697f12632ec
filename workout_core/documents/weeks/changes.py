"""What was moved, skipped or put off since a plan was written; the weeks stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Words
from datetime import date, time, timedelta
from functools import partial, singledispatch
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from workout_core.documents.keys import Key, Table
from workout_core.documents.scalars import DATE, LINE
from workout_core.documents.source import FAILED, Place, Source
from workout_core.documents.tree import Mapping, Node, Scalar, Sequence
from workout_core.documents.weeks.kinds import DAYS
from workout_core.documents.weeks.times import TIME_OR_ALL_DAY
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.model.plan import Plan, Session, Week

Sessions: TypeAlias = dict[str, Session]
"""The sessions of a plan by their slots."""


@frozen(kw_only=True)
class Move:
    """Put one session on another day, or at another time."""

    slot: str
    to: date
    at: time | str | None = None


@frozen(kw_only=True)
class Swap:
    """Do two sessions on each other's days, at each other's times."""

    slot: str
    other: str


@frozen(kw_only=True)
class Skip:
    """Leave one session out this time."""

    slot: str


@frozen(kw_only=True)
class Keep:
    """Do a session after all that was to be left out."""

    slot: str


@frozen(kw_only=True)
class Shift:
    """Put all sessions from a day on so many days off; without a day, all."""

    days: int
    start: date | None = None


@frozen(kw_only=True)
class Pause:
    """Do nothing for so many days: what comes later is put off, or left out where a race has its day."""

    start: date
    days: int

    def __attrs_post_init__(self) -> None:
        if self.days < 1:
            raise InvalidWorkout(f"a pause lasts a day or more: {self.days}")


Change: TypeAlias = Move | Swap | Skip | Keep | Shift | Pause


@singledispatch
def apply(change: Change, sessions: Sessions) -> Sessions:
    """Return *sessions* after *change*.

    Raises:
        InvalidWorkout: there is no such session, or it would leave all dates.
    """
    raise TypeError(change, sessions)


@apply.register
def _(change: Move, sessions: Sessions) -> Sessions:
    session = _called(change.slot, sessions)
    at = session.at if change.at is None else change.at if isinstance(change.at, time) else None
    return sessions | {change.slot: evolve(session, day=change.to, at=at)}


@apply.register
def _(change: Swap, sessions: Sessions) -> Sessions:
    one, other = _called(change.slot, sessions), _called(change.other, sessions)
    return sessions | {
        change.slot: evolve(one, day=other.day, at=other.at),
        change.other: evolve(other, day=one.day, at=one.at),
    }


@apply.register
def _(change: Skip, sessions: Sessions) -> Sessions:
    return sessions | {change.slot: evolve(_called(change.slot, sessions), skipped=True)}


@apply.register
def _(change: Keep, sessions: Sessions) -> Sessions:
    return sessions | {change.slot: evolve(_called(change.slot, sessions), skipped=False)}


@apply.register
def _(change: Shift, sessions: Sessions) -> Sessions:
    return {slot: _put_off(session, change.start, change.days) for slot, session in sessions.items()}


@apply.register
def _(change: Pause, sessions: Sessions) -> Sessions:
    if not _is_before_race(change, sessions):
        return apply(Shift(days=change.days, start=change.start), sessions)
    end = change.start + timedelta(days=change.days)
    return {
        slot: evolve(session, skipped=True)
        if change.start <= session.day < end and not session.is_race
        else session
        for slot, session in sessions.items()
    }


def chosen_in(changes: Iterable[tuple[Change, Node, Place]]) -> frozenset[str]:
    """Return the keys of the sessions that *changes* name one by one."""
    keys: set[str] = set()
    for change, _, _ in changes:
        if isinstance(change, (Move, Skip, Keep)):
            keys.add(change.slot)
        elif isinstance(change, Swap):
            keys |= {change.slot, change.other}
    return frozenset(keys)


def _is_before_race(change: Pause, sessions: Sessions) -> bool:
    """Tell whether a race comes after the first day of a pause, so that nothing can be put off."""
    return any(session.is_race and session.day >= change.start for session in sessions.values())


def _put_off_weeks(change: Change, weeks: tuple[Week, ...], sessions: Sessions) -> tuple[Week, ...]:
    """Return *weeks* after *change*: whole weeks that are put off take their names with them."""
    if not isinstance(change, (Shift, Pause)) or change.days % 7:
        return weeks
    if isinstance(change, Pause) and _is_before_race(change, sessions):
        return weeks
    by = timedelta(days=change.days)
    return tuple(
        evolve(week, start=week.start + by) if change.start is None or week.start >= change.start else week
        for week in weeks
    )


def _put_off(session: Session, start: date | None, days: int) -> Session:
    if session.is_race or (start is not None and session.day < start):
        return session
    return evolve(session, day=session.day + timedelta(days=days))


def _called(slot: str, sessions: Sessions) -> Session:
    if slot not in sessions:
        raise InvalidWorkout(f"{shown(slot)} is not a session of this plan ({suggestion(slot, sessions)})")
    return sessions[slot]


_SLOT: Final = Key(name="", kind=LINE, attribute="slot", required=True, says="the slot of a session")
_FROM: Final = Key(name="from", kind=DATE, attribute="start", says="the first day that is meant")
CHANGES: Final = MappingProxyType(
    {
        "move": Table(
            "a move",
            (
                evolve(_SLOT, name="move"),
                Key(name="to", kind=DATE, attribute="to", required=True, says="the new day"),
                Key(name="at", kind=TIME_OR_ALL_DAY, attribute="at", says="the new time"),
            ),
            Move,
        ),
        "swap": Table(
            "a swap",
            (
                evolve(_SLOT, name="swap"),
                Key(name="with", kind=LINE, attribute="other", required=True, says="the slot of the other"),
            ),
            Swap,
        ),
        "skip": Table("a skipped session", (evolve(_SLOT, name="skip"),), Skip),
        "keep": Table("a session to keep", (evolve(_SLOT, name="keep"),), Keep),
        "shift": Table(
            "a shift",
            (Key(name="shift", kind=DAYS, attribute="days", required=True, says="by how many days"), _FROM),
            Shift,
        ),
        "pause": Table(
            "a pause",
            (
                Key(name="pause", kind=DATE, attribute="start", required=True, says="its first day"),
                Key(name="for", kind=DAYS, attribute="days", required=True, says="how many days"),
            ),
            Pause,
        ),
    }
)


def read_changes(node: Node, place: Place) -> Any:
    """Return the changes, each with the place where it is written."""
    if not isinstance(node, Sequence):
        return place.problem(node, "must be a list of changes (like '{move: 1/mon/easy, to: 2026-08-04}')")
    read = [_change(item, place.index(number)) for number, item in enumerate(node.items)]
    return FAILED if FAILED in read else tuple(read)


def _change(node: Node, place: Place) -> Any:
    kinds = [name for name in CHANGES if isinstance(node, Mapping) and node.get(name) is not None]
    if len(kinds) != 1:
        return place.problem(node, f"must be one change: {', '.join(CHANGES)}")
    change = CHANGES[kinds[0]].read(node, place)
    return FAILED if change is FAILED else (change, node, place)


def is_made(change: Words[str, str], before: Plan, after: Plan) -> bool:
    """Tell whether *after* is the plan *before* with one more *change*, where nothing else has a say."""
    (kind,) = CHANGES.keys() & change.keys()
    node = Mapping([(Scalar(name, 0, 0), Scalar(text, 0, 0)) for name, text in change.items()], 0, 0)
    place = Place(Source("", []))
    read = CHANGES[kind].read(node, place)
    if read is FAILED:
        return False
    wanted = apply(read, {session.key: session for session in before.sessions})
    made = {session.key: session for session in after.sessions}
    if not any(session.plan for session in after.sessions):
        return made == wanted
    fields = _TOLD.get(kind, ())
    named = chosen_in([(read, node, place)])
    return all(getattr(made[key], name) == getattr(wanted[key], name) for key in named for name in fields)


_TOLD: Final = MappingProxyType({"move": ("day",), "skip": ("skipped",), "keep": ("skipped",)})
"""What a change says of a session for certain, where plans lie over each other and are settled after it."""


def applied(
    changes: Iterable[tuple[Change, Node, Place]], sessions: Sessions, weeks: tuple[Week, ...]
) -> tuple[Any, tuple[Week, ...]]:
    """Return *sessions* and *weeks* after *changes*, in their order; FAILED for sessions if one cannot be."""
    made = sessions
    for change, node, place in changes:
        after = place.attempt(node, partial(_after, change, made, weeks))
        if after is FAILED:
            return FAILED, weeks
        made, weeks = after
    return made, weeks


def _after(change: Change, sessions: Sessions, weeks: tuple[Week, ...]) -> tuple[Sessions, tuple[Week, ...]]:
    try:
        return apply(change, sessions), _put_off_weeks(change, weeks, sessions)
    except OverflowError:
        raise InvalidWorkout("leads beyond all dates") from None
