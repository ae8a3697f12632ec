"""Texts cut to a number of bytes, never within what the eye takes for one character."""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import Final

from workout_core.formats.simplify.ledger import Ledger
from workout_core.languages import gettext, quoted

_JOINER: Final = "\u200d"
_EXTENDERS: Final = (
    range(0x200C, 0x200E),  # joiner and non-joiner
    range(0x1F3FB, 0x1F400),  # skin tones
    range(0xE0020, 0xE0080),  # tags, which spell the flags of regions
    range(0x1160, 0x1200),  # Hangul vowels and finals
    range(0xD7B0, 0xD800),
)
_FLAG_LETTERS: Final = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def is_short(text: str, most: int | None) -> bool:
    """Tell whether *text* has at most *most* bytes of UTF-8, if there is a limit."""
    return most is None or len(text.encode()) <= most


def cut(text: str, most: int) -> str:
    """Return as much of *text* as fits *most* bytes of UTF-8, without half a character at the end.

    Characters are what people see, nearly those of UAX #29: a letter with its accents, an emoji with its
    joiners, a flag. Only a first one that is longer than *most* by itself is cut within.
    """
    if is_short(text, most):
        return text
    kept = fits = text.encode()[:most].decode(errors="ignore")
    while kept and _joins(kept, text[len(kept)]):
        kept = kept[:-1]
    return (kept or fits).rstrip()


def _joins(kept: str, following: str) -> bool:
    """Tell whether *following* belongs to the visible character at the end of *kept*."""
    if following in _FLAG_LETTERS:
        return (len(kept) - len(kept.rstrip(_FLAG_LETTERS))) % 2 == 1
    return (
        kept[-1] == _JOINER
        or unicodedata.category(following).startswith("M")
        or any(ord(following) in extenders for extenders in _EXTENDERS)
    )


def fitted(text: str, most: int | None, path: str, kind: Enum | str, ledger: Ledger) -> str:
    """Return *text* cut to *most* bytes, and write down that it was."""
    if most is None or is_short(text, most):
        return text
    kept = cut(text, most)
    ledger.lose(path, kind, gettext("cut to {most} bytes: {kept}", most=most, kept=quoted(kept)))
    return kept
