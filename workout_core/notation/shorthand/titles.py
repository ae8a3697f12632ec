"""What stands before a colon at the start of a line: the target of its sets, or only a title."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.pieces import Join, NotShorthand, Piece
from workout_core.notation.shorthand.words import MEANINGS
from workout_core.patterns import lazy_pattern

_TITLE: Final = lazy_pattern(r"(?P<title>[^\W\d_][^:;,.()@\"]{1,39}?|[0-9]{3,4}'?s) ?: (?=\S)")
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_OF_A_RUN: Final = lazy_pattern(r"[0-9] ?(?:km?|m|mi|miles?|yards?)(?!\w)|\bjog|[0-9]x[0-9]{3}", 0)
"""What no exercise has: a distance, a jog."""
_SMALL: Final = frozenset({"and", "the", "of", "a", "for", "on", "at", "with"})
_OTHERS: Final = frozenset(
    {"day", "medium", "goal", "pace", "reps", "mixed", "specific", "split", "sharpener", "test"}
)
"""Words of titles that mean nothing anywhere else."""
_TITLES: Final = frozenset({Does.TARGET, Does.HEADING, Does.RACE, Does.PACE})
_RUNS: Final = frozenset({"easy", "steady", "work", "progression"})
"""Roles of whole runs."""
_DAYS: Final = frozenset(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_LONGEST: Final = 4


def untitled(text: str) -> str:
    """Return *text* without words before a colon that mean nothing of how it is done: ``Yasso 800s: …``."""
    found = _TITLE.match(text)
    if found is None or not _OF_A_RUN.search(text, found.end()):
        return text
    words = [word.casefold() for word in _WORD.findall(found["title"])]
    is_title = 0 < len(words) <= _LONGEST and not _names_day(words) and _known_words().isdisjoint(words)
    return text[found.end() :] if is_title and not _is_exercise(found["title"]) else text


def without_title(text: str) -> str | None:
    """Return *text* without a title of known words, which may say how it is done; None if it has none."""
    found = _TITLE.match(text)
    words = [word.casefold() for word in _WORD.findall(found["title"])] if found else []
    is_known = 0 < len(words) <= _LONGEST and not _names_day(words) and _of_titles().issuperset(words)
    return text[found.end() :] if found and is_known else None


def _names_day(words: Sequence[str]) -> bool:
    """Tell whether a title is the heading of a workout: ``Tuesday bike``."""
    return any(word[:3] in _DAYS for word in words)


def is_said(pieces: Sequence[Piece]) -> bool:
    """Tell whether all of the work among *pieces* says how it is done, and needs no title for it."""
    work = [each for each in pieces if _is_work(each)]
    return bool(work) and all(map(_says_how, work))


@cache
def _of_titles() -> frozenset[str]:
    told = (words for words, means in MEANINGS.items() if means.does in _TITLES or means.word in _RUNS)
    return frozenset(word for phrase in told for word in phrase.split()).union(_OTHERS)


@cache
def _known_words() -> frozenset[str]:
    words = (phrase.split() for phrase, meaning in MEANINGS.items() if meaning.does is not Does.HEADING)
    return frozenset(word for phrase in words for word in phrase) - _SMALL


def _is_exercise(title: str) -> bool:
    from workout_core.exercises.book import BOOK  # noqa: PLC0415 - only who types a title pays

    return BOOK.called(title) is not None


def entitle(title: Piece, pieces: Sequence[Piece]) -> None:
    """Give what *title* says to the work that it stands above, unless the steps say it themselves.

    Raises:
        NotShorthand: it is not said which of the steps it is of.
    """
    work = [each for each in pieces if _is_work(each)]
    own = [each for each in work if _says_how(each)]
    if any(
        each.join is Join.WITH or each.part for each in pieces if each.role not in FEET and _says_pace(each)
    ):
        return  # a part of the whole says it
    if own and (len(pieces) > 1 or not title.aims or any(map(_says_pace, own))):
        return
    lacking = [each for each in work if each.count] or work
    if not lacking or (len(lacking) > 1 and not all(each.count for each in lacking)):
        raise NotShorthand
    for each in lacking:
        each.absorb(title)


def _is_work(piece: Piece) -> bool:
    if piece.role in (*FEET, "warmup", "cooldown", "strides", "drill") or piece.rest or piece.between:
        return False
    return not (piece.join is Join.WITH or (piece.role == "easy" and not piece.count))


def _says_pace(piece: Piece) -> bool:
    is_named = any(each.quantity == "speed" for each in piece.aims)
    return (
        is_named or piece.clocked is not None or bool(piece.zone) or any(map(_says_pace, piece.inside or []))
    )


def _says_how(piece: Piece) -> bool:
    says = piece.role or piece.aims or piece.clocked or piece.zone or piece.rest or piece.is_race
    return bool(says) or any(map(_says_how, piece.inside or piece.made_of))
