"""The units that a workout says of itself: by its key, or by the splits in a line of its steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core.documents.keys import Table
from workout_core.documents.source import Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.model.workout import Item, Workout
from workout_core.units import Units


class SaidItems(tuple[Item, ...]):  # noqa: SLOT001 - a tuple has no room for slots
    """Steps and repeats, and the units that a line among them says that all of it is said in."""

    units: Units | None = None


def joined(groups: Iterable[tuple[Item, ...]]) -> SaidItems:
    """Return all steps of *groups*, in the units of the first that says some."""
    groups = tuple(groups)
    items = SaidItems(item for group in groups for item in group)
    items.units = next(
        (group.units for group in groups if isinstance(group, SaidItems) and group.units), None
    )
    return items


class StepsTable(Table[Workout]):
    """A workout with its steps, whose own units are those of every line in it."""

    def read(self, node: Node, place: Place) -> Workout | Failed:
        """Return the workout."""
        source, before = place.source, place.source.units
        said = node.get("units") if isinstance(node, MappingNode) else None
        if isinstance(said, ScalarNode):
            source.units = next((each for each in Units if each.value == said.text.strip()), before)
        workout = super().read(node, place)
        source.units = before
        return workout


def workout_of(items: tuple[Item, ...], units: Units | None = None, **others: Any) -> Workout:
    """Return the workout of *items*, in the *units* that it says, or else those that its lines say."""
    said = items.units if isinstance(items, SaidItems) else None
    return Workout(items=items, units=units or said, **others)
