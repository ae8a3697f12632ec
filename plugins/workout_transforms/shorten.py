"""The same workout in less time: what is easy gives way first, then passes, and never what is to be held."""

from __future__ import annotations

from bisect import bisect_right
from math import floor, inf
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from workout_core import (
    Distance,
    ExportError,
    Intensity,
    Item,
    Reading,
    Repeat,
    Step,
    Time,
    TransformContext,
    Units,
    Workout,
    gettext,
    pgettext_noop,
    say_duration,
    say_time,
)

LEAST_SECONDS: Final = MappingProxyType(
    {Intensity.WARMUP: 480.0, Intensity.COOLDOWN: 240.0, Intensity.EASY: 300.0}
)
"""What stays of a warm-up, a cool-down and of easy running beside something harder."""
AROUND: Final = frozenset({Intensity.WARMUP, Intensity.COOLDOWN})
LEAST_EASY_SECONDS: Final = 900.0
"""What stays of a workout that is easy as a whole."""
EASY: Final = 4.0
"""Effort from 1 to 10 of what is no harder than easy: one can talk."""
LEAST_SHARE: Final = 1 / 3
LEAST_PASSES: Final = 2
"""A third of the passes stays, and two."""
SHARES: Final = 1 << 21
"""So many that no two shares of up to 1,000 passes lie between the same two of them."""
HALF_MINUTE: Final = 30.0
KILOMETRE: Final = 1000.0
MILE: Final = 1609.344
TOLERANCE: Final = 0.5
"""Seconds that rounding may add."""


class _Soft(NamedTuple):
    """A step that may be shorter.

    Attributes:
        at: its place among the items of the workout.
        seconds: how long it is.
        least: how much of it stays at least, in seconds.
    """

    at: int
    seconds: float
    least: float


