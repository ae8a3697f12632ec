"""Relative → absolute: zones, shares and named paces become numbers for one athlete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import singledispatch
from math import floor
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.plates import on_plates
from workout_core.errors import InvalidWorkout, MissingThreshold, suggestion
from workout_core.exercises.book import BOOK
from workout_core.exercises.names import key
from workout_core.model.athlete import Athlete
from workout_core.model.exercise import Exercise, OneRepMax, Weight
from workout_core.model.target import BOUNDS, Named, Quantity, Ramp, Range, Reference, Target, Value, Zone
from workout_core.science import vdot, zones
from workout_core.units import read_distance

PACE_NAMES: Final = ("easy", "marathon", "threshold", "interval", "repetition")
_TEMPO: Final = "tempo"
"""What most coaches call the threshold; some athletes have another pace of that name."""
USUAL_TOLERANCE: Final = 5.0
"""Seconds a kilometre that a named pace may be off when neither step, workout nor athlete says so."""
_RACE_PACE: Final = re.compile(r"(.+) pace")
_SHORT: Final = MappingProxyType({Quantity.HEART_RATE: "HR", Quantity.POWER: "power", Quantity.SPEED: "pace"})
_HOW: Final = MappingProxyType(
    {
        "threshold_pace": "threshold_pace: 4:45/km', or a recent 'race",
        "threshold_heart_rate": "threshold_heart_rate: 168",
        "max_heart_rate": "max_heart_rate: 186",
        "resting_heart_rate": "resting_heart_rate: 48",
        "ftp": "ftp: 240",
    }
)


def resolve_target(target: Target, athlete: Athlete, path: str = "target") -> Target:
    """Return *target* in the quantity's own unit; heart rates and powers are whole numbers.

    Raises:
        MissingThreshold: the athlete lacks the number it refers to.
        InvalidWorkout: the athlete has no such zone or pace.
    """
    with at(path):
        return in_numbers(target, athlete)


def in_numbers(target: Target, athlete: Athlete) -> Target:
    """Return *target* as :func:`resolve_target` does; what it raises does not say where."""
    value = _absolute(target.value, target.quantity, athlete)
    return target if value is target.value else Target(target.quantity, value)


@contextmanager
def at(path: str) -> Iterator[None]:
    """Say *path* in whatever is raised because an athlete lacks a number, a zone or a pace."""
    try:
        yield
    except MissingThreshold as missing:
        raise MissingThreshold(f"{path}: {missing}", missing.threshold) from None
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{path}: {error}") from None


@singledispatch
def _absolute(value: Value, quantity: Quantity, athlete: Athlete) -> Value:
    raise TypeError(value, quantity, athlete)


@_absolute.register
def _(value: Range, quantity: Quantity, athlete: Athlete) -> Value:
    if value.of is None:
        return value
    return _range(value.low, value.high, value.of, quantity, athlete)


@_absolute.register
def _(value: Ramp, quantity: Quantity, athlete: Athlete) -> Value:
    if value.of is None:
        return value
    start, end = (_rounded(quantity, _share(end, value.of, athlete)) for end in (value.start, value.end))
    return Range(start, end) if start == end else Ramp(start, end)


@_absolute.register
def _(value: Zone, quantity: Quantity, athlete: Athlete) -> Value:
    own = dict(athlete.zones).get(quantity)
    if own:
        if value.number > len(own):
            raise _no_zone(value, quantity, len(own))
        return own[value.number - 1]
    reference, edges = _zones_of(quantity, athlete)
    try:
        low, high = zones.bounds(edges, value.number)
    except IndexError:
        raise _no_zone(value, quantity, len(edges) - 1) from None
    return _range(low, high, reference, quantity, athlete)


@_absolute.register
def _(value: Named, _quantity: Quantity, athlete: Athlete) -> Value:
    held = _named(value, athlete)
    return _widened(held, value.tolerance) if value.tolerance else held


def _widened(held: Range, seconds: float) -> Range:
    """Return speeds that may be off by so many *seconds* a kilometre, at both ends."""
    low, high = (
        speed + sign * min(speed * speed * seconds / 1000, speed / 2)
        for sign, speed in ((-1, held.low), (1, held.high))
    )
    slowest, fastest, _ = BOUNDS[Quantity.SPEED]
    return Range(max(low, slowest), min(high, fastest))


def with_room(target: Target, resolved: Target, seconds: float) -> Target:
    """Return *resolved* with room of so many *seconds* a kilometre, if it is one pace that has none.

    A watch that is told to hold one pace alerts all the time. A pace that was written in numbers is meant.

    Args:
        target: as it is written.
        resolved: the same in numbers.
        seconds: the usual tolerance.
    """
    value = resolved.value
    if not isinstance(target.value, Named) or target.value.tolerance is not None:
        return resolved
    if not seconds or not isinstance(value, Range) or value.low != value.high:
        return resolved
    return Target(resolved.quantity, _widened(value, seconds))


def _named(value: Named, athlete: Athlete) -> Range:
    own = dict(athlete.paces)
    if value.name in own:
        return own[value.name]
    if value.name in ("threshold", _TEMPO):
        speed = threshold_speed(athlete)
        return Range(speed, speed)
    if value.name in PACE_NAMES:
        return Range(*vdot.training_speeds(fitness(athlete))[value.name])
    if metres := race_metres(value.name):
        speed = metres / vdot.race_seconds(fitness(athlete), metres)
        return Range(speed, speed)
    raise _NoPaceError(value.name, (*own, *PACE_NAMES, "10km pace"))


class _NoPaceError(InvalidWorkout):
    """No pace has this name; what may be meant is looked for when it is said, which most never are."""

    def __str__(self) -> str:
        name, known = self.args
        return f"{name!r} is not a pace of this athlete ({suggestion(name, known)})"


def _range(low: float, high: float, of: Reference, quantity: Quantity, athlete: Athlete) -> Range:
    low, high = (_rounded(quantity, _share(end, of, athlete)) for end in (low, high))
    return Range(low, high)


def _no_zone(zone: Zone, quantity: Quantity, highest: int) -> InvalidWorkout:
    short = _SHORT[quantity]
    return InvalidWorkout(f"'Z{zone.number}' is not a zone of this athlete ({short} has Z1 to Z{highest})")


def _zones_of(quantity: Quantity, athlete: Athlete) -> tuple[Reference, tuple[float, ...]]:
    if quantity is Quantity.SPEED:
        return Reference.THRESHOLD_PACE, zones.THRESHOLD_SPEED
    if quantity is Quantity.POWER:
        return Reference.FTP, zones.FTP
    if athlete.threshold_heart_rate is None and athlete.max_heart_rate is not None:
        return Reference.MAX_HEART_RATE, zones.MAX_HEART_RATE
    return Reference.THRESHOLD_HEART_RATE, zones.THRESHOLD_HEART_RATE


def _share(part: float, of: Reference, athlete: Athlete) -> float:
    if of is Reference.THRESHOLD_PACE:
        return part * threshold_speed(athlete)
    if of is Reference.HEART_RATE_RESERVE:
        rest = _needed(athlete.resting_heart_rate, "resting_heart_rate")
        return rest + part * (_needed(athlete.max_heart_rate, "max_heart_rate") - rest)
    return part * _needed(getattr(athlete, of.value), of.value)


def threshold_speed(athlete: Athlete) -> float:
    """Return the athlete's threshold speed in m/s: as given, or as a recent race shows.

    Raises:
        MissingThreshold: the athlete has neither.
    """
    if athlete.threshold_speed is not None:
        return athlete.threshold_speed
    return vdot.threshold_speed(fitness(athlete))


def fitness(athlete: Athlete) -> float:
    """Return the VDOT that the athlete's threshold pace shows, or else a recent race.

    Raises:
        MissingThreshold: the athlete has neither.
    """
    if athlete.threshold_speed is None and athlete.race is not None:
        return vdot.vdot(athlete.race.metres, athlete.race.seconds)
    return vdot.vdot_of_threshold(_needed(athlete.threshold_speed, "threshold_pace"))


def _needed(value: float | None, threshold: str) -> float:
    if value is None:
        words = threshold.replace("_", " ")
        raise MissingThreshold(f"needs the athlete's {words} (give '{_HOW[threshold]}')", threshold)
    return value


def _rounded(quantity: Quantity, number: float) -> float:
    if quantity not in (Quantity.HEART_RATE, Quantity.POWER):
        return number
    low, high, _ = BOUNDS[quantity]
    return min(max(floor(number + 0.5), low), high)


def race_metres(name: str) -> float | None:
    """Return how far the race is that the pace *name* is of: ``10km pace``; None if it is of no race."""
    race = _RACE_PACE.fullmatch(name)
    try:
        return read_distance(race[1]) if race else None
    except InvalidWorkout:
        return None


def load_in_numbers(exercise: Exercise, athlete: Athlete) -> Exercise:
    """Return *exercise* with a share of the one rep max as kilograms that the athlete's plates allow.

    Raises:
        MissingThreshold: the athlete's one rep max of it is not known.
        InvalidWorkout: it would be more than anybody lifts.
    """
    if not isinstance(exercise.load, OneRepMax):
        return exercise
    best = _one_rep_max(exercise.name, athlete)
    if best is None:
        name = " ".join(exercise.name.casefold().split())
        raise MissingThreshold(
            f"needs the athlete's one rep max of {exercise.name!r} (give 'one_rep_max: {{{name}: 80kg}}')",
            "one_rep_max",
        )
    return evolve(exercise, load=Weight(on_plates(exercise.load.share * best, best, athlete.plates)))


def _one_rep_max(name: str, athlete: Athlete) -> float | None:
    """Return the most that *athlete* lifts of what is called *name*, here or there by another name."""
    known = {key(exercise): kilograms for exercise, kilograms in athlete.one_rep_max}
    if not known or key(name) in known:
        return known.get(key(name))
    movement = BOOK.called(name)
    if movement is None:
        return None
    others = (kilograms for other, kilograms in athlete.one_rep_max if BOOK.called(other) == movement)
    return next(others, None)
