"""The part that a step plays: as the builder's setting, and as words say it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core import Intensity

INTENSITIES: Final = MappingProxyType(
    {
        "active": Intensity.WORK,
        "interval": Intensity.WORK,
        "work": Intensity.WORK,
        "warmup": Intensity.WARMUP,
        "cooldown": Intensity.COOLDOWN,
        "recovery": Intensity.RECOVERY,
        "rest": Intensity.REST,
    }
)
_WORDS: Final = MappingProxyType(
    {
        "warmup": Intensity.WARMUP,
        "warm up": Intensity.WARMUP,
        "warm-up": Intensity.WARMUP,
        "cooldown": Intensity.COOLDOWN,
        "cool down": Intensity.COOLDOWN,
        "cool-down": Intensity.COOLDOWN,
        "recovery": Intensity.RECOVERY,
        "recover": Intensity.RECOVERY,
        "rest": Intensity.REST,
    }
)


def said_role(words: str) -> Intensity | None:
    """Return the part that *words* say a step plays, if they begin with it."""
    folded = words.casefold()
    first = folded.partition(" ")[0].rstrip(",:;")
    return _WORDS.get(folded) or _WORDS.get(first)


def says_only(words: str, role: Intensity) -> bool:
    """Tell whether *words* say *role* and nothing else."""
    return _WORDS.get(words.casefold()) is role


def write_role(intensity: Intensity, words: str) -> str:
    """Return the setting for *intensity* of a step with these *words*; none is needed for work."""
    if intensity is Intensity.WORK:
        return "" if said_role(words) is None else "intensity=active"
    return f"intensity={intensity.value}"
