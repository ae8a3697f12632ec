"""What a workout asks of a format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.formats.capabilities import Feature
from workout_core.model.duration import (
    Calories,
    Counted,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
    is_range,
)
from workout_core.model.exercise import Band, BodyWeight, Exercise, OneRepMax, Weight
from workout_core.model.sets import is_send_off
from workout_core.model.target import Quantity, Ramp, Range, Reference, RepTime, Target, Zone
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout

DURATIONS: Final = MappingProxyType(
    {
        Time: Feature.TIME,
        Distance: Feature.DISTANCE,
        LapButton: Feature.LAP_BUTTON,
        Reps: Feature.REPS,
        MaxReps: Feature.MAX_REPS,
        Calories: Feature.CALORIES,
        HeartRateAbove: Feature.HEART_RATE_LIMIT,
        HeartRateBelow: Feature.HEART_RATE_LIMIT,
        PowerAbove: Feature.POWER_LIMIT,
        PowerBelow: Feature.POWER_LIMIT,
    }
)
RANGES: Final = MappingProxyType(
    {Time: Feature.AMOUNT_RANGE, Distance: Feature.AMOUNT_RANGE, Reps: Feature.REPS_RANGE}
)
QUANTITIES: Final = MappingProxyType(
    {
        Quantity.SPEED: Feature.SPEED,
        Quantity.HEART_RATE: Feature.HEART_RATE,
        Quantity.POWER: Feature.POWER,
        Quantity.CADENCE: Feature.CADENCE,
        Quantity.EFFORT: Feature.EFFORT,
    }
)
_OF_RANGES: Final = MappingProxyType({quantity: (feature,) for quantity, feature in QUANTITIES.items()})
ZONES: Final = MappingProxyType(
    {
        Quantity.SPEED: Feature.SPEED_ZONE,
        Quantity.HEART_RATE: Feature.HEART_RATE_ZONE,
        Quantity.POWER: Feature.POWER_ZONE,
    }
)
SHARES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: Feature.SHARE_OF_THRESHOLD_PACE,
        Reference.THRESHOLD_HEART_RATE: Feature.SHARE_OF_THRESHOLD_HEART_RATE,
        Reference.MAX_HEART_RATE: Feature.SHARE_OF_MAX_HEART_RATE,
        Reference.HEART_RATE_RESERVE: Feature.SHARE_OF_HEART_RATE_RESERVE,
        Reference.FTP: Feature.SHARE_OF_FTP,
    }
)
LOADS: Final = MappingProxyType(
    {
        Weight: Feature.WEIGHT,
        OneRepMax: Feature.ONE_REP_MAX,
        BodyWeight: Feature.BODY_WEIGHT,
        Band: Feature.BAND,
    }
)
PLAIN_ROLES: Final = frozenset(
    {Intensity.WORK, Intensity.WARMUP, Intensity.COOLDOWN, Intensity.RECOVERY, Intensity.REST}
)


def features_of(workout: Workout) -> frozenset[Feature]:
    """Return every feature that a format needs to carry *workout* whole."""
    return frozenset(_of_workout(workout)).union(*(features_of_item(item) for _, item in workout.walk()))


def _of_workout(workout: Workout) -> Iterator[Feature]:
    if workout.description:
        yield Feature.DESCRIPTION
    if workout.tags:
        yield Feature.TAGS
    if workout.links:
        yield Feature.LINKS
    if workout.pool_length is not None:
        yield Feature.POOL_LENGTH


@singledispatch
def features_of_item(item: Item) -> frozenset[Feature]:
    """Return the features of a step, or of a repeat without its items."""
    raise TypeError(item)


@features_of_item.register
def _(item: Repeat) -> frozenset[Feature]:
    return frozenset(_of_repeat(item))


@features_of_item.register
def _(item: Step) -> frozenset[Feature]:
    return frozenset(features_of_step(item))


def _of_repeat(repeat: Repeat) -> Iterator[Feature]:
    yield Feature.REPEAT
    if repeat.depth > 1:
        yield Feature.NESTED_REPEAT
    if repeat.until is not None:
        yield Feature.REPEAT_UNTIL
        yield feature_of_duration(repeat.until)
    if repeat.most is not None:
        yield Feature.REPEAT_RANGE
    if repeat.skip_last_rest:
        yield Feature.SKIP_LAST_REST
    if repeat.every is not None:
        yield feature_of_interval(repeat)
    if repeat.cap is not None:
        yield Feature.TIME_CAP


def features_of_step(step: Step) -> list[Feature]:
    """Return the features that a format needs to carry *step* whole; one may be there twice."""
    duration, target = step.duration, step.target
    needed = [DURATIONS[type(duration)]]
    if is_range(duration):
        needed.append(RANGES[type(duration)])
    if type(duration) is Reps and duration.of is not Counted.REPS:
        needed.append(Feature.COUNTED)
    if target is not None:
        needed += features_of_target(target)
    if step.second_target is not None:
        needed += (*features_of_target(step.second_target), Feature.SECOND_TARGET)
    if step.intensity not in PLAIN_ROLES:
        needed.append(Feature.ROLE)
    if step.name:
        needed.append(Feature.STEP_NAME)
    if step.cue:
        needed.append(Feature.CUE)
    if step.exercise is not None:
        needed += _of_exercise(step.exercise)
    if step.stroke is not None or step.equipment is not None:
        needed += _of_swimming(step)
    return needed


def _of_swimming(step: Step) -> Iterator[Feature]:
    if step.stroke is not None:
        yield Feature.STROKE
        if step.target is not None:
            yield Feature.STROKE_BESIDE_TARGET
    if step.equipment is not None:
        yield Feature.EQUIPMENT


def _of_exercise(exercise: Exercise) -> Iterator[Feature]:
    yield Feature.EXERCISE
    if exercise.per_side:
        yield Feature.PER_SIDE
    if exercise.tempo:
        yield Feature.TEMPO
    if exercise.load is not None:
        yield LOADS[type(exercise.load)]
        if isinstance(exercise.load, Weight) and exercise.load.is_told_apart:
            yield Feature.IMPLEMENTS


def feature_of_interval(repeat: Repeat) -> Feature:
    """Return the feature that the interval of *repeat* needs."""
    return Feature.SEND_OFF if is_send_off(repeat) else Feature.REPEAT_EVERY


def feature_of_duration(duration: Duration) -> Feature:
    """Return the feature that *duration* needs."""
    return DURATIONS[type(duration)]


def features_of_target(target: Target) -> tuple[Feature, ...]:
    """Return the features that *target* needs."""
    if type(target.value) is Range and target.value.of is None:  # most of them are two numbers
        return _OF_RANGES[target.quantity]
    feature = feature_of_value(target)
    return (Feature.RAMP, feature) if isinstance(target.value, Ramp) else (feature,)


def feature_of_value(target: Target) -> Feature:
    """Return the feature that the value of *target* needs, whether it stays the same or climbs."""
    value = target.value
    if isinstance(value, (Range, Ramp)):
        return QUANTITIES[target.quantity] if value.of is None else SHARES[value.of]
    if isinstance(value, Zone):
        return ZONES[target.quantity]
    if isinstance(value, RepTime):
        return Feature.REP_TIME
    return Feature.RELATIVE_PACE if value.is_relative else Feature.NAMED_PACE
