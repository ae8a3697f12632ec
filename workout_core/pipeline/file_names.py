"""Names for files that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workout_core.formats.simplify.text import cut
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST_NAME: Final = 120
"""Bytes of UTF-8; file systems take 255, and a date and a suffix are added."""
_EMOJI_SELECTORS: Final = "\ufe0e\ufe0f"


@lru_cache(1024)  # the same names recur, for each format of a plan
def slug(name: str) -> str:
    """Return *name* as a file name every system takes: ``6 × 800 m`` becomes ``6-x-800-m``."""
    text = unicodedata.normalize("NFKC", name.replace("\N{MULTIPLICATION SIGN}", "x")).casefold()
    words = re.sub("-+", "-", "".join(_letters_or_hyphens(text))).strip("-")
    short = cut(words, _LONGEST_NAME).strip("-")
    return f"{short}-" if _RESERVED.fullmatch(short) else short or "workout"


def _letters_or_hyphens(text: str) -> Iterator[str]:
    """Yield letters, digits and the vowel signs and accents on them; a hyphen for anything else."""
    on_letter = False
    for character in text:
        on_letter = character.isalnum() or (on_letter and _is_mark(character))
        yield character if on_letter else "-"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc") and character not in _EMOJI_SELECTORS


def session_names(plan: Plan) -> dict[str, str]:
    """Return how the files of each session that has some are called, without a suffix, by its key."""
    names = UnusedNames()
    return {
        session.key: names.like(f"{session.day.isoformat()}-{slug(session.name)}")
        for session in plan.sessions
        if isinstance(session.activity, Workout) and not session.skipped
    }


class UnusedNames:
    """Names of the files of a set, each given once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # the last that was given behind a name

    def like(self, stem: str) -> str:
        """Return *stem*, or with a number behind it where it was given already."""
        candidate = stem
        while candidate in self._numbers:
            self._numbers[stem] += 1
            candidate = f"{stem}-{self._numbers[stem]}"
        self._numbers[candidate] = 1
        return candidate
