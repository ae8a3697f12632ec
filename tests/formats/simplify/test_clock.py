"""Repeats by the clock in formats that have none: the beat is kept, and nothing is done more often."""

import pytest

from workout_core import Capabilities, Feature, Repeat, Step, Time, Workout, parse_steps, simplify

EVERYTHING = frozenset(Feature)


def simplified(text, *lacking, **limits):
    workout = Workout(name="Clock", sport="strength", items=parse_steps(text))
    simple, losses = simplify(workout, Capabilities(features=EVERYTHING - {*lacking}, **limits))
    return simple.items, [str(loss) for loss in losses]


def test_one_exercise_a_minute_stays_that_exercise():
    items, losses = simplified('EMOM 10: Step-up 8 reps/side @ 10kg "Tall"', Feature.REPEAT_EVERY)
    (repeat,) = items
    (step,) = repeat.items
    assert (repeat.times, repeat.every, step.duration) == (10, None, Time(60))
    assert step.cue == "8 reps each side, then rest\nTall"
    assert (step.exercise.name, step.exercise.per_side) == ("Step-up", False)
    assert losses == [
        (
            "steps[0]: repeat every: each pass becomes a step of 1 min, and '8 reps each side, then rest' "
            "is told in words"
        )
    ]


def test_several_things_a_minute_become_one_step_that_tells_them():
    items, _ = simplified(
        'every 90s 5x (Push-up 10 reps "Flat back", rest 10s, Plank 2x20s, 100m)', Feature.REPEAT_EVERY
    )
    (repeat,) = items
    assert repeat.items == (
        Step(
            duration=Time(90),
            cue="Push-up: 10 reps – Flat back; Plank: 2 × 20 s; 100 m; then rest",
        ),
    )


def test_nothing_but_rests_a_minute_is_told_too():
    items, _ = simplified("EMOM 5: rest 30s", Feature.REPEAT_EVERY)
    (repeat,) = items
    assert repeat.items[0].cue == "30 s, then rest"


@pytest.mark.parametrize("lacking", [Feature.REPEAT, Feature.NESTED_REPEAT])
def test_passes_that_are_written_out_keep_the_beat_even_where_the_format_has_intervals(lacking):
    items, _ = simplified("2x(EMOM 3: Push-up 10 reps)", lacking)
    steps = items if lacking is Feature.REPEAT else items[0].items
    assert [step.duration for step in steps] == [Time(60)] * (6 if lacking is Feature.REPEAT else 3)
    assert {step.cue for step in steps} == {"10 reps, then rest"}


def test_a_cap_is_told_once_before_the_first_cue_however_deep():
    text = 'for time 3x cap 12:00 (2x(Burpee 10 reps "Breathe", 100m), Squat 20 reps)'
    items, losses = simplified(text, Feature.TIME_CAP)
    (repeat,) = items
    assert repeat.cap is None
    assert repeat.items[0].items[0].cue == "for time, cap 12 min\nBreathe"
    assert repeat.items[1].cue == ""
    assert losses == ["steps[0]: time cap: 'for time, cap 12 min' is told in words"]


def test_a_cap_of_one_round_leaves_no_repeat():
    items, _ = simplified("for time cap 12:00 (Burpee 10 reps, Squat 20 reps)", Feature.TIME_CAP)
    assert [type(item) for item in items] == [Step, Step]
    kept, losses = simplified("for time cap 12:00 (Burpee 10 reps, Squat 20 reps)")
    assert isinstance(kept[0], Repeat)
    assert losses == []


def test_a_cap_goes_with_a_rest_that_is_skipped():
    text = "for time 3x cap 12:00, skip last rest (Burpee 10 reps, rest 60s)"
    items, losses = simplified(text, Feature.SKIP_LAST_REST)
    repeat, last = items
    assert (repeat.times, repeat.cap) == (2, None)
    assert last.exercise.name == "Burpee"
    assert losses == [
        "steps[0]: time cap: 'for time, cap 12 min' is told in words",
        "steps[0]: skip last rest: the last pass is written out without its rest",
    ]


def test_a_hold_on_each_side_is_two_steps_and_reps_are_one():
    items, losses = simplified("Side plank 30s/side; Step-up 8 reps/side", Feature.PER_SIDE)
    assert [item.cue for item in items] == ["first side", "other side", "each side"]
    assert losses == [
        "steps[0].exercise.per_side: per side: '30 s each side' becomes a step for each side",
        "steps[1].exercise.per_side: per side: 'each side' is told in words",
    ]


def test_sides_are_told_of_what_becomes_a_name():
    items, losses = simplified("Side plank 30s/side", Feature.EXERCISE)
    assert [(item.name, item.cue) for item in items] == [
        ("Side plank", "first side"),
        ("Side plank", "other side"),
    ]
    assert len(losses) == 2


def test_in_other_sports_exercises_become_names_and_it_is_said_why():
    workout = Workout(name="Drills", items=parse_steps("A-skip 20m"))
    supports = Capabilities(features=EVERYTHING, exercise_sports=())
    simple, losses = simplify(workout, supports)
    assert simple.items[0].name == "A-skip"
    (loss,) = losses
    assert str(loss) == (
        "steps[0].exercise: exercise: 'A-skip' becomes the name of the step "
        "(in running the format has no exercises)"
    )
