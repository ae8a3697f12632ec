"""A text in the notation → what its pieces are, by the tables of the grammar; nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from workout_core.exercises.book import ExerciseBook
from workout_core.notation import grammar
from workout_core.notation.generated import FORMS
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, SPAN

_LONGEST_LINE: Final = 2_000
_LONGEST_NAME: Final = 8
"""Words that the name of an exercise has at most."""


class PieceKind(Enum):
    """What a piece of a text is."""

    KEY = "key"
    ROLE = "role"
    DURATION = "duration"
    TARGET = "target"
    EXERCISE = "exercise"
    CUE = "cue"
    REPEAT = "repeat"
    COMMENT = "comment"
    NUMBER = "number"
    NAME = "name"


class Highlighted(NamedTuple):
    """A piece of a text: where it begins and ends, and what it is."""

    start: int
    end: int
    kind: PieceKind


_COMMENT: Final = lazy_pattern(r"#[^\n]*")
_CUE: Final = lazy_pattern(r'"(?:[^"\\\n]|\\.)*"?')
_SPACE: Final = lazy_pattern(r"[ \t\r]+")
_WORD: Final = lazy_pattern(r"[^\W\d_][\w'/\u2019-]*")
_NUMBER: Final = lazy_pattern(r"[0-9]+(?:[.:][0-9]+)*%?")
_REPEATS: Final = lazy_pattern(
    r"repeat\s+until\b|(?:superset|circuit|amrap|emom|every|for\s+time|rounds?|sets?|cap|skip\s+last\s+rest)\b",
    re.IGNORECASE,
)
_OTHER_WORDS: Final = lazy_pattern(
    rf"(?:tempo\b|with\s+{grammar.any_of(grammar.EQUIPMENT)}|{grammar.any_of(grammar.STROKES)})(?![\w-])",
    re.IGNORECASE,
)
_ROLES: Final = lazy_pattern(rf"{grammar.any_of(grammar.ROLES)}(?![\w-])", re.IGNORECASE)
_GENERATED: Final = lazy_pattern(rf"{grammar.any_of(FORMS)}(?![\w-])", re.IGNORECASE)
_AFTER_COMMA: Final = lazy_pattern(
    rf"(?:{SPAN}|{CLOCK})?\s*(?:{grammar.any_of(grammar.ROLES)}|tempo|skip\s+last\s+rest)(?![\w-])",
    re.IGNORECASE,
)
"""What may stand behind a comma behind a target, and is none."""
_SETS: Final = lazy_pattern(r"[0-9]{1,3}(?:-[0-9]{1,3})?\s*[x\u00d7]\s*[0-9]{1,4}(?![0-9]*\s*(?:m|km|mi)\b)")
_SIDE: Final = lazy_pattern(r"/\s*side\b", re.IGNORECASE)
_TOLERANCE: Final = lazy_pattern(r"\s*[~\u00b1]\s*[0-9.]+\s*(?:s|%|bpm|W|spm|rpm)?", re.IGNORECASE)
_LOAD: Final = lazy_pattern(
    r"[+-]?[0-9.]+(?:\s*[-\u2013]\s*[0-9.]+)?\s*(?:kg|lbs?|%\s*1\s?RM)(?![\w])|BW(?:\s*[+-]\s*[0-9.]+\s*(?:kg|lb))?",
    re.IGNORECASE,
)


def pieces_of(text: str, book: ExerciseBook) -> Iterator[Highlighted]:
    """Yield the pieces of *text*, in order; what is between them is nothing by itself."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST_LINE:
            yield from _LineScanner(line, start, book).pieces()
        start += len(line) + 1


class _LineScanner:
    """Reads one line from left to right."""

    def __init__(self, text: str, start: int, book: ExerciseBook) -> None:
        self.text = text
        self.start = start
        self.book = book
        self.is_target = False
        self.is_first = True

    def pieces(self) -> Iterator[Highlighted]:
        """Yield the pieces of the line."""
        at = 0
        while at < len(self.text):
            if space := _SPACE.match(self.text, at):
                at = space.end()
                continue
            found = self._piece(at)
            if found is None:
                self._pass(self.text[at])
                at += 1
                continue
            end, kind = found
            self.is_first = False
            if kind is not None:
                yield Highlighted(self.start + at, self.start + end, kind)
            at = end

    def _pass(self, mark: str) -> None:
        """Pass over a sign that is no piece."""
        if mark == "@":
            self.is_target = True
        elif mark in ";()":
            self.is_target, self.is_first = False, True
        elif mark == ",":
            self.is_first = True

    def _piece(self, at: int) -> tuple[int, PieceKind | None] | None:
        text = self.text
        if text[at] == "#" and (at == 0 or not text[at - 1].strip() or text[at - 1] in "(),;"):
            return len(text), PieceKind.COMMENT
        if text[at] == '"' and (cue := _CUE.match(text, at)):
            is_name = text[cue.end() : cue.end() + 1] == ":"
            return cue.end(), PieceKind.NAME if is_name else PieceKind.CUE
        if self.is_first and _ended(_AFTER_COMMA.match(text, at), text):
            self.is_target = False
        if self.is_target and (end := self._target(at)):
            return end, PieceKind.TARGET
        return self._of_step(at)

    def _target(self, at: int) -> int:
        ends = [_ended(form.pattern.match(self.text, at), self.text) for form in grammar.TARGETS]
        end = max(*ends, _ended(_LOAD.match(self.text, at), self.text))
        more = _TOLERANCE.match(self.text, end) if end else None
        return more.end() if more else end

    def _of_step(self, at: int) -> tuple[int, PieceKind | None] | None:
        text = self.text
        if self.is_first and (label := grammar.LABEL.match(text, at)):
            return label.end() - 1, PieceKind.NAME
        tried = (
            (_REPEATS, PieceKind.REPEAT),
            (_GENERATED if self.is_first else _REPEATS, PieceKind.REPEAT),
            (_ROLES, PieceKind.ROLE),
            (_OTHER_WORDS, PieceKind.ROLE),
            (_SETS, PieceKind.REPEAT),
            (_SIDE, PieceKind.DURATION),
        )
        for pattern, kind in tried:
            if end := _ended(pattern.match(text, at), text):
                return end, kind
        if self.is_first and (exercise := self._exercise(at)):
            return exercise, PieceKind.EXERCISE
        if count := grammar.COUNT.match(text, at):
            return count.end(), PieceKind.REPEAT
        if end := max(_ended(form.pattern.match(text, at), text) for form in grammar.DURATIONS):
            return end, PieceKind.DURATION
        if number := _NUMBER.match(text, at):
            return number.end(), PieceKind.NUMBER
        word = _WORD.match(text, at)
        return (word.end(), None) if word else None

    def _exercise(self, at: int) -> int:
        """Return where the longest name of an exercise that begins *at* ends; 0 if there is none."""
        ends: list[int] = []
        position = at
        while len(ends) < _LONGEST_NAME and (word := _WORD.match(self.text, position)):
            ends.append(word.end())
            space = _SPACE.match(self.text, word.end())
            position = space.end() if space else len(self.text)
        for end in reversed(ends):
            if self.book.called(self.text[at:end]) is not None:
                return end
        return 0


def _ended(found: re.Match[str] | None, text: str) -> int:
    """Return where *found* ends, if a word ends there too; else 0."""
    if found is None or not found[0].strip():
        return 0
    end = found.end()
    is_end = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
    return end if is_end else 0
