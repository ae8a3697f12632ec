"""What is wrong with a text, and what would be right: each suggestion is tried before anybody sees it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from workout_core.errors import either
from workout_core.languages import gettext, gettext_noop
from workout_core.notation.layout import Part
from workout_core.patterns import lazy_pattern

DID_YOU_MEAN: Final = gettext_noop("did you mean {choices}?")
LIKE: Final = gettext_noop("like {choices}")
IF_SO: Final = gettext_noop("if so, write {choices}")
LONGEST: Final = 120
"""Letters of a suggestion that still helps."""
_MOST_TRIED: Final = 20_000
"""Letters that are read for the suggestions of one text, which is half a second where much is wrong."""
_ROUNDS: Final = 8
_TOKEN: Final = lazy_pattern(r"[0-9]+|[^\W\d_]+")
_CROSSES: Final = ("x", "\u00d7")


class Correction(NamedTuple):
    """Another text for a piece of a text.

    Attributes:
        start: where the piece begins.
        end: where it ends.
        text: what would be right there.
        swaps: whether words of the piece give way to others, which the message says.
    """

    start: int
    end: int
    text: str
    swaps: bool = False

    @classmethod
    def of(cls, part: Part, text: str, *, swaps: bool = False) -> Correction:
        """Return another text for all of *part*."""
        return cls(part.offset, part.offset + len(part.text), text, swaps)


class Hint(NamedTuple):
    """A piece of advice around suggestions; it is left out, or said otherwise, where none of them is right.

    Attributes:
        words: a message with the suggestions as its ``{choices}``.
        corrections: of which those that are right are said.
        most: how many of them are said.
        otherwise: what is said when none is right.
    """

    words: str
    corrections: tuple[Correction, ...]
    most: int = 9
    otherwise: str = ""


class NotationError(Exception):
    """Something in a text is wrong; ``offset`` says where, and ``hints`` what would be right."""

    def __init__(self, message: str, offset: int, *hints: Hint | str) -> None:
        self.offset = offset
        self.hints = hints
        super().__init__(message)


class Wrong(NamedTuple):
    """What is told of a text.

    Attributes:
        message: what is wrong, and what would be right.
        offset: where.
        corrections: that the message suggests, as they were tried.
    """

    message: str
    offset: int
    corrections: tuple[Correction, ...] = ()


class Suggestions:
    """Tries corrections of one text.

    A correction is right if its piece reads well, nothing before it becomes wrong, and no word is lost. What
    is wrong inside it, and has corrections that lose nothing, is corrected as well.
    """

    def __init__(
        self, text: str, read: Callable[[str], Sequence[NotationError]], starts: Sequence[int]
    ) -> None:
        """Take *text*, what finds all that is wrong with such a text, and where its lines of steps begin."""
        self._text = text
        self._read = read
        self._starts = starts
        self._letters = 0
        self._known: dict[str, Sequence[NotationError]] = {}

    def told(self, error: NotationError) -> Wrong:
        """Return what is told of *error*."""
        said: list[str] = []
        corrections: list[Correction] = []
        for hint in error.hints:
            right = [] if isinstance(hint, str) else self._right(hint)
            corrections += right
            if isinstance(hint, str):
                said.append(hint)
            elif words := _listed(hint, right):
                said.append(words)
        joined = re.sub(r"(?<=\?); ", " ", "; ".join(said))
        return Wrong(f"{error} ({joined})" if joined else str(error), error.offset, tuple(corrections))

    def _right(self, hint: Hint) -> list[Correction]:
        tried = (self._tried(each) for each in hint.corrections)
        return list(islice((each for each in tried if each is not None), hint.most))

    def _tried(self, correction: Correction) -> Correction | None:
        """Return *correction*, itself corrected where that is needed, if it is right."""
        if len(correction.text) > LONGEST:
            return None
        low, high = self._around(correction)
        window = self._text[low:high]
        before = {str(error) for error in self._errors(window)}
        start, end, new = correction.start - low, correction.end - low, correction.text
        for _ in range(_ROUNDS):
            errors = self._errors(f"{window[:start]}{new}{window[end:]}")
            wrong = [each for each in errors if each.offset < start + max(len(new), 1)]
            wrong = [each for each in wrong if each.offset >= start or str(each) not in before]
            if not wrong:
                piece = window[start:end]
                is_whole = correction.swaps or _keeps(piece, new)
                return correction._replace(text=new) if is_whole and _quoted(new) else None
            inner = next(_inside(wrong, start, start + len(new)), None)
            if inner is None:
                return None
            new = f"{new[: inner.start - start]}{inner.text}{new[inner.end - start :]}"
        return None

    def _around(self, correction: Correction) -> tuple[int, int]:
        """Return the ends of the lines of steps that *correction* is in."""
        ends = [0, *self._starts, len(self._text)]
        first = bisect_right(ends, correction.start, 0, len(ends) - 1) - 1
        return ends[first], ends[bisect_left(ends, correction.end, first + 1, len(ends) - 1)]

    def _errors(self, text: str) -> Sequence[NotationError]:
        if text not in self._known:
            self._letters += len(text)
            is_too_much = self._letters > _MOST_TRIED
            self._known[text] = [NotationError("", 0)] if is_too_much else self._read(text)
        return self._known[text]


def _inside(errors: Sequence[NotationError], start: int, end: int) -> Iterator[Correction]:
    """Yield corrections of *errors* that lie between *start* and *end* and lose nothing."""
    for error in errors:
        for hint in error.hints:
            for each in () if isinstance(hint, str) else hint.corrections:
                if start <= each.start and each.end <= end and not each.swaps:
                    yield each


def _keeps(old: str, new: str) -> bool:
    """Tell whether *new* has every word and every number of *old*."""
    lost = Counter(_TOKEN.findall(old.casefold()))
    lost.subtract(_TOKEN.findall(new.casefold()))
    return all(count <= 0 or token in _CROSSES for token, count in lost.items())


def _quoted(text: str) -> str:
    """Return *text* as it is shown, if it can be shown to the letter."""
    if text[:1] == text[-1:] == "'" and len(text) > 1:
        return text
    is_plain = len(text) <= LONGEST and repr(text)[1:-1] == text
    return repr(text) if is_plain else ""


def _listed(hint: Hint, right: Sequence[Correction]) -> str:
    said = list(dict.fromkeys(_quoted(each.text) for each in right))
    if not said:
        return hint.otherwise
    return gettext(hint.words, choices=either(said))
