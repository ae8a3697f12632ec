"""Steps → text in the canonical form, which reads back as the same steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.model.duration import (
    Calories,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Value, Zone
from workout_core.model.workout import Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.step import asks_for_minutes
from workout_core.notation.targets import needs_quotes
from workout_core.units import plain, write_distance, write_percent, write_speeds, write_time

_PLAIN_LABEL: Final = re.compile(r"[^\W\d_](?:[^:\"@(),;#~\n\s]| (?! ))*")
_UNITS: Final = MappingProxyType({Quantity.HEART_RATE: "bpm", Quantity.POWER: "W"})
_ZONES: Final = MappingProxyType({Quantity.HEART_RATE: "HR", Quantity.SPEED: "pace", Quantity.POWER: "power"})
_SHARES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_HEART_RATE: "LTHR",
        Reference.MAX_HEART_RATE: "HRmax",
        Reference.HEART_RATE_RESERVE: "HRR",
        Reference.FTP: "FTP",
        Reference.THRESHOLD_PACE: "threshold",
    }
)
_STROKE_WORDS: Final = MappingProxyType({stroke: word for word, stroke in grammar.STROKES.items()})


def format_steps(items: Iterable[Item], sport: Sport = Sport.RUNNING) -> str:
    """Write *items* in the canonical form, a step a line, each line ended.

    Raises:
        InvalidWorkout: the notation has no words for a step (an exercise).
    """
    return "".join(f"{line}\n" for line in _lines(items, sport, ""))


def _lines(items: Iterable[Item], sport: Sport, indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Repeat):
            yield indent + _header(item)
            yield from _lines(item.items, sport, indent + "  ")
        else:
            yield indent + _step(item, sport)


def _header(repeat: Repeat) -> str:
    head = f"{repeat.times}x" if repeat.until is None else f"repeat until {write_until(repeat.until)}"
    return f"{head}, skip last rest" if repeat.skip_last_rest else head


def _step(step: Step, sport: Sport) -> str:
    if step.exercise is not None:
        raise InvalidWorkout(f"the notation has no words for an exercise: {step.exercise.name!r}")
    words = [
        f"{_label(step.name)}:" if step.name else "",
        grammar.ROLE_WORDS[step.intensity],
        _duration(step),
        _STROKE_WORDS[step.stroke] if step.stroke else "",
        f"with {step.equipment.value.replace('_', ' ')}" if step.equipment else "",
        _targets(step, sport),
        f'"{_escape(step.cue)}"' if step.cue else "",
    ]
    return " ".join(filter(None, words))


def _duration(step: Step) -> str:
    text = write_duration(step.duration)
    return f"{text[:-1]} metres" if asks_for_minutes(step.intensity, step.duration, text) else text


def _label(name: str) -> str:
    means_more = name.casefold() in grammar.ROLES or grammar.REPEAT_UNTIL.match(name)
    plain_enough = _PLAIN_LABEL.fullmatch(name) and not means_more
    return name if plain_enough else f'"{_escape(name)}"'


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _targets(step: Step, sport: Sport) -> str:
    texts = [write_target(target, sport) for target in (step.target, step.second_target) if target]
    if step.second_target and isinstance(step.second_target.value, Named):
        texts[1] = _named(step.second_target.value, quoted=True)
    return f"@ {', '.join(texts)}" if texts else ""


def _named(value: Named, *, quoted: bool) -> str:
    name = f"'{value.name}'" if quoted else value.name
    return f"{name} ~{plain(value.tolerance)}s" if value.tolerance else name


@singledispatch
def write_duration(duration: Duration) -> str:
    """Write a duration as the notation reads it."""
    raise TypeError(duration)


@write_duration.register
def _(duration: Time) -> str:
    return write_time(duration.seconds)


@write_duration.register
def _(duration: Distance) -> str:
    return write_distance(duration.metres)


@write_duration.register
def _(_duration: LapButton) -> str:
    return "lap"


@write_duration.register
def _(duration: Reps) -> str:
    return f"{duration.count} reps"


@write_duration.register
def _(duration: Calories) -> str:
    return f"{duration.kilocalories}kcal"


@write_duration.register
def _(duration: HeartRateAbove) -> str:
    return f"until HR > {duration.bpm}"


@write_duration.register
def _(duration: HeartRateBelow) -> str:
    return f"until HR < {duration.bpm}"


@write_duration.register
def _(duration: PowerAbove) -> str:
    return f"until power > {duration.watts}W"


@write_duration.register
def _(duration: PowerBelow) -> str:
    return f"until power < {duration.watts}W"


def _first_unit(sport: Sport) -> str:
    if sport.in_cycling:
        return "km/h"
    return "100m" if sport.in_water else "500m" if sport.in_rowing else "km"


def write_until(until: Duration) -> str:
    """Write what ends a repeat, without the word *until*."""
    return write_duration(until).removeprefix("until ")


def write_target(target: Target, sport: Sport = Sport.RUNNING) -> str:
    """Write a target as the notation reads it, in units that say it exactly."""
    return _value(target.value, target.quantity, sport)


@singledispatch
def _value(value: Value, quantity: Quantity, sport: Sport) -> str:
    raise TypeError(value, quantity, sport)


@_value.register
def _(value: Range, quantity: Quantity, sport: Sport) -> str:
    ends = (value.low, value.high) if value.low != value.high else (value.low,)
    if quantity is Quantity.SPEED and value.of is None:
        ends = ends[::-1]
    return _numbers(ends, quantity, value.of, sport)


@_value.register
def _(value: Ramp, quantity: Quantity, sport: Sport) -> str:
    return f"{_numbers((value.start, value.end), quantity, value.of, sport)} ramp"


@_value.register
def _(value: Zone, quantity: Quantity, _sport: Sport) -> str:
    return f"Z{value.number} {_ZONES[quantity]}"


@_value.register
def _(value: Named, _quantity: Quantity, _sport: Sport) -> str:
    return _named(value, quoted=needs_quotes(value.name))


def _numbers(ends: tuple[float, ...], quantity: Quantity, of: Reference | None, sport: Sport) -> str:
    if of is not None:
        return f"{'-'.join(map(write_percent, ends))}% {_SHARES[of]}"
    if quantity is Quantity.SPEED:
        return write_speeds(ends, _first_unit(sport))
    numbers = "-".join(map(plain, ends))
    if quantity is Quantity.EFFORT:
        return f"RPE {numbers}"
    if quantity is Quantity.CADENCE:
        return f"{numbers}{'spm' if sport.counts_steps(ends[-1]) else 'rpm'}"
    return f"{numbers}{_UNITS[quantity]}"
