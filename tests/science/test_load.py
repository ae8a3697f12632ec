"""Loads, against published figures."""

from math import inf

import pytest

from workout_core.science import load
from workout_core.units import MILE


def test_session_rpe_is_minutes_times_effort():
    assert load.session_rpe(45 * 60, 6) == 270


@pytest.mark.parametrize(
    ("minutes", "pace", "threshold", "expected"),
    [(30, 300, 270, 40.5), (60, 360, 240, 44.44), (60, 480, 240, 25)],
    ids=str,
)
def test_run_load_goes_by_speed_not_by_pace(minutes, pace, threshold, expected):
    assert load.run_load(minutes * 60, MILE / pace, MILE / threshold) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("minutes", "heart_rate", "expected"),
    [(60, 168, 100), (30, 168, 50), (60, 126, 56.25), (90, 84, 37.5), (0, 168, 0)],
    ids=str,
)
def test_heart_rate_load_is_a_hundred_for_an_hour_at_threshold(minutes, heart_rate, expected):
    assert load.heart_rate_load(minutes * 60, heart_rate, 168) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("pieces", "speed"),
    [
        ([(600, 3.0)], 3.0),
        ([(0.5, 3.0)], 3.0),
        ([(60, 3.0), (540, 3.0)], 3.0),
        ([(60, 2.0), (60, 4.0)], 136**0.25),
        ([(180, 2.0), (60, 4.0)], 76**0.25),
        ([(60, 4.0), (60, 0.0)], 128**0.25),
    ],
    ids=["one", "half a second", "alike", "halves", "a quarter", "standing"],
)
def test_mixed_speeds_are_as_hard_as_the_mean_of_their_fourth_powers(pieces, speed):
    assert load.steady_speed(pieces) == pytest.approx(speed)
    assert load.intensity(pieces, 4.0) == pytest.approx(speed / 4)


def test_intervals_are_harder_than_their_mean_speed():
    pieces = [(240, 4.4), (120, 2.6)] * 5
    mean = sum(seconds * speed for seconds, speed in pieces) / sum(seconds for seconds, _ in pieces)
    assert mean < load.steady_speed(pieces) < 4.4


@pytest.mark.parametrize("pieces", [[], [(0, 3.0)]], ids=["no pieces", "no time"])
def test_no_time_has_no_intensity(pieces):
    with pytest.raises(ValueError, match="no time has no speed"):
        load.intensity(pieces, 4.0)


@pytest.mark.parametrize(("sex", "expected"), [("male", 100.44), ("female", 113.52)], ids=str)
def test_training_impulse_of_an_hour_at_150(sex, expected):
    assert load.trimp(3600, 150, 60, 190, sex) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("heart_rate", [60, 50], ids=["at rest", "below"])
def test_training_impulse_is_never_less_than_nothing(heart_rate):
    assert load.trimp(3600, heart_rate, 60, 190) == 0


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [((10, 20, 15, 10, 5), 160), ((0, 0, 0, 0, 1), 5), ((30,), 30), ((), 0)],
    ids=["all zones", "the highest", "the lowest", "none"],
)
def test_zone_minutes_count_by_the_number_of_their_zone(minutes, expected):
    assert load.edwards([60 * each for each in minutes]) == expected


def test_monotony_is_the_mean_over_the_spread():
    week = [100, 0, 200, 0, 150, 0, 300]
    assert load.monotony(week) == pytest.approx(0.989, abs=0.0005)
    assert load.strain(week) == pytest.approx(741.8, abs=0.05)


@pytest.mark.parametrize(("daily", "strain"), [(50, inf), (0, 0)], ids=["training", "rest"])
def test_a_week_of_days_alike_has_no_end_of_monotony(daily, strain):
    assert load.monotony([daily] * 7) == inf
    assert load.strain([daily] * 7) == strain
