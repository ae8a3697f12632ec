"""A plan → the bytes of a calendar (RFC 5545) that clients accept and refresh well."""

from __future__ import annotations

import re
from typing import Final

from workout_core import ExportContext, Plan, Readings, Session, __version__, gettext
from workout_icalendar.content_lines import component, content_line, text_line
from workout_icalendar.events import BUSY, session_event, week_event
from workout_icalendar.options import CalendarOptions
from workout_icalendar.revisions import MAKER, Stamp
from workout_icalendar.selection import all_skipped, chosen, is_counted, is_timed, nothing_left, written
from workout_icalendar.timezones import vtimezone
from workout_icalendar.week_summaries import WeekSummary, summaries

PRODUCT: Final = f"{MAKER}workout-core {__version__}//EN"
REFRESH: Final = "PT6H"
_UNSAFE_IN_NAMES: Final = re.compile(r"[,;\\\s]+")


def calendar(plan: Plan, context: ExportContext) -> bytes:
    """Return the calendar of *plan* as it is when nobody has seen it; see :func:`revisions.revise`.

    There is no METHOD (with it every event would need an organizer) and no UID of the calendar itself (some
    clients then take the whole for one event). Every event is stamped with the clock of *context*.

    Raises:
        InvalidOption: the options leave nothing of the plan.
        InvalidWorkout: its time zone is none.
    """
    options = context.options or CalendarOptions()
    readings = context.readings.in_units(options.units_for(context.athlete))
    weeks, sessions = contents(plan, readings, options)
    content = [_head(gettext(BUSY) if options.busy else calendar_name(plan.name))]
    if any(is_timed(session, options) for session in sessions):
        content.append(content_line("X-WR-TIMEZONE", plan.timezone))
        content.append(vtimezone(plan.timezone, plan.sessions[0].day, plan.sessions[-1].day))
    stamp = Stamp.first(context.now)
    content.extend(week_event(week, stamp) for week in weeks)
    content.extend(session_event(plan, session, readings, options, stamp) for session in sessions)
    return component("VCALENDAR", b"".join(content))


def _head(name: str) -> bytes:
    return b"".join(
        (
            content_line("VERSION", "2.0"),
            text_line("PRODID", PRODUCT),
            text_line("NAME", name),
            text_line("X-WR-CALNAME", name),
            content_line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
            content_line("X-PUBLISHED-TTL", REFRESH),
        )
    )


def calendar_name(name: str) -> str:
    """Return *name* without what readers disagree about: commas, semicolons and backslashes."""
    return _UNSAFE_IN_NAMES.sub(" ", name).strip()


def contents(
    plan: Plan, readings: Readings, options: CalendarOptions
) -> tuple[tuple[WeekSummary, ...], tuple[Session, ...]]:
    """Return the weeks and the sessions that get an event; there is one at least.

    Raises:
        InvalidOption: the options leave nothing of the plan.
    """
    wanted = chosen(plan, options)
    weeks: tuple[WeekSummary, ...] = ()
    if options.week_summaries and not options.busy:
        weeks = tuple(summaries(plan, readings, lambda session: is_counted(session, options)))
    sessions = written(wanted, options)
    if not sessions and not weeks:
        # a calendar needs an event, so that one of which all is skipped says so
        sessions = all_skipped(wanted, options)
    if not sessions and not weeks:
        raise nothing_left(plan, options)
    return weeks, sessions
