"""Exercises by near spelling, by words, and those of plugins."""

import pytest
from hypothesis import given

from strategies.choices import lines
from workout_core import ExerciseBook, InvalidWorkout, Movement, MovementKind, Tier
from workout_core.exercises.book import BOOK, catalogue
from workout_core.exercises.spelling import Speller

PRESS = Movement(name="Landmine press", aliases=["Angled press"], kind=MovementKind.STRENGTH)
MINE = Movement(name="Back squat", purpose="Not ours")
OURS = ExerciseBook(lambda: (PRESS, MINE))


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Bak squat", "Back squat"),
        ("plnk", "Plank"),
        ("Push-upp", "Push-up"),
        ("Squatt", "Squat"),
        ("Kettlbell swng", "Kettlebell swing"),
        ("Bulgrian splt squat", "Bulgarian split squat"),
        ("rumanian deadlift", "Romanian deadlift"),
        ("Nordik curl", "Nordic hamstring curl"),
        ("Copenhagn plank", "Copenhagen plank"),
        ("Glute brigde", "Glute bridge"),
    ],
)
def test_a_slip_is_seen(slip, meant):
    assert BOOK.called(slip) is None
    assert BOOK.near(slip) == meant


@pytest.mark.parametrize(
    "name",
    [
        "Zercher carry",
        "Landmine press",
        "Chest press",
        "My own thing",
        "Kniebeuge",
        "Hurdle walk",
        "test",
        "x" * 10_000,
        "",
        "走る",
        "1 2 3",
    ],
)
def test_a_name_of_its_own_is_no_slip(name):
    assert BOOK.near(name) == ""


def test_a_known_name_is_no_slip_of_another():
    for movement in catalogue():
        for name in (movement.name, *movement.aliases):
            assert BOOK.near(name) == ""


@given(lines(40))
def test_any_text_is_looked_up(text):
    movement = BOOK.called(text)
    assert movement is None or isinstance(movement, Movement)
    near = BOOK.near(text)
    assert not near or BOOK.called(near) is not None


def test_the_exercises_of_plugins_are_found_too_and_ours_come_first():
    assert OURS.called("landmine presses") is PRESS
    assert OURS.called("angled press") is PRESS
    assert OURS.near("landmin press") == "Landmine press"
    found = OURS.called("back squat")
    assert found is not None
    assert found.purpose == "Maximal leg strength for running economy"
    assert PRESS in OURS.movements()
    assert BOOK.called("Landmine press") is None


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("back squat", "Back squat"),
        ("a-skip", "A-skip"),
        ("soleus", "Bent-knee (soleus) single-leg calf raise"),
        ("breathing", "Diaphragm breathing"),
        ("nordic", "Nordic hamstring curl"),
        ("landmine", "Landmine press"),
    ],
)
def test_words_find_exercises_the_best_first(words, first):
    assert OURS.search(words)[0].name == first


@pytest.mark.parametrize("words", ["calves drill", "drills calves"])
def test_kind_and_muscle_find_exercises(words):
    found = BOOK.search(words)
    assert "A-skip" in [each.name for each in found]
    assert all(each.kind is MovementKind.DRILL for each in found)


@pytest.mark.parametrize("words", ["", " ", "!!!", "\N{FLEXED BICEPS}"])
def test_no_words_find_nothing(words):
    assert BOOK.search(words) == ()


def test_words_that_are_said_of_nothing_find_nothing():
    assert BOOK.search("zzz") == ()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Movement(name=""), "an exercise needs a name of one line: ''"),
        (lambda: Movement(name="a\nb"), "an exercise needs a name of one line: 'a\\nb'"),
        (lambda: Movement(name=3), "an exercise needs a name of one line: 3"),
        (lambda: Movement(name="X", aliases="abc"), "several texts are needed: ['abc']"),
        (lambda: Movement(name="X", aliases=[3]), "an exercise is described in words: 3"),
        (lambda: Movement(name="X", cue=None), "an exercise is described in words: None"),
        (
            lambda: Movement(name="X", sides="both"),
            "'both' is not a way to use the sides (one of together, each, alternating)",
        ),
        (lambda: Movement(name="X", tier="exactly"), "'exactly' is not a tier (did you mean 'exact'?)"),
        (
            lambda: Movement(name="X", profile="Squat.Goblet"),
            "X: 'Squat.Goblet' is no exercise of the profile (like 'squat.goblet_squat')",
        ),
        (
            lambda: Movement(name="X", older="no good"),
            "X: 'no good' is no exercise of the profile (like 'squat.goblet_squat')",
        ),
    ],
    ids=[
        *("no name", "two lines", "a number", "a text for texts", "a number for a text", "no cue"),
        *("sides", "tier", "profile", "older"),
    ],
)
def test_a_movement_that_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout) as refused:
        make()
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("profile", "tier"), [("squat.goblet_squat", Tier.EXACT), ("squat", Tier.CATEGORY), ("", None)]
)
def test_a_movement_fits_as_well_as_its_place_in_the_profile_when_nothing_else_is_said(profile, tier):
    assert Movement(name="Goblet squat", profile=profile).tier is tier
    assert Movement(name="Goblet squat", profile=profile, tier="close").tier is Tier.CLOSE


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("squat", "squat"),
        ("sqat", "squat"),
        ("sqauat", "squat"),
        ("raise", "raise"),
        ("raisse", "raise"),
        ("up", "up"),
        ("hamstrig", "hamstring"),
        ("hmstrig", "hamstring"),
        ("90", "90"),
        ("", ""),
        ("q" * 30, "q" * 30),
    ],
)
def test_a_word_is_what_it_nearly_is(word, meant):
    assert Speller(["squat", "raise", "hamstring", "press"]).meant(word) == meant
