"""What was done: an activity as a watch recorded it, lap by lap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from attrs import field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.sport import Sport
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout


@frozen(kw_only=True, eq=False, repr=False)
class Lap(ValueObject):
    """A part of an activity, from one press of the lap button, or end of a step, to the next.

    Attributes:
        seconds: how long the watch ran.
        metres: how far; None if that is not known.
        heart_rate: the mean in bpm; None without a sensor.
        power: the mean in W; None without a sensor.
        path: the step of the activity's workout that it was a part of, ``steps[1].steps[0]``; else empty.
    """

    seconds: float
    metres: float | None = None
    heart_rate: float | None = None
    power: float | None = None
    path: str = ""

    def __attrs_post_init__(self) -> None:
        for name in ("seconds", "metres", "heart_rate", "power"):
            value = getattr(self, name)
            if value is not None and not 0 <= value < float("inf"):
                raise InvalidWorkout(
                    gettext("{name} of a lap must be 0 or more: {value}", name=name, value=repr(value))
                )


def _in_turn(laps: Iterable[Lap]) -> tuple[Lap, ...]:
    return tuple(laps)


@frozen(kw_only=True, eq=False, repr=False)
class RecordedActivity(ValueObject):
    """What was done.

    Attributes:
        day: the date where the athlete was; None if the file does not say when.
        laps: in order, one or more.
        sport: which one; None if the model does not have it.
        workout: what the watch was asked to do, as it stood in its memory; None if it had none.
        is_of: whether that workout is the one with an identity; None if the activity names no workout.
    """

    day: date | None
    laps: tuple[Lap, ...] = field(converter=_in_turn)
    sport: Sport | None = None
    workout: Workout | None = None
    is_of: Callable[[UUID], bool] | None = None

    def __attrs_post_init__(self) -> None:
        if not self.laps:
            raise InvalidWorkout(gettext("an activity has one lap at least"))
