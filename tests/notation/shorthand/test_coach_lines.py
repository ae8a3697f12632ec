"""Lines as coaches type them are read as what they mean, or asked about, or left to the grammar."""

import csv
from pathlib import Path

import pytest

from workout_core import format_steps, parse_steps
from workout_core.errors import DocumentError
from workout_core.notation.parser import read_steps

HERE = Path(__file__).parent
GIVEN = HERE.parent / "coach_lines.tsv"
FRESH = HERE / "lines.tsv"
ASKED = "?"
REFUSED = "!"


def _lines(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["typed"], row["means"]) for row in rows]


LINES = [*_lines(GIVEN), *_lines(FRESH)]
READ = [(typed, means) for typed, means in LINES if means not in (ASKED, REFUSED)]


@pytest.mark.parametrize(("typed", "means"), READ, ids=[typed for typed, _ in READ])
def test_a_line_is_read_as_what_it_means_and_so_is_its_canonical_form(typed, means):
    steps = parse_steps(typed)

    assert steps == parse_steps(means)
    assert parse_steps(format_steps(steps)) == steps


@pytest.mark.parametrize("typed", [typed for typed, means in LINES if means == ASKED])
def test_a_line_that_can_mean_several_things_is_asked_about_with_each(typed):
    readings = _readings(typed)

    assert len(readings) > 1
    assert len({parse_steps(each) for each in readings}) == len(readings)


def _readings(typed):
    """Return each reading in its place: all of the line, or a piece of it."""
    (problem,) = read_steps(typed).problems
    return [f"{typed[: made.start]}{made.text}{typed[made.end :]}" for made in problem.corrections]


@pytest.mark.parametrize("typed", [typed for typed, means in LINES if means == REFUSED], ids=repr)
def test_a_line_that_is_not_understood_is_not_guessed_at(typed):
    with pytest.raises(DocumentError):
        parse_steps(typed)


@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, lambda text: text.replace(" ", "\u00a0"), lambda text: f"\u2022 {text}."],
    ids=["upper case", "title case", "hard spaces", "a bullet and a full stop"],
)
@pytest.mark.parametrize(
    "typed",
    [
        "2mi wu, 3x1mi @ 10k w/ 90s jog, 1mi cd",
        "12x400 in 3 sets of 4, 60s between reps, 3 min between sets",
        "10' wu > 5x3' hard / 2' easy > 10' cd",
        "20 minutes at tempo",
    ],
)
def test_looks_do_not_matter(typed, change):
    assert parse_steps(change(typed)) == parse_steps(typed)
