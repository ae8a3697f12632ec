"""How hard a step is, on the scale of effort from 1 to 10 (CR-10), by its targets or by its part."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.by_name import effort_of_name
from workout_core.analysis.intensities import effort_of_intensity, effort_of_share, effort_of_zone, middle
from workout_core.analysis.meanings import own_meaning, own_pace
from workout_core.analysis.relative_paces import GOAL_PACE
from workout_core.analysis.resolve import usual_share
from workout_core.analysis.thresholds import threshold_speed
from workout_core.errors import MissingThreshold
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity, Step
from workout_core.units import plain

EASY: Final = 4.0
"""Whatever is no harder is easy: one can talk."""
HARD: Final = 7.0
"""Whatever is as hard counts as hard work: threshold and above."""
EASIEST, HARDEST = 1.0, 10.0
UNKNOWN: Final = 5.0
"""Of work of which nothing says how hard it is."""
GENTLE: Final = MappingProxyType(
    {Sport.MOBILITY: 2.0, Sport.YOGA: 3.0, Sport.PILATES: 3.0, Sport.WALKING: 3.0}
)
"""The same, of sports that are gentle."""
DRILL: Final = 4.0
"""Of exercises that nobody knows and that cover a distance in a sport on foot."""
_PARTS: Final = MappingProxyType(
    {
        Intensity.WARMUP: 3.0,
        Intensity.COOLDOWN: 2.0,
        Intensity.RECOVERY: 2.0,
        Intensity.REST: 1.0,
        Intensity.EASY: 3.0,
        Intensity.STEADY: 5.0,
        Intensity.WALK: 1.0,
        Intensity.STRIDES: 8.0,
        Intensity.DRILL: DRILL,
    }
)


def known_effort(
    step: Step, sport: Sport, athlete: Athlete | None, known: Callable[[Target], Target]
) -> float | None:
    """Return how hard *step* is, from 1 to 10; None if nothing says so.

    An effort that is given counts. Otherwise a pace, a heart rate or a power does, as the zone that it is in;
    numbers need the thresholds of an *athlete*. Otherwise the kind of an exercise does, or the part that the
    step plays.

    Args:
        step: the step.
        sport: of its workout.
        athlete: whose thresholds and zones count.
        known: returns a target in the athlete's numbers, or as it is where they are not known.
    """
    targets = [target for target in (step.target, step.second_target) if target is not None]
    for target in sorted(targets, key=lambda target: target.quantity is not Quantity.EFFORT):
        if (effort := _of_target(target, sport, athlete, known)) is not None:
            return effort
    if step.exercise is not None:
        is_drill = step.intensity is Intensity.DRILL or (
            isinstance(step.duration, Distance) and sport.on_foot
        )
        effort = effort_of_name(step.exercise.name)
        return effort or (DRILL if is_drill else GENTLE.get(sport, UNKNOWN))
    return _PARTS.get(step.intensity)


def _of_target(
    target: Target, sport: Sport, athlete: Athlete | None, known: Callable[[Target], Target]
) -> float | None:
    value = target.value
    if target.quantity is Quantity.EFFORT and isinstance(value, (Range, Ramp)):
        return middle(value)
    if athlete is not None:
        found = known(target)
        is_theirs = found.quantity is Quantity.EFFORT or _is_own(target, sport, athlete)
        if is_theirs and (effort := _of_number(found, athlete)) is not None:
            return effort
    if isinstance(value, Zone):
        return effort_of_zone(target.quantity, value.number)
    if isinstance(value, Named) and (effort := _of_named(value, athlete, known)):
        return effort
    if isinstance(value, (Range, Ramp)) and value.of is not None:
        return effort_of_share(middle(value), value.of)
    return _of_number(known(target), athlete) if athlete is not None else None


def _is_own(target: Target, sport: Sport, athlete: Athlete) -> bool:
    """Tell whether *athlete* has numbers of their own for a zone or a name."""
    value = target.value
    if isinstance(value, Zone):
        return target.quantity in dict(athlete.zones)
    if own_meaning(target, athlete, sport) is not None:
        return True
    return isinstance(value, Named) and own_pace(value.name, athlete) is not None


def _of_named(value: Named, athlete: Athlete | None, known: Callable[[Target], Target]) -> float | None:
    """Return how hard a pace is that has a name; what is beside one is somewhere else among the zones."""
    if value.name == GOAL_PACE and athlete is not None and athlete.goal is not None:
        value = evolve(value, name=f"{plain(athlete.goal.metres)}m pace")
    if not value.is_relative:
        return effort_of_intensity(value.name)
    target = Target(Quantity.SPEED, value)
    effort = _of_number(known(target), athlete) if athlete is not None else None
    if effort is not None:
        return effort
    share = usual_share(value)
    if share is None:
        return effort_of_intensity(value.name)
    return effort_of_share(middle(share), Reference.THRESHOLD_PACE)


def _of_number(target: Target, athlete: Athlete) -> float | None:
    """Return how hard numbers are for *athlete*."""
    value = target.value
    if not isinstance(value, (Range, Ramp)) or value.of is not None:
        return None
    number = middle(value)
    if target.quantity is Quantity.EFFORT:
        return number
    if target.quantity is Quantity.SPEED:
        try:
            return effort_of_share(number / threshold_speed(athlete), Reference.THRESHOLD_PACE)
        except MissingThreshold:
            return None
    if target.quantity is Quantity.HEART_RATE:
        if athlete.threshold_heart_rate is not None:
            return effort_of_share(number / athlete.threshold_heart_rate, Reference.THRESHOLD_HEART_RATE)
        if athlete.max_heart_rate is not None:
            return effort_of_share(number / athlete.max_heart_rate, Reference.MAX_HEART_RATE)
    if target.quantity is Quantity.POWER and athlete.ftp is not None:
        return effort_of_share(number / athlete.ftp, Reference.FTP)
    return None
