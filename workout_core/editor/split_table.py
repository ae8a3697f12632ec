"""The splits of a race as a table, taken from the cues of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.unrolled import unrolled
from workout_core.phrases import say_speed
from workout_core.phrases.splits import split_in
from workout_core.recipes.legs import say_mark
from workout_core.units import Units, write_clock


@frozen(kw_only=True)
class SplitTable:
    """Where each part of a race ends, and when.

    Attributes:
        columns: what is told of each part.
        rows: a text for each of these.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def split_table(reading: Reading) -> SplitTable | None:
    """Return the splits that the cues of a workout say; None if they say none."""
    rows = tuple(_rows(reading))
    unit = "mi" if reading.units is Units.IMPERIAL else "km"
    return SplitTable(columns=(unit, "pace", "split", "clock"), rows=rows) if rows else None


def _rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    end = 0.0
    for _, step in unrolled(reading):
        found = split_in(step.cue)
        metres = reading.step_totals(step).distance.value
        if found is None or not metres:
            continue
        end += metres
        seconds, clock = found
        pace = say_speed(metres / seconds, reading.sport, reading.units) if seconds else ""
        yield say_mark(end, reading.units), pace, write_clock(seconds), write_clock(clock)
