"""How heavy: ``60kg``, ``135lb``, ``80% 1RM``, ``BW``, ``+10kg``, ``green band``; and ``RIR 2``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.exercise import Band, BodyWeight, Implement, Load, OneRepMax, Weight
from workout_core.model.target import Quantity, Range, Target
from workout_core.notation.grammar import Form, any_of
from workout_core.patterns import lazy_pattern
from workout_core.science.strength import effort_of_reserve
from workout_core.units import NUMBER, read_mass, share, write_mass, write_percent

_MASS: Final = rf"{NUMBER}\s*(?:kgs?|lbs?|pounds?)"
_NO_WORD: Final = r"(?!(?:band|rest|walk|jog|recover|tempo|skip|with)\b)"
_RESISTANCE: Final = rf"{_NO_WORD}[^\W\d_][\w-]*(?: {_NO_WORD}[\w-]+){{0,2}}"
_SHARE: Final = rf"({NUMBER})\s*%(?:\s*(?:of\s+)?1\s?RM)?"
_IMPLEMENTS: Final = MappingProxyType(
    {
        Implement.BARBELL: ("BB", "barbell"),
        Implement.DUMBBELL: ("DB", "dumbbell"),
        Implement.KETTLEBELL: ("KB", "kettlebell"),
        Implement.PLATE: ("plate",),
        Implement.MEDICINE_BALL: ("med ball", "medicine ball", "MB"),
        Implement.SANDBAG: ("sandbag",),
    }
)
"""The words for a weight, the first of which is written."""
_CALLED: Final = MappingProxyType(
    {word.casefold(): implement for implement, words in _IMPLEMENTS.items() for word in words}
)
_PIECES: Final = (
    rf"(?:([0-9]{{1,2}})\s*[x\u00d7*]\s*)?({_MASS})(?:\s*({any_of(_CALLED)})(s?))?"
    r"(\s+(?:in\s+)?(?:each|per|both)\s+hands?)?"
)
_BODY: Final = rf"(?:BW|body\s?weight)(?:\s*\+\s*({_MASS}))?"


def _weight(found: re.Match[str]) -> Load:
    implement = _CALLED[found[3].casefold()] if found[3] else None
    in_pairs = bool(found[5]) or (bool(found[4]) and implement in (Implement.DUMBBELL, Implement.KETTLEBELL))
    return Weight(read_mass(found[2]), int(found[1] or (2 if in_pairs else 1)), implement)


def _form(example: str, pattern: str, read: Callable[[re.Match[str]], Load]) -> Form[Load]:
    return Form(example, lazy_pattern(pattern, re.IGNORECASE), read)


LOADS: Final[tuple[Form[Load], ...]] = (
    _form("60kg", _PIECES, _weight),
    _form("80% 1RM", _SHARE, lambda found: OneRepMax(share(found[1]))),
    _form("+10kg", rf"\+\s*({_MASS})", lambda found: BodyWeight(read_mass(found[1]))),
    _form("BW", _BODY, lambda found: BodyWeight(read_mass(found[1]) if found[1] else 0)),
    _form("green band", rf"(?:({_RESISTANCE})\s+)?band", lambda found: Band(found[1] or "")),
)
_RESERVE: Final = lazy_pattern(rf"RIR\s*({NUMBER})(?:\s*[-\u2013]\s*({NUMBER}))?", re.IGNORECASE)
_EFFORT: Final = lazy_pattern(rf"RPE\s*{NUMBER}(?:\s*[-\u2013]\s*{NUMBER})?", re.IGNORECASE)
_MOST_RESERVE: Final = 9.0


def read_load(words: str) -> Load | None:
    """Return the load that *words* are, if they are one.

    Raises:
        InvalidWorkout: it is one that nobody lifts.
    """
    for form in LOADS:
        if found := form.pattern.fullmatch(words):
            return form.read(found)
    return None


def read_reserve(words: str) -> Target | None:
    """Return the effort that leaves so many repetitions in reserve, if *words* say that: ``RIR 2`` is RPE 8.

    Raises:
        InvalidWorkout: nobody counts so many.
    """
    found = _RESERVE.fullmatch(words)
    if not found:
        return None
    ends = sorted(float(end) for end in (found[1], found[2] or found[1]))
    if ends[-1] > _MOST_RESERVE:
        raise InvalidWorkout(gettext("reps in reserve are 0 to 9: {number}", number=f"{ends[-1]:g}"))
    low, high = (effort_of_reserve(end) for end in reversed(ends))
    return Target(Quantity.EFFORT, Range(low, high))


def is_held(words: str) -> bool:
    """Tell whether *words* are a load or an effort, and so belong to an exercise."""
    patterns = (*(form.pattern for form in LOADS), _RESERVE, _EFFORT)
    return any(pattern.fullmatch(words) for pattern in patterns)


@singledispatch
def write_load(load: Load) -> str:
    """Write a load as it is read."""
    raise TypeError(load)


@write_load.register(Weight)
def _(load: Weight) -> str:
    pieces = f"{load.pieces}x" if load.pieces > 1 else ""
    called = f" {_IMPLEMENTS[load.implement][0]}" if load.implement else ""
    return f"{pieces}{write_mass(load.kilograms)}{called}"


@write_load.register(OneRepMax)
def _(load: OneRepMax) -> str:
    return f"{write_percent(load.share)}% 1RM"


@write_load.register(BodyWeight)
def _(load: BodyWeight) -> str:
    return f"+{write_mass(load.added)}" if load.added else "BW"


@write_load.register(Band)
def _(load: Band) -> str:
    text = f"{load.resistance} band".strip()
    if read_load(text) != load:
        raise InvalidWorkout(
            gettext("the notation has no words for such a band: {name}", name=repr(load.resistance))
        )
    return text
