"""Distances: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import NUMBER, plain, rounded_off
from workout_core.units.system import Units

MILE: Final = 1609.344
YARD: Final = 0.9144
FOOT: Final = 0.3048
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


def is_in_yards(metres: float) -> bool:
    """Tell whether *metres* are a whole number of yards, and not of metres: the length of a pool in yards."""
    return metres != int(metres) and round(metres / YARD, 6).is_integer()


def write_distance(metres: float) -> str:
    """Write *metres* as ``800m``, ``5km`` or ``1mi``, whichever a runner would write."""
    kilometres = ("km", 4 if metres >= 5000 else 0)  # noqa: PLR2004 - 1500m, but 10.5km
    for unit, decimals in (kilometres, ("m", 0), ("mi", 2), ("yd", 0)):
        number = rounded_off(metres / LENGTHS[unit], decimals)
        if float(number) * LENGTHS[unit] == metres:
            return f"{number}{unit}"
    return f"{plain(metres)}m"


def say_distance(metres: float, units: Units = Units.METRIC) -> str:
    """Say a distance as people write it, ``800 m``, ``5 km`` or ``3 mi``; one that nobody writes in *units*.

    What somebody wrote is an instruction, and stays exact: a kilometre is not 0.62 mi to anybody.
    """
    text = write_distance(metres)
    if units is Units.IMPERIAL and text.endswith("m") and metres != round(metres, 0 if metres < 5000 else -1):  # noqa: PLR2004
        return say_far(metres, units)
    if len(text) > _LONGEST_EXACT:
        text = write_distance(round(metres, 1))
    number = text.rstrip("kmidy")
    return f"{number} {text[len(number) :]}"


def say_far(metres: float, units: Units = Units.METRIC) -> str:
    """Say in *units* a distance that was added up or measured: ``12 km``, ``7.46 mi``, ``376 yd``."""
    if units is Units.METRIC:
        return say_distance(metres)
    return f"{plain(round(metres / MILE, 2))} mi" if metres >= MILE / 4 else f"{metres / YARD:.0f} yd"


def say_height(metres: float, units: Units = Units.METRIC) -> str:
    """Say a climb as ``24 m`` or ``79 ft``."""
    return f"{metres / FOOT:.0f} ft" if units is Units.IMPERIAL else f"{metres:.0f} m"


def say_race(metres: float) -> str:
    """Say a race as runners do in any country: ``5 km``, ``1 mi``, ``Half marathon``."""
    return _RACES.get(metres) or say_distance(metres)
