"""A race that cannot be is refused with the name of what is wrong, and what would be right."""

from math import inf, nan

import pytest

from workout_core import InvalidParameter, WorkoutWarning, block_split, even_split, negative_split, race

TEN = {"distance": "10km", "goal": "47:30"}
MARATHON = {"distance": "marathon", "goal": "3:30:00"}

WRONG = {
    "faster than the record": (
        negative_split,
        TEN | {"goal": "20:00"},
        "goal: 10 km in 20:00 is faster than the world record (write hours:minutes:seconds)",
    ),
    "minutes meant as hours": (
        even_split,
        {"distance": "half", "goal": "1:45"},
        "goal: 21.0975 km in 1:45 is faster than the world record (did you mean '1:45:00'?)",
    ),
    "slower than a stroll": (
        negative_split,
        TEN | {"goal": "6:00:00"},
        "goal: 10 km in 6:00:00 is slower than a stroll (write hours:minutes:seconds)",
    ),
    "hours meant as minutes": (
        negative_split,
        TEN | {"goal": "47:30:00"},
        "goal: 10 km in 47:30:00 is slower than a stroll (did you mean '47:30'?)",
    ),
    "a goal without a unit": (
        negative_split,
        TEN | {"goal": "47"},
        "goal: '47' is not a time (like '15min', '1h10min', '90s' or '4:30')",
    ),
    "a split of forty per cent": (
        negative_split,
        TEN | {"split": "40%"},
        "split: 40% is not a race any more (1% to 4% is usual)",
    ),
    "minus forty": (
        negative_split,
        TEN | {"split": "-40%"},
        "split: -40% is not a race any more (1% to 4% is usual)",
    ),
    "a percentage without its sign": (
        negative_split,
        TEN | {"split": "2"},
        "split: '2' is not a percentage (like '2%')",
    ),
    "a percentage as a whole number": (
        negative_split,
        TEN | {"split": 2},
        "split: must be -100% to 100%: '200%'",
    ),
    "splits longer than the race": (
        negative_split,
        TEN | {"every": "half marathon"},
        "every: splits of 21.0975km are longer than the whole of 10km",
    ),
    "splits too short": (
        negative_split,
        TEN | {"every": "5m"},
        "every: splits of 5m are too many (like '1km')",
    ),
    "a negative distance": (
        negative_split,
        TEN | {"distance": "-5km"},
        "distance: '-5km' is not a distance (like '800m', '5km', '1mi' or 'half marathon')",
    ),
    "a negative number of metres": (
        negative_split,
        TEN | {"distance": -5000.0},
        "distance: must be 1m to 1000km: '-5km'",
    ),
    "no distance to run": (negative_split, TEN | {"distance": 0}, "distance: must be 1m to 1000km: '0km'"),
    "another parameter": (
        negative_split,
        TEN | {"spilt": "2%"},
        "spilt: is not a parameter of negative-split (did you mean 'split'?)",
    ),
    "a parameter of another recipe": (
        even_split,
        TEN | {"blocks": "5km, rest"},
        (
            "blocks: is not a parameter of even-split (one of warmup, cooldown, units, distance, goal, "
            "every, tolerance, course, hill_effort, hill_cost, by_climb, cues)"
        ),
    ),
    "no goal": (negative_split, {"distance": "10km"}, "goal: is needed (like '1:45:00')"),
    "no distance": (race, {"goal": "47:30"}, "distance: is needed (like '10km')"),
    "a cue beyond the end": (
        negative_split,
        TEN | {"cues": "5km Half way, 16km Now race"},
        "cues: 'Now race' at 16km is not within 10km",
    ),
    "a cue at the end": (
        negative_split,
        TEN | {"cues": "10km Done"},
        "cues: 'Done' at 10km is not within 10km",
    ),
    "hills beyond effort": (
        negative_split,
        TEN | {"hill_effort": "2"},
        "hill_effort: must be 0 (even pace) to 1.3: 2 (1 is even effort)",
    ),
    "climbs of no course": (
        negative_split,
        TEN | {"by_climb": "yes"},
        "by_climb: climbs need a course (give 'course: file.gpx')",
    ),
    "a course by its name": (
        negative_split,
        TEN | {"course": "city.gpx"},
        "course: 'city.gpx' is a file, which only a document may name (in a script: read_course('city.gpx'))",
    ),
    "neither yes nor no": (
        negative_split,
        TEN | {"by_climb": "maybe"},
        "by_climb: 'maybe' is neither yes nor no",
    ),
    "another shape": (
        negative_split,
        TEN | {"shape": "hlaves"},
        "shape: 'hlaves' is not one of the choices (did you mean 'halves'?)",
    ),
    "a tolerance of minutes": (
        negative_split,
        TEN | {"tolerance": "5:00"},
        "tolerance: a tolerance of '5:00' is none (3s to 15s are usual)",
    ),
    "no tolerance": (
        negative_split,
        TEN | {"tolerance": "wide"},
        "tolerance: 'wide' is not a tolerance (like '5s', '8s/mi' or '3%')",
    ),
    "blocks longer than the race": (
        block_split,
        MARATHON | {"blocks": "20mi, 10mi, rest"},
        "blocks: leave nothing of the race of 42.195 km for 'rest'",
    ),
    "the usual blocks of a marathon in ten kilometres": (
        block_split,
        TEN,
        "blocks: is needed (the usual 10mi +5s/mi, 10mi, rest are of a marathon)",
    ),
    "blocks without a rest": (
        block_split,
        MARATHON | {"blocks": "10mi +5s/mi, 10mi"},
        "blocks: the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')",
    ),
    "a rest in the middle": (
        block_split,
        MARATHON | {"blocks": "10mi, rest, 10mi"},
        "blocks: the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')",
    ),
    "two rests": (
        block_split,
        MARATHON | {"blocks": "rest, rest"},
        "blocks: the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')",
    ),
    "a rest with a pace": (
        block_split,
        MARATHON | {"blocks": "10mi, rest -5s"},
        "blocks: 'rest' makes up the time, and so has no pace of its own",
    ),
    "blocks that leave no pace": (
        block_split,
        MARATHON | {"blocks": "10mi +500s/mi, 10mi, rest"},
        "blocks: leave no sensible pace for 'rest' (5 to 10 s a mile are usual)",
    ),
    "a block without a sign": (
        block_split,
        MARATHON | {"blocks": "10km 5s, rest"},
        "blocks: '10km 5s' is not a block of a race (like '10mi +5s/mi', '10km' or 'rest')",
    ),
}


