"""Dates as people write them, in no computer's language but that of the texts around them."""

from __future__ import annotations

from datetime import date
from typing import Final

from workout_core.languages import gettext, pgettext, pgettext_noop

_DAYS: Final = (
    pgettext_noop("weekday", "Mon"),
    pgettext_noop("weekday", "Tue"),
    pgettext_noop("weekday", "Wed"),
    pgettext_noop("weekday", "Thu"),
    pgettext_noop("weekday", "Fri"),
    pgettext_noop("weekday", "Sat"),
    pgettext_noop("weekday", "Sun"),
)
_MONTHS: Final = (
    pgettext_noop("month", "Jan"),
    pgettext_noop("month", "Feb"),
    pgettext_noop("month", "Mar"),
    pgettext_noop("month", "Apr"),
    pgettext_noop("month", "May"),
    pgettext_noop("month", "Jun"),
    pgettext_noop("month", "Jul"),
    pgettext_noop("month", "Aug"),
    pgettext_noop("month", "Sep"),
    pgettext_noop("month", "Oct"),
    pgettext_noop("month", "Nov"),
    pgettext_noop("month", "Dec"),
)


def say_weekday(weekday: int) -> str:
    """Say a weekday, 0 for Monday: ``Tue``."""
    return pgettext("weekday", _DAYS[weekday])


def say_month(month: int) -> str:
    """Say a month, 1 for January: ``Aug``."""
    return pgettext("month", _MONTHS[month - 1])


def say_day(day: date) -> str:
    """Say a day of a year that is known: ``Tue 4 Aug``."""
    return gettext(
        "{weekday} {day} {month}",
        weekday=say_weekday(day.weekday()),
        day=day.day,
        month=say_month(day.month),
    )


def say_date(day: date) -> str:
    """Say a day with its year: ``Tue 4 Aug 2026``."""
    return f"{say_day(day)} {day.year}"
