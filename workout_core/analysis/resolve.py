"""Relative → absolute: zones, shares and named paces become numbers for one athlete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import singledispatch
from math import floor
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.analysis.intensities import PACE_NAMES, race_metres
from workout_core.analysis.meanings import instead, is_by_pace, other_name, own_meaning, own_pace
from workout_core.analysis.relative_paces import GOAL_PACE, beside, goal_speed, widened
from workout_core.analysis.thresholds import fitness, needed, threshold_speed
from workout_core.errors import InvalidWorkout, MissingThreshold, suggestion
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.target import (
    BOUNDS,
    Named,
    Quantity,
    Ramp,
    Range,
    Reference,
    RepTime,
    Target,
    Value,
    Zone,
)
from workout_core.science import vdot, zones

USUAL_TOLERANCE: Final = 5.0
"""Seconds a kilometre that a named pace may be off when neither step, workout nor athlete says so."""
_SHARE_DECIMALS: Final = 6
_SOMEBODY: Final = Athlete(threshold_speed=1000 / 300)
"""A runner of whom nothing else is known."""
_SHORT: Final = MappingProxyType({Quantity.HEART_RATE: "HR", Quantity.POWER: "power", Quantity.SPEED: "pace"})


class Resolved(NamedTuple):
    """What a target is to an athlete.

    Attributes:
        taken: what it is taken for: itself, what they say it means, or what takes the place of a number that
            they lack.
        numbers: the same in numbers.
        lacks: what they would have to give for what is written, where something takes its place, in words.
    """

    taken: Target
    numbers: Target
    lacks: str = ""


def resolve_target(
    target: Target, athlete: Athlete, path: str = "target", sport: Sport = Sport.RUNNING
) -> Target:
    """Return *target* in a quantity's own unit; heart rates and powers are whole numbers.

    The quantity is that of *target*, or another one where the athlete says so, or lacks the number: a pace
    becomes a heart rate, a power or an effort (see :mod:`~workout_core.analysis.meanings`).

    Args:
        target: what to hold.
        athlete: whose numbers count.
        path: of the target, for messages.
        sport: in which it is held; paces are for sports on foot.

    Raises:
        MissingThreshold: the athlete lacks the number it refers to, and nothing can take its place.
        InvalidWorkout: the athlete has no such zone or pace.
    """
    with at(path):
        return meant(target, athlete, sport).numbers


def meant(target: Target, athlete: Athlete, sport: Sport, *, in_words: bool = True) -> Resolved:
    """Return what *target* is to *athlete* in *sport*; what it raises does not say where.

    Numbers that are a word as well, ``hard``, are taken as the word where they are written *in words*, and
    not where they are a meaning themselves.
    """
    value = target.value
    own = own_meaning(target, athlete, sport) if in_words or isinstance(value, Named) else None
    if own is not None:
        found = meant(own, athlete, sport, in_words=False)
        return found._replace(numbers=_as_written(found.numbers, value))
    if isinstance(value, Named) and own_pace(value.name, athlete) is None:
        if (name := other_name(value)) is not None:
            return meant(Target(target.quantity, evolve(value, name=name)), athlete, sport)
        if not is_by_pace(value, sport):
            return _by_table(target, athlete, sport) or Resolved(target, in_numbers(target, athlete))
    try:
        return Resolved(target, in_numbers(target, athlete))
    except (MissingThreshold, _NoPaceError) as error:
        found_instead = _by_table(target, athlete, sport)
        if found_instead is None:
            raise
        lacks = str(error) if isinstance(error, MissingThreshold) else ""
        return found_instead._replace(lacks=lacks)


def _by_table(target: Target, athlete: Athlete, sport: Sport) -> Resolved | None:
    """Return what takes the place of *target* by the table; None if the table does not know it."""
    value, beside_it = target.value, None
    if isinstance(value, Named) and value.is_relative:
        ends = usual_share(Named(value.name)), usual_share(value)
        beside_it = (ends[0], ends[1]) if ends[0] and ends[1] else None
    other = instead(target, athlete, sport, beside_it)
    if other is None:
        return None
    return Resolved(other, _with_tolerance(in_numbers(other, athlete), value))


def usual_share(value: Named) -> Range | None:
    """Return which share of threshold speed *value* is to a runner of whom nothing else is known.

    It is None of a name that only its athlete knows.
    """
    try:
        speeds = beside(_named(value, _SOMEBODY), value)
    except (InvalidWorkout, MissingThreshold):
        return None
    whole = threshold_speed(_SOMEBODY)
    low, high = (round(each / whole, _SHARE_DECIMALS) for each in (speeds.low, speeds.high))
    return Range(low, high, Reference.THRESHOLD_PACE)


def in_numbers(target: Target, athlete: Athlete) -> Target:
    """Return *target* in numbers of its own quantity; what it raises does not say where."""
    value = _absolute(target.value, target.quantity, athlete)
    return target if value is target.value else Target(target.quantity, value)


def _as_written(target: Target, value: Value) -> Target:
    """Return speeds with the offset, the share and the tolerance of *value*, which say nothing of others."""
    held = target.value
    if target.quantity is Quantity.SPEED and isinstance(held, Range) and isinstance(value, Named):
        target = Target(target.quantity, beside(held, value))
    return _with_tolerance(target, value)


def _with_tolerance(target: Target, value: Value) -> Target:
    """Return speeds with the tolerance that a name is written with; in another quantity it says nothing."""
    room = value.tolerance if isinstance(value, Named) else None
    if not room or target.quantity is not Quantity.SPEED or not isinstance(target.value, Range):
        return target
    return Target(target.quantity, widened(target.value, room))


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
    held = beside(_named(value, athlete), value)
    return widened(held, value.tolerance) if value.tolerance else held


@_absolute.register
def _(value: RepTime, _quantity: Quantity, _athlete: Athlete) -> Value:
    return value.speeds


def _named(value: Named, athlete: Athlete) -> Range:
    own = own_pace(value.name, athlete)
    if value.name == GOAL_PACE and (athlete.goal is not None or own is None):
        return goal_speed(needed(athlete.goal, "goal"))
    if own is not None:
        return own
    if value.name == "threshold":
        speed = threshold_speed(athlete)
        return Range(speed, speed)
    if value.name in PACE_NAMES:
        return Range(*vdot.training_speeds(fitness(athlete))[value.name])
    if metres := race_metres(value.name):
        speed = metres / vdot.race_seconds(fitness(athlete), metres)
        return Range(speed, speed)
    own_names = (name for name, _ in (*athlete.paces, *athlete.means))
    raise _NoPaceError(value.name, (*own_names, *PACE_NAMES, "10km pace"))


class _NoPaceError(InvalidWorkout):
    """No pace has this name; what may be meant is looked for when it is said, which most never are."""

    def __str__(self) -> str:
        name, known = self.args
        return gettext(
            "{name} is not a pace of this athlete ({hint})", name=repr(name), hint=suggestion(name, known)
        )


def _range(low: float, high: float, of: Reference, quantity: Quantity, athlete: Athlete) -> Range:
    low, high = (_rounded(quantity, _share(end, of, athlete)) for end in (low, high))
    return Range(low, high)


def _no_zone(zone: Zone, quantity: Quantity, highest: int) -> InvalidWorkout:
    short = _SHORT[quantity]
    return InvalidWorkout(
        gettext(
            "'Z{number}' is not a zone of this athlete ({quantity} has Z1 to Z{highest})",
            number=zone.number,
            quantity=short,
            highest=highest,
        )
    )


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
        rest = needed(athlete.resting_heart_rate, "resting_heart_rate")
        return rest + part * (needed(athlete.max_heart_rate, "max_heart_rate") - rest)
    known: float = needed(getattr(athlete, of.value), of.value)
    return part * known


def _rounded(quantity: Quantity, number: float) -> float:
    if quantity not in (Quantity.HEART_RATE, Quantity.POWER):
        return number
    low, high, _ = BOUNDS[quantity]
    return min(max(floor(number + 0.5), low), high)
