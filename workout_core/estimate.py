"""How long and how far: exact where the steps say so, estimated from targets where they do not.

A step by time with a pace, or by distance with a pace, is known at its mid-pace (the mean of the two
paces, which is what a runner reads). Where only effort, a heart rate or nothing is given, the speed is
assumed from the part the step plays. A lap button or a measured limit contributes a stated assumption
and makes the total a lower bound, never a silent zero.
"""

from __future__ import annotations

from functools import singledispatch
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.model.athlete import Athlete
from workout_core.model.duration import (
    Calories,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Ramp, Range, Target
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.resolve import resolve_target

OPEN_SECONDS: Final = MappingProxyType(
    {Intensity.WARMUP: 600.0, Intensity.COOLDOWN: 600.0, Intensity.REST: 60.0, Intensity.RECOVERY: 120.0}
)
OPEN_DEFAULT: Final = 300.0
SECONDS_A_REP: Final = 3.0
SET_UP_SECONDS: Final = 10.0
KILOCALORIES_A_MINUTE: Final = 10.0
_RUNNING: Final = MappingProxyType(
    {
        Intensity.WORK: 1000 / 300,
        Intensity.STEADY: 1000 / 330,
        Intensity.STRIDES: 1000 / 240,
        Intensity.WALK: 1000 / 660,
        Intensity.REST: 0.0,
    }
)
_RUNNING_EASY: Final = 1000 / 390
_SPEEDS: Final = MappingProxyType(
    {
        Sport.WALKING: 1.4,
        Sport.HIKING: 1.1,
        Sport.POOL_SWIMMING: 100 / 130,
        Sport.OPEN_WATER_SWIMMING: 100 / 130,
        Sport.ROWING: 500 / 140,
        Sport.INDOOR_ROWING: 500 / 140,
    }
)
_CYCLING_SPEED: Final = 7.5


@frozen
class Amount:
    """So much of something.

    Attributes:
        value: seconds or metres.
        exact: the steps themselves say so; otherwise it is estimated.
        lower_bound: the athlete decides when some step ends, so it may be more.
    """

    value: float = 0.0
    exact: bool = True
    lower_bound: bool = False

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            self.value + other.value, self.exact and other.exact, self.lower_bound or other.lower_bound
        )

    def __mul__(self, times: float) -> Amount:
        return Amount(self.value * times, self.exact, self.lower_bound)


@frozen
class Totals:
    """The *time* in seconds and the *distance* in metres of something."""

    time: Amount = Amount()  # noqa: RUF009 - a frozen value
    distance: Amount = Amount()  # noqa: RUF009 - a frozen value

    def __add__(self, other: Totals) -> Totals:
        return Totals(self.time + other.time, self.distance + other.distance)

    def __mul__(self, times: float) -> Totals:
        return Totals(self.time * times, self.distance * times)


def totals(workout: Workout, athlete: Athlete | None = None) -> Totals:
    """Return the time and the distance of *workout*, at the paces of *athlete* if one is given."""
    return sum((item_totals(item, workout.sport, athlete) for item in workout.items), Totals())


def item_totals(item: Item, sport: Sport, athlete: Athlete | None = None) -> Totals:
    """Return the time and the distance of a step, or of a repeat with all its passes."""
    if isinstance(item, Step):
        return step_totals(item, sport, athlete)
    once = sum((item_totals(inner, sport, athlete) for inner in item.items), Totals())
    if item.until is not None:
        return _until(item.until, once)
    total = once * (item.times or 1)
    if item.skip_last_rest:
        total = total + item_totals(item.items[-1], sport, athlete) * -1
    return total


def step_totals(step: Step, sport: Sport, athlete: Athlete | None = None) -> Totals:
    """Return the time and the distance of one step."""
    speed = _speed(step, sport, athlete)
    known = speed if speed is not None else _assumed_speed(step.intensity, sport)
    return _of(step.duration, step, known, speed is not None)


