"""Dates as elements of a page, which say them to people and to programs."""

from __future__ import annotations

from datetime import date, timedelta

from workout_core.html.markup import Markup, element
from workout_core.model.plan import Session
from workout_core.phrases.dates import DAYS, say_date


def days_from(start: date) -> tuple[date, ...]:
    """Return the days of the week that begins on *start*."""
    return tuple(start + timedelta(days=number) for number in range(len(DAYS)))


def day_element(day: date) -> Markup:
    """Return a day with its year, as ``Tue 4 Aug 2026``."""
    return element("time", say_date(day), datetime=day.isoformat())


def when_element(session: Session) -> Markup:
    """Return the day and the time of a session, as ``Tue 4 Aug 2026, 18:30``."""
    at = f", {session.at:%H:%M}" if session.at else ""
    moment = session.day.isoformat() + (f"T{session.at:%H:%M}" if session.at else "")
    return element("time", f"{say_date(session.day)}{at}", datetime=moment)
