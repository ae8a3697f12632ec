"""Durations, limits and targets → raw numbers of the wire: ms, cm, mm/s, bpm + 100, W + 1000, percent."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from fit_tool.profile.profile_type import WorkoutStepDuration, WorkoutStepTarget

from workout_core import (
    Calories,
    Distance,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Quantity,
    Range,
    Reps,
    Sport,
    Target,
    Time,
    Zone,
)

NONE_8: Final = 0xFF
NONE_32: Final = 0xFFFFFFFF
RawTarget: TypeAlias = tuple[int, int, int, int]
OPEN_TARGET: Final = (WorkoutStepTarget.OPEN.value, 0, NONE_32, NONE_32)
NO_TARGET: Final = (NONE_8, NONE_32, NONE_32, NONE_32)

_HOW: Final = WorkoutStepDuration
DURATIONS: Final[MappingProxyType[type, tuple[int, Callable[[Any], int]]]] = MappingProxyType(
    {
        Time: (_HOW.TIME.value, lambda duration: int(duration.seconds * 1000 + 0.5)),
        Distance: (_HOW.DISTANCE.value, lambda duration: int(duration.metres * 100 + 0.5)),
        LapButton: (_HOW.OPEN.value, lambda _: NONE_32),
        Reps: (_HOW.REPS.value, lambda duration: int(duration.count)),
        Calories: (_HOW.CALORIES.value, lambda duration: int(duration.kilocalories)),
        HeartRateAbove: (_HOW.HR_GREATER_THAN.value, lambda duration: int(duration.bpm) + 100),
        HeartRateBelow: (_HOW.HR_LESS_THAN.value, lambda duration: int(duration.bpm) + 100),
        PowerAbove: (_HOW.POWER_GREATER_THAN.value, lambda duration: int(duration.watts) + 1000),
        PowerBelow: (_HOW.POWER_LESS_THAN.value, lambda duration: int(duration.watts) + 1000),
    }
)
LIMITS: Final = MappingProxyType(
    {
        Time: _HOW.REPEAT_UNTIL_TIME.value,
        Distance: _HOW.REPEAT_UNTIL_DISTANCE.value,
        Calories: _HOW.REPEAT_UNTIL_CALORIES.value,
        HeartRateAbove: _HOW.REPEAT_UNTIL_HR_GREATER_THAN.value,
        HeartRateBelow: _HOW.REPEAT_UNTIL_HR_LESS_THAN.value,
        PowerAbove: _HOW.REPEAT_UNTIL_POWER_GREATER_THAN.value,
        PowerBelow: _HOW.REPEAT_UNTIL_POWER_LESS_THAN.value,
    }
)
TIMES: Final = _HOW.REPEAT_UNTIL_STEPS_CMPLT.value
SWIM_STROKE: Final = WorkoutStepTarget.SWIM_STROKE.value
_CADENCE: Final = WorkoutStepTarget.CADENCE.value
_SCALES: Final = MappingProxyType(
    {
        Quantity.SPEED: (WorkoutStepTarget.SPEED.value, 1000, 0),
        Quantity.HEART_RATE: (WorkoutStepTarget.HEART_RATE.value, 1, 100),
        Quantity.POWER: (WorkoutStepTarget.POWER.value, 1, 1000),
        Quantity.CADENCE: (_CADENCE, 1, 0),
    }
)


def raw_target(target: Target, sport: Sport) -> RawTarget:
    """Return the type, the value, and the custom low and high of *target*.

    A zone is the value, and the custom fields are not given; a range has value 0. Speeds are mm/s, low
    being the slower one. Heart rates are bpm + 100, powers W + 1000, shares whole percents. Steps of both
    feet are written as revolutions of one leg, which is what the profile's unit, rpm, means there.
    """
    value = target.value
    kind, scale, offset = _SCALES[target.quantity]
    if isinstance(value, Range):
        low, high = value.low, value.high
        if value.of is not None:
            return kind, 0, int(low * 100 + 0.5), int(high * 100 + 0.5)
        if kind == _CADENCE:
            return (kind, 0, *_revolutions(low, high, sport))
        return kind, 0, int(low * scale + 0.5) + offset, int(high * scale + 0.5) + offset
    if isinstance(value, Zone):
        return kind, value.number, NONE_32, NONE_32
    raise TypeError(value)


def _revolutions(low: float, high: float, sport: Sport) -> tuple[int, int]:
    legs = 2 if sport.counts_steps(high) else 1
    return int(low / legs), -int(-high // legs)
