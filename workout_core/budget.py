"""How much work one input may ask for: counted before it is done, and refused in one way."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from types import MappingProxyType
from typing import BinaryIO, Final

from workout_core.errors import TooMuchWork, closest, listed, suggestion
from workout_core.languages import gettext, gettext_noop

MEGABYTE: Final = 1_000_000
LARGEST_DOCUMENT: Final = 16 * MEGABYTE
_TOO_LARGE: Final = MappingProxyType(
    {
        "document": gettext_noop("larger than {most} MB, which no document is"),
        "activity": gettext_noop("larger than {most} MB, which no activity is"),
    }
)


class Work(Enum):
    """A kind of work: how much of it there may be, and what is told of more, with what to do instead.

    The numbers are far above what people write, and meant to be so small that an input of 100 kB takes about
    two seconds at most, and one of 16 MB about twenty. ``docs/documents.md`` lists them.
    """

    __hash__ = object.__hash__  # fast, as that of Quantity

    NODES = (1_000_000, gettext_noop("more than {most} values (divide the document)"))
    TEXT = (100_000, gettext_noop("more than {most} letters (shorten it)"))
    LETTERS = (1_000_000, gettext_noop("more than {most} letters of steps in all (divide the document)"))
    PARTS = (100_000, gettext_noop("more than {most} steps or parts of steps in all (divide the document)"))
    STEPS = (15_000, gettext_noop("more than {most} steps and repeats in the notation (divide the document)"))
    GENERATED = (10_000, gettext_noop("more than {most} steps in all (write longer ones)"))
    WEEKS = (1_000, gettext_noop("more than {most} weeks"))
    NAMED = (2_000, gettext_noop("more than {most} workouts with a name (divide the plan)"))
    ENTRIES = (
        10_000,
        gettext_noop("more than {most} sessions written one by one (repeat weeks or divide the plan)"),
    )
    # ten years of twelve a week, and some
    SESSIONS = (
        7_000,
        gettext_noop("more than {most} sessions (divide the plan)"),
    )
    SESSION_STEPS = (60_000, gettext_noop("more than {most} steps in all sessions (divide the plan)"))
    FILES = (
        1_500,
        gettext_noop(
            "more than {most} workouts to write one by one (divide the plan, or write a calendar of it)"
        ),
    )
    ATHLETES = (2_000, gettext_noop("more than {most} athletes (divide the squad)"))
    CHANGES = (1_000_000, gettext_noop("more than {most} sessions put off in all (change the weeks instead)"))
    WRITTEN_OUT = (100_000, gettext_noop("more than {most} steps, because the format has no such repeats"))
    SPOKEN = (
        20_000,
        gettext_noop("more than {most} steps to announce, with all passes (shorten the workout)"),
    )
    COMPARISONS = (100_000, gettext_noop("more than {most} names compared"))

    def __init__(self, most: int, told: str) -> None:
        self.most = most
        self._told = told

    @property
    def refusal(self) -> str:
        """What is told of an input that asks for more."""
        return gettext(self._told, most=self.most)


class Budget:
    """What one input has spent; each document, each plan and each workout to be simplified has its own."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(Work, 0)

    def spend(self, work: Work, amount: int = 1) -> None:
        """Count *amount* of *work* that is about to be done.

        Raises:
            TooMuchWork: it would be more than there may be.
        """
        self.spent[work] += amount
        if self.spent[work] > work.most:
            raise TooMuchWork(work.refusal)

    def closest(self, word: str, choices: Collection[str]) -> str:
        """Return the one of *choices* that *word* is probably a slip of, in lower case.

        Nothing if there is none, or when too many were compared already.
        """
        try:
            self.spend(Work.COMPARISONS, len(choices))
        except TooMuchWork:
            return ""
        return closest(word, (choice.casefold() for choice in choices))

    def suggestion(self, word: str, choices: Collection[str]) -> str:
        """Say what *word* may have been meant to be; when too many were compared already, what there is."""
        try:
            self.spend(Work.COMPARISONS, len(choices))
        except TooMuchWork:
            return listed(choices)
        return suggestion(word, choices)


def read_at_most(stream: BinaryIO, most: int = LARGEST_DOCUMENT, what: str = "document") -> bytes:
    """Read all of *stream*, which may be a device or a pipe that never ends: at most one byte too many.

    Raises:
        TooMuchWork: it holds more than *most* bytes, which no *what* does.
    """
    data = stream.read(most + 1)
    refuse_larger(data, most, what)
    return data


def refuse_larger(data: bytes, most: int = LARGEST_DOCUMENT, what: str = "document") -> None:
    """Raise when there are more bytes than any *what* has.

    Raises:
        TooMuchWork: there are more than *most*.
    """
    if len(data) > most:
        raise TooMuchWork(gettext(_TOO_LARGE[what], most=most // MEGABYTE))
