"""How much: times, distances, speeds, durations and loads in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.languages import gettext, ngettext, pgettext
from workout_core.model.duration import (
    Calories,
    Counted,
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
from workout_core.model.exercise import Band, BodyWeight, Implement, Load, OneRepMax, Weight
from workout_core.model.sport import Sport
from workout_core.model.workout import Repeat
from workout_core.science.strength import effort_of_share
from workout_core.units import (
    MILE,
    YARD,
    Units,
    say_distance,
    say_ends,
    say_mass,
    say_number,
    say_percent,
    say_time,
    say_times,
    write_clock,
)

METRIC: Final = Units.METRIC
_IMPLEMENTS: Final[Mapping[Implement, Callable[[int], str]]] = MappingProxyType(
    {
        Implement.BARBELL: lambda n: ngettext("barbell", "barbells", n),
        Implement.DUMBBELL: lambda n: ngettext("dumbbell", "dumbbells", n),
        Implement.KETTLEBELL: lambda n: ngettext("kettlebell", "kettlebells", n),
        Implement.PLATE: lambda n: ngettext("plate", "plates", n),
        Implement.MEDICINE_BALL: lambda n: ngettext("medicine ball", "medicine balls", n),
        Implement.SANDBAG: lambda n: ngettext("sandbag", "sandbags", n),
    }
)
"""What so many pieces of each are called."""


def say_speed(speed: float, sport: Sport = Sport.RUNNING, units: Units = METRIC) -> str:
    """Say a speed as the sport does: ``4:10/km``, ``32 km/h``, ``1:45/100 m``."""
    number, unit = speed_parts(speed, sport, units)
    return f"{number}{unit}"


def speed_parts(speed: float, sport: Sport, units: Units) -> tuple[str, str]:
    """Return the number and the unit that :func:`say_speed` says."""
    if sport.in_cycling:
        hourly, unit = (MILE, " mph") if units is Units.IMPERIAL else (1000.0, " km/h")
        return say_number(round(speed * 3600 / hourly, 1)), unit
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
    return gettext("until you press lap")


@say_duration.register
def _(duration: Reps, _units: Units = METRIC) -> str:
    return say_counted(duration, say_count(duration))


def say_count(duration: Reps) -> str:
    """Say how many: ``12``, ``8\N{EN DASH}12``."""
    return f"{duration.least}\N{EN DASH}{duration.count}" if duration.least else f"{duration.count}"


def say_counted(duration: Reps, count: str) -> str:
    """Say a *count* of what *duration* counts: ``12 reps``, or several of them: ``12, 10, 8 reps``."""
    match duration.of:
        case Counted.REPS:
            return ngettext("{n} rep", "{n} reps", duration.count, n=count)
        case Counted.STEPS:
            return ngettext("{n} step", "{n} steps", duration.count, n=count)
        case Counted.BREATHS:
            return ngettext("{n} breath", "{n} breaths", duration.count, n=count)


@say_duration.register
def _(_duration: MaxReps, _units: Units = METRIC) -> str:
    return gettext("as many reps as possible")


@say_duration.register
def _(duration: Calories, _units: Units = METRIC) -> str:
    return f"{duration.kilocalories} kcal"


@say_duration.register
def _(duration: HeartRateAbove, _units: Units = METRIC) -> str:
    return gettext("until heart rate is above {limit}", limit=f"{duration.bpm} bpm")


@say_duration.register
def _(duration: HeartRateBelow, _units: Units = METRIC) -> str:
    return gettext("until heart rate is below {limit}", limit=f"{duration.bpm} bpm")


@say_duration.register
def _(duration: PowerAbove, _units: Units = METRIC) -> str:
    return gettext("until power is above {limit}", limit=f"{duration.watts} W")


@say_duration.register
def _(duration: PowerBelow, _units: Units = METRIC) -> str:
    return gettext("until power is below {limit}", limit=f"{duration.watts} W")


def say_passes(repeat: Repeat) -> str:
    """Say the number of passes of a counted repeat: ``6``, or ``4 to 6``."""
    if repeat.most is None:
        return f"{repeat.times}"
    return gettext("{low} to {high}", low=repeat.times, high=repeat.most)


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
    return f"{mass} {_IMPLEMENTS[load.implement](load.pieces)}"


@say_load.register
def _(load: OneRepMax) -> str:
    return gettext("{share} % of one rep max", share=say_percent(load.share))


@say_load.register
def _(load: BodyWeight) -> str:
    own = gettext("body weight")
    return f"{own} + {say_mass(load.added)}" if load.added else own


@say_load.register
def _(load: Band) -> str:
    if not load.resistance:
        return gettext("band")
    return gettext("{resistance} band", resistance=pgettext("resistance of a band", load.resistance))


def say_effort_of_load(load: Load | None, duration: Duration) -> str:
    """Say how hard a share of a one rep max is, for who does not know theirs; nothing of other loads."""
    if not isinstance(load, OneRepMax) or not isinstance(duration, Reps):
        return ""
    effort = effort_of_share(load.share, duration.count)
    return gettext("about effort {number} of 10", number=say_number(effort))
