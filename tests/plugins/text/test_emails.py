"""What coaches write in e-mails: the workouts are found, and all the rest is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, parse_steps
from workout_core.notation.message.reading import Message, read_message

EMAILS = sorted(Path(__file__).with_name("emails").glob("*.txt"))


def expected(path):
    """Return the workouts, by name (``*`` for any), the lines that are ignored, and those that are wrong."""
    workouts, ignored, wrong = [], set(), set()
    for line in path.with_suffix(".expected").read_text("utf-8").splitlines():
        head, _, rest = line.partition(":")
        if line.startswith("== "):
            workouts.append([line[3:], ()])
        elif head in ("ignored", "error"):
            numbers = {int(each) for each in rest.split() if each != "-"}
            (ignored if head == "ignored" else wrong).update(numbers)
        else:
            workouts[-1][1] = parse_steps(line)
    return workouts, ignored, wrong


def ignored_lines(message):
    lines = set()
    for each in message.warnings:
        if each.message.startswith("ignored"):
            head = each.message.partition(":")[0]
            last = int(head.rpartition(" ")[2]) if " to line " in head else each.line
            lines.update(range(each.line, last + 1))
    return lines


@pytest.mark.parametrize("path", EMAILS, ids=lambda path: path.stem)
def test_the_workouts_of_an_email_are_found_and_the_rest_is_told(path):
    workouts, ignored, wrong = expected(path)
    message = read_message(path.read_bytes().decode().replace("\r\n", "\n"))
    assert [
        [name if name == "*" else made.name, made.items]
        for (name, _), made in zip(workouts, message.workouts, strict=True)
    ] == workouts
    assert {each.line for each in message.problems} == wrong
    assert ignored_lines(message) == ignored


def outcome(text):
    """Return what is in a text; of one that is refused as a whole, the reasons."""
    try:
        return read_message(text)
    except DocumentError as error:
        return Message((), tuple(error.problems))


PIECES = (
    "Tuesday:",
    "Wed 4/11 - 6pm track",
    "**Hills**",
    "2) Tempo",
    "Sat: 45 min easy",
    "Fri: off",
    "6x800 @ 5k pace w/ 400 jog",
    "WU 2k",
    "10 min cool down",
    "with 90 sec jog",
    "Main set:",
    "6x",
    "  400m jog",
    "Squat 3x8",
    "45 min esy",
    "---",
    "",
)
PROSE = ("Hope the calf is better, Anna!", "We meet at 6pm by the gate.", "Keep it relaxed.")


@given(st.lists(st.sampled_from(PIECES + PROSE), max_size=12).map("\n".join))
def test_whatever_is_written_in_between_is_told_or_nothing_is_read(text):
    message = outcome(text)
    assert all(each.line <= text.count("\n") + 1 for each in (*message.problems, *message.warnings))
    names = [each.name for each in message.workouts]
    assert len(set(names)) == len(names)
    lines = text.split("\n")
    prose = {number for number, line in enumerate(lines, 1) if line in PROSE and line not in names}
    assert not names or prose <= ignored_lines(message) | {each.line for each in message.problems}


@given(st.text(alphabet="Tue: 6x80@5k\n>*#-()'\u00a0m", max_size=60))
def test_any_text_is_workouts_or_a_reason(text):
    message = outcome(text)
    assert message.workouts or message.problems


def test_a_text_that_was_one_workout_is_that_workout_still():
    head = "# Track\n# sport: track_running\n# Hold the form.\n\n"
    text = f"{head}warmup 2km\n\n# the work\n6x\n  800m\n\n  400m jog\n"
    (track,) = read_message(text).workouts
    assert (track.name, track.sport.value, track.description) == ("Track", "track_running", "Hold the form.")
    assert track.items == parse_steps("warmup 2km\n6x\n  800m\n  400m jog\n")


def test_a_sport_and_a_description_may_stand_below_each_heading():
    text = "# Ride\n# sport: cycling\n# Flat.\n1h @ 200W\n\n# Swim\n# sport: pool_swimming\n10x50m\n"
    found = [(each.name, each.sport.value, each.description) for each in read_message(text).workouts]
    assert found == [("Ride", "cycling", "Flat."), ("Swim", "pool_swimming", "")]


def test_the_older_message_below_is_not_read_again():
    text = (
        "Tue: 30 min easy\n\nOn Mon, 2 Nov 2026 at 19:04, Mark <m@example.org> wrote:\n> Tue: 60 min easy\n"
    )
    message = read_message(text)
    assert [each.name for each in message.workouts] == ["Tue"]
    assert ignored_lines(message) == {3, 4}


@pytest.mark.parametrize("role", ["Warm up", "warm-up:", "**WU**", "W/U:"])
def test_the_name_of_a_part_gives_its_steps_their_role(role):
    message = read_message(f"Tonight:\n\n{role}\n2k easy\n\nMain set\n6x800 @ 5k pace, 400 jog\n")
    assert [each.items for each in message.workouts] == [
        parse_steps("warmup 2km; 6x(800m @ 5km pace, jog 400m)")
    ]


def test_a_long_text_is_one_workout_as_it_was():
    text = "1km\n\n" * 5000
    (workout,) = read_message(text).workouts
    assert len(workout.items) == 5000


def test_a_text_of_more_lines_than_a_message_has_is_one_workout():
    session = "10min easy\n4x(30s @ 4:00/km, 30s jog)\n10min easy\n\n"

    assert len(read_message(session * 20).workouts) > 1
    assert len(read_message(session * 130).workouts) == 1


TITLED = [
    ("Tempo: 20min T\nLong: 90min easy", {"Tempo": "20min @ threshold", "Long": "Long: easy 90min"}),
    (
        "Hills: 10x60s uphill, jog down\n\nTempo: 3x10min, 2min jog",
        {"Hills": "10x(60s @ RPE 8, jog lap)", "Tempo": "3x(10min @ threshold, jog 2min)"},
    ),
    (
        "AM: 40 min easy, PM: 6x400 hard w/ 200 jog",
        {"AM": "easy 40min", "PM": "6x(400m @ RPE 9, jog 200m)"},
    ),
    (
        "Tuesday: am 5k easy / pm 20 min tempo",
        {"Tuesday am": "easy 5km", "Tuesday pm": "20min @ threshold"},
    ),
]


@pytest.mark.parametrize(("text", "workouts"), TITLED, ids=[text for text, _ in TITLED])
def test_lines_with_titles_and_halves_of_a_day_are_workouts_of_their_own(text, workouts):
    made = {each.name: each.items for each in read_message(text).workouts}

    assert made == {name: parse_steps(steps) for name, steps in workouts.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Easy: 10min easy\nTempo: 20min T\nEasy again: 10min easy",
        "Warm up: 2km\nHills: 8x60s uphill, jog down\nCool down: 2km",
        "Squat: 3x8 @ 60kg\nBench: 3x8 @ 50kg",
    ],
)
def test_lines_with_titles_that_go_together_are_one_workout(text):
    assert len(read_message(text).workouts) == 1


def test_a_warm_up_and_a_cool_down_of_which_no_more_is_said_last_until_the_button_is_pressed():
    (made,) = read_message("Hi,\n\nWU\n6x800 @ 5k w/ 400 jog\nCD\n").workouts

    assert made.items == parse_steps("warmup lap; 6x(800m @ 5km pace, jog 400m); cooldown lap")
