"""Strength, drills and mobility for runners, with the doses that were asked for."""

import pytest

from workout_core import (
    DocumentError,
    Intensity,
    InvalidParameter,
    Repeat,
    Reps,
    Sport,
    Step,
    Time,
    form_drills,
    format_steps,
    mobility,
    read_text,
    runner_strength,
    strength_circuit,
)


def lines(workout):
    return format_steps(workout.items, workout.sport).splitlines()


def exercises(workout):
    return [item for _, item in workout.walk() if isinstance(item, Step) and item.exercise]


@pytest.mark.parametrize("session", ["a", "b"])
def test_a_session_for_runners_has_the_sets_the_effort_and_the_rest_that_were_asked_for(session):
    workout = runner_strength(session=session, sets=2, reps=6, hold="40s", effort=8, rest="90s")
    repeats = [item for item in workout.items if isinstance(item, Repeat)]
    assert workout.sport is Sport.STRENGTH
    assert {repeat.times for repeat in repeats} == {2}
    assert {repeat.items[-1] for repeat in repeats} == {Step(duration=Time(90), intensity=Intensity.REST)}
    hard = [step for step in exercises(workout) if step.target is not None]
    assert {step.target.value.low for step in hard} == {8}
    assert Reps(6) in {step.duration for step in hard}
    assert Time(40) in {step.duration for step in hard}


def test_session_a_is_three_supersets():
    assert [line for line in lines(runner_strength()) if line[0] in "ABC" and line[1].isdigit()] == [
        "A1 Glute bridge 3x10 @ RPE 7, tempo 2-1-2",
        "A2 Dead bug 3x8/side @ RPE 7, rest 1min",
        "B1 Goblet squat 3x10 @ RPE 7, tempo 3-1-1",
        "B2 Side plank 3x25s/side @ RPE 7, rest 1min",
        "C1 Single-leg calf raise 3x10/side @ RPE 7, tempo 2-1-2",
        "C2 Banded clamshell 3x12/side @ RPE 7, rest 1min",
    ]


def test_one_set_is_no_repeat_and_without_a_rest_there_is_none():
    once = runner_strength(sets=1, rest=None)
    assert not any(isinstance(item, Repeat) for item in once.items)
    assert not any(step.intensity is Intensity.REST for step in once.items)


def test_a_circuit_keeps_time_whether_one_side_or_both():
    workout = strength_circuit(
        exercises=["Squat", "Side plank", "My own hold"], rounds=2, work="30s", between="10s", rest="1min"
    )
    assert workout.name == "Strength circuit, 2 rounds"
    assert lines(workout) == [
        "circuit 2x, rest 1min",
        "  Squat 30s @ RPE 7",
        "  rest 10s",
        "  Side plank 15s/side @ RPE 7",
        "  rest 10s",
        '  "My own hold" 30s @ RPE 7',
    ]


def test_a_circuit_of_one_round_without_rests_is_a_list():
    workout = strength_circuit(exercises=["Squat", "Plank"], rounds=1, between=None, rest=None)
    assert workout.name == "Strength circuit, 1 round"
    assert lines(workout) == ["Squat 40s @ RPE 7", "Plank 40s @ RPE 7"]


def test_form_drills_walk_back_and_end_in_strides():
    workout = form_drills(run="10min", drills=["A-skip"], times=3, distance="30m", strides=2, stride="15s")
    assert workout.sport is Sport.RUNNING
    easy, drill, strides = workout.items
    assert easy.duration == Time(600)
    assert format_steps([drill]).startswith('A-skip 3x30m, walk back "')
    assert strides.times == 2
    assert strides.items[0].duration == Time(15)


def test_form_drills_without_strides():
    *_, last = form_drills(stride="none").items
    assert last.items[0].exercise.name == "Butt kicks"


def test_mobility_holds_what_is_held_and_counts_what_is_moved():
    workout = mobility(exercises=["Cat-cow", "Calf stretch"], rounds=2, hold="30s", reps=5)
    assert workout.sport is Sport.MOBILITY
    assert lines(workout) == ["superset 2x", "  Cat-cow 5 reps", "  Calf stretch 30s/side"]


@pytest.mark.parametrize("recipe", [strength_circuit, mobility], ids=lambda recipe: recipe.name)
def test_a_slip_in_an_exercise_is_told_where_it_is(recipe):
    document = f"workout: X\nrecipe: {recipe.name}\nexercises: [Side plank, Bak squat]\n"
    with pytest.raises(DocumentError) as refused:
        read_text(document)
    (problem,) = refused.value.problems
    assert (problem.line, problem.column, problem.path) == (3, 25, "exercises[1]")
    assert problem.message == ("'Bak squat' is not an exercise (did you mean 'Back squat'?)")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: strength_circuit(exercises=[]), "exercises"),
        (lambda: mobility(exercises=[]), "exercises"),
        (lambda: form_drills(drills=[]), "drills"),
        (lambda: runner_strength(session="c"), "session"),
        (lambda: runner_strength(effort=11), "effort"),
        (lambda: strength_circuit(rounds=0), "rounds"),
        (lambda: form_drills(distance="0m"), "distance"),
        (lambda: mobility(hold="soon"), "hold"),
    ],
)
def test_a_wrong_dose_is_refused_by_name(make, said):
    with pytest.raises(InvalidParameter) as refused:
        make()
    assert refused.value.parameter.partition("[")[0] == said
