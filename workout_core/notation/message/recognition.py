"""Whether a text without a telling name is workouts that somebody typed."""

from __future__ import annotations

import re
from typing import Final

from workout_core.errors import DocumentError
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.notation.message.head import head_of
from workout_core.notation.message.headings import is_greeting, part_of
from workout_core.notation.message.letters import typed_lines
from workout_core.notation.message.likeness import is_header, is_step
from workout_core.notation.message.parting import passages_of
from workout_core.notation.message.sorting import READ, Sorter
from workout_core.patterns import lazy_pattern

_MARKUP: Final = lazy_pattern(r"^\s*(?:```|[-*+] \[[ xX]\] |[<{])", re.MULTILINE)
_KEYS: Final = lazy_pattern(
    r"^[^\S\n]*(?:- )?(?:steps|sport|weeks|sessions|workouts?|plan|athletes?|squad|recipe|start|timezone"
    r"|event)\s*:",
    re.MULTILINE,
)
"""Of documents, in which a misspelt first line is told better."""
_MOST_LINES: Final = 100


def has_keys(text: str) -> bool:
    """Tell whether *text* has keys as documents do, though it may not say which kind of document it is."""
    return _KEYS.search(text) is not None


def looks_like_message(text: str, book: ExerciseBook = BOOK) -> bool:
    """Tell whether more than half of the lines below the title are steps, or there are steps under headings.

    The last line may be cut.
    """
    whole, _, last = text.rpartition("\n")
    if _MARKUP.search(text):
        return False
    text = whole or last
    return _is_mostly_steps(text, book) or _has_headed_steps(text, book) or _is_greeted(text, book)


def _is_mostly_steps(text: str, book: ExerciseBook) -> bool:
    try:
        steps = head_of(text, book).rest
    except DocumentError:
        return False
    told = (line.strip() for line in steps.split("\n"))
    lines = [line for line in told if line and not line.startswith("#")][:_MOST_LINES]
    if not lines:  # all that there is to see may be the description
        return bool(text.strip())
    known = [is_step(line, book) or is_header(line, book) for line in lines]
    parts = [bool(part_of(line)) for line in lines]
    return any(known) and sum(map(max, known, parts)) > len(lines) / 2


def _is_greeted(text: str, book: ExerciseBook) -> bool:
    """Tell whether *text* begins as a letter does, and steps are in it."""
    lines = typed_lines(text)[:_MOST_LINES]
    first = next((each.text.strip() for each in lines if each.text.strip()), "")
    if not is_greeting(first) or _KEYS.search(text):
        return False
    return any(each.kind in READ for each in Sorter(lines, book).sorted())


def _has_headed_steps(text: str, book: ExerciseBook) -> bool:
    if _KEYS.search(text):
        return False
    passages, _ = passages_of(Sorter(typed_lines(text)[:_MOST_LINES], book).sorted())
    return sum(each.head is not None for each in passages) > 1 or any(each.is_sure for each in passages)
