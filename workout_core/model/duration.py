"""How long a step lasts: until a time, a distance, a button, a count or a measured value is reached."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve, field, frozen
from attrs.converters import optional

from workout_core.model.bounds import as_whole, upwards, whole, within
from workout_core.model.value_object import ValueObject

SHORTEST: Final = 0.001
LONGEST: Final = 30 * 86400.0
FARTHEST: Final = 10_000_000.0


@frozen(eq=False, repr=False)
class Time(ValueObject):
    """Until *seconds* have passed; or as long as one likes, up to *longest*: ``30-40min``."""

    seconds: float
    longest: float | None = None

    def __attrs_post_init__(self) -> None:
        within("time", self.seconds, SHORTEST, LONGEST, "s")
        if self.longest is not None:
            within("time", self.longest, SHORTEST, LONGEST, "s")
            upwards("times", self.seconds, self.longest, "s")


@frozen(eq=False, repr=False)
class Distance(ValueObject):
    """Until *metres* are covered; or as far as one likes, up to *farthest*: ``8-10km``."""

    metres: float
    farthest: float | None = None

    def __attrs_post_init__(self) -> None:
        within("distance", self.metres, 0.01, FARTHEST, "m")
        if self.farthest is not None:
            within("distance", self.farthest, 0.01, FARTHEST, "m")
            upwards("distances", self.metres, self.farthest, "m")


@frozen(eq=False, repr=False)
class LapButton(ValueObject):
    """Until the athlete presses the lap button."""


class Counted(Enum):
    """What is counted in a set; the value is the word documents use."""

    __hash__ = object.__hash__  # fast, as that of Quantity

    REPS = "reps"
    STEPS = "steps"
    BREATHS = "breaths"


@frozen(eq=False, repr=False)
class Reps(ValueObject):
    """Until *count* repetitions are done, or *least* of them at a pinch: ``8-10 reps``.

    Attributes:
        count: how many.
        least: the lower end of a range.
        of: what is counted, if it is not repetitions: the steps of a band walk, the breaths of a stretch.
    """

    count: int = field(converter=as_whole)
    least: int | None = field(default=None, converter=optional(as_whole))
    of: Counted = field(default=Counted.REPS, converter=Counted)

    def __attrs_post_init__(self) -> None:
        whole("reps", self.count, 1, 10_000)
        if self.least is None:
            return
        whole("reps", self.least, 1, 10_000)
        upwards("reps", self.least, self.count)


@frozen(eq=False, repr=False)
class MaxReps(ValueObject):
    """Until no more repetitions can be done: as many as possible in one set."""


@frozen(eq=False, repr=False)
class Calories(ValueObject):
    """Until *kilocalories* are spent."""

    kilocalories: int = field(converter=as_whole)

    def __attrs_post_init__(self) -> None:
        whole("calories", self.kilocalories, 1, 60_000)


@frozen(eq=False, repr=False)
class HeartRateAbove(ValueObject):
    """Until the heart rate is above *bpm*."""

    bpm: int = field(converter=as_whole)

    def __attrs_post_init__(self) -> None:
        whole("heart rate", self.bpm, 30, 250)


@frozen(eq=False, repr=False)
class HeartRateBelow(ValueObject):
    """Until the heart rate is below *bpm*."""

    bpm: int = field(converter=as_whole)

    def __attrs_post_init__(self) -> None:
        whole("heart rate", self.bpm, 30, 250)


@frozen(eq=False, repr=False)
class PowerAbove(ValueObject):
    """Until the power is above *watts*."""

    watts: int = field(converter=as_whole)

    def __attrs_post_init__(self) -> None:
        whole("power", self.watts, 1, 5000)


@frozen(eq=False, repr=False)
class PowerBelow(ValueObject):
    """Until the power is below *watts*."""

    watts: int = field(converter=as_whole)

    def __attrs_post_init__(self) -> None:
        whole("power", self.watts, 1, 5000)


Duration: TypeAlias = (
    Time
    | Distance
    | LapButton
    | Reps
    | MaxReps
    | Calories
    | HeartRateAbove
    | HeartRateBelow
    | PowerAbove
    | PowerBelow
)
Until: TypeAlias = Time | Distance | Calories | HeartRateAbove | HeartRateBelow | PowerAbove | PowerBelow

_OTHER_ENDS: Final = MappingProxyType({Time: "longest", Distance: "farthest", Reps: "least"})


def is_range(duration: Duration) -> bool:
    """Tell whether *duration* has two ends: ``30-40min``, ``8-10km``, ``8-12 reps``."""
    if isinstance(duration, Time):  # one after the other: it is asked of every step that is written
        return duration.longest is not None
    if isinstance(duration, Distance):
        return duration.farthest is not None
    return isinstance(duration, Reps) and duration.least is not None


def without_range(duration: Duration) -> Duration:
    """Return *duration* as the one amount that stands for a range: its lower end, or the most repetitions."""
    if not is_range(duration):
        return duration
    changes: dict[str, Any] = {_OTHER_ENDS[type(duration)]: None}
    return evolve(duration, **changes)
