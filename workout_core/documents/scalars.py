"""The kinds of single values: what a measure reads, lines of text, times of day, time zones and choices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from enum import Enum
from functools import partial
from typing import Final, TypeVar, cast

from attrs import evolve

from workout_core.documents.kinds import Choice, Json, Text
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.fields import measures, quantities
from workout_core.fields.measure import Measure
from workout_core.model.bounds import one_line, several_lines
from workout_core.patterns import lazy_pattern
from workout_core.units import read_number

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
_BARE_NUMBER: Final = lazy_pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_TIME_OF_DAY: Final = lazy_pattern(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_MOST_DIGITS: Final = 40


def jsonable(number: float) -> float:
    """Return a whole number as an int, so that 900.0 is written 900."""
    return int(number) if number == int(number) else number


def measured(measure: Measure[T]) -> Text[T]:
    """Return how documents hold a value of *measure*: a number in SI units, or as people write it."""
    example = {"examples": [measure.example]} if "string" in measure.schema.get("type", ()) else {}
    return Text(
        partial(_read, measure),
        partial(_written, measure),
        example | dict(measure.schema),
        f"one {measure.name} (like {measure.example!r})",
    )


def _read(measure: Measure[T], text: str) -> T:
    if measure.bare is None:
        return measure.read(text)
    text = text.strip()
    is_bare = len(text) <= _MOST_DIGITS and _BARE_NUMBER.fullmatch(text)
    return _whole(measure.bare(read_number(text)) if is_bare else measure.read(text))


def _whole(value: T) -> T:
    return cast("T", jsonable(value)) if isinstance(value, float) else value


def _written(measure: Measure[T], value: T) -> Json:
    """Return a number, or true or false, as it is, and all else as people write it."""
    return _whole(value) if isinstance(value, (int, float)) else measure.write(value)


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
ZONE: Final = Text(_zone, str, {"type": "string", "examples": ["Europe/Warsaw"]}, "a time zone")
TIME_OF_DAY: Final = Text(
    _time_of_day,
    lambda at: at.isoformat("minutes" if not at.second else "seconds"),
    {"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$"},
    "a time of day",
)
NUMBER: Final = measured(measures.NUMBER)
COUNT: Final = measured(measures.WHOLE)
BOOLEAN: Final = evolve(measured(measures.FLAG), described={"type": "boolean"})
DATE: Final = measured(measures.DATE)
SECONDS: Final = measured(measures.TIME)
METRES: Final = measured(measures.DISTANCE)
SPEED: Final = measured(measures.PACE)
BPM: Final = measured(quantities.HEART_RATE)
WATTS: Final = measured(quantities.POWER)
PER_MINUTE: Final = measured(quantities.CADENCE)
KILOCALORIES: Final = measured(quantities.ENERGY)
KILOGRAMS: Final = measured(quantities.MASS)
SHARE: Final = measured(quantities.SHARE)


def choice(enum: type[E], what: str, **others: E) -> Choice[E]:
    """Return the kind of a member of *enum* by its value, or by one of the *others*."""
    members: Iterable[E] = enum
    return Choice({member.value: member for member in members} | others, what)
