"""Speech by the program espeak-ng, where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import lru_cache
from typing import Final

from workout_core import ExportError, VoiceContext
from workout_voices.options import LocalVoiceOptions

PROGRAM: Final = "espeak-ng"
WORDS_A_MINUTE: Final = 160
"""At speed 1: a little slower than its default, since who runs listens with half an ear."""
_VERSION: Final = re.compile(r"[0-9]+(?:\.[0-9]+)+")


@lru_cache(1)
def version() -> str:
    """Return which espeak-ng is installed.

    Raises:
        ExportError: none is.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise ExportError(f"{PROGRAM} is not installed (such as: apt install {PROGRAM})")
    found = _VERSION.search(_run(program, "--version").decode(errors="replace"))
    return f"{PROGRAM} {found[0] if found else '?'}"


def speak(text: str, context: VoiceContext[LocalVoiceOptions]) -> bytes:
    """Return *text* as a WAV file; espeak-ng itself writes none for a text without words."""
    program = shutil.which(PROGRAM) or PROGRAM
    words = str(round(WORDS_A_MINUTE * context.options.speed))
    spoken = ("-v", context.language, "-s", words)
    return _run(program, "--stdin", "--stdout", "-b", "1", "-z", *spoken, given=text)


def _run(*command: str, given: str = "") -> bytes:
    """Return what a program writes.

    Raises:
        ExportError: it fails.
    """
    done = subprocess.run(  # noqa: S603 - a list of arguments, and no shell
        command, input=given.encode(errors="replace"), capture_output=True, check=False
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"it ends with {done.returncode}"
        raise ExportError(f"{PROGRAM}: {said}")
    return done.stdout
