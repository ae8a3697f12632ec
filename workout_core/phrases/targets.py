"""What to hold: a target in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.reading import Reading, units_for
from workout_core.analysis.resolve import resolve_target
from workout_core.languages import gettext, gettext_noop, language, pgettext
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
from workout_core.phrases.names import say_zone
from workout_core.phrases.pace_names import say_pace_name
from workout_core.units import MILE, Units, say_distance, say_number, say_percent, write_clock

_DASH: Final = "\N{EN DASH}"
_CLOCKS_FROM: Final = 90
"""Seconds from which a time of a repetition is said in minutes too."""
_UNITS: Final = MappingProxyType({Quantity.HEART_RATE: "bpm", Quantity.POWER: "W"})
_REFERENCES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: gettext_noop("{share} % of threshold speed"),
        Reference.THRESHOLD_HEART_RATE: gettext_noop("{share} % of LTHR"),
        Reference.MAX_HEART_RATE: gettext_noop("{share} % of max heart rate"),
        Reference.HEART_RATE_RESERVE: gettext_noop("{share} % of heart rate reserve"),
        Reference.FTP: gettext_noop("{share} % of FTP"),
    }
)


def say_target(
    target: Target,
    sport: Sport = Sport.RUNNING,
    athlete: Athlete | None = None,
    units: Units | None = None,
    *,
    behind: bool = False,
) -> str:
    """Say what to hold; what is relative is followed by the athlete's own numbers.

    Args:
        target: what to hold.
        sport: whose way of saying speeds is meant.
        athlete: whose numbers are said.
        units: in which they are said; the athlete's own, or else metric, when left out.
        behind: whether it stands behind a preposition, where some languages bend names.

    Raises:
        MissingThreshold: an athlete is given who lacks the number the target refers to.
    """
    is_known = athlete is None and not isinstance(target.value, RepTime)
    resolved = target if is_known else resolve_target(target, athlete or Athlete(), sport=sport)
    return _with_numbers(target, resolved, sport, units_for(athlete, units), behind=behind)


def target_words(target: Target, reading: Reading, *, behind: bool = False) -> str:
    """Say what to hold as :func:`say_target` does, but for numbers that the athlete of *reading* lacks."""
    key = target, reading.sport, reading.units, language(), "behind" if behind else ""
    words = reading.said.get(key)
    if words is None:
        known = reading.known(target)
        words = _with_numbers(target, known, reading.sport, reading.units, behind=behind)
        reading.said[key] = words
    return words


def at_target(target: Target, reading: Reading) -> str:
    """Say what to hold with the preposition before it: ``at 4:00/km``; a change has its own."""
    key = target, reading.sport, reading.units, language(), "at"
    words = reading.said.get(key)
    if words is None:
        said = target_words(target, reading, behind=True)
        words = reading.said[key] = said if is_change(target, reading) else at_words(target, said)
    return words


def at_words(target: Target, said: str) -> str:
    """Say what to hold, *said* as it is behind one, with its preposition: ``at 4:00/km``."""
    match target.value:
        case Zone():
            return pgettext("a zone", "at {target}", target=said)
        case Named(tolerance=tolerance) if tolerance == 0:
            return pgettext("exactly a pace", "at {target}", target=said)
        case Named():
            return pgettext("a pace that has a name", "at {target}", target=said)
    match target.quantity:
        case Quantity.SPEED:
            return pgettext("a pace", "at {target}", target=said)
        case Quantity.EFFORT:
            return pgettext("an effort", "at {target}", target=said)
        case Quantity.CADENCE:
            return pgettext("a cadence", "at {target}", target=said)
        case _:
            return pgettext("heartbeats or watts", "at {target}", target=said)


def in_time_words(step: Step, target: Target, reading: Reading) -> str:
    """Say the time for the distance of *step* that it is to hold, and the pace beside it; or else nothing."""
    value = target.value
    if not isinstance(value, RepTime) or step.duration != Distance(value.metres):
        return ""
    pace = _value(value.speeds, Quantity.SPEED, reading.sport, reading.units)
    return gettext("in {time} ({pace})", time=say_rep_times(value), pace=pace)


def _with_numbers(target: Target, resolved: Target, sport: Sport, units: Units, *, behind: bool) -> str:
    if isinstance(target.value, Named):
        words = _named(target.value, units, behind=behind)
    else:
        words = _value(target.value, target.quantity, sport, units)
    if resolved == target:
        return words
    value, quantity = resolved.value, resolved.quantity
    if isinstance(target.value, Range) and is_capped(target.value, quantity) and isinstance(value, Range):
        cap = gettext("under {limit}", limit=_numbers((value.high,), quantity, None, sport, units))
        return f"{words} ({cap})"
    return f"{words} ({_value(value, quantity, sport, units)})"


@singledispatch
def _value(value: Value, quantity: Quantity, sport: Sport, units: Units) -> str:
    raise TypeError(value, quantity, sport, units)


@_value.register
def _(value: Range, quantity: Quantity, sport: Sport, units: Units) -> str:
    if is_capped(value, quantity):
        return gettext("under {limit}", limit=_numbers((value.high,), quantity, value.of, sport, units))
    ends = _ends(value)
    if quantity is Quantity.SPEED and value.of is None and not sport.in_cycling:
        ends = ends[::-1]
    return _numbers(ends, quantity, value.of, sport, units)


@_value.register
def _(value: Ramp, quantity: Quantity, sport: Sport, units: Units) -> str:
    return _numbers((value.start, value.end), quantity, value.of, sport, units, is_ramp=True)


@_value.register
def _(value: Zone, quantity: Quantity, _sport: Sport, _units: Units) -> str:
    return say_zone(quantity, value.number)


@_value.register
def _(value: Named, _quantity: Quantity, _sport: Sport, units: Units) -> str:
    return _named(value, units, behind=False)


def _named(value: Named, units: Units, *, behind: bool) -> str:
    if value.tolerance is not None:
        said = _named(evolve(value, tolerance=None), units, behind=behind)
        if value.tolerance:
            return f"{said} ± {_say_seconds((value.tolerance,), units)}"
        if behind:
            return pgettext("behind a preposition", "exactly {pace}", pace=said)
        return gettext("exactly {pace}", pace=said)
    name = say_pace_name(value.name, behind=behind or value.share is not None)
    if value.share is not None:
        return gettext("{share} % of {pace}", share=_joined(map(say_percent, _ends(value.share))), pace=name)
    if value.offset is not None:
        sign = "\N{MINUS SIGN}" if value.offset.low < 0 else "+"
        return f"{name} {sign} {_say_seconds(sorted(map(abs, _ends(value.offset))), units)}"
    return name


@_value.register
def _(value: RepTime, _quantity: Quantity, _sport: Sport, units: Units) -> str:
    return gettext(
        "{time} per {distance}", time=say_rep_times(value), distance=say_distance(value.metres, units)
    )


def say_rep_times(value: RepTime) -> str:
    """Say the time of a repetition: ``72 s``, ``2:40\N{EN DASH}2:45``."""
    ends = (value.fastest, value.slowest) if value.fastest != value.slowest else (value.fastest,)
    if value.slowest < _CLOCKS_FROM:
        return f"{_joined(say_number(round(end, 1)) for end in ends)} s"
    return _joined(map(write_clock, ends))


def _ends(held: Range) -> tuple[float, ...]:
    return (held.low, held.high) if held.low != held.high else (held.low,)


def _say_seconds(seconds: Iterable[float], units: Units) -> str:
    """Say *seconds* a kilometre as those of the length that people count in."""
    length, unit = (MILE, "mi") if units is Units.IMPERIAL else (1000.0, "km")
    return f"{_joined(say_number(round(each * length / 1000, 1)) for each in seconds)} s/{unit}"


def _numbers(
    ends: tuple[float, ...],
    quantity: Quantity,
    of: Reference | None,
    sport: Sport,
    units: Units,
    *,
    is_ramp: bool = False,
) -> str:
    """Say a number or two, with their unit; the ends of a ramp by what leads from one to the other."""
    both, unit = _in_words(ends, quantity, of, sport, units)
    changes = is_ramp and len(both) > 1
    words = gettext("{low} to {high}", low=both[0], high=both[1]) if changes else _DASH.join(both)
    if of is not None:
        words = gettext(_REFERENCES[of], share=words)
    elif quantity is Quantity.EFFORT:
        words = gettext("effort {number} of 10", number=words)
    elif quantity is Quantity.CADENCE:
        words = gettext(_cadence(sport, ends[-1]), number=words)
    words += unit
    return gettext("from {words}", words=words) if changes else words


def _in_words(
    ends: tuple[float, ...], quantity: Quantity, of: Reference | None, sport: Sport, units: Units
) -> tuple[list[str], str]:
    """Return the numbers, two that are rounded to the same only once, and the unit behind them."""
    if of is not None:
        said, unit = [say_percent(end) for end in ends], ""
    elif quantity is Quantity.SPEED:
        parts = [speed_parts(end, sport, units) for end in ends]
        said, unit = [number for number, _ in parts], parts[0][1]
    else:
        said = [say_number(round(end, 1)) for end in ends]
        unit = f" {_UNITS[quantity]}" if quantity in _UNITS else ""
    return list(dict.fromkeys(said)), unit


def is_change(target: Target, reading: Reading) -> bool:
    """Tell whether what to hold is said as a change: *from* one number *to* another."""
    value = target.value
    if not isinstance(value, Ramp):
        return False
    ends = (value.start, value.end)
    return len(_in_words(ends, target.quantity, value.of, reading.sport, reading.units)[0]) > 1


def _joined(numbers: Iterable[str]) -> str:
    """Join *numbers*, but say two that are rounded to the same only once."""
    return _DASH.join(dict.fromkeys(numbers))


def _cadence(sport: Sport, per_minute: float) -> str:
    if sport.counts_steps(per_minute):
        return gettext_noop("{number} steps a minute")
    if sport.in_cycling or sport.on_foot:
        return gettext_noop("{number} revolutions a minute")
    return gettext_noop("{number} strokes a minute")
