"""The one word of a line that nobody knows, and what the line is with a word like it, or without it."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Final, NamedTuple

from workout_core.notation.shorthand.tokens import Token, TokenKind, plain_looks, tokens_of
from workout_core.notation.shorthand.words import MEANINGS

LONGEST_GUESSED: Final = 200
"""Letters of a line in which a word is looked for."""
_LIKE: Final = 0.74
"""How like a word must be: a slip in four letters."""
_SHORTEST: Final = 4
"""Letters of a word that is more than a slip of the keyboard, and can be misspelt and still be known."""
_MORE: Final = frozenset({"slower", "faster", "than", "to", "or", "minus"})
"""Words beside those of phrases that have a meaning."""
_OF_THE_NOTATION: Final = frozenset(
    (
        *(
            "until",
            "negative",
            "positive",
            "even",
            "evenly",
            "halves",
            "race",
            "progress",
            "ramp",
            "side",
            "leg",
        ),
        *("incl", "including", "include", "without", "no", "not", "except", "alternate", "alternating"),
        *("cap", "superset", "circuit", "amrap", "emom", "every", "skip"),
    )
)
"""Words of the notation, which knows better what is wrong, and those that change what a line means."""


class Guess(NamedTuple):
    """A line in which only one word is not known.

    Attributes:
        word: as it was typed.
        start: where it begins in the line.
        likely: the line with words that are like it, the likeliest first.
        without: the line without it.
    """

    word: str
    start: int
    likely: tuple[str, ...]
    without: str


def guess_of(line: str) -> Guess | None:
    """Return what *line* may have been meant to be, if one word of it is not known."""
    if len(line) > LONGEST_GUESSED or len(plain_looks(line)) != len(line):
        return None
    tokens = tokens_of(line)
    if any(each.text in _OF_THE_NOTATION for each in tokens):
        return None
    unknown = [each for each in tokens if is_unknown(each)]
    if len(unknown) != 1 or len(unknown[0].text) < _SHORTEST:
        return None
    token = unknown[0]
    if token is tokens[0] or line[token.start - 1] == "/":
        return None
    before, behind = line[: token.start], line[token.start + len(token.typed) :]
    words = get_close_matches(token.text, _spelt(), n=3, cutoff=_LIKE)
    return Guess(
        token.typed,
        token.start,
        tuple(f"{before}{word}{behind}" for word in words),
        " ".join(f"{before}{behind}".split()),
    )


def knows_all(words: str) -> bool:
    """Tell whether *words* are all of those that runners use."""
    return _words().issuperset(words.casefold().replace("-", " ").split())


def is_unknown(token: Token) -> bool:
    """Tell whether *token* is a word that means nothing in shorthand."""
    return token.kind is TokenKind.WORD and not _words().issuperset(token.text.split())


@cache
def _words() -> frozenset[str]:
    return _MORE.union(word for phrase in MEANINGS for word in phrase.split())


@cache
def _spelt() -> tuple[str, ...]:
    """Return the words that somebody may misspell, in an order that is always the same."""
    return tuple(sorted(word for word in _words() if len(word) >= _SHORTEST))
