"""How long and how far: exact where the steps say so, estimated from targets where they do not.

Functions of items take what tells the totals of a step, so that each step is measured once.

A step by time with a pace, or by distance with a pace, is known at its mid-pace (the mean of the two
paces, which is what a runner reads). Where only effort, a heart rate or nothing is given, the speed is
assumed (:mod:`~workout_core.analysis.speeds`). What ends by a lap button, by repetitions or by something that
is measured is estimated, never a silent zero; a lower bound counts it as nothing. Of a range, ``30-40min``,
the lower end counts, and what it may be more is kept beside it. ``docs/numbers.md`` says what is exact,
*about* and *at least*.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from workout_core.analysis.speeds import CARRYING, STANDING, WALKING, Speed
from workout_core.model.duration import (
    Calories,
    Counted,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.workout import Intensity, Item, Repeat, Step

OPEN_SECONDS: Final = MappingProxyType(
    {Intensity.WARMUP: 600.0, Intensity.COOLDOWN: 600.0, Intensity.REST: 60.0, Intensity.RECOVERY: 120.0}
)
OPEN_DEFAULT: Final = 300.0
SECONDS_A_REP: Final = 3.0
SECONDS_EACH: Final = MappingProxyType(
    {Counted.REPS: SECONDS_A_REP, Counted.STEPS: 1.0, Counted.BREATHS: 5.0}
)
"""A breath at rest is a twelfth of a minute, the slow end of what is usual (12 to 20)."""
REPS_TO_FAILURE: Final = 10
SET_UP_SECONDS: Final = 10.0
TURN_SECONDS: Final = 25.0
LONGEST_WAY_BACK: Final = 60.0
"""A walk as short as this is the way back from a drill: one turns round and gets ready."""
KILOCALORIES_A_MINUTE: Final = 10.0


class Amount(NamedTuple):
    """So much of something.

    Attributes:
        value: seconds or metres.
        exact: the steps themselves say so; otherwise it is estimated.
        at_least: how much there is in any case.
        is_open: whether the athlete decides when some step ends.
        spare: how much more there may be, by the upper ends of ranges: 600 in ``30-40min``.
    """

    value: float = 0.0
    exact: bool = True
    at_least: float = 0.0
    is_open: bool = False
    spare: float = 0.0

    def __add__(self, other: Amount) -> Amount:  # type: ignore[override]  # amounts are no sequences
        return Amount(
            self.value + other.value,
            self.exact and other.exact,
            self.at_least + other.at_least,
            self.is_open or other.is_open,
            self.spare + other.spare,
        )

    def __mul__(self, times: float) -> Amount:  # type: ignore[override]
        if not times:
            return Amount()
        return Amount(self.value * times, self.exact, self.at_least * times, self.is_open, self.spare * times)

    @property
    def most(self) -> float:
        """The upper end of the range that it is; the value itself where there is none."""
        return self.value + self.spare

    def up_to(self, most: Amount) -> Amount:
        """Return this, as the lower end of a range that ends with *most*."""
        spare = most.most - self.value
        return Amount(
            self.value, self.exact and most.exact, self.at_least, self.is_open or most.is_open, spare
        )


def exactly(value: float) -> Amount:
    """Return so much and no more or less."""
    return Amount(value, at_least=value)


def about(value: float, at_least: float = 0.0) -> Amount:
    """Return so much as an estimate."""
    return Amount(value, exact=False, at_least=at_least)


class Totals(NamedTuple):
    """The *time* in seconds and the *distance* in metres of something."""

    time: Amount = Amount()
    distance: Amount = Amount()

    def __add__(self, other: Totals) -> Totals:  # type: ignore[override]
        return Totals(self.time + other.time, self.distance + other.distance)

    def __mul__(self, times: float) -> Totals:  # type: ignore[override]
        return Totals(self.time * times, self.distance * times)

    def up_to(self, most: Totals) -> Totals:
        """Return these, as the lower ends of ranges that end with *most*."""
        return Totals(self.time.up_to(most.time), self.distance.up_to(most.distance))


StepTotals: TypeAlias = Callable[[Step], Totals]
"""Tells the time and the distance of a step."""


def totals_of_items(items: tuple[Item, ...], of_step: StepTotals) -> Totals:
    """Return the time and the distance of *items*, one after the other."""
    return sum((item_totals(item, of_step) for item in items), Totals())


def item_totals(item: Item, of_step: StepTotals) -> Totals:
    """Return the time and the distance of a step, or of a repeat with all its passes."""
    if isinstance(item, Step):
        return of_step(item)
    parts = [item_totals(inner, of_step) for inner in item.items]
    once = sum(parts, Totals())
    if item.until is not None:
        return _until(item.until, once)
    if item.every is not None:
        # who writes an interval knows that it is enough, unless the paces themselves say that it is not
        longer = exactly(item.every) if once.time.at_least <= item.every else once.time
        once = Totals(longer, once.distance)
    without_last = sum(parts[:-1], Totals()) if item.skip_last_rest else once

    def whole(times: int) -> Totals:
        done = once * (times - 1) + without_last
        return done if item.cap is None else _capped(done, item.cap)

    least = whole(item.times or 1)
    return least if item.most is None else least.up_to(whole(item.most))


def _capped(whole: Totals, cap: float) -> Totals:
    """Return the totals of passes for time; how much is done when the cap ends them is estimated."""
    if whole.time.value < cap:
        spare = min(whole.time.spare, cap - whole.time.value)
        return Totals(whole.time._replace(exact=False, spare=spare), whole.distance)
    time, distance = about(cap, min(cap, whole.time.at_least)), whole.distance
    return Totals(time, about(distance.value * cap / whole.time.value) if distance.value else distance)


def step_totals(step: Step, speed: Speed) -> Totals:
    """Return the time and the distance of one step that is done at *speed*."""
    return _of(step.duration, step, speed)


def passes(repeat: Repeat, of_step: StepTotals) -> int:
    """Return how often the items of *repeat* are done: as written, or estimated from what ends it."""
    if repeat.times is not None:
        return repeat.times
    once = totals_of_items(repeat.items, of_step)
    if isinstance(repeat.until, Time):
        return _passes(repeat.until.seconds, once.time.value)
    if isinstance(repeat.until, Distance):
        return _passes(repeat.until.metres, once.distance.value)
    return 1


def _passes(limit: float, each: float) -> int:
    return max(1, round(limit / each)) if each else 1


def _until(limit: Duration, once: Totals) -> Totals:
    if isinstance(limit, Time):
        passes = limit.seconds / once.time.value if once.time.value else 1
        return Totals(exactly(limit.seconds), about(once.distance.value * passes))
    if isinstance(limit, Distance) and once.distance.value:
        passes = limit.metres / once.distance.value
        return Totals(about(once.time.value * passes), exactly(limit.metres))
    return Totals(*(amount._replace(exact=False, is_open=True) for amount in once))


@singledispatch
def _of(duration: Duration, step: Step, speed: Speed) -> Totals:
    raise TypeError(duration, step, speed)


@_of.register
def _(duration: Time, step: Step, speed: Speed) -> Totals:
    seconds = duration.seconds * _sides(step)
    time = about(seconds + SET_UP_SECONDS, seconds) if step.exercise else exactly(seconds)
    least = Totals(time, Amount(seconds * speed.value, speed.exact, seconds * speed.slowest))
    return least if duration.longest is None else least.up_to(_of(Time(duration.longest), step, speed))


@_of.register
def _(duration: Distance, step: Step, speed: Speed) -> Totals:
    metres = duration.metres * _sides(step)
    seconds = metres / (speed.value or (CARRYING if step.exercise else WALKING))
    if step.intensity is Intensity.WALK and metres <= LONGEST_WAY_BACK:
        seconds += TURN_SECONDS
    is_exact = speed.exact and speed is not STANDING
    least = Totals(Amount(seconds, is_exact, metres / speed.fastest), exactly(metres))
    return least if duration.farthest is None else least.up_to(_of(Distance(duration.farthest), step, speed))


@_of.register(LapButton)
@_of.register(HeartRateAbove)
@_of.register(HeartRateBelow)
@_of.register(PowerAbove)
@_of.register(PowerBelow)
def _(_duration: Duration, step: Step, speed: Speed) -> Totals:
    seconds = OPEN_SECONDS.get(step.intensity, OPEN_DEFAULT)
    far = exactly(0) if speed is STANDING else about(seconds * speed.value)._replace(is_open=True)
    return Totals(about(seconds)._replace(is_open=True), far)


@_of.register
def _(duration: Reps, step: Step, _speed: Speed) -> Totals:
    tempo = step.exercise.tempo if step.exercise else ""
    digits = [1 if part == "X" else int(part) for part in tempo.split("-") if part]
    reps = (duration.count + (duration.least or duration.count)) / 2
    seconds = reps * (sum(digits) or SECONDS_EACH[duration.of]) * _sides(step)
    return Totals(about(seconds + SET_UP_SECONDS))


@_of.register
def _(_duration: MaxReps, step: Step, speed: Speed) -> Totals:
    totals = _of(Reps(REPS_TO_FAILURE), step, speed)
    return Totals(totals.time._replace(is_open=True))


@_of.register
def _(duration: Calories, _step: Step, speed: Speed) -> Totals:
    seconds = duration.kilocalories / KILOCALORIES_A_MINUTE * 60
    return Totals(about(seconds), Amount(seconds * speed.value, speed is STANDING))


def _sides(step: Step) -> int:
    return 2 if step.exercise and step.exercise.per_side else 1
