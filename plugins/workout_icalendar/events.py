"""The components of a calendar: one event for each session, and one for each week."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Final

from workout_core import EventKind, Plan, Readings, Session, Workout, session_identity
from workout_icalendar.content_lines import component, content_line, date_line, duration, text_line
from workout_icalendar.descriptions import description
from workout_icalendar.options import CalendarOptions
from workout_icalendar.selection import is_timed, kind_of, takes_time
from workout_icalendar.times import as_written, say_own_times, session_span, with_room
from workout_icalendar.week_summaries import WeekSummary

BUSY: Final = "Training"
"""All that a busy calendar says."""
FIRST_STAMP: Final = datetime(2020, 1, 1, tzinfo=UTC)
STAMP_SECONDS: Final = 2**27
"""Stamps derived from contents lie in the four years after the first."""


def session_event(plan: Plan, session: Session, readings: Readings, options: CalendarOptions) -> bytes:
    """Return the event of a session."""
    name = BUSY if options.busy else session.name
    start, end, own_times = _times(plan, session, readings, options)
    words = text_line("UID", str(session_identity(plan, session)))
    if not options.busy:
        said = description(session.activity, readings)
        words += text_line("CATEGORIES", _category(session))
        words += _description("\n\n".join(filter(None, (own_times, said))))
    alarm = b""
    if options.alarm is not None and is_timed(session, options) and not session.skipped:
        alarm = _alarm(name, options.alarm)
    return _stamped(_head(name, start, end), words, _status(session, options) + alarm)


def _times(
    plan: Plan, session: Session, readings: Readings, options: CalendarOptions
) -> tuple[date, date, str]:
    """Return when the event begins, when it ends, and what is to be said of that."""
    if not is_timed(session, options):
        return session.day, session.day + timedelta(days=1), ""
    span = session_span(session, plan.timezone, readings)
    room = with_room(span, session, options)
    start, end = (as_written(moment, plan.timezone) for moment in (room.start, room.end))
    return start, end, say_own_times(span, room, plan.timezone)


def _head(name: str, start: date, end: date) -> bytes:
    return text_line("SUMMARY", name) + date_line("DTSTART", start) + date_line("DTEND", end)


def _description(text: str) -> bytes:
    return text_line("DESCRIPTION", text) if text else b""


def _category(session: Session) -> str:
    if session.is_race:
        return EventKind.RACE.value.capitalize()
    if isinstance(session.activity, Workout):
        return session.activity.sport.title
    return "Event" if session.activity.kind is EventKind.NOTE else session.activity.kind.value.capitalize()


def _status(session: Session, options: CalendarOptions) -> bytes:
    """Return whether it takes place, whether it takes time, and where to find it."""
    link = session.activity.links[0] if session.activity.links and not options.busy else None
    lines = b""
    if link and kind_of(session) is EventKind.CALL:
        lines += text_line("LOCATION", link.url)
    if session.skipped:
        lines += content_line("STATUS", "CANCELLED")
    lines += content_line("TRANSP", "OPAQUE" if takes_time(session, options) else "TRANSPARENT")
    return lines + (content_line("URL", link.url) if link else b"")


def _alarm(text: str, before: timedelta) -> bytes:
    lines = (
        content_line("ACTION", "DISPLAY"),
        text_line("DESCRIPTION", text),
        content_line("TRIGGER", duration(-before)),
    )
    return component("VALARM", b"".join(lines))


def week_event(summary: WeekSummary) -> bytes:
    """Return the event of a week, which leaves its days free."""
    words = text_line("UID", str(summary.identity)) + text_line("CATEGORIES", "Week")
    return _stamped(
        _head(summary.title, summary.start, summary.start + timedelta(days=7)),
        words + _description(summary.note),
        content_line("TRANSP", "TRANSPARENT"),
    )


def _stamped(head: bytes, words: bytes, status: bytes) -> bytes:
    """Stamp an event with a moment that changes when anything visible in it changes.

    The parts are in the order that icalendar writes: what it is and when, who it is, then by the name.
    """
    digest = hashlib.sha256(component("VEVENT", head + words + status)).digest()
    stamp = FIRST_STAMP + timedelta(seconds=int.from_bytes(digest[:8], "big") % STAMP_SECONDS)
    stamped, modified = date_line("DTSTAMP", stamp), date_line("LAST-MODIFIED", stamp)
    return component("VEVENT", head + stamped + words + modified + status)
