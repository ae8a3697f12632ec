"""When two names mean the same exercise: case, hyphens, brackets, plurals and abbreviations do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_MEANT: Final = MappingProxyType(
    {
        "bb": "barbell",
        "db": "dumbbell",
        "kb": "kettlebell",
        "rdl": "romanian deadlift",
        "dl": "deadlift",
        "bss": "bulgarian split squat",
        "kbs": "kettlebell swing",
        "ohp": "overhead press",
        "tgu": "turkish get up",
        "sl": "single leg",
        "bw": "bodyweight",
        "one": "single",
        "1": "single",
        "legged": "leg",
        "armed": "arm",
        "flye": "fly",
        "calve": "calf",
        "dumbell": "dumbbell",
    }
)


@lru_cache(maxsize=4096)
def spoken(name: str) -> str:
    """Return *name* in plain words, the same for all ways to write it: ``single leg romanian deadlift``."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("'", "").replace("\u2019", "").rstrip()
    return " ".join(map(_meant, _WORD.findall(_unbracketed(plain))))


def _unbracketed(name: str) -> str:
    """Return a *name* and what with, as logs of gyms have it: ``bench press (barbell)``, as one name."""
    if not name.endswith(")"):
        return name
    before, _, what = name[:-1].rpartition("(")
    return f"{what} {before}" if before.strip() and ")" not in what else name


def key(name: str) -> str:
    """Return what is equal for names of the same exercise; ``push-ups`` and ``pushup`` have the same.

    A name without a letter or a digit stands for itself.
    """
    return spoken(name).replace(" ", "") or " ".join(name.casefold().split())


def _meant(word: str) -> str:
    return _MEANT.get(word) or _MEANT.get(_singular(word), _singular(word))


def _singular(word: str) -> str:
    if word.endswith(("sses", "shes", "ches")):
        return word[:-2]
    if word.endswith("ies") and len(word) > len("pies"):
        return f"{word[:-3]}y"
    is_plural = len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us"))  # noqa: PLR2004 - "is"
    return word[:-1] if is_plural else word
