"""The page about shorthand says what is read, and what is asked; its tables are what the parser makes of it.

``pytest tests/notation/shorthand --update-golden`` writes the tables anew, of the lines in ``page.tsv`` and
of the words that the parser knows.
"""

import re
from pathlib import Path

import pytest

from workout_core import format_steps, parse_steps
from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.parser import read_steps
from workout_core.notation.shorthand.kinds import Does
from workout_core.notation.shorthand.words import MEANINGS

FILE = Path(__file__).parents[3] / "docs" / "from-your-notebook.md"
ROWS = [line.split("\t") for line in Path(__file__).with_name("page.tsv").read_text("utf-8").splitlines()[1:]]
KINDS = ("roles", "amounts", "joins", "paces", "rests", "sets", "strength", "parts", "typography")
QUESTIONS = FILE.read_text("utf-8").partition("## What is asked")[2]
ASKED = re.findall(r"^\| `([^`]+)` \| [^`|]+ \|$", QUESTIONS, re.MULTILINE)
SAYS = {
    Does.AT: "`@`",
    Does.IN: "a time for the distance follows",
    Does.REST: "a rest follows",
    Does.THEN: "then",
    Does.ON: "the work of on and off",
    Does.SEND_OFF: "the next one starts then; a time follows",
    Does.BACK: "back to the start, as far as one needs",
    Does.FULL: "rest until the button is pressed",
    Does.EQUAL: "a rest as long as the work",
    Does.HALF: "a rest half as long as the work",
    Does.REPS: "between the repetitions",
    Does.SETS: "between the sets",
    Does.LAST: "the last part of it",
    Does.FIRST: "the first part of it",
    Does.RACE: "at the pace of a race of that length",
    Does.HEADING: "nothing: a heading",
    Does.FILLER: "nothing",
}


def one_line(text):
    """Return steps in the notation as one line of it, with brackets in the place of indentation."""
    lines = format_steps(parse_steps(text)).splitlines()

    def inside(depth):
        said = []
        while lines and len(lines[0]) - len(lines[0].lstrip()) == depth:
            said.append(lines.pop(0).strip())
            if lines and len(lines[0]) - len(lines[0].lstrip()) > depth:
                said[-1] += f"{' ' * (' ' in said[-1])}({', '.join(inside(depth + 2))})"
        return said

    return "; ".join(inside(0))


def table_of_lines():
    kinds = "\n".join(
        f"| **{kind}** | |\n"
        + "\n".join(f"| `{typed}` | `{one_line(typed)}` |" for kind_, typed, _ in ROWS if kind_ == kind)
        for kind in KINDS
    )
    return f"| you type | it means |\n|---|---|\n{kinds}"


def table_of_words():
    found = {}
    for phrase, meaning in MEANINGS.items():
        if meaning.does in (Does.ROLE, Does.STROKE):
            said = f"`{meaning.word}`" if meaning.word != "work" else "nothing: the work"
        elif meaning.does is Does.TARGET:
            said = f"`@ {PACE_WORDS.get(phrase, meaning.word)}`"
        else:
            said = SAYS.get(meaning.does, "")
        if said:
            found.setdefault(said, []).append(phrase)
    rows = "\n".join(f"| {said} | {', '.join(phrases)} |" for said, phrases in found.items())
    return f"| it means | you type |\n|---|---|\n{rows}"


@pytest.mark.parametrize(("name", "table"), [("what is read", table_of_lines), ("words", table_of_words)])
def test_the_page_shows_what_the_parser_takes(request, name, table):
    region = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
    if request.config.getoption("--update-golden"):
        now = region.sub(lambda _: f"\n{table()}\n\n", FILE.read_text("utf-8"))
        FILE.write_text(now, "utf-8", newline="\n")
    assert region.search(FILE.read_text("utf-8"))[0].strip() == table()


@pytest.mark.parametrize(("typed", "means"), [row[1:] for row in ROWS], ids=[row[1] for row in ROWS])
def test_what_the_page_shows_is_what_a_coach_means(typed, means):
    assert parse_steps(typed) == parse_steps(means)
    assert parse_steps(one_line(typed)) == parse_steps(means)


def test_every_kind_of_habit_is_shown():
    assert {kind for kind, *_ in ROWS} == set(KINDS)


@pytest.mark.parametrize("typed", ASKED)
def test_what_the_page_says_is_asked_is_asked_with_all_readings(typed):
    (problem,) = read_steps(typed).problems

    assert len(problem.corrections) > 1
    assert all(read_steps(each.text).problems == [] for each in problem.corrections)


def test_the_page_has_questions():
    assert len(ASKED) > 5
