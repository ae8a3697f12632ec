"""The entries of a day: what is done, when, how long, and by which name it stays the same."""

from __future__ import annotations

import re
from typing import Any, Final

from workout_core.budget import Work
from workout_core.documents.keys import Key, Table
from workout_core.documents.plans.activities import NONE, NamedActivities, read_activity
from workout_core.documents.plans.numbers import LASTS
from workout_core.documents.plans.usual_times import TIME_OR_ALL_DAY
from workout_core.documents.scalars import BOOLEAN, LINE
from workout_core.documents.source import FAILED, Failed, Place, all_or_failed
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.languages import gettext, gettext_noop
from workout_core.model.plan import Event
from workout_core.plans.entries import Entry
from workout_core.plans.weeks import folded

_PART: Final = re.compile(r"(?:warm|cool)[- ]?(?:up|down)\b[^;\n]*", re.IGNORECASE)
WHEN: Final[Table[dict[str, Any]]] = Table(
    gettext_noop("a session"),
    (
        Key(name="at", kind=TIME_OR_ALL_DAY, attribute="at", says="when it starts, or 'all day'"),
        Key(name="lasts", kind=LASTS, attribute="lasts", says="how long it takes in the calendar"),
        Key(
            name="slot", kind=LINE, attribute="slot", default="", says="what identifies it, whatever its day"
        ),
        Key(name="skipped", kind=BOOLEAN, attribute="skipped", default=False, says="left out this time"),
        Key(name="race", kind=BOOLEAN, attribute="race", says="whether the workout is that of a race"),
    ),
    dict,
)
_OF_WHEN: Final = frozenset(key.name for key in WHEN.keys)


def read_day(node: Node, place: Place, named: NamedActivities) -> tuple[Entry, ...] | Failed:
    """Return the entries of a day: one, or a list of several."""
    place.spend(node, Work.ENTRIES, len(node.items) if isinstance(node, SequenceNode) else 1)
    if isinstance(node, SequenceNode):
        if part := next((item for item in node.items if _is_part(item)), None):
            return place.problem(
                part,
                gettext(
                    "are these the steps of one workout? (if so, write them in one: "
                    "'\"warmup 10min; 5km\"'; if not, give this one a name: '{workout: …, steps: …}')"
                ),
            )
        return all_or_failed(
            [read_entry(item, place.index(number), named) for number, item in enumerate(node.items)]
        )
    entry = read_entry(node, place, named)
    return FAILED if entry is FAILED else (entry,)


def read_entry(node: Node, place: Place, named: NamedActivities) -> Entry | Failed:
    """Return one entry; its own keys stand beside those of the workout or the event."""
    when: dict[str, Any] | Failed = {}
    inner = node
    if isinstance(node, MappingNode):
        own = [pair for pair in node.pairs if pair[0].text in _OF_WHEN]
        others = [pair for pair in node.pairs if pair[0].text not in _OF_WHEN]
        when = WHEN.read(MappingNode(own, node.line, node.column), place)
        inner = MappingNode(others, node.line, node.column)
    is_timed = when is not FAILED and when.get("at") is not None
    activity = read_activity(inner, place, named, is_timed=is_timed)
    if when is FAILED or activity is FAILED:
        return FAILED
    if when.get("race") is not None and isinstance(activity.what, Event):
        return place.key("race").problem(node, gettext("is for a workout (an event says 'kind: race')"))
    return Entry(activity=activity, origin=(node, place), **when)


def _is_part(node: Node) -> bool:
    """Tell whether *node* is a warm-up or a cool-down by itself, which is no session of its own."""
    return isinstance(node, ScalarNode) and _PART.fullmatch(node.text.strip()) is not None


def is_nothing(node: Node) -> bool:
    """Tell whether *node* says that a day of the week it is like is left out: ``none``."""
    return isinstance(node, ScalarNode) and folded(node.text) == NONE
