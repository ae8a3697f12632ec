"""What is to be done to a calendar of somebody's own, so that it shows a plan: pure decisions, nothing sent.

An event is known to be ours by its UID, which is one of those that the plan computes, or by a mark
(``X-WORKOUT-PUSHED``) that names the plan and that very UID: who copies an event in a calendar client copies
the mark, but gets a new UID. All other events are somebody else's, whatever they are called.

The plan decides about what people see of an event: its name, its times, its text. What others have added to
it stays: reminders, colours, the notes that clients make for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from enum import Enum
from typing import Final
from uuid import UUID

from attrs import evolve, frozen

from workout_core.feed.event_lines import EVENT, Lines, line_of, read_lines, text_of

MARK: Final = "X-WORKOUT-PUSHED"
"""The property that says of which plan, and under which UID, an event was pushed."""
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


class Doing(Enum):
    """What is done to an event."""

    CREATE = "created"
    REPLACE = "changed"
    REMOVE = "removed"


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
        alike: how many events that are to be created are there already, pushed from a plan of another
            identity.
    """

    changes: tuple[EventChange, ...]
    unchanged: int
    alike: int


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
    strangers: set[tuple[str, ...]] = set()
    for each in filter(None, map(_known, stored)):
        uid = each.event.value("UID")
        if uid in meant or _is_marked(each.event, plan):
            known.setdefault(uid, each)
        elif _is_pushed(each.event):
            strangers.add(_looks(each.event))
    changes = [
        *(_created(whole, event, now) for uid, event in meant.items() if uid not in known),
        *(
            _replaced(whole, event, known[uid], now)
            for uid, event in meant.items()
            if uid in known and not _is_same(event, known[uid])
        ),
        *(_removed(each) for uid, each in known.items() if uid not in meant),
    ]
    return Push(
        changes=tuple(sorted(changes, key=lambda each: (each.start, each.title, each.uid))),
        unchanged=sum(uid in known and _is_same(event, known[uid]) for uid, event in meant.items()),
        alike=sum(_looks(event) in strangers for uid, event in meant.items() if uid not in known),
    )


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
    return {*_SEEN, MARK, *(each.name for each in event.properties)}


def _is_same(event: Lines, known: _Known) -> bool:
    """Tell whether the server's event is what is meant, but for stamps and for what others have added."""
    names = _names(event)
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
    return _change(Doing.CREATE, event, data=_alone(whole, _stamped(event, _moment(now), 0)))


def _replaced(whole: Lines, event: Lines, known: _Known, now: datetime) -> EventChange:
    """Return the change to *event*; what others have added to it stays, and its stamps only rise."""
    before = known.event
    others = before.without({*_names(event), *_STAMPS})
    ours = _alarms(event)
    inside = (each for each in before.inside if not each.value(MARK) and _reminder(each) not in ours)
    joined = evolve(event, own=(*event.own, *others.own), inside=(*event.inside, *inside))
    stamp = max(_moment(now), before.value("LAST-MODIFIED"))
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


def _moment(now: datetime) -> str:
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _sequence(event: Lines) -> int:
    """Return how often an event was changed, as far as it says so."""
    text = event.value("SEQUENCE")
    with suppress(ValueError):
        return max(int(text), 0) if len(text) <= _LONGEST_SEQUENCE else 0
    return 0


def _stamped(event: Lines, stamp: str, sequence: int, created: Iterable[bytes] = ()) -> Lines:
    """Return *event* with stamps; there is no METHOD, so that DTSTAMP is LAST-MODIFIED (RFC 5545 3.8.7.2)."""
    stamps = (
        line_of("DTSTAMP", stamp),
        line_of("LAST-MODIFIED", stamp),
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
