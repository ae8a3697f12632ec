"""A line as people type it → tokens: amounts, counts, words, marks."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.shorthand.words import MEANINGS
from workout_core.patterns import lazy_pattern
from workout_core.units import LENGTHS, clock_seconds

_LOOKS: Final = MappingProxyType(
    str.maketrans(
        {
            **dict.fromkeys("\u2019\u2018\u201b\u2032\u00b4\u02b9\u02bc\u2035`", "'"),
            **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u02ba\u00ab\u00bb", '"'),
            **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
            **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\r", " "),
            **dict.fromkeys("\u00d7\u2715\u2716\u2a2f", "x"),
            **dict.fromkeys("\u2022\u25cf\u25aa\u25e6\u2023\u00b7", "\u2022"),
            **dict.fromkeys("\u2192\u27a1\u203a", ">"),
            "\u2044": "/",
            "\u2215": "/",
        }
    )
)
"""Letters that look like others."""


class TokenKind(Enum):
    """What a token is."""

    TIME = "time"
    DISTANCE = "distance"
    CLOCK = "clock"
    NUMBER = "number"
    COUNT = "count"
    TIMES = "times"
    PER = "per"
    ZONE = "zone"
    WORD = "word"
    CUE = "cue"
    MARK = "mark"


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: what it is.
        text: in lower case; a word in hyphens has spaces.
        start: where it begins in the line.
        value: seconds, metres, the number, the count.
        most: the upper end of a range; nothing where there is none.
        unit: of a distance or a pace: ``m``, ``km``, ``mi``, ``yd``; ``spaced`` for a mark between spaces.
        typed: as it was typed.
    """

    kind: TokenKind
    text: str
    start: int
    value: float = 0.0
    unit: str = ""
    typed: str = ""
    most: float = 0.0


