"""Exercises are called as German gyms and running coaches call them; what is not in our book stays."""

import pytest

from workout_core import in_language
from workout_core.exercises.book import BOOK, catalogue
from workout_core.exercises.saying import say_cue, say_exercise, say_what_it_is


@pytest.mark.parametrize(
    ("written", "german"),
    [
        ("Back squat", "Kniebeuge"),
        ("Deadlift", "Kreuzheben"),
        ("calf raise", "Wadenheben im Stehen"),
        ("push-ups", "Liegestütz"),
        ("Butt kicks", "Anfersen"),
        ("High knees (running)", "Kniehebelauf"),
        ("RDL", "Rumänisches Kreuzheben"),
        ("dumbbell RDL", "Rumänisches Kreuzheben (Kurzhantel)"),
        ("Sled push", "Sled push"),
        ("Kniebeuge an der Wand", "Kniebeuge an der Wand"),
    ],
)
def test_an_exercise_is_called_in_german(written, german):
    with in_language("de"):
        assert say_exercise(written) == german
    assert say_exercise(written) == written


def test_no_two_exercises_have_one_german_name():
    """A FIT file that was written in German is read back by these names."""
    with in_language("de"):
        names = {say_exercise(each.name).casefold() for each in catalogue()}
    assert len(names) == len(catalogue())


def test_what_an_exercise_is_for_is_told_with_its_german_name():
    plank = BOOK.called("Plank")
    assert say_what_it_is(plank) == "Trunk endurance for holding running posture"
    with in_language("de"):
        assert say_what_it_is(plank) == "Unterarmstütz: Ausdauer im Rumpf für eine gute Laufhaltung"
        assert say_cue(plank) == "Zieh die Ellbogen in Richtung der Zehen"
