"""Durations refuse nonsense and know nothing else."""

import re

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.model.duration import (
    Calories,
    Distance,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
    is_range,
    without_range,
)


@pytest.mark.parametrize(
    ("make", "value", "said"),
    [
        (Time, 0, "time must be 0.001 to 2592000 s: 0"),
        (Time, -5, "time must be 0.001 to 2592000 s: -5"),
        (Time, "5", "time must be a number: '5'"),
        (Distance, -1, "distance must be 0.01 to 10000000 m: -1"),
        (Distance, float("inf"), "distance must be 0.01 to 10000000 m: inf"),
        (Reps, 0, "reps must be 1 to 10000: 0"),
        (Reps, 2.5, "reps must be a whole number: 2.5"),
        (Calories, 0, "calories must be 1 to 60000: 0"),
        (HeartRateAbove, 29, "heart rate must be 30 to 250: 29"),
        (HeartRateBelow, 120.5, "heart rate must be a whole number: 120.5"),
        (PowerAbove, 0, "power must be 1 to 5000: 0"),
        (PowerBelow, True, "power must be a number: True"),
    ],
    ids=lambda value: getattr(value, "__name__", repr(value)),
)
def test_a_duration_that_makes_no_sense_is_refused(make, value, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make(value)


@pytest.mark.parametrize("make", [Reps, Calories, HeartRateAbove, HeartRateBelow, PowerAbove, PowerBelow])
def test_a_count_given_as_a_float_is_the_same_count(make):
    assert repr(make(60.0)) == repr(make(60))


def test_durations_are_values():
    assert Time(5) == Time(5.0)
    assert Time(5) != Distance(5)
    assert len({LapButton(), LapButton()}) == 1


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Time(60, longest=60), "a range of times goes upwards: 60 to 60 s"),
        (lambda: Time(90, longest=60), "a range of times goes upwards: 90 to 60 s"),
        (lambda: Time(60, longest=1e9), "time must be 0.001 to 2592000 s: 1000000000"),
        (lambda: Time(60, longest="90"), "time must be a number: '90'"),
        (lambda: Distance(800, farthest=400), "a range of distances goes upwards: 800 to 400 m"),
        (lambda: Distance(800, farthest=float("nan")), "distance must be 0.01 to 10000000 m: nan"),
        (lambda: Reps(8, least=8), "a range of reps goes upwards: 8 to 8"),
    ],
)
def test_a_range_that_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make()


def test_one_amount_stands_for_a_range_and_anything_else_for_itself():
    ranges = (Time(60, longest=90), Distance(800, farthest=1000), Reps(12, least=8))

    assert [without_range(each) for each in ranges] == [Time(60), Distance(800), Reps(12)]
    assert [is_range(each) for each in (*ranges, Time(60), LapButton())] == [True] * 3 + [False] * 2
    assert without_range(LapButton()) == LapButton()
