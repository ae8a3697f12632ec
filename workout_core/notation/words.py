"""The words of the notation: labels, durations, targets; each reads back as the same."""

from __future__ import annotations

from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.analysis.minutes import LONG
from workout_core.model.duration import (
    Calories,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
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
from workout_core.notation.amounts import role_of_sets
from workout_core.notation.beside_paces import write_lap_times, write_named, write_rep_time
from workout_core.notation.headers import TURN, header_of
from workout_core.notation.layout import Part
from workout_core.notation.suggestions import NotationError
from workout_core.notation.targets import needs_quotes, needs_quotes_beside
from workout_core.patterns import lazy_pattern
from workout_core.units import (
    plain,
    write_distance,
    write_distances,
    write_percent,
    write_speed_range,
    write_speeds,
    write_time,
    write_times,
)

_PLAIN_LABEL: Final = lazy_pattern(r"[^\W\d_](?:[^:\"@(),;#~\n\s]| (?! ))*")
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


def write_label(name: str) -> str:
    """Write a name as it stands before a colon."""
    plain_enough = _PLAIN_LABEL.fullmatch(name) and not role_of_sets(name)
    return name if plain_enough and not _begins_repeat(name) else f'"{escaped(name)}"'


def _begins_repeat(name: str) -> bool:
    """Tell whether *name* before a colon would be taken for the header of a block, or for a turn in one."""
    if TURN.match(name):
        return True
    try:
        return header_of(Part(f"{name}:", 0)) is not None
    except NotationError:
        return True


def escaped(text: str) -> str:
    """Return *text* as it stands between quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def write_targets(step: Step, sport: Sport) -> list[str]:
    """Write what *step* holds, as it stands behind ``@``; a pace's name in quotes unless it comes first."""
    loaded = step.exercise is not None and step.exercise.load is not None
    made: list[str] = []
    for target in (step.target, step.second_target):
        if target is not None and isinstance(target.value, Named) and (made or step.exercise is not None):
            quoted = bool(made) or loaded or needs_quotes_beside(target.value.name)
            made.append(write_named(target.value, quoted=quoted))
        elif target is not None:
            made.append(write_target(target, sport))
    return made


def write_rep_clause(step: Step) -> str:
    """Write how fast the distance of *step* is covered, if it holds a time for it: ``in 72s``."""
    held = step.target.value if step.target is not None else None
    if not isinstance(held, RepTime) or step.duration != Distance(held.metres):
        return ""
    return f"in {write_lap_times(held)}"


@singledispatch
def write_duration(duration: Duration) -> str:
    """Write a duration as the notation reads it."""
    raise TypeError(duration)


@write_duration.register(Time)
def _(duration: Time) -> str:
    if duration.longest is not None:
        return write_times(duration.seconds, duration.longest)
    return write_time(duration.seconds)


@write_duration.register(Distance)
def _(duration: Distance) -> str:
    if duration.farthest is not None:
        return write_distances(duration.metres, duration.farthest)
    return write_distance(duration.metres)


@write_duration.register(LapButton)
def _(_duration: LapButton) -> str:
    return "lap"


@write_duration.register(Reps)
def _(duration: Reps) -> str:
    least = f"{duration.least}-" if duration.least else ""
    return f"{least}{duration.count} {duration.of.value}"


@write_duration.register(MaxReps)
def _(_duration: MaxReps) -> str:
    return "max reps"


@write_duration.register(Calories)
def _(duration: Calories) -> str:
    return f"{duration.kilocalories}kcal"


@write_duration.register(HeartRateAbove)
def _(duration: HeartRateAbove) -> str:
    return f"until HR > {duration.bpm}"


@write_duration.register(HeartRateBelow)
def _(duration: HeartRateBelow) -> str:
    return f"until HR < {duration.bpm}"


@write_duration.register(PowerAbove)
def _(duration: PowerAbove) -> str:
    return f"until power > {duration.watts}W"


@write_duration.register(PowerBelow)
def _(duration: PowerBelow) -> str:
    return f"until power < {duration.watts}W"


def _first_unit(sport: Sport) -> str:
    if sport.in_cycling:
        return "km/h"
    return "100m" if sport.in_water else "500m" if sport.in_rowing else "km"


def write_until(until: Duration) -> str:
    """Write what ends a repeat, without the word *until*."""
    text = write_duration(until).removeprefix("until ")
    is_unsure = isinstance(until, Distance) and until.metres < LONG and text.endswith("m")
    return f"{text[:-1]} metres" if is_unsure else text


def write_target(target: Target, sport: Sport = Sport.RUNNING) -> str:
    """Write a target as the notation reads it, in units that say it exactly."""
    return _value(target.value, target.quantity, sport)


@singledispatch
def _value(value: Value, quantity: Quantity, sport: Sport) -> str:
    raise TypeError(value, quantity, sport)


@_value.register(Range)
def _(value: Range, quantity: Quantity, sport: Sport) -> str:
    if is_capped(value, quantity):
        return f"<{_numbers((value.high,), quantity, value.of, sport)}"
    if quantity is Quantity.SPEED and value.of is None:
        return write_speed_range(value.low, value.high, _first_unit(sport))
    ends = (value.low, value.high) if value.low != value.high else (value.low,)
    return _numbers(ends, quantity, value.of, sport)


@_value.register(Ramp)
def _(value: Ramp, quantity: Quantity, sport: Sport) -> str:
    return f"{_numbers((value.start, value.end), quantity, value.of, sport)} ramp"


@_value.register(Zone)
def _(value: Zone, quantity: Quantity, _sport: Sport) -> str:
    return f"Z{value.number} {_ZONES[quantity]}"


@_value.register(Named)
def _(value: Named, _quantity: Quantity, _sport: Sport) -> str:
    return write_named(value, quoted=needs_quotes(value.name))


@_value.register(RepTime)
def _(value: RepTime, _quantity: Quantity, _sport: Sport) -> str:
    return write_rep_time(value)


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
