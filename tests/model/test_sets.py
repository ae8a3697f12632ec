"""Which repeats are sets, rounds and ways back; and the clocks that a repeat may have."""

import pytest

from workout_core import InvalidWorkout, Repeat, Reps, Step, Time, parse_steps
from workout_core.model.sets import is_between, is_of_exercises, is_way_back, rounds_of, sets_of


def _one(text):
    (item,) = parse_steps(text)
    return item


@pytest.mark.parametrize(
    ("text", "is_sets"),
    [
        ("Plank 3x40s", True),
        ("Plank 3x40s, rest 45s", True),
        ("A-skip 2x20m, walk back", True),
        ("3x(Plank 40s, jog lap)", True),
        ("3x(Plank 40s, 45s rest @ 100bpm)", False),
        ("3x(Plank 40s, Dead bug 10 reps)", False),
        ("3x(400m, rest 45s)", False),
        ("EMOM 3: Plank 40s", False),
        ("for time cap 10:00: Burpee 50 reps", False),
        ("AMRAP 10: Plank 40s", False),
        ("3x(Plank 2x40s)", False),
    ],
)
def test_sets_are_a_counted_repeat_of_one_exercise(text, is_sets):
    assert (sets_of(_one(text)) is not None) is is_sets


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("superset 3x, rest 60s (Plank 40s, Dead bug 10 reps)", 2),
        ("circuit 3x (Plank 40s, rest 10s, Dead bug 10 reps)", 3),
        ("EMOM 3 (Plank 10s, Dead bug 10 reps)", 2),
        ("3x(Plank 40s)", 0),
        ("3x(Plank 40s, 400m)", 0),
    ],
)
def test_rounds_are_a_repeat_of_several_exercises(text, count):
    rounds = rounds_of(_one(text))
    assert len(rounds.items if rounds else ()) == count


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("AMRAP 10: Plank 40s", True),
        ("AMRAP 10 (Plank 40s, rest 10s, Dead bug 10 reps)", True),
        ("AMRAP 10 (Plank 40s, 400m)", False),
        ("AMRAP 10 (rest 10s)", False),
        ("AMRAP 10 (Plank 2x40s)", False),
    ],
)
def test_some_repeats_hold_nothing_but_exercises(text, only):
    assert is_of_exercises(_one(text)) is only


@pytest.mark.parametrize(
    ("text", "between"),
    [("rest 60s", True), ("walk lap", True), ("jog 200m", True), ("60s", False), ('rest 60s "Sit"', False)],
)
def test_what_is_done_between_sets_is_a_rest_a_walk_or_a_jog_alone(text, between):
    assert is_between(_one(text)) is between


@pytest.mark.parametrize(
    ("rest", "step", "back"),
    [
        ("walk 20 metres", "A-skip 20m", True),
        ("jog 20 metres", "A-skip 20m", True),
        ("rest 20m", "A-skip 20m", False),
        ("walk 30 metres", "A-skip 20m", False),
        ("walk 20s", "A-skip 20s", False),
    ],
)
def test_the_way_back_is_as_far_as_the_way_there(rest, step, back):
    assert is_way_back(_one(rest), _one(step)) is back


STEP = Step(duration=Time(30))
REST = Step(duration=Time(30), intensity="rest")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"times": 3, "every": 0}, "every must be 1 to 86400 s: 0"),
        ({"times": 3, "every": 90_000}, "every must be 1 to 86400 s: 90000"),
        ({"times": 3, "cap": 0.5}, "cap must be 1 to 86400 s: 0.5"),
        ({"times": 3, "cap": "10:00"}, "cap must be a number: '10:00'"),
        ({"until": Time(60), "every": 60}, "only a repeat with a number of times can have 'every'"),
        ({"until": Time(60), "cap": 60}, "only a repeat with a number of times can have 'cap'"),
        ({"times": 3, "every": 60, "cap": 600}, "a repeat has either 'every' or 'cap' (EMOM or for time)"),
        (
            {"times": 3, "every": 60, "skip_last_rest": True},
            "what is left of each interval is rest, so that there is no last one to skip",
        ),
    ],
)
def test_a_clock_that_makes_no_sense_is_refused(changes, said):
    with pytest.raises(InvalidWorkout) as refused:
        Repeat(items=(STEP, REST), **changes)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("count", "least", "said"),
    [
        (8, 8, "a range of reps goes upwards: 8 to 8"),
        (8, 10, "a range of reps goes upwards: 10 to 8"),
        (8, 0, "reps must be 1 to 10000: 0"),
        (8, 1.5, "reps must be a whole number: 1.5"),
    ],
)
def test_a_range_of_reps_goes_upwards(count, least, said):
    with pytest.raises(InvalidWorkout) as refused:
        Reps(count, least)
    assert str(refused.value) == said
