"""The record a plugin gives for each format it writes, and what a writer is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Final, Generic, TypeVar, get_args
from uuid import UUID

from attrs import Factory, field, frozen, has

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.errors import InvalidWorkout
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.formats.capabilities import Capabilities
from workout_core.formats.losses import Loss
from workout_core.formats.options import options_of
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout

Subject = TypeVar("Subject")
NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
SUFFIX: Final = re.compile(r"(?:\.[A-Za-z0-9_-]+)+")
MEDIA_TYPE: Final = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+")


def check_name(_instance: object, _attribute: object, name: str) -> None:
    """Refuse a name that people could not type.

    Raises:
        InvalidWorkout: it is not lower-case letters, digits and hyphens.
    """
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InvalidWorkout(f"{name!r} cannot be a name (use lower-case letters, digits and hyphens)")


def check_title(name: str, title: object) -> None:
    """Refuse a title that is not a line to read."""
    if not isinstance(title, str) or not title or len(title.splitlines()) > 1:
        raise InvalidWorkout(f"{name}: the title must be a line of text: {title!r}")


def check_suffix(name: str, suffix: object) -> None:
    """Refuse a suffix that no file name ends with."""
    if not isinstance(suffix, str) or not SUFFIX.fullmatch(suffix):
        raise InvalidWorkout(f"{name}: {suffix!r} is not a suffix (like '.fit')")


def check_function(what: str, function: object) -> None:
    """Refuse what cannot be called."""
    if not callable(function):
        raise InvalidWorkout(f"{what} must be a function: {function!r}")


@frozen(kw_only=True, eq=False, repr=False)
class ExportContext(ValueObject):
    """What a writer may want to know besides its subject.

    Attributes:
        now: the clock; the same input with the same clock gives the same bytes.
        day: the date a single workout is meant for.
        identity: of the workout, the session or the plan that is written; no clock or edit changes it.
        athlete: whose numbers relative targets refer to, if known.
        options: an instance of the exporter's own option class, or None.
        exercises: finds exercises by name, and what formats call them.
        readings: what was read of the workouts already, for the same athlete.
        lose: call ``lose(path, kind, what)`` for a loss that the vocabulary of features cannot foresee.
    """

    now: datetime
    day: date
    identity: UUID
    athlete: Athlete | None = None
    options: Any = None
    exercises: ExerciseBook = field(default=BOOK, eq=False, repr=False)
    readings: Readings = field(
        default=Factory(lambda self: Readings(self.athlete), takes_self=True), eq=False, repr=False
    )
    losses: list[Loss] = field(factory=list, eq=False, repr=False)

    def reading(self, workout: Workout) -> Reading:
        """Return what *workout* is for the athlete: totals, effort and load, computed once."""
        return self.readings.of(workout)

    def lose(self, path: str, kind: Enum | str, what: str) -> None:
        """Report something that the format could not carry."""
        self.losses.append(Loss(path, kind, what))


@frozen(kw_only=True, eq=False, repr=False)
class Exporter(ValueObject, Generic[Subject]):
    """A format that can be written.

    Attributes:
        name: what people type, ``[a-z][a-z0-9-]*``.
        title: what people read.
        subject: Workout or Plan, or ``Workout | Plan`` for a format that takes each as it is; the core
            makes a plan of one session from a workout, and takes a plan's workouts one by one.
        suffix: of the file names, ``.fit``.
        media_type: of the bytes.
        supports: what the format can carry.
        write: the one function, from a simplified subject to bytes.
        options: an attrs class, filled from ``-O name=value``. If it has a method
            ``narrow(supports) -> Capabilities``, that decides what the format can carry.
    """

    name: str = field(validator=check_name)
    title: str
    subject: type[Subject] | UnionType
    suffix: str
    media_type: str
    supports: Capabilities
    write: Callable[[Subject, ExportContext], bytes]
    options: type | None = None

    def __attrs_post_init__(self) -> None:
        kinds = get_args(self.subject) or (self.subject,)
        if not all(kind in (Workout, Plan) for kind in kinds):
            raise InvalidWorkout(f"{self.name}: the subject must be Workout, Plan or both: {self.subject!r}")
        check_title(self.name, self.title)
        check_suffix(self.name, self.suffix)
        if not isinstance(self.media_type, str) or not MEDIA_TYPE.fullmatch(self.media_type):
            raise InvalidWorkout(
                f"{self.name}: {self.media_type!r} is not a media type (like 'text/calendar')"
            )
        if not isinstance(self.supports, Capabilities):
            raise InvalidWorkout(f"{self.name}: supports must be Capabilities: {self.supports!r}")
        check_function(f"{self.name}: write", self.write)
        if self.options is not None and not (isinstance(self.options, type) and has(self.options)):
            raise InvalidWorkout(f"{self.name}: options must be an attrs class: {self.options!r}")

    def takes(self, kind: type) -> bool:
        """Tell whether the writer takes a subject of *kind* as it is."""
        return kind is self.subject or kind in get_args(self.subject)

    def option_names(self) -> tuple[str, ...]:
        """Return the names of the options as people type them."""
        return tuple(options_of(self.options))

    def capabilities(self, options: object) -> Capabilities:
        """Return what the format can carry with *options*."""
        narrow = getattr(options, "narrow", None)
        narrowed = narrow(self.supports) if narrow else self.supports
        if not isinstance(narrowed, Capabilities):
            raise TypeError(f"narrow returned {type(narrowed).__name__}, not Capabilities")
        return narrowed


@frozen(eq=False, repr=False)
class Export(ValueObject):
    """One file, ready to be written.

    Attributes:
        name: its file name, with ``/`` before it when it belongs into a folder.
        data: its bytes.
        losses: what the format could not carry, each once, in the order of their places; where the workouts
            of a plan are written one by one, the first file also tells which of them have none.
    """

    name: str
    data: bytes
    losses: tuple[Loss, ...] = ()
