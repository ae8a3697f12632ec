"""A week in words: how long, and how far on foot and otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.plans.week_totals import WeekTotals
from workout_core.units import Units, say_far, say_time


def say_week_time(week: WeekTotals) -> str:
    """Say how long *week* is, to the minute."""
    return say_time(round(week.time.value / 60) * 60) if week.time.value else "nothing timed"


def say_week_distances(week: WeekTotals, units: Units) -> Iterator[str]:
    """Yield how far *week* goes on foot, and by each other sport: ``32 km``, ``cycling 80 km``."""
    if week.distance.value:
        yield say_far(round(week.distance.value, -2), units)
    for title, far in week.elsewhere.items():
        yield f"{title.lower()} {say_far(round(far.value, -2), units)}"


def week_numbers(week: WeekTotals, units: Units) -> tuple[str, ...]:
    """Say all there is in numbers: the time, the distances and the load."""
    return say_week_time(week), *say_week_distances(week, units), f"load {week.load:.0f}"
