"""What is done: a workout by its name in the plan, in lines, by a recipe or from a file; or an event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve

from workout_core.analysis.loading import with_load
from workout_core.analysis.plates import plates_of
from workout_core.analysis.volume import more_of
from workout_core.documents.keys import Key, Table
from workout_core.documents.linked_files import read_beside
from workout_core.documents.plans.sessions import EVENT
from workout_core.documents.recipes import read_cooked
from workout_core.documents.scalars import LINE
from workout_core.documents.source import FAILED, Failed, Place, Source
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.documents.workouts import WORKOUT_KEYS, StepsTable, note_sport, workout_of
from workout_core.errors import listed, shown, suggestion
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.link import Link
from workout_core.model.plan import Event, EventKind
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Workout
from workout_core.notation.parser import read_steps
from workout_core.phrases.titles import named_anew, say_items
from workout_core.plans.entries import Activity, Loads
from workout_core.plans.weeks import folded

FILES: Final = (".yaml", ".yml", ".json")
REST: Final = "rest"
FREE: Final = (REST, "rest day", "off", "day off")
NONE: Final = "none"
"""What a day says in a week that is like another, to leave out what that one has."""
_OF_A_FORMAT: Final = re.compile(r"[^.\s]\.[A-Za-z][A-Za-z0-9]{1,7}\Z")
_DIGIT: Final = re.compile("[0-9\n]")


NamedActivities: TypeAlias = Mapping[str, Activity | Failed]
"""The workouts of a plan by their folded names."""
NOBODY: Final[NamedActivities] = MappingProxyType({})


def read_activity(
    node: Node, place: Place, named: NamedActivities = NOBODY, *, is_timed: bool = False
) -> Activity | Failed:
    """Return the activity that *node* says.

    Args:
        node: a name, lines of steps, or a mapping.
        place: where it is.
        named: the workouts that have names in the plan.
        is_timed: whether it has a time of day of its own.
    """
    if isinstance(node, ScalarNode):
        return _of_text(node, place, named)
    if not isinstance(node, MappingNode):
        return place.problem(node, gettext("must be a workout or an event"))
    if node.get("event") is not None:
        return _of_event(node, place, is_timed=is_timed)
    if node.get("recipe") is not None:
        return _of_recipe(node, place)
    if node.get("steps") is None and (workout := node.get("workout")) is not None:
        return _of_reference(node, workout, place, named)
    return _of_steps(node, place)


def is_file(text: str, source: Source) -> bool:
    """Tell whether *text* is the name of a file, and not lines of steps."""
    if "\n" in text:
        return False
    if text.casefold().endswith(FILES):
        return True
    # the suffix of another format; among words, a file that is there
    return bool(_OF_A_FORMAT.search(text)) and (" " not in text or source.is_there(text))


def _of_text(node: ScalarNode, place: Place, named: NamedActivities) -> Activity | Failed:
    if node.absent:
        return place.problem(node, gettext("is empty (write a workout, 'rest', or leave it out)"))
    name = folded(node.text)
    if name in named:
        return named[name]
    if name in FREE:
        return Activity(what=Event(name="Rest", kind=EventKind.REST), key=REST)
    if is_file(node.text, place.source):
        return _of_file(node, place)
    source, before = place.source, len(place.source.problems)
    if _DIGIT.search(node.text):
        made = _of_lines(node, place)
        if made is not FAILED or not named or not read_steps(node.text, source.exercises).problems:
            return made
        close = source.budget.closest(name, named)
        if not close:
            return made
        del source.problems[before:]
    else:
        close = source.budget.closest(name, named)
    if not named:
        hint = gettext("name it under 'workouts:', or write its steps")
    else:
        hint = suggestion(close, [close]) if close else listed(named)
    return place.problem(
        node, gettext("{text} is not a workout of this plan ({hint})", text=shown(node.text), hint=hint)
    )


def _of_lines(node: ScalarNode, place: Place) -> Activity | Failed:
    """Return the workout that *node* says; lines that were read before say the same, and count as much."""
    source = place.source
    if node.text in source.entries and not node.folded:
        known: Activity = source.entries[node.text][0]
        cost = source.entries[node.text][1]
        for work, amount in cost.items():
            place.key("steps").spend(node, work, amount)
        return known
    steps = MappingNode([(ScalarNode("steps", node.line, node.column), node)], node.line, node.column)
    spent, told = source.budget.spent.copy(), (len(source.problems), len(source.unkept))
    made = _of_steps(steps, place)
    if made is not FAILED and told == (len(source.problems), len(source.unkept)):
        cost = {work: more for work, amount in source.budget.spent.items() if (more := amount - spent[work])}
        source.entries[node.text] = made, cost
    return made


def _of_file(node: ScalarNode, place: Place) -> Activity | Failed:
    document = read_beside(node, place)
    if document is FAILED:
        return FAILED
    if not isinstance(document, Workout):
        an_athlete = gettext_noop("{name} is an athlete, not a workout")
        a_plan = gettext_noop("{name} is a plan, not a workout")
        told = an_athlete if isinstance(document, Athlete) else a_plan
        return place.problem(node, gettext(told, name=shown(node.text)))
    return _of_workout(document, document.id or Path(node.text).stem, place.source)


def _of_workout(workout: Workout, key: str, source: Source) -> Activity:
    """Return *workout* as an activity; more of it has another name where its steps gave it its own."""

    def again(factor: float, loads: Loads) -> Workout:
        more = more_of(workout, factor, source.athlete, source.units) if factor != 1 else workout
        return named_anew(workout, with_load(more, loads, plates_of(source.athlete)))

    return Activity(what=workout, key=key, again=again)


def renamed(activity: Activity, name: str, source: Source) -> Activity:
    """Return *activity* by another *name*."""
    what = evolve(activity.what, name=name)
    return _of_workout(what, name, source) if isinstance(what, Workout) else evolve(activity, what=what)


def _of_reference(
    node: MappingNode, workout: Node, place: Place, named: NamedActivities
) -> Activity | Failed:
    for key, _ in node.pairs:
        if key.text != "workout":
            return place.key(key.text).problem(
                key,
                gettext(
                    "{text} belongs to a workout written here, with 'steps:' or 'recipe:'",
                    text=shown(key.text),
                ),
            )
    return read_activity(workout, place.key("workout"), named)


def _of_event(node: MappingNode, place: Place, *, is_timed: bool) -> Activity | Failed:
    event = EVENT_WORDS.read(node, place)
    if event is FAILED:
        return FAILED
    is_call = is_timed and bool(event.links) and node.get("kind") is None
    event = evolve(event, kind=EventKind.CALL) if is_call else event
    return Activity(what=event, key=event.name)


def _event(url: str = "", links: tuple[Link, ...] = (), **others: Any) -> Event:
    return Event(links=(*((Link(url),) if url else ()), *links), **others)


EVENT_WORDS: Final = Table(
    gettext_noop("an event"),
    (*EVENT.keys, Key(name="url", kind=LINE, attribute="url", default="", says="where it is")),
    _event,
)
_HEAD: Final = (evolve(WORKOUT_KEYS[0], required=False), *WORKOUT_KEYS[1:])


def _of_recipe(node: MappingNode, place: Place) -> Activity | Failed:
    cooked = read_cooked(node, place, _HEAD)
    if cooked is FAILED:
        return FAILED
    name = node.get("workout")
    recipe = node.get("recipe")
    key = name.text if isinstance(name, ScalarNode) else recipe.text if isinstance(recipe, ScalarNode) else ""

    def again(factor: float, loads: Loads) -> Workout:
        more = cooked.again(factor) if factor != 1 else cooked.workout
        return with_load(more, loads, plates_of(place.source.athlete))

    return Activity(what=cooked.workout, key=cooked.workout.id or folded(key), again=again)


def _of_steps(node: MappingNode, place: Place) -> Activity | Failed:
    note_sport(node, place.source)
    workout = _STEPS.read(node, place)
    if workout is FAILED:
        return FAILED
    name = node.get("workout")
    key = name.text if isinstance(name, ScalarNode) else workout.sport.value
    return _of_workout(workout, workout.id or key, place.source)


def _unnamed(items: tuple[Item, ...], name: str = "", **others: Any) -> Workout:
    return workout_of(items, name=name or say_items(items, others.get("sport", Sport.RUNNING)), **others)


_STEPS: Final = StepsTable(gettext_noop("a workout"), _HEAD, _unnamed)
