"""A plan → the bytes of a calendar (RFC 5545) that clients accept and refresh well."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vDuration

from workout_core import (
    EventKind,
    ExportContext,
    Plan,
    Session,
    Workout,
    __version__,
    session_identity,
    totals,
)
from workout_icalendar.text import Escaped, calendar_name
from workout_icalendar.timezones import vtimezone
from workout_icalendar.words import description

PRODUCT: Final = f"-//workout-core//workout-core {__version__}//EN"
REFRESH: Final = timedelta(hours=6)
REFRESH_TEXT: Final = "PT6H"
FIRST_STAMP: Final = datetime(2020, 1, 1, tzinfo=UTC)
STAMP_SECONDS: Final = 2**27
"""Stamps derived from contents lie in the four years after the first."""
STEP_MINUTES: Final = 5
EVENT_SECONDS: Final = 3600.0
LONGEST_SECONDS: Final = 7 * 86400.0


def calendar(plan: Plan, context: ExportContext) -> bytes:
    """Return the calendar of *plan*.

    There is no METHOD (with it every event would need an organizer) and no UID of the calendar itself (some
    clients then take the whole for one event). Every stamp follows from the content of its event, so the
    same plan gives the same bytes, and a changed event is seen to have changed.
    """
    zone = plan.timezone if any(session.at for session in plan.sessions) else ""
    feed = Calendar()
    feed.add("PRODID", PRODUCT)
    feed.add("VERSION", "2.0")
    name = calendar_name(plan.name)
    feed["NAME"] = feed["X-WR-CALNAME"] = Escaped(name)
    feed.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    feed["X-PUBLISHED-TTL"] = REFRESH_TEXT
    if zone:
        feed["X-WR-TIMEZONE"] = zone
        feed.add_component(vtimezone(zone, plan.sessions[0].day, plan.sessions[-1].day))
    # a calendar needs an event, so that one of which all is skipped says so
    done = [session for session in plan.sessions if not session.skipped] or plan.sessions
    for session in done:
        feed.add_component(_event(plan, session, context))
    data: bytes = feed.to_ical()
    return data


def _event(plan: Plan, session: Session, context: ExportContext) -> Event:
    event = Event()
    event["UID"] = Escaped(str(session_identity(plan, session)))
    event["SUMMARY"] = Escaped(session.name)
    if text := description(session.activity, context.athlete):
        event["DESCRIPTION"] = Escaped(text)
    _add_times(event, session, plan.timezone, context)
    event.add("CATEGORIES", [_category(session)])
    if session.skipped:
        event.add("STATUS", "CANCELLED")
    if session.activity.links:
        event.add("URL", session.activity.links[0].url)
    stamp = _stamp(event)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    return event


def _add_times(event: Event, session: Session, zone: str, context: ExportContext) -> None:
    """Add the start, the end, and whether the time is taken; all-day events leave the day free."""
    if session.at is None:
        event.add("DTSTART", session.day)
        event.add("DTEND", session.day + timedelta(days=1))
        event.add("TRANSP", "TRANSPARENT")
        return
    start = datetime.combine(session.day, session.at, ZoneInfo(zone))
    lasts = session.lasts or _estimated_seconds(session, context)
    end = start.astimezone(UTC) + timedelta(seconds=round(lasts))
    on_the_wall = end.astimezone(start.tzinfo)
    event.add("DTSTART", start)
    # a wall clock cannot name the second of two equal hours in autumn; UTC can (RFC 5545, 3.8.2.2)
    event.add("DTEND", end if on_the_wall.fold else on_the_wall)
    event.add("TRANSP", "OPAQUE")


def _estimated_seconds(session: Session, context: ExportContext) -> float:
    if not isinstance(session.activity, Workout):
        return EVENT_SECONDS
    minutes = totals(session.activity, context.athlete).time.value / 60
    return min(max(1, ceil(minutes / STEP_MINUTES)) * STEP_MINUTES * 60.0, LONGEST_SECONDS)


def _category(session: Session) -> str:
    if isinstance(session.activity, Workout):
        return session.activity.sport.title
    return "Event" if session.activity.kind is EventKind.NOTE else session.activity.kind.value.capitalize()


def _stamp(event: Event) -> datetime:
    """Return a moment that changes when anything visible in the event changes."""
    digest = hashlib.sha256(event.to_ical()).digest()
    return FIRST_STAMP + timedelta(seconds=int.from_bytes(digest[:8], "big") % STAMP_SECONDS)
