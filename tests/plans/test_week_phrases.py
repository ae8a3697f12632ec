"""A week in numbers and words: the time to the minute, distances to a hundred metres."""

from datetime import date

import pytest

from workout_core import Event, Plan, Session, Units, Workout, parse_steps
from workout_core.analysis.readings import Readings
from workout_core.plans.week_phrases import say_phase, week_numbers
from workout_core.plans.week_totals import week_totals

MONDAY = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ([("running", "12.34km @ 5:00/km"), ("running", "24min 50s @ 5:00/km")], ["1 h 27 min", "17.3 km"]),
        (
            [("running", "3km @ 5:00/km"), ("cycling", "40.26km @ 30km/h"), ("cycling", "10km @ 30km/h")],
            ["1 h 56 min", "3 km", "cycling 50.3 km"],
        ),
        ([("cycling", "40km @ 30km/h")], ["1 h 20 min", "cycling 40 km"]),
        (
            [
                ("running", "8-10km @ 5:00/km"),
                ("running", "50-60min @ 5:00/km"),
                ("cycling", "40-50km @ 30km/h"),
            ],
            ["2 h 50 min to 3 h 30 min", "18 to 22 km", "cycling 40 to 50 km"],
        ),
        (
            [("running", "4-6x, skip last rest (1km @ 5:00/km, walk 2min)")],
            ["26 to 40 min", "4 to 6 km"],
        ),
        ([("yoga", "45min")], ["45 min"]),
        ([], ["nothing timed"]),
    ],
    ids=str,
)
def test_a_week_is_said_in_numbers(done, said):
    activities = [Workout(name="W", sport=sport, items=parse_steps(steps)) for sport, steps in done]
    sessions = [
        Session(slot=str(number), day=MONDAY, activity=activity)
        for number, activity in enumerate([*activities, Event(name="Call")])
    ]
    (week,) = week_totals(Plan(name="P", sessions=sessions), Readings())
    *numbers, load = week_numbers(week, Units.METRIC)
    assert (numbers, load) == (said, f"load {week.load:.0f}")


@pytest.mark.parametrize(
    ("week", "phase"),
    [
        ("Base 1", "Base"),
        ("Base 12", "Base"),
        ("Base, cut back", "Base"),
        ("Build: hills", "Build"),
        ("Build (2 of 4)", "Build"),
        ("Race week", "Race week"),
        ("10K block 2", "10K block"),
        ("Tall + Base", "Tall + Base"),
        ("Week 3", ""),
        ("", ""),
    ],
)
def test_a_phase_is_what_weeks_are_called_but_for_their_numbers(week, phase):
    assert say_phase(week) == phase
