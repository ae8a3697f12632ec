"""The splits of a race as a table, taken from the cues of its parts."""

from __future__ import annotations

from attrs import frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.unrolled import unrolled
from workout_core.languages import pgettext
from workout_core.phrases import say_speed
from workout_core.phrases.splits import split_in
from workout_core.recipes.legs import Leg, say_mark
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
    rows = tuple(_row(leg, reading) for leg in legs_of(reading))
    unit = "mi" if reading.units is Units.IMPERIAL else "km"
    columns = (
        unit,
        pgettext("a column of splits", "pace"),
        pgettext("a column of splits", "split"),
        pgettext("a column of splits", "clock"),
    )
    return SplitTable(columns=columns, rows=rows) if rows else None


def legs_of(reading: Reading) -> tuple[Leg, ...]:
    """Return the parts of a race whose cues say their splits; without what they climb, which no cue says."""
    legs: list[Leg] = []
    end = 0.0
    for _, step in unrolled(reading):
        found = split_in(step.cue)
        metres = reading.step_totals(step).distance.value
        if found is not None and metres and found[0]:
            seconds, clock = found
            start, end = end, end + metres
            legs.append(Leg(start=start, end=end, exact=seconds, seconds=round(seconds), clock=round(clock)))
    return tuple(legs)


def _row(leg: Leg, reading: Reading) -> tuple[str, ...]:
    pace = say_speed(leg.speed, reading.sport, reading.units)
    return say_mark(leg.end, reading.units), pace, write_clock(leg.exact), write_clock(leg.clock)
