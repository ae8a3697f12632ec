"""Times: ``15min``, ``1h10min``, ``90s``, ``4:30``; and numbers of days."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from math import inf
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import decimal_sign, gettext
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import NUMBER, plain, say_ends, say_number

CLOCK: Final = r"[0-9]{1,6}(?::[0-5][0-9]){1,2}(?:\.[0-9]{1,20})?"
_HOURS: Final = rf"{NUMBER}\s*h(?:ours?|rs?)?"
_MINUTES: Final = rf"{NUMBER}\s*min(?:utes?|s)?"
_SECONDS: Final = rf"{NUMBER}\s*s(?:ec(?:onds?|s)?)?"
SPAN: Final = rf"{_HOURS}(?:\s*{_MINUTES})?(?:\s*{_SECONDS})?|{_MINUTES}(?:\s*{_SECONDS})?|{_SECONDS}"
HOURS_MINUTES: Final = r"[0-9]{1,5}\s*h\s*[0-9]{1,2}"
_SPAN = lazy_pattern(SPAN)
_MOST_DAYS: Final = 36_525
_DAYS = lazy_pattern(r"([+-]?[0-9]{1,5})\s*(?:d|days?|(?P<weeks>w|weeks?))?", re.IGNORECASE)
_PIECE = lazy_pattern(rf"({NUMBER})\s*(h|min|s)")
_HOURS_MINUTES = lazy_pattern(HOURS_MINUTES)
_CLOCK = lazy_pattern(CLOCK)
_SECONDS_IN = MappingProxyType({"h": 3600.0, "min": 60.0, "s": 1.0})


def read_clock(text: str) -> float:
    """Read ``4:30`` or ``1:10:00`` as seconds."""
    if not _CLOCK.fullmatch(text):
        raise InvalidWorkout(gettext("{text} is not a time (like '4:30' or '1:10:00')", text=shown(text)))
    return clock_seconds(text)


def clock_seconds(clock: str) -> float:
    """Return the seconds of a clock, correctly rounded: ``4:29.41`` is the number 269.41."""
    whole, point, hundredths = clock.partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return float(f"{seconds}{point}{hundredths}")


def write_clock(seconds: float) -> str:
    """Write whole seconds as ``4:30`` or ``1:10:00``, rounding first, so that no ``:60`` appears."""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def write_exact_clock(seconds: float) -> str:
    """Write seconds to the hundredth as minutes and seconds, ``4:07.5``, as paces are written."""
    minutes, left = divmod(Decimal(repr(float(seconds))), 60)
    whole = f"{int(minutes)}:{left:05.2f}" if left % 1 else f"{int(minutes)}:{int(left):02}"
    return whole.rstrip("0") if "." in whole else whole


def read_time(text: str) -> float:
    """Read a time as seconds: ``15min``, ``1h10min``, ``90s``, ``4:30``, ``1:10:00``."""
    clean = text.strip().casefold()
    if _CLOCK.fullmatch(clean):
        return clock_seconds(clean)
    if ":" in clean:
        return read_clock(text.strip())
    if _HOURS_MINUTES.fullmatch(clean):
        clean += "min"
    if not _SPAN.fullmatch(clean):
        raise InvalidWorkout(
            gettext("{text} is not a time (like '15min', '1h10min', '90s' or '4:30')", text=shown(text))
        )
    return sum(float(number) * _SECONDS_IN[unit] for number, unit in _PIECE.findall(clean))


def write_time(seconds: float) -> str:
    """Write *seconds* as ``15min``, ``1h10min``, ``90s`` or ``2min30s``."""
    if seconds != int(seconds) or (seconds < 120 and seconds % 60):  # noqa: PLR2004 - 90s reads better
        return f"{plain(seconds)}s"
    hours, left = divmod(int(seconds), 3600)
    minutes, left = divmod(left, 60)
    parts = ((hours, "h"), (minutes, "min"), (left, "s"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0s"


def say_time(seconds: float) -> str:
    """Say a time as ``15 min``, ``90 s`` or ``1 h 10 min``; below two minutes to a tenth of a second."""
    return _say_time(seconds, decimal_sign())


@lru_cache(1024)  # the same few amounts recur in every workout of a plan
def _say_time(seconds: float, sign: str) -> str:
    tenths = round(seconds, 1)
    if tenths < 60 or (tenths < 120 and tenths % 60):  # noqa: PLR2004 - 90 s reads better than 1 min 30 s
        return f"{plain(tenths).replace('.', sign)} s"
    hours, left = divmod(round(seconds), 3600)
    minutes, left = divmod(left, 60)
    return " ".join(
        f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min"), (left, "s")) if number
    )


def say_estimated_time(seconds: float) -> str:
    """Say a time that nobody knows exactly: to the minute, below two minutes to five seconds."""
    return say_time(estimated(seconds))


def estimated(seconds: float) -> float:
    """Return *seconds* as exactly as a time is said that nobody knows."""
    unit = 5 if seconds < 120 else 60  # noqa: PLR2004 - as in say_time
    return max(unit, round(seconds / unit) * unit)


def _common_unit(least: float, most: float) -> tuple[str, float] | None:
    """Return the unit in which people say both ends of a range, and its seconds: 60 to 75 min, 60 to 90 s."""
    for unit, seconds, longest in (("h", 3600.0, inf), ("min", 60.0, 7200.0), ("s", 1.0, 120.0)):
        if most <= longest and not least % seconds and not most % seconds:
            return unit, seconds
    return None


def write_times(least: float, most: float) -> str:
    """Write a range of times as ``30-40min``, ``60-90s`` or ``2min30s-3min``."""
    if common := _common_unit(least, most):
        unit, seconds = common
        return f"{plain(least / seconds)}-{plain(most / seconds)}{unit}"
    return f"{write_time(least)}-{write_time(most)}"


def say_times(least: float, most: float) -> str:
    """Say a range of times as ``30 to 40 min``, ``60 to 90 s`` or ``1 h 50 min to 2 h 10 min``."""
    low, high = round(least, 1), round(most, 1)
    if high > 120:  # noqa: PLR2004 - as in say_time
        low, high = round(least), round(most)
    if common := _common_unit(low, high):
        unit, seconds = common
        return say_ends(*(f"{say_number(each / seconds)} {unit}" for each in (low, high)))
    return say_ends(say_time(least), say_time(most))


def read_days(text: str) -> int:
    """Read ``7``, ``7 days``, ``-2d`` or ``1 week`` as a number of days."""
    found = _DAYS.fullmatch(text.strip())
    if not found:
        raise InvalidWorkout(
            gettext("{text} is not a number of days (like '7 days' or '1 week')", text=shown(text))
        )
    days = int(found[1]) * (7 if found["weeks"] else 1)
    if abs(days) > _MOST_DAYS:
        raise InvalidWorkout(
            gettext("days must be -{most} to {most}: {text}", most=_MOST_DAYS, text=shown(text))
        )
    return days
