"""Each line of a message → what it is: a heading, the name of a part, steps, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from workout_core.exercises.book import ExerciseBook
from workout_core.notation.message import headings
from workout_core.notation.message.letters import TypedLine, plain_words
from workout_core.notation.message.likeness import is_header, is_step, looks_like_session, says_how_much
from workout_core.patterns import lazy_pattern

_RULE: Final = lazy_pattern(r"\s*(?:={3,}|-{3,}|(?:[*_-]\s*){3,}|[\u2013\u2014\u2500_]{2,})\s*")
_SIGNATURE: Final = lazy_pattern(r"--\s*")
_OLDER: Final = lazy_pattern(
    r"(?:on|am|le|el)\b.{5,200}\b(?:wrote|schrieb|a \u00e9crit|escribi\u00f3)\s*:?"
    r"|-{2,}\s*original message\s*-{2,}|begin forwarded message:|-{2,}\s*forwarded message\s*-{2,}",
    re.IGNORECASE,
)
_LEFTOVER: Final = lazy_pattern(
    r"(?:from|to|cc|bcc|subject|date|sent|reply-to|attachments?)\s*:\s.*|(?:sent from my|get outlook)\b.*",
    re.IGNORECASE,
)
_GOES_ON: Final = lazy_pattern(r"(?:with|w/|then|and|followed by|off|@|at|\+|/|,|\()", re.IGNORECASE)
_HANGS: Final = lazy_pattern(r"(?:[,+@/(\u2013-]|\bw/|\b(?:with|then|and|at|by))$", re.IGNORECASE)


class LineKind(Enum):
    """What a line is."""

    BLANK = "blank"
    HEADING = "heading"
    TITLE = "title"
    PART = "part"
    STEP = "step"
    SESSION = "session"
    COMMENT = "comment"
    OTHER = "other"


READ: Final = frozenset({LineKind.STEP, LineKind.SESSION})
"""What steps are read of; a session is meant to be steps, or belongs to lines that are."""


class SortedLine(NamedTuple):
    """A line, or the part of one behind a heading, and what it is.

    Attributes:
        kind: a heading begins another workout; a title may stand above a part of one.
        line: as it was typed.
        words: the name that a heading gives, if it is not that of a day of rest; the role of a part, or the
            text that steps are read of.
    """

    kind: LineKind
    line: TypedLine
    words: str = ""


class Sorter:
    """Goes through the lines of one message from top to bottom."""

    def __init__(self, lines: Sequence[TypedLine], book: ExerciseBook) -> None:
        self._lines = lines
        self._book = book
        self._sorted: list[SortedLine] = []
        self._open = 0
        self._block: int | None = None  # the indentation of the head of a repeat, while its steps follow
        self._day = ""
        self._ended = False

    def sorted(self) -> list[SortedLine]:
        """Return all lines, each as what it is."""
        for place, line in enumerate(self._lines):
            for each in self._sort(line, place):
                if not self._went_on(each):
                    self._sorted.append(each)
                self._follow(each)
        return _with_titles(self._sorted)

    def _sort(self, line: TypedLine, place: int) -> Iterator[SortedLine]:
        text = line.text
        if not text.strip() or (_RULE.fullmatch(text) and not self._open):
            yield SortedLine(LineKind.BLANK, line, text.strip())
        elif self._ended:
            yield SortedLine(LineKind.OTHER, line)
        elif self._open or (self._block is not None and _indent(text) > self._block):
            yield SortedLine(LineKind.SESSION, line, text)
        elif text.startswith("#"):
            yield self._comment(line, place)
        elif self._is_leftover(text):
            yield SortedLine(LineKind.OTHER, line)
        else:
            yield from self._words(line)

    def _is_leftover(self, text: str) -> bool:
        """Tell whether a mail program wrote *text*; what is below may be an older message, or a signature."""
        words = text.strip()
        older = _OLDER.fullmatch(words)
        if _SIGNATURE.fullmatch(text) or (older and self._has_steps()):
            self._ended = True
        return self._ended or older is not None or _LEFTOVER.fullmatch(words) is not None

    def _has_steps(self) -> bool:
        return any(each.kind in READ for each in self._sorted)

    def _comment(self, line: TypedLine, place: int) -> SortedLine:
        words = line.text.lstrip("#").strip()
        above = self._lines[place - 1].text.strip() if place else ""
        if above or not words:
            return SortedLine(LineKind.COMMENT, line, words)
        headed = headings.day_of(words)
        is_sure = headed and (headed.is_parted or not headed.rest)
        return SortedLine(LineKind.HEADING if is_sure else LineKind.TITLE, line, words)

    def _words(self, line: TypedLine) -> Iterator[SortedLine]:
        words, is_emphasised = plain_words(line.text)
        words = words.strip()
        if halves := headings.half_days_in(words):
            for each in halves:
                name = " ".join(filter(None, (self._day, each.label)))
                yield from self._headed(line, each._replace(label=name), each.rest)
        elif (headed := headings.day_of(words)) and self._is_heading(headed, words):
            self._day = headed.label
            yield from self._headed(line, headed, words)
        elif headed := headings.half_day_of(words):
            name = " ".join(filter(None, (self._day, headed.label)))
            yield from self._headed(line, headed._replace(label=name), words)
        elif part := headings.part_of(words):
            yield SortedLine(LineKind.PART, line, part)
        elif text := self._steps_in(line.text, words):
            yield SortedLine(LineKind.STEP, line, text)
        elif (
            is_header(line.text, self._book)
            or looks_like_session(item := headings.item_title(words) or words)
            or (item != words and says_how_much(item))
        ):
            yield SortedLine(LineKind.SESSION, line, line.text)
        elif title := item if is_emphasised or item != words else "":
            yield SortedLine(LineKind.TITLE, line, title.rstrip(" :"))
        elif headings.is_colon_title(words):
            yield SortedLine(LineKind.TITLE, line, words.rstrip(" :"))
        else:
            yield SortedLine(LineKind.OTHER, line, words)

    def _is_heading(self, headed: headings.Headed, words: str) -> bool:
        """Tell whether a line that begins with a day is its heading, and not prose or a step that does."""
        if headed.is_parted or not headed.rest:
            return True
        if is_step(words, self._book):  # such as 'Sun salutation 3x'
            return False
        return is_step(headed.rest, self._book) or headings.is_plain_title(headed.rest)

    def _headed(self, line: TypedLine, headed: headings.Headed, words: str) -> Iterator[SortedLine]:
        """Yield a heading, and the steps that follow it in its line."""
        rest = plain_words(headed.rest)[0].strip()
        if halves := headings.half_days_in(rest):
            for each in halves:
                yield from self._headed(line, each._replace(label=f"{headed.label} {each.label}"), each.rest)
        elif not rest:
            yield SortedLine(LineKind.HEADING, line, headed.label)
        elif headings.is_day_off(rest):
            yield SortedLine(LineKind.HEADING, line)
        elif is_step(rest, self._book):
            yield SortedLine(LineKind.HEADING, line, headed.label)
            yield SortedLine(LineKind.STEP, line.tail(rest), rest)
        elif is_header(rest, self._book) or looks_like_session(rest) or says_how_much(rest):
            yield SortedLine(LineKind.HEADING, line, headed.label)
            yield SortedLine(LineKind.SESSION, line.tail(rest), rest)
        else:
            yield SortedLine(LineKind.HEADING, line, words.rstrip(" :"))

    def _steps_in(self, text: str, words: str) -> str:
        """Return *text*, or its *words* without emphasis, whichever reads as steps, or else nothing."""
        return next((each for each in (text, words) if is_step(each, self._book)), "")

    def _went_on(self, each: SortedLine) -> bool:
        """Add a line to the one above it, if it goes on with that, and tell whether it did."""
        above = self._sorted[-1] if self._sorted else None
        if above is None or above.kind not in READ or each.kind not in READ:
            return False
        if self._open or self._block is not None:
            return False
        words = plain_words(each.words)[0].strip()
        if not (_GOES_ON.match(words) or _HANGS.search(above.words)):
            return False
        joined = f"{above.words.rstrip()} {words}"
        if not is_step(joined, self._book):
            return False
        self._sorted[-1] = SortedLine(LineKind.STEP, above.line, joined)
        return True

    def _follow(self, each: SortedLine) -> None:
        """Note what the next line may belong to."""
        if each.kind in READ:
            self._open = max(0, self._open + each.words.count("(") - each.words.count(")"))
            if self._block is None or _indent(each.words) <= self._block:
                heads = each.kind is LineKind.SESSION and is_header(each.words, self._book)
                self._block = _indent(each.words) if heads else None
        elif each.kind is not LineKind.BLANK:
            self._open, self._block = 0, None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _with_titles(lines: list[SortedLine]) -> list[SortedLine]:
    """Return *lines* with those as titles that stand above steps, or have a line of ``===`` below them."""
    found = list(lines)
    first = next((place for place, each in enumerate(lines) if each.kind is not LineKind.BLANK), 0)
    for place, each in enumerate(lines):
        below = lines[place + 1 : place + 3]
        is_underlined = bool(below) and below[0].kind is LineKind.BLANK and below[0].words != ""
        if each.kind is LineKind.STEP and place == first and is_underlined:
            found[place] = each._replace(kind=LineKind.TITLE)
        if each.kind is not LineKind.OTHER or not headings.is_plain_title(each.words):
            continue
        if place and found[place - 1].kind is not LineKind.BLANK:
            continue
        follows = next((line.kind for line in below if line.kind is not LineKind.BLANK), LineKind.BLANK)
        if is_underlined or follows in READ or follows is LineKind.PART:
            found[place] = each._replace(kind=LineKind.TITLE)
    return found
