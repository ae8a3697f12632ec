"""An athlete in plain words, a line for each number that is known."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from workout_core.analysis.relative_paces import goal_speed
from workout_core.analysis.thresholds import fitness, threshold_speed
from workout_core.exercises.saying import say_exercise
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Range, Target
from workout_core.phrases import say_speed, say_target
from workout_core.units import say_distance, say_mass, say_number, write_clock
from workout_core.units.numbers import with_sign

_RATES: Final = MappingProxyType(
    {
        gettext_noop("Threshold heart rate: {number} bpm"): "threshold_heart_rate",
        gettext_noop("Max heart rate: {number} bpm"): "max_heart_rate",
        gettext_noop("Resting heart rate: {number} bpm"): "resting_heart_rate",
    }
)
_ZONED: Final = MappingProxyType(
    {
        Quantity.HEART_RATE: gettext_noop("Heart rate zone {number}: {held}"),
        Quantity.SPEED: gettext_noop("Pace zone {number}: {held}"),
        Quantity.POWER: gettext_noop("Power zone {number}: {held}"),
    }
)


def portrait(athlete: Athlete) -> Iterator[str]:
    """Yield a line for each number of *athlete*, in their own units, and for what is inferred from a race."""
    yield from _paces(athlete)
    for title, name in _RATES.items():
        rate = getattr(athlete, name)
        if rate is not None:
            yield gettext(title, number=say_number(rate))
    if athlete.ftp is not None:
        yield gettext("FTP: {number} W", number=say_number(athlete.ftp))
    for exercise, kilograms in athlete.one_rep_max:
        yield gettext(
            "One rep max, {exercise}: {mass}",
            exercise=say_exercise(exercise),
            mass=say_mass(kilograms),
        )
    for quantity, zones in athlete.zones:
        for number, zone in enumerate(zones, start=1):
            yield gettext(_ZONED[quantity], number=number, held=_held(quantity, zone, athlete))
    for name, pace in athlete.paces:
        yield gettext("Pace {name}: {held}", name=repr(name), held=_held(Quantity.SPEED, pace, athlete))
    for name, target in athlete.means:
        meant = say_target(target, Sport.RUNNING, units=athlete.units)
        yield gettext("{name} means {target}", name=repr(name), target=meant)


def _paces(athlete: Athlete) -> Iterator[str]:
    if athlete.threshold_speed is not None:
        speed = say_speed(athlete.threshold_speed, Sport.RUNNING, athlete.units)
        yield gettext("Threshold pace: {pace}", pace=speed)
    if athlete.race is not None:
        distance = say_distance(athlete.race.metres, athlete.units)
        yield gettext("Race: {distance} in {time}", distance=distance, time=write_clock(athlete.race.seconds))
    if athlete.goal is not None:
        pace = _held(Quantity.SPEED, goal_speed(athlete.goal), athlete)
        distance = say_distance(athlete.goal.metres, athlete.units)
        time = write_clock(athlete.goal.seconds)
        yield gettext("Goal: {distance} in {time} ({pace})", distance=distance, time=time, pace=pace)
    if athlete.race is not None and athlete.threshold_speed is None:
        speed = say_speed(threshold_speed(athlete), Sport.RUNNING, athlete.units)
        points = with_sign(f"{fitness(athlete):.1f}")
        yield gettext(
            "Threshold pace: {pace}, inferred from the race (VDOT {points})", pace=speed, points=points
        )


def _held(quantity: Quantity, zone: Range, athlete: Athlete) -> str:
    return say_target(Target(quantity, zone), Sport.RUNNING, athlete)
