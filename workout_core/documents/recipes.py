"""A workout that a recipe writes: the recipe's own parameters stand beside the keys of any workout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, frozen

from workout_core.documents.gpx import COURSE_FILE
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Kind, PairsOf, Text
from workout_core.documents.scalars import (
    COUNT,
    LINE,
    METRES,
    NUMBER,
    NUMBER_OR_TEXT,
    SECONDS,
    SPEED,
    jsonable,
)
from workout_core.documents.source import FAILED, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import PluginError, UnknownFormat
from workout_core.fields import measures
from workout_core.fields.measure import Measure
from workout_core.fields.parameters import Parameter
from workout_core.model.workout import Workout
from workout_core.notation.parser import MOST_GENERATED
from workout_core.patterns import lazy_pattern
from workout_core.recipes.built_in import written
from workout_core.recipes.recipe import Recipe
from workout_core.units import read_distance

_BARE: Final = lazy_pattern(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,40})?")
_NOT_OF_RECIPES: Final = frozenset({"steps"})


@frozen
class _Many:
    """Several values of one measure: a list, or a text with commas."""

    measure: Measure

    def read(self, node: Node, place: Place) -> Any:
        """Return a tuple."""
        if isinstance(node, SequenceNode):
            parts = [self._part(item, place.index(number)) for number, item in enumerate(node.items)]
            return FAILED if FAILED in parts else tuple(each for part in parts for each in part)
        return self._part(node, place)

    def _part(self, node: Node, place: Place) -> Any:
        if not isinstance(node, ScalarNode):
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
        if isinstance(node, ScalarNode):
            return place.attempt(node, lambda: measures.CUES.read(node.text))
        pairs = self._pairs.read(node, place)
        if not isinstance(node, MappingNode):
            return FAILED
        where = [place.attempt(key, lambda key=key: read_distance(key.text)) for key, _ in node.pairs]  # type: ignore[misc]
        if FAILED in where or pairs is FAILED:
            return FAILED
        return tuple(zip(where, (cue for _, cue in pairs), strict=True))

    def write(self, value: Any) -> Json:
        """Return an object."""
        return {measures.DISTANCE.write(metres): cue for metres, cue in value}

    def schema(self) -> dict[str, Json]:
        """Describe an object with distances as its keys."""
        return {"oneOf": [self._pairs.schema(), {"type": "string"}], "examples": [{"16km": "Now race"}]}


def _share(text: str) -> float:
    """Read ``2%``, or the share that it is, as machines write it."""
    if _BARE.fullmatch(text.strip()) and abs(share := float(text)) < 1:
        return share
    read: float = measures.PERCENT.read(text)
    return read


def _pace(text: str) -> Any:
    """Read a pace, its name, or metres per second."""
    return float(text) if _BARE.fullmatch(text.strip()) else measures.PACE_OR_NAME.read(text)


_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        measures.DISTANCE.name: METRES,
        measures.TIME.name: SECONDS,
        measures.PACE.name: SPEED,
        measures.NUMBER.name: NUMBER,
        measures.EFFORT.name: NUMBER,
        measures.COUNT.name: COUNT,
        measures.WHOLE.name: COUNT,
        measures.PERCENT.name: Text(
            _share,
            jsonable,
            {
                "oneOf": [
                    {"type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1},
                    {"type": "string", "pattern": "%\\s*$"},
                ],
                "examples": ["2%"],
            },
            "a percentage like '2%'",
        ),
        measures.PACE_OR_NAME.name: Text(
            _pace,
            measures.PACE_OR_NAME.write,
            NUMBER_OR_TEXT | {"examples": ["4:30/km", "5km pace"]},
            "a pace or its name",
        ),
        measures.TOLERANCE.name: Text(
            measures.TOLERANCE.read,
            measures.TOLERANCE.write,
            NUMBER_OR_TEXT | {"examples": ["5s"]},
            "a tolerance like '5s'",
        ),
        measures.FLAG.name: Text(
            measures.FLAG.read,
            bool,
            {"enum": [True, False, "yes", "no", "true", "false"]},
            "true or false",
        ),
        measures.TEXT.name: LINE,
        measures.COURSE.name: COURSE_FILE,
        measures.CUES.name: _Cues(),
    }
)


@frozen
class _Checked:
    """A value of some kind, within the bounds of its measure."""

    kind: Kind
    measure: Measure

    def read(self, node: Node, place: Place) -> Any:
        """Return the value; one out of bounds is written down here, beside all other problems."""
        value = self.kind.read(node, place)
        return value if value is FAILED else place.attempt(node, lambda: self._within(value))

    def _within(self, value: Any) -> Any:
        self.measure.check(value)
        return value

    def write(self, value: Any) -> Json:
        """Return the value as JSON."""
        return self.kind.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe the value, and the bounds of a plain number."""
        schema = self.kind.schema()
        if schema.get("type") not in ("integer", "number"):
            return schema
        return schema | {"minimum": self.measure.least, "maximum": self.measure.most}


