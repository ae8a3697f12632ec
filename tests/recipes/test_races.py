"""Races come out as the published plans they follow, and say what they are."""

import re
from itertools import pairwise

import pytest

from workout_core import (
    Intensity,
    LapButton,
    Quantity,
    Time,
    Tolerance,
    block_split,
    even_split,
    negative_split,
    parse_steps,
    race,
    read_text,
)
from workout_core.recipes.blocks import RaceBlock
from workout_core.recipes.races import SplitShape
from workout_core.units import MILE

HALF_BY_KILOMETRES = (
    "5:33 5:33 5:32 5:31 5:31 5:30 5:30 5:29 5:28 5:28 5:27 "
    "5:26 5:26 5:26 5:24 5:24 5:23 5:23 5:22 5:22 5:21 0:31"
)


def _splits(workout):
    return " ".join(re.search(r"Split ([0-9:]+), ", step.cue)[1] for step in workout.items)


def _paces(step):
    """Return the slow and the fast end of a step's target, in seconds a kilometre."""
    assert step.target.quantity is Quantity.SPEED
    return round(1000 / step.target.value.low, 2), round(1000 / step.target.value.high, 2)


@pytest.mark.parametrize("shape", ["ramp", "halves"])
@pytest.mark.parametrize(
    ("goal", "halves"), [("4:00:00", "2:01:12 1:58:48"), ("3:30:00", "1:46:03 1:43:57")], ids=["4:00", "3:30"]
)
def test_the_halves_of_a_marathon_with_a_negative_split_of_two_per_cent(goal, halves, shape):
    workout = negative_split(distance="marathon", goal=goal, split="2%", shape=shape, every="half marathon")
    assert _splits(workout) == halves
    how = ", in two halves" if shape == "halves" else ""
    assert workout.description == "Negative split of 2 %{}. Halves {} and {}.".format(how, *halves.split())


def test_a_half_marathon_by_kilometres_with_what_is_left():
    assert _splits(negative_split(distance="half", goal="1:55:00", split="2%")) == HALF_BY_KILOMETRES


@pytest.mark.parametrize(
    ("distance", "goal", "every", "blocks", "splits"),
    [
        ("marathon", "3:30:00", "10mi", "10mi +5.5s/mi, 10mi, rest", "1:21:01 1:20:05 48:54"),
        ("half", "1:55:00", "half", "3km +8s, 7km +2s, 8km -3s, rest", "16:45 38:24 43:12 16:39"),
        ("10km", "50:00", "10km", "3km +6s, 4km, rest", "15:18 20:00 14:42"),
    ],
    ids=["10-10-10", "a half in four parts", "3-4-3"],
)
def test_blocks_take_what_they_are_off_and_the_rest_makes_up_the_time(distance, goal, every, blocks, splits):
    workout = block_split(distance=distance, goal=goal, every=every, blocks=blocks)
    assert _splits(workout) == splits


def test_ten_ten_ten_is_what_blocks_are_by_default():
    assert block_split(distance="marathon", goal="3:30:00") == block_split(
        distance="marathon", goal="3:30:00", blocks="10mi +5s/mi, 10mi, rest"
    )


def test_two_halves_have_two_paces_and_a_ramp_as_many_as_splits():
    given = {"distance": "10km", "goal": "50:00", "split": "4%", "every": "1km", "tolerance": "0s"}
    halves, ramp = (negative_split(**given, shape=shape) for shape in ("halves", "ramp"))
    assert [_paces(step)[0] for step in halves.items] == [306.0] * 5 + [294.0] * 5
    assert [_paces(step)[0] for step in ramp.items] == [
        310.8, 308.4, 306.0, 303.6, 301.2, 298.8, 296.4, 294.0, 291.6, 289.2,
    ]  # fmt: skip


def test_a_positive_split_starts_as_a_negative_one_ends():
    given = {"distance": "10km", "goal": "50:00", "tolerance": "0s"}
    negative, positive = (negative_split(**given, split=split) for split in ("3%", "-3%"))
    assert [step.target for step in positive.items] == [step.target for step in reversed(negative.items)]
    assert positive.description == "Positive split of 3 %. Halves 24:38 and 25:22."


