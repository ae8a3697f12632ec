"""The record a plugin gives for each voice that reads texts aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from attrs import field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.formats.context import VoiceContext
from workout_core.formats.exporter import check_function, check_name, check_options, check_title
from workout_core.model.value_object import ValueObject
from workout_core.patterns import lazy_pattern

BEST: Final = 5
"""The quality of a voice that is taken for a person."""
_LANGUAGE: Final = lazy_pattern(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@frozen(kw_only=True, eq=False, repr=False)
class Voice(ValueObject):
    """A voice that reads texts aloud; without a choice of the user the best one is taken.

    Attributes:
        name: what people type.
        title: what people read.
        language: that it speaks, as BCP 47 spells it: ``en-US``.
        quality: from 1, robotic, over 3, clear, to 5, like a person.
        version: tells what of it is installed, ``hibari-tts 0.2.1``: the same version says the same text in
            the same way. Raises ExportError, with what to install, where the voice cannot be used.
        speak: from a text to the bytes of a WAV file with one channel; no bytes, or no samples, for a text
            that it has no sounds for.
        more_languages: others that it speaks too, in the same way.
        options: an attrs class, filled from ``--voice 'name option=value'``.
    """

    name: str = field(validator=check_name)
    title: str
    language: str
    quality: int
    version: Callable[[], str]
    speak: Callable[[str, VoiceContext[Any]], bytes]
    more_languages: tuple[str, ...] = ()
    options: type | None = None

    def __attrs_post_init__(self) -> None:
        check_title(self.name, self.title)
        for language in (self.language, *self.more_languages):
            if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
                raise InvalidWorkout(f"{self.name}: {language!r} is not a language (like 'en-US')")
        if not isinstance(self.quality, int) or not 1 <= self.quality <= BEST:
            raise InvalidWorkout(f"{self.name}: the quality must be 1 to {BEST}: {self.quality!r}")
        check_function(self.name, "version", self.version)
        check_function(self.name, "speak", self.speak, "text", "context")
        check_options(self.name, self.options)

    def speaks(self, language: str) -> bool:
        """Tell whether it speaks *language*, ``en``, as it is spoken anywhere."""
        spoken = (self.language, *self.more_languages)
        return any(each.partition("-")[0] == language.partition("-")[0] for each in spoken)
