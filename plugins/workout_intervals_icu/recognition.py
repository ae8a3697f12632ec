"""Whether a text without a telling name is one of the workout builder."""

from __future__ import annotations

import re
from typing import Final

from workout_intervals_icu.parts import PartKind, parts_of

_STEP: Final = re.compile(r"^[ \t]*-[ \t]*(\S.*)$", re.MULTILINE)
_LENGTHS: Final = frozenset({PartKind.TIME, PartKind.DISTANCE})
_OWN: Final = frozenset(
    {
        PartKind.SHARE,
        PartKind.WATTS,
        PartKind.ZONE,
        PartKind.CUSTOM_ZONE,
        PartKind.RAMP,
        PartKind.FREE,
        PartKind.LAP,
        PartKind.SETTING,
        PartKind.MEAN_MAXIMUM,
    }
)
_MOST_LINES: Final = 200


def looks_like_steps(data: bytes) -> bool:
    """Tell whether most lines with a dash have a duration of the builder, and one of them a target of it."""
    lines = _STEP.findall(data.decode("utf-8", errors="replace"))[:_MOST_LINES]
    kinds = [{part.kind for part in parts_of(line)} for line in lines]
    steps = [each for each in kinds if each & _LENGTHS]
    has_own = any(each & _OWN or PartKind.PACE in each for each in steps)
    return has_own and 2 * len(steps) > len(lines)
