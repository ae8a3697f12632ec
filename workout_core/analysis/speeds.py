"""How fast a step is done: as its target says, at the athlete's own paces, or as most people do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from math import inf
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.analysis.effort import UNKNOWN
from workout_core.analysis.intensities import middle
from workout_core.analysis.resolve import meant
from workout_core.analysis.thresholds import fitness, threshold_speed
from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Ramp, Range, RepTime, Target
from workout_core.model.workout import Intensity, Step
from workout_core.science import cycling, vdot

WALKING: Final = 1000 / 660
CARRYING: Final = 1.4
"""Metres per second of carries, and of drills over a distance."""
CYCLING: Final = 7.5
STILL: Final = frozenset(
    {Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.PILATES, Sport.HIIT, Sport.CARDIO}
)
"""Sports in which one gets nowhere."""
USUAL: Final = MappingProxyType(
    {
        "easy": 1000 / 390,
        "marathon": 1000 / 330,
        "threshold": 1000 / 300,
        "interval": 1000 / 275,
        "repetition": 1000 / 240,
    }
)
"""The paces of a runner of whom nothing is known; every name that has one is here."""
_ROLES: Final[Mapping[Intensity, tuple[str, ...]]] = MappingProxyType(
    {
        Intensity.WARMUP: ("warmup", "easy"),
        Intensity.COOLDOWN: ("cooldown", "easy"),
        Intensity.RECOVERY: ("recovery", "jog", "easy"),
        Intensity.EASY: ("easy",),
        Intensity.STEADY: ("steady", "marathon"),
        Intensity.STRIDES: ("strides", "repetition"),
        Intensity.DRILL: ("easy",),
        Intensity.WORK: ("threshold",),
    }
)
"""The names of the pace of each part of a run, those first that only the athlete may have."""
PACE_OF_EFFORT: Final = (
    (3.0, "easy"),
    (5.0, "marathon"),
    (7.0, "threshold"),
    (8.0, "interval"),
    (9.0, "repetition"),
)
FTP_OF_EFFORT: Final = (
    (1.0, 0.4),
    (3.0, 0.65),
    (5.0, 0.83),
    (7.0, 1.0),
    (8.0, 1.13),
    (9.0, 1.35),
    (10.0, 1.5),
)
"""Shares of functional threshold power, the middles of Coggan's zones."""
_BY_SPORT: Final = MappingProxyType(
    {
        Sport.WALKING: 1.4,
        Sport.HIKING: 1.1,
        Sport.POOL_SWIMMING: 100 / 130,
        Sport.OPEN_WATER_SWIMMING: 100 / 130,
        Sport.ROWING: 500 / 140,
        Sport.INDOOR_ROWING: 500 / 140,
    }
)


class Speed(NamedTuple):
    """How fast something is done.

    Attributes:
        value: metres per second.
        exact: whether the step says so in a number; otherwise it is estimated.
        slowest: the slowest that the target allows, in m/s.
        fastest: the fastest.
    """

    value: float
    exact: bool = False
    slowest: float = 0.0
    fastest: float = inf


STANDING: Final = Speed(0.0, exact=True)


class UsualSpeeds:
    """How fast an athlete does what has no pace: each number is worked out when it is first asked for."""

    def __init__(self, athlete: Athlete | None = None) -> None:
        self._athlete = athlete

    @cached_property
    def _own(self) -> Mapping[str, float]:
        """The athlete's speeds by the names of paces; none if nothing says how fast they are."""
        if self._athlete is None:
            return {}
        named = dict(_own_speeds(self._athlete))
        try:
            known = {
                name: _mean(*ends) for name, ends in vdot.training_speeds(fitness(self._athlete)).items()
            }
            return known | {"threshold": threshold_speed(self._athlete)} | named
        except MissingThreshold:
            compared = next((named[name] / USUAL[name] for name in USUAL if name in named), None)
            return {name: speed * compared for name, speed in USUAL.items()} | named if compared else {}

    def running(self, role: Intensity, effort: float | None) -> float:
        """Return the speed in m/s of a part of a run, or where it is known of how hard it is."""
        if role is Intensity.WALK:
            return WALKING
        own = self._own
        if own and effort is not None:
            return _between([(hard, own[name]) for hard, name in PACE_OF_EFFORT], effort)
        speeds = own or USUAL
        return next(speeds[name] for name in _ROLES[role] if name in speeds)

    def cycling(self, effort: float) -> float:
        """Return the speed in m/s of a ride of which it is known how hard it is."""
        if self._athlete is None or self._athlete.ftp is None:
            return CYCLING
        return cycling.speed_at(_between(FTP_OF_EFFORT, effort) * self._athlete.ftp)


def _own_speeds(athlete: Athlete) -> Iterator[tuple[str, float]]:
    """Yield each name that means a speed to *athlete*, and the speed in m/s."""
    yield from ((name, _mean(pace.low, pace.high)) for name, pace in athlete.paces)
    for name, target in athlete.means:
        try:
            found = meant(target, athlete, Sport.RUNNING).numbers
        except (MissingThreshold, InvalidWorkout):
            continue
        if found.quantity is Quantity.SPEED and isinstance(found.value, Range):
            yield name, _mean(found.value.low, found.value.high)


def speed_of(
    step: Step,
    sport: Sport,
    usual: UsualSpeeds,
    known: Callable[[Target], Target],
    effort: Callable[[Step], float | None],
) -> Speed:
    """Return how fast *step* is done.

    Args:
        step: the step.
        sport: of its workout.
        usual: how fast the athlete does what has no pace.
        known: returns a target in the athlete's numbers, or as it is where they are not known.
        effort: tells how hard a step is, if anything says so.
    """
    if step.intensity is Intensity.REST and step.target is None:
        return STANDING
    targets = [target for target in (step.target, step.second_target) if target is not None]
    for target in targets:
        if (speed := _asked_for(target, known(target), sport)) is not None:
            return speed
    if sport in STILL or step.intensity is Intensity.REST:
        return STANDING
    if step.exercise is not None:
        return Speed(CARRYING if isinstance(step.duration, Distance) else 0)
    if sport.in_cycling:
        return Speed(usual.cycling(effort(step) or UNKNOWN))
    if sport in _BY_SPORT:
        return Speed(_BY_SPORT[sport])
    return Speed(usual.running(step.intensity, effort(step) if targets else None))


def _asked_for(target: Target, known: Target, sport: Sport) -> Speed | None:
    """Return the speed that a target asks for, which is *known* in numbers, if it asks for one."""
    value = known.value
    if not isinstance(value, (Range, Ramp)) or value.of is not None:
        return None
    if known.quantity is Quantity.POWER and sport.in_cycling:
        return Speed(cycling.speed_at(middle(value)))
    if known.quantity is not Quantity.SPEED:
        return None
    low, high = (value.low, value.high) if isinstance(value, Range) else sorted((value.start, value.end))
    is_said = known is target or isinstance(target.value, RepTime)
    return Speed(_mean(low, high), low == high and is_said, low, high)


def _mean(low: float, high: float) -> float:
    """Return the speed of the pace in the middle of two."""
    return 2 / (1 / low + 1 / high)


def _between(points: tuple[tuple[float, float], ...] | list[tuple[float, float]], at: float) -> float:
    """Return what lies *at* a place between *points*; beyond them it is that of the last."""
    for (left, low), (right, high) in pairwise(points):
        if at <= right:
            return low + (high - low) * max(at - left, 0) / (right - left)
    return points[-1][1]
