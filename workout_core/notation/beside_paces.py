"""Paces by what they are of: a time for a distance, and a pace beside a named one; read and written.

``72s/400m``, ``10km pace + 20s/km``, ``95% marathon pace``. A pace of the athlete's own is quoted there.
"""

from __future__ import annotations

import re
from typing import Final

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.analysis.relative_paces import GOAL_PACE
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.target import Named, Quantity, Range, RepTime, Target
from workout_core.notation.pace_words import known_pace
from workout_core.patterns import lazy_pattern
from workout_core.units import (
    CLOCK,
    HOURS_MINUTES,
    KILOMETRE,
    NUMBER,
    PACE_LENGTHS,
    SPAN,
    plain,
    read_distance,
    read_time,
    rounded_off,
    share,
    write_clock,
    write_distance,
    write_exact_clock,
    write_percent,
)

PACE_NAME: Final = r"(?:[^\W\d_][\w' +-]*|[0-9]+(?:\.[0-9]+)?(?:k|km|mi|m)\s+pace)"
LENGTH: Final = rf"{NUMBER}\s*(?:km|k|miles?|mi|yards?|yds?|metres?|meters?|m)"
_DASH: Final = r"\s{0,3}[-\u2010-\u2014\u2212]\s{0,3}"
_TIME: Final = rf"(?:{CLOCK}|{HOURS_MINUTES}|{SPAN})"
REP_TIMES: Final = rf"(?:(?P<least>{_TIME}|{NUMBER}){_DASH})?(?P<most>{_TIME})"
"""One time or two: ``72s``, ``70-72s``, ``2:40-2:45``."""
REP_TIME: Final = rf"{REP_TIMES}\s*/\s*(?P<length>{LENGTH})"
_KNOWN_NAME: Final = (
    r"[^\W\d_](?:[^\W\d_]|[ -]{1,3}(?=[^\W\d_])){0,60}|[0-9]{1,9}(?:\.[0-9]{1,9})?(?:k|km|mi|m)\s{1,3}pace"
)
"""Without signs and numbers, which are those of the offset."""
_BASE: Final = rf"(?:'(?P<own>{PACE_NAME})'|(?P<name>{_KNOWN_NAME}))"
_PER: Final = r"(?:\s*/\s*(?P<per>(?a:km|mile|mi|100\s?m|100\s?yd|500\s?m)))?"
_OFFSET: Final = (
    r"\s{0,3}(?P<sign>[+\u2010-\u2014\u2212-])\s{0,3}"
    rf"(?P<a>{NUMBER})(?:{_DASH}(?P<b>{NUMBER}))?\s{{0,3}}s(?:ec(?:onds?|s)?)?"
)
OFFSET: Final = rf"{_BASE}{_OFFSET}{_PER}"
SHARE: Final = rf"(?P<a>{NUMBER})(?:{_DASH}(?P<b>{NUMBER}))?\s{{0,3}}%\s{{0,3}}(?:of\s{{1,3}})?{_BASE}"
_UNITLESS: Final = lazy_pattern(rf"[^~\u00b1]*{_OFFSET}", re.IGNORECASE)
_UNIT: Final = lazy_pattern(r"[^\W\d_]+\.?\s*\Z")
_RACE_PACE: Final = lazy_pattern(r"(?:[0-9]+(?:\.[0-9]+)?(?:k|km|mi|m)|half marathon|mile) pace")
_CLOCKS_FROM: Final = 90
"""Seconds from which a time is written as a clock; runners say 72 s, and 1:36."""
_SECONDS_ONLY: Final = frozenset(length for length in PACE_LENGTHS.values() if length != KILOMETRE)
"""Lengths of a pace: a clock before one of them is no time for a distance."""


def is_known(name: str) -> bool:
    """Tell whether *name* is a pace that everybody has, and that needs no quotes."""
    return name in PACE_NAMES or name == GOAL_PACE or _RACE_PACE.fullmatch(name) is not None


def times_of(found: re.Match[str]) -> tuple[float, float]:
    """Return the seconds of :data:`REP_TIMES`, the fewer first; a number alone has the unit of the other."""
    last = read_time(found["most"])
    least = found["least"]
    if least is None:
        return last, last
    if least.replace(".", "").isdigit():
        unit = _UNIT.search(found["most"])
        if unit is None:
            raise InvalidWorkout(
                gettext("{text} has no unit (like '70-72s' or '2:40-2:45')", text=shown(found[0]))
            )
        least += unit[0]
    first = read_time(least)
    return min(first, last), max(first, last)


