"""The race and its workout are one session: one event, one file, with the name and the goal of the race."""

from datetime import time

import pytest

from calendars import REGISTRY, events, feed
from workout_core import (
    DocumentError,
    EventKind,
    Readings,
    Workout,
    conflicts,
    export,
    pause,
    read_text,
    session_identity,
    shift,
    write_json,
    write_yaml,
)

HEAD = """\
plan: P
race: {name: City 10 km, date: 2026-10-25, time: 8:30, distance: 10km, goal: 47:00, url: https://example.org/city}
timezone: Europe/Warsaw
times: {default: 8:30}
"""
RACE = "10km @ 4:42/km"


def plan(sunday, head=HEAD):
    return read_text(f"{head}weeks:\n  - {{name: Race week, thu: easy 20min, sun: {sunday}}}\n")


def on_sunday(made):
    return [
        (session.slot, session.at and session.at.isoformat("minutes"), session.name, session.is_race)
        for session in made.sessions
        if f"{session.day:%a}" == "Sun"
    ]


ONE = [("race", "08:30", "City 10 km", True)]


@pytest.mark.parametrize(
    "sunday",
    [
        RACE,
        f"{{steps: {RACE}, at: 8:30}}",
        f"{{workout: As planned, steps: warmup 10min; {RACE}}}",
        f"{{steps: {RACE}, at: all day}}",
        "{recipe: negative-split, distance: 10km, goal: 47:00}",
        "40min @ threshold",
        f"{{steps: {RACE}, at: 10:00, race: true}}",
        "{steps: easy 20min, race: true}",
    ],
)
def test_a_workout_on_the_day_of_the_race_is_the_races(sunday):
    made = plan(sunday)
    assert on_sunday(made) == ONE
    assert isinstance(made.sessions[-1].activity, Workout)
    without = plan("rest").sessions[-1]
    assert session_identity(made, made.sessions[-1]) == session_identity(plan("rest"), without)


@pytest.mark.parametrize(
    ("sunday", "others"),
    [
        ("easy 15min", ["Easy 15 min"]),
        ("easy 25km", ["Easy 25 km"]),
        (f"{{steps: {RACE}, at: 7:00}}", ["10 km"]),
        (f"{{steps: {RACE}, race: false}}", ["10 km"]),
        (f"{{steps: {RACE}, skipped: true}}", ["10 km"]),
        ("{sport: mobility, steps: Cat cow 2x10}", ["Mobility, Cat cow 2 × 10 reps"]),
        ("{event: Pasta, kind: note}", ["Pasta"]),
    ],
)
def test_what_loosens_up_or_has_a_time_of_its_own_or_says_so_stays_apart(sunday, others):
    made = plan(sunday)
    assert [row for row in on_sunday(made) if row[3]] == ONE
    assert [name for _, _, name, is_race in on_sunday(made) if not is_race] == others
    assert made.sessions[[each.slot for each in made.sessions].index("race")].activity.kind is EventKind.RACE


def test_of_several_workouts_the_one_that_begins_with_the_race_is_its_own_or_else_the_longest():
    made = plan(f"[easy 15min, {RACE}]")
    assert [row[2] for row in on_sunday(made)] == ["Easy 15 min", "City 10 km"]
    made = plan("[easy 18km, {steps: 8km @ RPE 9, at: 8:30}]")
    assert [row[2] for row in on_sunday(made)] == ["Easy 18 km", "City 10 km"]
    assert made.sessions[-1].activity.items[0].duration.metres == 8000


def test_a_race_without_a_time_has_that_of_its_workout_and_no_usual_one():
    head = HEAD.replace(" time: 8:30,", "")
    assert plan(RACE, head).sessions[-1].at is None
    assert plan(f"{{steps: {RACE}, at: 10:00}}", head).sessions[-1].at == time(10)


def test_a_calendar_has_one_event_and_a_watch_one_file_with_the_name_and_the_goal():
    made = plan("{workout: By feel, description: Second half faster., steps: warmup 15min; 10km @ 4:42/km}")
    named = [event for title, event in events(feed(made)).items() if title != "Easy 20 min"]
    (event,) = named
    assert event["SUMMARY"] == "City 10 km"
    assert event["CATEGORIES"].cats == ["Race"]
    assert event["URL"] == "https://example.org/city"
    assert str(event["DESCRIPTION"]).startswith("10 km, goal 47 min\nBy feel\nSecond half faster.\n\n• ")
    files = [file.name for file in export(made, "fit", registry=REGISTRY)]
    assert [name for name in files if "10-25" in name] == ["p/2026-10-25-city-10-km.fit"]
    for kind in ("race", "running"):
        assert "City 10 km" in events(feed(made, kinds=kind))


def test_a_race_that_is_a_workout_is_one_to_changes_and_conflicts():
    made = plan(RACE)
    assert shift(made, 3).sessions[-1].day == made.sessions[-1].day
    assert not any(session.skipped for session in pause(made, made.sessions[-1].day, 1).sessions)
    assert conflicts(made, Readings()) == ()
    assert Readings().is_hard(plan("{steps: 10km @ RPE 3, race: true}").sessions[-1])
    (told,) = conflicts(plan(f"[easy 15min, {RACE}]"), Readings())
    assert told.what == "'Easy 15 min' is on the day of 'City 10 km'"


def test_any_workout_may_be_that_of_a_race():
    made = read_text("plan: P\nstart: 2026-08-03\nweeks: [{sat: {steps: 5km @ RPE 9, race: true}}]\n")
    (session,) = made.sessions
    assert (session.name, session.is_race, session.slot) == ("5 km", True, "1/sat/running")


def test_documents_keep_it_and_changes_find_it():
    made = plan(RACE)
    assert read_text(write_json(made), is_json=True) == made
    assert read_text(write_yaml(made)) == made
    moved = read_text(
        f"{HEAD}weeks:\n  - {{name: Race week, sun: {RACE}}}\nchanges: [{{move: race, to: 2026-10-24}}]\n"
    )
    assert moved.sessions[0].day.day == 24
    with pytest.raises(DocumentError, match="'race: true' is of a workout"):
        read_text("plan: P\nsessions: [{slot: a, date: 2026-08-03, race: true, event: {event: Cup}}]\n")
