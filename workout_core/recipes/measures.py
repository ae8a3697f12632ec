"""The kinds of what a recipe is told: how each is read, written and bounded."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from math import inf
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import frozen

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.model.course import Course
from workout_core.model.duration import Distance, LapButton, Time
from workout_core.units import (
    MILE,
    plain,
    read_clock,
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
_FLAGS: Final = MappingProxyType({"yes": True, "true": True, "no": False, "false": False})
_TOLERANCE: Final = re.compile(r"(?P<clock>[^/%]*?)\s*(?:s(?:ec)?)?\s*(?:/\s*(?P<per>km|mi))?|(?P<share>.*%)")
_BLOCK: Final = re.compile(
    r"(?P<length>rest|\S+?)(?:\s+(?P<sign>[+\u2212-])\s*(?P<off>[0-9.:]+)\s*s?(?:/(?P<per>km|mi))?)?"
)


@frozen
class Tolerance:
    """How far a pace may be off: *by* seconds a kilometre, or by a share of itself."""

    by: float
    relative: bool = False

    def reach(self, speed: float) -> float:
        """Return how many metres per second *speed* may be off."""
        return min(speed * self.by if self.relative else speed * speed * self.by / 1000, speed / 2)


@frozen
class Block:
    """A part of a race: so many *metres*, or the rest of it, *off* seconds a metre slower than the mean.

    The one block without *off* makes up the time.
    """

    metres: float | None
    off: float | None


@frozen
class Measure:
    """One kind of parameter.

    Attributes:
        name: what it is.
        read: its value from a text; raises InvalidWorkout.
        write: the value as a text that *read* takes.
        example: such a text.
        least: the smallest number, where the value is a number.
        most: the largest.
        words: the only texts there are, where they are few.
        many: whether the text is a list, which documents may write as one.
    """

    name: str
    read: Callable[[str], Any]
    example: str
    write: Callable[[Any], str] = str
    least: float = -inf
    most: float = inf
    words: tuple[str, ...] = ()
    many: bool = False

    def check(self, value: Any) -> None:
        """Raise for a number out of bounds.

        Raises:
            InvalidWorkout: it is not a number, or too small, or too large.
        """
        if (self.least, self.most) == (-inf, inf):
            return
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise InvalidWorkout(f"{value!r} is not a {self.name} (like {self.example!r})")
        if not self.least <= value <= self.most:
            ends = f"{self.write(self.least)} to {self.write(self.most)}"
            raise InvalidWorkout(f"must be {ends}: {self.write(value)!r}")


def _count(text: str) -> int:
    number = read_number(text)
    if number != int(number):
        raise InvalidWorkout(f"{shown(text)} is not a whole number")
    return int(number)


def _signed_share(text: str) -> float:
    bare = text.strip().lstrip("+-\u2212")
    if not bare.endswith("%"):
        raise InvalidWorkout(f"{shown(text)} is not a percentage (like '2%')")
    return read_share(bare) * (-1 if text.strip()[0] in "-\u2212" else 1)


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
        return write_distance(amount.metres)
    return "none" if amount is None else "lap"


def _part(text: str) -> Amount | LapButton | None:
    word = text.strip().casefold()
    if word in ("none", "no"):
        return None
    return LapButton() if word == "lap" else read_amount(text)


def _amounts(text: str) -> tuple[Amount, ...]:
    return tuple(read_amount(part) for part in text.split(",") if part.strip())


def _flag(text: str) -> bool:
    if text.strip().casefold() not in _FLAGS:
        raise InvalidWorkout(f"{shown(text)} is neither yes nor no")
    return _FLAGS[text.strip().casefold()]


def read_tolerance(text: str) -> Tolerance:
    """Read ``5s`` (a kilometre), ``8s/mi`` or ``3%``.

    Raises:
        InvalidWorkout: it is none of these, or wider than any pace.
    """
    found = _TOLERANCE.fullmatch(text.strip().lstrip("~\u00b1").strip().casefold())
    try:
        if found and found["share"]:
            made = Tolerance(read_share(found["share"]), relative=True)
        else:
            seconds = _seconds(found["clock"] if found else text)
            made = Tolerance(seconds * (1000 / MILE if found and found["per"] == "mi" else 1))
    except InvalidWorkout:
        raise InvalidWorkout(f"{shown(text)} is not a tolerance (like '5s', '8s/mi' or '3%')") from None
    if not 0 <= made.by <= (0.5 if made.relative else 120):
        raise InvalidWorkout(f"a tolerance of {text.strip()} is none (3 to 15 s a kilometre are usual)")
    return made


def _seconds(text: str) -> float:
    return read_clock(text) if ":" in text else read_number(text)


def write_tolerance(tolerance: Tolerance) -> str:
    """Write a tolerance as :func:`read_tolerance` reads it."""
    return _percentage(tolerance.by) if tolerance.relative else f"{plain(tolerance.by)}s"


def _blocks(text: str) -> tuple[Block, ...]:
    return tuple(_block(part.strip()) for part in text.split(",") if part.strip())


def _block(text: str) -> Block:
    """Read ``10mi +5s/mi``, ``10km`` or ``rest``; a plain ``rest`` makes up the time."""
    found = _BLOCK.fullmatch(text.casefold())
    if not found:
        raise InvalidWorkout(f"{shown(text)} is not a block of a race (like '10mi +5s/mi', '10km' or 'rest')")
    metres = None if found["length"] == "rest" else read_distance(found["length"])
    if not found["off"]:
        return Block(metres, None if metres is None else 0.0)
    length = MILE if found["per"] == "mi" else 1000.0
    return Block(metres, _seconds(found["off"]) / length * (1 if found["sign"] == "+" else -1))


def _write_blocks(blocks: tuple[Block, ...]) -> str:
    return ", ".join(map(_write_block, blocks))


def _write_block(block: Block) -> str:
    length = "rest" if block.metres is None else write_distance(block.metres)
    if not block.off:
        return length
    per, unit = (MILE, "mi") if length.endswith("mi") else (1000.0, "km")
    return f"{length} {'+' if block.off > 0 else '-'}{plain(round(abs(block.off) * per, 6))}s/{unit}"


def _no_course(text: str) -> Course:
    raise InvalidWorkout(f"{shown(text)} is a file, and only a document may name one beside it")


def _cues(text: str) -> tuple[tuple[float, str], ...]:
    made = []
    for part in text.split(","):
        where, _, cue = part.strip().partition(" ")
        made.append((read_distance(where), cue.strip().strip('"')))
    return tuple(made)


DISTANCE: Final = Measure("distance", read_distance, "10km", write_distance, 1, 1_000_000)
TIME: Final = Measure("time", read_time, "1:45:00", write_time, 1, 30 * 86400)
PACE: Final = Measure("pace", read_speed, "4:30/km", write_speed, 0.5, 12.5)
PERCENT: Final = Measure("percentage", _signed_share, "2%", _percentage, -1, 1)
NUMBER: Final = Measure("number", read_number, "1", plain, -1e9, 1e9)
EFFORT: Final = Measure("effort", read_number, "8", plain, 1, 10)
COUNT: Final = Measure("count", _count, "6", str, 1, 1000)
WHOLE: Final = Measure("whole number", _count, "6", str, -1e9, 1e9)
AMOUNT: Final = Measure("time or distance", read_amount, "10min", write_amount)
AMOUNTS: Final = Measure(
    "times or distances",
    _amounts,
    "1min, 2min, 3min",
    lambda many: ", ".join(map(write_amount, many)),
    many=True,
)
PART: Final = Measure("time, distance or lap", _part, "15min", write_amount)
FLAG: Final = Measure("yes or no", _flag, "yes", lambda flag: "yes" if flag else "no", words=("yes", "no"))
TEXT: Final = Measure("text", str, "words")
TOLERANCE: Final = Measure("tolerance", read_tolerance, "5s", write_tolerance)
BLOCKS: Final = Measure("blocks", _blocks, "10mi +5s/mi, 10mi, rest", _write_blocks, many=True)
CUES: Final = Measure("cues by distance", _cues, "16km Now race", str)
COURSE: Final = Measure("course", _no_course, "course.gpx", lambda course: course.name)

MEASURES: Final = MappingProxyType(
    {
        "distance": DISTANCE,
        "time": TIME,
        "pace": PACE,
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
    }
)
"""The measures by the names that plugins give them."""


def one_of(enum: type[Enum]) -> Measure:
    """Return the measure of a member of *enum*, by its value; hyphens, underscores and spaces are one."""
    members = {str(member.value): member for member in enum}

    def read(text: str) -> Enum:
        word = re.sub(r"[\s_-]+", "-", text.strip().casefold())
        if word not in members:
            raise InvalidWorkout(f"{shown(text)} is not one of the choices ({suggestion(word, members)})")
        return members[word]

    return Measure(
        "choice", read, next(iter(members)), lambda member: str(member.value), words=tuple(members)
    )
