"""A line of gyms → atoms: how much, how heavy, how hard, rests, tempos, sides, joins, and words."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from workout_core.notation.shorthand.gym_forms import PATTERN
from workout_core.notation.shorthand.pieces import NotShorthand


class AtomKind(Enum):
    """What an atom says; the value is the name of its group in the pattern."""

    CUE = "cue"
    LETTER = "letter"
    TEMPO = "tempo"
    EFFORT = "effort"
    MAX = "max"
    LOAD = "load"
    REST = "rest"
    HOLD = "hold"
    LAST = "last"
    UP = "up"
    DOSE = "dose"
    TURNED = "turned"
    AMOUNT = "amount"
    SETS = "set"
    TIMES = "times"
    SIDE = "side"
    LADDER = "ladder"
    NUMBER = "number"
    JOIN = "join"
    OPEN = "open"
    CLOSE = "close"
    WORD = "word"


class Atom(NamedTuple):
    """One atom.

    Attributes:
        kind: what it says.
        text: as it was typed.
        parts: of what it is made, by the names in the pattern.
    """

    kind: AtomKind
    text: str
    parts: MappingProxyType[str, str]


def atoms_of(text: str) -> list[Atom]:
    """Cut *text* into atoms.

    Raises:
        NotShorthand: something in it is none.
    """
    made: list[Atom] = []
    place = 0
    while place < len(text):
        found = PATTERN.match(text, place)
        if found is None or found.end() == place:
            raise NotShorthand
        kind = next(each for each in AtomKind if found[each.value] is not None)
        parts = {name: value for name, value in found.groupdict().items() if value is not None}
        made.append(Atom(kind, found[0].strip(), MappingProxyType(parts)))
        place = found.end()
    return made
