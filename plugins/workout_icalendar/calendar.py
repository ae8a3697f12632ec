"""A plan → the bytes of a calendar (RFC 5545) that clients accept and refresh well."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from icalendar import Calendar, vDuration

from workout_core import ExportContext, Plan, Session, __version__
from workout_icalendar.events import BUSY, session_event, week_event
from workout_icalendar.options import CalendarOptions
from workout_icalendar.selection import all_skipped, chosen, is_timed, nothing_left, written
from workout_icalendar.text import Escaped, calendar_name
from workout_icalendar.timezones import vtimezone
from workout_icalendar.week_summaries import WeekSummary, summaries

PRODUCT: Final = f"-//workout-core//workout-core {__version__}//EN"
REFRESH: Final = timedelta(hours=6)
REFRESH_TEXT: Final = "PT6H"


def calendar(plan: Plan, context: ExportContext) -> bytes:
    """Return the calendar of *plan*.

    There is no METHOD (with it every event would need an organizer) and no UID of the calendar itself (some
    clients then take the whole for one event). Every stamp follows from the content of its event, so the
    same plan gives the same bytes, and a changed event is seen to have changed.

    Raises:
        InvalidOption: the options leave nothing of the plan.
        InvalidWorkout: its time zone is none.
    """
    options = context.options or CalendarOptions()
    weeks, sessions = _contents(plan, context, options)
    feed = Calendar()
    feed.add("PRODID", PRODUCT)
    feed.add("VERSION", "2.0")
    name = BUSY if options.busy else calendar_name(plan.name)
    feed["NAME"] = feed["X-WR-CALNAME"] = Escaped(name)
    feed.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    feed["X-PUBLISHED-TTL"] = REFRESH_TEXT
    if any(is_timed(session, options) for session in sessions):
        feed["X-WR-TIMEZONE"] = plan.timezone
        feed.add_component(vtimezone(plan.timezone, plan.sessions[0].day, plan.sessions[-1].day))
    for week in weeks:
        feed.add_component(week_event(week))
    for session in sessions:
        feed.add_component(session_event(plan, session, context.athlete, options))
    data: bytes = feed.to_ical()
    return data


def _contents(
    plan: Plan, context: ExportContext, options: CalendarOptions
) -> tuple[tuple[WeekSummary, ...], tuple[Session, ...]]:
    """Return the weeks and the sessions that get an event; there is one at least."""
    wanted = chosen(plan, options)
    weeks: tuple[WeekSummary, ...] = ()
    if options.week_summaries and not options.busy:
        units = options.units_for(context.athlete)
        weeks = tuple(summaries(plan, wanted, context.athlete, units))
    sessions = written(wanted, options)
    if not sessions and not weeks:
        # a calendar needs an event, so that one of which all is skipped says so
        sessions = all_skipped(wanted, options)
    if not sessions and not weeks:
        raise nothing_left(plan, options)
    return weeks, sessions
