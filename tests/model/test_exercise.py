"""Exercises have a name, a load within reason, and a tempo that can be read."""

import re

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.model.exercise import Band, BodyWeight, Exercise, OneRepMax, Weight


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Exercise(name=" "), "an exercise needs a name"),
        (lambda: Exercise(name="a\nb"), "must be one line: 'a\\nb'"),
        (lambda: Exercise(name="Plank", tempo="3"), "'3' is not a tempo (like '3-1-1': lower, pause, lift)"),
        (
            lambda: Exercise(name="Plank", tempo="٣-1-1"),
            "'٣-1-1' is not a tempo (like '3-1-1': lower, pause, lift)",
        ),
        (lambda: Weight(0), "load must be 0.1 to 600 kg: 0"),
        (lambda: OneRepMax(80), "load must be 0.05 to 1.5 of 1RM: 80"),
        (lambda: BodyWeight(-5), "added load must be 0 to 300 kg: -5"),
        (lambda: Band("a\x00"), "holds the control character U+0000 (remove it)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_exercise_that_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make()


@pytest.mark.parametrize("tempo", ["", "3-1-1", "3-1-1-0", "X-0-X"], ids=repr)
def test_a_tempo_has_three_or_four_parts(tempo):
    assert Exercise(name="Back squat", tempo=tempo).tempo == tempo
