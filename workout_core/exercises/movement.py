"""The record of an exercise: what people call it, what it is for, and what formats call it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final, TypeVar

from attrs import Factory, field, frozen

from workout_core.errors import InvalidWorkout, shown, suggestion

_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)?")


class MovementKind(Enum):
    """What sort of exercise it is."""

    STRENGTH = "strength"
    PLYOMETRIC = "plyometric"
    DRILL = "drill"
    MOBILITY = "mobility"
    BREATHING = "breathing"


_OF_HOLDS: Final = (MovementKind.STRENGTH, MovementKind.MOBILITY, MovementKind.BREATHING)
_TIMED_DOSE: Final = re.compile(r"[0-9]+x[0-9.]+(?:s|min|m)\b")


class Sides(Enum):
    """How the sides of the body take part: both at once, one and then the other, or in turns."""

    TOGETHER = "together"
    EACH = "each"
    ALTERNATING = "alternating"


class Tier(Enum):
    """How well a format's code says what an exercise is."""

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


def _choice(what: str, kind: type[_Choice], value: _Choice | str) -> _Choice:
    if isinstance(value, kind):
        return value
    for each in kind:
        if each.value == value:
            return each
    choices = suggestion(str(value), [each.value for each in kind])
    raise InvalidWorkout(f"{value!r:.80} is not {what} ({choices})")


def _kind(value: MovementKind | str | None) -> MovementKind | None:
    return value if value is None else _choice("a kind of exercises", MovementKind, value)


def _sides(value: Sides | str | None) -> Sides | None:
    return value if value is None else _choice("a way to use the sides", Sides, value)


def _tier(value: Tier | str) -> Tier:
    return _choice("a tier", Tier, value)


@frozen
class ExerciseCode:
    """What a format calls an exercise.

    Attributes:
        format: the name of the format.
        code: ``category.name``, or a ``category`` alone.
        tier: how well that fits; exactly when left out, or by its category where that stands alone.
    """

    format: str = field(converter=_text)
    code: str = field(converter=_text)
    tier: Tier = field(
        default=Factory(lambda self: Tier.EXACT if "." in self.code else Tier.CATEGORY, takes_self=True),
        converter=_tier,
    )

    def __attrs_post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise InvalidWorkout(
                f"{self.format}: {shown(self.code)} is no code of an exercise (like 'squat.goblet_squat')"
            )


def _codes(codes: Iterable[ExerciseCode | tuple[str, ...]]) -> tuple[ExerciseCode, ...]:
    return tuple(each if isinstance(each, ExerciseCode) else ExerciseCode(*each) for each in codes)


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
        codes: what formats call it, the best first where a format has several.
    """

    name: str
    aliases: tuple[str, ...] = field(default=(), converter=_texts)
    kind: MovementKind | None = field(default=None, converter=_kind)
    sides: Sides | None = field(default=None, converter=_sides)
    muscles: tuple[str, ...] = field(default=(), converter=_texts)
    dose: str = field(default="", converter=_text)
    purpose: str = field(default="", converter=_text)
    cue: str = field(default="", converter=_text)
    codes: tuple[ExerciseCode, ...] = field(default=(), converter=_codes)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip() or len(self.name.splitlines()) > 1:
            raise InvalidWorkout(f"an exercise needs a name of one line: {self.name!r}")

    @property
    def is_hold(self) -> bool:
        """Whether it is a hold, a stretch or a carry, of which nobody counts repetitions."""
        return self.kind in _OF_HOLDS and _TIMED_DOSE.match(self.dose) is not None

    @property
    def is_bare(self) -> bool:
        """Whether a format has codes for it, and nobody describes it."""
        told = self.aliases, self.sides, self.muscles, self.dose, self.purpose, self.cue
        return bool(self.codes) and not any(told)
