"""How hard something is of which only the name is known: an exercise by its kind, a stretch by its words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.exercises.book import ExerciseBook
from workout_core.exercises.names import key, spoken

_BY_KIND: Final = MappingProxyType(
    {"plyometric": 6.0, "strength": 5.0, "drill": 4.0, "mobility": 2.0, "breathing": 1.0}
)
"""Strength as sessions of 60 to 80 % 1RM are rated, 4 to 6 (J. Kraft, 2014); a stretch asks less than a walk
(2.3 MET to 3.5; B. Ainsworth, *Compendium of Physical Activities*, 2011)."""
_RUNS: Final = MappingProxyType({"stride": 8.0, "hillsprint": 9.0, "easyjog": 3.0, "runwalk": 3.0})
"""What is in the book of exercises and is a run; keys as `exercises.names.key` makes them."""
_BY_WORD: Final = MappingProxyType(
    dict.fromkeys(("savasana", "shavasana", "breathing", "breathwork", "meditation", "relaxation"), 1.0)
    | dict.fromkeys(
        ("stretch", "stretching", "mobility", "mobilisation", "mobilization", "foam", "massage"), 2.0
    )
    | dict.fromkeys(("yoga", "pilates"), 3.0)
)

_BOOK: Final = ExerciseBook()


def effort_of_name(name: str) -> float | None:
    """Return how hard what is called *name* usually is, from 1 to 10; None if its name does not say."""
    movement = _BOOK.called(name)
    if movement is not None and movement.kind is not None:
        return _RUNS.get(key(movement.name), _BY_KIND[movement.kind.value])
    efforts = [_BY_WORD[word] for word in spoken(name).split() if word in _BY_WORD]
    return min(efforts, default=None)
