"""Which parts of a document's text are in the notation, told line by line: it may be broken still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from workout_core.patterns import lazy_pattern
from workout_core.units import weekday_of

LONGEST_LINE: Final = 2_000
KEY: Final = lazy_pattern(
    r"(?P<lead>[ \t]*(?:- +)*)(?P<quote>[\"']?)(?P<key>[^\s\"'#:{}\[\],-][^\"'#:{}\[\],]{0,60}?)(?P=quote)"
    r"[ \t]*:(?=\s|$)"
)
"""A key at the beginning of a line."""
IN_FLOW: Final = lazy_pattern(
    r"[{,][ \t]*(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w ]{0,60}?)(?P=quote)[ \t]*:(?=\s|$)"
)
"""A key inside braces."""
_BLOCK: Final = lazy_pattern(r"[|>][+-]?[0-9]?[ \t]*(?:#.*)?$")
_ITEM: Final = lazy_pattern(r"[ \t]*- +")
_QUOTED: Final = lazy_pattern(r"\"(?P<double>(?:[^\"\\]|\\.)*)\"?|'(?P<single>(?:[^']|'')*)'?")
STEPS: Final = "steps"


class Region(NamedTuple):
    """Where in a line notation stands: between two columns from 0."""

    start: int
    end: int


class DocumentLine(NamedTuple):
    """A line of a document.

    Attributes:
        text: of the line.
        key: that the line begins with; empty if it has none.
        key_at: where the key begins.
        value_at: where its value begins.
        notation: where steps stand in it, if they do.
    """

    text: str
    key: str
    key_at: int
    value_at: int
    notation: Region | None


def document_lines(lines: Sequence[str]) -> Iterator[DocumentLine]:
    """Yield what is in each of *lines*."""
    depth: int | None = None  # of the key whose block is open
    is_list = False
    for line in lines:
        indent = len(line) - len(line.lstrip(" \t"))
        if depth is not None and line.strip() and indent <= depth and not (is_list and line[indent] == "-"):
            depth = None
        if depth is not None and (not is_list or (_ITEM.match(line) and not KEY.match(line))):
            item = _ITEM.match(line) if is_list else None
            yield DocumentLine(line, "", 0, 0, _value(line, item.end()) if item else Region(0, len(line)))
            continue
        found = KEY.match(line[:LONGEST_LINE])
        if not found:
            yield DocumentLine(line, "", 0, 0, None)
            continue
        key, value_at = found["key"], _after_space(line, found.end())
        is_steps = key == STEPS
        opens = is_steps and (value_at == len(line) or _BLOCK.match(line, value_at) is not None)
        if opens:
            depth, is_list = indent, value_at == len(line)
        is_notation = (is_steps or weekday_of(key) is not None) and not opens
        notation = (
            _value(line, value_at) if is_notation and line[value_at : value_at + 1] not in "[{" else None
        )
        yield DocumentLine(line, key, found.start("key"), value_at, notation)


def _after_space(line: str, at: int) -> int:
    return len(line) - len(line[at:].lstrip(" \t"))


def _value(line: str, at: int) -> Region:
    """Return where a value is between its quotes, or before its comment."""
    if found := _QUOTED.match(line, at):
        return Region(at + 1, found.end("double" if found["double"] is not None else "single"))
    comment = line.find(" #", at)
    return Region(at, len(line) if comment < 0 else comment)
