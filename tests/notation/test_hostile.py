"""Whatever somebody pastes is read or refused at once, in few words."""

import re
from contextlib import suppress

import pytest

from counting import calls
from strategies.hostile import notations
from workout_core.errors import DocumentError, WorkoutError
from workout_core.notation.parser import parse_steps
from workout_core.notation.writer import format_steps

HOSTILE = notations()


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hundred_thousand_of_anything_is_read_or_refused_in_few_words(text):
    try:
        assert parse_steps(text)
    except WorkoutError as error:
        assert len(str(error)) < 30_000  # noqa: PT017 - either is right


@pytest.mark.parametrize("letter", ["\u0131", "\u0130"], ids=["dotless", "dotted"])
@pytest.mark.parametrize(
    "text",
    ["drill A-skip 2x20m", 'drill "A skip" 2x20m', "circuit 3x (Plank 30s)", "for time 3x (Burpee 10 reps)"],
)
def test_another_letter_i_is_no_letter_of_a_word(text, letter):
    """Patterns that ignore case take it for one; a table of words does not."""
    with suppress(DocumentError):  # or it is a name that somebody gave
        assert letter in str(parse_steps(text.replace("i", letter, 1)))


BLOCK = 'warmup 15min @ Z2 HR\n6x\n  Hills: 800m @ 3:50-4:00/km ~1%, 180spm "tall"\n  400m jog\n'


STRENGTH = """\
A1 Glute bridge 3x12 @ RPE 6, tempo 2-1-2
A2 "My own" 3x8/side, rest 45s "ribs down"
Zercher carry 3x20m @ 40kg, rest 60s
superset 3x, rest 60s
  Plank 30s
  Dead bug 10 reps
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "block",
    [
        BLOCK.replace(" ~1%", ""),
        STRENGTH,
        "6x(400m @ 4:00/km, 200m jog), 1km\n",
        "# comment\n\n",
        "400m, 200m jog, ",
    ],
    ids=["blocks", "strength", "brackets", "comments", "one line"],
)
def test_twice_the_text_is_twice_the_work(block):
    parse_steps(f"1km\n{block}1km")
    once, twice = (
        calls(lambda count=count: parse_steps(f"1km\n{block * count}1km")) for count in (500, 1000)
    )

    assert twice / once == pytest.approx(2, abs=0.1)


def test_a_line_that_stands_many_times_is_half_the_work_at_most():
    parse_steps("400m")  # which compiles the patterns
    again, anew = (
        calls(lambda lines=lines: parse_steps("\n".join(lines)))
        for lines in (["400m"] * 500, [f"{metres}m" for metres in range(400, 900)])
    )
    assert again < anew / 2


def test_a_line_means_the_same_wherever_it_stands():
    lines = ["400m", "2x(400m, 200m jog)", "400m, 200m jog", '400m "Tall"', "6x400m", "Plank 3x40s", "400m"]
    assert parse_steps("\n".join(lines * 2)) == tuple(
        item for line in lines * 2 for item in parse_steps(line)
    )


def test_twice_the_steps_are_twice_the_work_to_write():
    items = parse_steps(BLOCK.replace(" ~1%", "") * 100)
    format_steps(items)
    once, twice = (calls(lambda count=count: format_steps(items * count)) for count in (1, 2))

    assert twice / once == pytest.approx(2, abs=0.1)


def test_ten_thousand_lines_are_read():
    items = parse_steps("400m @ 4:00/km\n200m jog\n" * 5000)

    assert len(items) == 10_000
    assert re.fullmatch("(400m @ 4:00/km\nrecover 200m\n){5000}", format_steps(items))
