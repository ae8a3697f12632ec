"""Weekdays in documents: as a value, and as keys, in any spelling of :mod:`~workout_core.units.weekdays`."""

from __future__ import annotations

from typing import Final

from workout_core.documents.kinds import Json, Text
from workout_core.documents.source import Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.errors import shown
from workout_core.languages import gettext, gettext_noop
from workout_core.units import WEEKDAY_NAMES, WEEKDAYS, read_weekday, weekday_of, weekday_pattern

WEEKDAY: Final = Text(
    read_weekday,
    lambda weekday: WEEKDAY_NAMES[weekday],
    {"type": "string", "anyOf": [{"pattern": weekday_pattern(number)} for number in range(len(WEEKDAYS))]},
    gettext_noop("a weekday"),
)


def with_weekdays(node: MappingNode, place: Place) -> MappingNode | Failed:
    """Return *node* with every key that is a weekday as ``mon``, as if it were written so.

    FAILED if two of its keys are the same day, which is written down.
    """
    first: dict[str, ScalarNode] = {}
    pairs: list[tuple[ScalarNode, Node]] = []
    for key, value in node.pairs:
        number = weekday_of(key.text)
        if number is None:
            pairs.append((key, value))
            continue
        day = WEEKDAYS[number]
        if other := first.get(day):
            told = gettext(
                "{text} is given twice (as {other} in line {line})",
                text=shown(key.text),
                other=shown(other.text),
                line=other.line,
            )
            return place.key(day).problem(key, told)
        first[day] = key
        pairs.append((key._replace(text=day), value))
    return node._replace(pairs=pairs)


def weekday_keys(kind: dict[str, Json]) -> dict[str, Json]:
    """Return the part of an object's schema that says that its weekdays are of *kind*, in any spelling."""
    return {weekday_pattern(number): kind for number in range(len(WEEKDAYS))}
