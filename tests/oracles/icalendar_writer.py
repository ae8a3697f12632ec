"""Calendars as icalendar composes them: the same properties, which it sorts, escapes its way and folds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import (
    Alarm,
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDuration,
    vText,
)
from icalendar.prop import vRecur

from workout_core import (
    EventKind,
    ExportContext,
    Plan,
    Readings,
    Session,
    Workout,
    identity_text,
    session_identity,
)
from workout_core.time_zones import time_zone
from workout_icalendar.calendar import PRODUCT, calendar_name, contents
from workout_icalendar.descriptions import description
from workout_icalendar.events import BUSY
from workout_icalendar.options import CalendarOptions
from workout_icalendar.selection import is_timed, kind_of, takes_time
from workout_icalendar.times import say_own_times, session_span, with_room
from workout_icalendar.timezones import is_daylight, observances
from workout_icalendar.tzif import ClockChange
from workout_icalendar.week_summaries import WeekSummary

ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Escaped(vText):
    r"""A TEXT value; the library's own escaper takes a literal ``\N`` for a line break."""

    def to_ical(self) -> bytes:
        """Return the escaped bytes."""
        return str(self).translate(ESCAPES).encode()


def write_with_icalendar(plan: Plan, context: ExportContext) -> bytes:
    """Return the calendar of *plan*."""
    options = context.options or CalendarOptions()
    readings = context.readings.in_units(options.units_for(context.athlete))
    weeks, sessions = contents(plan, readings, options)
    feed = Calendar()
    feed.add("PRODID", PRODUCT)
    feed.add("VERSION", "2.0")
    name = BUSY if options.busy else calendar_name(plan.name)
    feed["NAME"] = feed["X-WR-CALNAME"] = Escaped(name)
    feed.add("REFRESH-INTERVAL", vDuration(timedelta(hours=6)), parameters={"VALUE": "DURATION"})
    feed["X-PUBLISHED-TTL"] = "PT6H"
    if any(is_timed(session, options) for session in sessions):
        feed["X-WR-TIMEZONE"] = plan.timezone
        feed.add_component(vtimezone(plan.timezone, plan.sessions[0].day, plan.sessions[-1].day))
    for week in weeks:
        feed.add_component(_week_event(week, context.now))
    for session in sessions:
        feed.add_component(_session_event(plan, session, readings, options, context.now))
    return _bytes(feed)


def vtimezone(name: str, first: date | None, last: date | None) -> Timezone:
    """Return the VTIMEZONE of a zone."""
    component = Timezone()
    component.add("TZID", name)
    for change, recurrence in observances(name, first, last):
        component.add_component(_observance(change, recurrence))
    return component


def _observance(change: ClockChange, recurrence: str) -> Component:
    component = TimezoneDaylight() if is_daylight(change) else TimezoneStandard()
    component.add("DTSTART", change.onset)
    if recurrence:
        component.add("RRULE", vRecur.from_ical(recurrence))
    component.add("TZNAME", change.after.name)
    component.add("TZOFFSETFROM", change.before.offset)
    component.add("TZOFFSETTO", change.after.offset)
    return component


def _bytes(component: Component) -> bytes:
    data: bytes = component.to_ical()
    return data


def _session_event(
    plan: Plan, session: Session, readings: Readings, options: CalendarOptions, now: datetime
) -> Event:
    event = Event()
    event["UID"] = Escaped(str(session_identity(plan, session)))
    name = BUSY if options.busy else session.name
    event["SUMMARY"] = Escaped(name)
    own_times = _add_times(event, plan, session, readings, options)
    event.add("TRANSP", "OPAQUE" if takes_time(session, options) else "TRANSPARENT")
    if session.skipped:
        event.add("STATUS", "CANCELLED")
    if not options.busy:
        words = description(session.activity, readings)
        _add_words(event, session, "\n\n".join(filter(None, (own_times, words))))
        event["X-WORKOUT-IDENTITY"] = Escaped(identity_text(plan, session))
    if options.alarm is not None and is_timed(session, options) and not session.skipped:
        event.add_component(_alarm(name, options.alarm))
    return _stamped(event, now)


def _add_times(
    event: Event, plan: Plan, session: Session, readings: Readings, options: CalendarOptions
) -> str:
    if not is_timed(session, options):
        _add_ends(event, session.day, session.day + timedelta(days=1))
        return ""
    span = session_span(session, plan.timezone, readings)
    room = with_room(span, session, options)
    _add_ends(event, _as_written(room.start, plan.timezone), _as_written(room.end, plan.timezone))
    return say_own_times(span, room, plan.timezone)


def _as_written(moment: datetime, zone: str) -> datetime:
    """Return *moment* in its zone; icalendar knows by itself which zones are UTC by another name."""
    wall = moment.astimezone(time_zone(zone))
    is_shown_twice = wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
    return moment.astimezone(UTC) if is_shown_twice else wall


def _add_ends(event: Event, start: date, end: date) -> None:
    event.add("DTSTART", start)
    event.add("DTEND", end)


def _add_words(event: Event, session: Session, text: str) -> None:
    if text:
        event["DESCRIPTION"] = Escaped(text)
    event.add("CATEGORIES", [_category(session)])
    if session.activity.links:
        url = session.activity.links[0].url
        event.add("URL", url)
        if kind_of(session) is EventKind.CALL:
            event["LOCATION"] = Escaped(url)


def _category(session: Session) -> str:
    if session.is_race:
        return "Race"
    if isinstance(session.activity, Workout):
        return session.activity.sport.title
    return "Event" if session.activity.kind is EventKind.NOTE else session.activity.kind.value.capitalize()


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm["DESCRIPTION"] = Escaped(text)
    alarm.add("TRIGGER", -before)
    return alarm


def _week_event(summary: WeekSummary, now: datetime) -> Event:
    event = Event()
    event["UID"] = Escaped(str(summary.identity))
    event["SUMMARY"] = Escaped(summary.title)
    if summary.note:
        event["DESCRIPTION"] = Escaped(summary.note)
    _add_ends(event, summary.start, summary.start + timedelta(days=7))
    event.add("TRANSP", "TRANSPARENT")
    event.add("CATEGORIES", ["Week"])
    return _stamped(event, now)


def _stamped(event: Event, now: datetime) -> Event:
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(name, now.astimezone(UTC).replace(microsecond=0))
    event.add("SEQUENCE", 0)
    return event
