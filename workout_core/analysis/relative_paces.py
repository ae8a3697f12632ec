"""Speeds that follow from others: beside a pace, a share of it, with room around it, the pace of a goal."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete, Race
from workout_core.model.target import BOUNDS, Named, Quantity, Range, RepTime, Target

GOAL_PACE: Final = "goal pace"
"""The pace of the race that a workout, its plan or its athlete has as a goal."""
_SLOWEST, _FASTEST, _ = BOUNDS[Quantity.SPEED]


def beside(held: Range, value: Named) -> Range:
    """Return the speeds in m/s that *value* asks for, whose name stands for the speeds *held*.

    A share is of the speed, as it is of the threshold's: 95 % of 4:00/km is 4:12.6/km. An offset is added to
    the pace.

    Raises:
        InvalidWorkout: nobody runs so fast or so slowly.
    """
    if value.share is not None:
        return _possible(held.low * value.share.low, held.high * value.share.high, value)
    if value.offset is None:
        return held
    slowest, fastest = 1000 / held.low + value.offset.high, 1000 / held.high + value.offset.low
    return _possible(1000 / slowest, 1000 / fastest if fastest > 0 else 0.0, value)


def _possible(low: float, high: float, value: Named) -> Range:
    if not _SLOWEST <= low <= high <= _FASTEST:
        raise InvalidWorkout(gettext("so far from {name} is no pace anybody runs", name=repr(value.name)))
    return Range(low, high)


def widened(held: Range, seconds: float) -> Range:
    """Return speeds that may be off by so many *seconds* a kilometre, at both ends."""
    low, high = (
        speed + sign * min(speed * speed * seconds / 1000, speed / 2)
        for sign, speed in ((-1, held.low), (1, held.high))
    )
    return Range(max(low, _SLOWEST), min(high, _FASTEST))


def with_room(target: Target, resolved: Target, seconds: float) -> Target:
    """Return *resolved* with room of so many *seconds* a kilometre, if it is one pace that has none.

    A watch that is told to hold one pace alerts all the time. A pace that was written in numbers is meant;
    a time for a distance is looked at when that is over, and not all the way.

    Args:
        target: as it is written.
        resolved: the same in numbers.
        seconds: the usual tolerance.
    """
    value = resolved.value
    meant = target.value
    if not isinstance(meant, (Named, RepTime)) or (isinstance(meant, Named) and meant.tolerance is not None):
        return resolved
    if not seconds or not isinstance(value, Range) or value.low != value.high:
        return resolved
    if resolved.quantity is not Quantity.SPEED:
        return resolved
    return Target(resolved.quantity, widened(value, seconds))


def goal_speed(goal: Race) -> Range:
    """Return the mean speed in m/s that reaches *goal*."""
    speed = goal.metres / goal.seconds
    return Range(speed, speed)


def needs_goal(target: Target | None) -> bool:
    """Tell whether *target* is the pace of a goal, or relative to it."""
    return target is not None and isinstance(target.value, Named) and target.value.name == GOAL_PACE


def needs_nobody(target: Target, goal: Race | None) -> bool:
    """Tell whether *target* becomes a number without anything of an athlete but the *goal*."""
    return isinstance(target.value, RepTime) or (goal is not None and needs_goal(target))


def with_goal(athlete: Athlete | None, goal: Race | None) -> Athlete | None:
    """Return *athlete* with the *goal* of a workout, which goes before their own."""
    if athlete is None or goal is None or athlete.goal == goal:
        return athlete
    return evolve(athlete, goal=goal)
