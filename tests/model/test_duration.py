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
