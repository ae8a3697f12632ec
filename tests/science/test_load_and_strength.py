"""Loads and repetition maxima, against published figures."""

import pytest

from workout_core.science import load, strength


def test_session_rpe_is_minutes_times_effort():
    assert load.session_rpe(45 * 60, 6) == 270


@pytest.mark.parametrize(
    ("minutes", "pace", "threshold", "expected"),
    [(30, 300, 270, 40.5), (60, 360, 240, 44.44), (60, 480, 240, 25)],
    ids=str,
)
def test_run_load_goes_by_speed_not_by_pace(minutes, pace, threshold, expected):
    assert load.run_load(minutes * 60, 1 / pace, 1 / threshold) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(("sex", "expected"), [("male", 100.44), ("female", 113.52)], ids=str)
def test_training_impulse_of_an_hour_at_150(sex, expected):
    assert load.trimp(3600, 150, 60, 190, sex) == pytest.approx(expected, abs=0.005)


def test_monotony_is_the_mean_over_the_spread():
    week = [100, 0, 200, 0, 150, 0, 300]
    assert load.monotony(week) == pytest.approx(0.99, abs=0.01)
    assert load.strain(week) == pytest.approx(sum(week) * load.monotony(week))
    assert load.monotony([50] * 7) == float("inf")


@pytest.mark.parametrize(
    ("reps", "effort", "share"),
    [(5, 8, 81.1), (3, 8, 86.3), (1, 9, 95.5), (10, 7, 67.6), (12, 6, 61.8)],
    ids=str,
)
def test_the_chart_of_repetitions_in_reserve(reps, effort, share):
    assert strength.share_of_one_rep_max(reps, effort) == pytest.approx(share / 100)


@pytest.mark.parametrize(("reps", "effort"), [(0, 8), (13, 8), (5, 5.5), (5, 10.5)], ids=str)
def test_outside_the_chart_there_is_no_figure(reps, effort):
    with pytest.raises(ValueError, match="the chart has 1 to 12 reps at RPE 6 to 10"):
        strength.share_of_one_rep_max(reps, effort)


def test_one_repetition_maxima():
    assert strength.epley(100, 5) == pytest.approx(116.7, abs=0.05)
    assert strength.epley(100, 1) == 100
    assert strength.brzycki(100, 5) == pytest.approx(112.5)
    assert [round(100 / strength.brzycki(1, reps), 1) for reps in (1, 3, 5, 8, 10, 12)] == [
        100,
        94.4,
        88.9,
        80.6,
        75,
        69.4,
    ]
    assert strength.effort_of_reserve(2) == 8
