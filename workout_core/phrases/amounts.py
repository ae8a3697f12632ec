"""How much: times, distances, speeds, durations and loads in plain words."""

from __future__ import annotations

from functools import singledispatch
from typing import Final

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
from workout_core.model.exercise import Band, BodyWeight, Load, OneRepMax, Weight
from workout_core.model.sport import Sport
from workout_core.model.workout import Repeat
from workout_core.science.strength import effort_of_share
from workout_core.units import (
    MILE,
    YARD,
    Units,
    plain,
    say_distance,
    say_ends,
    say_mass,
    say_time,
    say_times,
    write_clock,
    write_percent,
)

METRIC: Final = Units.METRIC


def say_speed(speed: float, sport: Sport = Sport.RUNNING, units: Units = METRIC) -> str:
    """Say a speed as the sport does: ``4:10/km``, ``32 km/h``, ``1:45/100 m``."""
    number, unit = speed_parts(speed, sport, units)
    return f"{number}{unit}"


def speed_parts(speed: float, sport: Sport, units: Units) -> tuple[str, str]:
    """Return the number and the unit that :func:`say_speed` says."""
    if sport.in_cycling:
        hourly, unit = (MILE, " mph") if units is Units.IMPERIAL else (1000.0, " km/h")
        return plain(round(speed * 3600 / hourly, 1)), unit
    length, unit = pace_length(sport, units)
    return write_clock(length / speed), f"/{unit}"


def pace_length(sport: Sport, units: Units) -> tuple[float, str]:
    """Return the metres that a pace is the time of, and what they are called: ``100 yd`` in the water."""
    if sport.in_rowing:
        return 500.0, "500 m"
    if sport.in_water:
        return (100 * YARD, "100 yd") if units is Units.IMPERIAL else (100.0, "100 m")
    return (MILE, "mi") if units is Units.IMPERIAL else (1000.0, "km")


@singledispatch
def say_duration(duration: Duration, units: Units = METRIC) -> str:
    """Say how long a step lasts."""
    raise TypeError(duration, units)


@say_duration.register
def _(duration: Time, _units: Units = METRIC) -> str:
    if duration.longest is not None:
        return say_times(duration.seconds, duration.longest)
    return say_time(duration.seconds)


@say_duration.register
def _(duration: Distance, units: Units = METRIC) -> str:
    said = say_distance(duration.metres, units)
    return said if duration.farthest is None else say_ends(said, say_distance(duration.farthest, units))


@say_duration.register
def _(_duration: LapButton, _units: Units = METRIC) -> str:
    return "until you press lap"


@say_duration.register
def _(duration: Reps, _units: Units = METRIC) -> str:
    least = f"{duration.least}\N{EN DASH}" if duration.least else ""
    unit = duration.of.value
    return f"{least}{duration.count} {unit if duration.count > 1 else unit[:-1]}"


@say_duration.register
def _(_duration: MaxReps, _units: Units = METRIC) -> str:
    return "as many reps as possible"


@say_duration.register
def _(duration: Calories, _units: Units = METRIC) -> str:
    return f"{duration.kilocalories} kcal"


@say_duration.register
def _(duration: HeartRateAbove, _units: Units = METRIC) -> str:
    return f"until heart rate is above {duration.bpm} bpm"


@say_duration.register
def _(duration: HeartRateBelow, _units: Units = METRIC) -> str:
    return f"until heart rate is below {duration.bpm} bpm"


@say_duration.register
def _(duration: PowerAbove, _units: Units = METRIC) -> str:
    return f"until power is above {duration.watts} W"


@say_duration.register
def _(duration: PowerBelow, _units: Units = METRIC) -> str:
    return f"until power is below {duration.watts} W"


def say_passes(repeat: Repeat) -> str:
    """Say the number of passes of a counted repeat: ``6``, or ``4 to 6``."""
    return f"{repeat.times}" if repeat.most is None else f"{repeat.times} to {repeat.most}"


@singledispatch
def say_load(load: Load) -> str:
    """Say how heavy."""
    raise TypeError(load)


@say_load.register
def _(load: Weight) -> str:
    mass = say_mass(load.kilograms)
    if load.pieces > 1:
        mass = f"{load.pieces} \N{MULTIPLICATION SIGN} {mass}"
    if load.implement is None:
        return mass
    return f"{mass} {load.implement.value.replace('_', ' ')}{'s' * (load.pieces > 1)}"


@say_load.register
def _(load: OneRepMax) -> str:
    return f"{write_percent(round(load.share, 3))} % of one rep max"


@say_load.register
def _(load: BodyWeight) -> str:
    return f"body weight + {say_mass(load.added)}" if load.added else "body weight"


@say_load.register
def _(load: Band) -> str:
    return f"{load.resistance} band".strip()


def say_effort_of_load(load: Load | None, duration: Duration) -> str:
    """Say how hard a share of a one rep max is, for who does not know theirs; nothing of other loads."""
    if not isinstance(load, OneRepMax) or not isinstance(duration, Reps):
        return ""
    return f"about effort {plain(effort_of_share(load.share, duration.count))} of 10"
