"""Slopes and courses, against measured factors and a worked course."""

import re
from pathlib import Path

import pytest

from workout_core.science import course, grade, splits
from workout_core.units import read_clock

GPX = Path(__file__).parents[2].parent / "shared" / "fixtures" / "gpx" / "inverness-half-marathon.gpx"
POINT = re.compile(r'<(?:trkpt|rtept) lat="([^"]+)" lon="([^"]+)"[^>]*>\s*<ele>([^<]+)</ele>')
HALF = 21097.5


@pytest.mark.parametrize(
    ("percent", "cost"),
    [(0, 3.6), (5, 4.685), (10, 5.968), (20, 9.007), (-10, 2.152), (-20, 1.8), (45, 19.426), (-45, 4.032)],
    ids=str,
)
def test_the_energy_of_running_is_minettis_polynomial(percent, cost):
    assert grade.minetti_cost(percent / 100) == pytest.approx(cost, abs=0.0006)


@pytest.mark.parametrize(("percent", "measured"), [(0, 3.40), (45, 18.93), (-20, 1.73), (-45, 3.92)], ids=str)
def test_the_polynomial_is_near_what_was_measured(percent, measured):
    assert grade.minetti_cost(percent / 100) == pytest.approx(measured, rel=0.06)


@pytest.mark.parametrize(
    ("low", "high"), list(zip(grade.MEASURED, grade.MEASURED[1:], strict=False)), ids=str
)
def test_factors_are_the_measured_ones_and_straight_between_them(low, high):
    assert grade.measured_factor(low[0]) == pytest.approx(low[1])
    middle = (low[0] + high[0]) / 2
    assert grade.measured_factor(middle) == pytest.approx((low[1] + high[1]) / 2)


def test_beyond_the_measured_grades_the_last_factor_holds():
    assert grade.measured_factor(0.9) == grade.measured_factor(0.45) == 4.286
    assert grade.measured_factor(-0.9) == 2.096
    assert grade.minetti_factor(0.9) == grade.minetti_factor(0.45)


def _costs(factor, hill_effort=1.0):
    if not GPX.exists():
        pytest.skip("the course is not here: ../shared/fixtures/gpx/inverness-half-marathon.gpx")
    points = [tuple(map(float, found)) for found in POINT.findall(GPX.read_text("utf-8"))]
    along = course.distances(points)
    count = round(HALF / 20)
    heights = course.smoothed(course.resampled(along, [point[2] for point in points], count), 5)
    return course.efforts(course.grades(heights, HALF / count, 0.30), factor, hill_effort)


@pytest.mark.parametrize(
    ("factor", "percent", "half", "seventh", "fifteenth"),
    [
        (grade.minetti_factor, 0.0, "53:16", "5:31", "4:26"),
        (grade.minetti_factor, 0.02, "53:47", "5:33", "4:24"),
        (grade.measured_factor, 0.0, "52:51", "5:14", "4:45"),
        (grade.measured_factor, 0.02, "53:22", None, None),
    ],
    ids=["Minetti, even", "Minetti, 2 %", "measured, even", "measured, 2 %"],
)
def test_a_hilly_half_marathon_in_one_hour_forty_five(factor, percent, half, seventh, fifteenth):
    shape = course.shape_of(_costs(factor), percent)
    whole = splits.rounded(splits.times(splits.segments(HALF, 1000), 6300, shape))
    assert sum(whole) == 6300
    assert 6300 * shape(0.5) == pytest.approx(read_clock(half), abs=1)
    for number, expected in ((7, seventh), (15, fifteenth)):
        if expected:
            assert whole[number - 1] == pytest.approx(read_clock(expected), abs=1)


def test_no_effort_for_hills_is_an_even_pace():
    shape = course.shape_of(_costs(grade.minetti_factor, hill_effort=0.0), 0.0)
    assert shape(0.3) == pytest.approx(0.3)


@pytest.mark.parametrize("percent", [0.0, 0.02, -0.03], ids=str)
def test_halves_of_the_clock_can_be_asked_for_on_any_course(percent):
    costs = _costs(grade.measured_factor)
    shape = course.shape_of(costs, course.percent_for_halves(costs, percent))
    assert shape(0.5) == pytest.approx(0.5 + percent / 4, abs=1e-6)


def test_a_flat_course_is_the_flat_ramp():
    shape = course.shape_of([1.0] * 2000, 0.02)
    for share in (0.1, 0.25, 0.5, 0.9):
        assert shape(share) == pytest.approx(splits.ramp(0.02)(share), abs=1e-6)
    assert 6000 * shape(0.5) == pytest.approx(read_clock("50:30"), abs=0.01)


def test_a_constant_slope_is_an_even_pace():
    shape = course.shape_of([grade.minetti_factor(0.05)] * 500, 0.0)
    assert shape(0.37) == pytest.approx(0.37)


def test_what_goes_up_first_takes_longer_first():
    up, down = grade.measured_factor(0.01), grade.measured_factor(-0.01)
    shape = course.shape_of([up] * 500 + [down] * 500, 0.0)
    assert 6000 * shape(0.5) == pytest.approx(read_clock("51:11"), abs=1)


def test_half_a_piece_counts_half_when_the_pieces_are_odd():
    assert course.percent_for_halves([1.0, 1.0, 1.0], 0.0) == pytest.approx(0.0)


def test_distances_are_on_the_sphere():
    assert course.haversine((0, 0), (0, 180)) == pytest.approx(course.EARTH_RADIUS * 3.14159265, rel=1e-6)
    assert course.distances([(0, 0), (0, 1), (0, 1)])[1:] == pytest.approx([111_195, 111_195], rel=1e-4)


def test_heights_lie_straight_between_points():
    assert course.resampled([0, 10, 10, 20], [0, 10, 10, 0], 4) == [0, 5, 10, 5, 0]
    assert course.smoothed([0, 0, 9, 0, 0], 1) == [0, 3, 3, 3, 0]
    assert course.grades([0, 10, 0], 10, 0.3) == [0.3, -0.3]
