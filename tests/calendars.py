"""Calendars for tests: written with options, and taken apart."""

from datetime import UTC, date, datetime, timedelta

import icalendar

from oracles.readers import read_with_ical, read_with_icalendar, read_with_vobject
from workout_core import Event, EventKind, Link, Plan, Registry, Session, Workout, export, parse_steps, revise

REGISTRY = Registry.discover()
NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
MONDAY = date(2026, 8, 3)
TUESDAY = date(2026, 8, 4)
RUN = Workout(name="Easy run", items=parse_steps("easy 40min @ Z2 HR"))
STRENGTH = Workout(name="Strength A", sport="strength", items=parse_steps("Back squat 4x5 @ 60kg, rest 2min"))
LINK = "https://example.org/call?a=1,2;b=3"
CALL = Event(name="Questions, and answers", kind=EventKind.CALL, links=(Link(LINK),))
RACE = Event(name="City 10 km", kind=EventKind.RACE)
REST = Event(name="Rest", kind=EventKind.REST)
NOTE = Event(name="New shoes")


def session(activity, day=TUESDAY, at=None, **more):
    return Session(slot=more.pop("slot", activity.name), day=day, at=at, activity=activity, **more)


def plan_of(*sessions, timezone="Europe/Warsaw", **more):
    return Plan(name=more.pop("name", "Summer"), sessions=sessions, timezone=timezone, **more)


def feed(subject, athlete=None, now=NOW, **options):
    """Return the bytes of a calendar; an option's name has underscores, its value is what people type."""
    (file,) = export(
        subject, "ics", registry=REGISTRY, athlete=athlete, options=options, day=TUESDAY, now=now
    )
    return file.data


def revised(data, earlier, now):
    """Return a feed as it is published after an *earlier* one."""
    return revise(data, "ics", earlier=earlier, registry=REGISTRY, now=now)


def events(data):
    """Return the events of a feed by their titles."""
    calendar = icalendar.Calendar.from_ical(data)
    assert all(component.errors == [] for component in calendar.walk())
    return {str(event["SUMMARY"]): event for event in calendar.events}


def components(data):
    """Return the bytes of every event by its UID, and by an empty one those of the rest."""
    head, *blocks = data.split(b"BEGIN:VEVENT\r\n")
    found = {b"": head}
    for block in blocks:
        (uid,) = (line for line in block.split(b"\r\n") if line.startswith(b"UID:"))
        assert uid not in found
        found[uid] = block
    return found


def everyone(data):
    """Return what three readers make of a feed."""
    return [read_with_icalendar(data), read_with_ical(data), read_with_vobject(data)]


def lines(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def minutes(number):
    return timedelta(minutes=number)
