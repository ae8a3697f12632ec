"""Dates as people write them, in no computer's language but that of the texts around them."""

from __future__ import annotations

from datetime import date
from typing import Final

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date) -> str:
    """Say a day of a year that is known: ``Tue 4 Aug``."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def say_date(day: date) -> str:
    """Say a day with its year: ``Tue 4 Aug 2026``."""
    return f"{say_day(day)} {day.year}"
