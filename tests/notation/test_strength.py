"""Strength, drills and mobility as coaches write them."""

import pytest
from attrs import evolve

from workout_core import (
    Band,
    BodyWeight,
    Calories,
    Distance,
    Exercise,
    ExerciseBook,
    Intensity,
    LapButton,
    Movement,
    OneRepMax,
    Quantity,
    Range,
    Repeat,
    Reps,
    Step,
    Target,
    Time,
    Weight,
    format_steps,
    parse_steps,
)

WORK, REST, WALK, JOG = Intensity.WORK, Intensity.REST, Intensity.WALK, Intensity.RECOVERY


def lift(name, amount, *, cue="", label="", role=WORK, held=None, **exercise) -> Step:
    duration = Reps(amount) if isinstance(amount, int) else amount
    exercise = Exercise(name=name, **exercise)
    return Step(duration=duration, exercise=exercise, cue=cue, name=label, intensity=role, target=held)


def rpe(low, high=None) -> Target:
    return Target(Quantity.EFFORT, Range(low, high or low))


def rest(seconds, role=REST) -> Step:
    duration = Time(seconds) if isinstance(seconds, (int, float)) else seconds
    return Step(duration=duration, intensity=role)


def sets(times, *items, **more) -> Repeat:
    return Repeat(times=times, items=items, **more)