@pytest.mark.parametrize(("recipe", "given", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_race_is_refused_and_the_message_says_what_would_be_right(recipe, given, message):
    with pytest.raises(InvalidParameter) as refused:
        recipe(**given)
    assert str(refused.value) == message
    assert refused.value.parameter == message.partition(":")[0]
    assert refused.value.reason == message.partition(": ")[2]


@pytest.mark.parametrize("split", ["6%", "-6%", "15%"])
def test_a_split_that_is_much_is_a_warning(split):
    with pytest.warns(WorkoutWarning, match=rf"^split: {split} is much \(1% to 4% is usual\)$"):
        workout = negative_split(**TEN, split=split)
    assert len(workout.items) == 10


@pytest.mark.filterwarnings("error")
def test_a_warning_that_is_made_an_error_is_not_said_to_be_a_failure_of_the_recipe():
    with pytest.raises(WorkoutWarning, match=r"^split: 6% is much \(1% to 4% is usual\)$"):
        negative_split(**TEN, split="6%")


@pytest.mark.parametrize("split", ["0%", "5%", "-5%"])
def test_a_split_of_five_per_cent_is_none(split):
    assert len(negative_split(**TEN, split=split).items) == 10


NONSENSE = {
    "a goal that is no number": (negative_split, TEN | {"goal": nan}, "goal"),
    "an endless goal": (negative_split, TEN | {"goal": inf}, "goal"),
    "a distance that is no number": (negative_split, TEN | {"distance": nan}, "distance"),
    "an endless distance": (negative_split, TEN | {"distance": inf}, "distance"),
    "splits that are no number": (negative_split, TEN | {"every": nan}, "every"),
    "endless splits": (negative_split, TEN | {"every": inf}, "every"),
    "a split that is no number": (negative_split, TEN | {"split": nan}, "split"),
    "an endless split": (negative_split, TEN | {"split": inf}, "split"),
    "a split of forty digits": (negative_split, TEN | {"split": f"{'9' * 40}%"}, "split"),
    "a split with two signs": (negative_split, TEN | {"split": "--2%"}, "split"),
    "hills that are no number": (negative_split, TEN | {"hill_effort": nan}, "hill_effort"),
    "hills of three hundred digits": (negative_split, TEN | {"hill_effort": "1e300"}, "hill_effort"),
    "a cue nowhere": (negative_split, TEN | {"cues": ((nan, "Now"),)}, "cues"),
    "a tolerance without a unit": (negative_split, TEN | {"tolerance": 5}, "tolerance"),
    "a warm-up without a unit": (race, TEN | {"warmup": 600}, "warmup"),
    "a shape by its number": (negative_split, TEN | {"shape": 1}, "shape"),
    "a course by its path": (negative_split, TEN | {"course": 1}, "course"),
    "no goal after all": (negative_split, TEN | {"goal": None}, "goal"),
    "a block of nothing": (block_split, MARATHON | {"blocks": "0km, rest"}, "blocks"),
    "a block in less than no time": (block_split, MARATHON | {"blocks": "10km -400s/km, rest"}, "blocks"),
    "blocks faster than the record": (block_split, MARATHON | {"blocks": "10km -180s/km, rest"}, "blocks"),
    "no block": (block_split, MARATHON | {"blocks": ()}, "blocks"),
    "blocks as one number": (block_split, MARATHON | {"blocks": 3}, "blocks"),
}


@pytest.mark.parametrize(("recipe", "given", "parameter"), NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_refused_by_the_name_of_its_parameter_in_few_words(recipe, given, parameter):
    with pytest.raises(InvalidParameter) as refused:
        recipe(**given)
    assert refused.value.parameter == parameter
    assert len(str(refused.value)) < 200
