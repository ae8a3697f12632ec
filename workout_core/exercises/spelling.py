"""Slips of the pen: the word of a vocabulary that a word is nearly.

Two words that differ by a letter or two become equal when a letter or two are left out of each (the idea of
W. Garbe's *symmetric delete*, 2012), so that a word is looked up and not compared with all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

LONG: Final = 6
"""Letters from which on a word may have two slips."""
LONGEST: Final = 24
ALIKE: Final = 0.7


class Speller:
    """Knows the words of a *vocabulary*."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = frozenset(vocabulary)
        self._shortened: dict[str, list[str]] = {}
        for word in sorted(self._words):
            for short in _shortened(word):
                self._shortened.setdefault(short, []).append(word)

    def knows(self, word: str) -> bool:
        """Tell whether *word* is of the vocabulary."""
        return word in self._words

    def meant(self, word: str) -> str:
        """Return the word that *word* is nearly, or itself if it is known or like no other."""
        if word in self._words or len(word) > LONGEST or len(word) <= 2 or word.isdigit():  # noqa: PLR2004 - a syllable
            return word
        found = dict.fromkeys(each for short in _shortened(word) for each in self._shortened.get(short, ()))
        alike = {each: SequenceMatcher(None, word, each).ratio() for each in found}
        best = max(alike, key=alike.__getitem__, default=word)
        return best if alike.get(best, 0) >= ALIKE else word


def _shortened(word: str) -> Iterator[str]:
    """Yield *word*, and what is left of it without one letter, or without two if it is long."""
    once = [word[:at] + word[at + 1 :] for at in range(len(word))]
    yield from dict.fromkeys((word, *once))
    if len(word) >= LONG:
        yield from dict.fromkeys(short[:at] + short[at + 1 :] for short in once for at in range(len(short)))