def kind_of(measure: Measure) -> Kind:
    """Return how documents hold values of *measure*: as numbers in SI units, or as people write them."""
    if measure.name in _KINDS:
        return _KINDS[measure.name]
    if measure.many:
        return _Many(measure)
    described: dict[str, Json] = {"type": "string", "enum": list(measure.words)}
    if not measure.words:
        described = {"type": "string", "examples": [measure.example]}
    what = f"a text like '{measure.example}'"
    return Text(measure.read, measure.write, described, what)


def _key(parameter: Parameter) -> Key:
    return Key(
        name=parameter.name,
        kind=_Checked(kind_of(parameter.measure), parameter.measure),
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
    article = "an" if recipe.name[0] in "aeiou" else "a"
    return Table(f"{article} {recipe.name}", (kept[0], head, *parameters, *kept[1:]), _maker(recipe))


def recipe_schema(recipe: Recipe, common: tuple[Key, ...]) -> dict[str, Json]:
    """Describe the documents that *recipe* writes."""
    schema = recipe_table(recipe, common).schema()
    properties = schema["properties"] | {"recipe": {"const": recipe.name, "description": recipe.title}}
    return schema | {"properties": properties}


@frozen
class Cooked:
    """A workout that a recipe wrote, and what writes it *again* with so many times its volume."""

    workout: Workout
    again: Callable[[float], Workout]


def _maker(recipe: Recipe) -> Callable[..., Cooked]:
    made: dict[frozenset[str], Workout] = {}

    def make(**values: Any) -> Cooked:
        own = {name: value for name, value in values.items() if not name.startswith("workout.")}
        del own["recipe"]
        names = frozenset(own)
        if names not in made:
            made[names] = recipe(**own)
        head = {
            name.removeprefix("workout."): value
            for name, value in values.items()
            if name.startswith("workout.")
        }

        def again(factor: float) -> Workout:
            return evolve(recipe(**recipe.with_volume(own, factor)), **head)

        return Cooked(evolve(made[names], **head), again)

    return make


def read_recipe(node: MappingNode, place: Place, common: tuple[Key, ...]) -> Any:
    """Return the workout that the recipe named in *node* writes."""
    cooked = read_cooked(node, place, common)
    return cooked.workout if isinstance(cooked, Cooked) else FAILED


def read_cooked(node: MappingNode, place: Place, common: tuple[Key, ...]) -> Any:
    """Return what the recipe named in *node* writes, and how to write more or less of it."""
    named = node.get("recipe")
    if not isinstance(named, ScalarNode) or named.absent:
        return place.key("recipe").problem(
            named or node, "must be the name of a recipe (like 'negative-split')"
        )
    if any(key.text == "steps" for key, _ in node.pairs):
        steps = next(key for key, _ in node.pairs if key.text == "steps")
        return place.key("steps").problem(steps, "a recipe writes the steps itself (leave out one of both)")
    try:
        recipe = place.source.recipe(written(named.text))
    except (UnknownFormat, PluginError) as error:
        return place.key("recipe").problem(named, str(error))
    cooked = recipe_table(recipe, common).read(node, place)
    if isinstance(cooked, Cooked):
        place.source.generated += len(cooked.workout.items)
        if place.source.generated > MOST_GENERATED:
            return place.key("recipe").problem(
                named, f"more than {MOST_GENERATED} steps in all (write longer ones)"
            )
    return cooked
