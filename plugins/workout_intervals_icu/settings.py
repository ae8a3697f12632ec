"""The lines that say something of the whole workout: the length of the pool, and the sport."""

from __future__ import annotations

import re
from typing import Final

from workout_core import Sport
from workout_intervals_icu.lengths import number

_YARD: Final = 0.9144
_HALF_MILLIMETRE: Final = 0.0005
SETTING: Final = re.compile(r"(?P<name>pool length|sport)\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_LENGTH: Final = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?(m|mtr|y|yrd|yards?|yd)?", re.IGNORECASE)


def write_sport(sport: Sport) -> str:
    """Return the line of a *sport*, which is text for the builder: it has the sport from its calendar."""
    return f"Sport: {sport.title.lower()}"


def write_pool_length(metres: float) -> str:
    """Return the line of a pool that is *metres* long, which the builder knows."""
    yards = round(metres / _YARD)
    if abs(yards * _YARD - metres) < _HALF_MILLIMETRE and metres != round(metres):
        return f"Pool length: {yards}y"
    return "Pool length: " + f"{metres:.2f}".rstrip("0").rstrip(".") + "m"


def read_pool_length(text: str) -> float | None:
    """Return the metres of ``25m`` or ``25y``; None if it is neither."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    is_in_yards = (found[2] or "").casefold().startswith("y")
    return round(number(found[1]) * (_YARD if is_in_yards else 1), 4)


def read_sport(text: str) -> Sport | None:
    """Return the sport of ``trail running``; None if there is none like it."""
    word = "_".join(text.casefold().split())
    return next((sport for sport in Sport if sport.value == word), None)
