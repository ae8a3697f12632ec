"""Weekdays as people write them: ``mon``, ``Monday``, ``tues``, ``thurs.``, ``WED``."""

from __future__ import annotations

from typing import Final

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.languages import gettext

WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT: Final = 3
WEEKDAYS: Final = tuple(name[:_SHORT] for name in WEEKDAY_NAMES)
"""As documents and slots write them."""


def weekday_of(text: str) -> int | None:
    """Return the weekday that *text* is, from Monday, 0; None if it is none.

    Three letters of the name are enough, and more may follow, with a point or a plural: ``thurs.``, ``weds``.
    """
    word = text.strip().casefold().removesuffix(".").removesuffix("s")
    if len(word) < _SHORT:
        return None
    return next((number for number, name in enumerate(WEEKDAY_NAMES) if name.startswith(word)), None)


def read_weekday(text: str) -> int:
    """Read a weekday, from Monday, 0.

    Raises:
        InvalidWorkout: it is none.
    """
    weekday = weekday_of(text)
    if weekday is None:
        raise InvalidWorkout(
            gettext(
                "{text} is not a weekday ({hint})", text=shown(text), hint=suggestion(text, WEEKDAY_NAMES)
            )
        )
    return weekday


def write_weekday(weekday: int) -> str:
    """Write a weekday as documents do: ``mon``."""
    return WEEKDAYS[weekday]


def with_short_weekdays(slot: str) -> str:
    """Return *slot* with weekdays as slots have them: ``1/Monday/easy`` is ``1/mon/easy``."""
    parts = ((part, weekday_of(part)) for part in slot.split("/"))
    return "/".join(part if weekday is None else write_weekday(weekday) for part, weekday in parts)


def weekday_pattern(weekday: int) -> str:
    """Return the spellings of *weekday* as a pattern for a schema, where upper case is not lower case."""
    letters = [f"[{letter.upper()}{letter}]" for letter in WEEKDAY_NAMES[weekday]]
    more = ""
    for letter in reversed(letters[_SHORT:]):
        more = f"({letter}{more})?"
    return f"^\\s*{''.join(letters[:_SHORT])}{more}[Ss]?\\.?\\s*$"
