"""Which lines are steps, which are meant to be, and which are prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Final
from warnings import catch_warnings, simplefilter

from workout_core.errors import WorkoutWarning
from workout_core.exercises.book import ExerciseBook
from workout_core.languages import Language, in_language
from workout_core.notation.grammar import ROLES
from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.parser import can_be_read
from workout_core.notation.shorthand.words import MEANINGS
from workout_core.patterns import lazy_pattern
from workout_core.units import LENGTHS

LONGEST_STEP: Final = 2_000
"""Letters of a line that is still tried as a step."""
_WORD: Final = lazy_pattern(r"[^\W\d_]{2,}")
_DIGIT: Final = lazy_pattern(
    r"(?<![\w.:/-])[0-9]{1,4}(?![0-9]|\s?(?:st|nd|rd|th|[ap]m|oclock)(?!\w)|[/-][0-9]|[.:][0-9]{2}\s?(?:[ap]m))",
)
_SETS: Final = lazy_pattern(
    r"[0-9]\s?[x\u00d7*](?:\s?[0-9(]|\s*$)|[0-9]\s+(?:sets|rounds)\s+of", re.IGNORECASE
)
_AMOUNT: Final = lazy_pattern(
    r"[0-9]\s?(?:km?|mi(?:les?|ns?|n?utes?)?|m|met(?:er|re)s?|h(?:ou)?r?s?|s(?:ec(?:ond)?s?)?|reps?|[EMTIR](?![a-z])"
    r"|['\"\u2032\u2033\u2019\u201d]|%)(?!\w)|[0-9]:[0-9]{2}/|@\s*\w",
)
_HEADER: Final = lazy_pattern(r"[0-9]|(?i:repeat|superset|circuit|rounds?|amrap|emom|tabata)(?!\w)")
"""What the head of a repeat says; other words before brackets are an exercise."""
_PROSE: Final = lazy_pattern(
    r"(?:keep|try|remember|don['\u2019]?t|do not|please|make sure|if|focus|aim|stay|let|bring|meet|see|note|"
    r"nb|ps|p\.s|i|i['\u2019]m|we|you|my|your|this|that|these|it|there|here|hi|hello|hey|dear|thanks|thank|cheers|"
    r"looking|hope|good|great|well|sorry|as|in|on (?:the|your))(?!\w)",
    re.IGNORECASE,
)
_MOST_UNKNOWN: Final = 3
"""Words of a line with sets that may be an exercise nobody knows."""


@contextmanager
def quietly() -> Iterator[None]:
    """Keep back what is doubtful in lines that are only tried: what reads them at last will tell it."""
    with catch_warnings():
        simplefilter("ignore", WorkoutWarning)
        yield


@lru_cache(4096)  # several rules ask the same of each line of a message
def is_step(line: str, book: ExerciseBook) -> bool:
    """Tell whether *line* alone reads as steps."""
    with quietly(), in_language(Language.ENGLISH):  # nobody is told, and it is the same in each
        return len(line) <= LONGEST_STEP and can_be_read(line, book)


def is_header(line: str, book: ExerciseBook) -> bool:
    """Tell whether *line* is the head of a repeat, whose steps stand below it."""
    return _HEADER.search(line) is not None and any(
        is_step(f"{line} ({step})", book) for step in ("1min", "Squat 5 reps")
    )


def says_how_much(line: str) -> bool:
    """Tell whether *line* says how long or how far, and does not begin as prose does."""
    return _AMOUNT.search(line) is not None and not _PROSE.match(line.strip())


def looks_like_session(line: str) -> bool:
    """Tell whether *line*, which is no step, is meant to be: it says how much, in words of training."""
    if _SETS.search(line):
        most = _MOST_UNKNOWN
    elif _PROSE.match(line.strip()) or (not _DIGIT.search(line) and not _AMOUNT.search(line)):
        return False
    else:
        most = -1
    words = [word.casefold() for word in _WORD.findall(line)]
    unknown = sum(word not in _known_words() for word in words)
    known = len(words) - unknown
    if not known and not _AMOUNT.search(line) and most < 0:
        return False
    return unknown <= max(most, 1, known)


@cache
def _known_words() -> frozenset[str]:
    """Return the words of the notation and of its shorthand, and what they are often misspelt around."""
    phrases = (*MEANINGS, *PACE_WORDS, *ROLES, *LENGTHS)
    more = (
        "min mins minute minutes hour hours hr hrs sec secs second seconds mile miles metres meters km reps"
    )
    return frozenset(
        word.casefold() for phrase in (*phrases, *more.split()) for word in _WORD.findall(phrase)
    )
