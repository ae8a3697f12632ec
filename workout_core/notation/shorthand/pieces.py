"""The records of what was read of a line: pieces with their amounts and targets."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.questions import LineQuestion
from workout_core.units import LENGTHS

HABIT: Final = 0
"""Of a target that a word only suggests: uphill."""
NAME: Final = 1
"""Of a target that has a name: tempo."""
EXACT: Final = 2
"""Of a target in numbers."""


class NotShorthand(Exception):  # noqa: N818 - it is no error, and nobody sees it
    """The line is not understood, and the grammar's own message is told."""


class Ambiguous(Exception):  # noqa: N818 - the same
    """The line can be read in several ways; *options* is how many, and *key* what they are of."""

    def __init__(self, key: str, words: str, options: int, **values: object) -> None:
        self.key = key
        self.question = LineQuestion(words, values)
        self.options = options
        super().__init__(words)


class Dimension(Enum):
    """What an amount is of."""

    TIME = "time"
    DISTANCE = "distance"
    PLAIN = "plain"
    LAP = "lap"


class Length(NamedTuple):
    """How much: seconds, metres, or a number of which it is not said.

    Attributes:
        measure: what it is of.
        value: seconds, metres, the number.
        unit: the unit of a distance, as it was typed.
        most: the upper end of a range; nothing where there is none.
        is_bare: whether it is a number without a unit, which can only be a distance.
    """

    measure: Dimension
    value: float
    unit: str = ""
    most: float = 0.0
    is_bare: bool = False

    def half(self) -> Length:
        """Return half as much."""
        return self._replace(value=self.value / 2, most=self.most / 2)

    def less(self, taken: float) -> Length:
        """Return what is left when so much is taken away."""
        return self._replace(value=self.value - taken, most=self.most and self.most - taken)

    def like(self, other: Length) -> Length:
        """Return a plain number in the unit of *other*."""
        if self.measure is not Dimension.PLAIN or other.measure is Dimension.PLAIN:
            return self
        if other.measure is Dimension.DISTANCE:
            return Length(Dimension.DISTANCE, self.value * LENGTHS[other.unit], other.unit)
        factor = 60 if other.value >= 60 else 1  # noqa: PLR2004 - what is less than a minute is in seconds
        return Length(Dimension.TIME, self.value * factor)


class Meant(NamedTuple):
    """A target: its quantity, how surely it is meant, and how the notation writes it."""

    quantity: str
    surety: int
    text: str


class Clocked(NamedTuple):
    """A pace or a time for the repetition, in seconds, of which it is not yet known which it is.

    Attributes:
        low: the smaller number of seconds.
        high: the other; the same if there is one.
        unit: the distance of a pace; empty where none is said.
        is_repetition: whether it is said to be the time of the repetition.
    """

    low: float
    high: float
    unit: str = ""
    is_repetition: bool = False


class Join(Enum):
    """How a piece is joined to the one before it."""

    NONE = ""
    COMMA = ","
    PLUS = "+"
    SLASH = "/"
    THEN = "then"
    WITH = "with"
    COLON = ":"

    @property
    def is_strong(self) -> bool:
        """Whether a count at the end of the line does not reach over it."""
        return self not in (Join.NONE, Join.SLASH, Join.WITH)


