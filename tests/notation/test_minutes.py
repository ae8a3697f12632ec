"""Metres that are probably minutes are asked about, and those that make sense never are."""

import csv
from pathlib import Path

import pytest

from workout_core import parse_steps, read_document
from workout_core.notation.parser import read_steps
from workout_core.notation.writer import format_steps

LINES = Path(__file__).with_name("coach_lines.tsv")
MINUTES = [
    ("8x(1m @ RPE 8, 1m jog)", ["1m", "1m"]),
    ("20m @ 85% LTHR", ["20m"]),
    ("3x(10m @ threshold, 2m jog)", ["10m", "2m"]),
    ("rest 3m", ["3m"]),
    ("warmup 10m", ["10m"]),
    ("easy 45m", ["45m"]),
    ("cooldown: 15 m", ["15 m"]),
    ("jog 10m", ["10m"]),
    ("walk 5m", ["5m"]),
    ("run 30m", ["30m"]),
    ("20m", ["20m"]),
    ("run 3m; walk 2m", ["3m", "2m"]),
    ("8x(run 1.5m, walk 1m)", ["1.5m", "1m"]),
    ("6x(3m @ interval, 2m jog)", ["3m", "2m"]),
    ("5x(3m @ RPE 9, 3m jog)", ["3m", "3m"]),
    ("4x(10m @ RPE 8, rest 3min)", ["10m"]),
    ("2x(20m @ 250W, 5m easy)", ["20m", "5m"]),
    ("2x(15m @ 88-94% FTP, easy 5min)", ["15m"]),
    ("40m @ 140-150bpm", ["40m"]),
    ("40m @ Z2 HR", ["40m"]),
    ("20m @ 4:30/km", ["20m"]),
    ("20m @ 3:10/km", ["20m"]),
    ("60m @ marathon", ["60m"]),
    ("20m @ 95% threshold", ["20m"]),
    ("30m @ 10km pace", ["30m"]),
    ("10m @ 2:00/500m", ["10m"]),
    ("20m @ RPE 6-7", ["20m"]),
    ("5m @ 90rpm", ["5m"]),
    ("3x(8m @ 'shuffle', 2m jog)", ["8m", "2m"]),
    ("3x(20m, 3m jog)", ["20m", "3m"]),
    ("warmup 10m; 20m @ 'my pace'; cooldown 10m", ["10m", "20m", "10m"]),
    ("warmup 10m; 8x(200m @ 5km pace, 200m jog)", ["10m"]),
    ("repeat until 20m: 1min", ["20m"]),
    ("Squat 3x10, rest 3m", ["3m"]),
    ("Plank 3x1m", ["1m"]),
    ("easy 4x10m", ["10m"]),
    ("circuit 3x, rest 2m (Plank 40s, Dead bug 10 reps)", ["2m"]),
]
METRES = [
    *("200m", "100m @ threshold", "30m strides", "strides: 30m", "20m drill", "drill 10m", "easy 100m"),
    *("8x(25m freestyle @ RPE 8, rest 15s)", "8x(25m @ 1:45/100m, rest 15s)", "50m with pull buoy"),
    *("warmup 50m freestyle; 4x(25m, rest 15s); cooldown 50m", "10x(10m @ RPE 10, walk 10m)"),
    *("10x(10m @ RPE 9, rest 60s)", '6x(30m @ RPE 10 "Flying", walk 60m)', "8x(20m, walk 20m)"),
    *("8x(60m @ repetition, walk 60m)", "5x(60m @ 3:00/km, walk 60m)", "6x(40m @ 2:20/km, rest 3min)"),
    *("A-skip 2x20m, walk back", "A-skip 2x20m, walk 20m", "A-skip 20m; walk 20m", "walk 90m", "jog 90m"),
    *("Farmer's carry 3x20m @ 24kg, rest 60s", "Bear crawl 10m", "10x(400m @ 5km pace, 50m walk)"),
    *("warmup 10 metres", "20 metres @ 85% LTHR", "0.02km @ threshold", "strides 4x20m", "10x 20m"),
    *("warmup 2km; A-march 20m; 6x(80m strides, 80m walk)", "75m freestyle @ RPE 7-8"),
]


@pytest.mark.parametrize(("text", "lengths"), MINUTES, ids=[text for text, _ in MINUTES])
def test_metres_that_are_absurd_are_asked_about(text, lengths):
    questions = read_steps(text).problems

    assert [text[at:].startswith(length) for (_, at, _), length in zip(questions, lengths, strict=True)]
    for (message, _, _), length in zip(questions, lengths, strict=True):
        number = length.rstrip(" m")
        plural = "" if number == "1" else "s"
        assert message == (
            f"'{length}' is {number} metre{plural}: did you mean '{number}min'? (if not, write "
            f"'{number} metre{plural}')"
        )


@pytest.mark.parametrize(("text", "lengths"), MINUTES, ids=[text for text, _ in MINUTES])
def test_both_answers_to_the_question_are_read(text, lengths):
    for unit in ("min", " metres"):
        answered = text
        for length in dict.fromkeys(lengths):
            answered = answered.replace(length, length.rstrip(" m") + unit)
        assert read_steps(answered).problems == []


@pytest.mark.parametrize("text", METRES)
def test_metres_that_make_sense_are_not(text):
    assert read_steps(text).problems == []


@pytest.mark.parametrize("text", METRES)
def test_and_they_are_written_so_that_nobody_asks_wherever_they_are_put(text):
    written = format_steps(parse_steps(text))

    assert parse_steps(written) == parse_steps(text)
    assert [each.offset for each in read_steps(f"{written}warmup 5m").problems] == [
        len(written) + len("warmup ")
    ]


def test_in_water_every_length_of_a_pool_makes_sense(tmp_path):
    document = tmp_path / "pool.yaml"
    document.write_text("workout: Sprints\nsteps: warmup 50m; 8x(25m @ RPE 9, rest 15s)\nsport: swimming\n")

    assert read_document(document).items[0] == parse_steps("warmup 50 metres")[0]


def test_no_line_of_a_coach_is_asked_about():
    with LINES.open(encoding="utf-8", newline="") as file:
        texts = [text for row in csv.DictReader(file, delimiter="\t") for text in row.values()]
    assert [
        text for text in texts if any("metre" in each.message for each in read_steps(text).problems)
    ] == []
