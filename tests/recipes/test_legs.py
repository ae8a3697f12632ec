"""A distance is cut into legs, whose times add up and whose cues stand where they belong."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workout_core import InvalidParameter, Tolerance, Units
from workout_core.recipes import legs as legs_of
from workout_core.science import splits
from workout_core.units import MILE

HALF = 21097.5


@pytest.mark.parametrize(
    ("metres", "every", "ends"),
    [
        (3000.0, 1000.0, [1000, 2000, 3000]),
        (3097.5, 1000.0, [1000, 2000, 3000, 3097.5]),
        (3030.0, 1000.0, [1000, 2000, 3030]),
        (1000.0, 1000.0, [1000]),
        (1030.0, 1000.0, [1030]),
        (105.0, 50.0, [50, 105]),
        (5000.0, MILE, [MILE, 2 * MILE, 3 * MILE, 5000]),
    ],
    ids=["whole", "a rest", "hardly a rest", "one", "one and hardly a rest", "short ones", "miles"],
)
def test_a_distance_ends_where_it_ends_and_its_legs_before_it(metres, every, ends):
    assert legs_of.marks(metres, every) == pytest.approx(ends)


@pytest.mark.parametrize(
    ("metres", "every", "message"),
    [
        (5000.0, 10_000.0, "every: splits of 10km are longer than the whole of 5km"),
        (10_000.0, 5.0, "every: splits of 5m are too many (like '1km')"),
    ],
    ids=["longer than the whole", "too many"],
)
def test_splits_that_cannot_be_are_refused(metres, every, message):
    with pytest.raises(InvalidParameter, match=f"^{re.escape(message)}$") as refused:
        legs_of.marks(metres, every)
    assert refused.value.parameter == "every"


@given(
    metres=st.floats(800, 200_000),
    every=st.floats(200, 10_000),
    also=st.lists(st.floats(0, 1, exclude_max=True), max_size=5),
)
def test_whatever_is_marked_the_legs_go_from_the_start_to_the_end(metres, every, also):
    assume(every <= metres)
    marks = legs_of.marks(metres, every)
    ends = legs_of.with_marks(marks, [share * metres for share in also])
    assert ends == sorted(set(ends))
    assert set(marks) <= set(ends)
    assert ends[0] > 0
    assert ends[-1] == metres


@given(
    lengths=st.lists(st.floats(50, 5000), min_size=1, max_size=30),
    seconds=st.integers(60, 40_000),
    percent=st.floats(-0.15, 0.15),
)
def test_the_seconds_of_legs_are_whole_and_add_up(lengths, seconds, percent):
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    legs = legs_of.cut_into_legs(ends, seconds, splits.ramp(percent), ())
    assert [leg.end for leg in legs] == ends
    assert sum(leg.seconds for leg in legs) == seconds == legs[-1].clock
    assert sum(leg.exact for leg in legs) == pytest.approx(seconds)
    for before, after in pairwise(legs):
        assert after.start == before.end
        assert after.clock == before.clock + after.seconds


@pytest.mark.parametrize(
    ("where", "starts"),
    [
        (0.0, [0, 1000, 2000]),
        (1000.0, [0, 1000, 2000]),
        (1030.0, [0, 1000, 2000]),
        (980.0, [0, 1000, 2000]),
        (1500.0, [0, 1000, 1500, 2000]),
    ],
    ids=["at the start", "at a mark", "just behind one", "just before one", "between two"],
)
def test_a_cue_begins_a_leg_of_its_own_unless_one_begins_nearby(where, starts):
    legs = legs_of.cut_into_legs([1000.0, 2000.0, 3000.0], 900, splits.even, [(where, "Now")])
    assert [leg.start for leg in legs] == starts
    (told,) = [leg for leg in legs if leg.cues]
    assert abs(told.start - where) <= 30
    assert told.cues == ("Now",)


def test_two_cues_at_one_place_are_told_in_their_order():
    legs = legs_of.cut_into_legs(
        [1000.0, 2000.0], 600, splits.even, [(1000.0, "Drink"), (1000.0, "Now race")]
    )
    assert legs[1].cues == ("Drink", "Now race")
    (_, step) = legs_of.steps_of_legs(legs, Tolerance(5))
    assert step.cue == "Drink. Now race. Split 5:00, clock 10:00"


@pytest.mark.parametrize("cue", ["Now race!", "Ready?", "Half way.", "Go…"])
def test_a_cue_that_ends_like_a_sentence_gets_no_second_full_stop(cue):
    legs = legs_of.cut_into_legs([1000.0], 300, splits.even, [(0.0, cue)])
    (step,) = legs_of.steps_of_legs(legs, Tolerance(5))
    assert step.cue == f"{cue} Split 5:00, clock 5:00"


@pytest.mark.parametrize("where", [-1.0, 3000.0, 4000.0])
def test_a_cue_beyond_the_distance_is_refused(where):
    with pytest.raises(InvalidParameter, match=r"^cues: 'Now' at .* is not within 3km$") as refused:
        legs_of.cut_into_legs([1000.0, 2000.0, 3000.0], 900, splits.even, [(where, "Now")])
    assert refused.value.parameter == "cues"


def test_a_step_says_how_far_it_goes_its_split_and_the_clock():
    legs = legs_of.cut_into_legs([1000.0, 2000.0], 615, splits.ramp(0.02), ())
    first, second = legs_of.steps_of_legs(legs, Tolerance(5))
    assert (first.name, first.cue) == ("to 1 km", "Split 5:11, clock 5:11")
    assert (second.name, second.cue) == ("to 2 km", "Split 5:04, clock 10:15")


def test_a_step_in_miles_says_so():
    legs = legs_of.cut_into_legs([MILE, 2 * MILE], 960, splits.even, ())
    first, second = legs_of.steps_of_legs(legs, Tolerance(5), Units.IMPERIAL)
    assert (first.name, second.name) == ("to 1 mi", "to 2 mi")


@pytest.mark.parametrize(
    ("every", "units"),
    [
        (MILE, Units.IMPERIAL),
        (MILE / 4, Units.IMPERIAL),
        (5 * MILE, Units.IMPERIAL),
        (1000.0, Units.METRIC),
        (400.0, Units.METRIC),
        (5000.0, Units.METRIC),
        (1600.0, Units.METRIC),
    ],
    ids=["a mile", "a quarter", "five miles", "a kilometre", "a lap", "five kilometres", "four laps"],
)
def test_who_splits_by_quarters_of_a_mile_counts_in_miles(every, units):
    assert legs_of.units_of(every) is units
