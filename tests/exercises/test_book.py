"""Exercises by near spelling, by words, and those of plugins."""

import pytest
from hypothesis import given

from workout_core import ExerciseBook, ExerciseCode, InvalidWorkout, Movement, MovementKind, Tier
from workout_core.exercises.book import BOOK, catalogue
from workout_core.exercises.spelling import Speller
from workout_core.testing.strategies.choices import lines

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
        (
            lambda: Movement(name="X", codes=[("fit", "squat", "exactly")]),
            "'exactly' is not a tier (did you mean 'exact'?)",
        ),
        (
            lambda: Movement(name="X", codes=[("fit", "Squat.Goblet")]),
            "fit: 'Squat.Goblet' is no code of an exercise (like 'squat.goblet_squat')",
        ),
        (
            lambda: Movement(name="X", codes=[("fit", "squat"), ("fit", "no good", "close")]),
            "fit: 'no good' is no code of an exercise (like 'squat.goblet_squat')",
        ),
    ],
    ids=[
        *("no name", "two lines", "a number", "a text for texts", "a number for a text", "no cue"),
        *("sides", "tier", "code", "second code"),
    ],
)
def test_a_movement_that_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout) as refused:
        make()
    assert str(refused.value) == said


@pytest.mark.parametrize(("code", "tier"), [("squat.goblet_squat", Tier.EXACT), ("squat", Tier.CATEGORY)])
def test_a_code_fits_as_well_as_its_form_says_when_nothing_else_is_said(code, tier):
    assert Movement(name="Goblet squat").codes == ()
    assert Movement(name="Goblet squat", codes=[("fit", code)]).codes == (ExerciseCode("fit", code, tier),)
    assert ExerciseCode("fit", code, "close").tier is Tier.CLOSE


CODED = {
    "an exercise of ours": ("Plank", (("a", "core.plank", "exact"), ("b", "hold.plank", "exact"))),
    "another of its name": ("Planks (pose)", (("a", "pose.plank", "exact"),)),
    "one that a plugin describes": ("Sled push", (("a", "sled.push", "exact"), ("b", "sled.shove", "close"))),
    "one that nobody describes": ("Log lift", (("b", "log_lift", "category"),)),
}
FORMATS = ExerciseBook(
    lambda: (
        Movement(name="Sled push", purpose="Drive", codes=[("b", "sled.shove", "close")]),
        Movement(name="Plank", codes=[("a", "core.plank")]),
        Movement(name="Planks", codes=[("a", "pose.plank")]),
        Movement(name="plank", codes=[("b", "hold.plank")]),
        Movement(name="Plank", codes=[("a", "core.plank")]),
        Movement(name="Sled-push", codes=[("a", "sled.push")]),
        Movement(name="Log lift", codes=[("b", "log_lift")]),
    )
)


@pytest.mark.parametrize(("name", "codes"), CODED.values(), ids=CODED)
def test_formats_add_their_codes_to_the_exercise_of_a_name(name, codes):
    movement = FORMATS.called(name)
    assert movement is not None
    found = [(code.format, code.code, code.tier.value) for code in FORMATS.codes(movement)]
    assert sorted(found) == sorted(codes)


def test_an_exercise_is_found_by_a_code_that_is_exactly_its_own():
    assert FORMATS.called("hold.plank") is FORMATS.called("Plank")
    assert FORMATS.called("sled.push") is FORMATS.called("Sled push")
    assert FORMATS.called("sled.shove") is None
    assert FORMATS.formats() == ("a", "b")


def test_what_only_formats_name_comes_last_and_says_so():
    movements = FORMATS.movements()
    assert [each.name for each in movements[-3:]] == ["Sled push", "Planks (pose)", "Log lift"]
    assert [each.is_bare for each in movements] == [False] * 94 + [True] * 2


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