def rep_time(found: re.Match[str]) -> Target:
    """Read ``72s/400m``."""
    return Target(Quantity.SPEED, RepTime(read_distance(found["length"]), *times_of(found)))


def _base(found: re.Match[str]) -> str:
    """Return the name of the pace that others are beside; what coaches call one of ours is ours."""
    if found["own"]:
        return found["own"]
    name = " ".join(found["name"].casefold().split())
    known = known_pace(name) or name
    if known != name and (known.startswith("RPE") or known.endswith("FTP")):
        raise InvalidWorkout(
            gettext("{name} is {known}, and no pace to be beside", name=shown(name), known=repr(known))
        )
    return known


def offset_pace(found: re.Match[str]) -> Target:
    """Read ``10km pace + 20s``, where seconds without a length are for a kilometre."""
    per = "".join((found["per"] or "km").casefold().split())
    scale = 1000 / PACE_LENGTHS["mi" if per == "mile" else per]
    sign = 1 if found["sign"] == "+" else -1
    ends = [sign * float(text) * scale for text in (found["a"], found["b"] or found["a"])]
    return Target(Quantity.SPEED, Named(_base(found), offset=Range(min(ends), max(ends))))


def share_of_pace(found: re.Match[str]) -> Target:
    """Read ``95-97% marathon pace``."""
    ends = [share(text) for text in (found["a"], found["b"] or found["a"])]
    return Target(Quantity.SPEED, Named(_base(found), share=Range(min(ends), max(ends))))


def by_the_mile(words: str) -> str:
    """Return *words* with the mile that an offset without a length is for, in a step in miles."""
    return f"{words}/mi" if _UNITLESS.fullmatch(words) else words


def write_lap_times(value: RepTime, *, clocks: bool = True) -> str:
    """Write the time of a repetition: ``72s``, ``70-72s``, ``3:20``, ``2:40-2:45``."""
    ends = [value.fastest] if value.fastest == value.slowest else [value.fastest, value.slowest]
    texts = [_clock(end) for end in ends] if clocks and value.slowest >= _CLOCKS_FROM else [""]
    return "-".join(texts) if all(texts) else f"{'-'.join(map(plain, ends))}s"


def _clock(seconds: float) -> str:
    """Return *seconds* as a clock that says them exactly; nothing if none does."""
    if seconds == int(seconds):
        return write_clock(seconds)
    return write_exact_clock(seconds) if round(seconds, 2) == seconds else ""


def write_rep_time(value: RepTime) -> str:
    """Write ``72s/400m``; seconds for what would be a pace with a clock."""
    length = write_distance(value.metres)
    return f"{write_lap_times(value, clocks=value.metres not in _SECONDS_ONLY)}/{length}"


def write_named(value: Named, *, quoted: bool) -> str:
    """Write a pace that has a name, and what is beside one; in single quotes if it is to be *quoted*."""
    share_of_threshold = value.share is not None and value.name == "threshold"
    quoted = quoted or (value.is_relative and (share_of_threshold or not is_known(value.name)))
    text = f"'{value.name}'" if quoted else value.name
    if value.share is not None:
        text = f"{'-'.join(map(write_percent, _ends(value.share)))}% {text}"
    if value.offset is not None:
        text = f"{text} {_offset(value.offset)}"
    if value.tolerance is None:
        return text
    return f"{text} ~{plain(value.tolerance)}s" if value.tolerance else f"{text} ~0"


def _ends(held: Range) -> list[float]:
    return [held.low] if held.low == held.high else [held.low, held.high]


def _offset(held: Range) -> str:
    """Write an offset with its length, a kilometre if a round number says it, or else a mile."""
    sign = "-" if held.low < 0 else "+"
    ends = sorted(map(abs, _ends(held)))
    for decimals in range(3):
        for unit, length in PACE_LENGTHS.items():
            texts = [rounded_off(end * length / 1000, decimals) for end in ends]
            if all(float(text) * (1000 / length) == end for text, end in zip(texts, ends, strict=True)):
                return f"{sign} {'-'.join(texts)}s/{unit}"
    return f"{sign} {'-'.join(map(plain, ends))}s/km"
