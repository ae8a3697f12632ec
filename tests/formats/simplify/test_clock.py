"""Repeats by the clock in formats that have none: the beat is kept, and nothing is done more often."""

import pytest

from workout_core import (
    Capabilities,
    Feature,
    Quantity,
    Ramp,
    Repeat,
    Sport,
    Step,
    Target,
    Time,
    Weight,
    Workout,
    parse_steps,
    simplify,
)

EVERYTHING = frozenset(Feature)


def simplified(text, *lacking, **limits):
    workout = Workout(name="Clock", sport="strength", items=parse_steps(text))
    if Feature.REPEAT_EVERY in lacking:
        lacking = (*lacking, Feature.SEND_OFF)
    simple, losses = simplify(workout, Capabilities(features=EVERYTHING - {*lacking}, **limits))
    return simple.items, [str(loss) for loss in losses]


def test_losses_point_at_what_was_written_and_not_at_what_the_clock_made_of_it():
    text = "every 1min 5x\n  rest 10s\n  200m @ RPE 8"
    _, losses = simplified(text, Feature.REPEAT_EVERY, Feature.EFFORT)
    assert losses[-1] == "steps[0].steps[1].target: effort: 'effort 8 of 10' is told in words"


def test_the_rest_that_is_left_of_an_interval_comes_from_what_is_done_before_it():
    items, losses = simplified("every 1min 5x\n  40s", Feature.REPEAT_EVERY, Feature.TIME)
    assert [step.cue for step in items[0].items] == ["40 s", "20 s"]
    assert [loss.partition(":")[0] for loss in losses] == ["steps[0].steps[0].duration"] * 2


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
            cue="Push-up: 10 reps – Flat back; Rest 10 s; Plank: 2 × 20 s; 100 m; then rest",
        ),
    )


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("EMOM 5: Plank 40s", "5x\n  Plank 40s\n  rest 20s\n"),
        ("every 90s 5x: Side plank 30s/side", "5x\n  Side plank 30s/side\n  rest 30s\n"),
        ("EMOM 5 (Plank 30s, rest 10s)", "Plank 5x30s, rest 30s\n"),
        ("EMOM 5 (Plank 30s, walk 10s)", "5x\n  Plank 30s\n  walk 10s\n  rest 20s\n"),
        ("EMOM 5: rest 30s", "5x\n  rest 1min\n"),
        ("EMOM 5: Plank 60s", "5x\n  Plank 1min\n"),
        ("EMOM 5: 30s @ 4:00/km", "5x\n  30s @ 4:00/km\n  rest 30s\n"),
    ],
)
def test_where_all_has_a_time_the_rest_of_the_interval_is_a_step(text, becomes):
    items, losses = simplified(text, Feature.REPEAT_EVERY)
    assert items == parse_steps(becomes)
    assert losses == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("every 2min 5x: 400m @ 4:00/km, 150bpm", "400 m at 4:00/km and 150 bpm, then rest"),
        ("every 2min 5x (400m, rest 10s)", "400 m, then rest"),
        ("every 2min 5x (rest 10s, walk 200m)", "Rest 10 s; Walk 200 m; then rest"),
    ],
)
def test_what_is_held_for_a_part_of_the_interval_is_told_with_that_part(text, cue):
    items, _ = simplified(text, Feature.REPEAT_EVERY)
    (repeat,) = items
    (step,) = repeat.items
    assert (step.duration, step.target, step.second_target) == (Time(120), None, None)
    assert step.cue == cue


def test_an_exercise_stays_one_with_its_load_and_effort_though_one_walks_in_the_interval():
    items, _ = simplified("every 2min 5x (Farmer's carry 40m @ 30kg, RPE 7, walk 40m)", Feature.REPEAT_EVERY)
    (repeat,) = items
    (step,) = repeat.items
    assert (step.duration, step.exercise.load) == (Time(120), Weight(30))
    assert step.target.quantity is Quantity.EFFORT
    assert step.cue == "40 m; Walk 40 m; then rest"


def test_a_cap_is_not_lost_where_a_rest_becomes_several_steps():
    ramp = Target(Quantity.SPEED, Ramp(2.0, 3.0))
    rest = Step(duration=Time(120), intensity="recovery", target=ramp)
    repeat = Repeat(times=3, cap=600, items=(*parse_steps("Burpee 10 reps"), rest), skip_last_rest=True)
    simple, losses = simplify(
        Workout(name="Cap", sport="strength", items=(repeat,)),
        Capabilities(features=EVERYTHING - {Feature.RAMP}),
    )
    assert "'for time, cap 10 min' is told in words" in [loss.what for loss in losses]
    assert simple.items[0].items[0].cue == "for time, cap 10 min"


def test_an_interval_is_long_enough_for_what_becomes_of_its_steps():
    items, losses = simplified("EMOM 5: Squat 30 reps", Feature.REPS, Feature.LAP_BUTTON)
    (repeat,) = items
    assert (repeat.every, repeat.items[0].duration) == (100, Time(100))
    assert losses[-1] == "steps[0]: repeat every: 1 min become 100 s"


@pytest.mark.parametrize("every", [100, 101])
def test_an_interval_that_is_long_enough_stays(every):
    items, losses = simplified(f"every {every}s 5x: Squat 30 reps", Feature.REPS, Feature.LAP_BUTTON)
    assert [repeat.every for repeat in items] == [every]
    assert not [loss for loss in losses if "become" in loss and "repeat every" in loss]


def test_reps_that_become_a_time_are_those_of_one_side_for_each_side():
    items, _ = simplified("Step-up 10 reps/side", Feature.PER_SIDE, Feature.REPS, Feature.LAP_BUTTON)
    assert [item.duration for item in items] == [Time(40), Time(40)]


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
    supports = Capabilities(
        features=EVERYTHING - {Feature.EXERCISE}, by_sport={Sport.STRENGTH: {Feature.EXERCISE}}
    )
    simple, losses = simplify(workout, supports)
    assert simple.items[0].name == "A-skip"
    (loss,) = losses
    assert str(loss) == (
        "steps[0].exercise: exercise: 'A-skip' becomes the name of the step "
        "(in running the format has no exercises)"
    )
