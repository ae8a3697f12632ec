"""The record of a recipe, the same for the core's recipes and for those of plugins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs
from attrs import field, frozen

from workout_core.errors import InvalidParameter, InvalidWorkout, say_error, suggestion
from workout_core.formats.exporter import check_function, check_name, check_title
from workout_core.languages import gettext, gettext_noop
from workout_core.model.workout import Workout
from workout_core.units import Units

if TYPE_CHECKING:
    from workout_core.fields.parameters import Parameter


RESERVED: Final = frozenset(
    {"workout", "recipe", "steps", "format", "id", "sport", "description", "tags", "links", "pool_length"}
)
"""Keys of documents that no parameter can be called: ``units`` and ``tolerance`` mean the same in both."""


@frozen(kw_only=True)
class Recipe:
    """A recipe, which makes a workout from a few parameters.

    Call it with its parameters by name, as numbers in SI units or as the texts people write::

        negative_split(distance="half marathon", goal="1:45:00", split=0.02)

    Attributes:
        name: what people type.
        title: what people read.
        parameters: an attrs class; its fields are made by ``parameter()``, or are plain annotated fields.
        build: from an instance of *parameters* to the workout.
        example: keys of an example document; the required parameters if left out.
        volume: the parameters for the length of its easy or long part; the volume of a week scales them.
        plugin: who offers it, for messages; the registry fills it in.
    """

    name: str = field(validator=check_name)
    title: str
    parameters: type
    build: Callable[[Any], Workout]
    example: tuple[tuple[str, str], ...] = ()
    volume: tuple[str, ...] = ()
    plugin: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        check_title(self.name, self.title)
        check_function(self.name, "build", self.build, "parameters")
        if not attrs.has(self.parameters):
            raise InvalidWorkout(f"{self.name}: the parameters of a recipe are an attrs class")
        try:
            known = self.known()
        except InvalidWorkout as error:
            raise InvalidWorkout(f"{self.name}: {error}") from None
        if taken := RESERVED & known.keys():
            word = min(taken)
            raise InvalidWorkout(
                f"{self.name}: a parameter cannot be called {word!r}, which is a key of every document "
                f"(call it 'my_{word}', or what it is for)"
            )
        if unknown := set(self.volume) - known.keys():
            raise InvalidWorkout(f"{self.name}: {min(unknown)!r} is not a parameter")

    def __call__(self, **given: Any) -> Workout:
        """Return the workout.

        Raises:
            InvalidParameter: one does not fit, is missing, or is unknown.
            InvalidWorkout: the recipe failed, or did not make a workout.
        """
        values = self.values(given)
        try:
            workout: object = self.build(self.parameters(**values))
        except (InvalidWorkout, Warning):
            raise
        except (Exception, SystemExit) as error:
            raise InvalidWorkout(f"{self._called} failed: {say_error(error)}") from error
        if not isinstance(workout, Workout):
            made = type(workout).__name__
            raise InvalidWorkout(f"{self._called} made {made}, and not a workout")
        return workout

    @property
    def _called(self) -> str:
        return f"the recipe {self.name!r}{f' of {self.plugin}' if self.plugin else ''}"

    def with_volume(
        self, given: Mapping[str, Any], factor: float, units: Units | None = None
    ) -> dict[str, Any]:
        """Return the parameters *given*, by name, with the easy or long ones times *factor*, in *units*."""
        from workout_core.analysis.volume import scaled  # noqa: PLC0415 - only plans need it

        known = self.known()
        values = {name: given.get(name, known[name].default) for name in self.volume}
        more = {
            name: scaled(value, known[name].measure.name, factor, units)
            for name, value in values.items()
            if value
        }
        return {**given, **more}

    def known(self) -> dict[str, Parameter]:
        """Return the parameters by the names people write."""
        from workout_core.fields.parameters import parameters_of  # noqa: PLC0415 - only who cooks pays

        return {each.name: each for each in parameters_of(self.parameters)}

    @property
    def has_units(self) -> bool:
        """Whether it cuts distances, or says paces, in the units of who reads it."""
        from workout_core.fields.measures import UNITS  # noqa: PLC0415 - only who cooks pays

        own = self.known().get("units")
        return own is not None and own.measure.words == UNITS.words

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of the *given* parameters by attribute; texts are read.

        Raises:
            InvalidParameter: as for a call.
        """
        known = self.known()
        values: dict[str, Any] = {}
        for name, value in given.items():
            found = known.get(name) or next((each for each in known.values() if each.attribute == name), None)
            if found is None:
                told = gettext_noop("is not a parameter of {recipe} ({hint})")
                hint = suggestion(name, known)
                raise InvalidParameter(name, gettext(told, recipe=self.name, hint=hint))
            if found.attribute in values:
                told = gettext("is given twice (it is {name} too)", name=repr(found.name))
                raise InvalidParameter(name, told)
            values[found.attribute] = found.value(value)
        for each in known.values():
            if each.required and each.attribute not in values:
                told = gettext("is needed (like {example})", example=repr(each.measure.example))
                raise InvalidParameter(each.name, told)
        return values
