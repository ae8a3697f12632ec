"""Lines of strength as physiotherapists and lifters type them, and what each is in the notation."""

from csv import QUOTE_NONE, DictReader
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workout_core.errors import DocumentError
from workout_core.model.duration import Counted, MaxReps, Reps, Time
from workout_core.model.exercise import Implement, OneRepMax, Weight
from workout_core.model.workout import Intensity, Repeat, Step, Workout
from workout_core.notation.parser import parse_steps, read_steps
from workout_core.notation.writer import format_steps

TEXT = Path(__file__).with_name("strength_lines.tsv").read_text("utf-8")
ROWS = list(DictReader(TEXT.splitlines(), delimiter="\t", quoting=QUOTE_NONE))
NOT_READ: list[str] = []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["typed"])
def test_a_line_is_read_as_it_is_meant(row):
    if row["canonical"] == "-":
        with pytest.raises(DocumentError):
            parse_steps(row["typed"])
        return
    items = parse_steps(row["typed"])
    text = format_steps(items)

    assert " | ".join(line.strip() for line in text.splitlines()) == row["canonical"]
    assert parse_steps(text) == items


def test_only_these_lines_are_refused():
    assert [row["typed"] for row in ROWS if row["canonical"] == "-"] == NOT_READ


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ('Plank 3 x 45"', "Plank 3x45s"),
        ('Plank 3x30" rest 30"', "Plank 3x30s, rest 30s"),
        ('Side plank 3x30" each side, 30" rest', "Side plank 3x30s/side, rest 30s"),
        ("3x8 bulgarian split squats each leg @ 2x10kg", "bulgarian split squats 3x8/side @ 2x10kg"),
        ("2x30s side plank each side", "side plank 2x30s/side"),
        ("Push-ups: 3 sets to failure", "Push-ups 3xAMRAP"),
        ("Romanian Deadlift 3x10 @ 40kg (RPE 7)", "Romanian Deadlift 3x10 @ 40kg, RPE 7"),
        ("Nordic curls 2x5, slow", 'Nordic curls 2x5 "slow"'),
        ("Clams 3x20 each side with red band", "Clams 3x20/side @ red band"),
        ("Squat 3 x 10 reps at 60kg", "Squat 3x10 @ 60kg"),
        ("Lunges 3x12 alternating", 'Lunges 3x12 "alternating"'),
    ],
)
def test_habits_are_spellings_of_what_the_notation_has(typed, canonical):
    assert format_steps(parse_steps(typed)) == f"{canonical}\n"


@pytest.mark.parametrize("text", ["8x50 fly", "6x20s hill sprints, 2 min walk", "3x10 min tempo", "4x5 easy"])
def test_runs_and_lengths_of_the_pool_are_no_exercises_though_a_name_is_like_one(text):
    assert not any(isinstance(item, Step) and item.exercise for item in walk_of(text))


def walk_of(text):
    return [item for _, item in Workout(name="a", items=read_steps(text).items or [Step()]).walk()]


def loads(text):
    return [step.exercise.load for step in parse_steps(text)]


def test_each_set_has_its_load_and_its_repetitions():
    steps = parse_steps("Bench press 3x12,10,8 @ 40kg, 45kg, 50kg")
    assert [(step.duration, step.exercise.load) for step in steps] == [
        (Reps(12), Weight(40)),
        (Reps(10), Weight(45)),
        (Reps(8), Weight(50)),
    ]


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("2x12kg", Weight(12, 2)),
        ("12kg each hand", Weight(12, 2)),
        ("16kg KB", Weight(16, 1, Implement.KETTLEBELL)),
        ("2 x 24 kg kettlebells", Weight(24, 2, Implement.KETTLEBELL)),
        ("10kg dumbbells", Weight(10, 2, Implement.DUMBBELL)),
        ("5kg med ball", Weight(5, 1, Implement.MEDICINE_BALL)),
    ],
)
def test_a_weight_says_how_many_and_what(text, load):
    assert loads(f"Lunge 8 reps @ {text}") == [load]


def test_what_is_counted_may_be_steps_or_breaths():
    assert parse_steps("Child's pose 5 breaths")[0].duration == Reps(5, of=Counted.BREATHS)
    assert parse_steps("Monster walk 10-15 steps/side")[0].duration == Reps(15, 10, Counted.STEPS)
    assert parse_steps("Pull-up max reps")[0].duration == MaxReps()


def test_warm_up_sets_lead_up_to_the_load_that_is_said():
    steps = parse_steps("Back squat 3x5 @ 100kg, warm up to 80kg, rest 3min")
    assert [(step.exercise.load, step.duration) for step in steps[:3]] == [
        (Weight(40), Reps(5)),
        (Weight(60), Reps(3)),
        (Weight(80), Reps(2)),
    ]
    assert {step.intensity for step in steps[:3]} == {Intensity.WARMUP}
    assert isinstance(steps[3], Repeat)


def test_warm_up_sets_are_rounded_to_plates_and_never_the_same_twice():
    assert [load.kilograms for load in loads("Back squat 1x5 @ 22.5kg, warm up to 5kg")] == [2.5, 5, 22.5]
    assert loads("Deadlift 1x3 @ 90% 1RM, warm up to 70%") == [
        OneRepMax(0.35),
        OneRepMax(0.53),
        OneRepMax(0.7),
        OneRepMax(0.9),
    ]


def test_rounds_with_a_colon_hold_all_that_follows():
    (rounds,) = parse_steps("3 rounds: 10 push-ups, 40s plank, Goblet squat 8 @ 16kg, rest 60s")
    assert rounds.times == 3
    assert [step.duration for step in rounds.items] == [Reps(10), Time(40), Reps(8), Time(60)]
    assert parse_steps("3 rounds of\n  10 push-ups\n  15 air squats")[0].times == 3


