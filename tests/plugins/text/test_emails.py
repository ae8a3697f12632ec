"""What coaches write in e-mails: the workouts are found, and all the rest is told with its line."""

from pathlib import Path

import pytest

from workout_core import parse_steps
from workout_core.notation.message.reading import read_message

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
