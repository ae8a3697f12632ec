"""Lines are broken between words, and go on below their beginnings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from workout_core.cli.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "width", "indent", "lines"),
    [
        ("", 20, 0, []),
        ("   ", 20, 0, []),
        ("one two", 20, 0, ["one two"]),
        ("one two", 20, 2, ["  one two"]),
        ("one two three four", 9, 0, ["one two", "  three", "  four"]),
        ("one two three four", 11, 2, ["  one two", "    three", "    four"]),
        ("one  two", 7, 0, ["one two"]),
        ("one two", 6, 0, ["one", "  two"]),
        ("abcdefghijklmnopqrstuvwxyz", 10, 0, ["abcdefghij", "  klmnopqr", "  stuvwxyz"]),
        ("a bcdefghijklmnopqrstuvwxyz", 10, 0, ["a bcdefghi", "  jklmnopq", "  rstuvwxy", "  z"]),
        ("力を抜いて走る", 8, 0, ["力を抜い", "  て走る"]),
        ("力を抜いて走る", 7, 0, ["力を抜", "  いて", "  走る"]),
        ("go 力を抜いて", 8, 0, ["go 力を", "  抜いて"]),
        ("one", 4, 30, ["  on", "  e"]),
    ],
    ids=str,
)
def test_a_line_is_broken_between_words_or_inside_a_word_that_is_too_long(text, width, indent, lines):
    assert list(wrapped(text, width, indent)) == lines


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(20, 40), st.integers(0, 40))
def test_every_line_fits_and_no_letter_is_lost(text, width, indent):
    lines = list(wrapped(text, width, indent))

    assert all(wcswidth(line) <= width and line == line.rstrip() for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_word_without_end_is_broken_in_no_time():
    assert len(list(wrapped("x" * 1_000_000, 100))) == 10_205
