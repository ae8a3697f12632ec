"""Alarms ring before events that have a time, if they are wanted."""

from datetime import time, timedelta

import pytest
import vobject
from attrs import evolve
from ical.calendar_stream import IcsCalendarStream

from calendars import (
    CALL,
    NOTE,
    RACE,
    RUN,
    STRENGTH,
    events,
    everyone,
    feed,
    lines,
    plan_of,
    revised,
    session,
)
from workout_core.testing.calendar.lint import lint

PLAN = plan_of(
    session(RUN, at=time(18, 30)),
    session(CALL, at=time(19, 30)),
    session(RACE, at=time(9, 0)),
    session(STRENGTH),
    session(NOTE),
)


def test_nothing_rings_unless_it_is_wanted():
    assert "BEGIN:VALARM" not in lines(feed(PLAN))


def test_what_has_a_time_rings_and_says_what_begins():
    data = feed(PLAN, alarm="30min")
    assert lint(data) == ()
    alarms = {name: event.walk("VALARM") for name, event in events(data).items()}
    assert {name: len(found) for name, found in alarms.items() if found} == {
        RUN.name: 1,
        CALL.name: 1,
        RACE.name: 1,
    }
    for name, found in alarms.items():
        assert [(alarm["ACTION"], alarm["DESCRIPTION"]) for alarm in found] == [("DISPLAY", name)] * len(
            found
        )
    assert lines(data).count("TRIGGER:-PT30M") == 3


@pytest.mark.parametrize(
    ("text", "written", "before"),
    [
        ("0min", "P0D", timedelta()),
        ("30min", "-PT30M", timedelta(minutes=30)),
        ("1h30min", "-PT1H30M", timedelta(minutes=90)),
        ("24h", "-P1D", timedelta(days=1)),
        ("168h", "-P7D", timedelta(days=7)),
    ],
    ids=str,
)
def test_readers_ring_so_long_before_the_event_begins(text, written, before):
    data = feed(plan_of(session(RUN, at=time(18, 30))), alarm=text)
    assert f"TRIGGER:{written}" in lines(data)
    assert lint(data) == ()
    (event,) = IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert [(alarm.trigger, alarm.description) for alarm in event.alarm] == [(-before, "Easy run")]
    assert vobject.readOne(data.decode()).vevent.valarm.trigger.value == -before
    assert everyone(data)[0][0]["summary"] == "Easy run"


@pytest.mark.parametrize(
    "name", ["C:\\New", "a, b; c", "ein Läufer 🏃\u200d♀️", "x" * 200, "BEGIN:VALARM"], ids=repr
)
def test_readers_find_the_name_in_the_alarm_as_it_was_written(name):
    data = feed(plan_of(session(evolve(RUN, name=name), at=time(18, 30))), alarm="30min")
    assert lint(data) == ()
    (event,) = IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert [alarm.description for alarm in event.alarm] == [name]
    assert vobject.readOne(data.decode()).vevent.valarm.description.value == name


def test_an_alarm_rings_before_the_time_to_leave():
    event = events(feed(plan_of(session(RUN, at=time(18, 30))), alarm="10min", before="20min"))["Easy run"]
    (ring,) = event.alarms.times
    assert f"{ring.trigger:%H:%M}" == "18:00"


def test_an_alarm_is_a_change_that_clients_see():
    plan = plan_of(session(RUN, at=time(18, 30)))
    published = feed(plan)
    for options in ({"alarm": "5min"}, {"alarm": "6min"}, {}):
        before = events(published)["Easy run"]
        published = revised(feed(plan, **options), published, before.stamp).data
        assert events(published)["Easy run"].stamp > before.stamp
