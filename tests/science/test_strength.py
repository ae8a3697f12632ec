"""Effort of a set, from the repetitions in reserve."""

import pytest

from workout_core.science import strength


@pytest.mark.parametrize(("reserve", "effort"), [(0, 10), (2, 8), (0.5, 9.5)], ids=str)
def test_repetitions_in_reserve_are_what_is_missing_to_ten(reserve, effort):
    assert strength.effort_of_reserve(reserve) == effort
