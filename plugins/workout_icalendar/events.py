"""The components of a calendar: one event for each session, and one for each week."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Event

from workout_core import Athlete, EventKind, Plan, Session, Workout, session_identity
from workout_icalendar.descriptions import description
from workout_icalendar.options import CalendarOptions
from workout_icalendar.selection import is_timed, kind_of, takes_time
from workout_icalendar.text import Escaped
from workout_icalendar.times import as_written, say_own_times, session_span, with_room
from workout_icalendar.week_summaries import WeekSummary

BUSY: Final = "Training"
"""All that a busy calendar says."""
FIRST_STAMP: Final = datetime(2020, 1, 1, tzinfo=UTC)
STAMP_SECONDS: Final = 2**27
"""Stamps derived from contents lie in the four years after the first."""


def session_event(plan: Plan, session: Session, athlete: Athlete | None, options: CalendarOptions) -> Event:
    """Return the event of a session."""
    event = Event()
    event["UID"] = Escaped(str(session_identity(plan, session)))
    name = BUSY if options.busy else session.name
    event["SUMMARY"] = Escaped(name)
    own_times = _add_times(event, plan, session, athlete, options)
    event.add("TRANSP", "OPAQUE" if takes_time(session, options) else "TRANSPARENT")
    if session.skipped:
        event.add("STATUS", "CANCELLED")
    if not options.busy:
        words = description(session.activity, athlete, options.units_for(athlete))
        _add_words(event, session, "\n\n".join(filter(None, (own_times, words))))
    if options.alarm is not None and is_timed(session, options) and not session.skipped:
        event.add_component(_alarm(name, options.alarm))
    return _stamped(event)


def _add_times(
    event: Event, plan: Plan, session: Session, athlete: Athlete | None, options: CalendarOptions
) -> str:
    """Add when the event begins and ends; return what is to be said of that."""
    if not is_timed(session, options):
        _add_ends(event, session.day, session.day + timedelta(days=1))
        return ""
    span = session_span(session, plan.timezone, athlete)
    room = with_room(span, session, options)
    _add_ends(event, as_written(room.start, plan.timezone), as_written(room.end, plan.timezone))
    return say_own_times(span, room, plan.timezone)


def _add_ends(event: Event, start: date, end: date) -> None:
    event.add("DTSTART", start)
    event.add("DTEND", end)


def _add_words(event: Event, session: Session, text: str) -> None:
    """Add what the session is, and where to find it."""
    if text:
        event["DESCRIPTION"] = Escaped(text)
    event.add("CATEGORIES", [_category(session)])
    if session.activity.links:
        url = session.activity.links[0].url
        event.add("URL", url)
        if kind_of(session) is EventKind.CALL:
            event["LOCATION"] = Escaped(url)


def _category(session: Session) -> str:
    if isinstance(session.activity, Workout):
        return session.activity.sport.title
    return "Event" if session.activity.kind is EventKind.NOTE else session.activity.kind.value.capitalize()


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm["DESCRIPTION"] = Escaped(text)
    alarm.add("TRIGGER", -before)
    return alarm


def week_event(summary: WeekSummary) -> Event:
    """Return the event of a week, which leaves its days free."""
    event = Event()
    event["UID"] = Escaped(str(summary.identity))
    event["SUMMARY"] = Escaped(summary.title)
    if summary.note:
        event["DESCRIPTION"] = Escaped(summary.note)
    _add_ends(event, summary.monday, summary.monday + timedelta(days=7))
    event.add("TRANSP", "TRANSPARENT")
    event.add("CATEGORIES", ["Week"])
    return _stamped(event)


def _stamped(event: Event) -> Event:
    """Stamp the event with a moment that changes when anything visible in it changes."""
    digest = hashlib.sha256(event.to_ical()).digest()
    stamp = FIRST_STAMP + timedelta(seconds=int.from_bytes(digest[:8], "big") % STAMP_SECONDS)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    return event
