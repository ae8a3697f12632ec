"""Times of day as people write them: ``18:30``, ``6:30 pm``, ``18.30``, ``18h30``, ``7am``, ``noon``."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.patterns import lazy_pattern

_HALF: Final = 12
_NOON: Final = lazy_pattern(r"(?:12\s*)?(?:noon|midday)")
_TIME: Final = lazy_pattern(
    r"(?P<hour>[0-9]{1,2})"
    r"(?:[:.](?P<minute>[0-5][0-9])(?:[:.](?P<second>[0-5][0-9]))?|\s*(?P<h>h)\s*(?P<past>[0-5][0-9])?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\.?)?"
)
_HOUR: Final = re.compile(r"0?([0-9]|1[01])", re.ASCII)
_FOUR_DIGITS: Final = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])", re.ASCII)
_EXAMPLES: Final = gettext_noop("like '7:00' or '18:30'")
TIME_OF_DAY_PATTERN: Final = (
    r"^\s*([0-9]{1,2}([:.][0-5][0-9]){1,2}|[0-9]{1,2}\s*[Hh]\s*([0-5][0-9])?"
    r"|[0-9]{1,2}([:.][0-5][0-9]){0,2}\s*[AaPp]\.?\s?[Mm]\.?"
    r"|(12\s*)?([Nn][Oo][Oo][Nn]|[Mm][Ii][Dd][Dd][Aa][Yy]))\s*$"
)
"""What a schema says of a time of day."""


def read_time_of_day(text: str) -> time:
    """Read a time of day; an hour alone needs to say which half of the day it is in.

    Raises:
        InvalidWorkout: it is none, or may be two.
    """
    word = text.strip().casefold()
    if _NOON.fullmatch(word):
        return time(_HALF)
    found = _TIME.fullmatch(word)
    said = found is not None and (found["minute"] or found["h"] or found["half"])
    if found is None or not said or (found["h"] and found["half"]):
        raise InvalidWorkout(
            gettext("{text} is not a time of day ({hint})", text=shown(text), hint=_meant(word))
        )
    hour, minute = int(found["hour"]), int(found["minute"] or found["past"] or 0)
    if half := found["half"]:
        hour = hour % _HALF + _HALF * (half == "p") if 1 <= hour <= _HALF else 24
    try:
        return time(hour, minute, int(found["second"] or 0))
    except ValueError:
        raise InvalidWorkout(
            gettext("{text} is not a time of day ({examples})", text=shown(text), examples=gettext(_EXAMPLES))
        ) from None


def write_time_of_day(at: time) -> str:
    """Write a time of day: ``18:30``, with seconds if it has some."""
    return at.isoformat("minutes" if not at.second else "seconds")


def _meant(word: str) -> str:
    """Say how the time of day is written that *word* may have been meant to be."""
    if hour := _HOUR.fullmatch(word):
        first = int(hour[1])
        return gettext("write '{first}' or '{second}'", first=f"{first}:00", second=f"{first + _HALF}:00")
    if word.isascii() and word.isdigit() and len(word) == 2 and int(word) < 24:  # noqa: PLR2004 - hours of a day
        return gettext("write '{time}'", time=f"{word}:00")
    if digits := _FOUR_DIGITS.fullmatch(word):
        return gettext("write '{time}'", time=f"{digits[1]}:{digits[2]}")
    if word == "midnight":
        return gettext("write '0:00' for the beginning of a day")
    return gettext(_EXAMPLES)
