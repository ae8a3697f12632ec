"""Which days of a plan are meant: ``next 7d``, a day, or from one day to another."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from workout_core.errors import InvalidWorkout, shown

_NEXT: Final = re.compile(r"next\s+([0-9]{1,4})\s*(d|days?|w|weeks?)", re.IGNORECASE)
_DAY: Final = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_DAYS: Final = re.compile(rf"{_DAY}(?:\s*(?:to|\.\.)\s*{_DAY})?", re.IGNORECASE)
_WEEK: Final = 7


class DaySpan(NamedTuple):
    """Days, the first and the last included."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        """Tell whether *day* is among them."""
        return self.first <= day <= self.last


def from_today(today: date) -> DaySpan:
    """Return all days to come."""
    return DaySpan(today, date.max)


def read_span(text: str, today: date) -> DaySpan:
    """Read ``next 7d``, ``next 2w``, ``2026-08-03`` or ``2026-08-03 to 2026-08-09``.

    Raises:
        InvalidWorkout: it is something else.
    """
    if found := _NEXT.fullmatch(text.strip()):
        days = int(found[1]) * (_WEEK if found[2][0].casefold() == "w" else 1)
        if not days:
            raise _no_time(f"{shown(text)} has no day, and")
        return next_days(days, today)
    if found := _DAYS.fullmatch(text.strip()):
        try:
            first, last = (date.fromisoformat(day) for day in (found[1], found[2] or found[1]))
        except ValueError:
            raise InvalidWorkout(f"{shown(text)} names a day that no calendar has") from None
        if first > last:
            raise _no_time(f"{shown(text)} ends before it begins, and")
        return DaySpan(first, last)
    raise _no_time(shown(text))


def _no_time(what: str) -> InvalidWorkout:
    return InvalidWorkout(
        f"{what} is not a time (like 'next 7d', '2026-08-03' or '2026-08-03 to 2026-08-09')"
    )


def next_days(days: int, today: date) -> DaySpan:
    """Return *days* days, beginning with today."""
    last = min(date.max.toordinal(), today.toordinal() + days - 1)
    return DaySpan(today, today + timedelta(days=last - today.toordinal()))
