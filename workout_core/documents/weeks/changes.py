"""What was moved, skipped or put off since a plan was written; the weeks stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import singledispatch
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from workout_core.documents.keys import Key, Table
from workout_core.documents.places import FAILED, Place
from workout_core.documents.scalars import DATE, LINE
from workout_core.documents.tree import Mapping, Node, Sequence
from workout_core.documents.weeks.anchor import RACE_SLOT
from workout_core.documents.weeks.kinds import DAYS
from workout_core.documents.weeks.times import TIME_OR_ALL_DAY
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.model.plan import Session

Sessions: TypeAlias = dict[str, Session]
"""The sessions of a plan by their slots."""


@frozen(kw_only=True)
class Move:
    """Put one session on another day, or at another time."""

    slot: str
    to: date
    at: time | str | None = None


@frozen(kw_only=True)
class Skip:
    """Leave one session out this time."""

    slot: str


@frozen(kw_only=True)
class Shift:
    """Put all sessions from a day on so many days off; without a day, all."""

    days: int
    start: date | None = None


@frozen(kw_only=True)
class Pause:
    """Do nothing for so many days; all that comes later is put off by them."""

    start: date
    days: int


Change: TypeAlias = Move | Skip | Shift | Pause


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
    return sessions | {session.slot: evolve(session, day=change.to, at=at)}


@apply.register
def _(change: Skip, sessions: Sessions) -> Sessions:
    session = _called(change.slot, sessions)
    return sessions | {session.slot: evolve(session, skipped=True)}


@apply.register
def _(change: Shift, sessions: Sessions) -> Sessions:
    return {slot: _put_off(session, change.start, change.days) for slot, session in sessions.items()}


@apply.register
def _(change: Pause, sessions: Sessions) -> Sessions:
    return apply(Shift(days=change.days, start=change.start), sessions)


def _put_off(session: Session, start: date | None, days: int) -> Session:
    if session.slot == RACE_SLOT or (start is not None and session.day < start):
        return session
    try:
        return evolve(session, day=session.day + timedelta(days=days))
    except OverflowError:
        raise InvalidWorkout(f"{days} days after {session.day} are beyond all dates") from None


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
        "skip": Table("a skipped session", (evolve(_SLOT, name="skip"),), Skip),
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
    """Return the changes, each with what applies it or says at its place why it cannot be."""
    if not isinstance(node, Sequence):
        return place.problem(
            node, "must be a list of changes (like '{move: 1/mon/strength A, to: 2026-08-04}')"
        )
    read = [_change(item, place.index(number)) for number, item in enumerate(node.items)]
    return FAILED if FAILED in read else tuple(read)


def _change(node: Node, place: Place) -> Any:
    kinds = [name for name in CHANGES if isinstance(node, Mapping) and node.get(name) is not None]
    if len(kinds) != 1:
        return place.problem(node, f"must be one change: {', '.join(CHANGES)}")
    change = CHANGES[kinds[0]].read(node, place)
    return FAILED if change is FAILED else _applied(change, node, place)


def _applied(change: Change, node: Node, place: Place) -> Callable[[Sessions], Any]:
    return lambda sessions: place.attempt(node, lambda: apply(change, sessions))