class Piece:
    """One piece of a line: a step, a set, a rest, a part of the whole before it."""

    def __init__(self, join: Join = Join.NONE) -> None:
        self.join = join
        self.count = 0
        self.most = 0
        self.sets = 0
        self.most_sets = 0
        self.amounts: list[Length] = []
        self.role = ""
        self.aims: list[Meant] = []
        self.clocked: Clocked | None = None
        self.zone = 0
        self.swum: list[str] = []
        self.send_off = 0.0
        self.cue = ""
        self.rest: Does | None = None
        self.between: Does | None = None
        self.part: Does | None = None
        self.inside: list[Piece] | None = None
        self.is_race = False
        self.is_of_time = False
        self.in_brackets = False
        self.letter = False
        self.is_off = False
        self.is_parted = False
        self.is_swim = False
        self.notes: list[str] = []
        self.made_of: list[Piece] = []
        self.of_all = False
        self.is_reps = False
        self.is_ramp = False
        self.is_within = False
        self.place = ""
        self.varied: Piece | None = None

    @property
    def amount(self) -> Length:
        """The first of its amounts.

        Raises:
            NotShorthand: it has none.
        """
        if not self.amounts:
            raise NotShorthand
        return self.amounts[0]

    @property
    def often(self) -> str:
        """How often it is done: ``6``, ``4-6``."""
        return f"{self.count}-{self.most}" if self.most else f"{self.count}"

    @property
    def often_sets(self) -> str:
        """How many sets there are of it: ``3``, ``2-3``."""
        return f"{self.sets}-{self.most_sets}" if self.most_sets else f"{self.sets}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said of it."""
        return not (self.count or self.amounts or self.inside or self.says_how or self.part)

    @property
    def says_how(self) -> bool:
        """Whether it says more than how much."""
        return bool(
            self.role
            or self.aims
            or self.clocked
            or self.zone
            or self.swum
            or self.rest
            or self.is_race
            or self.notes
        )

    @property
    def says_only_strokes(self) -> bool:
        """Whether it says no more of how it is done than the stroke."""
        is_more = self.role or self.aims or self.clocked or self.zone or self.rest or self.is_race or self.cue
        return not is_more

    def is_like(self, other: Piece) -> bool:
        """Tell whether it has a zone, or a number of the same quantity as a target, as *other* has."""
        mine, its = (
            {each.quantity for each in piece.aims if each.surety == EXACT} for piece in (self, other)
        )
        return bool(self.zone and other.zone) or not mine.isdisjoint(its)

    def is_made_of(self, parts: list[Piece]) -> bool:
        """Tell whether each repetition consists of *parts*: ``8x50 (25 fast/25 easy)``."""
        if not self.count or len(self.amounts) != 1 or len(parts) < 2:  # noqa: PLR2004 - one is its rest
            return False
        if parts[0].role in FEET:
            return False
        if any(len(each.amounts) != 1 or each.count or not each.says_how for each in parts):
            return False
        whole = self.amount
        amounts = [each.amount.like(whole) for each in parts]
        is_same = all(each.measure is whole.measure and not each.most for each in amounts)
        total = sum(each.value for each in amounts)
        return is_same and total > 0 and not whole.value % total

    def aim(self, quantity: str, surety: int, text: str) -> None:
        """Add a target; one in numbers says what a name before it means.

        Raises:
            NotShorthand: it has two that do not go together.
        """
        if surety == HABIT and self.aims:
            return
        kept = [each for each in self.aims if each.surety != HABIT]
        if surety == EXACT and quantity == "power":  # 'tempo' is no pace on a bike
            kept = [each for each in kept if (each.quantity, each.surety) != ("speed", NAME)]
        same = next((each for each in kept if each.quantity == quantity), None)
        if same is not None:
            if same.surety == surety and same.text != text:
                raise NotShorthand
            if same.surety >= surety:
                return
            kept.remove(same)
        if len(kept) > 1:
            raise NotShorthand
        self.aims = [*kept, Meant(quantity, surety, text)]

    def clock(self, clocked: Clocked) -> None:
        """Add a pace or a time.

        Raises:
            NotShorthand: it has one.
        """
        if self.clocked is not None:
            raise NotShorthand
        self.clocked = clocked
        self.aims = [each for each in self.aims if each.quantity != "speed" and each.surety != HABIT]

    def take_how(self, other: Piece) -> bool:
        """Take over what *other* says, if that is only how it is done: ``10 miles, easy``; tell whether so.

        Raises:
            NotShorthand: it says what does not go together.
        """
        is_how = bool(
            other.aims
            or other.clocked
            or other.zone
            or other.swum
            or other.notes
            or other.role in ("easy", "steady")
        )
        if other.amounts or other.count or other.inside or other.rest or other.part or not is_how:
            return False
        if not self.amounts or self.role in FEET or self.between or self.part or self.cue:
            return False
        if (
            other.role
            and other.role == self.role
            and not (other.aims or other.clocked or other.zone or other.swum)
        ):
            return True
        is_exact = not other.role and not other.zone and all(each.surety == EXACT for each in other.aims)
        if self.says_how and not is_exact:
            return False
        self.absorb(other)
        return True

    def absorb(self, other: Piece) -> None:
        """Take over how *other*, which says nothing of how much, is done: ``6x3min (hard)``."""
        for each in other.aims:
            self.aim(*each)
        if other.clocked:
            self.clock(other.clocked)
        if any(each.quantity == "hr" and each.surety == EXACT for each in other.aims):
            self.zone = 0
        for name in ("role", "zone", "is_race", "cue"):
            value = getattr(other, name)
            if value and getattr(self, name):
                raise NotShorthand
            setattr(self, name, value or getattr(self, name))
        self.swum += other.swum
        self.notes += other.notes
