"""The kinds of values that people fill in: how each is read, written and bounded."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Final, TypeAlias

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.exercises.book import BOOK
from workout_core.fields.measure import Measure
from workout_core.fields.tolerance import Tolerance, read_tolerance, write_tolerance
from workout_core.model.course import Course
from workout_core.model.duration import Distance, LapButton, Time
from workout_core.model.target import Named
from workout_core.patterns import lazy_pattern
from workout_core.units import (
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

Amount: TypeAlias = Time | Distance
_NUMERIC: Final = lazy_pattern(r"[0-9:]")
PROBABLY_MINUTES: Final = 90.0
_PLAIN_METRES: Final = lazy_pattern(r"([0-9.]+)\s*m", re.IGNORECASE)
_NUMBERS: Final = (int, float)
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
        raise InvalidWorkout(f"{shown(text)} is not a whole number")
    return int(number)


def _signed_share(text: str) -> float:
    found = _SHARE.fullmatch(text.strip())
    if not found:
        raise InvalidWorkout(f"{shown(text)} is not a percentage (like '2%')")
    return read_share(found[2]) * (-1 if found[1] in ("-", "\u2212") else 1)


def _percentage(share: float) -> str:
    return f"{write_percent(share)}%"


def read_amount(text: str) -> Amount:
    """Read a time or a distance: ``10min`` or ``2km``.

    Raises:
        InvalidWorkout: it is neither.
    """
    for make, read in ((Time, read_time), (Distance, read_distance)):
        try:
            number = read(text)
        except InvalidWorkout:
            continue
        return make(number)
    raise InvalidWorkout(f"{shown(text)} is neither a time nor a distance (like '10min' or '2km')")


def write_amount(amount: Amount | LapButton | None) -> str:
    """Write an amount as :func:`read_amount` reads it, ``lap`` or ``none``."""
    if isinstance(amount, Time):
        return write_time(amount.seconds)
    if isinstance(amount, Distance):
        text = write_distance(amount.metres)
        return f"{text[:-1]} metres" if amount.metres <= PROBABLY_MINUTES and text.endswith("m") else text
    return "none" if amount is None else "lap"


def _part(text: str) -> Amount | LapButton | None:
    word = text.strip().casefold()
    if word in ("none", "no"):
        return None
    return LapButton() if word == "lap" else _questioned(text, read_amount(text), PROBABLY_MINUTES)


def _work(text: str) -> Amount:
    return _questioned(text, read_amount(text), PROBABLY_MINUTES / 3)


def _questioned(text: str, amount: Amount, below: float) -> Amount:
    """Refuse ``15m``, with which most people mean minutes."""
    if (
        isinstance(amount, Distance)
        and amount.metres <= below
        and (found := _PLAIN_METRES.fullmatch(text.strip()))
    ):
        number = found[1]
        told = f"{shown(text)} is {number} metres: did you mean '{number}min'?"
        raise InvalidWorkout(f"{told} (if not, write '{number} metres')")
    return amount


def _amounts(text: str) -> tuple[Amount, ...]:
    return tuple(_work(part.strip()) for part in text.split(",") if part.strip())


def read_date(text: str) -> date:
    """Read ``2026-08-03``.

    Raises:
        InvalidWorkout: it is no date.
    """
    try:
        return date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        raise InvalidWorkout(f"{shown(text)} is not a date (like '2026-08-03')") from None


def _span(text: str) -> timedelta:
    return timedelta(seconds=read_time(text))


def _flag(text: str) -> bool:
    if text.strip().casefold() not in _FLAGS:
        raise InvalidWorkout(f"{shown(text)} is neither yes nor no")
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
            raise InvalidWorkout(f"{shown(name)} is not an exercise (did you mean {near!r}?)")
    if not names:
        raise InvalidWorkout("name an exercise (like 'Squat, Plank, Push-up')")
    return names


def _no_course(text: str) -> Course:
    raise InvalidWorkout(
        f"{shown(text)} is a file, which only a document may name (in a script: read_course({text!r}))"
    )


def _cues(text: str) -> tuple[tuple[float, str], ...]:
    made, at = [], 0
    while text[at:].strip():
        found = _CUE.match(text, at)
        if not found:
            raise InvalidWorkout(
                f"{shown(text[at:].strip())} is not a cue at a distance (like '16km Now race')"
            )
        cue = found["bare"].strip() if found["bare"] else re.sub(r"\\(.)", r"\1", found["quoted"])
        made.append((read_distance(found["where"]), cue))
        at = found.end()
    return tuple(made)


def _write_cues(cues: tuple[tuple[float, str], ...]) -> str:
    quoted = ((metres, cue.replace("\\", "\\\\").replace('"', '\\"')) for metres, cue in cues)
    return ", ".join(f'{write_distance(metres)} "{cue}"' for metres, cue in quoted)


DISTANCE: Final = Measure("distance", read_distance, "10km", write_distance, _NUMBERS, 1, 1_000_000)
TIME: Final = Measure("time", read_time, "1:45:00", write_time, _NUMBERS, 1, 30 * 86400)
PACE: Final = Measure("pace", read_speed, "4:30/km", write_speed, _NUMBERS, 0.5, 12.5)
PACE_OR_NAME: Final = Measure(
    "pace or its name", _pace_or_name, "4:30/km", _write_pace_or_name, (int, float, Named)
)
PERCENT: Final = Measure("percentage", _signed_share, "2%", _percentage, _NUMBERS, -1, 1)
NUMBER: Final = Measure("number", read_number, "1", plain, _NUMBERS, -(10**9), 10**9)
EFFORT: Final = Measure("effort", read_number, "8", plain, _NUMBERS, 1, 10)
COUNT: Final = Measure("count", _count, "6", str, (int,), 1, 1000)
WHOLE: Final = Measure("whole number", _count, "6", str, (int,), -(10**9), 10**9)
AMOUNT: Final = Measure("time or distance", _work, "10min", write_amount, (Time, Distance))
AMOUNTS: Final = Measure(
    "times or distances",
    _amounts,
    "1min, 2min, 3min",
    lambda many: ", ".join(map(write_amount, many)),
    (tuple,),
    many=True,
    items=(Time, Distance),
)
PART: Final = Measure(
    "time, distance or lap", _part, "15min", write_amount, (Time, Distance, LapButton, NoneType)
)
FLAG: Final = Measure(
    "yes or no", _flag, "yes", lambda flag: "yes" if flag else "no", (bool,), words=("yes", "no")
)
TEXT: Final = Measure("text", str, "words", str, (str,))
DATE: Final = Measure("date", read_date, "2026-08-03", date.isoformat, (date,))
SPAN: Final = Measure("time", _span, "15min", lambda span: write_time(span.total_seconds()), (timedelta,))
TOLERANCE: Final = Measure("tolerance", read_tolerance, "5s", write_tolerance, (Tolerance,))
CUES: Final = Measure("cues by distance", _cues, "16km Now race", _write_cues, (tuple,), items=(tuple,))
EXERCISES: Final = Measure(
    "exercises", _exercises, "Squat, Plank, Push-up", ", ".join, (tuple,), many=True, items=(str,)
)
COURSE: Final = Measure("course", _no_course, "course.gpx", lambda course: course.name, (Course,))
MEASURES: Final = MappingProxyType(
    {
        "distance": DISTANCE,
        "time": TIME,
        "pace": PACE,
        "pace or name": PACE_OR_NAME,
        "percentage": PERCENT,
        "number": NUMBER,
        "effort": EFFORT,
        "count": COUNT,
        "amount": AMOUNT,
        "amounts": AMOUNTS,
        "part": PART,
        "flag": FLAG,
        "text": TEXT,
        "tolerance": TOLERANCE,
        "course": COURSE,
        "cues": CUES,
        "exercises": EXERCISES,
    }
)
"""The measures by the names that plugins give them."""


def one_of(*enums: type[Enum]) -> Measure:
    """Return the measure of a member of *enums*, by its value; hyphens, underscores and spaces are one."""
    words = tuple(str(member.value) for enum in enums for member in enum)
    if not words:
        raise InvalidWorkout(f"{enums[0].__name__} has no members to choose from")
    members = {_folded(str(member.value)): member for enum in enums for member in enum}

    def read(text: str) -> Enum:
        if _folded(text) not in members:
            raise InvalidWorkout(f"{shown(text)} is not one of the choices ({suggestion(text, words)})")
        return members[_folded(text)]

    return Measure("choice", read, words[0], lambda member: str(member.value), enums, words=words)


def set_of(measure: Measure) -> Measure:
    """Return the measure of several different values of *measure*, with commas between."""

    def read(text: str) -> frozenset[object]:
        return frozenset(measure.read(part.strip()) for part in text.split(","))

    def write(values: frozenset[object]) -> str:
        return ", ".join(sorted(map(measure.write, values)))

    return Measure(
        f"several of {measure.name}",
        read,
        measure.example,
        write,
        (frozenset,),
        words=measure.words,
        many=True,
        items=measure.types,
    )


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())
