"""Lines that fit the terminal, measured in cells: a Chinese character or an emoji takes two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_NARROW: Final = re.compile("[\x00-\u02ff\u2010-\u2027]*")
"""Latin letters, and the dashes, dots and quotes of English, take a cell each: no need for a table."""
_MOST: Final = 4
"""Characters of a cell, such as letters with their accents; more do not fit into a line."""


def wrapped(text: str, width: int, indent: int = 0, hanging: int = 2) -> Iterator[str]:
    """Yield *text* as lines of at most *width* cells, without spaces at their ends.

    Args:
        text: one line; its words are kept whole where they fit.
        width: in cells.
        indent: spaces before the first line, half the width at most.
        hanging: how many more stand before the others.
    """
    start = min(indent, width // 2)
    line, inner = " " * start, " " * min(start + hanging, width * 2 // 3)
    empty = True
    for word in text.split():
        piece = word if empty else f" {word}"
        if not empty and not _fits(line + piece, width) and _fits(inner + word, width):
            yield line
            line, piece = inner, word
        at, most = 0, _MOST * width + 1  # characters that a line may have, and one more
        while not _fits(line + piece[at : at + most], width):
            head = _beginning(line, piece[at : at + most], width)
            yield (line + head).rstrip()
            line, at = inner, at + len(head)
        line, empty = line + piece[at:], False
    if not empty:
        yield line


def _fits(text: str, width: int) -> bool:
    return len(text) <= _MOST * width and cells(text) <= width


def _beginning(line: str, piece: str, width: int) -> str:
    """Return as many characters of *piece* as fit behind *line*, and at least one."""
    count = max(1, width - len(line))
    if not _NARROW.fullmatch(line + piece[:count]):
        count = 1
    while count < len(piece) and _fits(line + piece[: count + 1], width):
        count += 1
    return piece[:count]


def cells(text: str) -> int:
    """Return how many cells *text* takes; control characters are counted as if they took one."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    width = wcswidth(text)
    return len(text) if width < 0 else width


def shortened(text: str, width: int) -> str:
    """Return *text*, or its beginning with an ellipsis if it takes more than *width* cells."""
    if _fits(text, width):
        return text
    kept = _beginning("", text, width - 1)
    return f"{kept.rstrip()}…"
