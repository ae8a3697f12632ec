"""Loads, against published figures."""

from math import inf

import pytest

from workout_core.science import load


def test_session_rpe_is_minutes_times_effort():
    assert load.session_rpe(45 * 60, 6) == 270


def test_the_rating_of_what_is_even_is_its_effort():
    assert load.session_rating([(600, 3), (1200, 3), (17, 3)]) == 3


def test_sessions_are_rated_in_the_order_in_which_cyclists_rated_them():
    """S. Seiler and O. Sylta, 2017: the shorter the bouts that are done with all one has, the harder."""
    around = [(1200, 3.0), (600, 2.0), (480, 2.0)]
    ratings = [
        load.session_rating([*around, (4 * 60 * minutes, effort)])
        for minutes, effort in ((16, 7.0), (8, 8.0), (4, 9.0))
    ]
    assert ratings == sorted(set(ratings))


def test_monotony_is_the_mean_over_the_spread():
    week = [100, 0, 200, 0, 150, 0, 300]
    assert load.monotony(week) == pytest.approx(0.989, abs=0.0005)


@pytest.mark.parametrize("daily", [50, 0], ids=["training", "rest"])
def test_a_week_of_days_alike_has_no_end_of_monotony(daily):
    assert load.monotony([daily] * 7) == inf
