"""Distances: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import floor
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import decimal_sign, gettext, gettext_noop, ngettext
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import NUMBER, plain, rounded_off, say_number, with_sign
from workout_core.units.system import Units

KILOMETRE: Final = 1000.0
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
PLAIN_METRES: Final = lazy_pattern(
    r"(?:[0-9]+(?:\.[0-9]+)?\s*(?:m\s*)?(?:[-\u2013\u2014]|\bto\b)\s*)?[0-9]+(?:\.[0-9]+)?\s*m", re.IGNORECASE
)
"""What says metres, or a range of them, and by which most people mean minutes."""
_OTHER_LETTER: Final = lazy_pattern(r"\s*m(?=\W)", re.IGNORECASE)
_RACES: Final = MappingProxyType(
    {21_097.5: gettext_noop("Half marathon"), 42_195.0: gettext_noop("Marathon")}
)
_IN_OTHERS: Final = (("m", 0), ("mi", 2), ("yd", 0))
_SLACK: Final = 0.005
"""Metres by which a sum of distances may be off."""


def read_distance(text: str) -> float:
    """Read a distance as metres: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""
    clean = " ".join(text.casefold().split())
    if clean in NAMED_DISTANCES:
        return NAMED_DISTANCES[clean]
    found = _LENGTH.fullmatch(clean)
    if not found:
        raise InvalidWorkout(
            gettext(
                "{text} is not a distance (like '800m', '5km', '1mi' or 'half marathon')", text=shown(text)
            )
        )
    return float(found[1]) * LENGTHS[LONG_UNITS.get(found[2], found[2])]


def ask_for_minutes(text: str) -> str:
    """Return the question whether *text*, a number and the letter m, means minutes: ``10m``."""
    number = _OTHER_LETTER.sub("", text[:-1].rstrip())
    return ngettext(
        "{text} is {n} metre: did you mean '{n}min'? (if not, write '{n} metre')",
        "{text} is {n} metres: did you mean '{n}min'? (if not, write '{n} metres')",
        1 if number == "1" else 2,
        n=number,
        text=shown(text),
    )


def is_in_yards(metres: float) -> bool:
    """Tell whether *metres* are a whole number of yards, and not of metres: the length of a pool in yards."""
    return metres != int(metres) and round(metres / YARD, 6).is_integer()


def write_distance(metres: float) -> str:
    """Write *metres* as ``800m``, ``5km`` or ``1mi``, whichever a runner would write."""
    decimals = 4 if metres >= 5 * KILOMETRE else 0  # 1500m, but 10.5km
    number, unit = _round(metres, (("km", decimals), *_IN_OTHERS)) or (plain(metres), "m")
    return f"{number}{unit}"


def write_distances(least: float, most: float) -> str:
    """Write a range of distances as ``8-10km``, ``200-400m`` or ``800m-1km``."""
    low, high = write_distance(least), write_distance(most)
    number = low.rstrip("mkiyd")
    return f"{number if low[len(number) :] == high.lstrip('.0123456789') else low}-{high}"


def say_distance(metres: float, units: Units = Units.METRIC) -> str:
    """Say a distance as somebody writes it: ``800 m``, ``5 km``, ``4 mi``; else as computed, in *units*.

    What somebody wrote is an instruction, and stays exact: a kilometre is not 0.6 mi to anybody.
    """
    return _say_distance(metres, units, decimal_sign())


@lru_cache(1024)  # the same few amounts recur in every workout of a plan
def _say_distance(metres: float, units: Units, sign: str) -> str:
    decimals = 4 if metres >= 5 * KILOMETRE else 1 if metres >= 2 * KILOMETRE else 0  # 1500 m, but 2.5 km
    if units is Units.IMPERIAL and decimals == 4:  # noqa: PLR2004 - where 21.0975 km is 13.1 mi
        ways: tuple[tuple[str, int], ...] = (("km", 2), ("mi", 2), ("yd", 0))
    else:
        ways = (("km", decimals), *_IN_OTHERS)
    found = _round(metres, ways, slack=_SLACK)
    return " ".join(found).replace(".", sign) if found else say_computed_distance(metres, units)


def say_total_distance(metres: float, units: Units = Units.METRIC, *, in_water: bool = False) -> str:
    """Say distances that were added up, with one decimal at most: ``2.4 km``, ``4 mi``, ``21.1 km``.

    In water metres are counted further: ``1500 m``, ``2450 m``.
    """
    if units is Units.IMPERIAL and not in_water:
        return say_computed_distance(metres, units)
    in_kilometres = metres >= (2 if in_water else 1) * KILOMETRE
    ways = [("km", 1)] if in_kilometres else []
    ways += [("m", 0)] if in_water or not in_kilometres else []
    found = _round(metres, (*ways, ("mi", 1), ("yd", 0)), slack=_SLACK)
    return with_sign(" ".join(found)) if found else say_computed_distance(metres, units)


def say_computed_distance(metres: float, units: Units = Units.METRIC, *, down: bool = False) -> str:
    """Say a distance that was computed, with three figures and one decimal at most: ``7.2 km``, ``376 yd``.

    Args:
        metres: how far.
        units: in which it is said.
        down: never as more than it is.
    """
    to_whole: Callable[[float], int] = floor if down else round
    is_imperial = units is Units.IMPERIAL
    if is_imperial and metres < MILE / 4:
        return f"{to_whole(metres / YARD)} yd"
    if not is_imperial and round(metres) < KILOMETRE:
        return f"{say_number(round(metres, 2)) if metres < 1 else to_whole(metres)} m"
    length, unit = (MILE, "mi") if is_imperial else (KILOMETRE, "km")
    number = metres / length
    parts = 10 if number < 99.95 else 1  # noqa: PLR2004 - rounds to 100
    return f"{say_number(to_whole(number * parts) / parts)} {unit}"


def _round(metres: float, ways: Iterable[tuple[str, int]], slack: float = 0.0) -> tuple[str, str] | None:
    """Return the number and the unit of the first of *ways*, units with decimals, that says *metres*."""
    for unit, decimals in ways:
        number = rounded_off(metres / LENGTHS[unit], decimals)
        if abs(float(number) * LENGTHS[unit] - metres) <= slack:
            return number, unit
    return None


def say_height(metres: float, units: Units = Units.METRIC) -> str:
    """Say a climb as ``24 m`` or ``79 ft``."""
    return f"{metres / FOOT:.0f} ft" if units is Units.IMPERIAL else f"{metres:.0f} m"


def say_race(metres: float) -> str:
    """Say a race as runners do in any country: ``5 km``, ``1 mi``, ``Half marathon``."""
    return gettext(_RACES[metres]) if metres in _RACES else say_distance(metres)
