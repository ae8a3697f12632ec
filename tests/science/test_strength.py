"""Effort of a set, from the repetitions in reserve."""

import pytest

from workout_core.science import strength


@pytest.mark.parametrize(("reserve", "effort"), [(0, 10), (2, 8), (0.5, 9.5)], ids=str)
def test_repetitions_in_reserve_are_what_is_missing_to_ten(reserve, effort):
    assert strength.effort_of_reserve(reserve) == effort


@pytest.mark.parametrize(
    ("share", "reps", "effort"),
    [(1.0, 1, 10), (0.75, 10, 10), (0.75, 7, 7), (0.8, 5, 7.5), (0.4, 5, 3), (1.5, 3, 10)],
    ids=["the most", "all that can be done", "three left", "between two", "light", "more than anybody"],
)
def test_repetitions_at_a_share_of_the_most_are_as_hard_as_what_is_left(share, reps, effort):
    assert strength.effort_of_share(share, reps) == effort
