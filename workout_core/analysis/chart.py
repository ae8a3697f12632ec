"""A picture of a workout as bars: height is effort, width is time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import prod
from typing import Final, NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.analysis.unrolled import unrolled
from workout_core.model.workout import Intensity, Repeat
from workout_core.units import say_estimated_time, say_time

MOST_BARS: Final = 5000
BLOCKS: Final = " ▁▂▃▄▅▆▇█"
ASCII_BLOCKS: Final = " .:#"
HARDEST: Final = 10.0
"""The effort that is as high as the picture."""
_SOON: Final = 120


class Bar(NamedTuple):
    """One step of the picture: how long in seconds, how hard from 1 to 10, and its part."""

    seconds: float
    effort: float
    intensity: Intensity

    @property
    def height(self) -> float:
        """How high it is, from 0 to 1."""
        return self.effort / HARDEST


class Column(NamedTuple):
    """One character of width: the hardest effort in it, and the part that is."""

    effort: float
    intensity: Intensity

    @property
    def height(self) -> float:
        """How high it is, from 0 to 1."""
        return self.effort / HARDEST


def bars(reading: Reading) -> list[Bar]:
    """Return a bar for every step as it is done, repeats written out, up to 5,000."""
    steps = islice(unrolled(reading), MOST_BARS)
    shares = dict(_hurried(reading))
    return [
        Bar(
            reading.step_totals(step).time.value * _share(path, shares),
            reading.effort(step),
            step.intensity,
        )
        for path, step in steps
    ]


def _hurried(reading: Reading) -> Iterator[tuple[str, float]]:
    """Yield the paths of repeats in whose intervals there is less time than is assumed, and its share."""
    for path, item in reading.workout.walk():
        if isinstance(item, Repeat) and item.every is not None and item.times:
            assumed = sum(reading.item_totals(each).time.value for each in item.items)
            each = reading.item_totals(item).time.value / item.times
            if each < assumed:
                yield path, each / assumed


def _share(path: str, shares: dict[str, float]) -> float:
    return prod(share for repeat, share in shares.items() if path.startswith(f"{repeat}."))


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
        filled = (round((column.height * height - row) * full) for column in heights)
        yield "".join(blocks[max(0, min(full, eighths))] for eighths in filled)


def say_width(parts: list[Bar]) -> str:
    """Say the time that the picture shows; of a workout of too many steps it is the first."""
    seconds = sum(bar.seconds for bar in parts)
    is_short = seconds < _SOON and seconds == int(seconds)
    said = say_time(seconds) if is_short else say_estimated_time(seconds)
    return f"first {said}" if len(parts) == MOST_BARS else said
