"""A picture of a workout as bars: height is effort, width is time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from attrs import evolve

from workout_core.analysis.intensities import zone_of_effort
from workout_core.analysis.reading import Reading
from workout_core.analysis.unrolled import unrolled_with_repeats
from workout_core.languages import gettext
from workout_core.model.duration import (
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
)
from workout_core.model.target import Ramp, Range
from workout_core.model.workout import Intensity, Repeat, Step
from workout_core.units import say_estimated_time, say_time

Pick: TypeAlias = Callable[..., Any]
"""``max`` or ``min``."""
Spanned = TypeVar("Spanned", Step, Repeat)
MOST_BARS: Final = 5000
BLOCKS: Final = " ▁▂▃▄▅▆▇█"
ASCII_BLOCKS: Final = " .:#"
HARDEST: Final = 10.0
"""The effort that is as high as the picture."""
_SOON: Final = 120
_OPEN: Final = (LapButton, HeartRateAbove, HeartRateBelow, PowerAbove, PowerBelow)
"""What may end at any time, so that its width says little."""


class Bar(NamedTuple):
    """One step of the picture.

    Attributes:
        seconds: how long.
        effort: how hard it is at its start, from 1 to 10.
        intensity: the part it plays.
        rise: by how much harder it is at its end.
        is_open: whether nobody knows when it ends.
        is_known: whether anything tells how hard it is; what is not known is drawn all the same.
    """

    seconds: float
    effort: float
    intensity: Intensity
    rise: float = 0.0
    is_open: bool = False
    is_known: bool = True

    @property
    def height(self) -> float:
        """How high it is at its start, from 0 to 1."""
        return self.effort / HARDEST

    @property
    def hardest(self) -> float:
        """How hard it is where it is hardest."""
        return max(self.effort, self.effort + self.rise)

    def effort_after(self, seconds: float) -> float:
        """Return how hard it is so many *seconds* after its start."""
        return self.effort + self.rise * min(max(seconds / self.seconds, 0.0), 1.0)


class Column(NamedTuple):
    """One character of width: the hardest effort in it, and of which part and whether it is known."""

    effort: float
    intensity: Intensity
    is_known: bool = True

    @property
    def height(self) -> float:
        """How high it is, from 0 to 1."""
        return self.effort / HARDEST

    @property
    def zone(self) -> int | None:
        """The zone of its effort, if that is known."""
        return zone_of_effort(self.effort) if self.is_known else None


class ChartSpan(NamedTuple, Generic[Spanned]):
    """Where a step, or all passes of a repeat, are: from when to when in seconds, and in how many repeats."""

    start: float
    end: float
    depth: int
    item: Spanned


class Chart(NamedTuple):
    """The whole picture, repeats written out.

    Attributes:
        bars: of every step as it is done, up to 5,000.
        steps: the same, with the step of each.
        repeats: in the order in which they end.
        is_whole: whether there are no more steps than bars.
    """

    bars: list[Bar]
    steps: list[ChartSpan[Step]]
    repeats: list[ChartSpan[Repeat]]
    is_whole: bool

    @property
    def seconds(self) -> float:
        """How long all of it takes."""
        return self.steps[-1].end

    @property
    def is_known(self) -> bool:
        """Whether it is known of all of it how hard it is."""
        return all(bar.is_known for bar in self.bars)


def chart(reading: Reading) -> Chart:
    """Return the picture of a workout, up to 5,000 steps of it."""
    shares = dict(_hurried(reading))
    known: dict[tuple[str, int], Bar] = {}  # by the place, and the step: the rest of an interval has no place
    made = Chart([], [], [], is_whole=True)
    begun: list[tuple[float, Repeat]] = []
    now = 0.0
    for path, item in unrolled_with_repeats(reading):
        if isinstance(item, Repeat):
            begun.append((now, item))
        elif item is None:
            start, repeat = begun.pop()
            made.repeats.append(ChartSpan(start, now, len(begun), repeat))
        elif len(made.bars) == MOST_BARS:
            cut = [
                ChartSpan(start, now, depth, each) for depth, (start, each) in enumerate(begun) if start < now
            ]
            return made._replace(repeats=[*made.repeats, *reversed(cut)], is_whole=False)
        else:
            bar = known.get((path, id(item))) or _bar(path, item, reading, shares)
            known[path, id(item)] = bar
            made.bars.append(bar)
            made.steps.append(ChartSpan(now, now + bar.seconds, len(begun), item))
            now += bar.seconds
    return made


def bars(reading: Reading) -> list[Bar]:
    """Return a bar for every step as it is done, repeats written out, up to 5,000."""
    return chart(reading).bars


def _bar(path: str, step: Step, reading: Reading, shares: dict[str, float]) -> Bar:
    start, end = (reading.effort(each) for each in _ends(step))
    return Bar(
        reading.step_totals(step).time.value * _share(path, shares),
        start,
        step.intensity,
        end - start,
        isinstance(step.duration, _OPEN),
        reading.told_effort(step) is not None,
    )


def _ends(step: Step) -> tuple[Step, Step]:
    """Return what *step* is at its start and at its end; the same but for a ramp."""
    target = step.target
    if target is None or not isinstance(target.value, Ramp):
        return step, step
    ramp = target.value
    start, end = (
        evolve(step, target=evolve(target, value=Range(each, each, ramp.of)))
        for each in (ramp.start, ramp.end)
    )
    return start, end


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


def columns(parts: list[Bar], width: int, pick: Pick = max) -> list[Column]:
    """Return *width* columns of equal time, as hard as the hardest in each; with ``min`` as the easiest."""
    total = sum(bar.seconds for bar in parts)
    slack = total * 1e-9
    made: list[Column] = []
    index, start = 0, 0.0
    for column in range(width):
        left, right = total * column / width, total * (column + 1) / width
        while start + parts[index].seconds <= left + slack and index + 1 < len(parts):
            start += parts[index].seconds
            index += 1
        found = [_column(parts[index], left - start, right - start, pick)]
        while start + parts[index].seconds < right - slack and index + 1 < len(parts):
            start += parts[index].seconds
            index += 1
            found.append(_column(parts[index], left - start, right - start, pick))
        made.append(pick(found, key=lambda each: each.effort))
    return made


def _column(bar: Bar, start: float, end: float, pick: Pick) -> Column:
    """Return the hardest or the easiest of *bar* between two times in seconds from its start."""
    return Column(pick((bar.effort_after(start), bar.effort_after(end))), bar.intensity, bar.is_known)


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
    return gettext("first {time}", time=said) if len(parts) == MOST_BARS else said