_NUMBER: Final = r"(?<![0-9.])[0-9]{1,6}(?:\.[0-9]{1,4})?"
_NO_COUNT: Final = 100
"""Nobody repeats anything so often; it is the metres of a track."""
_END: Final = r"(?![^\W\d_])"
_HOURS: Final = rf"(?:hours?|hrs?|h){_END}\.?"
_BEATS: Final = r"(?![0-9]{2,3}\s?hr(?!\w))"
"""Of the heart, and not hours: ``150 HR``."""
_MINUTES: Final = rf"(?:minutes?|mins?|mn){_END}\.?"
_SECONDS: Final = rf"(?:seconds?|secs?|s){_END}\.?"
_UNIT_OF_LENGTH: Final = r"kilomet(?:er|re)s?|kms?|k|met(?:er|re)s?|m|miles?|mi|yards?|yds?|yd"
_TOKENS: Final = lazy_pattern(
    r"(?P<cue>\"[^\"]*\")"
    rf"|{_BEATS}(?P<hours>{_NUMBER})\s?-?{_HOURS}"
    rf"(?:\s?(?:and\s)?(?P<hm>[0-9]{{1,2}})(?:\s?-?(?:{_MINUTES}|m{_END}|')|(?![0-9.:\w%x*])))?"
    rf"|(?P<clock>[0-9]{{1,3}}(?::[0-5][0-9]){{1,2}}(?:\.[0-9]{{1,2}})?|(?<=\s):[0-5][0-9](?!\w))"
    rf"|(?P<minutes>{_NUMBER})(?:'(?!')|\s?-?{_MINUTES})"
    rf"(?:\s?(?:and\s)?(?P<ms>[0-9]{{1,2}})(?:\"|''|\s?-?{_SECONDS}|(?<=['n][0-9][0-9])(?![\w.:%'])))?"
    rf"|(?P<seconds>{_NUMBER})(?:\"|''|\s?-?{_SECONDS})"
    rf"|(?P<count>[0-9]{{1,4}})(?:\s?(?:[x*]{_END}|x(?=(?:strides?|miles?){_END}))|\s?-?(?:times|rounds?|sets?|reps|repeats|repetitions){_END}"
    rf"(?:\s?of{_END})?)"
    rf"|(?P<metres>{_NUMBER})\s?-?(?P<length>{_UNIT_OF_LENGTH}){_END}(?!/h(?![a-z]))(?:\.(?=\s|$))?"
    rf"|(?P<per>(?:min(?:utes?)?\s?)?(?:/|per{_END})\s?(?P<of>km|kilomet(?:er|re)|k|miles?|mi|100\s?m|100\s?yd|500\s?m)"
    rf"{_END})"
    rf"|(?P<zone>(?:z|zone\s?)(?P<z>[0-9])(?![0-9]))"
    rf"|(?P<times>x\s?(?P<n>[0-9]{{1,4}})(?![0-9.:]))"
    rf"|(?P<number>{_NUMBER})"
    r"|(?P<word>vo2\s?max|vo2|km/h|w/up|c/down|w/down|walk/jog|jog/walk|w/u|c/d|w/d|w/o|w/|w\.u\.?|c\.d\.?|a/o|[^\W\d_]+(?:-[^\W\d_]+)*(?:'s)?)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_UNITS: Final = (("k", "km"), ("mi", "mi"), ("me", "m"), ("y", "yd"))
"""What units of length begin with, however they are spelt, and what they are."""


def plain_looks(text: str) -> str:
    """Return *text* with the letters of a keyboard for those that look like them, and single spaces."""
    return " ".join(text.translate(_LOOKS).split())


def tokens_of(text: str) -> list[Token]:
    """Cut *text*, in :func:`plain_looks`, into tokens."""
    tokens = [each for found in _TOKENS.finditer(text) for each in _parted(_token(found, text))]
    for place in range(1, len(tokens)):
        if _counts_behind(tokens, place):
            tokens[place - 1] = tokens[place - 1]._replace(kind=TokenKind.NUMBER, unit="")
            tokens[place] = tokens[place]._replace(kind=TokenKind.TIMES)
    return tokens


@cache
def _beginnings() -> frozenset[str]:
    """Return what phrases with a meaning begin with."""
    phrases = (phrase.split() for phrase in MEANINGS)
    return frozenset(" ".join(words[:length]) for words in phrases for length in range(1, len(words) + 1))


def _parted(token: Token) -> list[Token]:
    """Return the names of two paces with a dash between them, ``HMP-MP``, as three tokens; words as two."""
    if token.kind is not TokenKind.WORD or "-" not in token.typed or token.text in _beginnings():
        return [token]
    if token.typed.count("-") != 1 or token.text in PACE_WORDS:
        return [token]
    names = token.typed.split("-")
    if not all(name.casefold() in PACE_WORDS for name in names):
        is_known = all(name.casefold() in _beginnings() for name in names)
        places = (token.start, token.start + len(names[0]) + 1)
        words = [
            Token(TokenKind.WORD, name.casefold(), at, typed=name)
            for name, at in zip(names, places, strict=True)
        ]
        return words if is_known else [token]
    dash = token.start + len(names[0])
    ends = ((names[0], token.start), (names[1], dash + 1))
    first, last = (Token(TokenKind.WORD, name.casefold(), at, typed=name) for name, at in ends)
    return [first, Token(TokenKind.MARK, "-", dash, typed="-"), last]


def _counts_behind(tokens: list[Token], place: int) -> bool:
    """Tell whether a count stands behind what it repeats: ``40/20 x 12``, ``400 x 8``."""
    first, second = tokens[place - 1 : place + 1]
    if first.kind is not TokenKind.COUNT or first.unit or second.kind is not TokenKind.NUMBER:
        return False
    is_last = (
        place + 1 == len(tokens)
        or tokens[place + 1].kind is not TokenKind.MARK
        or tokens[place + 1].text in ",;+>"
    )
    before = tokens[place - 2].text if place > 1 else ""
    return is_last and (before == "/" or first.value >= _NO_COUNT) and second.value < _NO_COUNT


def _token(found: re.Match[str], text: str) -> Token:
    kind, value, unit = (
        _time(found) or _number(found) or (TokenKind.CUE if found["cue"] else TokenKind.MARK, 0.0, "")
    )
    start, words = found.start(), found[0].casefold()
    if kind is TokenKind.WORD:
        words = words.replace("-", " ")
    if kind is TokenKind.MARK and text[start - 1 : start].isspace() and text[start + 1 : start + 2].isspace():
        unit = "spaced"
    return Token(kind, words, start, value, unit, found[0])


_Read = tuple[TokenKind, float, str]


def _time(found: re.Match[str]) -> _Read | None:
    if found["hours"]:
        return TokenKind.TIME, float(found["hours"]) * 3600 + float(found["hm"] or 0) * 60, "min"
    if found["minutes"]:
        return TokenKind.TIME, float(found["minutes"]) * 60 + float(found["ms"] or 0), "min"
    if found["seconds"]:
        return TokenKind.TIME, float(found["seconds"]), ""
    return (TokenKind.CLOCK, clock_seconds(f"0{found['clock']}"), "") if found["clock"] else None


def _number(found: re.Match[str]) -> _Read | None:
    if found["metres"]:
        unit = _unit(found["length"])
        return TokenKind.DISTANCE, float(found["metres"]) * LENGTHS[unit], unit
    if found["count"]:
        return TokenKind.COUNT, int(found["count"]), "sets" if "s" in found[0].casefold() else ""
    if found["per"]:
        return TokenKind.PER, 0.0, _unit(found["of"])
    if found["word"]:
        return TokenKind.WORD, 0.0, ""
    for name, kind in (("z", TokenKind.ZONE), ("n", TokenKind.TIMES), ("number", TokenKind.NUMBER)):
        if found[name]:
            return kind, float(found[name]), ""
    return None


def _unit(words: str) -> str:
    unit = words.casefold().replace(" ", "")
    return next((known for begin, known in _UNITS if unit.startswith(begin)), unit)
