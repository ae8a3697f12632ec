"""What a recipe is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Final

from workout_core.documents.reader import read_text
from workout_core.documents.writer import write_json
from workout_core.errors import WorkoutError
from workout_core.fields.parameters import Parameter
from workout_core.model.workout import Workout
from workout_core.recipes.recipe import Recipe
from workout_core.testing.kit.base import PluginKit, refuse_crash, silence

NONE: Final[Mapping[str, str]] = MappingProxyType({})
NO_TRIALS: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType({})
WRONG: Final = (
    *("", " ", "x", "-1", "0", "1", "1e9", "nan", "inf", "9" * 40, "5:00/km", "30min", "走る", "\x00"),
)

"""What people type into the wrong place."""
OTHERS: Final = ("2", "3", "5", "30", "5min", "1km", "6:10/km", "7%", "2026-09-01", "easy", "no", "yes")
"""What a parameter may be, besides the example of its kind and its own words."""


class RecipeKit(PluginKit):
    """The tests of a recipe; ``options`` are its parameters, as documents write them.

    Attributes:
        exceptions: parameters that need not change the workout, each with the reason.
        trials: by parameter, a value of its own to try, ``{"goal": "3:30:00"}``, or what else to set where it
            alone changes nothing, ``{"set_rest": {"sets": "2"}}``.
    """

    hook: ClassVar[str] = "workout_recipes"
    exceptions: ClassVar[Mapping[str, str]] = NONE
    trials: ClassVar[Mapping[str, str | Mapping[str, str]]] = NO_TRIALS

    def parameters(self) -> tuple[Parameter, ...]:
        """Return what users may set."""
        return tuple(self.record().known().values())

    def given(self) -> dict[str, str]:
        """Return parameters that make a workout: those of the kit, of the example, or what each is like."""
        recipe: Recipe = self.record()
        needed = {each.name: each.measure.example for each in self.parameters() if each.required}
        known = recipe.known()
        example = {name: value for name, value in recipe.example if name in known}
        return {**needed, **example, **self.options}

    def made(self, **given: str) -> Workout:
        """Return the workout of these parameters.

        Raises:
            AssertionError: the recipe raises something else than a WorkoutError, or makes something else.
            WorkoutError: it refuses them.
        """
        recipe: Recipe = self.record()
        values = recipe.values(given)
        made: object = refuse_crash("build", lambda: recipe.build(recipe.parameters(**values)))
        if not isinstance(made, Workout):
            raise AssertionError(f"build makes {type(made).__name__}, not a workout")
        return made

    def task(self) -> dict[str, Any]:
        """Return what a fresh interpreter is told."""
        return super().task() | {"options": self.given()}

    def test_it_makes_a_workout(self) -> None:
        """The example, or else what each parameter is like, makes a workout."""
        try:
            self.made(**self.given())
        except WorkoutError as error:
            raise AssertionError(f"{self.given()} is refused: {error} (set 'options')") from error

    def test_the_same_parameters_make_the_same_workout(self) -> None:
        """Making it twice makes the same: nothing is random, counted or remembered."""
        if self.made(**self.given()) != self.made(**self.given()):
            raise AssertionError("the second time another workout is made")

    def test_it_prints_nothing_when_it_is_made(self) -> None:
        """It prints nothing: stdout may be a file."""
        with silence("build"):
            self.made(**self.given())

    def test_what_it_makes_is_a_document(self) -> None:
        """What is made can be written as a document, and read back."""
        made = self.made(**self.given())
        if read_text(write_json(made), is_json=True) != made:
            raise AssertionError("what is made is another thing as a document")

    def test_each_parameter_changes_the_workout(self) -> None:
        """No parameter is read and forgotten: some value of each makes another workout."""
        unused = [each.name for each in self.parameters() if not self._matters(each)]
        if untold := [name for name in unused if name not in self.exceptions]:
            raise AssertionError(
                f"{untold[0]} changes nothing (use it, say in 'trials' what it needs, or why in 'exceptions')"
            )
        if unneeded := [name for name in self.exceptions if name not in unused]:
            raise AssertionError(f"{unneeded[0]} changes the workout, and needs no exception (leave it out)")

    def test_wrong_values_are_refused_in_a_sentence(self) -> None:
        """No value makes the recipe raise anything but a WorkoutError."""
        for each in self.parameters():
            for value in WRONG:
                try:
                    self.made(**self.given() | {each.name: value})
                except WorkoutError:
                    continue

    def _matters(self, parameter: Parameter) -> bool:
        """Tell whether some value of *parameter* makes another workout, or is refused by the recipe."""
        trial = self.trials.get(parameter.name, {})
        trial = {parameter.name: trial} if isinstance(trial, str) else trial
        given = self.given() | {name: value for name, value in trial.items() if name != parameter.name}
        base = self.made(**given)
        for value in (trial.get(parameter.name, ""), *_values(parameter)):
            try:
                parameter.value(value)
            except WorkoutError:
                continue
            try:
                if self.made(**given | {parameter.name: value}) != base:
                    return True
            except WorkoutError:
                return True
        return False


def _values(parameter: Parameter) -> Iterator[str]:
    yield parameter.measure.example
    yield from parameter.measure.words
    yield from OTHERS
