"""The course among the examples: every day of four weeks, as long and as far as its programme says."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from oracles.readers import (
    read_with_ical,
    read_with_icalendar,
    read_with_recurring_ical_events,
    read_with_vobject,
)
from workout_core import (
    Athlete,
    Event,
    EventKind,
    Feature,
    Intensity,
    LinkKind,
    Quantity,
    Reading,
    Registry,
    Step,
    Workout,
    export,
    read_document,
    script_of,
    totals,
)
from workout_core.analysis.readings import Readings
from workout_core.plans.week_totals import week_totals
from workout_core.testing.calendar.lint import lint

FOLDER = Path(__file__).parents[1] / "examples" / "course"
PLAN = read_document(FOLDER / "course.yaml")
REGISTRY = Registry.discover()
ATHLETE = Athlete(name="VDOT 40", threshold_speed=1000 / 306)
START = date(2026, 8, 3)
DAYS = [START + timedelta(days=number) for number in range(28)]
REST = date(2026, 8, 28)
WORKOUTS = {
    session.day: session.activity for session in PLAN.sessions if isinstance(session.activity, Workout)
}
MINUTES = dict(
    zip(
        (day for day in DAYS if day != REST),
        (
            *(35, 45, 15, 46, 22, 30, 43),
            *(37, 49, 15, 50, 31, 35, 46),
            *(41, 51, 15, 46, 32, 40, 49),
            *(26, 41, 15, 42, 25, 62),
        ),
        strict=True,
    )
)
"""As the programme gives them, training.md 6.1."""
KILOMETRES = (20.7, 23.0, 26.0, 23.8)
RUNS = sorted(FOLDER.glob("guided-*.yaml"))
CUES = [
    line.split("\t")
    for line in (Path(__file__).parent / "fixtures" / "guided_runs.tsv").read_text("utf-8").splitlines()[1:]
]
"""Of the four guided runs: the number of the run, when the voice speaks in seconds, and what it says."""
MINUTES_OF_RUNS = (30, 35, 40, 25)


def _run(items):
    """Return *items* without what is walked: before the run, between strides, and back from a drill."""
    for item in items:
        if not isinstance(item, Step):
            yield evolve(item, items=tuple(_run(item.items)))
        elif item.intensity is not Intensity.WALK:
            yield item


def _steps(items):
    for item in items:
        yield from (item,) if isinstance(item, Step) else _steps(item.items)


def test_every_day_has_a_workout_but_one_of_rest():
    assert sorted(WORKOUTS) == [day for day in DAYS if day != REST]
    (rest,) = [session for session in PLAN.sessions if session.day == REST]
    assert rest.activity.kind is EventKind.REST


def test_there_is_a_live_call_every_wednesday_evening():
    events = [session for session in PLAN.sessions if isinstance(session.activity, Event)]
    calls = [session for session in events if session.activity.kind is EventKind.CALL]
    assert PLAN.timezone == "Europe/Warsaw"
    assert [(call.day, call.at, call.lasts) for call in calls] == [
        (date(2026, 8, day), time(19), 2700) for day in (5, 12, 19, 26)
    ]
    assert all(call.activity.links[0].url.startswith("https://example.org/") for call in calls)


@pytest.mark.parametrize("day", WORKOUTS, ids=str)
def test_a_session_takes_as_long_as_the_programme_says(day):
    minutes = totals(WORKOUTS[day], ATHLETE).time.value / 60
    assert minutes == pytest.approx(MINUTES[day], rel=0.1)


@pytest.mark.parametrize("week", range(4))
def test_a_week_is_as_far_as_the_programme_says_where_only_what_is_run_counts(week):
    workouts = [WORKOUTS[day] for day in DAYS[7 * week : 7 * week + 7] if day in WORKOUTS]
    runs = [
        evolve(workout, items=tuple(_run(workout.items)))
        for workout in workouts
        if workout.sport.value == "running"
    ]
    metres = sum(totals(run, ATHLETE).distance.value for run in runs)
    assert metres / 1000 == pytest.approx(KILOMETRES[week], rel=0.03)


@pytest.mark.parametrize("day", WORKOUTS, ids=str)
def test_every_step_that_is_run_says_how_hard(day):
    for step in _steps(WORKOUTS[day].items):
        if step.exercise is None and step.intensity not in (Intensity.WALK, Intensity.REST):
            targets = [target for target in (step.target, step.second_target) if target]
            assert targets[-1].quantity is Quantity.EFFORT


@pytest.mark.parametrize(("number", "minutes"), [*enumerate(MINUTES_OF_RUNS, 1)])
def test_a_guided_run_says_each_thing_when_it_is_due(number, minutes):
    workout = read_document(RUNS[number - 1])
    assert workout in WORKOUTS.values()
    script = script_of(Reading(workout))
    said = [[str(number), f"{line.at:g}", line.text] for line in script.lines]
    assert said == [cue for cue in CUES if cue[0] == str(number)]
    assert (script.seconds, script.is_exact, script.left_out) == (60 * minutes, True, ())


def test_there_are_four_guided_runs_with_a_link_to_the_track():
    links = [(link.url, link.kind) for path in RUNS for link in read_document(path).links]
    assert links == [(f"https://example.org/audio/{path.stem}.mp3", LinkKind.AUDIO) for path in RUNS]
    assert len(RUNS) == len(MINUTES_OF_RUNS)


def test_all_of_it_fits_on_a_watch():
    files = export(PLAN, "fit", registry=REGISTRY, athlete=ATHLETE)
    assert len(files) == 27
    assert not [loss for file in files for loss in file.losses if loss.kind is Feature.CUE]
    for file in files:
        messages = read_with_garmin(file.data)
        assert 1 <= sum(name == "workout_step" for name, _ in messages) <= 50
        assert [name for name, _ in messages] == [name for name, _ in read_with_fitdecode(file.data)]


def test_every_reader_takes_the_calendar():
    (file,) = export(PLAN, "ics", registry=REGISTRY, athlete=ATHLETE)
    assert lint(file.data) == ()
    names = sorted(session.name for session in PLAN.sessions)
    first, *others = (read(file.data) for read in (read_with_icalendar, read_with_ical, read_with_vobject))
    assert sorted(event["summary"] for event in first) == names
    for events in others:
        assert sorted(events, key=lambda event: event["uid"]) == sorted(first, key=lambda event: event["uid"])
    spread = read_with_recurring_ical_events(file.data, START, START + timedelta(days=28))
    assert sorted(event["summary"] for event in spread) == names


def test_the_weeks_ask_what_the_programme_says():
    weeks = week_totals(PLAN, Readings(ATHLETE))
    assert [week.load for week in weeks] == [
        pytest.approx(load, rel=0.03) for load in (1006, 1221, 1440, 989)
    ]
    assert [week.distance.value / 1000 for week in weeks] == [
        pytest.approx(far, rel=0.03) for far in (20.7, 23.0, 26.0, 23.8)
    ]
