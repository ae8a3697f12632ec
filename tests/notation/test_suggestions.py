"""Whatever a message suggests is right where it suggests it, and loses no word of what was written."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broken_lines import BROKEN_LINES
from every import every
from workout_core.errors import InvalidWorkout
from workout_core.notation.parser import read_steps
from workout_core.notation.writer import format_steps
from workout_core.testing.strategies import items
from workout_core.testing.strategies.strength import strength_items

QUOTED = re.compile(r"'((?:[^'…]|'(?=s ))*)'")
TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")


def _coach_lines():
    with Path(__file__).with_name("coach_lines.tsv").open(encoding="utf-8", newline="") as file:
        return [row["typed"] for row in csv.DictReader(file, delimiter="\t")]


def _check(text):
    """Check that each suggestion mends its place and harms nothing before it."""
    read = read_steps(text)
    before = {each.message.partition(" (")[0] for each in read.problems}
    for problem in read.problems:
        for made in problem.corrections:
            changed = f"{text[: made.start]}{made.text}{text[made.end :]}"
            left = [
                each for each in read_steps(changed).problems if each.offset < made.start + len(made.text)
            ]
            assert [
                each
                for each in left
                if each.offset >= made.start or each.message.partition(" (")[0] not in before
            ] == [], (text, made)
            if not made.swaps:
                lost = Counter(TOKEN.findall(text[made.start : made.end].casefold()))
                lost.subtract(TOKEN.findall(made.text.casefold()))
                assert [word for word, count in lost.items() if count > 0 and word not in "x\u00d7"] == []
            assert made.text in problem.message, "what is suggested is what is said"
    return read


@every("text", BROKEN_LINES, ids=repr)
def test_suggestions_for_every_wrong_line_of_the_tests(text):
    _check(text)


@every("text", _coach_lines(), ids=repr)
def test_suggestions_for_every_line_of_a_coach(text):
    _check(text)


WHOLE = [
    ("12x400 in sets of 4", "'400' is not a duration (did you mean '400m' or '400min'?)"),
    (
        "6x800m, 400m jog, 100m walk, cooldown 10min",
        "is this repeated too? (if so, use brackets: '6x(800m, 400m jog, 100m walk), cooldown 10min'; if",
    ),
    ("3x10 wobbles", "the exercise stands before its sets (like 'wobbles 3x10')"),
    ("10min @ 30", "'30' is not a target (which unit? '30bpm', '30W' or '30km/h')"),
    ("10min @ 1500", "'1500' is not a target (which unit? '1500W')"),
    ("10min @ zone 4", "'zone 4' is not a target (whose zone? 'Z4 HR', 'Z4 pace' or 'Z4 power'; a pace of"),
    ("Plank 8", "8 of what? (like '8 reps' or '8s')"),
    ("Back squat 3x8 @ 200", "'200' is not a load (which unit? '200kg')"),
    ("Squat 3x8 @ 12,5kg", "a comma separates steps (write decimals with a point: '12.5kg')"),
]


@pytest.mark.parametrize(("text", "said"), WHOLE, ids=[text for text, _ in WHOLE])
def test_a_suggestion_is_of_what_was_written(text, said):
    assert _check(text).problems[-1].message.startswith(said)


def test_a_line_that_is_suggested_whole_is_read():
    (made,) = _check("6x800m, 400m jog, 100m walk, cooldown 10min").problems[-1].corrections

    assert read_steps(made.text).problems == []


@every("text", BROKEN_LINES, ids=repr)
def test_examples_that_are_lines_are_read(text):
    """What stands behind *like* is a line of its own, or the piece of one that mends its place."""
    for problem in read_steps(text).problems:
        own = {made.text for made in problem.corrections}
        for example in QUOTED.findall(problem.message.partition(" (like ")[2].partition(";")[0]):
            if example in own or example.startswith(("at ", "~")):
                continue
            frames = ("{}", "10min @ {}", "10min @ 4:10/km {}", "jog {}", "repeat until {}: 1min", "{}(400m)")
            frames += (
                "Squat {}",
                "Squat 3x8 @ {}",
                "Squat 3x8, {}",
                "Squat 3x8, tempo {}",
                "{} (Squat 8 reps, Plank 40s)",
            )
            frames += ("race 10km in 47:30 negative {}", "race 10km in 47:30 ~{}")
            assert any(read_steps(frame.format(example)).problems == [] for frame in frames), example


@st.composite
def _mutated(draw):
    """Draw steps as they are written, with a few slips: letters left out, doubled, swapped, or others."""
    made = draw(items() | strength_items())
    try:
        text = format_steps(made if isinstance(made, tuple) else (made,))
    except InvalidWorkout:
        return ""
    letters = list(text)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(letters) - 1, 0)))
        slip = draw(st.sampled_from(["", "x", ",", " ", "@", "5", "m", "min", "0", ":", "(", ";", "%"]))
        letters[at : at + draw(st.integers(0, 2))] = [slip]
    return "".join(letters)


@given(_mutated())
def test_suggestions_for_slips_in_steps(text):
    _check(text)


PIECES = (
    *("3x", "12x400", "8", "10", "400", "squats", "push-ups", "Plank", "10 push-ups", "easy", "threshold"),
    *("@", "150", "4:00", "85%", "zone 3", "HR 140-150", "60", ",", ",", ";", "(", ")", ":", "3 rounds:"),
    *("rest", "60s", "jog", "1m", "20m", "A2", "superset 3x", "warmup", "tempo", "3x10", "60kg", "100x5"),
    *("Plnk", "jgo", '"go"', "1,5km", "1.200m", "eazy", "hard", "in", "sets of 4", "with fins", "\n", "\n  "),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_suggestions_for_pieces_put_together(pieces):
    _check(" ".join(pieces))
