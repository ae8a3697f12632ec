"""How long and how far: exact where the steps say so, estimated from targets where they do not.

Functions of items take what tells the totals of a step, so that each step is measured once.

A step by time with a pace, or by distance with a pace, is known at its mid-pace (the mean of the two
paces, which is what a runner reads). Where only effort, a heart rate or nothing is given, the speed is
assumed from the part the step plays. A lap button or a measured limit contributes a stated assumption
and makes the total a lower bound, never a silent zero.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from workout_core.model.duration import (
    Calories,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Ramp, Range, Target
from workout_core.model.workout import Intensity, Item, Repeat, Step

OPEN_SECONDS: Final = MappingProxyType(
    {Intensity.WARMUP: 600.0, Intensity.COOLDOWN: 600.0, Intensity.REST: 60.0, Intensity.RECOVERY: 120.0}
)
OPEN_DEFAULT: Final = 300.0
SECONDS_A_REP: Final = 3.0
SET_UP_SECONDS: Final = 10.0
CARRYING: Final = 1.4
"""Metres per second of carries, and of drills over a distance."""
TURN_SECONDS: Final = 25.0
LONGEST_WAY_BACK: Final = 60.0
"""A walk as short as this is the way back from a drill: one turns round and gets ready."""
KILOCALORIES_A_MINUTE: Final = 10.0
_WALKING: Final = 1000 / 660
_RUNNING: Final = MappingProxyType(
    {
        Intensity.WORK: 1000 / 300,
        Intensity.STEADY: 1000 / 330,
        Intensity.STRIDES: 1000 / 240,
        Intensity.WALK: _WALKING,
    }
)
_RUNNING_EASY: Final = 1000 / 390
_SPEEDS: Final = MappingProxyType(
    {
        Sport.WALKING: 1.4,
        Sport.HIKING: 1.1,
        Sport.POOL_SWIMMING: 100 / 130,
        Sport.OPEN_WATER_SWIMMING: 100 / 130,
        Sport.ROWING: 500 / 140,
        Sport.INDOOR_ROWING: 500 / 140,
    }
)
_CYCLING_SPEED: Final = 7.5
_STILL: Final = frozenset(
    {Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.PILATES, Sport.HIIT, Sport.CARDIO}
)


class Amount(NamedTuple):
    """So much of something.

    Attributes:
        value: seconds or metres.
        exact: the steps themselves say so; otherwise it is estimated.
        lower_bound: the athlete decides when some step ends, so it may be more.
    """

    value: float = 0.0
    exact: bool = True
    lower_bound: bool = False

    def __add__(self, other: Amount) -> Amount:  # type: ignore[override]  # amounts are no sequences
        return Amount(
            self.value + other.value, self.exact and other.exact, self.lower_bound or other.lower_bound
        )

    def __mul__(self, times: float) -> Amount:  # type: ignore[override]
        return Amount(self.value * times, self.exact, self.lower_bound) if times else Amount()


class Totals(NamedTuple):
    """The *time* in seconds and the *distance* in metres of something."""

    time: Amount = Amount()
    distance: Amount = Amount()

    def __add__(self, other: Totals) -> Totals:  # type: ignore[override]
        return Totals(self.time + other.time, self.distance + other.distance)

    def __mul__(self, times: float) -> Totals:  # type: ignore[override]
        return Totals(self.time * times, self.distance * times)


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
    times = item.times or 1
    if item.every is not None:
        longer = max(Amount(item.every), once.time, key=lambda time: time.value)
        return Totals(longer, once.distance) * times
    whole = once * (times - 1) + sum(parts[:-1], Totals()) if item.skip_last_rest else once * times
    return whole if item.cap is None else _capped(whole, item.cap)


def _capped(whole: Totals, cap: float) -> Totals:
    """Return the totals of passes for time; how much is done when the cap ends them is estimated."""
    if whole.time.value < cap:
        return Totals(whole.time._replace(exact=False), whole.distance)
    done = cap / whole.time.value
    return Totals(Amount(cap, exact=False), (whole.distance * done)._replace(exact=whole.distance.value == 0))


def step_totals(step: Step, sport: Sport, known: Callable[[Target], Target]) -> Totals:
    """Return the time and the distance of one step.

    Args:
        step: the step.
        sport: of its workout.
        known: returns a target in the athlete's numbers, or as it is where they are not known.
    """
    return _of(step.duration, step, _speed(step, sport, known) or _assumed_speed(step, sport))


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
        return Totals(Amount(limit.seconds), Amount(once.distance.value * passes, exact=False))
    if isinstance(limit, Distance) and once.distance.value:
        passes = limit.metres / once.distance.value
        return Totals(Amount(once.time.value * passes, exact=False), Amount(limit.metres))
    return Totals(
        Amount(once.time.value, exact=False, lower_bound=True),
        Amount(once.distance.value, exact=False, lower_bound=True),
    )


class _Speed(NamedTuple):
    """A speed in m/s, and whether the step asks for that very speed."""

    value: float
    exact: bool = False


_STANDING: Final = _Speed(0.0, exact=True)


@singledispatch
def _of(duration: Duration, step: Step, speed: _Speed) -> Totals:
    raise TypeError(duration, step, speed)


@_of.register
def _(duration: Time, step: Step, speed: _Speed) -> Totals:
    seconds = duration.seconds * _sides(step)
    time = Amount(seconds + SET_UP_SECONDS, exact=False) if step.exercise else Amount(seconds)
    return Totals(time, Amount(seconds * speed.value, speed.exact))


@_of.register
def _(duration: Distance, step: Step, speed: _Speed) -> Totals:
    metres = duration.metres * _sides(step)
    seconds = metres / (speed.value or (CARRYING if step.exercise else _WALKING))
    if step.intensity is Intensity.WALK and metres <= LONGEST_WAY_BACK:
        seconds += TURN_SECONDS
    return Totals(Amount(seconds, speed.exact and speed is not _STANDING), Amount(metres))


@_of.register(LapButton)
@_of.register(HeartRateAbove)
@_of.register(HeartRateBelow)
@_of.register(PowerAbove)
@_of.register(PowerBelow)
def _(_duration: Duration, step: Step, speed: _Speed) -> Totals:
    seconds = OPEN_SECONDS.get(step.intensity, OPEN_DEFAULT)
    still = speed is _STANDING
    return Totals(
        Amount(seconds, exact=False, lower_bound=True),
        Amount(seconds * speed.value, exact=still, lower_bound=not still),
    )


@_of.register
def _(duration: Reps, step: Step, _speed: _Speed) -> Totals:
    tempo = step.exercise.tempo if step.exercise else ""
    digits = [1 if part == "X" else int(part) for part in tempo.split("-") if part]
    reps = (duration.count + (duration.least or duration.count)) / 2
    seconds = reps * (sum(digits) or SECONDS_A_REP) * _sides(step)
    return Totals(Amount(seconds + SET_UP_SECONDS, exact=False))


@_of.register
def _(duration: Calories, _step: Step, speed: _Speed) -> Totals:
    seconds = duration.kilocalories / KILOCALORIES_A_MINUTE * 60
    return Totals(Amount(seconds, exact=False), Amount(seconds * speed.value, speed is _STANDING))


def _sides(step: Step) -> int:
    return 2 if step.exercise and step.exercise.per_side else 1


def _speed(step: Step, sport: Sport, known: Callable[[Target], Target]) -> _Speed | None:
    """Return the speed that the targets of *step* ask for, if they ask for one."""
    if step.intensity is Intensity.REST and step.target is None:
        return _STANDING
    for target in (step.target, step.second_target):
        if target is not None and target.quantity is Quantity.SPEED:
            return _middle(known(target))
    return _STANDING if sport in _STILL else None


def _middle(target: Target) -> _Speed | None:
    value = target.value
    if not isinstance(value, (Range, Ramp)) or value.of is not None:
        return None
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    return _Speed(2 / (1 / ends[0] + 1 / ends[1]), exact=ends[0] == ends[1])


def _assumed_speed(step: Step, sport: Sport) -> _Speed:
    if step.intensity is Intensity.REST:
        return _STANDING
    if step.exercise is not None:
        return _Speed(CARRYING if isinstance(step.duration, Distance) else 0)
    if sport.in_cycling:
        return _Speed(_CYCLING_SPEED)
    if sport in _SPEEDS:
        return _Speed(_SPEEDS[sport])
    return _Speed(_RUNNING.get(step.intensity, _RUNNING_EASY))
