"""What slopes cost, against what was measured."""

import pytest

from workout_core.science import grade

MEASURED = {
    45: 4.286, 30: 3.158, 25: 2.727, 20: 2.297, 15: 1.846, 10: 1.459, 8: 1.337, 6: 1.228, 4: 1.135, 2: 1.055,
    0: 1.0, -2: 0.96, -4: 0.918, -6: 0.891, -8: 0.876, -10: 0.876, -15: 0.941, -20: 1.081, -25: 1.273,
    -30: 1.495, -45: 2.096,
}  # fmt: skip
FACTORS = pytest.mark.parametrize(
    "factor", [grade.measured_factor, grade.minetti_factor], ids=["measured", "Minetti"]
)


@pytest.mark.parametrize(
    ("percent", "cost"),
    [
        (0, 3.6),
        (5, 4.685),
        (10, 5.968),
        (20, 9.007),
        (-5, 2.746),
        (-10, 2.152),
        (-18.1, 1.781),
        (-20, 1.8),
        (45, 19.426),
        (-45, 4.032),
    ],
    ids=str,
)
def test_the_energy_of_running_is_minettis_polynomial(percent, cost):
    assert grade.minetti_cost(percent / 100) == pytest.approx(cost, abs=0.0006)


@pytest.mark.parametrize(("percent", "measured"), [(0, 3.40), (45, 18.93), (-20, 1.73), (-45, 3.92)], ids=str)
def test_the_polynomial_is_near_what_was_measured(percent, measured):
    assert grade.minetti_cost(percent / 100) == pytest.approx(measured, rel=0.06)


def test_the_polynomial_is_within_the_spread_of_what_was_measured_on_the_level():
    assert grade.minetti_cost(0) == pytest.approx(3.40, abs=0.24)


def test_running_costs_least_at_eighteen_percent_down():
    cheapest = min(range(-450, 451), key=lambda permille: grade.minetti_cost(permille / 1000))
    assert cheapest == -181


@pytest.mark.parametrize(
    ("factor", "percent"),
    [(grade.minetti_factor, -39.9), (grade.measured_factor, -17.1)],
    ids=["Minetti", "measured"],
)
def test_going_down_steeply_enough_costs_as_much_as_the_flat(factor, percent):
    assert factor((percent + 0.1) / 100) < 1 < factor((percent - 0.1) / 100)


@pytest.mark.parametrize(("percent", "factor"), MEASURED.items(), ids=str)
def test_the_usual_factors_are_the_measured_ones(percent, factor):
    assert grade.measured_factor(percent / 100) == pytest.approx(factor, rel=1e-12)


@pytest.mark.parametrize(
    ("percent", "factor"),
    [(12.5, 1.6525), (1, 1.0275), (-7, 0.8835), (-9, 0.876), (-12.5, 0.9085), (-37.5, 1.7955)],
    ids=str,
)
def test_between_measured_grades_the_factor_is_straight(percent, factor):
    assert grade.measured_factor(percent / 100) == pytest.approx(factor)


def test_beyond_the_measured_grades_the_last_factor_holds():
    assert grade.measured_factor(0.9) == grade.measured_factor(0.45) == 4.286
    assert grade.measured_factor(-0.9) == grade.measured_factor(-0.45) == 2.096
    assert grade.minetti_factor(0.9) == grade.minetti_factor(0.45)


def test_downhill_minetti_gives_back_more_than_is_run():
    assert grade.minetti_factor(-0.05) == pytest.approx(0.76, abs=0.005)
    assert grade.measured_factor(-0.05) == pytest.approx(0.905, abs=0.005)


@pytest.mark.parametrize(
    ("pace", "percent", "equivalent"),
    [(300, 10, 205.6), (300, -8, 342.5), (300, 0, 300), (600, 45, 140.0)],
    ids=["up 10 %", "down 8 %", "flat", "up 45 %"],
)
def test_a_pace_on_a_slope_is_as_hard_as_another_on_the_flat(pace, percent, equivalent):
    assert pace / grade.measured_factor(percent / 100) == pytest.approx(equivalent, abs=0.05)


def test_five_minutes_up_five_percent_are_three_fifty_one_on_the_flat_for_minetti():
    assert 300 / grade.minetti_factor(0.05) == pytest.approx(231, abs=0.5)
