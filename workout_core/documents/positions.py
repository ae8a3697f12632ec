"""Where the letters of a scalar stand in its file, past quotes, escapes and folded lines.

Between the text of a scalar and its lines in the file only white space comes and goes. So a letter is
found by counting the letters before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from types import MappingProxyType
from typing import Final

from workout_core.documents.tree import ScalarNode
from workout_core.patterns import lazy_pattern

_PLAIN: Final = lazy_pattern(r"\S")
_ESCAPED: Final = lazy_pattern(
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4})"
    r"|\\(?:x(?P<two>.{2})|u(?P<four>.{4})|U(?P<eight>.{8})|(?P<space>[\stnvfrNLP_]|$)|.)"
    r"|[^\s\"\\]"
)
_LETTERS: Final = MappingProxyType({"'": lazy_pattern(r"''|[^\s']"), '"': _ESCAPED})
_CODES: Final = ("two", "four", "eight")
_ANCHOR: Final = lazy_pattern(r"(?:[&!]\S*(?:\s+|$))*")


def spots(node: ScalarNode, offsets: list[int], lines: list[str]) -> list[tuple[int, int]]:
    """Return the line and the column in the file of every offset of the text of *node*."""
    if not offsets:
        return []
    before = _letters_before(node.text, {*offsets, len(node.text)})
    ranks = [before[offset] for offset in offsets]
    last = before[len(node.text)] - 1
    wanted, end = {*ranks, last}, min(last, max(ranks))
    found: dict[int, tuple[int, int]] = {}
    for rank, spot in enumerate(_letters(node, lines)):
        if rank in wanted:
            found[rank] = spot
        if rank >= end:
            break
    line, column = found.get(last, (node.line, node.column - 1))
    return [found.get(rank, (line, column + 1)) for rank in ranks]


def _letters_before(text: str, offsets: Collection[int]) -> dict[int, int]:
    """Return how many letters of *text* stand before each offset, in one pass over it."""
    before: dict[int, int] = {}
    at = letters = 0
    for offset in sorted(offsets):
        letters += len("".join(text[at:offset].split()))
        before[offset], at = letters, offset
    return before


def _letters(node: ScalarNode, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the line and the column of every letter from the beginning of *node* on."""
    pattern = _LETTERS.get(node.style, _PLAIN)
    line, start = _beginning(node, lines)
    while line <= len(lines):
        for found in pattern.finditer(lines[line - 1], start):
            if not _is_space(found):
                yield line, found.start() + 1
        line, start = line + 1, 0


def _beginning(node: ScalarNode, lines: list[str]) -> tuple[int, int]:
    """Return the line, and how many of its characters to pass over, where the text itself begins."""
    line, start = node.line, node.column - 1
    while line <= len(lines):
        found = _ANCHOR.match(lines[line - 1], start)
        start = found.end() if found else start
        if lines[line - 1][start:].strip():
            break
        line, start = line + 1, 0
    return (line + 1, 0) if node.style in ("|", ">") else (line, start + len(node.style))


def _is_space(found: re.Match[str]) -> bool:
    """Whether an escape stands for white space."""
    if found.lastgroup in _CODES:
        return chr(int(found[found.lastgroup], 16)).isspace()
    return found.lastgroup == "space"
