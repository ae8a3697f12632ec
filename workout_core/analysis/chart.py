"""A picture of a workout in characters: height is effort, width is time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.analysis.resolve import threshold_speed
from workout_core.analysis.totals import item_totals, passes, step_totals
from workout_core.errors import MissingThreshold
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Time
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.units import say_time

MOST_BARS: Final = 5000
BLOCKS: Final = " ▁▂▃▄▅▆▇█"
ASCII_BLOCKS: Final = " .:#"
_USUAL: Final = MappingProxyType(
    {
        Intensity.WORK: 0.75,
        Intensity.WARMUP: 0.5,
        Intensity.COOLDOWN: 0.45,
        Intensity.RECOVERY: 0.4,
        Intensity.REST: 0.12,
        Intensity.EASY: 0.5,
        Intensity.STEADY: 0.65,
        Intensity.WALK: 0.25,
        Intensity.STRIDES: 0.9,
        Intensity.DRILL: 0.6,
    }
)
_NAMED: Final = MappingProxyType(
    {"easy": 0.55, "marathon": 0.75, "threshold": 0.85, "interval": 0.93, "repetition": 1.0}
)
_AT_THRESHOLD: Final = 0.85
_SOON: Final = 120
_HIGHEST_ZONE: Final = MappingProxyType({Quantity.HEART_RATE: 5.0, Quantity.SPEED: 5.0, Quantity.POWER: 7.0})


@frozen
class Bar:
    """One step of the picture: how long in seconds, how hard from 0 to 1, and its part."""

    seconds: float
    effort: float
    intensity: Intensity


@frozen
class Column:
    """One character of width: the hardest effort in it, and the part that is."""

    effort: float
    intensity: Intensity


def bars(workout: Workout, athlete: Athlete | None = None) -> list[Bar]:
    """Return a bar for every step as it is done, repeats written out, up to 5,000."""
    fastest = max((speed for _, item in workout.walk() if (speed := _speed(item))), default=0.0)
    steps = islice(_unrolled(workout.items, workout.sport, athlete), MOST_BARS)
    return [
        Bar(
            step_totals(step, workout.sport, athlete).time.value,
            _effort(step, athlete, fastest),
            step.intensity,
        )
        for step in steps
    ]


def columns(parts: list[Bar], width: int) -> list[Column]:
    """Return *width* columns of equal time."""
    total = sum(bar.seconds for bar in parts)
    slack = total * 1e-9
    made: list[Column] = []
    index, end = 0, parts[0].seconds
    for column in range(width):
        while end <= total * column / width + slack and index + 1 < len(parts):
            index += 1
            end += parts[index].seconds
        hardest = parts[index]
        while end < total * (column + 1) / width - slack and index + 1 < len(parts):
            index += 1
            end += parts[index].seconds
            hardest = max(hardest, parts[index], key=lambda bar: bar.effort)
        made.append(Column(hardest.effort, hardest.intensity))
    return made


def rows(heights: list[Column], height: int, blocks: str = BLOCKS) -> Iterator[str]:
    """Yield the lines of the picture from the top.

    Args:
        heights: the columns.
        height: the number of lines.
        blocks: characters from empty to full.
    """
    full = len(blocks) - 1
    for row in range(height - 1, -1, -1):
        filled = (round((column.effort * height - row) * full) for column in heights)
        yield "".join(blocks[max(0, min(full, eighths))] for eighths in filled)


def say_width(parts: list[Bar]) -> str:
    """Say the time that the picture shows; of a workout of too many steps it is the first."""
    seconds = sum(bar.seconds for bar in parts)
    said = say_time(seconds if seconds < _SOON else round(seconds / 60) * 60)
    return f"first {said}" if len(parts) == MOST_BARS else said


def _unrolled(items: tuple[Item, ...], sport: Sport, athlete: Athlete | None) -> Iterator[Step]:
    for item in items:
        if isinstance(item, Step):
            yield item
        else:
            times = passes(item, sport, athlete)
            for number in range(times):
                last = item.skip_last_rest and number == times - 1
                yield from _unrolled(item.items[: len(item.items) - last], sport, athlete)
                yield from _rest_of_interval(item, sport, athlete)


def _rest_of_interval(repeat: Repeat, sport: Sport, athlete: Athlete | None) -> Iterator[Step]:
    """Yield the rest until the next pass begins, where passes begin on the minute."""
    if repeat.every is not None:
        work = sum(item_totals(item, sport, athlete).time.value for item in repeat.items)
        if work < repeat.every:
            yield Step(duration=Time(repeat.every - work), intensity=Intensity.REST)


def _effort(step: Step, athlete: Athlete | None, fastest: float) -> float:
    guess = _target_effort(step.target, athlete, fastest) if step.target else None
    return min(1.0, max(0.05, _USUAL[step.intensity] if guess is None else guess))


def _target_effort(target: Target, athlete: Athlete | None, fastest: float) -> float | None:
    value = target.value
    if isinstance(value, Zone):
        return 0.25 + 0.75 * value.number / _HIGHEST_ZONE[target.quantity]
    if isinstance(value, Named):
        return _NAMED.get(value.name, 0.9 if value.name.endswith("pace") else 0.5)
    middle = _middle(value)
    if value.of is not None:
        scale = 1.0 if value.of in (Reference.MAX_HEART_RATE, Reference.HEART_RATE_RESERVE) else _AT_THRESHOLD
        return middle * scale
    return _absolute_effort(target.quantity, middle, athlete, fastest)


def _absolute_effort(
    quantity: Quantity, middle: float, athlete: Athlete | None, fastest: float
) -> float | None:
    if quantity is Quantity.EFFORT:
        return middle / 10
    if quantity is Quantity.SPEED:
        return middle / fastest * 0.9 if athlete is None else _of_threshold(middle, athlete, fastest)
    if quantity is Quantity.HEART_RATE:
        return (middle - 60) / (((athlete and athlete.max_heart_rate) or 190) - 60)
    if quantity is Quantity.POWER:
        return middle / ((athlete and athlete.ftp) or 250) * _AT_THRESHOLD
    return None


def _of_threshold(speed: float, athlete: Athlete, fastest: float) -> float:
    try:
        return speed / threshold_speed(athlete) * _AT_THRESHOLD
    except MissingThreshold:
        return speed / fastest * 0.9


def _middle(value: Range | Ramp) -> float:
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    return sum(ends) / 2


def _speed(item: Item) -> float | None:
    if isinstance(item, Step) and item.target and item.target.quantity is Quantity.SPEED:
        value = item.target.value
        if isinstance(value, (Range, Ramp)) and value.of is None:
            return _middle(value)
    return None
