"""Courses, against the worked plan of a hilly half marathon and against the flat."""

import re
from functools import cache
from math import pi
from pathlib import Path

import pytest

from workout_core.science import course, grade, splits
from workout_core.units import read_clock, write_clock

COURSES = Path(__file__).parents[1] / "fixtures" / "gpx"
POINT = re.compile(r'<(?:trkpt|rtept) lat="([^"]+)" lon="([^"]+)"[^>]*>\s*<ele>([^<]+)</ele>')
HALF = 21097.5
PIECES = round(HALF / 20)
HILLY = [1.9] * 3 + [0.9] * 2 + [1.2, 1.0, 0.95, 1.4]
FAMILIES = pytest.mark.parametrize("family", [splits.ramp, splits.halves], ids=["ramp", "halves"])


@cache
def _points(name):
    points = [tuple(map(float, found)) for found in POINT.findall((COURSES / name).read_text("utf-8"))]
    return course.distances(points), [height for _, _, height in points]


def _costs(factor, hill_effort=1.0):
    heights = course.smoothed(course.resampled(*_points("inverness-half-marathon.gpx"), PIECES), 5)
    return course.efforts(course.grades(heights, HALF / PIECES, 0.30), factor, hill_effort)


def _shape_of(costs, percent):
    return course.over(costs, splits.ramp(percent))


def _kilometres(shape):
    return splits.times(splits.segments(HALF, 1000), 6300, shape)


@pytest.mark.parametrize(
    ("factor", "percent", "half", "seventh", "fifteenth"),
    [
        (grade.minetti_factor, 0.0, "53:16", "5:31", "4:26"),
        (grade.minetti_factor, 0.02, "53:47", "5:33", "4:24"),
        (grade.measured_factor, 0.0, "52:51", "5:14", "4:45"),
        (grade.measured_factor, 0.02, "53:22", "5:17", "4:43"),
    ],
    ids=["Minetti, even", "Minetti, 2 %", "measured, even", "measured, 2 %"],
)
def test_a_hilly_half_marathon_in_one_hour_forty_five(factor, percent, half, seventh, fifteenth):
    shape = _shape_of(_costs(factor), percent)
    exact = _kilometres(shape)
    assert sum(splits.rounded(exact)) == 6300
    assert 6300 * shape(0.5) == pytest.approx(read_clock(half), abs=0.5)
    assert exact[6] == pytest.approx(read_clock(seventh), abs=0.5)
    assert exact[14] == pytest.approx(read_clock(fifteenth), abs=0.5)


@pytest.mark.parametrize("piece", [0, 130, 527, 1054], ids=str)
def test_every_piece_of_it_is_as_hard_as_four_fifty_eight_on_the_flat(piece):
    costs = _costs(grade.minetti_factor)
    shape = _shape_of(costs, 0.0)
    seconds = 6300 * (shape((piece + 1) / PIECES) - shape(piece / PIECES))
    assert write_clock(seconds * PIECES / HALF * 1000 / costs[piece]) == "4:58"


@pytest.mark.parametrize(
    ("hill_effort", "fastest", "slowest"),
    [(0.0, "4:59", "4:59"), (0.5, "4:42", "5:15"), (1.0, "4:26", "5:31"), (1.3, "4:16", "5:40")],
    ids=["even pace", "half", "even effort", "more than effort"],
)
def test_hills_are_run_by_as_much_effort_as_is_asked_for(hill_effort, fastest, slowest):
    whole = _kilometres(_shape_of(_costs(grade.minetti_factor, hill_effort), 0.0))[:-1]
    assert [write_clock(min(whole)), write_clock(max(whole))] == [fastest, slowest]


@pytest.mark.parametrize(
    ("reach", "steepest_down", "steepest_up", "ascent"),
    [(0, -1.40, 1.72, 812), (3, -0.25, 0.46, 659), (5, -0.21, 0.35, 637)],
    ids=["raw", "100 m", "200 m"],
)
def test_smoothing_takes_the_walls_out_of_a_mountain_trail(reach, steepest_down, steepest_up, ascent):
    along, heights = _points("korita-zbevnica-trail.gpx")
    count = round(along[-1] / 20)
    smooth = course.smoothed(course.resampled(along, heights, count), reach)
    slopes = course.grades(smooth, along[-1] / count, 2.0)
    up = sum(max(0.0, slope) for slope in slopes) * along[-1] / count
    assert [min(slopes), max(slopes)] == pytest.approx([steepest_down, steepest_up], abs=0.006)
    assert up == pytest.approx(ascent, rel=0.006)  # the ends are smoothed otherwise in the source


def test_no_effort_for_hills_is_an_even_pace():
    costs = course.efforts([0.1, -0.2, 0.3], grade.minetti_factor, 0.0)
    assert costs == [1, 1, 1]
    assert _shape_of(costs, 0.0)(0.3) == pytest.approx(0.3)


@FAMILIES
@pytest.mark.parametrize("percent", [0.0, 0.02, -0.03], ids=str)
@pytest.mark.parametrize("costs", [HILLY, HILLY[:-1], [1.3], [1.3, 0.9]], ids=["nine", "eight", "one", "two"])
def test_halves_of_the_clock_can_be_asked_for_on_any_course(costs, percent, family):
    effort = course.percent_for_halves(costs, percent, family)
    assert course.over(costs, family(effort))(0.5) == pytest.approx(0.5 + percent / 4, abs=1e-12)


