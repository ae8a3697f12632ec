"""What is to be done to a calendar of somebody's own, so that it shows a plan: pure decisions, nothing sent.

An event is known to be ours by its UID, which is one of those that the plan computes, or by a mark
(``X-WORKOUT-PUSHED``) that names the plan and that very UID: who copies an event in a calendar client copies
the mark, but gets a new UID. All other events are somebody else's, whatever they are called.

The plan decides about what people see of an event: its name, its times, its text. What others have added to
it stays: reminders, colours, the notes that clients make for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from attrs import evolve, frozen

from workout_core.feed.event_lines import EVENT, Lines, line_of, read_lines, text_of
from workout_core.pipeline.doing import Doing

MARK: Final = "X-WORKOUT-PUSHED"
"""The property that says of which plan, and under which UID, an event was pushed."""
_IDENTITY: Final = "X-WORKOUT-IDENTITY"
"""What the exporter of calendars says that the UID is made of."""
_STAMPS: Final = ("CREATED", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
_SEEN: Final = (
    *("SUMMARY", "DTSTART", "DTEND", "DURATION", "DESCRIPTION", "CATEGORIES", "LOCATION", "STATUS"),
    *("TRANSP", "URL", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
)
"""What people see of an event, and when; where the plan does not say it, nobody else does."""
_REMINDER: Final = ("ACTION", "DESCRIPTION", "TRIGGER")
_ALARM: Final = "VALARM"
_USUAL_STATUS: Final = ("STATUS", "", "", "CONFIRMED")
"""What some servers write where nothing was said."""
_MOMENT: Final = "%Y%m%dT%H%M%SZ"
_LONGEST_SEQUENCE: Final = 9
"""Digits; more are no number of changes."""


@frozen(kw_only=True)
class Stored:
    """What a server has at one address of a calendar.

    Attributes:
        href: the address.
        etag: what changes when it does, with its quotation marks.
        data: a calendar with one event, or with the instances of one.
    """

    href: str
    etag: str
    data: bytes


@frozen(kw_only=True)
class EventChange:
    """One thing to do.

    Attributes:
        doing: what.
        uid: of the event.
        title: its name, as it is going to be, or as it was.
        start: when it is or was, as calendars write it: ``20261019T183000``.
        stored: what the server has; None where an event is created.
        data: what it is to have; nothing where an event is removed.
    """

    doing: Doing
    uid: str
    title: str
    start: str
    stored: Stored | None = None
    data: bytes = b""


@frozen(kw_only=True)
class Push:
    """What makes a calendar show a plan.

    Attributes:
        changes: what to do, by the time of the events.
        unchanged: how many events are as they are meant.
        doubled: how many events that are to be created are there already, pushed from a plan of another
            identity.
        renamed: what the identity of an event was made of, and is made of now
            (:func:`~workout_core.identity_text`), for events that look like one that is there.
    """

    changes: tuple[EventChange, ...]
    unchanged: int
    doubled: int
    renamed: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class _Known:
    """An event on the server: the object that it is in, the event, and how many of its UID are in that."""

    stored: Stored
    event: Lines
    count: int


def push(calendar: bytes, stored: Iterable[Stored], plan: UUID, now: datetime) -> Push:
    """Return what makes the server's calendar show *calendar*.

    Args:
        calendar: the plan as its exporter writes it; nothing removes all of its events.
        stored: what the server has in the calendar, other events included.
        plan: the identity of the plan.
        now: the clock, which stamps what is sent.
    """
    whole = read_lines(calendar)
    meant = {event.value("UID"): _marked(event, plan) for event in whole.components(EVENT)}
    known: dict[str, _Known] = {}
    strangers: dict[tuple[str, ...], Lines] = {}
    for each in filter(None, map(_known, stored)):
        uid = each.event.value("UID")
        if uid in meant or _is_marked(each.event, plan):
            known.setdefault(uid, each)
        elif _is_pushed(each.event):
            strangers[_looks(each.event)] = each.event
    new = [event for uid, event in meant.items() if uid not in known]
    there = [(event, known[uid]) for uid, event in meant.items() if uid in known]
    other = [(event, each) for event, each in there if not _is_same(event, each)]
    gone = [each for uid, each in known.items() if uid not in meant]
    changes = [
        *(_created(whole, event, now) for event in new),
        *(_replaced(whole, event, each, now) for event, each in other),
        *map(_removed, gone),
    ]
    return Push(
        changes=tuple(sorted(changes, key=lambda each: (each.start, each.title, each.uid))),
        unchanged=len(there) - len(other),
        doubled=sum(_looks(event) in strangers for event in new),
        renamed=tuple(_renamed(new, strangers | {_looks(each.event): each.event for each in gone})),
    )


def _renamed(new: Iterable[Lines], before: Mapping[tuple[str, ...], Lines]) -> Iterator[tuple[str, str]]:
    for event in new:
        if (was := before.get(_looks(event))) is not None:
            yield text_of(was.value(_IDENTITY)), text_of(event.value(_IDENTITY))


def _known(stored: Stored) -> _Known | None:
    """Return the event of an object, the one that repeats where there are several."""
    events = list(read_lines(stored.data).components(EVENT))
    if not events:
        return None
    main = next((each for each in events if not each.value("RECURRENCE-ID")), events[0])
    return _Known(stored=stored, event=main, count=len(events))


def _mark(plan: UUID, uid: str) -> str:
    return f"{plan}/{uid}"


def _is_marked(event: Lines, plan: UUID) -> bool:
    return event.value(MARK) == _mark(plan, event.value("UID"))


def _is_pushed(event: Lines) -> bool:
    """Tell whether an event is where some plan has put it, and no copy."""
    return event.value(MARK).partition("/")[2] == event.value("UID")


def _marked(event: Lines, plan: UUID) -> Lines:
    """Return *event* with the mark, in its alarms too, and without stamps."""
    mark = line_of(MARK, _mark(plan, event.value("UID")))
    bare = event.without(_STAMPS)
    inside = tuple(evolve(each, own=(*each.own, mark)) for each in bare.inside)
    return evolve(bare, own=(*bare.own, mark), inside=inside)


def _looks(event: Lines) -> tuple[str, ...]:
    return text_of(event.value("SUMMARY")), event.value("DTSTART")


def _names(event: Lines) -> set[str]:
    """Return what the plan decides about."""
    return {*_SEEN, *(each.name for each in event.properties)}


def _is_same(event: Lines, known: _Known) -> bool:
    """Tell whether the server's event is what is meant, but for stamps and for what others have added."""
    names = _names(event) - {_IDENTITY}
    ours, theirs = (each.says(names) - {_USUAL_STATUS} for each in (event, known.event))
    alarms = _alarms(event)
    return (
        known.count == 1
        and ours == theirs
        and alarms <= _alarms(known.event)
        and alarms >= {_reminder(each) for each in known.event.inside if each.value(MARK)}
    )


