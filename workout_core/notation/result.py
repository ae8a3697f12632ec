"""What a text in the notation says."""

from __future__ import annotations

from typing import NamedTuple

from workout_core.model.workout import Item
from workout_core.notation.suggestions import Wrong
from workout_core.units import Units


class Spot(NamedTuple):
    """Where an item of a text begins, and where those inside it do.

    Attributes:
        offset: in the text.
        inside: of the items of a repeat; a rest that its header says has none of its own.
    """

    offset: int
    inside: tuple[Spot, ...] = ()


class StepsRead(NamedTuple):
    """What a text in the notation says.

    Attributes:
        items: the steps.
        problems: what is wrong, and what would be right.
        generators: the offsets of the lines that recipes have made steps of.
        comments: the offsets of the comments.
        units: what a line among them says that all of it is said in.
        spots: of the items, one for each.
    """

    items: tuple[Item, ...]
    problems: list[Wrong]
    generators: list[int]
    comments: list[int]
    units: Units | None = None
    spots: tuple[Spot, ...] = ()
