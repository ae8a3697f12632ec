"""What a plugin's function is told besides its subject, and how it tells what was lost.

Every function of a plugin gets its subject and one context, so that later versions can tell more without
changing a signature. The type in brackets is that of ``options``: ``ExportContext[TextOptions]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic
from uuid import UUID

from attrs import Factory, field, frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.errors import Problem
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.formats.losses import Loss
from workout_core.model.athlete import Athlete
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    Options = TypeVar("Options", default=Any)
else:
    from typing import TypeVar

    Options = TypeVar("Options")


_NONE: Mapping[UUID, UUID] = MappingProxyType({})


@frozen(kw_only=True, eq=False, repr=False)
class _Context(ValueObject, Generic[Options]):
    """What the contexts share.

    Attributes:
        options: an instance of the record's own option class; None if it has none.
        exercises: finds exercises by name, and what formats call them.
        losses: what was told with :meth:`lose`, in order.
    """

    options: Options = None  # type: ignore[assignment]  # what a record without options gets
    exercises: ExerciseBook = field(default=BOOK, eq=False, repr=False)
    losses: list[Loss] = field(factory=list, eq=False, repr=False)

    def lose(self, path: str, kind: Enum | str, what: str) -> None:
        """Report something that could not be carried.

        Args:
            path: the place in the workout, ``steps[1].target``; empty for the workout as a whole.
            kind: the feature, or a word of your own.
            what: what became of it, in words.

        Raises:
            TypeError: one of them is something else.
        """
        given: tuple[object, ...] = (path, kind, what)
        if not (
            isinstance(given[0], str) and isinstance(given[1], (Enum, str)) and isinstance(given[2], str)
        ):
            called = f"lose({', '.join(map(repr, given))})"
            raise TypeError(f"{called}: write lose('steps[0]', Feature.TIME, 'what became of it')")
        self.losses.append(Loss(path, kind, what))


@frozen(kw_only=True, eq=False, repr=False)
class ExportContext(_Context[Options]):
    """What a writer may want to know besides its subject.

    Attributes:
        now: the clock; the same input with the same clock gives the same bytes.
        day: the date a single workout is meant for.
        identity: of the workout, the session or the plan that is written; no clock or edit changes it.
        athlete: whose numbers relative targets refer to, if known.
        readings: what was read of the workouts already, for the same athlete.
        in_file_of: by the identities of sessions whose workout is in the file of another one: of that.
    """

    now: datetime
    day: date
    identity: UUID
    athlete: Athlete | None = None
    in_file_of: Mapping[UUID, UUID] = field(default=_NONE, repr=False)
    readings: Readings = field(
        default=Factory(lambda self: Readings(self.athlete), takes_self=True), eq=False, repr=False
    )

    def reading(self, workout: Workout) -> Reading:
        """Return what *workout* is for the athlete: totals, effort and load, computed once."""
        return self.readings.of(workout)


@frozen(kw_only=True, eq=False, repr=False)
class ImportContext(_Context[Options]):
    """What a reader may want to know besides its data.

    Attributes:
        file: the name of the file, without its folder; empty when the data come from elsewhere.
        warnings: what was told with :meth:`warn`, in order.
        problems: what was told with :meth:`refuse`, in order.
    """

    file: str = ""
    warnings: list[Problem] = field(factory=list, eq=False, repr=False)
    problems: list[Problem] = field(factory=list, eq=False, repr=False)

    def warn(self, message: str, *, path: str = "", line: int = 0, column: int = 0) -> None:
        """Tell the user something that is likely to be a mistake, and does not stop the reading.

        Args:
            message: what is wrong (what would be right).
            path: the place in the workout, ``steps[1].target``.
            line: in the file, from 1.
            column: in the line, from 1.
        """
        self.warnings.append(Problem(message=message, path=path, line=line, column=column))

    def refuse(self, message: str, *, path: str = "", line: int = 0, column: int = 0) -> None:
        """Tell the user what is wrong with one of several workouts, where the others can be read.

        Args:
            message: what is wrong (what would be right).
            path: the place in the workout, ``steps[1].target``.
            line: in the file, from 1.
            column: in the line, from 1.
        """
        self.problems.append(Problem(message=message, path=path, line=line, column=column))


@frozen(kw_only=True, eq=False, repr=False)
class TransformContext(_Context[Options]):
    """What a transform may want to know besides its workout.

    Attributes:
        athlete: for whom the workout is, if known.
        readings: what was read of the workouts already, for the same athlete.
    """

    athlete: Athlete | None = None
    readings: Readings = field(
        default=Factory(lambda self: Readings(self.athlete), takes_self=True), eq=False, repr=False
    )

    def reading(self, workout: Workout) -> Reading:
        """Return what *workout* is for the athlete: totals, effort and load, computed once."""
        return self.readings.of(workout)


@frozen(kw_only=True, eq=False, repr=False)
class VoiceContext(_Context[Options]):
    """What a voice may want to know besides its text.

    Attributes:
        language: of the text, ``en``.
    """

    language: str = "en"
