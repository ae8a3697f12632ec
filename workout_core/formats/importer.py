"""The record a plugin gives for each format it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.formats.context import ImportContext
from workout_core.formats.exporter import (
    check_function,
    check_name,
    check_options,
    check_suffix,
    check_title,
)
from workout_core.model.activity import RecordedActivity
from workout_core.model.plan import Plan
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    if isinstance(texts, str):
        raise InvalidWorkout(f"the suffixes cannot be {texts!r} (write suffixes=({texts!r},))")
    return tuple(texts)


@frozen(kw_only=True, eq=False, repr=False)
class Importer(ValueObject):
    """A format that can be read.

    Attributes:
        name: what people type.
        title: what people read.
        suffixes: of the file names, ``(".json",)``.
        read: from bytes to a workout or a plan; raises WorkoutError when they are not of the format.
        options: an attrs class, filled from ``--from 'NAME option=value'``.
        recognises: whether data without a name, or with another's suffix, are of the format; it is given
            the first kilobytes, and must not raise.
        read_all: for a format of which one file can hold several workouts: from bytes to all that can be
            read; it tells the others with ``context.refuse``. ``read`` refuses what holds several.
        read_activity: for a format that has activities too: from bytes to what was done.
    """

    name: str = field(validator=check_name)
    title: str
    suffixes: tuple[str, ...] = field(converter=_texts)
    read: Callable[[bytes, ImportContext[Any]], Workout | Plan]
    options: type | None = None
    recognises: Callable[[bytes], bool] | None = None
    read_all: Callable[[bytes, ImportContext[Any]], Sequence[Workout]] | None = None
    read_activity: Callable[[bytes, ImportContext[Any]], RecordedActivity] | None = None

    def __attrs_post_init__(self) -> None:
        check_title(self.name, self.title)
        for suffix in self.suffixes:
            check_suffix(self.name, suffix)
        check_function(self.name, "read", self.read, "data", "context")
        if self.recognises is not None:
            check_function(self.name, "recognises", self.recognises, "head")
        if self.read_all is not None:
            check_function(self.name, "read_all", self.read_all, "data", "context")
        if self.read_activity is not None:
            check_function(self.name, "read_activity", self.read_activity, "data", "context")
        check_options(self.name, self.options)
