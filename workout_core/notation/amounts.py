"""How much a set is, and its role, as found in a line: ``4x5``, ``3x12/10/8``, ``2x15 steps each way``."""

from __future__ import annotations

import re
from typing import Final

from workout_core.model.workout import Intensity
from workout_core.notation.grammar import ROLES
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, HOURS_MINUTES, NUMBER, SPAN

_LENGTH: Final = rf"{NUMBER}\s*(?:km|miles?|mi|yards?|yds?|yd|metres?|meters?|m)\b"
_COUNT: Final = r"[0-9]{1,9}(?:\s*[-\u2013]\s*[0-9]{1,9})?"
_LAP: Final = r"lap(?:\s+button)?\b"
_LOW: Final = r"[0-9][\w.:]*(?:[-\u2013]|\s[-\u2013]\s)"
"""The lower end of a range, before the amount that is its upper end: ``30-45s``."""
_MEASURED: Final = (
    rf"{_COUNT}\s*(?:rep|step|breath)s?\b|AMRAP\b|max\s+reps?\b|to\s+failure\b"
    rf"|(?:{_LOW})?(?:(?:{SPAN})\b|{CLOCK}|{HOURS_MINUTES}\b|{_LENGTH})|{_LAP}|[0-9]{{1,9}}\s*kcal\b"
)
_SETS: Final = (
    r"(?P<sets>[0-9]{1,9})(?:\s*[-\u2013]\s*(?P<most_sets>[0-9]{1,9}))?"
    r"\s*(?:sets?\b\s*(?:of\b|[x\u00d7*])?|[x\u00d7*])\s*"
)
_BODY: Final = r"(?:side|leg|arm|foot|hand)"
_LISTED: Final = r"(?:[0-9]{1,4}|AMRAP\b|max\b)"
_LISTED_UNIT: Final = r"(?:\s*(?:s|secs?|seconds?|reps?|steps|breaths)\b)?(?![\w:.-]|/\s*[0-9])"
_LIST: Final = (
    rf"{_LISTED}(?:\s*[,/]\s*{_LISTED})+{_LISTED_UNIT}|[0-9]{{1,4}}(?:-[0-9]{{1,4}}){{2,}}{_LISTED_UNIT}"
)
_LIST_ALONE: Final = rf"[0-9]{{1,4}}(?:\s*[,/]\s*[0-9]{{1,4}}){{2,}}{_LISTED_UNIT}"
SIDE: Final = (
    rf"(?:/\s*{_BODY}|per\s+(?:{_BODY}|direction)|(?:each|ea)(?:\s+(?:{_BODY}|way|direction))?"
    r"|both\s+(?:sides|legs|arms|ways|directions)|e/[sl]|l/r)(?!\w)"
)
# What is said twice here is compiled twice: written out with and without sets it took 9 ms.
AMOUNT: Final = lazy_pattern(
    rf"(?<![^\s\"])(?:{_SETS})?(?P<each>(?(sets)(?:{_LIST})|(?:{_LIST_ALONE}))|{_MEASURED}"
    rf"|(?:{_COUNT}|max\b|failure\b)(?(sets)|(?=\s*{SIDE})))(?![\w:])"
    rf"(?:\s+hold\b)?(?:\s*(?P<side>{SIDE}))?",
    re.IGNORECASE,
)
BARE: Final = lazy_pattern(_COUNT)
SETS_FIRST: Final = lazy_pattern(
    rf"(?P<bullet>(?:[-\u2013\u2014*\u2022\u00b7]\s+)?)(?P<dose>{_SETS}(?P<each>{_LIST}|{_COUNT})"
    r"(?:\s*(?:s|secs?|reps?)\b)?)(?P<gap>\s+)"
    r"(?!(?:min|minutes?|mins|km?|mi|miles?|m|metres?|meters?|yards?|x|of|in)\b)(?P<name>[^\W\d_][^@\"0-9]*?)"
    rf"(?=\s*(?:$|[@\"]|(?<!\S)(?:{SIDE}|(?:w/|with\b|rest\b|at\s+(?=[0-9])))))",
    re.IGNORECASE,
)
"""Sets that stand before the exercise: ``3x10 squats``."""
_NO_SETS: Final = r"(?P<sets>(?!))?(?P<most_sets>(?!))?"
INSIDE: Final = lazy_pattern(
    rf"(?<=\s){_NO_SETS}(?P<each>{_COUNT}|max\b)(?P<side>(?!))?(?=\s*(?:$|[@\"]))", re.IGNORECASE
)
COUNT_BEFORE: Final = lazy_pattern(
    rf"{_NO_SETS}(?P<each>{_COUNT}|(?:{SPAN}))\s+(?P<name>[^\W\d_][^@\"0-9]*?)(?:\s+(?P<side>{SIDE}))?"
    r"\s*(?=$|[@\"])",
    re.IGNORECASE,
)


def role_of_sets(label: str) -> Intensity | None:
    """Return the role that *label* gives the sets of an exercise: ``Warm-up``, ``Warm-up sets``."""
    return ROLES.get(label.casefold().removesuffix(" sets"))