SQUAT = lift("Back squat", 5)
LINES = {
    "Back squat 4x5 @ 80% 1RM, rest 2:30, tempo 3-1-1": sets(
        4, lift("Back squat", 5, load=OneRepMax(0.8), tempo="3-1-1"), rest(150)
    ),
    "Plank 3x40s, rest 45s": sets(3, lift("Plank", Time(40)), rest(45)),
    "Calf raise 3x12/side @ RPE 7": sets(3, lift("Calf raise", 12, per_side=True, held=rpe(7))),
    "A-skip 2x20m, walk back": sets(2, lift("A-skip", Distance(20)), rest(Distance(20), WALK)),
    "High knees 3x20s, rest 40s": sets(3, lift("High knees", Time(20)), rest(40)),
    "Back squat 3x8@60kg": sets(3, lift("Back squat", 8, load=Weight(60))),
    "Back squat 3x8@RPE7": sets(3, lift("Back squat", 8, held=rpe(7))),
    "Back squat 3x8@70%": sets(3, lift("Back squat", 8, load=OneRepMax(0.7))),
    "Back squat 3x8-10": sets(3, lift("Back squat", Reps(10, least=8))),
    "Side plank 3x30s/side": sets(3, lift("Side plank", Time(30), per_side=True)),
    "Step-up 3x8/side": sets(3, lift("Step-up", 8, per_side=True)),
    "Back squat 5x3@RIR2": sets(5, lift("Back squat", 3, held=rpe(8))),
    "Back squat 5x3 @ RIR 1-2": sets(5, lift("Back squat", 3, held=rpe(8, 9))),
    "Back squat 5x3 @ RPE 7-8": sets(5, lift("Back squat", 3, held=rpe(7, 8))),
    "Pull-up 3x8@BW": sets(3, lift("Pull-up", 8, load=BodyWeight())),
    "Pull-up 3x8 @ body weight": sets(3, lift("Pull-up", 8, load=BodyWeight())),
    "Pull-up 3x8 @ +10kg": sets(3, lift("Pull-up", 8, load=BodyWeight(10))),
    "Pull-up 3x8 @ BW + 10 kg": sets(3, lift("Pull-up", 8, load=BodyWeight(10))),
    "Back squat 3x8 @ 135lb": sets(3, lift("Back squat", 8, load=Weight(135 * 0.45359237))),
    "Banded clamshell 3x12 @ band": sets(3, lift("Banded clamshell", 12, load=Band())),
    "Banded clamshell 3x12 @ light green band": sets(
        3, lift("Banded clamshell", 12, load=Band("light green"))
    ),
    "Back squat 3x8 @ 60kg, RPE 8": sets(3, lift("Back squat", 8, load=Weight(60), held=rpe(8))),
    "Back squat 3x8 @ RPE 8, 60kg": sets(3, lift("Back squat", 8, load=Weight(60), held=rpe(8))),
    "Back squat 3x8 @ 60kg @ RPE 8": sets(3, lift("Back squat", 8, load=Weight(60), held=rpe(8))),
    "Back squat 3 x 8": sets(3, lift("Back squat", 8)),
    "Back squat 3\u00d78": sets(3, lift("Back squat", 8)),
    "Back squat 3*8": sets(3, lift("Back squat", 8)),
    "Back squat 3 sets of 8": sets(3, lift("Back squat", 8)),
    "Back squat 3x8 reps": sets(3, lift("Back squat", 8)),
    "BACK SQUAT 3X8 @ RPE 7, REST 60S": sets(3, lift("BACK SQUAT", 8, held=rpe(7)), rest(60)),
    "Back squat 3x8 each side": sets(3, lift("Back squat", 8, per_side=True)),
    "Back squat 3x8 per leg": sets(3, lift("Back squat", 8, per_side=True)),
    "Back squat 3x8 /arm": sets(3, lift("Back squat", 8, per_side=True)),
    "Back squat 3x8 tempo 31X1 @ RPE 7 rest 60s": sets(
        3, lift("Back squat", 8, tempo="3-1-X-1", held=rpe(7)), rest(60)
    ),
    "Back squat 3x8, tempo 3-1-x": sets(3, lift("Back squat", 8, tempo="3-1-X")),
    "Back squat 3x8, rest 2min, skip last rest": sets(
        3, lift("Back squat", 8), rest(120), skip_last_rest=True
    ),
    "Back squat 3x8, rest lap": sets(3, lift("Back squat", 8), rest(LapButton())),
    'Back squat 3x8 @ 60kg "Chest up"': sets(3, lift("Back squat", 8, load=Weight(60), cue="Chest up")),
    'Back squat 3x8, rest 90s "Chest up"': sets(3, lift("Back squat", 8, cue="Chest up"), rest(90)),
    'Back squat 3x8 "Chest up"': sets(3, lift("Back squat", 8, cue="Chest up")),
    "warmup Back squat 2x8 @ 40kg": sets(2, lift("Back squat", 8, load=Weight(40), role=Intensity.WARMUP)),
    "warmup: Back squat 2x8": sets(2, lift("Back squat", 8, role=Intensity.WARMUP)),
    "drill A-skip 2x20m, jog back": sets(
        2, lift("A-skip", Distance(20), role=Intensity.DRILL), rest(Distance(20), JOG)
    ),
    "A-skip 2x20m, walk 40s": sets(2, lift("A-skip", Distance(20)), rest(40, WALK)),
    "A-skip 2x20yd": sets(2, lift("A-skip", Distance(20 * 0.9144))),
    "Back squat 1x8": lift("Back squat", 8),
    "Back squat 8 reps": lift("Back squat", 8),
    "Back squat 8-10 reps": lift("Back squat", Reps(10, least=8)),
    "Plank 1:30": lift("Plank", Time(90)),
    "Farmer's carry 30m @ 24kg": lift("Farmer's carry", Distance(30), load=Weight(24)),
    "Jump rope 100kcal": lift("Jump rope", Calories(100)),
    'warmup "Warm-up" lap "Loosen up"': lift("Warm-up", LapButton(), role=Intensity.WARMUP, cue="Loosen up"),
    "B: Step-up 2x8": sets(2, lift("Step-up", 8, label="B")),
    "Finisher: Burpee 2x8": sets(2, lift("Burpee", 8, label="Finisher")),
    "Bloops 3x8": sets(3, lift("Bloops", 8)),
    "Bloops 8 reps": lift("Bloops", 8),
    "Bloops 30s/side": lift("Bloops", Time(30), per_side=True),
    '"Bloops" 30s': lift("Bloops", Time(30)),
    '"Bak squat" 3x8': sets(3, lift("Bak squat", 8)),
    '"Thing (new), no. 1: @home" 3x8': sets(3, lift("Thing (new), no. 1: @home", 8)),
    "90/90 hip switch 2x6/side": sets(2, lift("90/90 hip switch", 6, per_side=True)),
    "45 degree plank 30s": lift("45 degree plank", Time(30)),
    "Kniebeuge mit Langhantel 3x8": sets(3, lift("Kniebeuge mit Langhantel", 8)),
    "A skip 2x20m": sets(2, lift("A skip", Distance(20))),
    "Plank 2 metres": lift("Plank", Distance(2)),
    "Back squat 3x8 @ 150-160bpm": sets(
        3, lift("Back squat", 8, held=Target(Quantity.HEART_RATE, Range(150, 160)))
    ),
    "Back squat 3x8 60kg, RPE 8": sets(3, lift("Back squat", 8, load=Weight(60), held=rpe(8))),
    "Back squat 3x8, RIR 2": sets(3, lift("Back squat", 8, held=rpe(8))),
    "Back squat 8 reps, 60kg": lift("Back squat", 8, load=Weight(60)),
    "Banded clamshell 3x12, red band, rest 60s": sets(
        3, lift("Banded clamshell", 12, load=Band("red")), rest(60)
    ),
    "Back squat 3 sets x 10 reps": sets(3, lift("Back squat", 10)),
    "Back squat 3 Sets 10 Reps": sets(3, lift("Back squat", 10)),
    "Back squat 30 sets of 5": sets(30, lift("Back squat", 5)),
    "Plank 3x60 reps": sets(3, lift("Plank", 60)),
    "Back squat 3x8, 90s rest": sets(3, lift("Back squat", 8), rest(90)),
    "Back squat 3x8, 1:30 rest": sets(3, lift("Back squat", 8), rest(90)),
    "Back squat 3x8, rest: 90s": sets(3, lift("Back squat", 8), rest(90)),
    "Back squat 3x8, rest 90s between sets": sets(3, lift("Back squat", 8), rest(90)),
    "Leg swings 10/leg": lift("Leg swings", 10, per_side=True),
    "Step-up 3x8 each": sets(3, lift("Step-up", 8, per_side=True)),
    "Step-up 3x8 e/s": sets(3, lift("Step-up", 8, per_side=True)),
    "Step-up 3x8 ea leg, rest 60s": sets(3, lift("Step-up", 8, per_side=True), rest(60)),
    "Squats: 3x10": sets(3, lift("Squats", 10)),
    "Plank: 3x40s, rest 45s": sets(3, lift("Plank", Time(40)), rest(45)),
    "Squat - 3x10": sets(3, lift("Squat", 10)),
    "- Squat 3x10": sets(3, lift("Squat", 10)),
    "1. Squat 3x10": sets(3, lift("Squat", 10)),
    "A-skip 20m, walk back": lift("A-skip", Distance(20)),
    "strides 4x20s, walk 60s": sets(4, Step(duration=Time(20), intensity=Intensity.STRIDES), rest(60, WALK)),
    "strides 4x20s @ RPE 8, walk 60s": sets(
        4, Step(duration=Time(20), intensity=Intensity.STRIDES, target=rpe(8)), rest(60, WALK)
    ),
}


