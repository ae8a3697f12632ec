"""What a transform is asked."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, ClassVar, Final

from workout_core.documents.reader import read_text
from workout_core.documents.writer import write_json
from workout_core.errors import WorkoutError
from workout_core.exercises.book import BOOK
from workout_core.formats.capabilities import Feature
from workout_core.formats.context import TransformContext
from workout_core.formats.features import features_of
from workout_core.formats.losses import Loss
from workout_core.model.athlete import Athlete
from workout_core.model.workout import Workout
from workout_core.testing.copies import copied
from workout_core.testing.kit import subjects
from workout_core.testing.kit.base import PluginKit, refuse_crash, silence

NONE: Final[Mapping[Feature, str]] = MappingProxyType({})


class TransformKit(PluginKit):
    """The tests of a transform.

    Attributes:
        athlete: for whom workouts are changed; nobody if left out.
        drops: features that it takes away because that is what it is for, each with the reason:
            ``{Feature.REPEAT: "it writes repeats out"}``.
    """

    hook: ClassVar[str] = "workout_transforms"
    athlete: ClassVar[Athlete | None] = None
    drops: ClassVar[Mapping[Feature, str]] = NONE

    def changed(self, workout: Workout) -> tuple[Workout, tuple[Loss, ...]]:
        """Return what becomes of *workout*, and what is lost.

        Raises:
            AssertionError: it raises something else than a WorkoutError, or gives something else.
            WorkoutError: it refuses the workout.
        """
        context = TransformContext(options=self.filled(), athlete=self.athlete, exercises=BOOK)
        what = f"{workout.name[:40]!r}: apply"
        copy = copied(workout)  # what it changes there harms no other test
        made: object = refuse_crash(what, lambda: self.record().apply(copy, context))
        if not isinstance(made, Workout):
            raise AssertionError(f"{what} gives {type(made).__name__}, not a workout")
        return made, tuple(context.losses)

    def test_some_workout_is_changed(self) -> None:
        """It does something to one workout at least."""
        for workout in subjects.WORKOUTS:
            try:
                if self.changed(workout)[0] != workout:
                    return
            except WorkoutError:
                continue
        raise AssertionError("no workout is changed (of which workouts is something else made?)")

    def test_the_same_workout_gives_the_same_workout(self) -> None:
        """Changing it twice makes the same: nothing is random, counted or remembered."""
        for workout in subjects.WORKOUTS:
            if self._outcome(workout) != self._outcome(workout):
                raise AssertionError(f"{workout.name[:40]!r}: the second time something else is made")

    def test_the_workout_is_not_changed_in_place(self) -> None:
        """The workout that is given stays as it was: others hold it too."""
        for workout in subjects.WORKOUTS:
            copy = copied(workout)
            context = TransformContext(options=self.filled(), athlete=self.athlete, exercises=BOOK)
            with suppress(WorkoutError):
                self.record().apply(copy, context)
            if repr(copy) != repr(workout):
                raise AssertionError(f"{workout.name[:40]!r}: it changes what it is given (make a new one)")

    def test_it_prints_nothing_when_it_is_applied(self) -> None:
        """It prints nothing: stdout may be a file."""
        for workout in subjects.WORKOUTS:
            with silence("apply"):
                self._outcome(workout)

    def test_what_it_drops_is_told(self) -> None:
        """What a workout has, and does not have afterwards, is a loss."""
        for workout in subjects.WORKOUTS:
            try:
                made, losses = self.changed(workout)
            except WorkoutError:
                continue
            dropped = features_of(workout) - features_of(made) - self.drops.keys()
            if Feature.SPEED in features_of(made):
                dropped -= {Feature.REP_TIME}  # the pace that a time makes says the same
            if untold := [each for each in Feature if each in dropped] if not losses else []:
                raise AssertionError(
                    f"{workout.name[:40]!r}: {untold[0].title} is dropped without a word "
                    "(tell it with context.lose, or name it in 'drops')"
                )

    def test_what_it_makes_is_a_document(self) -> None:
        """What is made can be written as a document, and read back."""
        for workout in subjects.WORKOUTS:
            try:
                made, _ = self.changed(workout)
            except WorkoutError:
                continue
            if read_text(write_json(made), is_json=True) != made:
                raise AssertionError(f"{workout.name[:40]!r}: what is made is another thing as a document")

    def test_generated_workouts_are_changed_or_refused_in_a_sentence(self) -> None:
        """No workout makes it raise anything but a WorkoutError."""
        from workout_core.testing.strategies import workouts  # noqa: PLC0415 - needs hypothesis

        self.generated(workouts, self._outcome)

    def _outcome(self, workout: Workout) -> Any:
        try:
            return self.changed(workout)
        except WorkoutError as error:
            return str(error)
