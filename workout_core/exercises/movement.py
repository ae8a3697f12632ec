"""The record of an exercise: what it is called, what it is for, and where the FIT profile has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from attrs import field, frozen
from attrs.converters import optional

from workout_core.errors import InvalidWorkout, shown

_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)?")


class MovementKind(Enum):
    """What sort of exercise it is."""

    STRENGTH = "strength"
    PLYOMETRIC = "plyometric"
    DRILL = "drill"
    MOBILITY = "mobility"
    BREATHING = "breathing"


class Sides(Enum):
    """How the sides of the body take part: both at once, one and then the other, or in turns."""

    TOGETHER = "together"
    EACH = "each"
    ALTERNATING = "alternating"


class Tier(Enum):
    """How well the profile's name says what an exercise is."""

    EXACT = "exact"
    CLOSE = "close"
    CATEGORY = "category"


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    if isinstance(texts, str):
        raise InvalidWorkout(f"several texts are needed: [{texts!r}]")
    return tuple(texts)


@frozen(kw_only=True)
class Movement:
    """An exercise that can be found by name.

    Attributes:
        name: what coaches call it.
        aliases: other names.
        kind: what sort of exercise it is.
        sides: how the sides of the body take part.
        muscles: that do the work, the most important first.
        dose: what is usual, in the notation: ``3x8/side, rest 60s``.
        purpose: what it is for.
        cue: one thing to think of.
        profile: ``category.name`` of the FIT profile, or a ``category`` alone; nothing if it has none.
        tier: how well that fits.
        older: the same for watches that know the first categories only, where it differs.
    """

    name: str
    aliases: tuple[str, ...] = field(default=(), converter=_texts)
    kind: MovementKind | None = field(default=None, converter=optional(MovementKind))
    sides: Sides | None = field(default=None, converter=optional(Sides))
    muscles: tuple[str, ...] = field(default=(), converter=_texts)
    dose: str = ""
    purpose: str = ""
    cue: str = ""
    profile: str = ""
    tier: Tier = field(default=Tier.EXACT, converter=Tier)
    older: str = ""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip() or len(self.name.splitlines()) > 1:
            raise InvalidWorkout(f"an exercise needs a name of one line: {self.name!r}")
        for code in (self.profile, self.older):
            if code and not _CODE.fullmatch(code):
                raise InvalidWorkout(
                    f"{self.name}: {shown(code)} is no exercise of the profile (like 'squat.goblet_squat')"
                )
