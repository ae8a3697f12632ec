"""The kinds of single values: texts, numbers with or without units, dates and times of day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any, Final

from workout_core.documents.kinds import Choice, Text
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.fields.measures import read_date
from workout_core.model.bounds import one_line, several_lines
from workout_core.patterns import lazy_pattern
from workout_core.units import (
    read_distance,
    read_mass,
    read_number,
    read_share,
    read_speed,
    read_time,
)

_BARE_NUMBER: Final = lazy_pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_TIME_OF_DAY: Final = lazy_pattern(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
NUMBER_OR_TEXT: Final = {"type": ["number", "string"]}
_MOST_DIGITS: Final = 40


def jsonable(number: float) -> float:
    """Return a whole number as an int, so that 900.0 is written 900."""
    return int(number) if number == int(number) else number


def _number(text: str) -> float:
    if len(text) > _MOST_DIGITS or not _BARE_NUMBER.fullmatch(text):
        raise InvalidWorkout(f"{shown(text)} is not a number")
    number = read_number(text)
    return jsonable(number)


def _count(text: str) -> int:
    number = _number(text)
    if not isinstance(number, int):
        raise InvalidWorkout(f"{shown(text)} is not a whole number")
    return number


def measured(read: Callable[[str], float], example: str) -> Text:
    """Return the kind of a number in SI units, or a text with a unit such as *example*."""

    def parse(text: str) -> float:
        text = text.strip()
        if len(text) <= _MOST_DIGITS and _BARE_NUMBER.fullmatch(text):
            return _number(text)
        return jsonable(read(text))

    return Text(
        parse, jsonable, NUMBER_OR_TEXT | {"examples": [example]}, f"a number or a text like '{example}'"
    )


def _with_unit(example: str, *units: str) -> Text:
    pattern = re.compile(rf"([0-9]+(?:\.[0-9]+)?)\s*(?:{'|'.join(units)})", re.IGNORECASE)

    def read(text: str) -> float:
        found = pattern.fullmatch(text)
        if not found:
            raise InvalidWorkout(f"{shown(text)} is not a number of {units[0]} (like '{example}')")
        return read_number(found[1])

    return measured(read, example)


def _boolean(text: str) -> bool:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if text.casefold() not in words:
        raise InvalidWorkout(f"{shown(text)} is neither true nor false")
    return words[text.casefold()]


def _time_of_day(text: str) -> time:
    found = _TIME_OF_DAY.fullmatch(text)
    try:
        hour, minute, second = (int(part or 0) for part in found.groups()) if found else (99, 0, 0)
        return time(hour, minute, second)
    except ValueError:
        raise InvalidWorkout(f"{shown(text)} is not a time of day (like '7:00' or '18:30')") from None


_OF_ONE_MACHINE: Final = frozenset({"localtime", "posixrules", "Factory"})


def _zone(text: str) -> str:
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 - only plans have zones

    try:
        known = text not in _OF_ONE_MACHINE and bool(ZoneInfo(text))
    except (KeyError, ValueError, OSError):
        known = False
    if not known:
        hint = suggestion(text, sorted(available_timezones()))
        raise InvalidWorkout(f"{shown(text)} is not a time zone ({hint})")
    return text


LINE: Final = Text(one_line, str, {"type": ["string", "number"]})
LINES: Final = Text(several_lines, str, {"type": "string"})
NUMBER: Final = Text(_number, jsonable, {"type": "number"}, "a number")
COUNT: Final = Text(_count, int, {"type": "integer"}, "a whole number")
BOOLEAN: Final = Text(_boolean, bool, {"type": "boolean"}, "true or false")
ZONE: Final = Text(_zone, str, {"type": "string", "examples": ["Europe/Warsaw"]}, "a time zone")
DATE: Final = Text(read_date, date.isoformat, {"type": "string", "format": "date"}, "a date")
TIME_OF_DAY: Final = Text(
    _time_of_day,
    lambda at: at.isoformat("minutes" if not at.second else "seconds"),
    {"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$"},
    "a time of day",
)
SECONDS: Final = measured(read_time, "15min")
METRES: Final = measured(read_distance, "800m")
SPEED: Final = measured(read_speed, "4:30/km")
BPM: Final = _with_unit("150bpm", "bpm")
WATTS: Final = _with_unit("250W", "W", "watts")
PER_MINUTE: Final = _with_unit("180spm", "spm", "rpm")
KILOCALORIES: Final = _with_unit("200kcal", "kcal")
KILOGRAMS: Final = measured(read_mass, "60kg")
SHARE: Final = measured(read_share, "85%")


def choice(enum: Any, what: str, **others: Any) -> Choice:
    """Return the kind of a member of *enum* by its value, or by one of the *others*."""
    return Choice({member.value: member for member in enum} | others, what)