def test_a_superset_with_sets_that_differ_is_written_out_in_turn():
    steps = parse_steps("A1 Bench press 2x8/6 @ 60/70kg\nA2 Pull-up 2x5, rest 2min")
    assert [step.exercise.name if step.exercise else "rest" for step in steps] == [
        "Bench press",
        "Pull-up",
        "rest",
    ] * 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Bench press 3x12,10",
            "3 sets, and how much is said of 2 (one for each set: '2x12/10' or '3x12/10/10')",
        ),
        (
            "Plank 3x30/40s",
            "3 sets, and how much is said of 2 (one for each set: '2x30/40s' or '3x30/40/40s')",
        ),
        (
            "Bench press 3x12/10/8 @ 40/50kg",
            "3 sets and 2 loads (one for each set, like '3x5 @ 100/105/110kg')",
        ),
        (
            "Back squat 3x5 @ 100kg, warm up to 100kg",
            "warm-up sets are lighter than the working sets (like '3x5 @ 100kg, warm up to 80kg')",
        ),
        (
            "Back squat 3x5 @ 100kg, warm up to BW",
            "warm up to how much? (like 'warm up to 80kg')",
        ),
        ("Squat 3x8 @ 12,5kg", "a comma separates steps (write decimals with a point: '12.5kg')"),
        ("2x(Plank 40)", "40 of what? (like '40 reps', '40s' or '40m')"),
    ],
)
def test_numbers_that_do_not_agree_are_told(text, message):
    assert [problem.message for problem in read_steps(text).problems] == [message]


@pytest.mark.parametrize(
    "text", ["3x(400m, 200m jog)", "6x\n  1min @ RPE 8\n  1min jog", "2x(run 5min, walk 1min)"]
)
def test_runs_in_repeats_are_still_runs(text):
    (repeat,) = parse_steps(text)
    assert all(step.exercise is None for step in repeat.items)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Circuit: 10 push-ups, 12 squats", "how many rounds?"),
        ("superset: 10 push-ups (rest 60s)", "how many rounds?"),
        ("superset 3x: Push-up 10, Row 10 reps; rest 90s", "is this after each round?"),
        ("Pallof press 3x10/10", "3 sets, and how much is said of 2"),
        ("Squat 3x5 100kg 180s", "is '180s' a rest?"),
        ("EMOM 11: odd 10 squats, even 10 push-ups", "'odd' is not part of a step"),
        ("every 2 min for 5 min: 5 squats", "how often, and how many times?"),
    ],
)
def test_what_cannot_be_read_is_asked_at_its_place(text, message):
    assert any(message in problem.message for problem in read_steps(text).problems)


def test_more_in_one_set_or_in_each_is_asked_where_there_are_several():
    (problem,) = read_steps("Squat 3x5+ @ 100kg").problems
    readings = [each.text for each in problem.corrections]
    assert [format_steps(parse_steps(each)) for each in readings] == [
        'Squat 3x5/5/AMRAP @ 100kg "last set: 5 or more"\n',
        'Squat 3xAMRAP @ 100kg "5 or more"\n',
    ]


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("Zog raise with red band 3x8", '"Zog raise" 3x8 @ red band'),
        ("Zog raise (band) 3x8, rest 60s", '"Zog raise" 3x8 @ band, rest 1min'),
        ("Zog raise BW 3x8/side", '"Zog raise" 3x8/side @ BW'),
    ],
)
def test_a_load_at_the_end_of_a_name_is_the_load(typed, canonical):
    assert format_steps(parse_steps(typed)) == f"{canonical}\n"


def test_a_name_in_quotes_may_end_like_a_load():
    (repeat,) = parse_steps('"Zog raise with red band" 3x8')
    assert repeat.items[0].exercise.load is None


def test_warm_up_sets_before_a_colon_are_a_role():
    (repeat,) = parse_steps("Warm-up sets: Squat 2x5 @ 40kg")
    assert (repeat.items[0].intensity, repeat.items[0].name) == (Intensity.WARMUP, "")
    named = Step(name="Warm up sets", duration=Reps(5), exercise=repeat.items[0].exercise)
    assert parse_steps(format_steps([named])) == (named,)


PIECES = [
    *(
        "Squat",
        "Superset:",
        "EMOM 10",
        "Tabata",
        "every 2min for",
        "Warm-up sets:",
        "(bent knee)",
        "(band)",
        "BW",
    ),
    *(
        "3x8",
        "3x5+",
        "60kg x 5",
        "5 @ 80%",
        "8 reps x 3",
        "5-3-1",
        "3x30s",
        "2 sets, 8 reps",
        "3 rounds:",
        "x3",
    ),
    *(
        "w/",
        "with",
        "red band",
        "holding",
        "@ 60kg",
        "RPE 8",
        "2 RIR",
        "tempo 3010",
        "rest 90s",
        "1-2 min rest",
    ),
    *(
        "between sets",
        "/",
        "-",
        ",",
        ";",
        "+",
        "each side",
        "ea",
        "off step",
        "20cm box",
        "odd",
        "even",
        "(",
        ")",
    ),
    *(
        "then",
        "R: 45s",
        "20s on/10s off",
        "full recovery",
        "Push-up",
        "Plank",
        "A1)",
        '"Tall"',
        "10",
        "superset with",
    ),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=9).map(" ".join))
def test_whatever_is_read_is_written_and_read_as_the_same(text):
    read = read_steps(text)
    if not read.problems:
        assert parse_steps(format_steps(read.items)) == read.items
