"""Loads, against published figures."""

from math import inf

import pytest

from workout_core.science import load


def test_session_rpe_is_minutes_times_effort():
    assert load.session_rpe(45 * 60, 6) == 270


def test_monotony_is_the_mean_over_the_spread():
    week = [100, 0, 200, 0, 150, 0, 300]
    assert load.monotony(week) == pytest.approx(0.989, abs=0.0005)


@pytest.mark.parametrize("daily", [50, 0], ids=["training", "rest"])
def test_a_week_of_days_alike_has_no_end_of_monotony(daily):
    assert load.monotony([daily] * 7) == inf
