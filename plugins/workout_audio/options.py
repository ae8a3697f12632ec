"""What people may choose about what is said."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from workout_core import InvalidWorkout, Talk, parameter

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
"""A tag of a language, as it is formed (BCP 47, 2.1)."""


@frozen(kw_only=True)
class SpeechOptions:
    """What ``-O`` sets for the lines of a voice."""

    talk: Talk | None = parameter(says="how much is said; what suits the workout when left out", default=None)


@frozen(kw_only=True)
class VoiceOptions(SpeechOptions):
    """What ``-O`` sets for SSML."""

    language: str | None = parameter(
        says="the language of the voice, such as en-GB; that of the words when left out", default=None
    )

    def __attrs_post_init__(self) -> None:
        if self.language is not None and not _LANGUAGE.fullmatch(self.language):
            raise InvalidWorkout(f"language: {self.language!r} is not a language (like 'en' or 'en-GB')")
