"""Whatever somebody pastes is read or refused at once, in few words."""

import re
import sys
from collections.abc import Callable
from time import process_time

import pytest

from workout_core.errors import WorkoutError
from workout_core.notation.parser import parse_steps
from workout_core.notation.writer import format_steps

MANY = 100_000
SECONDS = 8.0
HOSTILE = {
    "letters": "a" * MANY,
    "digits": "1" * MANY,
    "at signs": "@" * MANY,
    "open brackets": "(" * MANY,
    "closed brackets": ")" * MANY,
    "nested repeats": "6x(" * MANY,
    "repeats in a row": "6x " * MANY + "400m",
    "repeats of repeats": "2x" * MANY + "400m",
    "quotes": '"' * MANY,
    "one quote more": '"' * (MANY + 1),
    "a quote and letters": '"' + "a" * MANY,
    "escaped quotes": '"' + '\\"' * MANY,
    "backslashes": '"' + "\\" * MANY + '"',
    "spaces": " " * MANY,
    "spaces in a name": "a" + " " * MANY + "b",
    "spaces before a colon": "a" + " " * MANY + ":b",
    "spaces in a target": "10min @ a" + " " * MANY + "b!",
    "spaces before a cue": "10min @ easy" + " " * MANY + '"a" b',
    "spaces in a range": "10min @ 1" + " " * MANY + "- 2",
    "spaces in a time": "1h" + " " * MANY + "x",
    "odd spaces": "\u00a0" * MANY + "x",
    "tildes": "10min @ easy" + "~" * MANY,
    "commas": "," * MANY,
    "steps between commas": "400m," * MANY,
    "steps that differ": ",".join(f"{metres}m" for metres in range(100, 20_100)),
    "targets between commas": "10min @ 150bpm" + ", 150bpm" * MANY,
    "skipped rests": "6x" + ", skip last rest" * MANY,
    "semicolons": "400m;" * MANY,
    "lines": "\n" * MANY,
    "windows lines": "\r\n" * MANY,
    "comments": "#\n" * MANY,
    "hashes": "a#" * MANY,
    "wrong lines": "q\n" * MANY,
    "indented deeper and deeper": "\n".join(" " * depth + "2x" for depth in range(400)),
    "a comment as long": "400m #" + "x" * MANY,
    "dashes": "10min @ 4:00" + "-4:00" * MANY + "/km",
    "colons": "1:" * MANY,
    "points": "1." * MANY,
    "a long share": "10min @ 1." + "0" * MANY + "% FTP",
    "pace names": "10min @ " + "easy " * MANY,
    "roles": "easy " * MANY,
    "until": "until " * MANY,
    "sets": "Back squat 3x8 " * MANY,
    "lines of sets": "Back squat 3x8 @ 60kg, rest 60s\n" * 10_000,
    "lettered lines": "A1 Back squat 3x8\nA2 Plank 3x30s\n" * 10_000,
    "letters out of order": "A2 Back squat 3x8\n" * 10_000,
    "exercises that nobody knows": "".join(
        f"Quux {chr(97 + number % 26) * 4} 3x8\n" for number in range(10_000)
    ),
    "new words": "".join(
        f"Q{number:05}x 3x8\n".translate(str.maketrans("0123456789", "abcdefghij"))
        for number in range(10_000)
    ),
    "slips of exercises": "Bak squat 3x8\n" * 10_000,
    "a long name": "a" * MANY + " 3x8",
    "a name of many words": "abc " * MANY + "3x8",
    "a name of many numbers": "abc 12 " * MANY + "3x8",
    "rests of one line": "Back squat 3x8" + ", rest 60s" * MANY,
    "rests without commas": "Back squat 3x8" + " rest 60s" * MANY,
    "loads": "Back squat 3x8" + " @ 60kg" * MANY,
    "tempos": "Back squat 3x8" + ", tempo 3-1-1" * MANY,
    "bands": "Back squat 3x8 @ " + "green " * MANY + "band",
    "spaces before sets": "Back squat" + " " * MANY + "3x8",
    "spaces behind sets": "Back squat 3x8" + " " * MANY + "x",
    "spaces in sets": "Back squat 3" + " " * MANY + "x8",
    "dashes before sets": "Back squat " + "- " * MANY + "3x8",
    "colons before sets": "Back squat " + ": " * MANY + "3x8",
    "bullets": "- " * MANY + "Back squat 3x8",
    "supersets": "superset 3x (Plank 30s, Dead bug 10 reps)\n" * 5_000,
    "headers in a row": "EMOM 10 " * MANY,
    "caps": "for time" + " cap 10:00" * MANY,
    "clauses of a header": "superset 3x" + ", rest 60s" * MANY + " (Plank 30s, Dead bug 10 reps)",
    "sides": "Back squat 3x8" + "/side" * MANY,
    "spaces before between sets": "Back squat 3x8, rest 60s" + " " * MANY + "x",
    "spaces in a rest of a header": "circuit 3x, rest 9" + " " * MANY + "x (Plank 30s, Dead bug 10 reps)",
    "spaces in a rest before its word": "Back squat 3x8, 9" + " x" * 10 + " " * MANY + "y",
    "rests behind a long name": "Back squat " + "squat " * 2_000 + "3x8" + ", rest 60s" * 10_000,
    "quoted names": '"a" ' * MANY + "3x8",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hundred_thousand_of_anything_is_read_or_refused_promptly(text):
    began = process_time()
    try:
        assert parse_steps(text)
    except WorkoutError as error:
        assert len(str(error)) < 30_000  # noqa: PT017 - either is right
    assert process_time() - began < SECONDS, "a pattern backtracks"


def work(action: Callable[[], object]) -> int:
    """Count the Python and C functions that *action* calls."""
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


BLOCK = 'warmup 15min @ Z2 HR\n6x\n  Hills: 800m @ 3:50-4:00/km ~1%, 180spm "tall"\n  400m jog\n'


STRENGTH = """\
A1 Glute bridge 3x12 @ RPE 6, tempo 2-1-2
A2 "My own" 3x8/side, rest 45s "ribs down"
Zercher carry 3x20m @ 40kg, rest 60s
superset 3x, rest 60s
  Plank 30s
  Dead bug 10 reps
"""


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
    once, twice = (work(lambda count=count: parse_steps(f"1km\n{block * count}1km")) for count in (500, 1000))

    assert twice / once == pytest.approx(2, abs=0.1)


def test_a_line_that_stands_many_times_is_half_the_work_at_most():
    again, anew = (
        work(lambda lines=lines: parse_steps("\n".join(lines)))
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
    once, twice = (work(lambda count=count: format_steps(items * count)) for count in (1, 2))

    assert twice / once == pytest.approx(2, abs=0.1)


def test_ten_thousand_lines_are_read():
    items = parse_steps("400m @ 4:00/km\n200m jog\n" * 5000)

    assert len(items) == 10_000
    assert re.fullmatch("(400m @ 4:00/km\nrecover 200m\n){5000}", format_steps(items))
