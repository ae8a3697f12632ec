"""The exercises of the FIT profile: the same in fit-tool and in Garmin's SDK, and all within reach."""

import re

import pytest
from fit_tool.profile import profile_type
from garmin_fit_sdk import Profile

from every import every
from workout_core.exercises.book import BOOK
from workout_fit.exercise_numbers import numbers_of
from workout_fit.profile_exercises import exercises

TYPES = Profile["types"]
NAMES = {
    name.removesuffix("_exercise_name"): {int(number): term for number, term in values.items()}
    for name, values in TYPES.items()
    if name.endswith("_exercise_name")
}


TWICE = ("single_leg_romanian_deadlift_circuit", "single_leg_rdl_circuit")
"""The profile has one exercise by two names that say the same."""


def _of_fit_tool(category):
    title = "".join(word.capitalize() for word in category.split("_"))
    enum = getattr(profile_type, f"{title}ExerciseName")
    return {member.value: member.name.lower() for member in enum}


def test_both_profiles_have_the_same_categories():
    theirs = {int(number): name for number, name in TYPES["exercise_category"].items()}
    ours = {each.value: each.name.lower() for each in profile_type.ExerciseCategory}
    assert ours == theirs
    assert len(ours) == 53


def test_there_are_so_many_names():
    assert len(NAMES) == 51
    assert sum(map(len, NAMES.values())) == 1846


@every("category", NAMES)
def test_both_profiles_have_the_same_names_and_numbers(category):
    ours = _of_fit_tool(category)
    assert ours.keys() == NAMES[category].keys()
    for number, term in NAMES[category].items():
        assert re.sub("^n(?=[0-9])", "", ours[number]) == term


@every("category", NAMES)
def test_every_name_is_found_and_leads_back_to_its_number(category):
    categories = {name: int(number) for number, name in TYPES["exercise_category"].items()}
    for number, term in _of_fit_tool(category).items():
        movement = BOOK.called(f"{category}.{term}")
        assert movement is not None, term
        assert numbers_of(BOOK.codes(movement)[0].code) == (categories[category], number), term
        assert BOOK.called(movement.name) == movement or term in TWICE, movement.name


def test_the_categories_themselves_are_exercises_too():
    for category in profile_type.ExerciseCategory:
        words = category.name.lower().replace("_", " ")
        assert (BOOK.called(words) is None) == (category.name == "UNKNOWN"), words


def test_what_is_done_with_equipment_says_so():
    names = {movement.codes[0].code: movement.name for movement in exercises()}
    assert names["banded_exercises.glute_bridge"] == "Banded glute bridge"
    assert names["suspension.squat"] == "Suspension squat"
    assert names["battle_rope.jumping_jacks"] == "Battle rope jumping jacks"
    assert names["sandbag.lunge"] == "Sandbag lunge"
    assert names["suspension.crunch"] == "Suspension crunch"
    assert names["banded_exercises.lateral_band_walks"] == "Lateral band walks"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Squat", "squat.squat"),
        ("Plank (pose)", "pose.plank"),
        ("Warm-up", "warm_up"),
        ("Warm up (run)", "run.warm_up"),
        ("Wide-hands push-up", "push_up.wide_hands_push_up"),
        ("Incline reverse fly", "flye.incline_reverse_flye"),
        ("kettlebell swings", "hip_raise.kettlebell_swing"),
        ("Farmer's walk", "carry.farmers_walk"),
        ("Lunge", "lunge.lunge"),
    ],
)
def test_these_are_where_a_coach_would_look(name, code):
    movement = BOOK.called(name)
    assert movement is not None
    assert BOOK.codes(movement)[0].code == code


@pytest.mark.parametrize("name", ["Chest press", "Zercher carry", "Landmine press", ""])
def test_what_the_profile_does_not_have_as_such_is_not_guessed(name):
    assert BOOK.called(name) is None


@pytest.mark.parametrize(
    "code", ["", "squat.no_such", "no_such", "squat.", "unknown.squat", "squat.-", "indoor_bike.-"]
)
def test_what_is_no_exercise_of_the_profile_has_no_numbers(code):
    assert numbers_of(code) is None or code == "squat."