def _until(limit: Duration, once: Totals) -> Totals:
    if isinstance(limit, Time):
        passes = limit.seconds / once.time.value if once.time.value else 1
        return Totals(Amount(limit.seconds), Amount(once.distance.value * passes, exact=False))
    if isinstance(limit, Distance) and once.distance.value:
        passes = limit.metres / once.distance.value
        return Totals(Amount(once.time.value * passes, exact=False), Amount(limit.metres))
    return Totals(
        Amount(once.time.value, exact=False, lower_bound=True),
        Amount(once.distance.value, exact=False, lower_bound=True),
    )


@singledispatch
def _of(duration: Duration, step: Step, speed: float, known: bool) -> Totals:  # noqa: FBT001
    raise TypeError(duration, step, speed, known)


@_of.register
def _(duration: Time, _step: Step, speed: float, known: bool) -> Totals:  # noqa: FBT001
    return Totals(Amount(duration.seconds), Amount(duration.seconds * speed, exact=speed == 0 or known))


@_of.register
def _(duration: Distance, step: Step, speed: float, known: bool) -> Totals:  # noqa: FBT001
    pace = speed or _RUNNING[Intensity.WALK]
    exact = known and not _is_wide(step.target)
    return Totals(Amount(duration.metres / pace, exact=exact), Amount(duration.metres))


@_of.register(LapButton)
@_of.register(HeartRateAbove)
@_of.register(HeartRateBelow)
@_of.register(PowerAbove)
@_of.register(PowerBelow)
def _(_duration: Duration, step: Step, speed: float, known: bool) -> Totals:  # noqa: FBT001, ARG001
    seconds = OPEN_SECONDS.get(step.intensity, OPEN_DEFAULT)
    return Totals(Amount(seconds, exact=False, lower_bound=True), Amount(seconds * speed, False, speed > 0))  # noqa: FBT003


@_of.register
def _(duration: Reps, step: Step, _speed: float, _known: bool) -> Totals:  # noqa: FBT001
    exercise = step.exercise or Exercise(name="exercise")
    digits = [1 if part == "X" else int(part) for part in exercise.tempo.split("-") if part]
    seconds = duration.count * (sum(digits) or SECONDS_A_REP) * (2 if exercise.per_side else 1)
    return Totals(Amount(seconds + SET_UP_SECONDS, exact=False))


@_of.register
def _(duration: Calories, _step: Step, speed: float, _known: bool) -> Totals:  # noqa: FBT001
    seconds = duration.kilocalories / KILOCALORIES_A_MINUTE * 60
    return Totals(Amount(seconds, exact=False), Amount(seconds * speed, exact=False))


def _is_wide(target: Target | None) -> bool:
    return not (target and isinstance(target.value, Range) and target.value.low == target.value.high)


def _speed(step: Step, sport: Sport, athlete: Athlete | None) -> float | None:
    """Return the speed that the targets of *step* ask for, if they ask for one."""
    if step.intensity is Intensity.REST and step.target is None:
        return 0.0
    for target in (step.target, step.second_target):
        if target is not None and target.quantity is Quantity.SPEED:
            return _middle(target, athlete)
    return 0.0 if sport in _STILL else None


_STILL: Final = frozenset(
    {Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.PILATES, Sport.HIIT, Sport.CARDIO}
)


def _middle(target: Target, athlete: Athlete | None) -> float | None:
    if athlete is not None:
        try:
            target = resolve_target(target, athlete)
        except (MissingThreshold, InvalidWorkout):
            return None
    value = target.value
    if not isinstance(value, (Range, Ramp)) or value.of is not None:
        return None
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    return 2 / (1 / ends[0] + 1 / ends[1])


def _assumed_speed(intensity: Intensity, sport: Sport) -> float:
    if sport.in_cycling:
        return 0.0 if intensity is Intensity.REST else _CYCLING_SPEED
    if sport in _SPEEDS:
        return 0.0 if intensity is Intensity.REST else _SPEEDS[sport]
    return _RUNNING.get(intensity, _RUNNING_EASY)
