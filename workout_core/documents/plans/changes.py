"""The keys of changes: what was moved, skipped or put off since a plan was written; the weeks stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.documents.keys import Key, Table
from workout_core.documents.plans.numbers import DAYS
from workout_core.documents.plans.usual_times import TIME_OR_ALL_DAY
from workout_core.documents.scalars import DATE, LINE
from workout_core.documents.source import FAILED, Failed, Place, Source, all_or_failed
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.languages import gettext, gettext_noop
from workout_core.model.plan import Plan
from workout_core.plans.changes import (
    Change,
    Keep,
    Move,
    Pause,
    Shift,
    Skip,
    Swap,
    changed,
    make,
    schedule_of,
)


class WrittenChange(NamedTuple):
    """A change, and where it is written."""

    change: Change
    node: Node
    place: Place


_SLOT: Final = Key(name="", kind=LINE, attribute="slot", required=True, says="the slot of a session")
_FROM: Final = Key(name="from", kind=DATE, attribute="start", says="the first day that is meant")
CHANGES: Final[Mapping[str, Table[Change]]] = MappingProxyType(
    {
        "move": Table(
            gettext_noop("a move"),
            (
                evolve(_SLOT, name="move"),
                Key(name="to", kind=DATE, attribute="to", required=True, says="the new day"),
                Key(name="at", kind=TIME_OR_ALL_DAY, attribute="at", says="the new time"),
            ),
            Move,
        ),
        "swap": Table(
            gettext_noop("a swap"),
            (
                evolve(_SLOT, name="swap"),
                Key(name="with", kind=LINE, attribute="other", required=True, says="the slot of the other"),
            ),
            Swap,
        ),
        "skip": Table(gettext_noop("a skipped session"), (evolve(_SLOT, name="skip"),), Skip),
        "keep": Table(gettext_noop("a session to keep"), (evolve(_SLOT, name="keep"),), Keep),
        "shift": Table(
            gettext_noop("a shift"),
            (Key(name="shift", kind=DAYS, attribute="days", required=True, says="by how many days"), _FROM),
            Shift,
        ),
        "pause": Table(
            gettext_noop("a pause"),
            (
                Key(name="pause", kind=DATE, attribute="start", required=True, says="its first day"),
                Key(name="for", kind=DAYS, attribute="days", required=True, says="how many days"),
            ),
            Pause,
        ),
    }
)


def read_changes(node: Node, place: Place) -> tuple[WrittenChange, ...] | Failed:
    """Return the changes, each with the place where it is written."""
    if not isinstance(node, SequenceNode):
        return place.problem(
            node, gettext("must be a list of changes (like '{move: 1/mon/easy, to: 2026-08-04}')")
        )
    return all_or_failed([_change(item, place.index(number)) for number, item in enumerate(node.items)])


def _change(node: Node, place: Place) -> WrittenChange | Failed:
    kinds = [name for name in CHANGES if isinstance(node, MappingNode) and node.get(name) is not None]
    if len(kinds) != 1:
        return place.problem(node, gettext("must be one change: {kinds}", kinds=", ".join(CHANGES)))
    change = CHANGES[kinds[0]].read(node, place)
    return FAILED if change is FAILED else WrittenChange(change, node, place)


def named_in(changes: Iterable[WrittenChange], plan: Plan) -> frozenset[str]:
    """Return the keys of the sessions of *plan* that *changes* name one by one."""
    schedule = schedule_of(plan)
    return frozenset(schedule.called(name).key for each in changes for name in each.change.named)


def changed_as_written(plan: Plan, changes: Iterable[WrittenChange]) -> Plan | Failed:
    """Return *plan* after *changes*, in their order; FAILED if one cannot be made, which is written down."""
    schedule = schedule_of(plan)
    for each in changes:
        if each.place.attempt(each.node, partial(make, each.change, schedule)) is FAILED:
            return FAILED
    return schedule.plan(plan)


def is_made(change: Mapping[str, str], before: Plan, after: Plan) -> bool:
    """Tell whether *after* is the plan *before* with one more *change*, where nothing else has a say."""
    (kind,) = CHANGES.keys() & change.keys()
    pairs: list[tuple[ScalarNode, Node]] = [
        (ScalarNode(name, 0, 0), ScalarNode(text, 0, 0)) for name, text in change.items()
    ]
    read = CHANGES[kind].read(MappingNode(pairs, 0, 0), Place(Source("", [])))
    if read is FAILED:
        return False
    wanted = {session.key: session for session in changed(before, (read,)).sessions}
    made = {session.key: session for session in after.sessions}
    if not any(session.plan for session in after.sessions):
        return made == wanted
    fields = _TOLD.get(kind, ())
    return all(
        getattr(made[key], name) == getattr(wanted[key], name) for key in read.named for name in fields
    )


_TOLD: Final = MappingProxyType({"move": ("day",), "skip": ("skipped",), "keep": ("skipped",)})
"""What a change says of a session for certain, where plans lie over each other and are settled after it."""
