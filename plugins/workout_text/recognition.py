"""Whether a text without a telling name is steps in the notation."""

from __future__ import annotations

import re
from typing import Final
from warnings import catch_warnings, simplefilter

from workout_core import DocumentError, WorkoutWarning, parse_steps
from workout_text.reader import head_of

_MARKUP: Final = re.compile(r"^\s*(?:```|[-*+] \[[ xX]\] |[<{])", re.MULTILINE)
_MOST_LINES: Final = 100


def looks_like_notation(data: bytes) -> bool:
    """Tell whether more than half of the lines below the title are steps; the last one may be cut."""
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    whole, _, last = text.rpartition("\n")
    if _MARKUP.search(text):
        return False
    with catch_warnings():
        simplefilter("ignore", WorkoutWarning)  # what reads the text will tell it
        return _is_mostly_steps(whole or last)


def _is_mostly_steps(text: str) -> bool:
    try:
        steps = head_of(text).rest
    except DocumentError:
        return False
    told = (line.strip() for line in steps.split("\n"))
    lines = [line for line in told if line and not line.startswith("#")][:_MOST_LINES]
    if not lines:  # all that there is to see may be the description
        return bool(text.strip())
    return sum(map(_is_step, lines)) > len(lines) / 2


def _is_step(line: str) -> bool:
    """Tell whether *line* is a step, or the head of a repeat, whose steps stand below it."""
    for text in (line, f"{line} (1min)", f"{line} (Squat 5 reps)"):
        try:
            parse_steps(text)
        except DocumentError:
            continue
        return True
    return False