@pytest.mark.parametrize("percent", [0.0, 0.02, -0.03], ids=str)
def test_halves_of_the_clock_can_be_asked_for_on_a_real_course(percent):
    costs = _costs(grade.measured_factor)
    shape = _shape_of(costs, course.percent_for_halves(costs, percent))
    assert shape(0.5) == pytest.approx(0.5 + percent / 4, abs=1e-9)


@FAMILIES
@pytest.mark.parametrize("pieces", [1, 2, 3, 2000], ids=str)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 0.9, 1.0], ids=str)
def test_a_flat_course_is_run_as_the_flat_whatever_its_pieces(family, pieces, share):
    flat = family(0.02)
    assert course.over([1.0] * pieces, flat)(share) == pytest.approx(flat(share), abs=1e-12)


@pytest.mark.parametrize("pieces", [1, 2, 3, 2000], ids=str)
def test_on_the_flat_a_split_of_effort_is_one_of_the_clock(pieces):
    assert course.percent_for_halves([1.0] * pieces, 0.02) == pytest.approx(0.02, abs=1e-12)


def test_a_flat_course_in_one_hour_forty_has_the_halves_of_its_split():
    assert write_clock(6000 * _shape_of([1.0] * 500, 0.02)(0.5)) == "50:30"


def test_a_constant_slope_is_an_even_pace():
    shape = _shape_of([grade.minetti_factor(0.05)] * 500, 0.0)
    assert shape(0.37) == pytest.approx(0.37)


def test_what_goes_up_first_takes_longer_first():
    up, down = grade.measured_factor(0.01), grade.measured_factor(-0.01)
    shape = _shape_of([up] * 500 + [down] * 500, 0.0)
    assert 6000 * shape(0.5) == pytest.approx(read_clock("51:11"), abs=1)


@FAMILIES
def test_the_clock_of_a_course_goes_forwards_from_nothing_to_all(family):
    shape = course.over(HILLY, family(0.05))
    clock = [shape(share / 1000) for share in range(1001)]
    assert (clock[0], clock[-1]) == (0, pytest.approx(1, abs=1e-12))
    assert clock == sorted(set(clock))


@pytest.mark.parametrize(
    ("here", "there", "metres"),
    [
        ((0, 0), (0, 180), course.EARTH_RADIUS * pi),
        ((0, 0), (0, 1), course.EARTH_RADIUS * pi / 180),
        ((60, 10), (60, 10), 0),
        ((0, 179.9), (0, -179.9), course.EARTH_RADIUS * pi / 900),
        ((90, 0), (90, 123), 0),
        ((-1, 5), (1, 5), course.EARTH_RADIUS * pi / 90),
    ],
    ids=["antipodes", "a degree", "nowhere", "antimeridian", "pole", "meridian"],
)
def test_distances_are_on_the_sphere(here, there, metres):
    assert course.haversine(here, there) == pytest.approx(metres, rel=1e-9, abs=1e-6)
    assert course.haversine(there, here) == course.haversine(here, there)


@pytest.mark.parametrize(
    ("points", "along"),
    [
        ([(0, 0)], [0]),
        ([(0, 0), (0, 1), (0, 1)], [0, 111_195, 111_195]),
        ([(0, 179.5), (0, -179.5)], [0, 111_195]),
    ],
    ids=["one point", "standing", "across the antimeridian"],
)
def test_points_lie_as_far_along_as_was_run(points, along):
    assert course.distances(points) == pytest.approx(along, rel=1e-5)


@pytest.mark.parametrize(
    ("along", "heights", "count", "expected"),
    [
        ([0, 10, 10, 20], [0, 10, 10, 0], 4, [0, 5, 10, 5, 0]),
        ([0, 10], [5, 6], 1, [5, 6]),
        ([0, 0, 10, 10], [1, 2, 3, 4], 2, [2, 2.5, 3]),
        ([0, 1, 9, 10], [0, 1, 9, 10], 4, [0, 2.5, 5, 7.5, 10]),
    ],
    ids=["standing half way", "one piece", "standing at both ends", "points far apart"],
)
def test_heights_lie_straight_between_points(along, heights, count, expected):
    assert course.resampled(along, heights, count) == expected


@pytest.mark.parametrize(
    ("values", "reach", "expected"),
    [
        ([0, 0, 9, 0, 0], 1, [0, 3, 3, 3, 0]),
        ([1, 2, 6], 99, [1, 3.8, 6]),
        ([1, 2, 6], 0, [1, 2, 6]),
        ([1, 2, 6], 1, [1, 3, 6]),
        ([7], 3, [7]),
        ([], 3, []),
    ],
    ids=["one", "more than there is", "none", "ends", "one value", "nothing"],
)
def test_smoothed_values_are_means_of_their_neighbours(values, reach, expected):
    assert course.smoothed(values, reach) == expected


@pytest.mark.parametrize(
    ("heights", "expected"),
    [([0, 10, 0], [0.3, -0.3]), ([0, 1, 0.5], [0.1, -0.05]), ([4], [])],
    ids=["walls", "hills", "a point"],
)
def test_grades_are_rise_over_run_and_never_steeper_than_asked(heights, expected):
    assert course.grades(heights, 10, 0.3) == expected
