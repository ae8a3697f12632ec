"""The keys of a workout: one table from which documents are read, written and described."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from workout_core.budget import Work
from workout_core.documents.durations import DURATION, Passes, TimesOrUntil
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, ListOf, Text
from workout_core.documents.links import LINKS
from workout_core.documents.loads import LOAD
from workout_core.documents.races import RACE
from workout_core.documents.scalars import (
    BOOLEAN,
    LINE,
    LINES,
    METRES,
    SECONDS,
    TOLERANCE,
    UNITS,
)
from workout_core.documents.source import FAILED, Failed, Place, Source, StepsPlace, Unkept, all_or_failed
from workout_core.documents.targets import TARGET
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.documents.words import EQUIPMENT, INTENSITY, SPORT, STROKE
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Until
from workout_core.model.exercise import Exercise
from workout_core.model.paths import item_path
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.notation.parser import read_steps
from workout_core.notation.result import Spot
from workout_core.units import Units, is_in_yards

FORMAT: Final = 1


def _format(text: str) -> int:
    if text != str(FORMAT):
        raise InvalidWorkout(gettext("format {text} is not one this version reads (1)", text=shown(text)))
    return FORMAT


EXERCISE: Final = Table(
    gettext_noop("an exercise"),
    (
        Key(name="name", kind=LINE, attribute="name", required=True, says="what a coach calls it"),
        Key(name="load", kind=LOAD, attribute="load", says="how heavy"),
        Key(name="per_side", kind=BOOLEAN, attribute="per_side", default=False, says="for each side"),
        Key(name="tempo", kind=LINE, attribute="tempo", default="", says="lower-pause-lift, in seconds"),
    ),
    Exercise,
)
STEP: Final = Table(
    gettext_noop("a step"),
    (
        Key(name="intensity", kind=INTENSITY, attribute="intensity", default=Intensity.WORK, says="its part"),
        Key(name="name", kind=LINE, attribute="name", default="", says="a short name"),
        Key(name="duration", kind=DURATION, attribute="duration", required=True, says="how long"),
        Key(name="target", kind=TARGET, attribute="target", says="what to hold"),
        Key(name="second_target", kind=TARGET, attribute="second_target", says="what else to hold"),
        Key(name="stroke", kind=STROKE, attribute="stroke", says="how to swim"),
        Key(name="equipment", kind=EQUIPMENT, attribute="equipment", says="what with"),
        Key(name="exercise", kind=EXERCISE, attribute="exercise", says="the movement"),
        Key(name="cue", kind=LINES, attribute="cue", default="", says="what to tell the athlete"),
    ),
    Step,
)


class Items(tuple[Item, ...]):  # noqa: SLOT001 - a tuple has no room for slots
    """Steps and repeats, the units that a line among them says that all of it is said in, and their spots."""

    units: Units | None = None
    spots: tuple[Spot, ...] = ()


class _Items:
    """Steps: the notation as a text, or a list of steps, repeats and lines of notation."""

    def read(self, node: Node, place: Place) -> tuple[Item, ...] | Failed:
        """Return a tuple of steps and repeats."""
        if isinstance(node, ScalarNode):
            items = self._notation(node, place)
            if items is not FAILED:
                place.source.steps.append(StepsPlace(place.path, node, items.spots))
            return items
        if not isinstance(node, SequenceNode):
            return place.problem(node, gettext("must be steps: lines of notation, or a list"))
        if not node.items:
            return place.problem(node, gettext("there is no step (like '10min @ easy')"))
        place.spend(node, Work.PARTS, len(node.items))
        made: list[tuple[Item, ...] | Failed] = []
        first = 0
        for number, item in enumerate(node.items):
            group = self._listed(item, place, number, first)
            made.append(group)
            first += 0 if group is FAILED else len(group)
        groups = all_or_failed(made)
        return FAILED if groups is FAILED else _joined(groups)

    def _listed(self, node: Node, place: Place, number: int, first: int) -> tuple[Item, ...] | Failed:
        """Read item *number* of a list, whose first step is the step *first* of all, and note where it is."""
        here, steps = place.index(number), place.source.steps
        before = len(steps)
        group = self._item(node, here)
        if number != first:  # a line above has made several steps
            own = item_path(place.path, first)
            steps[before:] = [
                each._replace(path=own + each.path[len(here.path) :]) for each in steps[before:]
            ]
        if group is not FAILED:
            spots = group.spots if isinstance(group, Items) else (Spot(0),)
            steps.append(StepsPlace(place.path, node, spots, first))
        return group

    def _item(self, node: Node, place: Place) -> tuple[Item, ...] | Failed:
        if isinstance(node, ScalarNode):
            return self._notation(node, place)
        table = REPEAT if isinstance(node, MappingNode) and node.get("repeat") is not None else STEP
        item = table.read(node, place)
        return FAILED if item is FAILED else (item,)

    @staticmethod
    def _notation(node: ScalarNode, place: Place) -> Items | Failed:
        if node.absent:
            return place.problem(node, gettext("is empty (write a step, or leave it out)"))
        if node.folded:
            return place.problem(
                node, gettext("these lines are one to YAML (write 'steps: |' to keep a step a line)")
            )
        source = place.source
        read = read_steps(
            node.text,
            source.exercises,
            source.budget,
            source.units,
            in_water=source.in_water,
            in_yards=source.in_yards,
        )
        if read.problems:
            return place.problems_inside(node, read.problems)
        for kind, offsets in ((Unkept.STEPS, read.generators), (Unkept.COMMENT, read.comments)):
            place.not_kept(node, kind, offsets)
        items = Items(read.items)
        items.units, items.spots = read.units, read.spots
        return items

    def write(self, value: tuple[Item, ...]) -> Json:
        """Return the list of steps and repeats."""
        return [REPEAT.write(item) if isinstance(item, Repeat) else STEP.write(item) for item in value]

    def schema(self) -> dict[str, Json]:
        """Refer to the shared definition; steps hold steps."""
        return {"$ref": "#/$defs/steps"}


def _joined(groups: Iterable[tuple[Item, ...]]) -> Items:
    """Return all steps of *groups*, in the units of the first that says some."""
    groups = tuple(groups)
    items = Items(item for group in groups for item in group)
    items.units = next((group.units for group in groups if isinstance(group, Items) and group.units), None)
    return items


ITEMS: Final = _Items()


def _repeat(times: Passes | Until, items: tuple[Item, ...], **others: Any) -> Repeat:
    often: dict[str, Any] = times._asdict() if isinstance(times, Passes) else {"until": times}
    return Repeat(items=items, **often, **others)


class _RepeatTable(Table[Repeat]):
    """A repeat keeps its number of times and its until apart; documents hold one of them in one key."""

    def write(self, value: Repeat) -> Json:
        """Return an object with ``repeat`` first."""
        often = Passes(value.times or 1, value.most) if value.until is None else value.until
        written = {"repeat": _TIMES.write(often)}
        for key in self.keys:
            if not key.required and (inner := getattr(value, key.attribute)) != key.default:
                written[key.name] = key.kind.write(inner)
        return written | {"steps": ITEMS.write(value.items)}


_TIMES: Final = TimesOrUntil()
REPEAT: Final = _RepeatTable(
    gettext_noop("a repeat"),
    (
        Key(name="repeat", kind=_TIMES, attribute="times", required=True, says="how often"),
        Key(
            name="skip_last_rest", kind=BOOLEAN, attribute="skip_last_rest", default=False, says="at its end"
        ),
        Key(name="every", kind=SECONDS, attribute="every", says="from the start of a pass to the next: EMOM"),
        Key(name="cap", kind=SECONDS, attribute="cap", says="for time, as fast as possible within so long"),
        Key(name="steps", kind=ITEMS, attribute="items", required=True, says="what to repeat"),
    ),
    _repeat,
)
FORMAT_KEY: Final = Text(_format, int, {"const": FORMAT}, gettext_noop("the number 1"))
WORKOUT_KEYS: Final = (
    Key(name="workout", kind=LINE, attribute="name", required=True, says="what people call it"),
    Key(
        name="id", kind=LINE, attribute="id", default="", says="what keeps it the same when its name changes"
    ),
    Key(
        name="sport",
        kind=SPORT,
        attribute="sport",
        default=Sport.RUNNING,
        always=True,
        says="running when left out",
    ),
    Key(name="description", kind=LINES, attribute="description", default="", says="what it is for"),
    Key(name="tags", kind=ListOf(LINE), attribute="tags", default=(), says="words to find it by"),
    Key(name="links", kind=LINKS, attribute="links", default=(), says="what to read, watch or listen to"),
    Key(name="pool_length", kind=METRES, attribute="pool_length", says="for pool swimming"),
    Key(name="units", kind=UNITS, attribute="units", says="whoever reads it; else the athlete's own"),
    Key(name="tolerance", kind=TOLERANCE, attribute="tolerance", says="of named paces; the athlete's, or 5s"),
    Key(name="goal", kind=RACE, attribute="goal", says="the race that 'goal pace' is of"),
    Key(name="steps", kind=ITEMS, attribute="items", required=True, says="the notation, or a list"),
)


def note_sport(node: Node, source: Source) -> None:
    """Tell the steps of the workout *node* whether they are swum, wherever its sport stands."""
    sport = node.get("sport") if isinstance(node, MappingNode) else None
    meant = SPORT.words.get(SPORT.word(sport)) if isinstance(sport, ScalarNode) else None
    source.in_water = meant is not None and meant.in_water
    pool = node.get("pool_length") if meant is Sport.POOL_SWIMMING and isinstance(node, MappingNode) else None
    source.in_yards = isinstance(pool, ScalarNode) and _is_in_yards(pool.text)


def _is_in_yards(length: str) -> bool:
    """Tell whether the *length* of a pool is in yards; one that cannot be read is told elsewhere."""
    try:
        return is_in_yards(METRES.parse(length))
    except InvalidWorkout:
        return False


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
    said = items.units if isinstance(items, Items) else None
    return Workout(items=items, units=units or said, **others)


class _WorkoutTable(StepsTable):
    """A workout with its steps, or with a recipe that writes them."""

    def read(self, node: Node, place: Place) -> Workout | Failed:
        """Return the workout."""
        if isinstance(node, MappingNode) and node.get("recipe") is not None:
            from workout_core.documents.recipes import read_recipe  # noqa: PLC0415 - only who cooks pays

            return read_recipe(node, place, WORKOUT_KEYS)
        note_sport(node, place.source)
        return super().read(node, place)

    def schema(self) -> dict[str, Json]:
        """Refer to the shared definition, which has an alternative for each recipe."""
        return {"$ref": "#/$defs/workout"}

    def with_steps(self) -> dict[str, Json]:
        """Describe a workout with its steps."""
        return super().schema()


WORKOUT: Final = _WorkoutTable(gettext_noop("a workout"), WORKOUT_KEYS, workout_of)
