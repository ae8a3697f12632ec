"""The record of an exercise: what it is called, what it is for, and where the FIT profile has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final, TypeVar

from attrs import field, frozen

from workout_core.errors import InvalidWorkout, shown, suggestion

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
    made = tuple(texts)
    for text in made:
        _text(text)
    return made


def _text(text: str) -> str:
    if not isinstance(text, str):
        raise InvalidWorkout(f"an exercise is described in words: {text!r:.80}")
    return text


_Choice = TypeVar("_Choice", bound=Enum)


def _choice(what: str, kind: type[_Choice], value: _Choice | str | None) -> _Choice | None:
    if value is None or isinstance(value, kind):
        return value
    for each in kind:
        if each.value == value:
            return each
    choices = suggestion(str(value), [each.value for each in kind])
    raise InvalidWorkout(f"{value!r:.80} is not {what} ({choices})")


def _kind(value: MovementKind | str | None) -> MovementKind | None:
    return _choice("a kind of exercises", MovementKind, value)


def _sides(value: Sides | str | None) -> Sides | None:
    return _choice("a way to use the sides", Sides, value)


def _tier(value: Tier | str | None) -> Tier | None:
    return _choice("a tier", Tier, value)


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
        tier: how well that fits; exactly when left out, or by its category where that stands alone.
        older: the same for watches that know the first categories only, where it differs.
    """

    name: str
    aliases: tuple[str, ...] = field(default=(), converter=_texts)
    kind: MovementKind | None = field(default=None, converter=_kind)
    sides: Sides | None = field(default=None, converter=_sides)
    muscles: tuple[str, ...] = field(default=(), converter=_texts)
    dose: str = field(default="", converter=_text)
    purpose: str = field(default="", converter=_text)
    cue: str = field(default="", converter=_text)
    profile: str = field(default="", converter=_text)
    tier: Tier | None = field(default=None, converter=_tier)
    older: str = field(default="", converter=_text)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip() or len(self.name.splitlines()) > 1:
            raise InvalidWorkout(f"an exercise needs a name of one line: {self.name!r}")
        for code in (self.profile, self.older):
            if code and not _CODE.fullmatch(code):
                raise InvalidWorkout(
                    f"{self.name}: {shown(code)} is no exercise of the profile (like 'squat.goblet_squat')"
                )
        if self.tier is None and self.profile:
            object.__setattr__(self, "tier", Tier.EXACT if "." in self.profile else Tier.CATEGORY)
