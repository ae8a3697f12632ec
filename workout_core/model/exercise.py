"""What to lift, hold or drill, and with how much load."""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias

from attrs import field, frozen
from attrs.converters import optional

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.bounds import as_whole, one_line, whole, within
from workout_core.model.value_object import ValueObject
from workout_core.patterns import lazy_pattern

_TEMPO: Final = lazy_pattern(r"[0-9X](?:-[0-9X]){2,3}")


MOST_PIECES: Final = 10


class Implement(Enum):
    """What a weight is; the value is the word documents use."""

    __hash__ = object.__hash__  # fast, as that of Quantity

    BARBELL = "barbell"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    PLATE = "plate"
    MEDICINE_BALL = "medicine_ball"
    SANDBAG = "sandbag"


@frozen(eq=False, repr=False)
class Weight(ValueObject):
    """A load of *kilograms*.

    Attributes:
        kilograms: of each piece, as it stands on a dumbbell.
        pieces: how many are lifted at once: 2 × 12 kg.
        implement: what it is, if that is said.
    """

    kilograms: float
    pieces: int = field(default=1, converter=as_whole)
    implement: Implement | None = field(default=None, converter=optional(Implement))

    def __attrs_post_init__(self) -> None:
        within("load", self.kilograms, 0.1, 600, "kg")
        whole("pieces of a load", self.pieces, 1, MOST_PIECES)

    @property
    def is_told_apart(self) -> bool:
        """Whether it is more than a number of kilograms."""
        return self.pieces > 1 or self.implement is not None


@frozen(eq=False, repr=False)
class OneRepMax(ValueObject):
    """A *share* of the most the athlete can lift once (0.8 is 80 % 1RM)."""

    share: float

    def __attrs_post_init__(self) -> None:
        within("load", self.share, 0.05, 1.5, "of 1RM")


@frozen(eq=False, repr=False)
class BodyWeight(ValueObject):
    """The athlete's own weight, with *added* kilograms."""

    added: float = 0

    def __attrs_post_init__(self) -> None:
        within("added load", self.added, 0, 300, "kg")


@frozen(eq=False, repr=False)
class Band(ValueObject):
    """An elastic band of some *resistance*, in the coach's words."""

    resistance: str = field(default="", converter=one_line)


Load: TypeAlias = Weight | OneRepMax | BodyWeight | Band


@frozen(kw_only=True, eq=False, repr=False)
class Exercise(ValueObject):
    """A movement by name, from the catalogue or any other.

    Attributes:
        name: what a coach calls it.
        load: how heavy, if it has a load.
        per_side: the step's count or time is for each side.
        tempo: seconds to lower, pause and lift, and perhaps pause again: ``3-1-1``; X is explosive.
    """

    name: str = field(converter=one_line)
    load: Load | None = None
    per_side: bool = False
    tempo: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidWorkout(gettext("an exercise needs a name"))
        if self.tempo and not _TEMPO.fullmatch(self.tempo):
            raise InvalidWorkout(
                gettext("{text} is not a tempo (like '3-1-1': lower, pause, lift)", text=shown(self.tempo))
            )
