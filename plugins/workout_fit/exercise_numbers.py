"""The exercises of the FIT profile: ``category.name`` ⇄ the numbers of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

NAMES: Final = "exercise_names.txt"
"""A line for each category: its number, its name, and the names in it, each at its number's place."""
GENERIC: Final = 0xFFFF
"""The profile's invalid value: the category alone."""
UNKNOWN: Final = 0xFFFE
"""The profile's category of exercises that it does not name."""
NO_NAME: Final = "-"
"""Stands in the file for a number that no exercise has."""


@cache
def categories() -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Return the number of each category, and its names in the order of their numbers (``-`` for none)."""
    text = Path(__file__).with_name(NAMES).read_text("ascii")
    rows = (line.split() for line in text.splitlines())
    return MappingProxyType({name: (int(number), tuple(names)) for number, name, *names in rows})


def numbers_of(code: str) -> tuple[int, int] | None:
    """Return the numbers of ``category.name`` or of a ``category`` alone, if the profile has them."""
    category, _, name = code.partition(".")
    number, names = categories().get(category, (GENERIC, ()))
    if number == GENERIC or (name and name not in names) or name == NO_NAME:
        return None
    return number, names.index(name) if name else GENERIC


def category_words(number: int) -> str:
    """Return the category called *number* in words."""
    return _words(_category(number))


def exercise_words(category: int, number: int) -> str:
    """Return the name called *number* of a *category* in words, or the category where it is alone."""
    name = _category(category)
    _, names = categories()[name]
    return _words(name if number == GENERIC else names[number])


def _category(number: int) -> str:
    return next(name for name, (its_own, _) in categories().items() if its_own == number)


def _words(name: str) -> str:
    return name.strip("_").replace("_", " ")


def code_of(category: int, number: int) -> str:
    """Return the ``category.name`` or the ``category`` of two numbers; empty if the profile has none."""
    name, names = next(
        ((name, names) for name, (its_own, names) in categories().items() if its_own == category), ("", ())
    )
    if not name or category == UNKNOWN or number == GENERIC:
        return "" if category == UNKNOWN else name
    return f"{name}.{names[number]}" if number < len(names) and names[number] != NO_NAME else ""
