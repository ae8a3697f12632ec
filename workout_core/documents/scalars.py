"""The kinds of single values: what a measure reads, lines of text, times of day, time zones and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from attrs import evolve

from workout_core.documents.called import What
from workout_core.documents.kinds import Choice, Json, Text
from workout_core.errors import InvalidWorkout, shown
from workout_core.fields import measures, quantities
from workout_core.fields.measure import Measure
from workout_core.fields.tolerance import read_tolerance
from workout_core.languages import Language, gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.model.bounds import one_line, plannable, several_lines
from workout_core.patterns import lazy_pattern
from workout_core.units import TIME_OF_DAY_PATTERN, Units, read_number, read_time_of_day, write_time_of_day

T = TypeVar("T")
_KINDS: Final = (
    pgettext_noop("kind of value", "cadence"),
    pgettext_noop("kind of value", "choice"),
    pgettext_noop("kind of value", "choices"),
    pgettext_noop("kind of value", "count"),
    pgettext_noop("kind of value", "course"),
    pgettext_noop("kind of value", "cues by distance"),
    pgettext_noop("kind of value", "date"),
    pgettext_noop("kind of value", "distance"),
    pgettext_noop("kind of value", "effort"),
    pgettext_noop("kind of value", "energy"),
    pgettext_noop("kind of value", "exercises"),
    pgettext_noop("kind of value", "heart rate"),
    pgettext_noop("kind of value", "mass"),
    pgettext_noop("kind of value", "number"),
    pgettext_noop("kind of value", "pace"),
    pgettext_noop("kind of value", "pace or its name"),
    pgettext_noop("kind of value", "percentage"),
    pgettext_noop("kind of value", "power"),
    pgettext_noop("kind of value", "share"),
    pgettext_noop("kind of value", "text"),
    pgettext_noop("kind of value", "time"),
    pgettext_noop("kind of value", "time or distance"),
    pgettext_noop("kind of value", "time, distance or lap"),
    pgettext_noop("kind of value", "times or distances"),
    pgettext_noop("kind of value", "tolerance"),
    pgettext_noop("kind of value", "whole number"),
    pgettext_noop("kind of value", "yes or no"),
)
"""What measures are called, whose English names are read by programs too."""
E = TypeVar("E", bound=Enum)
_BARE_NUMBER: Final = lazy_pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_MOST_DIGITS: Final = 40
_NUMBERS: Final = MappingProxyType(
    {"number": gettext_noop("a number"), "integer": gettext_noop("a whole number")}
)
_TRUE_OR_FALSE: Final = gettext_noop("true or false")
_NEITHER_YES_NOR_NO: Final = gettext_noop("{text} is neither yes nor no")
_NEITHER_TRUE_NOR_FALSE: Final = gettext_noop("{text} is neither true nor false")
_TRUTHS: Final = frozenset({"true", "yes", "false", "no"})


def jsonable(number: float) -> float:
    """Return a whole number as an int, so that 900.0 is written 900."""
    return int(number) if number == int(number) else number


def measured(measure: Measure[T]) -> Text[T]:
    """Return how documents hold a value of *measure*: a number in SI units, or as people write it.

    Where JSON has a form of its own, a number, true or false, a document takes no other: what people type
    at a prompt is read more kindly than what the schema promises.
    """
    example = {"examples": [measure.example]} if "string" in measure.schema.get("type", ()) else {}
    return Text(_reader(measure), partial(_written, measure), example | dict(measure.schema), _what(measure))


def _reader(measure: Measure[T]) -> Callable[[str], T]:
    if _is_of_numbers(measure):
        return _plain_number(measure.read)
    if bool in measure.types:
        return _true_or_false(measure.read, _NEITHER_YES_NOR_NO)
    return measure.read if measure.bare is None else _numeric(measure.read, measure.bare)


def _is_of_numbers(measure: Measure[Any]) -> bool:
    return str(measure.schema.get("type")) in _NUMBERS


def _what(measure: Measure[Any]) -> What:
    """Return what to call a value of *measure* when it is not a text at all."""
    if bool in measure.types:
        return _TRUE_OR_FALSE
    if _is_of_numbers(measure):
        return _NUMBERS[measure.schema["type"]]
    return partial(_like_its_example, measure)


def name_of(measure: Measure[Any]) -> str:
    """Say what kind of value *measure* is."""
    return pgettext("kind of value", measure.name)


def _like_its_example(measure: Measure[Any]) -> str:
    example = repr(measure.example)
    if measure.bare is not None:
        return gettext("a number or a text like {example}", example=example)
    return gettext("one {name} (like {example})", name=name_of(measure), example=example)


def _is_number(text: str) -> bool:
    return len(text) <= _MOST_DIGITS and _BARE_NUMBER.fullmatch(text) is not None


def _plain_number(read: Callable[[str], T]) -> Callable[[str], T]:
    def parse(text: str) -> T:
        if not _is_number(text):
            raise InvalidWorkout(gettext("{text} is not a number", text=shown(text)))
        return _as_json(read(text))

    return parse


def _true_or_false(read: Callable[[str], T], told: str) -> Callable[[str], T]:
    def parse(text: str) -> T:
        if text.strip().casefold() not in _TRUTHS:
            raise InvalidWorkout(gettext(told, text=shown(text)))
        return read(text)

    return parse


def _numeric(read: Callable[[str], T], bare: Callable[[float], T]) -> Callable[[str], T]:
    def parse(text: str) -> T:
        text = text.strip()
        return _as_json(bare(read_number(text)) if _is_number(text) else read(text))

    return parse


def _as_json(value: T) -> T:
    return cast("T", jsonable(value)) if isinstance(value, float) else value


def _written(measure: Measure[T], value: T) -> Json:
    """Return a number, or true or false, as it is, and all else as people write it."""
    if isinstance(value, float):
        return jsonable(value)
    return value if isinstance(value, int) else measure.write(value)


def _zone(text: str) -> str:
    from workout_core.time_zones import time_zone  # noqa: PLC0415 - only plans have zones

    time_zone(text)
    return text


def _day(text: str) -> date:
    return plannable("the day", measures.DATE.read(text))


def _tolerance(text: str) -> float:
    tolerance = read_tolerance(text)
    if tolerance.relative:
        raise InvalidWorkout(
            gettext("{text} is not in seconds a kilometre (like '5s' or '8s/mi')", text=shown(text))
        )
    return tolerance.by


LINE: Final = Text(one_line, str, {"type": ["string", "number"]})
LINES: Final = Text(several_lines, str, {"type": "string"})
ZONE: Final = Text(_zone, str, {"type": "string", "examples": ["Europe/Warsaw"]}, gettext_noop("a time zone"))
TIME_OF_DAY: Final = Text(
    read_time_of_day,
    write_time_of_day,
    {"type": "string", "pattern": TIME_OF_DAY_PATTERN, "examples": ["18:30"]},
    gettext_noop("a time of day"),
)
NUMBER: Final = measured(measures.NUMBER)
COUNT: Final = measured(measures.WHOLE)
BOOLEAN: Final = Text(
    _true_or_false(measures.FLAG.read, _NEITHER_TRUE_NOR_FALSE), bool, {"type": "boolean"}, _TRUE_OR_FALSE
)
DATE: Final = measured(evolve(measures.DATE, read=_day))
SECONDS: Final = measured(measures.TIME)
METRES: Final = measured(measures.DISTANCE)
SPEED: Final = measured(measures.PACE)
BPM: Final = measured(quantities.HEART_RATE)
WATTS: Final = measured(quantities.POWER)
PER_MINUTE: Final = measured(quantities.CADENCE)
KILOCALORIES: Final = measured(quantities.ENERGY)
KILOGRAMS: Final = measured(quantities.MASS)
SHARE: Final = measured(quantities.SHARE)
TOLERANCE: Final = Text(
    _tolerance,
    jsonable,
    {"type": ["number", "string"], "description": "seconds a kilometre", "examples": ["5s", "8s/mi"]},
    gettext_noop("a tolerance"),
)


def choice(enum: type[E], what: What, **others: E) -> Choice[E]:
    """Return the kind of a member of *enum* by its value, or by one of the *others*."""
    members: Iterable[E] = enum
    return Choice({member.value: member for member in members} | others, what)


UNITS: Final = choice(Units, gettext_noop("a system of units"))
LANGUAGE: Final = choice(Language, gettext_noop("a language"))