@pytest.mark.parametrize(("text", "item"), LINES.items(), ids=LINES)
def test_a_line_is_read_as_a_coach_means_it(text, item):
    back = (rest(Distance(20), WALK),) if text.startswith("A-skip 20m") else ()
    assert parse_steps(text) == (item, *back)


def test_a_single_set_has_its_rest_after_it():
    assert parse_steps("Plank 1x40s, rest 45s") == (lift("Plank", Time(40)), rest(45))
    assert parse_steps("Plank 40s, rest 45s") == (lift("Plank", Time(40)), rest(45))


PUSH, ROW = lift("Push-up", 10), lift("Dumbbell row", 10, per_side=True)
BLOCKS = {
    "superset 3x, rest 60s\n  Push-up 10 reps\n  Dumbbell row 10 reps/side": sets(3, PUSH, ROW, rest(60)),
    "superset 3x, rest 60s (Push-up 10 reps, Dumbbell row 10 reps/side)": sets(3, PUSH, ROW, rest(60)),
    "Superset 3x\r\n\tPush-up 10 reps\r\n\tDumbbell row 10 reps/side\r\n": sets(3, PUSH, ROW),
    "circuit 3 rounds, rest 90s, skip last rest (Push-up 10 reps, Burpee 5 reps, Plank 30s)": sets(
        3, PUSH, lift("Burpee", 5), lift("Plank", Time(30)), rest(90), skip_last_rest=True
    ),
    "circuit 2x (Push-up 10 reps, rest 15s, Dumbbell row 10 reps/side)": sets(2, PUSH, rest(15), ROW),
    "AMRAP 10:00 (Push-up 10 reps, Dumbbell row 10 reps/side)": Repeat(until=Time(600), items=(PUSH, ROW)),
    "AMRAP 10: Push-up 10 reps": Repeat(until=Time(600), items=(PUSH,)),
    "AMRAP 10min\n  Push-up 10 reps": Repeat(until=Time(600), items=(PUSH,)),
    "EMOM 10\n  Push-up 10 reps": sets(10, PUSH, every=60),
    "EMOM 10: Push-up 10 reps": sets(10, PUSH, every=60),
    "EMOM 10:00 (Push-up 10 reps)": sets(10, PUSH, every=60),
    "emom 10 min (Push-up 10 reps, Dumbbell row 10 reps/side)": sets(10, PUSH, ROW, every=60),
    "every 90s 8x: Push-up 10 reps": sets(8, PUSH, every=90),
    "every 2:00 5x (100m)": sets(5, Step(duration=Distance(100)), every=120),
    "every minute 5x (Push-up 10 reps)": sets(5, PUSH, every=60),
    "EMOM10: Push-up 10 reps": sets(10, PUSH, every=60),
    "EMOM 10' - Push-up 10 reps": sets(10, PUSH, every=60),
    "E2MOM 10: Push-up 10 reps": sets(5, PUSH, every=120),
    "3 sets of Push-up 10 reps": sets(3, PUSH),
    "for time, cap 12min: Push-up 10 reps": sets(1, PUSH, cap=720),
    "for time cap 12:00 (Push-up 10 reps, Dumbbell row 10 reps/side)": sets(1, PUSH, ROW, cap=720),
    "for time 3x cap 12:00\n  Push-up 10 reps": sets(3, PUSH, cap=720),
    "for time 3x, cap 12min\n  Push-up 10 reps": sets(3, PUSH, cap=720),
    "3x for time cap 12:00\n  Push-up 10 reps": sets(3, PUSH, cap=720),
    "3 rounds for time, time cap 12:00 (Push-up 10 reps)": sets(3, PUSH, cap=720),
    "3 rounds of\n  Push-up 10 reps\n  Dumbbell row 10 reps/side": sets(3, PUSH, ROW),
    "3x, rest 60s\n  Push-up 10 reps": sets(3, PUSH, rest(60)),
    "3x (Push-up 10 reps, rest 60s)": sets(3, PUSH, rest(60)),
    "3x Push-up 10 reps": sets(3, PUSH),
    "2x(Push-up 3x10, rest 60s)": sets(2, sets(3, PUSH, rest(60))),
}


