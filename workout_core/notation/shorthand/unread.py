"""Which part of a line is not understood, where the others are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from workout_core.languages import gettext
from workout_core.notation.suggestions import Wrong
from workout_core.patterns import lazy_pattern

_HALVES: Final = lazy_pattern(r"(?i:am|morning)\b.*[\s,;/](?P<second>(?i:pm|evening|afternoon))\b")
_BETWEEN: Final = lazy_pattern(r"[()]|\s*[,;>\u2022]\s+|\s+(?:\+|then|followed by)\s+|\.\s+(?=[A-Z0-9])")
_BEFORE: Final = ("", "6x800m @ 10km pace, ", "3 sets of 4x400, 60s rest, ", "10km easy, ")
"""What a part of a line may belong to: a rest, what is between sets, the last kilometres."""
_MOST_PARTS: Final = 8


class UnreadPart(NamedTuple):
    """A part of a line, and where in it that is."""

    text: str
    start: int
    end: int


def second_half(words: str) -> Wrong | None:
    """Say that the half of a day in the middle of *words* begins another workout."""
    found = _HALVES.match(words)
    if found is None:
        return None
    told = gettext(
        "{half} begins another workout (write each on a line of its own, in an e-mail or a plan)",
        half=repr(found["second"]),
    )
    return Wrong(told, found.start("second"))


def unread_part(line: str, is_read: Callable[[str], bool]) -> UnreadPart | None:
    """Return the one part of *line* that cannot be read in any place; None if there are none, or several.

    Args:
        line: of one or several steps.
        is_read: tells whether a line is understood.
    """
    parts = list(_parts_of(line))
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    unread = [each for each in parts if not any(is_read(f"{before}{each.text}") for before in _BEFORE)]
    return unread[0] if len(unread) == 1 else None


def _parts_of(line: str) -> Iterator[UnreadPart]:
    """Yield the parts of *line* that stand between commas and the like, but not in brackets."""
    depth = start = 0
    for found in _BETWEEN.finditer(line):
        if found[0] in "()":
            depth += 1 if found[0] == "(" else -1
        elif not depth:
            yield _part(line, start, found.start())
            start = found.end()
    yield _part(line, start, len(line))


def _part(line: str, start: int, end: int) -> UnreadPart:
    text = line[start:end].strip()
    return UnreadPart(text, start, end)
