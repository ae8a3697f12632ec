"""How wide a text is in a picture, so that it is shortened or left out where there is no room for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

NARROW: Final = frozenset("'ijlIJ ,./:;\\|-f")
BROAD: Final = frozenset("ABCDGHKNOQRUVXZ&")
BROADEST: Final = frozenset("mwMW@%#+<=>^~")
_BOLD: Final = 1.16
_DOTS: Final = "\N{HORIZONTAL ELLIPSIS}"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return at most how wide *text* is in letters of *size*, in its unit.

    Letters are as wide as those of DejaVu Sans, which is wider than what systems usually have.
    """
    return size * sum(map(_letter_width, text)) * (_BOLD if bold else 1.0)


@lru_cache(1024)
def _letter_width(letter: str) -> float:
    """Return how wide *letter* is, as a share of the size."""
    if letter in NARROW:
        return 0.38
    if letter in BROAD:
        return 0.8
    if letter in BROADEST:
        return 1.0
    if letter.isascii():
        return 0.64
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    base = unicodedata.normalize("NFD", letter)[0]
    return _letter_width(base) if base.isascii() else 1.1


def first_that_fits(options: Iterable[str], room: float, size: float) -> str:
    """Return the first of *options* that is not wider than *room*; nothing if none is."""
    return next((each for each in options if text_width(each, size) <= room), "")


def shortened(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return *text*, or as much of its start as fits into *room*, with dots; nothing if that is no letter."""
    if text_width(text, size, bold=bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip() + _DOTS
        if text_width(cut, size, bold=bold) <= room:
            return cut
    return ""