def _alarms(event: Lines) -> set[frozenset[tuple[str, ...]]]:
    return {_reminder(each) for each in event.components(_ALARM)}


def _reminder(alarm: Lines) -> frozenset[tuple[str, ...]]:
    return alarm.says(_REMINDER)


def _created(whole: Lines, event: Lines, now: datetime) -> EventChange:
    return _change(Doing.CREATE, event, data=_alone(whole, _stamped(event, now.astimezone(UTC), 0)))


def _replaced(whole: Lines, event: Lines, known: _Known, now: datetime) -> EventChange:
    """Return the change to *event*; what others have added to it stays, and its stamps only rise."""
    before = known.event
    others = before.without({*_names(event), *_STAMPS})
    ours = _alarms(event)
    inside = (each for each in before.inside if not each.value(MARK) and _reminder(each) not in ours)
    joined = evolve(event, own=(*event.own, *others.own), inside=(*event.inside, *inside))
    stamp = max(now.astimezone(UTC), _after(before))
    stamped = _stamped(joined, stamp, _sequence(before) + 1, before.lines(["CREATED"]))
    return _change(Doing.REPLACE, event, stored=known.stored, data=_alone(whole, stamped))


def _removed(known: _Known) -> EventChange:
    return _change(Doing.REMOVE, known.event, stored=known.stored)


def _change(doing: Doing, event: Lines, *, stored: Stored | None = None, data: bytes = b"") -> EventChange:
    return EventChange(
        doing=doing,
        uid=event.value("UID"),
        title=text_of(event.value("SUMMARY")),
        start=event.value("DTSTART"),
        stored=stored,
        data=data,
    )


def _after(event: Lines) -> datetime:
    """Return what is later than the last change of an event, as far as it says when that was."""
    with suppress(ValueError, OverflowError):
        modified = datetime.strptime(event.value("LAST-MODIFIED"), _MOMENT).replace(tzinfo=UTC)
        return modified + timedelta(seconds=1)
    return datetime(1970, 1, 1, tzinfo=UTC)


def _sequence(event: Lines) -> int:
    """Return how often an event was changed, as far as it says so."""
    text = event.value("SEQUENCE")
    return int(text) if len(text) <= _LONGEST_SEQUENCE and re.fullmatch("[0-9]+", text) else 0


def _stamped(event: Lines, at: datetime, sequence: int, created: Iterable[bytes] = ()) -> Lines:
    """Return *event* with stamps; there is no METHOD, so that DTSTAMP is LAST-MODIFIED (RFC 5545 3.8.7.2)."""
    stamps = (
        line_of("DTSTAMP", at.strftime(_MOMENT)),
        line_of("LAST-MODIFIED", at.strftime(_MOMENT)),
        line_of("SEQUENCE", str(sequence)),
    )
    return evolve(event, own=(*event.own, *stamps, *created))


def _alone(whole: Lines, event: Lines) -> bytes:
    """Return a calendar of *event* alone, with the rules of the time zones that it is in (RFC 4791 4.1)."""
    head = next(whole.components("VCALENDAR"))
    zones = {each.parameters.get("TZID", "") for each in event.properties} - {""}
    inside = (*_zones(head, zones), event)
    return Lines("VCALENDAR", tuple(head.lines(("VERSION", "PRODID"))), inside).written()


def _zones(head: Lines, names: set[str]) -> Iterator[Lines]:
    return (each for each in head.components("VTIMEZONE") if each.value("TZID") in names)
