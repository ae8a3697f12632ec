"""The kinds of values that people fill in: how each is read, written and bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Any, Final

from workout_core.errors import InvalidWorkout, did_you_mean, shown, suggestion
from workout_core.exercises.book import BOOK
from workout_core.fields.amounts import read_part, read_work, read_works, write_amount
from workout_core.fields.measure import NUMBER_OR_TEXT, Measure, number_with_unit
from workout_core.fields.tolerance import Tolerance, read_tolerance, write_tolerance
from workout_core.languages import gettext, gettext_noop
from workout_core.model.course import Course
from workout_core.model.duration import Distance, LapButton, Time
from workout_core.model.target import Named
from workout_core.patterns import lazy_pattern
from workout_core.units import (
    Units,
    plain,
    read_distance,
    read_number,
    read_share,
    read_speed,
    read_time,
    write_distance,
    write_percent,
    write_speed,
    write_time,
)

_NUMERIC: Final = lazy_pattern(r"[0-9:]")
_NUMBERS: Final = (int, float)
_NUMBER: Final = MappingProxyType({"type": "number"})
_INTEGER: Final = MappingProxyType({"type": "integer"})
_DAY: Final = MappingProxyType({"type": "string", "format": "date"})
_FLAGS: Final = MappingProxyType(
    {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}
)
_SHARE: Final = lazy_pattern(r"([+\u2212-]?)\s*([0-9]{1,6}(?:\.[0-9]{1,400})?\s*%)")
_DATE: Final = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CUE: Final = lazy_pattern(
    r"\s*(?P<where>[0-9.]+\s*[a-z]+)\s+(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|(?P<bare>[^\",]+))\s*(?:,|$)",
    re.IGNORECASE,
)


def _count(text: str) -> int:
    try:
        number = read_number(text)
    except InvalidWorkout:
        number = 0.5
    if number != int(number):
        raise InvalidWorkout(gettext("{text} is not a whole number", text=shown(text)))
    return int(number)


def _signed_share(text: str) -> float:
    found = _SHARE.fullmatch(text.strip())
    if not found:
        raise InvalidWorkout(gettext("{text} is not a percentage (like '2%')", text=shown(text)))
    return read_share(found[2]) * (-1 if found[1] in ("-", "\u2212") else 1)


def _bare_share(share: float) -> float:
    if abs(share) >= 1:
        raise InvalidWorkout(gettext("{text} is not a percentage (like '2%')", text=shown(plain(share))))
    return share


def _percentage(share: float) -> str:
    return f"{write_percent(share)}%"


def read_date(text: str) -> date:
    """Read ``2026-08-03``.

    Raises:
        InvalidWorkout: it is no date.
    """
    try:
        return date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        raise InvalidWorkout(gettext("{text} is not a date (like '2026-08-03')", text=shown(text))) from None


def _span(text: str) -> timedelta:
    return timedelta(seconds=read_time(text))


def _flag(text: str) -> bool:
    if text.strip().casefold() not in _FLAGS:
        raise InvalidWorkout(gettext("{text} is neither yes nor no", text=shown(text)))
    return _FLAGS[text.strip().casefold()]


def _pace_or_name(text: str) -> float | Named:
    """Read ``4:30/km``, or the name of a pace: ``threshold``, ``5km pace``."""
    if _NUMERIC.match(text.strip()) and not text.strip().casefold().endswith("pace"):
        speed = read_speed(text)
        PACE.check(speed)
        return speed
    return Named(text)


def _write_pace_or_name(pace: float | Named) -> str:
    return pace.name if isinstance(pace, Named) else write_speed(pace)


def _exercises(text: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    for name in names:
        if BOOK.called(name) is None and (near := BOOK.near(name)):
            told = gettext("{text} is not an exercise", text=shown(name))
            raise InvalidWorkout(f"{told} ({did_you_mean(near)})")
    if not names:
        raise InvalidWorkout(gettext("name an exercise (like 'Squat, Plank, Push-up')"))
    return names


def _no_course(text: str) -> Course:
    told = gettext_noop("{text} is a file, which only a document may name (in a script: read_course({file}))")
    raise InvalidWorkout(gettext(told, text=shown(text), file=repr(text)))


def _cues(text: str) -> tuple[tuple[float, str], ...]:
    made, at = [], 0
    while text[at:].strip():
        found = _CUE.match(text, at)
        if not found:
            told = gettext_noop("{text} is not a cue at a distance (like '16km Now race')")
            raise InvalidWorkout(gettext(told, text=shown(text[at:].strip())))
        cue = found["bare"].strip() if found["bare"] else re.sub(r"\\(.)", r"\1", found["quoted"])
        made.append((read_distance(found["where"]), cue))
        at = found.end()
    return tuple(made)


def _write_cues(cues: tuple[tuple[float, str], ...]) -> str:
    quoted = ((metres, cue.replace("\\", "\\\\").replace('"', '\\"')) for metres, cue in cues)
    return ", ".join(f'{write_distance(metres)} "{cue}"' for metres, cue in quoted)


DISTANCE: Final = number_with_unit("distance", read_distance, "10km", write_distance, 1, 1_000_000)
TIME: Final = number_with_unit("time", read_time, "1:45:00", write_time, 1, 30 * 86400)
PACE: Final = number_with_unit("pace", read_speed, "4:30/km", write_speed, 0.5, 12.5)
PACE_OR_NAME: Final = Measure(
    "pace or its name",
    _pace_or_name,
    "4:30/km",
    _write_pace_or_name,
    (int, float, Named),
    schema=NUMBER_OR_TEXT,
    bare=float,
)
PERCENT: Final = Measure(
    "percentage",
    _signed_share,
    "2%",
    _percentage,
    _NUMBERS,
    -1,
    1,
    schema=MappingProxyType(
        {
            "oneOf": [
                {"type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1},
                {"type": "string", "pattern": "%\\s*$"},
            ],
            "examples": ["2%"],
        }
    ),
    bare=_bare_share,
)
NUMBER: Final = Measure(
    "number", read_number, "1", plain, _NUMBERS, -(10**9), 10**9, schema=_NUMBER, bare=float
)
EFFORT: Final = Measure("effort", read_number, "8", plain, _NUMBERS, 1, 10, schema=_NUMBER, bare=float)
COUNT: Final = Measure("count", _count, "6", str, (int,), 1, 1000, schema=_INTEGER)
WHOLE: Final = Measure("whole number", _count, "6", str, (int,), -(10**9), 10**9, schema=_INTEGER)
AMOUNT: Final = Measure("time or distance", read_work, "10min", write_amount, (Time, Distance))
AMOUNTS: Final = Measure(
    "times or distances",
    read_works,
    "1min, 2min, 3min",
    lambda many: ", ".join(map(write_amount, many)),
    (tuple,),
    many=True,
    items=(Time, Distance),
)
PART: Final = Measure(
    "time, distance or lap", read_part, "15min", write_amount, (Time, Distance, LapButton, NoneType)
)
FLAG: Final = Measure(
    "yes or no",
    _flag,
    "yes",
    lambda flag: "yes" if flag else "no",
    (bool,),
    words=("yes", "no"),
    schema=MappingProxyType({"enum": [True, False, "yes", "no", "true", "false"]}),
)
TEXT: Final = Measure("text", str, "words", str, (str,))
DATE: Final = Measure("date", read_date, "2026-08-03", date.isoformat, (date,), schema=_DAY)
SPAN: Final = Measure("time", _span, "15min", lambda span: write_time(span.total_seconds()), (timedelta,))
TOLERANCE: Final = Measure(
    "tolerance", read_tolerance, "5s", write_tolerance, (Tolerance,), schema=NUMBER_OR_TEXT
)
CUES: Final = Measure("cues by distance", _cues, "16km Now race", _write_cues, (tuple,), items=(tuple,))
EXERCISES: Final = Measure(
    "exercises", _exercises, "Squat, Plank, Push-up", ", ".join, (tuple,), many=True, items=(str,)
)
COURSE: Final = Measure("course", _no_course, "course.gpx", lambda course: course.name, (Course,))
MEASURES: Final[Mapping[str, Measure[Any]]] = MappingProxyType(
    {
        "distance": DISTANCE,
        "time": TIME,
        "pace": PACE,
        "pace or name": PACE_OR_NAME,
        "percentage": PERCENT,
        "number": NUMBER,
        "effort": EFFORT,
        "count": COUNT,
        "whole number": WHOLE,
        "amount": AMOUNT,
        "amounts": AMOUNTS,
        "part": PART,
        "flag": FLAG,
        "text": TEXT,
        "date": DATE,
        "span": SPAN,
        "tolerance": TOLERANCE,
        "course": COURSE,
        "cues": CUES,
        "exercises": EXERCISES,
    }
)
"""The measures by the names that plugins give them."""


def one_of(*enums: type[Enum]) -> Measure[Enum]:
    """Return the measure of a member of *enums*, by its value; hyphens, underscores and spaces are one.

    A member that has an attribute ``says`` is described by it.
    """
    words = tuple(str(member.value) for enum in enums for member in enum)
    said = tuple(str(getattr(member, "says", "")) for enum in enums for member in enum)
    if not words:
        raise InvalidWorkout(f"{enums[0].__name__} has no members to choose from")
    members = {_folded(str(member.value)): member for enum in enums for member in enum}

    def read(text: str) -> Enum:
        if _folded(text) not in members:
            told = gettext_noop("{text} is not one of the choices ({hint})")
            raise InvalidWorkout(gettext(told, text=shown(text), hint=suggestion(text, words)))
        return members[_folded(text)]

    return Measure(
        "choice",
        read,
        words[0],
        lambda member: str(member.value),
        enums,
        words=words,
        said=said if any(said) else (),
        schema=MappingProxyType({"type": "string", "enum": list(words)}),
    )


def set_of(measure: Measure[Any]) -> Measure[frozenset[object]]:
    """Return the measure of several different values of *measure*, with commas between."""

    def read(text: str) -> frozenset[object]:
        return frozenset(measure.read(part.strip()) for part in text.split(","))

    def write(values: frozenset[object]) -> str:
        return ", ".join(sorted(map(measure.write, values)))

    return Measure(
        "choices" if measure.words else f"several of {measure.name}",
        read,
        measure.example,
        write,
        (frozenset,),
        words=measure.words,
        said=measure.said,
        many=True,
        items=measure.types,
    )


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())


UNITS: Final = one_of(Units)