@pytest.mark.parametrize(("text", "item"), BLOCKS.items(), ids=BLOCKS)
def test_a_block_is_read_as_a_coach_means_it(text, item):
    assert parse_steps(text) == (item,)


A1, A2 = evolve(PUSH, name="A1"), evolve(ROW, name="A2")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("A1 Push-up 3x10\nA2 Dumbbell row 3x10/side, rest 60s", (sets(3, A1, A2, rest(60)),)),
        ("A1: Push-up 3x10\nA2: Dumbbell row 3x10/side, rest 60s", (sets(3, A1, A2, rest(60)),)),
        ("A1. Push-up 3x10; A2) Dumbbell row 3x10/side".replace(")", "."), (sets(3, A1, A2),)),
        ("A1 Push-up 3x10, rest 15s\nA2 Dumbbell row 3x10/side", (sets(3, A1, rest(15), A2),)),
        (
            "A1 Push-up 3x10\nA2 Dumbbell row 3x10/side, rest 60s, skip last rest",
            (sets(3, A1, A2, rest(60), skip_last_rest=True),),
        ),
        (
            "A1 Push-up 3x10\nA2 Dumbbell row 3x10/side\nB1 Push-up 2x10\nB2 Dumbbell row 2x10/side",
            (sets(3, A1, A2), sets(2, evolve(PUSH, name="B1"), evolve(ROW, name="B2"))),
        ),
        ("A1 Push-up 3x10\nB1 Dumbbell row 2x10/side", (sets(3, A1), sets(2, evolve(ROW, name="B1")))),
        ("A1 Push-up 3x10\nPlank 30s", (sets(3, A1), lift("Plank", Time(30)))),
        ("A1 Push-up 10 reps\nA2 Dumbbell row 10 reps/side", (A1, A2)),
        ('"A1": Push-up 3x10\n"A2": Dumbbell row 2x10/side', (sets(3, A1), sets(2, A2))),
        (
            "superset 3x\n  A1 Push-up 10 reps\n  A2 Dumbbell row 10 reps/side",
            (sets(3, A1, A2),),
        ),
        (
            "superset 3x\n  A1 Push-up 10 reps, rest 15s\n  A2 Dumbbell row 10 reps/side",
            (sets(3, A1, rest(15), A2),),
        ),
        ("a1 Push-up 3x10\na2) Dumbbell row 3x10/side".replace(")", "."), (sets(3, A1, A2),)),
        ("A1 - Push-up 3x10\nA2-Dumbbell row 3x10/side", (sets(3, A1, A2),)),
        (
            'A1 "Thing" 3x10\nA2 warmup Plank 3x30s',
            (
                sets(
                    3,
                    lift("Thing", 10, label="A1"),
                    lift("Plank", Time(30), label="A2", role=Intensity.WARMUP),
                ),
            ),
        ),
    ],
)
def test_lettered_lines_are_supersets(text, items):
    assert parse_steps(text) == items


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("400m jog", 1),
        ("jog 400m, rest 60s", 2),
        ("freestyle 100m", 1),
        ("drill stroke 50m", 1),
        ("easy 30min", 1),
        ("Uphill: 45s @ RPE 8", 1),
        ("10min @ easy, rest 60s", 2),
        ("jog lap", 1),
        ("run 5km @ 4:00/km, 150-160bpm", 1),
        ("warmup 10min, Tempo: 20min @ threshold", 2),
        ("10min, Tempo run: 5km", 2),
        ("Circuit: 20min", 1),
        ("Superset A: 10min", 1),
        ("Every other: lap", 1),
        ("For time: 5km", 1),
        ("Circuit: walk 5min", 1),
        ("half marathon", 1),
    ],
)
def test_a_step_without_an_exercise_stays_one(text, count):
    items = parse_steps(text)
    assert len(items) == count
    assert all(isinstance(item, Step) and item.exercise is None for item in items)


