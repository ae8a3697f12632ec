"""Numbers are said as people say them; an oracle for them is num2words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from workout_core.units.number_words import (
    clock_words,
    decimal_words,
    digit_words,
    ordinal_words,
    pair_words,
    whole_words,
)


@given(st.integers(0, 10**12 - 1) | st.integers(0, 2000))
def test_whole_numbers_are_said_as_elsewhere(number):
    assert whole_words(number) == num2words(number).replace(",", "")


@given(st.integers(0, 10**6))
def test_which_one_is_said_as_elsewhere(number):
    assert ordinal_words(number) == num2words(number, to="ordinal").replace(",", "")


@given(st.decimals(0, 10**6, places=2))
def test_numbers_with_a_point_are_said_as_elsewhere(number):
    digits = f"{number.normalize():f}"

    assert decimal_words(digits) == num2words(digits).replace(",", "")


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("1.50", "one point five zero"),
        ("2.0", "two"),
        ("007", "zero zero seven"),
        ("1234567890123", digit_words("1234567890123")),
    ],
)
def test_numbers_are_said_as_they_are_written(digits, said):
    assert decimal_words(digits) == said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("3:55", "three fifty-five"),
        ("4:00", "four minutes"),
        ("1:00", "one minute"),
        ("4:05", "four oh five"),
        ("0:50", "fifty seconds"),
        ("0:01", "one second"),
        ("4:07.5", "four oh seven point five"),
        ("0:07.5", "seven point five seconds"),
        ("1:45:00", "one hour forty-five minutes"),
        ("2:00:01", "two hours one second"),
        ("0:00:00", "zero minutes"),
        ("166:40", "one hundred and sixty-six forty"),
    ],
)
def test_a_clock_is_said_as_runners_say_paces(clock, said):
    assert clock_words(clock) == said


@pytest.mark.parametrize(
    ("digits", "said"),
    [("143", "one forty-three"), ("105", "one oh five"), ("200", "two hundred"), ("250", "two fifty")],
)
def test_watts_and_heart_rates_are_said_in_pairs(digits, said):
    assert pair_words(digits) == said
