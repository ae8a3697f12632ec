"""Names that mean the same exercise, and names that do not."""

import pytest

from workout_core.exercises.names import key, spoken


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Push-up", "push ups"),
        ("Pushup", "PUSH-UPS"),
        ("Farmer's carry", "farmers carry"),
        ("Farmer\u2019s carry", "Farmers' carries"),
        ("KBS", "Kettlebell swings"),
        ("Lateral (side) lunge", "lateral side lunges"),
        ("Carioca / grapevine", "carioca grapevine"),
        ("Bench press", "bench presses"),
        ("Crunch", "crunches"),
        ("Incline reverse flye", "Incline reverse flies"),
        ("Single-leg RDL", "one-leg Romanian deadlifts"),
        ("DB row", "dumbbell rows"),
        ("Bench press (Barbell)", "barbell bench press"),
        ("OHP", "Overhead press"),
        ("KB swing", "Kettlebell swings"),
        ("SL calf raise", "single leg calf raises"),
        ("1-leg squat", "single-legged squat".replace("legged", "leg")),
        ("Step_up", "step\u00a0up"),
        ("Hüftbrücke", "HU\u0308FTBRU\u0308CKE"),
    ],
)
def test_these_are_one_exercise(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Side plank", "Plank"),
        ("Back squat", "Squat"),
        ("Leg press", "Leg raise"),
        ("Single-leg squat", "Squat"),
        ("A-skip", "B-skip"),
        ("\N{FLEXED BICEPS}", "\N{ROWBOAT}"),
    ],
)
def test_these_are_two(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SL RDL", "single leg romanian deadlift"),
        ("World's greatest stretch", "world greatest stretch"),
        ("90/90 hip switch", "90 90 hip switch"),
        ("", ""),
        ("!?", ""),
        ("as", "as"),
    ],
)
def test_names_are_said_in_plain_words(name, words):
    assert spoken(name) == words