@pytest.mark.parametrize(
    "item",
    [
        *(
            Step(duration=Time(60), name=name)
            for name in ("Circuit", "EMOM 10", "AMRAP", "Superset A", "Every other")
        ),
        *(Step(duration=Time(60), name=name) for name in ("For time", "Odd", "minute 3", "a1", "B2")),
        *(
            lift("Back squat", 5, label=name)
            for name in ("a1", "B2", "circuit", "AMRAP", "For time", "every set")
        ),
        lift("Back\u00a0squat", 5),
        lift("Back\u2009squat", 5),
        lift("Hills", Time(60)),
        sets(3, lift("Hills", Time(60))),
        sets(3, lift("Back squat", 5), rest(Distance(600), WALK)),
        sets(3, lift("Back squat", 5, label="A1"), lift("Plank", 5, label="A2"), rest(Distance(600), JOG)),
        sets(3, lift("Back squat", 5), rest(301, JOG)),
        Repeat(
            times=3,
            every=60,
            items=(lift("Back squat", 5, label="odd"), lift("Plank", Time(30), label="even")),
        ),
    ],
    ids=str,
)
def test_what_would_be_taken_for_something_else_is_written_so_that_it_is_not(item):
    assert parse_steps(format_steps([item])) == (item,)


def test_exercises_of_plugins_are_known_when_they_are_handed_in():
    book = ExerciseBook(lambda: [Movement(name="Landmine press")])
    assert parse_steps("Landmine press 30s", exercises=book) == (lift("Landmine press", Time(30)),)
    assert parse_steps("Landmine press 3x8") == (sets(3, lift("Landmine press", 8)),)
