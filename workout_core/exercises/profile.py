"""The exercises that the FIT profile names, from the tables of fit-tool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from workout_core.exercises.movement import Movement, MovementKind, Tier

EQUIPMENT: Final = MappingProxyType(
    {
        "banded_exercises": "banded",
        "battle_rope": "battle rope",
        "bike": "bike",
        "bike_outdoor": "outdoor bike",
        "indoor_bike": "indoor bike",
        "run_indoor": "indoor run",
        "sandbag": "sandbag",
        "sled": "sled",
        "sledge_hammer": "sledge hammer",
        "suspension": "suspension",
        "tire": "tire",
    }
)
"""Categories of exercises with something, and the word that says so where a name does not."""
_NUMBER: Final = re.compile(r"^_?n?(?=[0-9])")
"""What fit-tool writes before a name that begins with a number."""
_CALLED: Final = MappingProxyType({"crunch.leg_extensions": "Leg extensions (crunch)"})
"""Names that people have for something else."""
_SAYS_SO: Final = ("band", "rope", "bike", "sandbag", "sled", "suspension", "trx", "tire", "run")
_KINDS: Final = MappingProxyType(
    {
        "plyo": MovementKind.PLYOMETRIC,
        "run": MovementKind.DRILL,
        "run_indoor": MovementKind.DRILL,
        "ladder": MovementKind.DRILL,
        "warm_up": MovementKind.MOBILITY,
        "pose": MovementKind.MOBILITY,
        "move": MovementKind.MOBILITY,
    }
)


def profile_movements() -> Iterator[Movement]:
    """Yield every category of the profile, as the exercise of its own name where it has one, and all names.

    One that is done with equipment says so: ``Banded glute bridge``.
    """
    from fit_tool.profile import profile_type  # noqa: PLC0415 - 50 ms, for names we do not know ourselves

    named = {
        category.name.lower(): [
            member.name.lower()
            for member in getattr(profile_type, f"{_title(category.name)}ExerciseName", ())
        ]
        for category in profile_type.ExerciseCategory
        if category is not profile_type.ExerciseCategory.UNKNOWN
    }
    for category, terms in named.items():
        yield _movement(category, category if category in terms else "")
    for category, terms in named.items():
        yield from (_movement(category, term) for term in terms if term != category)


def _title(category: str) -> str:
    return "".join(word.capitalize() for word in category.split("_"))


def _movement(category: str, term: str) -> Movement:
    words = _NUMBER.sub("", term) or category
    if category in EQUIPMENT and words != category and not _says_so(words):
        words = f"{EQUIPMENT[category]} {words}"
    profile = f"{category}.{term}" if term else category
    return Movement(
        name=_CALLED.get(profile) or words.replace("_", " ").capitalize(),
        kind=_KINDS.get(category, MovementKind.STRENGTH),
        profile=profile,
        tier=Tier.EXACT,
    )


def _says_so(words: str) -> bool:
    return any(word.startswith(_SAYS_SO) for word in words.split("_"))
