"""Numbers as people say them in the language that is spoken: one module for each, with the same functions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from workout_core.languages import Language, language
from workout_core.units import english_numbers, german_numbers


class NumberWords(Protocol):
    """What a module says numbers with."""

    def whole_words(self, number: int) -> str: ...  # noqa: D102 - as below
    def digit_words(self, digits: str) -> str: ...  # noqa: D102
    def decimal_words(self, digits: str) -> str: ...  # noqa: D102
    def ordinal_words(self, number: int) -> str: ...  # noqa: D102
    def pair_words(self, digits: str) -> str: ...  # noqa: D102
    def clock_words(self, clock: str) -> str: ...  # noqa: D102


_WORDS: Final[Mapping[Language, NumberWords]] = MappingProxyType(
    {Language.ENGLISH: english_numbers, Language.GERMAN: german_numbers}
)


def _said() -> NumberWords:
    return _WORDS[language()]


def whole_words(number: int) -> str:
    """Say a whole number from 0 up: ``one hundred and forty-two``; one that nobody says, digit by digit."""
    return _said().whole_words(number)


def digit_words(digits: str) -> str:
    """Say digits one by one: ``nine seven five``."""
    return _said().digit_words(digits)


def decimal_words(digits: str) -> str:
    """Say a number as it is written, with a sign before the tenths or without: ``one point five``."""
    return _said().decimal_words(digits)


def ordinal_words(number: int) -> str:
    """Say which one it is: ``twenty-third``."""
    return _said().ordinal_words(number)


def pair_words(digits: str) -> str:
    """Say a number of three digits as watts and heart rates are said: ``143`` is *one forty-three*."""
    return _said().pair_words(digits)


def clock_words(clock: str) -> str:
    """Say ``3:55`` as *three fifty-five*, and ``4:00`` as *four minutes*."""
    return _said().clock_words(clock)
