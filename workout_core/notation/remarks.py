"""How an exercise is done, in a few words that are kept as its cue: ``off a step, slow``, ``20cm box``."""

from __future__ import annotations

import re
from typing import Final

from workout_core.notation.grammar import any_of
from workout_core.patterns import lazy_pattern
from workout_core.units import NUMBER, SPAN

_LINKS: Final = (
    *("a", "an", "and", "at", "from", "in", "into", "is", "of", "off", "on", "only", "over", "per", "the"),
    *("through", "back", "to", "with", "w/", "against", "between", "no", "without", "as", "by"),
)
_WORDS: Final = (
    *(
        "alternating",
        "ankle",
        "ankles",
        "arms",
        "band",
        "barefoot",
        "bench",
        "bent",
        "block",
        "bottom",
        "box",
    ),
    *(
        "chair",
        "close",
        "closed",
        "concentric",
        "control",
        "controlled",
        "core",
        "decline",
        "down",
        "eccentric",
    ),
    *(
        "eccentrics",
        "edge",
        "elbow",
        "elbows",
        "elevated",
        "end",
        "explosive",
        "eyes",
        "feet",
        "fast",
        "flat",
    ),
    *(
        "floor",
        "foot",
        "full",
        "grip",
        "hands",
        "head",
        "heel",
        "heels",
        "high",
        "hip",
        "hips",
        "hold",
        "incline",
    ),
    *(
        "inside",
        "knee",
        "kneeling",
        "knees",
        "leg",
        "legs",
        "low",
        "lower",
        "lowering",
        "mat",
        "motion",
        "narrow",
    ),
    *(
        "negative",
        "negatives",
        "neutral",
        "open",
        "out",
        "outside",
        "overhand",
        "overhead",
        "pain",
        "pain-free",
    ),
    *("parallel", "pause", "paused", "prone", "rail", "range", "reps", "rom", "seated", "shoes", "shoulder"),
    *(
        "shoulders",
        "sides",
        "slow",
        "slowly",
        "smooth",
        "squeeze",
        "stair",
        "standing",
        "step",
        "straight",
        "strict",
    ),
    *(
        "supine",
        "supported",
        "table",
        "tall",
        "toes",
        "top",
        "towel",
        "underhand",
        "unsupported",
        "up",
        "wall",
    ),
    *("wide", "width", "free", "ball", "cushion", "short", "long", "lever", "bosu", "deficit"),
    *(
        "heavy",
        "light",
        "weight",
        "weights",
        "load",
        "drop",
        "dropset",
        "dropsets",
        "set",
        "sets",
        "last",
        "final",
    ),
    *(
        "form",
        "good",
        "perfect",
        "quality",
        "quick",
        "soft",
        "landing",
        "landings",
        "height",
        "max",
        "bounce",
    ),
    *(
        "front",
        "rack",
        "behind",
        "chest",
        "back",
        "depth",
        "below",
        "above",
        "shin",
        "shins",
        "bar",
        "line",
        "alternate",
    ),
    *("assisted", "loose", "relaxed", "rings", "doorway", "forward", "backward"),
    *(
        "forwards",
        "backwards",
        "fwd",
        "bwd",
        "sideways",
        "breathing",
        "breathe",
        "tension",
        "tight",
        "engaged",
        "braced",
    ),
)
HEIGHT: Final = rf"{NUMBER}\s?(?:cm|inch(?:es)?|in)"
_SECONDS: Final = (
    rf"(?:{SPAN})\s+(?=(?:up|down|lower|lowering|eccentrics?|concentric|negatives?|pause|hold|at)\b)"
)
_SAID: Final = rf"(?:{HEIGHT}|{any_of(_WORDS)})(?![\w-])"
_LAST: Final = rf"(?:\s+(?:for\s+)?(?:{SPAN}))?"
_HOW: Final = rf"(?:{any_of(_LINKS)}\s+|{_SECONDS})*{_SAID}"
REMARK: Final = rf"{_HOW}(?:(?:\s+|\s*[/+&-]\s*){_HOW})*{_LAST}"
"""Words that say how, and only those: anything else may be a slip of the pen, and is asked about."""
_REMARK: Final = lazy_pattern(REMARK, re.IGNORECASE)


def is_remark(words: str) -> bool:
    """Tell whether *words* say how an exercise is done, and nothing that is counted."""
    return _REMARK.fullmatch(words) is not None
