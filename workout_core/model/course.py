"""The way of a race: how far along it each point lies, and how high."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from attrs import field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.bounds import one_line, within
from workout_core.model.duration import FARTHEST
from workout_core.model.value_object import ValueObject


def _floats(numbers: Iterable[float]) -> tuple[float, ...]:
    try:
        return tuple(map(float, numbers))
    except (TypeError, ValueError, OverflowError):
        raise InvalidWorkout(f"a course is made of numbers of metres: {numbers!r:.60}") from None


@frozen(kw_only=True, eq=False, repr=False)
class Course(ValueObject):
    """A course of two points or more.

    Attributes:
        along: metres from the start to each point; the first is 0, and none is less than the one before.
        heights: metres above the sea at each point; empty when nothing is known of them.
        name: what people call it.
    """

    along: tuple[float, ...] = field(converter=_floats)
    heights: tuple[float, ...] = field(default=(), converter=_floats)
    name: str = field(default="", converter=one_line)

    def __attrs_post_init__(self) -> None:
        for where in self.along:
            within("distance", where, 0, FARTHEST, "m")
        if len(self.along) < 2 or self.along[0] != 0 or self.along[-1] <= 0:  # noqa: PLR2004 - a line has two ends
            raise InvalidWorkout(gettext("a course goes from 0 m to somewhere else"))
        if any(after < before for before, after in pairwise(self.along)):
            raise InvalidWorkout(gettext("the points of a course come in the order they are reached"))
        if self.heights and len(self.heights) != len(self.along):
            raise InvalidWorkout(
                gettext(
                    "a course of {points} points has {heights} heights",
                    points=len(self.along),
                    heights=len(self.heights),
                )
            )
        for height in self.heights:
            within("height", height, -1000, 10_000, "m")

    @property
    def metres(self) -> float:
        """How long the points say it is."""
        return self.along[-1]
