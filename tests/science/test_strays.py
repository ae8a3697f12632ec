"""What no runner can have reached is found, and nothing else, however noisy the track."""

import random
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.science.strays import (
    FASTEST,
    HEIGHT_ERROR,
    PLACE_ERROR,
    STEEPEST,
    stray_heights,
    stray_places,
)


def _places(where, seconds=None):
    """The strays of points on a line, in metres from its beginning."""
    legs = [abs(there - here) for here, there in pairwise(where)]
    return stray_places(
        legs,
        lambda here, there: abs(where[there] - where[here]),
        lambda number: None if seconds is None else seconds[number],
    )


STEADY = [10.0 * number for number in range(40)]
SECONDS = [3.0 * number for number in range(40)]
FAR = 5_000_000.0


def _with(values, replaced):
    return [replaced.get(number, value) for number, value in enumerate(values)]


PLACES = {
    "none": {},
    "the first": {0: FAR},
    "the last": {39: FAR},
    "one inside": {20: FAR},
    "three in a row": {20: FAR, 21: FAR, 22: FAR},
    "fifteen in a row": dict.fromkeys(range(10, 25), FAR),
    "here and there": {3: FAR, 9: -FAR, 30: FAR},
    "one after the other": {5: FAR, 6: -FAR, 7: 2 * FAR},
    "the first three": dict.fromkeys(range(3), FAR),
}


@pytest.mark.parametrize("seconds", [None, SECONDS, [0.0] * 40], ids=["no times", "times", "one time"])
@pytest.mark.parametrize("replaced", PLACES.values(), ids=PLACES)
def test_places_far_away_are_strays(replaced, seconds):
    assert _places(_with(STEADY, replaced), seconds) == sorted(replaced)


def test_with_times_a_place_half_a_kilometre_off_is_a_stray_and_without_it_is_a_course():
    where = _with(STEADY, {20: 700.0})
    assert _places(where, SECONDS) == [20]
    assert _places(where) == []


@pytest.mark.parametrize("far", [500.0, 20_000.0])
def test_what_lies_beyond_a_jump_is_the_course_if_it_is_much(far):
    """A ferry, or a track that was stopped and gone on with."""
    where = [each + far * (number >= 25) for number, each in enumerate(STEADY)]
    assert _places(where, SECONDS) == []


def test_a_course_may_have_been_recorded_on_a_bicycle():
    speeds = [8.0] * 30 + [20.0] * 15 + [8.0] * 30
    assert _places(list(accumulate(3 * speed for speed in speeds)), [3.0 * at for at in range(75)]) == []


@given(st.integers(0, 2**32), st.sets(st.integers(1, 198), max_size=15))
def test_the_strays_among_the_fixes_of_a_runner_are_found_and_no_others(seed, wrong):
    chance = random.Random(seed)
    legs = [chance.uniform(0, FASTEST / 2) for _ in range(200)]
    where = [at + chance.uniform(-PLACE_ERROR, PLACE_ERROR) / 2 for at in accumulate(legs)]
    seconds = [float(number) for number in range(200)]
    assert _places(where, seconds) == []

    assert _places(_with(where, dict.fromkeys(wrong, -FAR)), seconds) == sorted(wrong)


HILLS = [500.0 + number for number in range(40)]
HEIGHTS = {
    "none": {},
    "the first is 0": {0: 0.0},
    "the first three are 0": dict.fromkeys(range(3), 0.0),
    "many are 0": dict.fromkeys(range(10, 28), 0.0),
    "every second is 0": dict.fromkeys(range(0, 40, 2), 0.0),
    "the last": {39: 0.0},
    "one inside": {20: 900.0},
    "a void": {20: -32768.0},
    "here and there": {3: 700.0, 9: -500.0, 30: 1200.0},
}


@pytest.mark.parametrize("replaced", HEIGHTS.values(), ids=HEIGHTS)
def test_heights_that_nobody_climbs_to_are_strays(replaced):
    assert stray_heights(STEADY, _with(HILLS, replaced)) == sorted(replaced)


NONE = {
    "the sea": [0.0, 4.0, 0.0, 9.0, 0.0, 12.0, 0.0, 3.0],
    "no heights": [0.0] * 8,
    "a cliff": [500.0 + 25 * (number > 3) for number in range(8)],
    "steps up a wall": [500.0, 520.0, 551.0, 580.0, 610.0, 635.0, 660.0, 680.0],
    "half and half": [500.0] * 4 + [900.0] * 4,
    "nothing but noise": [900.0, 100.0] * 4,
    "one": [5.0],
    "nothing": [],
}


@pytest.mark.parametrize("heights", NONE.values(), ids=NONE)
def test_where_nothing_tells_the_stray_from_the_others_there_is_none(heights):
    assert stray_heights(STEADY[: len(heights)], heights) == []


def test_a_mountain_between_two_jumps_is_no_stray():
    heights = [500.0] * 60 + [600.0] * 20 + [500.0] * 60
    assert stray_heights([10.0 * number for number in range(140)], heights) == []


@given(st.integers(0, 2**32), st.sets(st.integers(0, 199), max_size=15))
def test_the_strays_among_the_heights_of_a_runner_are_found_and_no_others(seed, wrong):
    chance = random.Random(seed)
    along = list(accumulate(chance.uniform(1, 30) for _ in range(200)))
    heights = [1000.0]
    for before, after in pairwise(along):
        heights.append(heights[-1] + chance.uniform(-0.2, 0.2) * (after - before))
    heights = [height + chance.uniform(-HEIGHT_ERROR, HEIGHT_ERROR) / 2 for height in heights]
    assert stray_heights(along, heights) == []

    assert stray_heights(along, _with(heights, dict.fromkeys(wrong, 9000.0))) == sorted(wrong)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(-1000, 9000)), max_size=40),
    st.floats(0, 1e7),
)
def test_what_is_left_is_the_most_of_a_track(points, start):
    along = list(accumulate((leg for leg, _ in points), initial=start))[1:]
    heights = [height for _, height in points]
    found = stray_heights(along, heights)

    assert found == sorted(set(found))
    assert len(found) <= len(heights) / 2 + heights.count(0.0)


def test_the_limits_are_those_of_their_sources():
    assert pytest.approx(20 / 1.61, abs=0.005) == FASTEST
    assert pytest.approx(0.6009, abs=0.001) == STEEPEST  # the tangent of 31°


def test_a_file_made_of_jumps_is_not_looked_through_for_long():
    heights = [500.0, 5000.0] * 250_000
    assert stray_heights([float(number) for number in range(500_000)], heights) == []
