"""The page about shorthand says what is read, and what is asked."""

import re
from pathlib import Path

import pytest

from workout_core import parse_steps
from workout_core.notation.parser import read_steps

PAGE = (Path(__file__).parents[3] / "docs" / "from-your-notebook.md").read_text("utf-8")
MEANS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|$", PAGE, re.MULTILINE)
ASKED = re.findall(r"^\| `([^`]+)` \| [^`|]+ \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("typed", "means"), MEANS, ids=[typed for typed, _ in MEANS])
def test_what_the_page_shows_is_read_so(typed, means):
    assert parse_steps(typed) == parse_steps(means)


@pytest.mark.parametrize("typed", ASKED)
def test_what_the_page_says_is_asked_is_asked_with_all_readings(typed):
    (problem,) = read_steps(typed).problems

    assert len(problem.corrections) > 1
    assert all(read_steps(each.text).problems == [] for each in problem.corrections)


def test_the_page_has_both_tables():
    assert (len(MEANS) > 25, len(ASKED) > 5) == (True, True)
