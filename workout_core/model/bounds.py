"""Refuse numbers, days and texts that no workout has."""

from __future__ import annotations

from datetime import date
from typing import Final

from workout_core.budget import Work
from workout_core.errors import InvalidWorkout, TooMuchWork, shown
from workout_core.patterns import lazy_pattern

FIRST_DAY: Final = date(1601, 1, 1)
LAST_DAY: Final = date(9600, 12, 31)
"""Whole weeks, and around them room for a zone, a week before, and a night that ends tomorrow."""
ALL_DAYS: Final = f"{FIRST_DAY} to {LAST_DAY}"

_BREAKS = lazy_pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PLAIN = (float, int)
_UNSAFE = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


def within(what: str, value: float, low: float, high: float, unit: str = "") -> None:
    """Raise unless *value* is a finite number from *low* to *high*, both included.

    Raises:
        InvalidWorkout: it is not; the message names *what* and the bounds.
    """
    if type(value) not in _PLAIN:
        _number(what, value)
    if not low <= value <= high:
        space = f" {unit}" if unit else ""
        raise InvalidWorkout(f"{what} must be {low:.12g} to {high:.12g}{space}: {_shown(value)}")


def whole(what: str, value: int, low: int, high: int) -> None:
    """Raise unless *value* is a whole number from *low* to *high*.

    Raises:
        InvalidWorkout: it is not.
    """
    within(what, value, low, high)
    if value != int(value):
        raise InvalidWorkout(f"{what} must be a whole number: {_shown(value)}")


def plannable(what: str, day: date) -> date:
    """Return *day*.

    Raises:
        InvalidWorkout: it is too far away to be planned; the message names *what* and the bounds.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidWorkout(f"{what} must be {ALL_DAYS}: {day}")
    return day


def as_whole(value: float) -> int:
    """Return *value* as an int if it is whole, as ``6.0`` is; leave anything else for the check."""
    return int(value) if isinstance(value, float) and value.is_integer() else value  # type: ignore[return-value]


def ordered(low: float, high: float) -> None:
    """Raise unless *low* is not above *high*.

    Raises:
        InvalidWorkout: it is.
    """
    for what, value in (("low", low), ("high", high)):
        if type(value) not in _PLAIN:
            _number(what, value)
    if not low <= high:
        raise InvalidWorkout(f"low must not be above high: {_shown(low)} > {_shown(high)}")


def upwards(what: str, low: float, high: float, unit: str = "") -> None:
    """Raise unless a range of *what* goes upwards: its end is above its beginning.

    Raises:
        InvalidWorkout: it is not.
    """
    if not low < high:
        space = f" {unit}" if unit else ""
        raise InvalidWorkout(f"a range of {what} goes upwards: {low:.12g} to {high:.12g}{space}")


def _number(what: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidWorkout(f"{what} must be a number: {value!r}")


def _shown(value: float) -> str:
    try:
        return f"{value:.12g}"
    except OverflowError:
        return "a number too large to write"


def one_line(text: str) -> str:
    """Return *text* trimmed; refuse line breaks and control characters.

    Raises:
        InvalidWorkout: the text would break a line of some format.
    """
    clean = several_lines(text)
    if "\n" in clean:
        raise InvalidWorkout(f"must be one line: {shown(clean)}")
    return clean


def several_lines(text: str) -> str:
    r"""Return *text* trimmed, with every kind of line break as ``\n``; refuse control characters.

    Raises:
        InvalidWorkout: the text holds a character that no format can carry, or is too long.
    """
    if not isinstance(text, str):
        raise InvalidWorkout(f"must be text: {text!r}")
    if len(text) > Work.TEXT.most:
        raise TooMuchWork(Work.TEXT.refusal)
    if text.isprintable():
        return text.strip()
    clean = _BREAKS.sub("\n", text).strip()
    if found := _UNSAFE.search(clean):
        raise InvalidWorkout(f"holds the control character U+{ord(found[0]):04X} (remove it)")
    return clean
