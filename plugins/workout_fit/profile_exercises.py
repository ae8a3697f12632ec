"""The exercises that the FIT profile names, as records with its codes, and its codes for the core's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from workout_core import ExerciseCode, Movement, MovementKind, Tier
from workout_fit.exercise_numbers import NO_NAME, UNKNOWN, categories

FORMAT: Final = "fit"
"""Whose codes these are."""
CODES: Final = "exercise_codes.csv"
"""What the profile calls the core's exercises, and what it is for watches that know fewer categories."""
GYM_NAMES: Final = "gym_names.csv"
"""Usual names that the profile has in other words, and how near those are."""
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
_CALLED: Final = MappingProxyType(
    {"crunch.leg_extensions": "Leg extensions (crunch)", "move.hamstring_curl": "Hamstring curl (move)"}
)
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


@cache
def ours() -> dict[str, tuple[ExerciseCode, ...]]:
    """Return the codes of the core's exercises by their names."""
    from csv import DictReader

    text = Path(__file__).with_name(CODES).read_text("utf-8")
    return {row["exercise"]: tuple(_codes(row)) for row in DictReader(text.splitlines())}


def _codes(row: dict[str, str]) -> Iterator[ExerciseCode]:
    yield ExerciseCode(FORMAT, row["code"], Tier(row["tier"]))
    if row["older"]:
        yield ExerciseCode(FORMAT, row["older"], Tier.CLOSE)


@cache
def exercises() -> tuple[Movement, ...]:
    """Return the codes of the core's exercises, every category as the exercise of its name, and all names.

    One that is done with equipment says so: ``Banded glute bridge``.
    """
    named = {name: terms for name, (number, terms) in categories().items() if number != UNKNOWN}
    coded = (Movement(name=name, codes=codes) for name, codes in ours().items())
    alone = (_movement(category, category if category in terms else "") for category, terms in named.items())
    terms_of_all = (
        _movement(category, term)
        for category, terms in named.items()
        for term in terms
        if term not in (category, NO_NAME)
    )
    return (*coded, *alone, *terms_of_all)


def of_gyms() -> Iterator[Movement]:
    """Yield the usual names of what the profile has in other words."""
    from csv import DictReader

    text = Path(__file__).with_name(GYM_NAMES).read_text("utf-8")
    for row in DictReader(text.splitlines()):
        code = ExerciseCode(FORMAT, row["code"], Tier(row["tier"]))
        category = row["code"].partition(".")[0]
        kind = _KINDS.get(category, MovementKind.STRENGTH)
        yield Movement(name=row["name"], kind=kind, codes=(code,))


def _movement(category: str, term: str) -> Movement:
    words = _NUMBER.sub("", term) or category
    if category in EQUIPMENT and words != category and not _says_so(words):
        words = f"{EQUIPMENT[category]} {words}"
    code = f"{category}.{term}" if term else category
    return Movement(
        name=_CALLED.get(code) or words.replace("_", " ").capitalize(),
        kind=_KINDS.get(category, MovementKind.STRENGTH),
        codes=(ExerciseCode(FORMAT, code, Tier.EXACT),),
    )


def _says_so(words: str) -> bool:
    return any(word.startswith(_SAYS_SO) for word in words.split("_"))
