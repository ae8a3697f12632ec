"""How hard a step is, what a workout asks for, and what more or less of it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Reading, read_text
from workout_core.analysis.volume import scaled


def workout(steps, sport="running"):
    return read_text(f"workout: W\nsport: {sport}\nsteps: |-\n  {steps}\n")


def efforts(steps, athlete=None):
    reading = Reading(workout(steps), athlete)
    return [reading.known_effort(step) for step in reading.workout.items]


ADA = """\
athlete: Ada
threshold_pace: 4:00/km
threshold_heart_rate: 170
zones: {heart_rate: [100, 120, 168, 185]}
paces: {easy: 4:05/km}
"""


@pytest.mark.parametrize(
    ("steps", "effort"),
    [
        ("30min @ RPE 6", 6),
        ("30min @ Z2 HR", 3),
        ("30min @ easy pace", 3),
        ("30min @ threshold pace", 7),
        ("30min @ marathon pace", 5),
        ("30min @ half marathon pace", 6),
        ("30min @ 10km pace", 8),
        ("30min @ 14km pace", 8),
        ("30min @ 15km pace", 6),
        ("30min @ 21km pace", 6),
        ("30min @ 29km pace", 6),
        ("30min @ 30km pace", 5),
        ("30min @ 50km pace", 5),
        ("easy 30min", 3),
        ("30min", None),
    ],
)
def test_effort_comes_from_targets_and_parts(steps, effort):
    assert efforts(steps) == [effort]


@pytest.mark.parametrize(
    ("steps", "effort"),
    [
        ("30min @ 60% HRmax", 2),
        ("30min @ 65-79% HRmax", 3),
        ("30min @ 80-88% HRmax", 5),
        ("30min @ 88-92% HRmax", 7),
        ("30min @ 97-100% HRmax", 8),
        ("30min @ 59-74% HRR", 3),
        ("30min @ 74-83% HRR", 5),
        ("30min @ 83-88% HRR", 7),
        ("30min @ 95-100% HRR", 8),
    ],
)
def test_a_share_of_a_maximum_is_as_hard_as_what_daniels_runs_at_it(steps, effort):
    assert efforts(steps) == [effort]


@pytest.mark.parametrize("name", ["easy", "marathon", "threshold", "interval"])
def test_a_name_is_as_hard_as_the_heart_rates_that_it_means(name):
    only_maximum = read_text("athlete: Max\nmax_heart_rate: 200\n")
    reading = Reading(workout(f"30min @ {name}"), only_maximum)
    held = reading.known(reading.workout.items[0].target).value
    assert efforts(f"30min @ {held.low:g}-{held.high:g}bpm", only_maximum) == efforts(f"30min @ {name}")


def test_what_athletes_call_by_a_name_counts_as_it_is_for_them():
    ada = read_text(ADA)
    assert efforts("30min @ easy", ada) == [7]
    assert efforts("30min @ Z3 HR") == [5]
    assert efforts("30min @ Z3 HR", ada) == [8]


@pytest.mark.parametrize(
    ("steps", "sport", "hard"),
    [
        ("easy 80min", "running", False),
        ("easy 90min", "running", True),
        ("easy 90min", "cycling", True),
        ("90min @ RPE 9", "yoga", False),
        ("easy 20min; 4x(1min @ RPE 9, 1min easy)", "running", False),
        ("easy 20min; 5x(1min @ RPE 9, 1min easy)", "running", True),
    ],
)
def test_what_is_hard(steps, sport, hard):
    assert Reading(workout(steps, sport)).is_hard is hard


def test_parts_of_a_repeat_that_nobody_counts_stay_in_proportion():
    parts = Reading(workout("repeat until 30min: (2min @ RPE 9, 1min easy)")).stretches
    assert [(part.seconds, part.effort) for part in parts] == [(1200, 9), (600, 3)]
    assert Reading(workout("easy 60min")).load == 180


@given(st.integers(60, 20_000), st.floats(0.5, 2.0))
def test_more_is_never_less(seconds, factor):
    now = scaled(float(seconds), "time", factor)
    assert now >= seconds if factor > 1 else now <= seconds


@given(st.integers(1, 500), st.floats(0.5, 2.0))
def test_further_is_never_nearer(hundreds, factor):
    now = scaled(hundreds * 100.0, "distance", factor)
    assert now >= hundreds * 100 if factor > 1 else now <= hundreds * 100
