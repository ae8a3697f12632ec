"""When the event of a session begins and ends, on clocks that go forward and back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from math import ceil
from typing import Final

from attrs import frozen

from workout_core import Readings, Session, Workout, gettext, time_zone
from workout_icalendar.options import CalendarOptions
from workout_icalendar.tzif import read_zone

STEP_MINUTES: Final = 5
EVENT_SECONDS: Final = 3600.0
LONGEST_SECONDS: Final = 7 * 86400.0


@frozen
class Span:
    """The moments in UTC from *start* to *end*."""

    start: datetime
    end: datetime


def session_span(session: Session, zone: str, readings: Readings) -> Span:
    """Return when a session that has a time of day begins and ends.

    Of a time that the clock shows twice, the first is meant. One that it passes over when it goes forward
    is as long after the change as it says: 2:30 becomes 3:30.
    """
    at = (session.at or time.min).replace(fold=0)
    start = datetime.combine(session.day, at, time_zone(zone)).astimezone(UTC)
    lasts = session.lasts or _estimated_seconds(session, readings)
    return Span(start, start + timedelta(seconds=round(lasts)))


def _estimated_seconds(session: Session, readings: Readings) -> float:
    if not isinstance(session.activity, Workout):
        return EVENT_SECONDS
    minutes = readings.time(session).value / 60
    return min(max(1, ceil(minutes / STEP_MINUTES)) * STEP_MINUTES * 60.0, LONGEST_SECONDS)


def with_room(span: Span, session: Session, options: CalendarOptions) -> Span:
    """Return when the event of a session begins and ends: a workout's has room before and after."""
    if not isinstance(session.activity, Workout):
        return span
    return Span(span.start - options.before, span.end + options.after)


def say_own_times(span: Span, room: Span, zone: str) -> str:
    """Say when a session itself begins and ends, where its event does not."""
    start, end = (_time_of_day(moment, zone) for moment in (span.start, span.end))
    if room.start != span.start and room.end != span.end:
        return gettext("Starts at {start}, ends at {end}", start=start, end=end)
    if room.start != span.start:
        return gettext("Starts at {start}", start=start)
    return gettext("Ends at {end}", end=end) if room.end != span.end else ""


def _time_of_day(moment: datetime, zone: str) -> str:
    wall = moment.astimezone(time_zone(zone))
    return f"{wall.hour}:{wall.minute:02}"


def as_written(moment: datetime, zone: str) -> datetime:
    """Return *moment* as a calendar writes it: on the clock of *zone*, or in UTC where that shows it twice.

    Of two equal times in autumn the first is meant (RFC 5545, 3.3.5), but some readers take the second. A
    time in UTC, by whatever name, must have no TZID (3.2.19).
    """
    wall = moment.astimezone(time_zone(zone))
    is_shown_twice = wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
    return moment if is_shown_twice or read_zone(zone).is_utc else wall
