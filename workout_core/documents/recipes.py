"""A workout that a recipe writes: the recipe's own parameters stand beside the keys of any workout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, frozen

from workout_core.documents.courses import COURSE_FILE
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Kind, PairsOf, Text
from workout_core.documents.places import FAILED, Place
from workout_core.documents.scalars import (
    BOOLEAN,
    COUNT,
    LINE,
    METRES,
    NUMBER,
    NUMBER_OR_TEXT,
    SECONDS,
    SPEED,
)
from workout_core.documents.tree import Mapping as MappingNode
from workout_core.documents.tree import Node, Scalar, Sequence
from workout_core.errors import PluginError, UnknownFormat
from workout_core.model.workout import Workout
from workout_core.recipes import measures
from workout_core.recipes.measures import Measure
from workout_core.recipes.parameters import Parameter
from workout_core.recipes.recipe import Recipe
from workout_core.units import read_distance

_NOT_OF_RECIPES: Final = frozenset({"steps"})


@frozen
class _Many:
    """Several values of one measure: a list, or a text with commas."""

    measure: Measure

    def read(self, node: Node, place: Place) -> Any:
        """Return a tuple."""
        if isinstance(node, Sequence):
            parts = [self._part(item, place.index(number)) for number, item in enumerate(node.items)]
            return FAILED if FAILED in parts else tuple(each for part in parts for each in part)
        return self._part(node, place)

    def _part(self, node: Node, place: Place) -> Any:
        if not isinstance(node, Scalar):
            return place.problem(node, f"must be {self.measure.name} (like '{self.measure.example}')")
        return place.attempt(node, lambda: self.measure.read(node.text))

    def write(self, value: Any) -> Json:
        """Return the text."""
        return self.measure.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        text = {"type": "string", "examples": [self.measure.example]}
        return {"oneOf": [text, {"type": "array", "minItems": 1, "items": {"type": "string"}}]}


class _Cues:
    """What to tell the athlete, by distance: ``{16km: Now race}``."""

    _pairs = PairsOf(LINE)

    def read(self, node: Node, place: Place) -> Any:
        """Return a tuple of metres and texts."""
        pairs = self._pairs.read(node, place)
        if pairs is FAILED or not isinstance(node, MappingNode):
            return FAILED
        where = [place.attempt(key, lambda key=key: read_distance(key.text)) for key, _ in node.pairs]  # type: ignore[misc]
        if FAILED in where:
            return FAILED
        return tuple(zip(where, (cue for _, cue in pairs), strict=True))

    def write(self, value: Any) -> Json:
        """Return an object."""
        return {measures.DISTANCE.write(metres): cue for metres, cue in value}

    def schema(self) -> dict[str, Json]:
        """Describe an object with distances as its keys."""
        return self._pairs.schema() | {"examples": [{"16km": "Now race"}]}


_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        measures.DISTANCE.name: METRES,
        measures.TIME.name: SECONDS,
        measures.PACE.name: SPEED,
        measures.NUMBER.name: NUMBER,
        measures.EFFORT.name: NUMBER,
        measures.COUNT.name: COUNT,
        measures.WHOLE.name: COUNT,
        measures.FLAG.name: BOOLEAN,
        measures.TEXT.name: LINE,
        measures.COURSE.name: COURSE_FILE,
        measures.CUES.name: _Cues(),
    }
)


def kind_of(measure: Measure) -> Kind:
    """Return how documents hold values of *measure*: as numbers in SI units, or as people write them."""
    if measure.name in _KINDS:
        return _KINDS[measure.name]
    if measure.many:
        return _Many(measure)
    described: dict[str, Json] = {"type": "string", "enum": list(measure.words)}
    if not measure.words:
        described = NUMBER_OR_TEXT | {"examples": [measure.example]}
    what = f"a text like '{measure.example}'"
    return Text(measure.read, measure.write, described, what)


def _key(parameter: Parameter) -> Key:
    return Key(
        name=parameter.name,
        kind=kind_of(parameter.measure),
        attribute=parameter.name,
        required=parameter.required,
        default=parameter.default,
        says=parameter.says,
    )


def recipe_table(recipe: Recipe, common: tuple[Key, ...]) -> Table:
    """Return the table of what *recipe* writes: its parameters, and the *common* keys of workouts."""
    parameters = tuple(map(_key, recipe.known().values()))
    taken = {key.name for key in parameters} | _NOT_OF_RECIPES
    kept = tuple(evolve(key, attribute=f"workout.{key.attribute}") for key in common if key.name not in taken)
    head = Key(name="recipe", kind=LINE, attribute="recipe", required=True, says=recipe.title)
    return Table(f"a {recipe.name}", (kept[0], head, *parameters, *kept[1:]), _maker(recipe))


def recipe_schema(recipe: Recipe, common: tuple[Key, ...]) -> dict[str, Json]:
    """Describe the documents that *recipe* writes."""
    schema = recipe_table(recipe, common).schema()
    properties = schema["properties"] | {"recipe": {"const": recipe.name, "description": recipe.title}}
    return schema | {"properties": properties}


def _maker(recipe: Recipe) -> Callable[..., Workout]:
    def make(**values: Any) -> Workout:
        own = {name: value for name, value in values.items() if not name.startswith("workout.")}
        del own["recipe"]
        workout = recipe(**own)
        head = {
            name.removeprefix("workout."): value
            for name, value in values.items()
            if name.startswith("workout.")
        }
        return evolve(workout, **head)

    return make


def read_recipe(node: MappingNode, place: Place, common: tuple[Key, ...]) -> Any:
    """Return the workout that the recipe named in *node* writes."""
    named = node.get("recipe")
    if not isinstance(named, Scalar) or named.absent:
        return place.key("recipe").problem(
            named or node, "must be the name of a recipe (like 'negative-split')"
        )
    if any(key.text == "steps" for key, _ in node.pairs):
        steps = next(key for key, _ in node.pairs if key.text == "steps")
        return place.key("steps").problem(steps, "a recipe writes the steps itself (leave out one of both)")
    name = named.text.strip().casefold().replace("_", "-").replace(" ", "-")
    try:
        recipe = place.source.recipe(name)
    except (UnknownFormat, PluginError) as error:
        return place.key("recipe").problem(named, str(error))
    return recipe_table(recipe, common).read(node, place)
