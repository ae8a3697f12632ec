"""A workout that a recipe writes: the recipe's own parameters stand beside the keys of any workout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, frozen

from workout_core.budget import Work
from workout_core.documents.gpx import COURSE_FILE
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Kind, PairsOf
from workout_core.documents.scalars import LINE, measured, name_of
from workout_core.documents.source import FAILED, Failed, Place, Unkept, all_or_failed
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import PluginError, TooMuchWork, UnknownFormat
from workout_core.fields import measures
from workout_core.fields.measure import Measure
from workout_core.fields.parameters import Parameter
from workout_core.languages import Language, gettext, in_language, language
from workout_core.model.workout import Workout
from workout_core.recipes.built_in import written
from workout_core.recipes.recipe import Recipe
from workout_core.units import Units, read_distance

_UNITS: Final = "units"
_NOT_OF_RECIPES: Final = frozenset({"steps"})


@frozen
class _Many:
    """Several values of one measure: a list, or a text with commas."""

    measure: Measure[Any]

    def read(self, node: Node, place: Place) -> tuple[Any, ...] | Failed:
        """Return a tuple."""
        if not isinstance(node, SequenceNode):
            return self._part(node, place)
        parts = all_or_failed(
            [self._part(item, place.index(number)) for number, item in enumerate(node.items)]
        )
        return FAILED if parts is FAILED else tuple(each for part in parts for each in part)

    def _part(self, node: Node, place: Place) -> tuple[Any, ...] | Failed:
        if not isinstance(node, ScalarNode):
            return place.problem(
                node,
                gettext(
                    "must be {name} (like '{example}')",
                    name=name_of(self.measure),
                    example=self.measure.example,
                ),
            )
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

    def read(self, node: Node, place: Place) -> tuple[tuple[float, str], ...] | Failed:
        """Return a tuple of metres and texts."""
        if isinstance(node, ScalarNode):
            return place.attempt(node, lambda: measures.CUES.read(node.text))
        pairs = self._pairs.read(node, place)
        if not isinstance(node, MappingNode):
            return FAILED
        where = all_or_failed([place.attempt(key, partial(read_distance, key.text)) for key, _ in node.pairs])
        if where is FAILED or pairs is FAILED:
            return FAILED
        return tuple(zip(where, (cue for _, cue in pairs), strict=True))

    def write(self, value: Any) -> Json:
        """Return an object."""
        return {measures.DISTANCE.write(metres): cue for metres, cue in value}

    def schema(self) -> dict[str, Json]:
        """Describe an object with distances as its keys."""
        return {"oneOf": [self._pairs.schema(), {"type": "string"}], "examples": [{"16km": "Now race"}]}


_NOT_BY_MEASURE: Final[Mapping[Measure[Any], Kind[Any]]] = MappingProxyType(
    {measures.TEXT: LINE, measures.COURSE: COURSE_FILE, measures.CUES: _Cues()}
)


@frozen
class _Checked:
    """A value of some kind, within the bounds of its measure."""

    kind: Kind[Any]
    measure: Measure[Any]

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


def kind_of(measure: Measure[Any]) -> Kind[Any]:
    """Return how documents hold values of *measure*."""
    if measure in _NOT_BY_MEASURE:
        return _NOT_BY_MEASURE[measure]
    return _Many(measure) if measure.many else measured(measure)


def _key(parameter: Parameter) -> Key:
    return Key(
        name=parameter.name,
        kind=_Checked(kind_of(parameter.measure), parameter.measure),
        attribute=parameter.name,
        required=parameter.required,
        default=parameter.default,
        says=parameter.says,
    )


def _what(recipe: str) -> str:
    if recipe[0] in "aeiou":
        return gettext("an {recipe}", recipe=recipe)
    return gettext("a {recipe}", recipe=recipe)


def recipe_table(recipe: Recipe, common: tuple[Key, ...], units: Units | None = None) -> Table[Cooked]:
    """Return the table of what *recipe* writes: its parameters, and the *common* keys of workouts.

    It writes in *units* unless the document says it; metric ones are those of recipes anyway.
    """
    parameters = tuple(map(_key, recipe.known().values()))
    taken = {key.name for key in parameters} | _NOT_OF_RECIPES
    kept = tuple(evolve(key, attribute=f"workout.{key.attribute}") for key in common if key.name not in taken)
    head = Key(name="recipe", kind=LINE, attribute="recipe", required=True, says=recipe.title)
    return Table(partial(_what, recipe.name), (kept[0], head, *parameters, *kept[1:]), _maker(recipe, units))


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


def _maker(recipe: Recipe, units: Units | None) -> Callable[..., Cooked]:
    made: dict[frozenset[str], Workout] = {}
    is_asked = units is Units.IMPERIAL and recipe.has_units

    def make(**values: Any) -> Cooked:
        own = {name: value for name, value in values.items() if not name.startswith("workout.")}
        del own["recipe"]
        if is_asked:
            own.setdefault(_UNITS, units)
        names = frozenset(own)
        if names not in made:
            made[names] = recipe(**own)
        head = {
            name.removeprefix("workout."): value
            for name, value in values.items()
            if name.startswith("workout.")
        }

        def again(factor: float) -> Workout:
            from workout_core.phrases.titles import same_words  # noqa: PLC0415 - only who wants more pays

            scaled = recipe.with_volume(own, factor, own.get(_UNITS) or units)
            more, name = recipe(**scaled), head.get("name", "")
            if same_words(name, made[names].name):
                return evolve(more, **(head | {"name": more.name}))
            if language() is not Language.ENGLISH:
                with in_language(Language.ENGLISH):  # the name that the recipe gives it there is its own too
                    if same_words(name, recipe(**own).name):
                        return evolve(more, **(head | {"name": recipe(**scaled).name}))
            return evolve(more, **head)

        return Cooked(evolve(made[names], **head), again)

    return make


def read_recipe(node: MappingNode, place: Place, common: tuple[Key, ...]) -> Workout | Failed:
    """Return the workout that the recipe named in *node* writes."""
    cooked = read_cooked(node, place, common)
    return FAILED if cooked is FAILED else cooked.workout


def read_cooked(node: MappingNode, place: Place, common: tuple[Key, ...]) -> Cooked | Failed:
    """Return what the recipe named in *node* writes, and how to write more or less of it."""
    named = node.get("recipe")
    if not isinstance(named, ScalarNode) or named.absent:
        return place.key("recipe").problem(
            named or node, gettext("must be the name of a recipe (like 'negative-split')")
        )
    if any(key.text == "steps" for key, _ in node.pairs):
        steps = next(key for key, _ in node.pairs if key.text == "steps")
        return place.key("steps").problem(
            steps, gettext("a recipe writes the steps itself (leave out one of both)")
        )
    try:
        recipe = place.source.recipe(written(named.text))
    except (UnknownFormat, PluginError) as error:
        return place.key("recipe").problem(named, str(error))
    cooked = recipe_table(recipe, common, place.source.units).read(node, place)
    if cooked is FAILED:
        return FAILED
    place.key("recipe").not_kept(named, Unkept.STEPS)
    try:
        place.source.budget.spend(Work.GENERATED, len(cooked.workout.items))
    except TooMuchWork as error:
        return place.key("recipe").problem(named, str(error))
    return cooked
