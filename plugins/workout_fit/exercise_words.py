"""What exercises are called in a file: in the language of who reads it; and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from workout_core import ExerciseBook, Language, in_language, pgettext


def said(name: str) -> str:
    """Return what the exercise called *name* is called in the language that is spoken, if that leads back."""
    words = pgettext("exercise", name)
    return words if original(words) == name else name


def original(name: str) -> str:
    """Return what documents call the exercise that is called *name* in some language."""
    return _originals().get(name, name)


@cache
def _originals() -> Mapping[str, str]:
    """Return the names of documents by those in each language, English before the others."""
    found: dict[str, str] = {}
    names = [movement.name for movement in ExerciseBook().movements()]
    for each in Language:
        with in_language(each):
            for name in names:
                found.setdefault(pgettext("exercise", name), name)
    return MappingProxyType(found)
