"""Terrain: what slopes cost, where climbs end, and what is said of them; on profiles with known answers."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Course, InvalidParameter
from workout_core.errors import WorkoutWarning
from workout_core.recipes.terrain import HillCost, Terrain, say_rise, terrain_of

TWO_HILLS = Course(along=(0, 2000, 4000, 7000, 10_000), heights=(0, 80, 20, 100, 55), name="hills.gpx")
PROFILES = st.lists(st.integers(0, 300), min_size=2, max_size=40)


def _course(heights, metres=10_000, name="way.gpx"):
    """A course with these heights, equally far apart."""
    last = len(heights) - 1
    return Course(along=[metres * at / last for at in range(last + 1)], heights=heights, name=name)


def _reversed(course):
    along = [course.metres - at for at in reversed(course.along)]
    return Course(along=along, heights=tuple(reversed(course.heights)), name=course.name)


def test_terrain_is_cut_into_equal_pieces_of_about_twenty_metres():
    terrain = terrain_of(TWO_HILLS, 10_000)

    assert (terrain.step, len(terrain.heights), terrain.metres) == (20, 501, 10_000)


@pytest.mark.parametrize("metres", [1000, 21_097.5, 42_195, 100_000], ids=str)
def test_terrain_is_as_long_as_the_race(metres):
    terrain = terrain_of(_course([0, 50, 0], metres), metres)

    assert terrain.metres == pytest.approx(metres, rel=1e-12)
    assert terrain.step == pytest.approx(20, abs=0.4)


@pytest.mark.parametrize(
    ("cost", "grade", "effort"),
    [
        (HillCost.GAP, 0.04, 1.135),
        (HillCost.GAP, -0.04, 0.918),
        (HillCost.GAP, 0.10, 1.459),
        (HillCost.MINETTI, 0.05, 1.301),
        (HillCost.MINETTI, -0.05, 0.763),
        (HillCost.MINETTI, 0.20, 2.502),
    ],
    ids=str,
)
def test_a_constant_slope_costs_the_same_from_the_start_to_the_end(cost, grade, effort):
    height = abs(grade) * 10_000
    terrain = terrain_of(_course([0, height] if grade > 0 else [height, 0]), 10_000)

    assert terrain.costs(1, cost) == pytest.approx([effort] * 500, abs=0.0006)


@pytest.mark.parametrize("cost", HillCost)
def test_hill_effort_goes_from_even_pace_to_more_than_even_effort(cost):
    terrain = terrain_of(TWO_HILLS, 10_000)
    plain, half, even, more = (terrain.costs(effort, cost) for effort in (0, 0.5, 1, 1.3))

    assert plain == [1] * 500
    assert half == pytest.approx([(1 + each) / 2 for each in even])
    assert more == pytest.approx([1 + 1.3 * (each - 1) for each in even])
    assert min(even) < 1 < max(even)


def test_no_slope_is_taken_to_be_steeper_than_thirty_percent():
    cliff = terrain_of(_course([0, 4500]), 10_000)

    assert max(cliff.costs(1, HillCost.GAP)) == pytest.approx(3.158)


def test_a_step_of_a_noisy_height_is_no_wall():
    noisy = terrain_of(_course([100, 104] * 250 + [100]), 10_000)

    assert max(noisy.costs(1, HillCost.GAP)) < 1.06


@pytest.mark.parametrize("height", [0, 12, 12.3, 0.1, 1234.567, -3.3], ids=str)
def test_a_course_of_one_height_is_flat(height):
    assert terrain_of(_course([height] * 7), 10_000).is_flat


def test_a_course_with_a_hill_is_not_flat():
    assert not terrain_of(_course([0, 1, 0]), 10_000).is_flat


def test_a_course_without_heights_is_flat_and_says_so():
    with pytest.warns(WorkoutWarning) as warned:
        terrain = terrain_of(Course(along=(0, 10_000), name="way.gpx"), 10_000)

    assert [str(each.message) for each in warned] == ["course: way.gpx has no heights, and is paced as flat"]
    assert terrain.is_flat
    assert terrain.climbs() == [10_000]


@pytest.mark.parametrize(
    ("start", "end", "up", "down"),
    [
        (500, 1500, 40, 0),
        (2500, 3500, 0, 30),
        (4500, 6500, 53.33, 0),
        (505, 1505, 40, 0),
        (1511.1, 1522.2, 0.444, 0),
        (1000, 3000, 40, 30),
        (0, 10_000, 160, 105),
        (7500, 7500, 0, 0),
    ],
    ids=str,
)
def test_metres_up_and_down_are_counted_apart(start, end, up, down):
    # the tops are rounded off by a few metres
    rise = terrain_of(TWO_HILLS, 10_000).rise(start, end)

    assert rise == pytest.approx((up, down), abs=0.01 if up * down == 0 else 8)


@given(PROFILES, st.lists(st.floats(0, 10_000), max_size=6))
def test_metres_up_and_down_add_up_however_the_course_is_cut(heights, cuts):
    terrain = terrain_of(_course(heights), 10_000)
    ends = [0, *sorted(cuts), 10_000]
    parts = [terrain.rise(start, end) for start, end in pairwise(ends)]

    assert [sum(part) for part in zip(*parts, strict=True)] == pytest.approx(
        terrain.rise(0, 10_000), abs=1e-6
    )
    assert all(up >= 0 and down >= 0 for up, down in parts)


@given(PROFILES, st.floats(0, 10_000), st.floats(0, 10_000))
def test_a_course_run_the_other_way_round_goes_down_where_it_went_up(heights, one, other):
    start, end = sorted((one, other))
    there = terrain_of(_course(heights), 10_000)
    back = terrain_of(_reversed(_course(heights)), 10_000)

    up, down = there.rise(start, end)
    assert back.rise(10_000 - end, 10_000 - start) == pytest.approx((down, up), abs=1e-6)


@pytest.mark.parametrize(
    ("course", "ends"),
    [
        (TWO_HILLS, [2000, 4000, 7000, 10_000]),
        (_reversed(TWO_HILLS), [3000, 6000, 8000, 10_000]),
        (_course([0, 100]), [10_000]),
        (_course([50, 50]), [10_000]),
        (_course([0, 9, 0, 9, 0]), [10_000]),
        (Course(along=(0, 4000, 4100, 4200, 10_000), heights=(0, 80, 75, 80, 0)), [4200, 10_000]),
    ],
    ids=[
        "two hills",
        "the other way round",
        "up all the way",
        "flat",
        "hills of nine metres",
        "a dip at the top",
    ],
)
def test_climbs_end_at_the_tops_and_descents_at_the_bottoms(course, ends):
    assert terrain_of(course, 10_000).climbs() == pytest.approx(ends, abs=100)


def test_a_climb_between_two_flats_is_a_split_of_its_own():
    plateau = _course([0, 0, 40, 40], 9000)

    assert terrain_of(plateau, 9000).climbs() == pytest.approx([3000, 6000, 9000], abs=150)


@given(PROFILES, st.sampled_from([3000, 10_000, 21_097.5]))
def test_climbs_are_never_shorter_than_three_hundred_metres(heights, metres):
    ends = terrain_of(_course(heights, metres), metres).climbs()

    assert ends[-1] == pytest.approx(metres)
    assert all(end - start >= 300 - 1e-6 for start, end in pairwise([0, *ends]))


@pytest.mark.parametrize(
    ("up", "down", "by_effort", "said"),
    [
        (24, 0, True, "Up 24 m, hold back"),
        (24, 0, False, "Up 24 m, keep the pace"),
        (30.4, 6, True, "Up 24 m, hold back"),
        (8, 0, True, "Up 8 m, hold back"),
        (7.9, 0, True, ""),
        (0, 24, True, "Down 24 m, let it run"),
        (0, 24, False, "Down 24 m, keep the pace"),
        (6, 30.4, True, "Down 24 m, let it run"),
        (0, 7.9, True, ""),
        (20, 17, True, "Rolling, up 20 m and down 17 m"),
        (20, 17, False, "Rolling, up 20 m and down 17 m"),
        (7, 7, True, ""),
        (0, 0, True, ""),
    ],
)
def test_what_is_coming_is_said_where_it_matters(up, down, by_effort, said):
    assert say_rise(up, down, by_effort=by_effort) == said


@pytest.mark.parametrize(
    ("course", "race", "told", "doubt"),
    [
        (18_100, 21_097.5, "18.1km, and the race 21.1km", "is a part missing?"),
        (21_097.5, 10_000, "21.1km, and the race 10km", "is it another course?"),
    ],
    ids=["3 km short", "another"],
)
def test_a_course_of_another_length_is_refused_with_what_would_be_right(course, race, told, doubt):
    message = f"way.gpx measures {told} ({doubt} otherwise give its own length as 'distance')"
    with pytest.raises(InvalidParameter, match=f"^{re.escape(f'course: {message}')}$") as refused:
        terrain_of(_course([0, 50], course), race)
    assert (refused.value.parameter, refused.value.reason) == ("course", message)


@pytest.mark.parametrize("share", [0.99, 1.0, 1.02, 1.029], ids=str)
def test_a_course_is_scaled_in_silence_as_far_as_satellites_may_be_wrong(share):
    scaled = terrain_of(_course([0, 100, 0], 10_000 * share), 10_000)

    assert scaled.metres == 10_000
    assert scaled.climbs() == [5000, 10_000]


@pytest.mark.parametrize(
    ("share", "measured"), [(0.95, "9.5km"), (1.05, "10.5km")], ids=["5 % short", "5 % long"]
)
def test_a_course_that_is_scaled_by_more_says_so(share, measured):
    with pytest.warns(WorkoutWarning) as warned:
        terrain = terrain_of(_course([0, 100, 0], 10_000 * share), 10_000)

    told = f"course: way.gpx measures {measured}, and the race 10km: it is scaled to fit"
    assert [str(each.message) for each in warned] == [told]
    assert terrain.climbs() == [5000, 10_000]


def test_a_course_without_a_name_is_called_the_course():
    with pytest.raises(InvalidParameter, match=r"^course: the course measures 5km, and the race 10km \("):
        terrain_of(_course([0, 50], 5000, name=""), 10_000)


def test_terrain_can_be_made_of_heights_at_hand():
    terrain = Terrain((0, 1, 0), 50)

    assert (terrain.metres, terrain.is_flat, terrain.rise(25, 100)) == (100, False, (0.5, 1))
    assert terrain.costs(1, HillCost.GAP) == pytest.approx([1.055, 0.96])
