"""Lines of gyms stand among others, are asked about where they can mean several things, and lose nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import format_steps, parse_steps
from workout_core.errors import DocumentError
from workout_core.notation.parser import read_steps
from workout_core.science.strength import share_of_most


def _lines(text):
    return [line.strip() for line in format_steps(parse_steps(text)).splitlines()]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1A. Squat 3x8\r\n1B. Row 3x8", ["A1 Squat 3x8", "A2 Row 3x8"]),
        (
            "A1) Bench press 3x8 - 60kg\nA2) DB row 3x10 each - 20kg",
            ["A1 Bench press 3x8 @ 60kg", "A2 DB row 3x10/side @ 20kg"],
        ),
        (
            "Circuit x3\n  10 squats\n  45\u2033 plank\n  rest 60s",
            ["superset 3x, rest 1min", "squats 10 reps", "plank 45s"],
        ),
        (
            "WU 10'  # slowly\nSquat 3x5 @ 100kg, 1x10 @ 80kg",
            ["warmup 10min", "Squat 3x5 @ 100kg", "Squat 10 reps @ 80kg"],
        ),
    ],
)
def test_a_line_is_read_beside_those_it_belongs_to(text, lines):
    assert _lines(text) == lines


def test_a_rest_between_sets_on_its_own_line_is_asked_about_with_the_line_above():
    text = "Lunges 3x10\n60s rest between sets"
    (problem,) = read_steps(text).problems
    (meant,) = problem.corrections

    assert f"{text[: meant.start]}{meant.text}{text[meant.end :]}" == "Lunges 3x10, rest 60s"
    assert problem.message.startswith("'60s rest between sets': between the sets of which exercise?")


def test_a_rest_between_sets_of_nothing_is_refused():
    with pytest.raises(DocumentError):
        parse_steps("60s rest between sets")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("3x(Squat 10 reps, Lunge 10 reps), rest 60s", ["superset 3x, rest 1min"]),
        ("3x(Squat 10 reps, Lunge 10 reps); rest 60s", ["superset 3x", "rest 1min"]),
        ("3x(Squat 10 reps, rest 30s), rest 5min", ["Squat 3x10, rest 30s", "rest 5min"]),
        ("3x(400m, jog 200m), rest 3min", ["3x", "rest 3min"]),
    ],
)
def test_a_rest_behind_rounds_of_exercises_is_after_each(text, lines):
    made = _lines(text)

    assert [line for line in made if line in lines] == lines
    assert parse_steps(format_steps(parse_steps(text))) == parse_steps(text)


def test_a_curl_of_21_s_is_asked_about_and_both_answers_are_kept():
    (problem,) = read_steps("Curl 3x21s @ 20kg").problems

    assert [each.text for each in problem.corrections] == ["3x21 reps", "3x21 sec"]
    for text in ("Curl 3x21 reps", "Curl 3x21 sec", "Curl 21 sec", "Row 3x21s"):
        assert parse_steps(format_steps(parse_steps(text))) == parse_steps(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Squat 3-5 sets", "'3-5 sets' of what? (like '3-5x8', '3-5x30s' or '3-5x20m')"),
        ("Squat 5 sets @ 60kg", "'5 sets' of what? (like '5x8', '5x30s' or '5x20m')"),
        ("Squat 3x10 @ 5RM", "'5RM' is not a load or an effort (like '60kg', '80% 1RM', 'BW' or 'RPE 7')"),
        (
            "Plank 3x1",
            "1 repetitions of 'Plank'? (a time or a distance has a unit: '3x1min'; if so, write '3x1 reps')",
        ),
    ],
)
def test_what_is_missing_is_said(text, message):
    assert [each.message for each in read_steps(text).problems] == [message]


REFUSED = [
    *(
        "3 rounds: squats",
        "circuit x3: squats 10",
        "superset: curls 3x10 + dips 4x10",
        "EMOM 10: min 1 squats 5",
    ),
    *(
        "squats 3x10, hard, moderate, easy, RPE 3",
        "10 squats 20",
        "3x10 squats 3x10",
        "Squat 3x10 (5 apples)",
    ),
    *("work up to a 5RM", "for time", "tabata", "AMRAP 10:", "21-15-9", "x 10", "each side", "Squat 3x10 @"),
    *("Squat 3x5 @ 60-40kg, 70kg", "3x(10 squats", "10 squats), rest 60s", "sqat 3x10 slow, 60kg"),
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_makes_no_sense_is_refused(text):
    assert read_steps(text).problems


WORDS = (
    *(
        "squats",
        "A skip",
        "plank",
        "bike",
        "foo",
        "each side",
        "3x10",
        "10",
        "45s",
        "20m",
        "3 sets of",
        "x 3",
    ),
    *(
        "3 rounds:",
        "EMOM 10:",
        "AMRAP 8",
        "tabata",
        "for time",
        "21-15-9",
        "rest 60s",
        "between exercises",
        "@ 60kg",
    ),
    *(
        "40-50kg",
        "5RM",
        "85% 5RM",
        "RPE 8",
        "RIR 2",
        "tempo 3010",
        "(slow)",
        "(each leg)",
        "then",
        "+",
        "/",
        ",",
        ";",
    ),
    *(
        "Warm-up:",
        "Core:",
        "A1",
        "1b)",
        "(",
        ")",
        '"',
        "30s on/10s off",
        "max",
        "heavy",
        "drop set",
        "last set 5+",
        "all",
    ),
    *(
        "work up to a",
        "walk back",
        "red band",
        "BW",
        "-",
        "10/8/6",
        "60, 70, 80kg",
        "hold 3s",
        "superset with",
        "w/",
    ),
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join))
def test_any_order_of_what_gyms_say_is_read_and_written_or_refused(text):
    try:
        steps = parse_steps(text)
    except DocumentError:
        return
    assert parse_steps(format_steps(steps)) == steps


@given(
    st.sampled_from(("Back squat", "Step-up", "Hip thrust")),
    st.permutations(("4x8", "62.5kg", "RPE 7", "rest 95s", "tempo 3-1-2", "(wide stance)")),
)
def test_whatever_the_order_all_of_it_is_kept(name, said):
    """How much may stand anywhere; a load before it, too."""
    text = f"{name}: {' - '.join(said)}"
    try:
        (line,) = _lines(text)
    except DocumentError:
        return

    assert {"4x8", "62.5kg", "RPE 7", "rest 95s", "3-1-2", "wide stance"} <= set(
        re.findall(r"4x8|62\.5kg|RPE 7|rest 95s|3-1-2|wide stance", line)
    )


def test_the_share_of_a_load_that_can_be_lifted_so_often():
    assert [round(share_of_most(reps), 3) for reps in (1, 5, 10)] == [1.0, 0.857, 0.75]
