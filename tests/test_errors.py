"""Errors say where, what is wrong, and what would be right."""

import pytest

from workout_core import errors
from workout_core.errors import (
    DocumentError,
    ExportError,
    InvalidWorkout,
    MissingThreshold,
    PluginError,
    Problem,
    UnknownFormat,
    WorkoutError,
    did_you_mean,
    say_error,
    shown,
    suggestion,
)
from workout_core.formats.losses import LossyExport
from workout_core.languages import in_language


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem(message="is empty"), "is empty"),
        (Problem(message="is empty", file="a.yaml"), "a.yaml: is empty"),
        (Problem(message="needs a step", path="steps", line=2, column=3), "2:3: steps: needs a step"),
        (
            Problem(message="'x' is wrong", file="a.yaml", line=2, column=3, text="a x"),
            "a.yaml:2:3: 'x' is wrong\n    a x\n      ^",
        ),
        (
            Problem(message="wrong", line=1, column=3, text="\t\tx"),
            "1:3: wrong\n    \t\tx\n    \t\t^",
        ),
        (Problem(message="wrong", line=1, column=0, text="x"), "1: wrong\n    x"),
        (
            Problem(message="wrong", line=1, column=4, text="走e\u0301x"),
            "1:4: wrong\n    走e\u0301x\n       ^",
        ),
    ],
    ids=["message", "file", "path", "caret", "tabs", "no column", "wide letters"],
)
def test_a_problem_names_file_line_column_and_path_and_points_at_the_place(problem, text):
    assert str(problem) == text


@pytest.mark.parametrize("column", [1, 50, 51, 500, 999, 1000, 1001])
def test_a_long_line_is_shown_around_the_place(column):
    text = "".join(str(number % 10) for number in range(1, 1001))

    _, line, pointer = str(Problem(message="wrong", line=1, column=column, text=text)).split("\n")

    assert len(line) == 4 + 100
    if column <= 1000:
        assert line[pointer.index("^")] == str(column % 10)


def test_what_a_terminal_cannot_show_is_marked_one_for_one():
    problem = Problem(message="wrong", line=1, column=5, text="a\x1b\ud800\u2028b")

    assert str(problem) == "1:5: wrong\n    a\ufffd\ufffd\ufffdb\n        ^"


def test_a_document_error_says_every_problem_in_order():
    error = DocumentError(iter([Problem(message="first"), Problem(message="second", line=1, column=1)]))

    assert str(error) == "first\n1:1: second"
    assert [problem.message for problem in error.problems] == ["first", "second"]


@pytest.mark.parametrize(
    ("word", "choices", "said"),
    [
        ("FIt", ["fit", "ics"], "did you mean 'fit'?"),
        ("jsno", ["fit", "JSON"], "did you mean 'JSON'?"),
        ("x", ["fit", "ics"], "one of fit, ics"),
        ("x", [], "there are none"),
        ("zzz", "abcdefghijklmn", "one of a, b, c, d, e, f, g, h, i, j, k, l, …"),
        ("x" * 100_000, ["fit"], "one of fit"),
    ],
    ids=["case", "letters", "nothing close", "nothing", "many", "long"],
)
def test_a_suggestion_is_the_closest_word_or_what_there_is(word, choices, said):
    assert suggestion(word, choices) == said


def test_an_unknown_format_says_what_there_is():
    error = UnknownFormat("fti", ["json", "fit"])

    assert str(error) == "'fti' is not a format (did you mean 'fit'?)"
    assert (error.name, error.available) == ("fti", ("fit", "json"))


def test_an_unknown_format_says_which_plugins_might_have_offered_it():
    error = UnknownFormat("zwo", ["fit"], what="writer", not_loaded=["acme:zwo"])

    assert (
        str(error) == "'zwo' is not a writer (one of fit); not loaded: acme:zwo ('workout plugins' says why)"
    )


def test_what_is_meant_in_german():
    with in_language("de"):
        assert str(UnknownFormat("fti", ["fit"])) == "'fti' ist kein Format (meintest du 'fit'?)"
        assert str(UnknownFormat("x", ["y"], what="voice")) == "'x' ist keine Stimme (möglich: y)"
        assert did_you_mean("a", "b", "c") == "meintest du 'a', 'b' oder 'c'?"
        assert suggestion("x", ()) == "es gibt keine"


class MuteError(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InvalidWorkout("two\nlines"), "two lines"),
        (KeyError("x"), "KeyError: 'x'"),
        (ValueError("a\x1b"), "ValueError: a\ufffd"),
        (ValueError(), "ValueError"),
        (MuteError(), "MuteError"),
        (WorkoutError("x" * 400), "x" * 300 + "…"),
    ],
    ids=["lines", "other", "unprintable", "empty", "mute", "long"],
)
def test_any_exception_is_said_in_one_short_line(error, said):
    assert say_error(error) == said


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("it's", '"it\'s"'), ("x" * 61, f"'{'x' * 60}…'"), ("\ud800", "'\\ud800'")],
    ids=["quotes", "long", "surrogate"],
)
def test_a_value_is_quoted_and_cut_where_it_is_too_long(text, quoted):
    assert shown(text) == quoted


def test_errors_carry_their_parts():
    assert MissingThreshold("needs it", "ftp").threshold == "ftp"
    assert PluginError("is broken", ["a:b"]).plugins == ("a:b",)
    assert LossyExport("would lose", []).losses == ()


@pytest.mark.parametrize(
    "error",
    [InvalidWorkout, DocumentError, MissingThreshold, UnknownFormat, ExportError, PluginError],
    ids=lambda error: error.__name__,
)
def test_every_error_is_a_workout_error_and_stands_in_the_tree(error):
    assert issubclass(error, WorkoutError)
    assert error.__name__ in errors.__doc__
