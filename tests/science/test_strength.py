"""Repetition maxima, against the published chart and formulas."""

import pytest

from workout_core.science import strength

CHART = (
    100, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2, 75.1,
    73.9, 72.8, 71.7, 70.7, 69.6, 68.6, 67.6, 66.6, 65.6, 64.7, 63.7, 62.8, 61.8,
)  # fmt: skip
EFFORTS = (10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)


@pytest.mark.parametrize("reps", range(1, 13), ids=str)
def test_the_chart_of_repetitions_in_reserve(reps):
    first = 2 * (reps - 1)
    shares = [100 * strength.share_of_one_rep_max(reps, effort) for effort in EFFORTS]
    assert shares == pytest.approx(CHART[first : first + 9])


@pytest.mark.parametrize(
    ("effort", "nearest"), [(8.2, 8), (8.25, 8), (8.3, 8.5), (8.75, 8.5), (9.25, 9), (9.8, 10)], ids=str
)
def test_an_effort_between_halves_is_the_nearest_and_of_two_the_easier(effort, nearest):
    assert strength.share_of_one_rep_max(5, effort) == strength.share_of_one_rep_max(5, nearest)


@pytest.mark.parametrize(("reps", "effort"), [(0, 8), (13, 8), (5, 5.5), (5, 10.5)], ids=str)
def test_outside_the_chart_there_is_no_figure(reps, effort):
    with pytest.raises(ValueError, match="the chart has 1 to 12 reps at RPE 6 to 10"):
        strength.share_of_one_rep_max(reps, effort)


@pytest.mark.parametrize(
    ("reps", "epley", "brzycki"),
    [(1, 100, 100), (3, 110, 105.9), (5, 116.7, 112.5), (10, 133.3, 133.3)],
    ids=str,
)
def test_one_repetition_maxima_of_a_hundred_kilograms(reps, epley, brzycki):
    assert strength.epley(100, reps) == pytest.approx(epley, abs=0.05)
    assert strength.brzycki(100, reps) == pytest.approx(brzycki, abs=0.05)


@pytest.mark.parametrize(
    ("reps", "percent"), [(1, 100), (3, 94.4), (5, 88.9), (8, 80.6), (10, 75), (12, 69.4)], ids=str
)
def test_brzyckis_shares_of_the_maximum(reps, percent):
    assert 100 / strength.brzycki(1, reps) == pytest.approx(percent, abs=0.05)


@pytest.mark.parametrize("reps", [37, 40], ids=str)
def test_brzyckis_formula_ends_after_36(reps):
    assert strength.brzycki(100, 36) == 3600
    with pytest.raises(ValueError, match=f"the formula ends at 36 reps, not {reps}"):
        strength.brzycki(100, reps)


@pytest.mark.parametrize(("reserve", "effort"), [(0, 10), (2, 8), (0.5, 9.5)], ids=str)
def test_repetitions_in_reserve_are_what_is_missing_to_ten(reserve, effort):
    assert strength.effort_of_reserve(reserve) == effort
