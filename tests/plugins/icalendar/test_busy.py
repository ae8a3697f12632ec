"""A calendar to share tells when somebody trains, and nothing else."""

from datetime import time

from attrs import evolve

from calendars import (
    CALL,
    MONDAY,
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
from workout_core import Link, Week
from workout_core.testing.calendar.lint import lint

SECRET = evolve(RUN, name="Secret run", description="Secretly", links=[Link("https://example.org/secret")])
PLAN = plan_of(
    session(SECRET, at=time(18, 30)),
    session(CALL, at=time(19, 30)),
    session(RACE, at=time(9, 0)),
    session(NOTE, at=time(12, 0)),
    session(STRENGTH),
    session(REST, at=time(6, 0)),
    session(RUN, at=time(7, 0), skipped=True),
    name="Secret plan",
    weeks=[Week(start=MONDAY, name="Secret week", note="Secretly")],
)


def test_a_busy_calendar_holds_what_takes_time_and_no_word_of_it():
    data = feed(PLAN, busy="yes", before="20min", week_summaries="yes", skipped="cancelled", alarm="30min")
    assert lint(data) == ()
    said = {line for line in lines(data) if line.split(":")[0].split(";")[0] not in {"UID", "DTSTAMP"}}
    assert {line for line in said if "ecret" in line or "example" in line} == set()
    names = {line.partition(":")[0].partition(";")[0] for line in said}
    assert names.isdisjoint({"URL", "LOCATION", "CATEGORIES", "STATUS"})
    assert {line for line in said if line.startswith(("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME"))} == {
        "SUMMARY:Training",
        "DESCRIPTION:Training",
        "NAME:Training",
        "X-WR-CALNAME:Training",
    }
    for read in everyone(data):
        starts = sorted(event["start"] for event in read)
        assert [f"{start:%H:%M}" for start in starts] == ["07:00", "10:00", "16:10", "17:30"]
        assert {event["description"] for event in read} == {""}


def test_a_busy_event_has_the_identity_of_its_session():
    plan = plan_of(session(SECRET, at=time(18, 30)))
    assert everyone(feed(plan, busy="yes"))[0][0]["uid"] == everyone(feed(plan))[0][0]["uid"]


def test_what_is_all_skipped_takes_no_time():
    data = feed(plan_of(session(SECRET, at=time(18, 30), skipped=True)), busy="yes")
    (event,) = events(data).values()
    assert (event["SUMMARY"], event["STATUS"], event["TRANSP"]) == ("Training", "CANCELLED", "TRANSPARENT")
    assert lint(data) == ()
