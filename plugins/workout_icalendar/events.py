"""The components of a calendar: one event for each session, and one for each week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from workout_core import (
    EventKind,
    Plan,
    Readings,
    Session,
    Workout,
    gettext,
    gettext_noop,
    identity_text,
    pgettext,
    session_identity,
)
from workout_icalendar.content_lines import component, content_line, date_line, duration, text_line
from workout_icalendar.descriptions import description
from workout_icalendar.options import CalendarOptions
from workout_icalendar.revisions import IDENTITY, Stamp
from workout_icalendar.selection import is_timed, kind_of, takes_time
from workout_icalendar.times import as_written, say_own_times, session_span, with_room
from workout_icalendar.week_summaries import WeekSummary

BUSY: Final = gettext_noop("Training")
"""All that a busy calendar says."""


def session_event(
    plan: Plan, session: Session, readings: Readings, options: CalendarOptions, stamp: Stamp
) -> bytes:
    """Return the event of a session."""
    name = gettext(BUSY) if options.busy else session.name
    start, end, own_times = _times(plan, session, readings, options)
    words, last = b"", b""
    if not options.busy:
        said = description(session.activity, readings)
        words += text_line("CATEGORIES", _category(session))
        words += _description("\n\n".join(filter(None, (own_times, said))))
        last += text_line(IDENTITY, identity_text(plan, session))
    if options.alarm is not None and is_timed(session, options) and not session.skipped:
        last += _alarm(name, options.alarm)
    uid = str(session_identity(plan, session))
    return _event(_head(name, start, end), uid, words, _status(session, options) + last, stamp)


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
        return pgettext("kind of event", EventKind.RACE.value.capitalize())
    if isinstance(session.activity, Workout):
        return pgettext("sport", session.activity.sport.title)
    if session.activity.kind is EventKind.NOTE:
        return pgettext("category of a calendar", "Event")
    return pgettext("kind of event", session.activity.kind.value.capitalize())


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


def week_event(summary: WeekSummary, stamp: Stamp) -> bytes:
    """Return the event of a week, which leaves its days free."""
    return _event(
        _head(summary.title, summary.start, summary.start + timedelta(days=7)),
        str(summary.identity),
        text_line("CATEGORIES", gettext("Week")) + _description(summary.note),
        content_line("TRANSP", "TRANSPARENT"),
        stamp,
    )


def _event(head: bytes, uid: str, words: bytes, status: bytes, stamp: Stamp) -> bytes:
    """Return an event, in the order that icalendar writes: what it is, when, who it is, then by name."""
    return component(
        "VEVENT",
        b"".join(
            (head, stamp.stamped, content_line("UID", uid), stamp.counted, words, stamp.modified, status)
        ),
    )
