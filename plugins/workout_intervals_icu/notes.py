"""Lines that are neither steps nor what stands above steps: names and descriptions."""

from __future__ import annotations

import re
from typing import Final

from workout_intervals_icu.headings import is_heading
from workout_intervals_icu.settings import SETTING
from workout_intervals_icu.words import REPEAT, times

_BULLET: Final = re.compile(r"^(?:[-–—−•]\s*)+")


def as_note(line: str) -> str:
    """Return *line* so that it is neither a step, a setting nor a heading; what is so once stays as it is."""
    text = _BULLET.sub("* ", line.strip())
    if SETTING.fullmatch(text):
        return text.replace(":", " –", 1)
    return f"{REPEAT.sub(times, text)}." if is_heading(text) else text
