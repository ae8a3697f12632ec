"""Offsets in a text of several lines as lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right


class Places:
    """Offsets in a text as lines and columns, both from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of *offset*."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of line *number*."""
        following = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : following].rstrip("\r\n")
