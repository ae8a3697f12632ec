"""Durations, limits and targets → raw numbers of the wire: ms, cm, mm/s, bpm + 100, W + 1000, percent."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final, TypeAlias

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
from workout_fit.profile_table import WORKOUT_STEP_DURATION, WORKOUT_STEP_TARGET

NONE_8: Final = 0xFF
NONE_32: Final = 0xFFFFFFFF
RawTarget: TypeAlias = tuple[int, int, int, int]
OPEN_TARGET: Final = (WORKOUT_STEP_TARGET["open"], 0, NONE_32, NONE_32)
NO_TARGET: Final = (NONE_8, NONE_32, NONE_32, NONE_32)

PER_SECOND: Final = 1000
"""Times are milliseconds."""
PER_METRE: Final = 100
"""Distances are centimetres."""
PER_METRE_PER_SECOND: Final = 1000
"""Speeds are millimetres a second."""
BPM_OFFSET: Final = 100
"""Heart rates up to it are percents of the maximum, and beats are above it."""
WATTS_OFFSET: Final = 1000
"""Powers up to it are percents of FTP, and watts are above it."""

_HOW: Final = WORKOUT_STEP_DURATION
DURATIONS: Final[MappingProxyType[type, tuple[int, Callable[[Any], int]]]] = MappingProxyType(
    {
        Time: (_HOW["time"], lambda duration: int(duration.seconds * PER_SECOND + 0.5)),
        Distance: (_HOW["distance"], lambda duration: int(duration.metres * PER_METRE + 0.5)),
        LapButton: (_HOW["open"], lambda _: NONE_32),
        Reps: (_HOW["reps"], lambda duration: int(duration.count)),
        Calories: (_HOW["calories"], lambda duration: int(duration.kilocalories)),
        HeartRateAbove: (_HOW["hr_greater_than"], lambda duration: int(duration.bpm) + BPM_OFFSET),
        HeartRateBelow: (_HOW["hr_less_than"], lambda duration: int(duration.bpm) + BPM_OFFSET),
        PowerAbove: (_HOW["power_greater_than"], lambda duration: int(duration.watts) + WATTS_OFFSET),
        PowerBelow: (_HOW["power_less_than"], lambda duration: int(duration.watts) + WATTS_OFFSET),
    }
)
LIMITS: Final = MappingProxyType(
    {
        Time: _HOW["repeat_until_time"],
        Distance: _HOW["repeat_until_distance"],
        Calories: _HOW["repeat_until_calories"],
        HeartRateAbove: _HOW["repeat_until_hr_greater_than"],
        HeartRateBelow: _HOW["repeat_until_hr_less_than"],
        PowerAbove: _HOW["repeat_until_power_greater_than"],
        PowerBelow: _HOW["repeat_until_power_less_than"],
    }
)
TIMES: Final = _HOW["repeat_until_steps_cmplt"]
SEND_OFF: Final = _HOW["repetition_time"]
SWIM_STROKE: Final = WORKOUT_STEP_TARGET["swim_stroke"]
_CADENCE: Final = WORKOUT_STEP_TARGET["cadence"]
_SCALES: Final = MappingProxyType(
    {
        Quantity.SPEED: (WORKOUT_STEP_TARGET["speed"], PER_METRE_PER_SECOND, 0),
        Quantity.HEART_RATE: (WORKOUT_STEP_TARGET["heart_rate"], 1, BPM_OFFSET),
        Quantity.POWER: (WORKOUT_STEP_TARGET["power"], 1, WATTS_OFFSET),
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
    # from 0 would be no target at its lower end, and half a revolution is none of a leg
    return max(int(low / legs), 1), -int(-high // legs)
