"""How hard a step is, on the scale of effort from 1 to 10 (CR-10), by its targets or by its part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.by_name import effort_of_name
from workout_core.analysis.relative_paces import GOAL_PACE
from workout_core.analysis.resolve import in_numbers, race_metres, threshold_speed
from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity, Step
from workout_core.science import zones
from workout_core.units import plain

EASY: Final = 4.0
"""Whatever is no harder is easy: one can talk."""
HARD: Final = 7.0
"""Whatever is as hard counts as hard work: threshold and above."""
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
_NAMED: Final = MappingProxyType(
    {
        "easy": 3.0,
        "marathon": 5.0,
        "threshold": 7.0,
        "interval": 8.0,
        "repetition": 8.0,
    }
)
_RACE_PACE: Final = 8.0
_HALF_PACE: Final = 6.0
_MARATHON_PACE: Final = 5.0
_OF_HALF: Final = 15_000.0
_OF_MARATHON: Final = 30_000.0
"""Metres of a race from which on its pace is like that of a half marathon, and of a marathon."""
_SOMEBODY: Final = Athlete(threshold_speed=1000 / 300)
"""A runner of whom nothing else is known."""
_OF_THRESHOLD_PACE: Final = (1 / 1.30, 1 / 1.145, 1 / 1.05, 1 / 0.97)
"""Shares of threshold speed between recovery, easy, steady, threshold and faster."""
_BY_SPEED: Final = (2.0, 3.0, 5.0, 7.0, 8.0)
_BY_ZONE: Final = MappingProxyType(
    {
        Quantity.SPEED: (2.0, 3.0, 5.0, 7.0, 8.0),
        Quantity.HEART_RATE: (2.0, 3.0, 5.0, 7.0, 8.0),
        Quantity.POWER: (2.0, 3.0, 5.0, 7.0, 8.0, 9.0, 10.0),
    }
)
_EDGES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_HEART_RATE: (Quantity.HEART_RATE, zones.THRESHOLD_HEART_RATE),
        Reference.MAX_HEART_RATE: (Quantity.HEART_RATE, zones.MAX_HEART_RATE),
        Reference.HEART_RATE_RESERVE: (Quantity.HEART_RATE, zones.MAX_HEART_RATE),
        Reference.FTP: (Quantity.POWER, zones.FTP),
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
        if (effort := _of_target(target, athlete, known)) is not None:
            return effort
    if step.exercise is not None:
        is_drill = step.intensity is Intensity.DRILL or (
            isinstance(step.duration, Distance) and sport.on_foot
        )
        effort = effort_of_name(step.exercise.name)
        return effort or (DRILL if is_drill else GENTLE.get(sport, UNKNOWN))
    return _PARTS.get(step.intensity)


def _of_target(target: Target, athlete: Athlete | None, known: Callable[[Target], Target]) -> float | None:
    value = target.value
    if target.quantity is Quantity.EFFORT and isinstance(value, (Range, Ramp)):
        return middle(value)
    if athlete is not None and _is_own(target, athlete):
        effort = _of_number(known(target), athlete)
        if effort is not None:
            return effort
    if isinstance(value, Zone):
        efforts = _BY_ZONE.get(target.quantity, ())
        return efforts[min(value.number, len(efforts)) - 1] if efforts else None
    if isinstance(value, Named) and (effort := _of_named(value, athlete, known)):
        return effort
    if isinstance(value, (Range, Ramp)) and value.of is not None:
        return _of_share(middle(value), value.of)
    return _of_number(known(target), athlete) if athlete is not None else None


def _is_own(target: Target, athlete: Athlete) -> bool:
    """Tell whether *athlete* has numbers of their own for a zone or a name."""
    value = target.value
    if isinstance(value, Zone):
        return target.quantity in dict(athlete.zones)
    return isinstance(value, Named) and value.name in dict(athlete.paces)


def _of_named(value: Named, athlete: Athlete | None, known: Callable[[Target], Target]) -> float | None:
    """Return how hard a pace is that has a name; what is beside one is somewhere else among the zones."""
    if value.name == GOAL_PACE and athlete is not None and athlete.goal is not None:
        value = evolve(value, name=f"{plain(athlete.goal.metres)}m pace")
    if not value.is_relative:
        return _of_name(value.name)
    target = Target(Quantity.SPEED, value)
    effort = _of_number(known(target), athlete) if athlete is not None else None
    if effort is not None:
        return effort
    try:
        return _of_number(in_numbers(target, _SOMEBODY), _SOMEBODY)
    except (InvalidWorkout, MissingThreshold):
        return _of_name(value.name)


def _of_name(name: str) -> float | None:
    if (effort := _NAMED.get(name.removesuffix(" pace"))) is not None:
        return effort
    metres = race_metres(name)
    if metres is None:
        return _RACE_PACE if name.endswith(" pace") else None
    return _MARATHON_PACE if metres >= _OF_MARATHON else _HALF_PACE if metres >= _OF_HALF else _RACE_PACE


def _of_share(share: float, of: Reference) -> float:
    if of is Reference.THRESHOLD_PACE:
        return _BY_SPEED[bisect_right(_OF_THRESHOLD_PACE, share)]
    quantity, edges = _EDGES[of]
    efforts = _BY_ZONE[quantity]
    return efforts[min(bisect_right(edges[1:-1], share), len(efforts) - 1)]


def _of_number(target: Target, athlete: Athlete) -> float | None:
    """Return how hard numbers are for *athlete*."""
    value = target.value
    if not isinstance(value, (Range, Ramp)) or value.of is not None:
        return None
    number = middle(value)
    if target.quantity is Quantity.SPEED:
        try:
            return _of_share(number / threshold_speed(athlete), Reference.THRESHOLD_PACE)
        except MissingThreshold:
            return None
    if target.quantity is Quantity.HEART_RATE:
        if athlete.threshold_heart_rate is not None:
            return _of_share(number / athlete.threshold_heart_rate, Reference.THRESHOLD_HEART_RATE)
        if athlete.max_heart_rate is not None:
            return _of_share(number / athlete.max_heart_rate, Reference.MAX_HEART_RATE)
    if target.quantity is Quantity.POWER and athlete.ftp is not None:
        return _of_share(number / athlete.ftp, Reference.FTP)
    return None


def middle(value: Range | Ramp) -> float:
    """Return the mean of the two ends."""
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    return sum(ends) / 2
