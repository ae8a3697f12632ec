"""Speeds and paces: ``4:10/km``, ``7:00/mi``, ``1:45/100m``, ``12km/h``."""

from __future__ import annotations

from math import inf, log
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.patterns import lazy_pattern
from workout_core.units.distances import LONG_UNITS, MILE, YARD
from workout_core.units.numbers import NUMBER, plain, rounded_off
from workout_core.units.times import CLOCK, clock_seconds, read_clock, write_exact_clock

PACE_LENGTHS: Final = MappingProxyType(
    {"km": 1000.0, "mi": MILE, "100m": 100.0, "100yd": 100 * YARD, "500m": 500.0}
)
_HOURLY: Final = MappingProxyType({"km/h": 1000.0, "mph": MILE})
_PACE = lazy_pattern(rf"({CLOCK})\s*(?:min\s*)?/\s*(km|mi|100m|100yd|500m|mile)")
_SPEED = lazy_pattern(rf"({NUMBER})\s*(km/h|kmh|kph|mph|m/s)")
_SPEED_UNITS = MappingProxyType({"kmh": "km/h", "kph": "km/h"})


def read_speed(text: str) -> float:
    """Read a pace or a speed as metres per second: ``4:10/km``, ``7:00/mi``, ``1:45/100m``, ``12km/h``."""
    clean = text.strip().casefold()
    if found := _PACE.fullmatch(clean):
        seconds = read_clock(found[1])
        if seconds == 0:
            raise InvalidWorkout(gettext("{text} is no pace anybody runs", text=repr(text)))
        return PACE_LENGTHS[LONG_UNITS.get(found[2], found[2])] / seconds
    if found := _SPEED.fullmatch(clean):
        return speed_in(float(found[1]), _SPEED_UNITS.get(found[2], found[2]))
    raise InvalidWorkout(
        gettext("{text} is not a pace (like '4:10/km', '7:00/mi' or '12km/h')", text=shown(text))
    )


def speed_in(number: float, unit: str) -> float:
    """Return *number* of ``km/h``, ``mph`` or ``m/s`` in metres per second."""
    return number if unit == "m/s" else number * _HOURLY[unit] / 3600


def write_speed(metres_per_second: float) -> str:
    """Write a speed as a pace if a round one says it exactly, otherwise in metres per second."""
    return write_speeds((metres_per_second,))


def write_speeds(speeds: tuple[float, ...], first: str = "km") -> str:
    """Write one speed or several, joined by ``-``, in a unit that says all of them exactly.

    Args:
        speeds: metres per second.
        first: the unit to prefer, a pace's length (``km``, ``100m``) or ``km/h``; then comes the roundest.
    """
    texts, unit = _exactly(speeds, first)
    return f"{'-'.join(texts)}{'/' * (unit in PACE_LENGTHS)}{unit}"


def write_speed_range(low: float, high: float, first: str = "km") -> str:
    """Write the speeds from *low* to *high* with the smaller number first: ``3:50-4:00/km``, ``30-32km/h``.

    Args:
        low: metres per second.
        high: the same; where it is *low*, one speed is written.
        first: as of :func:`write_speeds`.
    """
    speeds = (high, low) if low != high else (low,)
    _, unit = _exactly(speeds, first)
    return write_speeds(speeds if unit in PACE_LENGTHS else speeds[::-1], first)


def _exactly(speeds: tuple[float, ...], first: str) -> tuple[list[str], str]:
    """Return the numbers of *speeds*, and the unit that says all of them exactly."""
    _, *others = sorted((*PACE_LENGTHS, *_HOURLY), key=lambda unit: _strangeness(unit, first))
    choices = [(first, decimals) for decimals in range(3)]
    choices += [(unit, decimals) for decimals in range(3) for unit in others]
    for unit, decimals in choices if all(speeds) else ():
        texts = [_in_unit(speed, unit, decimals) for speed in speeds]
        if all(_of_unit(text, unit) == speed for text, speed in zip(texts, speeds, strict=True)):
            return texts, unit
    return [plain(speed) for speed in speeds], "m/s"


def _strangeness(unit: str, to: str) -> float:
    """Return how far *unit* is from what people who use the unit *to* know: 0 for itself."""
    for lengths in (PACE_LENGTHS, _HOURLY):
        if unit in lengths and to in lengths:
            return abs(log(lengths[unit] / lengths[to]))
    return inf


def _in_unit(speed: float, unit: str, decimals: int) -> str:
    if unit in PACE_LENGTHS:
        return write_exact_clock(round(PACE_LENGTHS[unit] / speed, decimals))
    return rounded_off(speed * 3600 / _HOURLY[unit], decimals)


def _of_unit(text: str, unit: str) -> float:
    if unit in PACE_LENGTHS:
        return PACE_LENGTHS[unit] / (clock_seconds(text) or inf)
    return speed_in(float(text), unit)
