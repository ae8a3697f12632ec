"""More or less of a workout: its easy and its long parts, never repetitions, drills or strength."""

from __future__ import annotations

from typing import Any, Final, TypeGuard

from attrs import evolve

from workout_core.analysis.effort import EASY
from workout_core.analysis.reading import Reading
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance, Time
from workout_core.model.workout import Intensity, Item, Step, Workout
from workout_core.units import MILE, Units

LONG_SECONDS: Final = 1800.0
"""From half an hour on a step is long."""
HARDEST: Final = 5.0
"""Effort of a long step: one that is harder is a session of its own, such as a tempo run."""
_FIXED: Final = frozenset(
    {
        Intensity.WARMUP,
        Intensity.COOLDOWN,
        Intensity.REST,
        Intensity.RECOVERY,
        Intensity.WALK,
        Intensity.STRIDES,
        Intensity.DRILL,
    }
)
_HOUR: Final = 3600.0
_KILOMETRE: Final = 1000.0


def more_of(
    workout: Workout, factor: float, athlete: Athlete | None = None, units: Units | None = None
) -> Workout:
    """Return *workout* with *factor* times its easy and its long steps, rounded as people write them.

    What is easy is said by efforts, zones and names; of a pace in numbers only the *athlete* knows.

    Repeats stay as they are, and so do warm-ups, rests, strides, drills and exercises. Distances are rounded
    in *units*, or as :func:`rounded_metres` finds them.
    """
    reading, units = Reading(workout, athlete), workout.units or units
    items = (
        evolve(item, duration=scaled(item.duration, "", factor, units))
        if _is_easy_or_long(item, reading)
        else item
        for item in workout.items
    )
    return evolve(workout, items=tuple(items))


def _is_easy_or_long(step: Item, reading: Reading) -> TypeGuard[Step]:
    if not isinstance(step, Step):
        return False
    if step.exercise is not None or step.intensity in _FIXED:
        return False
    effort = reading.known_effort(step)
    if effort is not None and effort <= EASY:
        return True
    is_long = reading.step_totals(step).time.value >= LONG_SECONDS
    return is_long and (effort is None or effort <= HARDEST)


def scaled(value: Any, measure: str, factor: float, units: Units | None = None) -> Any:
    """Return *factor* times *value*, rounded: a Time, a Distance, or a number of what its *measure* says.

    More is never less for being rounded, and less is never more.
    """
    if isinstance(value, Time):
        ends = [scaled(each, "time", factor) for each in (value.seconds, value.longest)]
        return Time(ends[0]) if value.longest is None or ends[0] >= ends[1] else Time(*ends)
    if isinstance(value, Distance):
        ends = [scaled(each, "distance", factor, units) for each in (value.metres, value.farthest)]
        return Distance(ends[0]) if value.farthest is None or ends[0] >= ends[1] else Distance(*ends)
    if not isinstance(value, (int, float)):
        return value
    is_distance = measure == "distance"
    more = rounded_metres(value * factor, value, units) if is_distance else rounded_seconds(value * factor)
    return max(value, more) if factor > 1 else min(value, more)


def rounded_seconds(seconds: float) -> float:
    """Return *seconds* as people write them: to the minute, from an hour on to five; never less than one."""
    unit = 60.0 if seconds < _HOUR else 300.0
    return max(60.0, round(seconds / unit) * unit)


def rounded_metres(metres: float, like: float, units: Units | None = None) -> float:
    """Return *metres* as people write them: to 100 m, and from 5 km on to 500 m; or to a quarter mile.

    Args:
        metres: the distance to round.
        like: the distance it comes from; miles if that is a number of quarter miles.
        units: of who reads it, whatever it comes from: then a tenth of a mile, and from 5 km on half a mile.
    """
    if units is Units.IMPERIAL:
        unit = MILE / 10 if metres < 5 * _KILOMETRE else MILE / 2
        return max(unit, round(metres / unit) * unit)
    if units is None and _is_of(like, MILE / 4) and not _is_of(like, 100.0):
        return max(MILE / 4, round(metres / (MILE / 4)) * (MILE / 4))
    unit = 100.0 if metres < 5 * _KILOMETRE else 500.0
    return max(100.0, round(metres / unit) * unit)


def _is_of(metres: float, unit: float) -> bool:
    return abs(metres / unit - round(metres / unit)) < 1e-6  # noqa: PLR2004 - rounding