@pytest.mark.parametrize(
    ("recipe", "given", "name", "description"),
    [
        (even_split, {}, "10 km in 47:30", "Even pace. Halves 23:45 and 23:45."),
        (race, {}, "10 km in 47:30", "Even pace. Halves 23:45 and 23:45."),
        (negative_split, {}, "10 km in 47:30", "Negative split of 2 %. Halves 23:59 and 23:31."),
        (negative_split, {"split": "0%"}, "10 km in 47:30", "Even pace. Halves 23:45 and 23:45."),
        (
            negative_split,
            {"split": "2.5%"},
            "10 km in 47:30",
            "Negative split of 2.5 %. Halves 24:03 and 23:27.",
        ),
        (
            negative_split,
            {"distance": "half", "goal": "1:45:00"},
            "Half marathon in 1:45:00",
            "Negative split of 2 %. Halves 53:02 and 51:58.",
        ),
        (
            negative_split,
            {"distance": "marathon", "goal": "3:30:00"},
            "Marathon in 3:30:00",
            "Negative split of 1 %. Halves 1:45:32 and 1:44:28.",
        ),
        (
            even_split,
            {"distance": "5mi", "goal": "40:00"},
            "5 mi in 40:00",
            "Even pace. Halves 20:00 and 20:00.",
        ),
        (
            block_split,
            {"distance": "marathon", "goal": "3:30:00"},
            "Marathon in 3:30:00",
            "10 mi at 8:06/mi, 10 mi at 8:01/mi, 6.2 mi at 7:53/mi. Halves 1:45:50 and 1:44:10.",
        ),
        (
            block_split,
            {"blocks": "3km +6s, 4km, rest"},
            "10 km in 47:30",
            "3 km at 4:51/km, 4 km at 4:45/km, 3 km at 4:39/km. Halves 24:03 and 23:27.",
        ),
    ],
    ids=[
        "even",
        "race",
        "2 % for 10 km",
        "no split",
        "two and a half",
        "2 % for a half",
        "1 % for a marathon",
        "miles",
        "10-10-10",
        "kilometre blocks",
    ],
)
def test_a_race_says_what_it_is_and_its_halves(recipe, given, name, description):
    workout = recipe(**({"distance": "10km", "goal": "47:30"} | given))
    assert (workout.name, workout.description) == (name, description)


@pytest.mark.parametrize(
    ("tolerance", "paces"),
    [
        ("5s", (305.08, 295.08)),
        ("~5s", (305.08, 295.08)),
        ("5", (305.08, 295.08)),
        ("8s/mi", (305.05, 295.11)),
        ("3%", (309.28, 291.26)),
        ("0s", (300.0, 300.0)),
    ],
    ids=["seconds a kilometre", "with a tilde", "a number", "seconds a mile", "a share", "none"],
)
def test_the_pace_may_be_off_by_the_tolerance(tolerance, paces):
    workout = even_split(distance="10km", goal="50:00", every="5km", tolerance=tolerance)
    assert [_paces(step) for step in workout.items] == [paces] * 2


def test_splits_in_miles_are_named_in_miles_to_the_end():
    workout = even_split(distance="10km", goal="50:00", every="1mi")
    assert [step.name for step in workout.items] == [
        "to 1 mi",
        "to 2 mi",
        "to 3 mi",
        "to 4 mi",
        "to 5 mi",
        "to 6 mi",
        "to 6.2 mi",
    ]


@pytest.mark.parametrize(
    ("distance", "goal", "every"),
    [
        ("half", "1:45:00", "1km"),
        ("marathon", "3:30:00", "1mi"),
        ("12.3456km", "1:00:00", "1km"),
        ("100mi", "20:00:00", "5mi"),
        ("160.9344km", "20:00:00", "5km"),
    ],
    ids=str,
)
def test_the_names_of_splits_fit_a_watch(distance, goal, every):
    workout = even_split(distance=distance, goal=goal, every=every)
    assert [step.name for step in workout.items if len(step.name.encode()) > 15] == []


def test_texts_and_numbers_make_the_same_race():
    texts = negative_split(
        distance="half marathon",
        goal="1:45:00",
        split="2%",
        every="1mi",
        tolerance="3%",
        shape="halves",
        cues="16km Now race",
        warmup="15min",
        by_climb="no",
    )
    numbers = negative_split(
        distance=21097.5,
        goal=6300,
        split=0.02,
        every=MILE,
        tolerance=Tolerance(0.03, relative=True),
        shape=SplitShape.HALVES,
        cues=((16_000, "Now race"),),
        warmup=Time(900),
        by_climb=False,
    )
    assert texts == numbers


def test_texts_and_numbers_make_the_same_blocks():
    blocks = (RaceBlock(5000.0, 0.005), RaceBlock(3000.0, 0.0), RaceBlock(None, None))
    given = {"distance": "10km", "goal": "50:00"}
    assert block_split(**given, blocks="5km +5s, 3km, rest") == block_split(**given, blocks=blocks)


def test_a_document_and_the_notation_make_the_same_steps():
    document = read_text(
        "workout: City half\n"
        "recipe: negative-split\n"
        "distance: half marathon\n"
        "goal: 1:45:00\n"
        "split: 2%\n"
        "every: 5km\n"
        "cues: {16km: Now race}\n"
    )
    items = parse_steps('race half marathon in 1:45:00 negative 2% by 5km; at 16km "Now race"')
    call = negative_split(distance="half", goal="1:45:00", split="2%", every="5km", cues="16km Now race")
    assert document.name == "City half"
    assert document.items == items == call.items
    assert document.description == call.description


def test_a_race_has_a_warm_up_and_a_cool_down_and_only_work_between():
    first, gun, *work, last = race(distance="5km", goal="22:00").items
    assert (gun.duration, gun.cue) == (LapButton(), "Press lap at the gun")
    assert (first.intensity, first.duration) == (Intensity.WARMUP, Time(900))
    assert (last.intensity, last.duration) == (Intensity.COOLDOWN, Time(600))
    assert [step.intensity for step in work] == [Intensity.WORK] * 5
    assert all(before.target == after.target for before, after in pairwise(work))
