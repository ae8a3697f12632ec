"""Texts cut to a number of bytes, at a character boundary."""

from __future__ import annotations

import unicodedata
from enum import Enum

from workout_core.formats.simplify.ledger import Ledger

_JOINER = "\u200d"


def cut(text: str, most: int) -> str:
    """Return as much of *text* as fits *most* bytes of UTF-8, without half a character at the end."""
    data = text.encode()
    if len(data) <= most:
        return text
    kept = data[:most].decode(errors="ignore")
    while kept and _joins(text[len(kept)], kept[-1]):
        kept = kept[:-1]
    return kept.rstrip()


def _joins(following: str, last: str) -> bool:
    """Tell whether *following* belongs to the visible character that *last* is part of."""
    return (
        last == _JOINER
        or following == _JOINER
        or unicodedata.combining(following) > 0
        or following == "\ufe0f"
    )


def fitted(text: str, most: int | None, path: str, kind: Enum | str, ledger: Ledger) -> str:
    """Return *text* cut to *most* bytes, and write down that it was."""
    if most is None or len(text.encode()) <= most:
        return text
    kept = cut(text, most)
    ledger.lose(path, kind, f"cut to {most} bytes: {kept!r}")
    return kept
