"""Dates as people write them, in no computer's language but that of the page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from workout_core.html.markup import Markup, element
from workout_core.model.plan import Session

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date) -> str:
    """Say a day of a year that is known: ``Tue 4 Aug``."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def days_from(start: date) -> tuple[date, ...]:
    """Return the days of the week that begins on *start*."""
    return tuple(start + timedelta(days=number) for number in range(len(DAYS)))


def day_element(day: date) -> Markup:
    """Return a day with its year, as ``Tue 4 Aug 2026``."""
    return element("time", f"{say_day(day)} {day.year}", datetime=day.isoformat())


def when_element(session: Session) -> Markup:
    """Return the day and the time of a session, as ``Tue 4 Aug 2026, 18:30``."""
    at = f", {session.at:%H:%M}" if session.at else ""
    moment = session.day.isoformat() + (f"T{session.at:%H:%M}" if session.at else "")
    return element("time", f"{say_day(session.day)} {session.day.year}{at}", datetime=moment)
