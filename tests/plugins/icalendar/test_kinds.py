"""Which sessions a calendar holds, and what becomes of those that are skipped."""

from datetime import time

import pytest

from calendars import (
    CALL,
    LINK,
    NOTE,
    RACE,
    REST,
    RUN,
    STRENGTH,
    events,
    everyone,
    feed,
    lines,
    plan_of,
    session,
)
from workout_core.testing.calendar.lint import lint

PLAN = plan_of(*map(session, (RUN, STRENGTH, CALL, RACE, REST, NOTE)))
NAMES = [each.name for each in (RUN, STRENGTH, CALL, RACE, REST, NOTE)]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        ({}, NAMES),
        ({"kinds": "running"}, ["Easy run"]),
        ({"kinds": "strength, Running,call"}, ["Easy run", "Strength A", "Questions, and answers"]),
        ({"kinds": "race,note,running,running"}, ["Easy run", "City 10 km", "New shoes"]),
        ({"rest": "no"}, [name for name in NAMES if name != "Rest"]),
        ({"kinds": "rest,strength"}, ["Strength A", "Rest"]),
        ({"kinds": "rest,strength", "rest": "no"}, ["Strength A"]),
    ],
    ids=str,
)
def test_the_kinds_that_are_wanted_are_written(options, left):
    data = feed(PLAN, **options)
    assert lint(data) == ()
    for read in everyone(data):
        assert [event["summary"] for event in read] == left


def test_what_is_left_is_written_as_it_is_with_the_rest():
    whole = events(feed(PLAN))
    for name, event in events(feed(PLAN, kinds="strength,call")).items():
        assert event.to_ical() == whole[name].to_ical()


@pytest.mark.parametrize(
    ("skipped", "left"),
    [("omit", {"Strength A": None}), ("cancelled", {"Easy run": "CANCELLED", "Strength A": None})],
)
def test_a_skipped_session_is_left_out_or_cancelled(skipped, left):
    plan = plan_of(session(RUN, at=time(18, 30), skipped=True), session(STRENGTH, at=time(7, 0)))
    data = feed(plan, skipped=skipped, alarm="10min")
    assert {name: event.get("STATUS") for name, event in events(data).items()} == left
    assert lint(data) == ()
    assert lines(data).count("BEGIN:VALARM") == 1


def test_a_cancelled_session_takes_no_time():
    plan = plan_of(session(RUN, at=time(18, 30), skipped=True))
    assert events(feed(plan, skipped="cancelled"))["Easy run"]["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize("at", [None, time(6, 0)], ids=["all day", "at 6"])
def test_rest_takes_no_time(at):
    assert events(feed(plan_of(session(REST, at=at))))["Rest"]["TRANSP"] == "TRANSPARENT"


def test_a_call_is_where_its_link_leads():
    plan = plan_of(session(CALL, at=time(19, 0)))
    event = events(feed(plan))["Questions, and answers"]
    assert (event["LOCATION"], event["URL"], event["DESCRIPTION"]) == (LINK, LINK, LINK)
    assert r"LOCATION:https://example.org/call?a=1\,2\;b=3" in lines(feed(plan))


def test_other_events_with_a_link_are_not_where_it_leads():
    for kind in ("race", "note", "rest", "video"):
        event = type(CALL)(name="Something", kind=type(CALL.kind)(kind), links=CALL.links)
        data = feed(plan_of(session(event, at=time(19, 0))))
        assert "LOCATION" not in events(data)["Something"]
        assert events(data)["Something"]["URL"] == LINK
