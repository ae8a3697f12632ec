"""The records of a script: lines at their times, chapters, and what had to be left out."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from workout_core.languages import Language, gettext, in_language
from workout_core.model.value_object import ValueObject
from workout_core.patterns import lazy_pattern
from workout_core.units.times import write_clock

SENTENCE_END: Final = lazy_pattern(r"(?<=[.!?])\s+")
"""What is between two sentences."""


class Talk(Enum):
    """How much a voice says."""

    FEW = "few"
    USUAL = "usual"
    MANY = "many"

    @property
    def says(self) -> str:
        """What is said, in words."""
        return _SAID[self]


_SAID: Final = MappingProxyType(
    {
        Talk.FEW: "when each step begins, and the cues",
        Talk.USUAL: "also what comes next, half ways, and what is done and left",
        Talk.MANY: "also times that have passed, what to hold, and everything whole in each pass",
    }
)


class SpokenKind(Enum):
    """What a line is for."""

    OPENING = "opening"
    STEP = "step"
    CUE = "cue"
    COUNTDOWN = "countdown"
    HALFWAY = "halfway"
    MARK = "mark"
    PREVIEW = "preview"
    ENDING = "ending"


@frozen(kw_only=True, eq=False, repr=False)
class SpokenLine(ValueObject):
    """Something that is said.

    Attributes:
        at: when it begins, in seconds from the start.
        lasts: how long it takes to say, in seconds.
        text: in words, as they are spoken: no digits, units or signs.
        kind: what it is for.
        path: the place in the workout, ``steps[1].steps[0]``; empty for the workout as a whole.
    """

    at: float
    lasts: float
    text: str
    kind: SpokenKind
    path: str = ""

    @property
    def clock(self) -> str:
        """When it begins, as a clock shows it: ``4:30``."""
        return write_clock(self.at)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, each in one line."""
        return tuple(SENTENCE_END.split(" ".join(self.text.split())))


@frozen(kw_only=True, eq=False, repr=False)
class Chapter(ValueObject):
    """A part of the workout that a player can skip to.

    Attributes:
        at: when it begins, in seconds from the start.
        title: as it is written: ``2 of 6: 800 m at 3:50–4:00/km``.
        path: the place in the workout.
    """

    at: float
    title: str
    path: str


@frozen(kw_only=True, eq=False, repr=False)
class LeftOut(ValueObject):
    """A line that had no room.

    Attributes:
        at: when it would have been said, in seconds from the start.
        path: the place in the workout.
        text: what would have been said.
        what: what became of it, in words.
    """

    at: float
    path: str
    text: str
    what: str


@frozen(kw_only=True, eq=False, repr=False)
class Script(ValueObject):
    """What is said during a workout.

    Attributes:
        title: of the workout.
        lines: in the order in which they are said; none begins before the one before it has ended.
        beeps: when a short tone counts down to a change, in seconds from the start.
        chapters: one for each step that is done, in order.
        seconds: how long the workout takes; the last line may begin then, and end after it.
        is_exact: whether every step ends by time, so that the voice stays in step with the runner.
        left_out: what had no room.
        language: in which it is said.
    """

    title: str
    lines: tuple[SpokenLine, ...]
    beeps: tuple[float, ...]
    chapters: tuple[Chapter, ...]
    seconds: float
    is_exact: bool
    left_out: tuple[LeftOut, ...]
    language: Language = field(default=Language.ENGLISH, repr=False)

    @property
    def note(self) -> str:
        """What its times are, where they are not exact; else empty."""
        if self.is_exact:
            return ""
        with in_language(self.language):
            return gettext("Times are estimated: some steps do not end by time.")
