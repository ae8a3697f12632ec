"""Numbers in English: ``eight hundred``, ``one point five``, ``three fifty-five`` of a clock."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

_SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES: Final = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
LARGEST: Final = 10**12
"""From which on numbers are said digit by digit."""
_ORDINALS: Final = MappingProxyType(
    {
        "one": "first",
        "two": "second",
        "three": "third",
        "five": "fifth",
        "eight": "eighth",
        "nine": "ninth",
        "twelve": "twelfth",
    }
)


def whole_words(number: int) -> str:
    """Say a whole number from 0 up: ``one hundred and forty-two``; one that nobody says, digit by digit."""
    return digit_words(str(number)) if number >= LARGEST else " ".join(_parts(number))


def _parts(number: int) -> Iterator[str]:
    if number < len(_SMALL):
        yield _SMALL[number]
    elif number < 100:  # noqa: PLR2004 - a number of tens
        tens, ones = divmod(number, 10)
        yield f"{_TENS[tens - 2]}-{_SMALL[ones]}" if ones else _TENS[tens - 2]
    else:
        size, name = next(scale for scale in _SCALES if number >= scale[0])
        many, left = divmod(number, size)
        yield from (*_parts(many), name)
        if left:
            yield from (["and"] if left < 100 else [])  # noqa: PLR2004 - six thousand and five
            yield from _parts(left)


def digit_words(digits: str) -> str:
    """Say digits one by one: ``nine seven five``."""
    return " ".join(_SMALL[int(digit)] for digit in digits)


def decimal_words(digits: str) -> str:
    """Say a number as it is written, with a point or without: ``1.5`` is ``one point five``."""
    whole, _, parts = digits.partition(".")
    said = digit_words(whole) if is_a_code(whole) else whole_words(int(whole or "0"))
    return f"{said} point {digit_words(parts)}" if parts.strip("0") else said


def is_a_code(digits: str) -> bool:
    """Tell whether *digits* are said one by one: they begin with zeros, or are more than anybody counts."""
    return len(digits) > 12 or (len(digits) > 1 and digits.startswith("0"))  # noqa: PLR2004 - as LARGEST


def ordinal_words(number: int) -> str:
    """Say which one it is: ``twenty-third``."""
    before, sign, last = _split(whole_words(number))
    return f"{before}{sign}{_ordinal(last)}"


def _split(said: str) -> tuple[str, str, str]:
    return said.rpartition("-") if "-" in said.rpartition(" ")[2] else said.rpartition(" ")


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def pair_words(digits: str) -> str:
    """Say a number of three digits as watts and heart rates are said: ``143`` is *one forty-three*."""
    first, last = int(digits[0]), int(digits[1:])
    if not last:
        return whole_words(int(digits))
    return f"{_SMALL[first]} {'' if last >= 10 else 'oh '}{whole_words(last)}"  # noqa: PLR2004 - two digits


def clock_words(clock: str) -> str:
    """Say ``3:55`` as *three fifty-five*, ``4:05`` as *four oh five*, and ``4:00`` as *four minutes*."""
    *hours, minutes, seconds = clock.split(":")
    second, _, parts = seconds.partition(".")
    if hours:
        return _long_clock(int(hours[0]), int(minutes), int(second))
    more = f" point {digit_words(parts)}" if parts.strip("0") else ""
    if not int(minutes):
        return f"{whole_words(int(second))}{more} second{'s' * (int(second) != 1 or bool(more))}"
    if not int(second) and not more:
        return f"{whole_words(int(minutes))} minute{'s' * (int(minutes) != 1)}"
    said = whole_words(int(second))
    oh = "" if int(second) >= 10 else "oh "  # noqa: PLR2004 - a number with two digits
    return f"{whole_words(int(minutes))} {oh}{said}{more}"


def _long_clock(hours: int, minutes: int, seconds: int) -> str:
    """Say ``1:45:00`` as *one hour forty-five minutes*."""
    counted = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    said = [f"{whole_words(number)} {unit}{'s' * (number != 1)}" for number, unit in counted if number]
    return " ".join(said) or "zero minutes"
