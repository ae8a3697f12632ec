"""The workouts that have names in a plan: files, steps or recipes, written once and done often."""

from __future__ import annotations

from attrs import evolve

from workout_core.budget import Work
from workout_core.documents.plans.activities import FREE, NONE, is_file, read_activity, renamed
from workout_core.documents.scalars import LINE
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.errors import shown
from workout_core.languages import gettext, gettext_noop
from workout_core.plans.entries import Activity
from workout_core.plans.weeks import folded


def read_named(node: Node, place: Place) -> dict[str, Activity | Failed]:
    """Return the workouts of a plan by their names; FAILED by the names of those that cannot be read."""
    made: dict[str, Activity | Failed] = {}
    if not isinstance(node, MappingNode):
        place.problem(node, gettext("must be workouts by name (like 'strength A: strength-a.yaml')"))
        return made
    place.spend(node, Work.NAMED, len(node.pairs))
    for key, value in node.pairs:
        here, name = place.key(key.text), folded(key.text)
        if not name:
            place.problem(key, gettext("a workout needs a name"))
        elif name in (*FREE, NONE):
            of_rest = gettext_noop("'{name}' is a day of rest, and no workout can be called so")
            of_nothing = gettext_noop("'{name}' is a day without anything, and no workout can be called so")
            here.problem(key, gettext(of_nothing if name == NONE else of_rest, name=name))
        elif name in made:
            made[name] = here.problem(key, gettext("{text} is given twice", text=shown(key.text)))
        elif LINE.read(key, here) is FAILED:
            made[name] = FAILED
        else:
            made[name] = _of_name(key.text, value, here)
    return made


def _of_name(name: str, node: Node, place: Place) -> Activity | Failed:
    """Return what the plan calls *name*: its key stays that name, whatever the workout's own title."""
    if isinstance(node, MappingNode) and not any(key.text == "workout" for key, _ in node.pairs):
        word = ScalarNode(name, node.line, node.column)
        node = MappingNode(
            [(ScalarNode("workout", node.line, node.column), word), *node.pairs], node.line, node.column
        )
    read = read_activity(node, place)
    if read is FAILED:
        return FAILED
    if isinstance(node, ScalarNode) and not is_file(node.text, place.source):
        read = renamed(read, name, place.source)
    return evolve(read, key=name)
