"""Runs that get faster: steadily, in thirds, at the end, or in repetitions."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from workout_core.errors import InvalidParameter
from workout_core.fields.amounts import Amount
from workout_core.fields.measures import AMOUNT, CUES, DISTANCE, PACE, TIME, TOLERANCE, one_of
from workout_core.fields.parameters import parameter
from workout_core.fields.tolerance import Tolerance
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.model.duration import Distance, Time
from workout_core.model.target import Target
from workout_core.model.workout import Item, Workout
from workout_core.phrases import say_duration, say_speed
from workout_core.recipes.frame import (
    LIKE_THE_WHOLE,
    MeasuredFrame,
    framed,
    held,
    jog,
    share_of_threshold,
    total,
    work,
)
from workout_core.recipes.legs import cut_into_legs, steps_of_legs, units_of, warn_of_many
from workout_core.recipes.recipe import Recipe
from workout_core.science import splits
from workout_core.units import MILE, Units, write_speed

MOST_PARTS: Final = 50
EFFORTS: Final = (3, 8)
"""RPE of a first and a last part that are too short for a pace."""


class ProgressionKind(Enum):
    """How a progressive run gets faster."""

    STEADY = "steady"
    THIRDS = "thirds"
    FAST_FINISH = "fast-finish"
    SUPER_FAST_FINISH = "super-fast-finish"
    CUT_DOWN = "cut-down"

    @property
    def says(self) -> str:
        """What it means, for who chooses."""
        return _KINDS[self]


_KINDS: Final = MappingProxyType(
    {
        ProgressionKind.STEADY: "a little faster with every part",
        ProgressionKind.THIRDS: "easy, steady, strong",
        ProgressionKind.FAST_FINISH: "easy, then 3 km or 15 min fast",
        ProgressionKind.SUPER_FAST_FINISH: "easy, then 1 km or 5 min very fast",
        ProgressionKind.CUT_DOWN: "repetitions, each faster than the one before",
    }
)


@frozen(kw_only=True)
class Progressive(MeasuredFrame):
    """A run that gets faster, from one pace to another or from easy to about threshold."""

    distance: float | None = parameter(DISTANCE, "how far in all; or", None)
    time: float | None = parameter(TIME, "how long in all", None)
    kind: ProgressionKind = parameter(one_of(ProgressionKind), "how it gets faster", ProgressionKind.STEADY)
    start: float | None = parameter(
        PACE, "the first pace; a share of the athlete's threshold when left out", None, name="from"
    )
    finish: float | None = parameter(PACE, "the last pace; likewise", None, name="to")
    every: Amount | None = parameter(
        AMOUNT, "how long each pace is held, of a finish: how long it is; by its kind when left out", None
    )
    rest: Amount = parameter(AMOUNT, "of cut-down repetitions: the jog between", Time(120))
    tolerance: Tolerance = parameter(TOLERANCE, "how far the pace may be off", Tolerance(5.0))
    cues: tuple[tuple[float, str], ...] = parameter(CUES, "what to tell the athlete, by distance", ())

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.finish is None):
            missing, there = ("from", "to") if self.start is None else ("to", "from")
            raise InvalidParameter(
                missing, gettext("is needed beside '{other}' (or leave out both)", other=there)
            )
        if self.start and self.finish and self.start >= self.finish:
            told = gettext_noop("{finish} is not faster than {start} (swap 'from' and 'to'?)")
            ends = {"finish": write_speed(self.finish), "start": write_speed(self.start)}
            raise InvalidParameter("to", gettext(told, **ends))

    @property
    def by_legs(self) -> bool:
        """Whether it is cut as a race is, into parts of a distance with a clock."""
        cut_down = self.kind is ProgressionKind.CUT_DOWN
        return self.distance is not None and self.start is not None and not cut_down

    @property
    def said_in(self) -> Units | None:
        """The units of the splits that are given, or else those that are given."""
        if self.by_legs and isinstance(self.every, Distance):
            return units_of(self.every.metres)
        return self.units

    @property
    def whole(self) -> Amount:
        """The distance or the time in all."""
        return total(self.distance, self.time)


@frozen
class _Progression:
    """What a kind of run is made of: the paces at both ends, as shares of threshold *time*, and its parts."""

    first: float
    last: float
    parts: Callable[[float, float], list[float]]
    metres: float
    seconds: float
    title: str
    names: tuple[str, ...] = ()


def _equal(whole: float, every: float) -> list[float]:
    """Cut *whole* into parts of *every*; a rest of less than a quarter goes with the last."""
    parts = splits.segments(whole, every)
    if len(parts) > 2 and parts[-1] < every / 4:  # noqa: PLR2004 - two parts stay two
        parts[-2:] = [parts[-2] + parts[-1]]
    return parts


def _thirds(whole: float, _every: float) -> list[float]:
    return [whole / 3] * 3


def _finish(whole: float, every: float) -> list[float]:
    return [whole - every, every]


_NAME: Final = "name of a step"
_EASY: Final = pgettext_noop("name of a step", "Easy")
_THIRDS: Final = (
    _EASY,
    pgettext_noop("name of a step", "Steady"),
    pgettext_noop("name of a step", "Strong"),
)
_FAST: Final = (_EASY, pgettext_noop("name of a step", "Fast"))
_VERY_FAST: Final = (_EASY, pgettext_noop("name of a step", "Very fast"))
_PROGRESSIONS: Final = MappingProxyType(
    {
        ProgressionKind.STEADY: _Progression(
            1.20, 1.05, _equal, 1000, 600, gettext_noop("Progressive run, {length}")
        ),
        ProgressionKind.THIRDS: _Progression(
            1.20, 1.01, _thirds, 1000, 600, gettext_noop("Progressive run in thirds, {length}"), _THIRDS
        ),
        ProgressionKind.FAST_FINISH: _Progression(
            1.20, 1.02, _finish, 3000, 900, gettext_noop("Run with a fast finish, {length}"), _FAST
        ),
        ProgressionKind.SUPER_FAST_FINISH: _Progression(
            1.20, 0.92, _finish, 1000, 300, gettext_noop("Run with a very fast finish, {length}"), _VERY_FAST
        ),
        ProgressionKind.CUT_DOWN: _Progression(
            1.07, 0.97, _equal, 1000, 240, gettext_noop("Cut-down, {length}")
        ),
    }
)
"""The shares follow G. McMillan's types of progressive runs and M. Fitzgerald's, the rounded figures ours."""


def _build(given: Progressive) -> Workout:
    form, whole = _PROGRESSIONS[given.kind], given.whole
    lengths = _lengths(given, form, whole)
    made: tuple[Item, ...]
    if given.by_legs:
        made = _by_legs(given, lengths)
    elif given.cues:
        raise InvalidParameter("cues", gettext("cues by distance need a distance, 'from' and 'to'"))
    else:
        made = _by_parts(given, form, whole, lengths)
    name = gettext(form.title, length=say_duration(whole))
    return framed(name, given, made, _from_to(given))


def _from_to(given: Progressive) -> str:
    """Say the first and the last pace, if they are given."""
    if not given.start or not given.finish:
        return ""
    first, last = (say_speed(speed, units=given.system) for speed in (given.start, given.finish))
    return gettext("From {first} to {last}.", first=first, last=last)


def _lengths(given: Progressive, form: _Progression, whole: Amount) -> list[float]:
    """Return the metres or the seconds of each part."""
    by_distance = isinstance(whole, Distance)
    size = whole.metres if isinstance(whole, Distance) else whole.seconds
    every = form.metres if by_distance else form.seconds
    every *= MILE / 1000 if by_distance and given.system is Units.IMPERIAL else 1
    if given.every is not None:
        if isinstance(given.every, Distance) is not by_distance:
            told = LIKE_THE_WHOLE[by_distance]
            raise InvalidParameter("every", gettext(told, amount=repr(say_duration(given.every))))
        every = given.every.metres if isinstance(given.every, Distance) else given.every.seconds
    if form.parts is not _thirds and every >= size:
        raise InvalidParameter(
            "every",
            gettext(
                "{amount} leave nothing to get faster in",
                amount=say_duration(given.every or type(whole)(every)),
            ),
        )
    if form.parts is _equal and size / every > MOST_PARTS:
        if given.every is not None:
            raise InvalidParameter(
                "every", gettext("more than {most} paces (like '1km' or '10min')", most=MOST_PARTS)
            )
        every = size / MOST_PARTS
    return form.parts(size, every)


def _evenly(count: int, first: float, last: float) -> list[float]:
    """Return *count* equally spaced numbers from *first* to *last*."""
    return [first + (last - first) * number / (count - 1) for number in range(count)]


def _by_legs(given: Progressive, lengths: list[float]) -> tuple[Item, ...]:
    paces = _evenly(len(lengths), 1 / (given.start or 1), 1 / (given.finish or 1))
    seconds = round(sum(length * pace for length, pace in zip(lengths, paces, strict=True)))
    made = cut_into_legs(list(accumulate(lengths)), seconds, splits.blocks(lengths, paces), given.cues)
    warn_of_many(len(made), len(made), sum(lengths), lengths[0], len(given.cues))
    return steps_of_legs(made, given.tolerance, given.system)


def _by_parts(
    given: Progressive, form: _Progression, whole: Amount, lengths: list[float]
) -> tuple[Item, ...]:
    kind = type(whole)
    parts = [
        work(kind(round(length, 6)), target, rpe)
        for length, target, rpe in zip(
            lengths, _targets(given, form, len(lengths)), _efforts(given, len(lengths)), strict=True
        )
    ]
    if form.names:
        return tuple(
            evolve(part, name=pgettext(_NAME, name)) for part, name in zip(parts, form.names, strict=True)
        )
    if given.kind is not ProgressionKind.CUT_DOWN:
        return tuple(parts)
    return tuple(item for part in parts for item in (jog(given.rest), part))[1:]


def _efforts(given: Progressive, count: int) -> list[float]:
    easiest, hardest = EFFORTS
    first = hardest if given.kind is ProgressionKind.CUT_DOWN else easiest
    return [float(round(rpe)) for rpe in _evenly(count, first, hardest)]


def _targets(given: Progressive, form: _Progression, count: int) -> list[Target]:
    if given.start and given.finish:
        return [held(1 / pace, given.tolerance) for pace in _evenly(count, 1 / given.start, 1 / given.finish)]
    return [share_of_threshold(1 / share, given.tolerance) for share in _evenly(count, form.first, form.last)]


progressive: Final = Recipe(
    name="progressive",
    title="A run that gets faster",
    parameters=Progressive,
    build=_build,
    example=(("distance", "12km"), ("from", "5:40/km"), ("to", "4:50/km"), ("every", "3km")),
    volume=("distance", "time"),
)
