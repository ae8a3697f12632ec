"""What stands before a colon in a line of gyms: a role, a part of the body or of the session."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.notation.grammar import any_of
from workout_core.patterns import lazy_pattern

_HEADING: Final = lazy_pattern(r"([^\W\d_][^:()@\"0-9;]{0,40}?)\s*(?::|\s-)\s+(?=\S)")
_ROLES: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ("warm up", "warmup", "warm-up", "wu", "w/u", "warm up sets", "warm-up sets", "activation"),
            "warmup",
        ),
        **dict.fromkeys(("cool down", "cooldown", "cool-down", "cd", "c/d", "warm down"), "cooldown"),
    }
)
_ROLE: Final = lazy_pattern(rf"({any_of(_ROLES)})\s+(?:with\s+)?(?=[0-9])", re.IGNORECASE)
_SAY_NOTHING: Final = frozenset(
    (
        *(
            "ab",
            "circuit",
            "core",
            "abs",
            "drills",
            "drill",
            "legs",
            "leg",
            "upper",
            "lower",
            "full",
            "body",
            "strength",
            "mobility",
        ),
        *(
            "plyos",
            "plyo",
            "plyometrics",
            "plyometric",
            "main",
            "finisher",
            "accessory",
            "accessories",
            "gym",
        ),
        *(
            "weights",
            "weight",
            "conditioning",
            "prehab",
            "rehab",
            "s&c",
            "stretching",
            "stretches",
            "workout",
        ),
        *(
            "session",
            "set",
            "block",
            "part",
            "day",
            "work",
            "lifts",
            "lift",
            "exercises",
            "exercise",
            "push",
            "pull",
        ),
        *("glutes", "glute", "hips", "hip", "calves", "calf", "ankle", "ankles", "foot", "feet", "shoulders"),
        *(
            "hamstrings",
            "back",
            "chest",
            "arms",
            "and",
            "&",
            "+",
            "/",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
        ),
        *(
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thurs",
            "fri",
            "sat",
            "sun",
            "then",
        ),
        *(
            "metcon",
            "wod",
            "routine",
            "home",
            "programme",
            "program",
            "power",
            "jumps",
            "flexibility",
            "stability",
        ),
        *(
            "balance",
            "physio",
            "running",
            "runner's",
            "runners",
            "post-run",
            "pre-run",
            "post",
            "pre",
            "run",
            "today",
        ),
    )
)
"""Words of headings that say which part of a session follows, or of the body, and nothing of what is done."""


_STRETCHES: Final = ("stretch", "stretches", "stretching", "static stretching", "static stretches")
_ROLLS: Final = ("foam roll", "foam roller", "foam rolling", "roll", "rolling")


class GymHeading(NamedTuple):
    """What a heading says of all that follows: its *role*, and what *kind* of exercise it is."""

    role: str = ""
    kind: str = ""


def heading_of(text: str) -> tuple[GymHeading, str]:
    """Return the heading with which *text* begins, and what stands behind it."""
    if found := _ROLE.match(text):
        return GymHeading(role=_ROLES[found[1].casefold()]), text[found.end() :]
    found = _HEADING.match(text)
    if found is None:
        return GymHeading(), text
    words, behind = " ".join(found[1].split()), text[found.end() :]
    if role := _ROLES.get(words.casefold()):
        return GymHeading(role=role), behind
    if words.casefold() in _STRETCHES:
        return GymHeading(kind="stretch"), behind
    if words.casefold() in _ROLLS:
        return GymHeading(kind="foam roll"), behind
    if says_nothing(words):
        return GymHeading(), behind
    return GymHeading(), text


def says_nothing(words: str) -> bool:
    """Tell whether *words* are a heading that says nothing of what is done."""
    return _SAY_NOTHING.issuperset(words.casefold().replace("/", " ").split())


def role_called(words: str) -> str:
    """Return the role that *words* are, or nothing: ``warm up``."""
    return _ROLES.get(words.casefold(), "")
