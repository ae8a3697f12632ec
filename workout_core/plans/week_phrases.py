"""A week in words: how long, and how far on foot and otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.analysis.totals import Amount
from workout_core.phrases.totals import distance_words, hedged, time_words
from workout_core.plans.week_totals import WeekTotals
from workout_core.units import Units


def say_week_time(week: WeekTotals) -> str:
    """Say how long *week* is, to the minute."""
    if not week.time.value:
        return "nothing timed"
    return hedged((time_words(_in_all(week.time, 60)),))


def say_week_distances(week: WeekTotals, units: Units) -> Iterator[str]:
    """Yield how far *week* goes on foot, and by each other sport: ``32 km``, ``cycling 80 km``."""
    if week.distance.value:
        yield hedged((distance_words(_in_all(week.distance, 100), units),))
    for title, far in week.elsewhere.items():
        yield f"{title.lower()} {hedged((distance_words(_in_all(far, 100), units),))}"


def _in_all(amount: Amount, unit: float) -> Amount:
    """Return *amount* as it is said of a week: in round numbers, and never as *at least*."""
    return amount._replace(value=round(amount.value / unit) * unit, is_open=False)


def week_numbers(week: WeekTotals, units: Units) -> tuple[str, ...]:
    """Say all there is in numbers: the time, the distances and the load."""
    return say_week_time(week), *say_week_distances(week, units), f"load {week.load:.0f}"
