"""Refuse numbers and texts that no workout has."""

from __future__ import annotations

import re
from math import isfinite

from workout_core.errors import InvalidWorkout

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


def within(what: str, value: float, low: float, high: float, unit: str = "") -> None:
    """Raise unless *value* is a finite number from *low* to *high*, both included.

    Raises:
        InvalidWorkout: it is not; the message names *what* and the bounds.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidWorkout(f"{what} must be a number: {value!r}")
    if not isfinite(value) or not low <= value <= high:
        space = f" {unit}" if unit else ""
        raise InvalidWorkout(f"{what} must be {low:.12g} to {high:.12g}{space}: {value:.12g}")


def whole(what: str, value: int, low: int, high: int) -> None:
    """Raise unless *value* is a whole number from *low* to *high*.

    Raises:
        InvalidWorkout: it is not.
    """
    within(what, value, low, high)
    if value != int(value):
        raise InvalidWorkout(f"{what} must be a whole number: {value:g}")


def ordered(low: float, high: float) -> None:
    """Raise unless *low* is not above *high*.

    Raises:
        InvalidWorkout: it is.
    """
    if low > high:
        raise InvalidWorkout(f"low must not be above high: {low:g} > {high:g}")


def one_line(text: str) -> str:
    """Return *text* trimmed; refuse line breaks and control characters.

    Raises:
        InvalidWorkout: the text would break a line of some format.
    """
    clean = several_lines(text)
    if "\n" in clean:
        raise InvalidWorkout(f"must be one line: {clean!r}")
    return clean


def several_lines(text: str) -> str:
    r"""Return *text* trimmed, with every kind of line break as ``\n``; refuse control characters.

    Raises:
        InvalidWorkout: the text holds a character that no format can carry.
    """
    if not isinstance(text, str):
        raise InvalidWorkout(f"must be text: {text!r}")
    clean = _BREAKS.sub("\n", text).strip()
    if found := _UNSAFE.search(clean):
        raise InvalidWorkout(f"holds the control character U+{ord(found[0]):04X} (remove it)")
    return clean
