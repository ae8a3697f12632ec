"""Speech by hibari-tts, whose default voice is inside its wheel: nothing is fetched."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from io import BytesIO
from typing import Any, Final

from workout_core import ExportError, VoiceContext, gettext, quoted
from workout_voices.options import LocalVoiceOptions

DISTRIBUTION: Final = "hibari-tts"
SEED: Final = 0
"""Of the noise in consonants: with one, the same text gives the same samples."""


def version() -> str:
    """Return which hibari is installed.

    Raises:
        ExportError: none is.
    """
    try:
        return f"{DISTRIBUTION} {installed_version(DISTRIBUTION)}"
    except PackageNotFoundError as error:
        message = f"hibari needs {DISTRIBUTION} (install it: pip install 'workout-core[voice]')"
        raise ExportError(message) from error


def speak(text: str, context: VoiceContext[LocalVoiceOptions]) -> bytes:
    """Return *text* as a WAV file; what is not in Latin letters is left out, and told."""
    from hibari import write_wav

    if strange := [word for word in text.split() if _is_strange(word)]:
        what = gettext("hibari has no sounds for {words}", words=quoted(" ".join(strange)))
        context.lose("", "voice", what)
    stream = BytesIO()
    write_wav(stream, _engine()(text, speed=context.options.speed, seed=SEED))
    return stream.getvalue()


@lru_cache(1)
def _engine() -> Any:
    from hibari import Hibari

    return Hibari(threads=1)  # more threads could add in another order, and give other samples


def _is_strange(word: str) -> bool:
    return any(each.isalpha() and not unicodedata.name(each, "").startswith("LATIN") for each in word)
