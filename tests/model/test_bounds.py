"""Numbers and texts that no workout has are refused."""

import re

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.model.bounds import as_whole, one_line, ordered, several_lines, whole, within


@pytest.mark.parametrize("value", [1, 10, 5.5], ids=str)
def test_a_number_within_its_bounds_is_let_through(value):
    within("time", value, 1, 10, "s")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "time must be 1 to 10 s: 0"),
        (10.0000001, "time must be 1 to 10 s: 10.0000001"),
        (float("nan"), "time must be 1 to 10 s: nan"),
        (float("inf"), "time must be 1 to 10 s: inf"),
        (10**400, "time must be 1 to 10 s: a number too large to write"),
        (True, "time must be a number: True"),
        ("5", "time must be a number: '5'"),
        (None, "time must be a number: None"),
    ],
    ids=repr,
)
def test_a_number_outside_its_bounds_is_refused_with_the_bounds(value, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        within("time", value, 1, 10, "s")


def test_bounds_without_a_unit_are_said_without_one():
    with pytest.raises(InvalidWorkout, match=r"^effort must be 1 to 10: 11$"):
        within("effort", 11, 1, 10)


def test_a_count_must_be_whole():
    whole("reps", 3, 1, 10)
    with pytest.raises(InvalidWorkout, match=r"^reps must be a whole number: 2\.5$"):
        whole("reps", 2.5, 1, 10)


@pytest.mark.parametrize(
    ("value", "made"), [(6.0, 6), (6, 6), (6.5, 6.5), ("6", "6"), (True, True)], ids=repr
)
def test_a_whole_float_becomes_an_int_and_nothing_else_does(value, made):
    assert (as_whole(value), type(as_whole(value))) == (made, type(made))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (2, 1, "low must not be above high: 2 > 1"),
        (4.1666671, 4.1666670, "low must not be above high: 4.1666671 > 4.166667"),
        (float("nan"), 1, "low must not be above high: nan > 1"),
        ("1", 2, "low must be a number: '1'"),
        (1, None, "high must be a number: None"),
    ],
    ids=["above", "slightly", "nan", "text", "none"],
)
def test_low_must_not_be_above_high(low, high, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        ordered(low, high)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" a ", "a"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni", "a\nb\nc\nd\ne\nf\ng\nh\ni"),
        ("a\tb", "a\tb"),
        ("\n\u00a0\n", ""),
        ("🏃\u200d♀️", "🏃\u200d♀️"),
    ],
    ids=["spaces", "breaks", "tab", "nothing", "emoji"],
)
def test_every_line_break_becomes_the_same_one(text, kept):
    assert several_lines(text) == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\x00b", "holds the control character U+0000 (remove it)"),
        ("a\x1b[31m", "holds the control character U+001B (remove it)"),
        ("\x7f", "holds the control character U+007F (remove it)"),
        ("a\ud800", "holds the control character U+D800 (remove it)"),
        ("a\ufeffb", "holds the control character U+FEFF (remove it)"),
        (5, "must be text: 5"),
    ],
    ids=repr,
)
def test_what_no_format_can_carry_is_refused(text, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        several_lines(text)


@pytest.mark.parametrize("broken", ["a\nb", "a\u2028b", "a\rb"], ids=repr)
def test_a_name_is_one_line(broken):
    with pytest.raises(InvalidWorkout, match=r"^must be one line: 'a\\nb'$"):
        one_line(broken)
    assert one_line(" a \n") == "a"
