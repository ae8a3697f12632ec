"""Content lines, of which calendars are made (RFC 5545 3.1)."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 74
"""Octets of a line, besides its end and the space that continues the line before."""


def fold_content_line(line: bytes) -> bytes:
    """Return a content line in UTF-8, without its end, folded between characters where it is long."""
    if len(line) <= _LONGEST:
        return line
    pieces, start = [], 0
    while len(line) - start > _LONGEST:
        end = start + _LONGEST
        while line[end] & 0xC0 == 0x80:  # noqa: PLR2004 - how UTF-8 marks all octets of a character but the first
            end -= 1
        # Some clients unescape a text before they unfold it.
        if line[end - 1] in b"\\^":
            end -= 1
        pieces.append(line[start:end])
        start = end
    return b"\r\n ".join((*pieces, line[start:]))
