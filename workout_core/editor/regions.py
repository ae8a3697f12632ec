"""Which parts of a document's text are in the notation, told line by line: it may be broken still."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from workout_core.patterns import lazy_pattern
from workout_core.units import weekday_of

LONGEST_LINE: Final = 2_000
KEY: Final = lazy_pattern(
    r"(?P<lead>[ \t]*(?:- +)*)(?P<quote>[\"']?)(?P<key>[^\s\"'#:{}\[\],-][^\"'#:{}\[\]]{0,60}?)(?P=quote)"
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
NAMED: Final = "workouts"
_OTHERS: Final = frozenset({"workout", "sport", "recipe", "description", "tags", "links", "id", "units"})
"""Keys of a named workout that are no steps."""
_FILE: Final = lazy_pattern(r"\.(?:ya?ml|json|fit|zwo|txt)[\"']?\s*(?:#.*)?$")


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
    scanner = _LinesOfDocument()
    return map(scanner.line, lines)


class _LinesOfDocument:
    """Reads line by line, and knows in which block it is.

    Attributes:
        depth: of the key whose block of steps is open, if there is one.
        is_list: whether that is a list.
        named: the depth of the key under which workouts are named.
    """

    def __init__(self) -> None:
        self.depth: int | None = None
        self.is_list = False
        self.named: int | None = None

    def line(self, line: str) -> DocumentLine:
        """Return what is in the next line."""
        indent = len(line) - len(line.lstrip(" \t"))
        if line.strip():
            self._leave(line, indent)
        if self.depth is not None and (not self.is_list or (_ITEM.match(line) and not KEY.match(line))):
            item = _ITEM.match(line) if self.is_list else None
            return DocumentLine(line, "", 0, 0, _value(line, item.end()) if item else Region(0, len(line)))
        found = KEY.match(line[:LONGEST_LINE])
        if not found:
            return DocumentLine(line, "", 0, 0, None)
        return self._of_key(line, found, indent)

    def _leave(self, line: str, indent: int) -> None:
        """Close the blocks that *line* is not in."""
        is_item = self.is_list and line[indent] == "-"
        if self.depth is not None and indent <= self.depth and not (is_item and indent == self.depth):
            self.depth = None
        if self.named is not None and indent <= self.named:
            self.named = None

    def _of_key(self, line: str, found: re.Match[str], indent: int) -> DocumentLine:
        key, value_at = found["key"], _after_space(line, found.end())
        is_empty = value_at == len(line)
        is_steps = key == STEPS or self.named is not None
        opens = (key == STEPS and is_empty) or (is_steps and _BLOCK.match(line, value_at) is not None)
        if opens:
            self.depth, self.is_list = indent, is_empty
        elif key == NAMED and is_empty and self.named is None:
            self.named = indent
        has_steps = (is_steps or weekday_of(key) is not None) and not opens and key not in _OTHERS
        is_plain = line[value_at : value_at + 1] not in ("[", "{", "") and not _FILE.search(line)
        notation = _value(line, value_at) if has_steps and is_plain else None
        return DocumentLine(line, key, found.start("key"), value_at, notation)


def _after_space(line: str, at: int) -> int:
    return len(line) - len(line[at:].lstrip(" \t"))


def _value(line: str, at: int) -> Region:
    """Return where a value is between its quotes, or before its comment."""
    if found := _QUOTED.match(line, at):
        return Region(at + 1, found.end("double" if found["double"] is not None else "single"))
    comment = line.find(" #", at)
    return Region(at, len(line) if comment < 0 else comment)
