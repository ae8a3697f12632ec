"""A script as LRC, which players of music show line by line."""

from __future__ import annotations

import re
from typing import Final

from workout_core import Script

_BRACKETS: Final = str.maketrans("[]", "()")
"""In brackets, LRC has its times and its tags."""
_TIME_OF_A_WORD: Final = re.compile(r"<([0-9:.]+)>")


def lyrics(script: Script) -> str:
    """Return *script* as LRC: its title, how long it takes, and each line behind its time."""
    tags = [("ti", script.title), ("length", _clock(script.seconds)), ("re", "workout-core")]
    tags += [("note", script.note)] if script.note else []
    head = [f"[{name}:{_plain(value)}]" for name, value in tags]
    lines = [f"[{_clock(line.at)}]{_plain(' '.join(line.sentences))}" for line in script.lines]
    return "\n".join((*head, *lines)) + "\n"


def _plain(text: str) -> str:
    """Return *text* with nothing in it that is a time or a tag."""
    return _TIME_OF_A_WORD.sub(r"(\1)", text.translate(_BRACKETS))


def _clock(seconds: float) -> str:
    """Return minutes, seconds and hundredths: LRC has no hours."""
    minutes, hundredths = divmod(round(seconds * 100), 6000)
    return f"{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"