class _Shortenable(NamedTuple):
    """A repeat that may lose passes.

    Attributes:
        at: its place among the items of the workout.
        repeat: the repeat.
        times: its passes.
        least: how many of them stay at least.
        first: seconds of one pass.
        more: seconds of each pass more.
        cap: seconds that end it.
    """

    at: int
    repeat: Repeat
    times: int
    least: int
    first: float
    more: float
    cap: float

    def kept(self, share: int) -> int:
        """Return the passes that stay if *share* of ``SHARES`` does."""
        return max(self.least, self.times * share // SHARES)

    def seconds(self, times: int) -> float:
        """Return how long so many passes take."""
        return min(self.first + self.more * (times - 1), self.cap)


def shorten(workout: Workout, context: TransformContext) -> Workout:
    """Return *workout* so that it takes no longer than ``to``, as the reading measures it.

    Of ranges of times, distances and passes the lower ends are kept, if the upper ends take longer. Then
    warm-up, cool-down and easy steps give way, all by the same share of what they can spare. If they are as
    short as is sensible, repeats lose passes. Targets, rests and hard steps stay. What becomes of each is
    told.

    Raises:
        ExportError: it cannot be so short.
    """
    reading = context.reading(workout)
    limit = context.options.to.total_seconds()
    if reading.totals.time.most <= limit + TOLERANCE:
        return workout
    before, workout = workout, evolve(workout, items=_at_lower_ends(workout.items))
    reading = context.reading(workout)
    soft = _soft_steps(workout, reading)
    spare = sum(each.seconds - each.least for each in soft)
    items = list(workout.items)
    _drop_passes(items, limit + spare + TOLERANCE, reading)
    if (least := _seconds(items, reading) - spare) > limit + TOLERANCE:
        told = gettext(
            "{time} is too short for it (it takes {least} at least)",
            time=say_time(limit),
            least=say_time(_whole_minutes(least)),
        )
        raise ExportError(told)
    excess = _seconds(items, reading) - limit
    share = max(0.0, excess / spare) if spare else 0.0
    for each in soft:
        items[each.at] = _shorter(items[each.at], each, share, reading)
    made = evolve(workout, items=tuple(items))
    _tell(before, made, reading.units, context)
    return made


def _at_lower_ends(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return *items* with the lower end of each range of times, distances and passes."""
    return tuple(
        _at_lower_end(item)
        if isinstance(item, Step)
        else evolve(item, most=None, items=_at_lower_ends(item.items))
        for item in items
    )


def _at_lower_end(step: Step) -> Step:
    if isinstance(step.duration, Time):
        return evolve(step, duration=Time(step.duration.seconds))
    return (
        evolve(step, duration=Distance(step.duration.metres)) if isinstance(step.duration, Distance) else step
    )


def _seconds(items: list[Item], reading: Reading) -> float:
    return sum(reading.item_totals(item).time.value for item in items)


def _whole_minutes(seconds: float) -> float:
    return -floor(-seconds / 60) * 60.0


def _soft_steps(workout: Workout, reading: Reading) -> list[_Soft]:
    """Return the steps that may be shorter; if nothing is harder, the longest is what the workout is for."""
    items = list(enumerate(workout.items))
    soft = [(index, item) for index, item in items if isinstance(item, Step) and _is_soft(item, reading)]
    seconds = {index: reading.step_totals(step).time.value for index, step in soft}
    main = None
    if len(soft) == len(items):
        plain = [index for index, step in soft if step.intensity not in AROUND]
        main = max(plain or seconds, key=lambda index: seconds[index])
    made = []
    for index, step in soft:
        role = step.intensity if step.intensity in AROUND else _role(index, len(items))
        least = LEAST_EASY_SECONDS if index == main else LEAST_SECONDS[role]
        made.append(_Soft(index, seconds[index], min(least, seconds[index])))
    return made


def _is_soft(step: Step, reading: Reading) -> bool:
    """Tell whether *step* is a warm-up, a cool-down or easy, and says how long or how far it is."""
    if step.exercise is not None or not isinstance(step.duration, (Time, Distance)):
        return False
    if step.intensity in LEAST_SECONDS:
        return True
    effort = reading.known_effort(step)
    return step.intensity is Intensity.WORK and effort is not None and effort <= EASY


def _role(index: int, count: int) -> Intensity:
    """Return the part that an easy step plays: the first warms up, and the last cools down."""
    first, last = index == 0, index == count - 1
    return Intensity.WARMUP if first else Intensity.COOLDOWN if last else Intensity.EASY


def _drop_passes(items: list[Item], most: float, reading: Reading) -> None:
    """Take passes from repeats that have most of their own left, the longer first, until *most* seconds."""
    repeats = [made for at, item in enumerate(items) if (made := _passes(at, item, reading))]
    others = _seconds(items, reading) - sum(each.seconds(each.times) for each in repeats)
    if others + sum(each.seconds(each.times) for each in repeats) <= most:
        return

    def seconds(share: int) -> float:
        return others + sum(each.seconds(each.kept(share)) for each in repeats)

    share = bisect_right(range(SHARES), most, key=seconds) - 1
    kept = {each.at: each.kept(max(share, 0)) for each in repeats}
    # The next share would be too long, but with some of the passes that it has more, it may not be.
    more = [each for each in repeats if share >= 0 and each.kept(share + 1) > kept[each.at]]
    left = seconds(share + 1) if more else most
    for each in sorted(more, key=lambda each: (-each.seconds(each.kept(share + 1)), each.at)):
        if left <= most:
            kept[each.at] = each.kept(share + 1)
        else:
            left -= each.seconds(each.kept(share + 1)) - each.seconds(kept[each.at])
    for each in repeats:
        items[each.at] = evolve(each.repeat, times=kept[each.at])


def _passes(at: int, item: Item, reading: Reading) -> _Shortenable | None:
    """Return the passes of an item, or None: it has no number of them, or none to spare."""
    if not isinstance(item, Repeat) or item.times is None or item.times <= _least_passes(item.times):
        return None
    one, two = (reading.item_totals(evolve(item, times=times, cap=None)).time.value for times in (1, 2))
    return _Shortenable(at, item, item.times, _least_passes(item.times), one, two - one, item.cap or inf)


def _least_passes(times: int) -> int:
    return min(times, max(LEAST_PASSES, -floor(-times * LEAST_SHARE)))


def _shorter(item: Item, soft: _Soft, share: float, reading: Reading) -> Item:
    """Return a step without *share* of what it can spare, as long or as far as people write it."""
    kept = soft.seconds - (soft.seconds - soft.least) * share
    if not isinstance(item, Step) or kept >= soft.seconds - TOLERANCE:
        return item
    if isinstance(item.duration, Distance):
        metres = item.duration.metres * kept / soft.seconds
        return evolve(item, duration=Distance(_metres(metres, reading)))
    return evolve(item, duration=Time(max(_whole(kept / HALF_MINUTE), 1) * HALF_MINUTE))


def _metres(metres: float, reading: Reading) -> float:
    """Return *metres* rounded down to tenths of a kilometre or a mile; in a pool, to there and back."""
    if pool := reading.workout.pool_length:
        return round(max(_whole(metres / pool / 2), 1) * pool * 2, 6)
    length = MILE if reading.units is Units.IMPERIAL else KILOMETRE
    return max(_whole(metres / length * 10), 1) / 10 * length


def _whole(number: float) -> int:
    """Return *number* rounded down; what is nearly the next one counts as that."""
    return floor(number + 1e-6)


def _tell(before: Workout, after: Workout, units: Units, context: TransformContext) -> None:
    """Tell in *units* what became shorter, and what lost passes."""
    for (path, old), (_, new) in zip(before.walk(), after.walk(), strict=True):
        if isinstance(old, Repeat) and isinstance(new, Repeat) and _said_passes(old) != _said_passes(new):
            what = gettext("{new} instead of {old}", new=_said_passes(new), old=_said_passes(old))
            context.lose(path, pgettext_noop("what a format lacks", "passes"), what)
        elif isinstance(old, Step) and isinstance(new, Step) and old.duration != new.duration:
            shorter, longer = (say_duration(each.duration, units) for each in (new, old))
            what = gettext("{new} instead of {old}", new=shorter, old=longer)
            context.lose(path, pgettext_noop("what a format lacks", "length"), what)


def _said_passes(repeat: Repeat) -> str:
    if repeat.most is None:
        return f"{repeat.times}"
    return gettext("{low} to {high}", low=repeat.times, high=repeat.most)
