"""The weeks of a plan as events: their numbers, names, times and distances."""

from datetime import date, time, timedelta

import pytest
from attrs import evolve
from hypothesis import given

from calendars import CALL, MONDAY, RACE, RUN, STRENGTH, events, everyone, feed, plan_of, session
from workout_core import Athlete, Units, Week, Workout, parse_steps
from workout_core.testing.calendar.lint import lint
from workout_core.testing.strategies import plans

LONG = Workout(name="Long run", items=parse_steps("21km @ 6:00/km"))
WEEK = timedelta(days=7)
PLAN = plan_of(
    session(RUN, MONDAY, time(18, 30)),
    session(STRENGTH, MONDAY + timedelta(days=6)),
    session(LONG, MONDAY + timedelta(days=6), slot="long"),
    session(CALL, MONDAY + timedelta(days=2), time(19, 0)),
    session(RUN, MONDAY + WEEK, slot="second"),
    session(LONG, MONDAY + WEEK, slot="second long", skipped=True),
    session(RACE, MONDAY + 4 * WEEK),
    weeks=[Week(start=MONDAY, name="Base, easy", note="Sleep; eat\nand rest"), Week(start=MONDAY + 3 * WEEK)],
)
TITLES = [
    "Week 1 of 4: Base, easy · about 2 h 56 min, about 27.2 km",
    "Week 2 of 4 · 40 min, about 6.2 km",
    "Week 3 of 4",
    "Week 4 of 4",
]


def weeks_of(plan, athlete=None, **options):
    read = events(feed(plan, athlete, week_summaries="yes", **options))
    return {title: event for title, event in read.items() if title.startswith("Week ")}


def test_every_week_that_has_a_session_or_is_spoken_of_is_an_event():
    weeks = weeks_of(PLAN)
    assert list(weeks) == TITLES
    assert [event.start for event in weeks.values()] == [MONDAY + number * WEEK for number in (0, 1, 3, 4)]
    for event in weeks.values():
        assert event.end == event.start + WEEK
        assert event["TRANSP"] == "TRANSPARENT"
    assert [event.get("DESCRIPTION", "") for event in weeks.values()] == ["Sleep; eat\nand rest", "", "", ""]


def test_every_reader_takes_weeks_between_sessions():
    data = feed(PLAN, week_summaries="yes")
    assert lint(data) == ()
    for read in everyone(data):
        assert [event["summary"] for event in read][:4] == TITLES
        assert len({event["uid"] for event in read}) == len(read) == 10


@given(plans())
def test_no_two_events_have_one_identity(plan):
    for read in everyone(feed(plan, week_summaries="yes", skipped="cancelled")):
        assert len({event["uid"] for event in read}) == len(read) > len(plan.sessions)


@pytest.mark.parametrize(
    ("athlete", "options", "title"),
    [
        (None, {"units": "miles"}, "Week 1 of 4: Base, easy · about 2 h 56 min, about 16.9 mi"),
        (
            Athlete(threshold_heart_rate=168, units=Units.IMPERIAL),
            {},
            "Week 1 of 4: Base, easy · about 2 h 56 min, about 16.9 mi",
        ),
        (Athlete(threshold_heart_rate=168, units=Units.IMPERIAL), {"units": "km"}, TITLES[0]),
        (None, {"kinds": "strength"}, "Week 1 of 4: Base, easy · about 10 min"),
        (None, {"kinds": "call"}, "Week 1 of 4: Base, easy"),
    ],
    ids=["miles", "athlete", "kilometres", "strength", "calls"],
)
def test_a_week_says_how_much_of_what_the_calendar_holds(athlete, options, title):
    assert next(iter(weeks_of(PLAN, athlete, **options))) == title


def test_what_is_walked_in_a_run_does_not_count_and_other_sports_are_told_apart():
    drills = Workout(name="Drills", items=parse_steps("8km @ 6:00/km\nwalk 30min"))
    ride = Workout(name="Ride", sport="cycling", items=parse_steps("80km @ 30km/h"))
    plan = plan_of(session(drills, MONDAY), session(ride, MONDAY + timedelta(days=1)))
    assert list(weeks_of(plan)) == ["Week 1 of 1 · 3 h 58 min, 8 km, cycling 80 km"]


def test_a_week_of_a_name_keeps_its_identity_when_the_plan_moves():
    later = evolve(
        PLAN,
        sessions=[evolve(each, day=each.day + WEEK) for each in PLAN.sessions],
        weeks=[evolve(week, start=week.start + WEEK) for week in PLAN.weeks],
    )
    before, after = (weeks_of(plan)[TITLES[0]] for plan in (PLAN, later))
    assert before["UID"] == after["UID"]


def test_weeks_of_one_name_are_two_weeks_and_two_names_are_one():
    plan = evolve(
        PLAN,
        weeks=[
            Week(start=MONDAY, name="Base"),
            Week(start=MONDAY + timedelta(days=3), name="Drills", note="Often"),
            Week(start=MONDAY + WEEK, name="Base"),
        ],
    )
    first, second, third = weeks_of(plan).values()
    assert str(first["SUMMARY"]).startswith("Week 1 of 3: Base + Drills · ")
    assert str(second["SUMMARY"]).startswith("Week 2 of 3: Base · ")
    assert len({first["UID"], second["UID"], third["UID"]}) == 3


def test_names_that_look_the_same_are_two_weeks():
    plan = evolve(PLAN, weeks=[Week(start=MONDAY, name="Café"), Week(start=MONDAY + WEEK, name="Cafe\u0301")])
    assert len({event["UID"] for event in weeks_of(plan).values()}) == 3


@pytest.mark.parametrize("text", ["C:\\New", "a, b; c", "🏃\u200d♀️" * 20, "x" * 200, "END:VEVENT"], ids=repr)
def test_readers_find_the_words_of_a_week_as_they_were_written(text):
    data = feed(
        evolve(PLAN, weeks=[Week(start=MONDAY, name=text, note=f"{text}\n{text}")]), week_summaries="yes"
    )
    assert lint(data) == ()
    for read in everyone(data):
        assert read[0]["summary"] == f"Week 1 of 3: {text} · about 2 h 56 min, about 27.2 km"
        assert read[0]["description"] == f"{text}\n{text}"


def test_plans_of_two_names_have_weeks_of_their_own():
    mine, other = (weeks_of(plan).values() for plan in (PLAN, evolve(PLAN, name="Winter")))
    assert {event["UID"] for event in mine}.isdisjoint(event["UID"] for event in other)


def test_a_year_of_which_all_is_skipped_still_has_its_weeks():
    plan = plan_of(session(RUN, date(2026, 1, 1), skipped=True))
    assert list(events(feed(plan, week_summaries="yes"))) == ["Week 1 of 1"]
