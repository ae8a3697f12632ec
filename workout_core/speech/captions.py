"""A script as captions, which players show beside a track: WebVTT (W3C)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from math import inf
from textwrap import wrap
from typing import Final

from workout_core.speech.script import Script, SpokenLine

MOST_LETTERS: Final = 160
"""Of a caption: four lines on a telephone."""
LEAST: Final = 1000
"""For how many milliseconds a caption is shown, if the next one is not due: long enough to look at it."""


def write_captions(script: Script) -> str:
    """Return *script* as WebVTT, with each line at its time; a long line becomes several captions."""
    note = [" ".join(each.split()).replace("-->", "→") for each in (script.title, script.note) if each]
    shown = [f"{_clock(start)} --> {_clock(end)}\n{escape(text)}" for start, end, text in _captions(script)]
    return "\n\n".join(("WEBVTT", "\n".join(("NOTE", *note)), *shown)) + "\n"


def _captions(script: Script) -> Iterator[tuple[int, int, str]]:
    """Yield when each caption begins and ends, in milliseconds, and its text."""
    starts = [round(line.at * 1000) for line in script.lines]
    for line, (start, following) in zip(script.lines, pairwise((*starts, inf)), strict=True):
        pieces = _pieces(line)
        milliseconds, letters = line.lasts * 1000 / sum(map(len, pieces)), 0
        begin = int(start)
        for piece in pieces:
            letters += len(piece)
            end = max(start + letters * milliseconds, begin + LEAST)
            yield begin, round(min(end, following)), piece
            begin = round(min(end, following))


def _pieces(line: SpokenLine) -> list[str]:
    """Return a line in pieces that can be shown at once, of whole sentences where they are short enough."""
    text = " ".join(line.sentences)
    if len(text) <= MOST_LETTERS:
        return [text]
    pieces: list[str] = []
    for sentence in line.sentences:
        for part in wrap(sentence, MOST_LETTERS, break_on_hyphens=False):
            if pieces and len(pieces[-1]) + 1 + len(part) <= MOST_LETTERS:
                pieces[-1] += f" {part}"
            else:
                pieces.append(part)
    return pieces


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
