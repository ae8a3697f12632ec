"""Distances: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import NUMBER, plain, rounded_off
from workout_core.units.system import Units

MILE: Final = 1609.344
YARD: Final = 0.9144
NAMED_DISTANCES: Final = MappingProxyType(
    {
        "half marathon": 21097.5,
        "half-marathon": 21097.5,
        "marathon": 42195.0,
        "half": 21097.5,
        "5k": 5000.0,
        "10k": 10000.0,
        "mile": MILE,
    }
)
LENGTHS: Final = MappingProxyType({"m": 1.0, "km": 1000.0, "mi": MILE, "yd": YARD})
LONG_UNITS = MappingProxyType(
    {
        **dict.fromkeys(("metre", "metres", "meter", "meters"), "m"),
        **dict.fromkeys(("mile", "miles"), "mi"),
        **dict.fromkeys(("yard", "yards", "yds"), "yd"),
        "k": "km",
    }
)
_LENGTH = lazy_pattern(rf"({NUMBER})\s*(m|km|mi|yd|metres?|meters?|miles?|yards?|yds|k)")
PLAIN_METRES: Final = lazy_pattern(r"([0-9]+(?:\.[0-9]+)?)\s*m", re.IGNORECASE)
"""What says metres, and by which most people mean minutes."""
_RACES: Final = MappingProxyType({21_097.5: "Half marathon", 42_195.0: "Marathon"})
_LONGEST_EXACT: Final = len("21.0975km")


def read_distance(text: str) -> float:
    """Read a distance as metres: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""
    clean = " ".join(text.casefold().split())
    if clean in NAMED_DISTANCES:
        return NAMED_DISTANCES[clean]
    found = _LENGTH.fullmatch(clean)
    if not found:
        raise InvalidWorkout(
            f"{shown(text)} is not a distance (like '800m', '5km', '1mi' or 'half marathon')"
        )
    return float(found[1]) * LENGTHS[LONG_UNITS.get(found[2], found[2])]


def ask_for_minutes(text: str) -> str:
    """Return the question whether *text*, a number and the letter m, means minutes: ``10m``."""
    number = text[:-1].rstrip()
    metres = f"{number} metre{'s' * (number != '1')}"
    return f"{shown(text)} is {metres}: did you mean '{number}min'? (if not, write '{metres}')"


def write_distance(metres: float) -> str:
    """Write *metres* as ``800m``, ``5km`` or ``1mi``, whichever a runner would write."""
    kilometres = ("km", 4 if metres >= 5000 else 0)  # noqa: PLR2004 - 1500m, but 10.5km
    for unit, decimals in (kilometres, ("m", 0), ("mi", 2), ("yd", 0)):
        number = rounded_off(metres / LENGTHS[unit], decimals)
        if float(number) * LENGTHS[unit] == metres:
            return f"{number}{unit}"
    return f"{plain(metres)}m"


def say_distance(metres: float, units: Units = Units.METRIC) -> str:
    """Say a distance as ``800 m``, ``5 km`` or ``3.1 mi``; to a tenth of a metre if it is not a round one."""
    if units is Units.IMPERIAL and metres >= MILE / 4:
        return f"{plain(round(metres / MILE, 2))} mi"
    text = write_distance(metres)
    if len(text) > _LONGEST_EXACT:
        text = write_distance(round(metres, 1))
    number = text.rstrip("kmidy")
    return f"{number} {text[len(number) :]}"


def say_race(metres: float) -> str:
    """Say a race as runners do in any country: ``5 km``, ``1 mi``, ``Half marathon``."""
    return _RACES.get(metres) or say_distance(metres)
