"""A plan as it is written, with another goal: that of its race, and of all that is for the same goal."""

from __future__ import annotations

from typing import Final

from workout_core.documents.kinds import Text
from workout_core.documents.scalars import METRES, SECONDS
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import InvalidWorkout
from workout_core.plans.anchors import RaceGoal, is_same_distance
from workout_core.units import write_time

GOAL: Final = "goal"


def with_goal(node: Node, aim: RaceGoal) -> Node:
    """Return the plan *node* with another goal of its race, and of recipes that have the same one.

    So the splits of the race, and whatever else is cooked for it, are for the other goal too. Where the goal
    is that of a race of another distance, the plan stays as it is.
    """
    seconds = aim.seconds
    race = node.get("race") if isinstance(node, MappingNode) else None
    if not isinstance(node, MappingNode) or not isinstance(race, MappingNode):
        return node
    if aim.metres is not None and not is_same_distance(_measured(race.get("distance"), METRES), aim.metres):
        return node
    before = _seconds(race.get(GOAL))
    if before is not None:
        return _replaced(node, before, write_time(seconds))
    if race.get("distance") is None:
        return node
    new = ScalarNode(GOAL, race.line, race.column), ScalarNode(write_time(seconds), race.line, race.column)
    aimed = MappingNode([*race.pairs, new], race.line, race.column)
    pairs = [(key, aimed if value is race else value) for key, value in node.pairs]
    return MappingNode(pairs, node.line, node.column)


def _replaced(node: Node, before: float, text: str) -> Node:
    """Return *node* with *text* for every goal that is *before*."""
    if isinstance(node, SequenceNode):
        return SequenceNode([_replaced(item, before, text) for item in node.items], node.line, node.column)
    if isinstance(node, ScalarNode):
        return node
    pairs = [
        (
            key,
            value._replace(text=text)
            if isinstance(value, ScalarNode) and key.text == GOAL and _seconds(value) == before
            else _replaced(value, before, text),
        )
        for key, value in node.pairs
    ]
    return MappingNode(pairs, node.line, node.column)


def _seconds(node: Node | None) -> float | None:
    return _measured(node, SECONDS)


def _measured(node: Node | None, kind: Text[float]) -> float | None:
    if not isinstance(node, ScalarNode):
        return None
    try:
        return kind.parse(node.text)
    except InvalidWorkout:
        return None
