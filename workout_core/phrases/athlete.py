"""An athlete in plain words, a line for each number that is known."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from workout_core.analysis.relative_paces import goal_speed
from workout_core.analysis.thresholds import fitness, threshold_speed
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Range, Target
from workout_core.phrases import say_speed, say_target
from workout_core.units import plain, say_distance, say_mass, write_clock

_RATES: Final = MappingProxyType(
    {
        "Threshold heart rate": "threshold_heart_rate",
        "Max heart rate": "max_heart_rate",
        "Resting heart rate": "resting_heart_rate",
    }
)
_ZONED: Final = MappingProxyType(
    {Quantity.HEART_RATE: "Heart rate", Quantity.SPEED: "Pace", Quantity.POWER: "Power"}
)


def portrait(athlete: Athlete) -> Iterator[str]:
    """Yield a line for each number of *athlete*, in their own units, and for what is inferred from a race."""
    yield from _paces(athlete)
    for title, name in _RATES.items():
        rate = getattr(athlete, name)
        if rate is not None:
            yield f"{title}: {plain(rate)} bpm"
    if athlete.ftp is not None:
        yield f"FTP: {plain(athlete.ftp)} W"
    for exercise, kilograms in athlete.one_rep_max:
        yield f"One rep max, {exercise}: {say_mass(kilograms)}"
    for quantity, zones in athlete.zones:
        for number, zone in enumerate(zones, start=1):
            yield f"{_ZONED[quantity]} zone {number}: {_held(quantity, zone, athlete)}"
    for name, pace in athlete.paces:
        yield f"Pace {name!r}: {_held(Quantity.SPEED, pace, athlete)}"
    for name, target in athlete.means:
        yield f"{name!r} means {say_target(target, Sport.RUNNING, units=athlete.units)}"


def _paces(athlete: Athlete) -> Iterator[str]:
    if athlete.threshold_speed is not None:
        yield f"Threshold pace: {say_speed(athlete.threshold_speed, Sport.RUNNING, athlete.units)}"
    if athlete.race is not None:
        distance = say_distance(athlete.race.metres, athlete.units)
        yield f"Race: {distance} in {write_clock(athlete.race.seconds)}"
    if athlete.goal is not None:
        pace = _held(Quantity.SPEED, goal_speed(athlete.goal), athlete)
        distance = say_distance(athlete.goal.metres, athlete.units)
        yield f"Goal: {distance} in {write_clock(athlete.goal.seconds)} ({pace})"
    if athlete.race is not None and athlete.threshold_speed is None:
        speed = say_speed(threshold_speed(athlete), Sport.RUNNING, athlete.units)
        yield f"Threshold pace: {speed}, inferred from the race (VDOT {fitness(athlete):.1f})"


def _held(quantity: Quantity, zone: Range, athlete: Athlete) -> str:
    return say_target(Target(quantity, zone), Sport.RUNNING, athlete)
