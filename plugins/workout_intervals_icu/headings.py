"""The lines above steps: ``Warmup``, ``Main set 6x``."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from workout_core import Intensity
from workout_intervals_icu.words import REPEAT, as_words

MAIN: Final = "Main set"
_MARKS: Final = " \t#*_:()[]-–—>"
_WARMUP: Final = re.compile(r"warm\W?up(?!\w)", re.IGNORECASE)
_COOLDOWN: Final = re.compile(r"(?:cool|warm)\W?down(?!\w)", re.IGNORECASE)
_AT_END: Final = re.compile(rf"(?:.*\W)?{REPEAT.pattern}\W*", re.IGNORECASE)
_PLAIN: Final = re.compile(
    r"(?:warm\W?up|(?:cool|warm)\W?down|(?:the\s)?main(?:\W(?:set|part|block|workout))?s?|set|workout|steps"
    r"|intervals?|repeats?)?",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Heading:
    """What a line above steps says of them.

    Attributes:
        times: how often they are done; None where it does not say so.
        intensity: the part they play, if it names one.
        words: what else it says, which the builder shows with each step that has no words.
    """

    times: int | None = None
    intensity: Intensity | None = None
    words: str = ""


def read_heading(line: str) -> Heading:
    """Return what *line* says."""
    repeat = REPEAT.search(line)
    text = (REPEAT.sub(" ", line, count=1) if repeat else line).strip(_MARKS)
    text += ")" if text.count("(") > text.count(")") else ""
    warms, cools = _WARMUP.search(text), _COOLDOWN.search(text)
    return Heading(
        times=int(repeat[1]) if repeat else None,
        intensity=Intensity.WARMUP if warms else Intensity.COOLDOWN if cools else None,
        words="" if _PLAIN.fullmatch(text) else as_words(text),
    )


def is_repeat(line: str) -> bool:
    """Tell whether *line* only says how often the steps below it are done."""
    return REPEAT.fullmatch(line.strip(_MARKS)) is not None


def is_heading(line: str) -> bool:
    """Tell whether *line* can only stand above steps, also where a blank line is between."""
    text = line.strip(_MARKS)
    return bool(_AT_END.fullmatch(line) or (text and _PLAIN.fullmatch(text)))
