"""Long runs: plain, with a fast finish, or with blocks at race pace."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter
from workout_core.fields.amounts import Amount
from workout_core.fields.measures import (
    AMOUNT,
    COUNT,
    DISTANCE,
    PACE,
    PACE_OR_NAME,
    TIME,
    TOLERANCE,
    one_of,
)
from workout_core.fields.parameters import parameter
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext
from workout_core.model.duration import Distance
from workout_core.model.target import Named
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.phrases import say_duration, say_speed
from workout_core.recipes.frame import LIKE_THE_WHOLE, MeasuredFrame, effort, framed, held, paced, total, work
from workout_core.recipes.recipe import Recipe


class LongRunKind(Enum):
    """What a long run is made of."""

    PLAIN = "plain"
    FAST_FINISH = "fast-finish"
    RACE_PACE_BLOCKS = "race-pace-blocks"

    @property
    def says(self) -> str:
        """What it means, for who chooses."""
        return _KINDS[self]


_KINDS: Final = MappingProxyType(
    {
        LongRunKind.PLAIN: "easy from start to finish",
        LongRunKind.FAST_FINISH: "easy, then fast to the end",
        LongRunKind.RACE_PACE_BLOCKS: "fast blocks in the middle, easy around them",
    }
)


@frozen(kw_only=True)
class LongRun(MeasuredFrame):
    """A long easy run, with or without a fast part."""

    distance: float | None = parameter(DISTANCE, "how far in all; or", None)
    time: float | None = parameter(TIME, "how long in all", None)
    kind: LongRunKind = parameter(one_of(LongRunKind), "what it is made of", LongRunKind.PLAIN)
    easy: float | None = parameter(PACE, "the easy pace; by effort when left out", None)
    pace: float | Named | None = parameter(PACE_OR_NAME, "the fast pace; marathon pace when left out", None)
    work: Amount | None = parameter(
        AMOUNT, "how long the fast finish, or each block, is; a fifth of all when left out", None
    )
    times: int = parameter(COUNT, "how many blocks", 2)
    rest: Amount | None = parameter(AMOUNT, "easy between blocks; half a block when left out", None)
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(8.0))

    def __attrs_post_init__(self) -> None:
        for name in ("pace", "work", "rest"):
            if self.kind is LongRunKind.PLAIN and getattr(self, name) is not None:
                raise InvalidParameter(
                    name, gettext("a plain long run has nothing fast in it (give its 'kind')")
                )
        if self.easy and isinstance(self.pace, float) and self.easy >= self.pace:
            pace, easy = (say_speed(speed, units=self.system) for speed in (self.pace, self.easy))
            raise InvalidParameter(
                "pace", gettext("{pace} is not faster than the easy {easy}", pace=pace, easy=easy)
            )

    @property
    def whole(self) -> Amount:
        """The distance or the time in all."""
        return total(self.distance, self.time)


def _build(given: LongRun) -> Workout:
    whole = given.whole
    length = say_duration(whole)
    if given.kind is LongRunKind.PLAIN:
        return framed(gettext("Long run {length}", length=length), given, (_easy(given, whole),))
    target = paced(given.pace, "marathon", given.tolerance)
    fast = work(_like(whole, given.work, "work", 0.2), target, 7, speed=given.pace, units=given.units)
    if given.kind is LongRunKind.FAST_FINISH:
        before = _left(whole, _size(fast.duration), "work")
        name = gettext("Long run {length} with a fast finish", length=length)
        return framed(name, given, (_easy(given, before), fast))
    rest = _like(whole, given.rest, "rest", _size(fast.duration) / _size(whole) / 2)
    blocks_alone = _left(whole, given.times * _size(fast.duration), "work")
    around = _left(blocks_alone, (given.times - 1) * _size(rest), "rest")
    before = after = type(around)(_size(around) / 2)
    blocks: tuple[Item, ...] = (fast,)
    if given.times > 1:
        blocks = (
            Repeat(
                times=given.times, items=(fast, _easy(given, rest, Intensity.RECOVERY)), skip_last_rest=True
            ),
        )
    name = gettext("Long run {length} with race-pace blocks", length=length)
    return framed(name, given, (_easy(given, before), *blocks, _easy(given, after)))


def _easy(given: LongRun, duration: Amount, intensity: Intensity = Intensity.EASY) -> Step:
    target = effort(3, 4) if given.easy is None else held(given.easy, given.tolerance)
    return Step(duration=duration, target=target, intensity=intensity)


def _size(amount: object) -> float:
    return amount.metres if isinstance(amount, Distance) else float(getattr(amount, "seconds", 0.0))


def _like(whole: Amount, part: Amount | None, name: str, share: float) -> Amount:
    """Return *part*, which is a time or a distance as *whole* is, or *share* of it."""
    if part is None:
        return type(whole)(round(_size(whole) * share, 6))
    if type(part) is not type(whole):
        told = LIKE_THE_WHOLE[isinstance(whole, Distance)]
        raise InvalidParameter(name, gettext(told, amount=repr(say_duration(part))))
    return part


def _left(whole: Amount, taken: float, name: str) -> Amount:
    """Return what is left of *whole*, of which the parameter called *name* takes something."""
    if taken >= _size(whole):
        raise InvalidParameter(
            name, gettext("takes all of the {amount} there are, and more", amount=say_duration(whole))
        )
    return type(whole)(round(_size(whole) - taken, 6))


long_run: Final = Recipe(
    name="long-run",
    title="A long run: plain, with a fast finish, or with race-pace blocks",
    parameters=LongRun,
    build=_build,
    example=(("distance", "25km"), ("kind", "fast-finish")),
    volume=("distance", "time"),
)
