"""What to hold: a target in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.reading import Reading, units_for
from workout_core.analysis.resolve import resolve_target
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance
from workout_core.model.sport import Sport
from workout_core.model.target import (
    Named,
    Quantity,
    Ramp,
    Range,
    Reference,
    RepTime,
    Target,
    Value,
    Zone,
    is_capped,
)
from workout_core.model.workout import Step
from workout_core.phrases.amounts import speed_parts
from workout_core.units import MILE, Units, plain, say_distance, write_clock, write_percent

_DASH: Final = "\N{EN DASH}"
_CLOCKS_FROM: Final = 90
"""Seconds from which a time of a repetition is said in minutes too."""
_QUANTITIES: Final = MappingProxyType(
    {Quantity.HEART_RATE: "heart rate", Quantity.SPEED: "pace", Quantity.POWER: "power"}
)
_UNITS: Final = MappingProxyType({Quantity.HEART_RATE: "bpm", Quantity.POWER: "W"})
_REFERENCES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: "threshold speed",
        Reference.THRESHOLD_HEART_RATE: "LTHR",
        Reference.MAX_HEART_RATE: "max heart rate",
        Reference.HEART_RATE_RESERVE: "heart rate reserve",
        Reference.FTP: "FTP",
    }
)


def say_target(
    target: Target, sport: Sport = Sport.RUNNING, athlete: Athlete | None = None, units: Units | None = None
) -> str:
    """Say what to hold; what is relative is followed by the athlete's own numbers.

    Args:
        target: what to hold.
        sport: whose way of saying speeds is meant.
        athlete: whose numbers are said.
        units: in which they are said; the athlete's own, or else metric, when left out.

    Raises:
        MissingThreshold: an athlete is given who lacks the number the target refers to.
    """
    is_known = athlete is None and not isinstance(target.value, RepTime)
    resolved = target if is_known else resolve_target(target, athlete or Athlete(), sport=sport)
    return _with_numbers(target, resolved, sport, units_for(athlete, units))


def target_words(target: Target, reading: Reading) -> str:
    """Say what to hold as :func:`say_target` does, but for numbers that the athlete of *reading* lacks."""
    key = target, reading.sport, reading.units
    words = reading.said.get(key)
    if words is None:
        words = _with_numbers(target, reading.known(target), reading.sport, reading.units)
        reading.said[key] = words
    return words


def in_time_words(step: Step, target: Target, reading: Reading) -> str:
    """Say the time for the distance of *step* that it is to hold, and the pace beside it; or else nothing."""
    value = target.value
    if not isinstance(value, RepTime) or step.duration != Distance(value.metres):
        return ""
    pace = _value(value.speeds, Quantity.SPEED, reading.sport, reading.units)
    return f"in {say_rep_times(value)} ({pace})"


def _with_numbers(target: Target, resolved: Target, sport: Sport, units: Units) -> str:
    words = _value(target.value, target.quantity, sport, units)
    if resolved == target:
        return words
    value, quantity = resolved.value, resolved.quantity
    if isinstance(target.value, Range) and is_capped(target.value, quantity) and isinstance(value, Range):
        return f"{words} (under {_numbers((value.high,), _DASH, quantity, None, sport, units)})"
    return f"{words} ({_value(value, quantity, sport, units)})"


@singledispatch
def _value(value: Value, quantity: Quantity, sport: Sport, units: Units) -> str:
    raise TypeError(value, quantity, sport, units)


@_value.register
def _(value: Range, quantity: Quantity, sport: Sport, units: Units) -> str:
    if is_capped(value, quantity):
        return f"under {_numbers((value.high,), _DASH, quantity, value.of, sport, units)}"
    ends = _ends(value)
    if quantity is Quantity.SPEED and value.of is None and not sport.in_cycling:
        ends = ends[::-1]
    return _numbers(ends, _DASH, quantity, value.of, sport, units)


@_value.register
def _(value: Ramp, quantity: Quantity, sport: Sport, units: Units) -> str:
    words = _numbers((value.start, value.end), " to ", quantity, value.of, sport, units)
    return f"from {words}" if " to " in words else words


@_value.register
def _(value: Zone, quantity: Quantity, _sport: Sport, _units: Units) -> str:
    return f"{_QUANTITIES[quantity]} zone {value.number}"


@_value.register
def _(value: Named, quantity: Quantity, sport: Sport, units: Units) -> str:
    if value.tolerance is not None:
        said = _value(evolve(value, tolerance=None), quantity, sport, units)
        room = _say_seconds((value.tolerance,), units)
        return f"{said} ± {room}" if value.tolerance else f"exactly {said}"
    name = value.name if value.name.endswith("pace") else f"{value.name} pace"
    if value.share is not None:
        return f"{_joined(map(_say_percent, _ends(value.share)), _DASH)} % of {name}"
    if value.offset is not None:
        sign = "\N{MINUS SIGN}" if value.offset.low < 0 else "+"
        return f"{name} {sign} {_say_seconds(sorted(map(abs, _ends(value.offset))), units)}"
    return name


@_value.register
def _(value: RepTime, _quantity: Quantity, _sport: Sport, units: Units) -> str:
    return f"{say_rep_times(value)} per {say_distance(value.metres, units)}"


def say_rep_times(value: RepTime) -> str:
    """Say the time of a repetition: ``72 s``, ``2:40\N{EN DASH}2:45``."""
    ends = (value.fastest, value.slowest) if value.fastest != value.slowest else (value.fastest,)
    if value.slowest < _CLOCKS_FROM:
        return f"{_joined((plain(round(end, 1)) for end in ends), _DASH)} s"
    return _joined(map(write_clock, ends), _DASH)


def _ends(held: Range) -> tuple[float, ...]:
    return (held.low, held.high) if held.low != held.high else (held.low,)


def _say_seconds(seconds: Iterable[float], units: Units) -> str:
    """Say *seconds* a kilometre as those of the length that people count in."""
    length, unit = (MILE, "mi") if units is Units.IMPERIAL else (1000.0, "km")
    return f"{_joined((plain(round(each * length / 1000, 1)) for each in seconds), _DASH)} s/{unit}"


def _say_percent(share: float) -> str:
    return write_percent(round(share, 3))


def _numbers(
    ends: tuple[float, ...], dash: str, quantity: Quantity, of: Reference | None, sport: Sport, units: Units
) -> str:
    if of is not None:
        return f"{_joined(map(_say_percent, ends), dash)} % of {_REFERENCES[of]}"
    if quantity is Quantity.SPEED:
        numbers = [speed_parts(end, sport, units) for end in ends]
        return f"{_joined((number for number, _ in numbers), dash)}{numbers[0][1]}"
    text = _joined((plain(round(end, 1)) for end in ends), dash)
    if quantity is Quantity.EFFORT:
        return f"effort {text} of 10"
    if quantity is Quantity.CADENCE:
        return f"{text} {_cadence(sport, ends[-1])} a minute"
    return f"{text} {_UNITS[quantity]}"


def _joined(numbers: Iterable[str], dash: str) -> str:
    """Join *numbers*, but say two that are rounded to the same only once."""
    return dash.join(dict.fromkeys(numbers))


def _cadence(sport: Sport, per_minute: float) -> str:
    if sport.counts_steps(per_minute):
        return "steps"
    return "revolutions" if sport.in_cycling or sport.on_foot else "strokes"
