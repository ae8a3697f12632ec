"""How much: times, distances, speeds, durations and loads in plain words."""

from __future__ import annotations

from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.model.athlete import Athlete, Units
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
from workout_core.model.exercise import Band, BodyWeight, Load, OneRepMax, Weight
from workout_core.model.sport import Sport
from workout_core.units import MILE, plain, write_clock, write_distance, write_mass, write_percent

METRIC: Final = Units.METRIC
_RACES: Final = MappingProxyType({21_097.5: "Half marathon", 42_195.0: "Marathon"})
_LONGEST_EXACT: Final = len("21.0975km")


def units_for(athlete: Athlete | None, units: Units | None = None) -> Units:
    """Return *units* if they are given, or else the athlete's own, or else metric ones."""
    return units or (athlete.units if athlete else METRIC)


def say_time(seconds: float) -> str:
    """Say a time as ``15 min``, ``90 s`` or ``1 h 10 min``; below two minutes to a tenth of a second."""
    tenths = round(seconds, 1)
    if tenths < 60 or (tenths < 120 and tenths % 60):  # noqa: PLR2004 - 90 s reads better than 1 min 30 s
        return f"{plain(tenths)} s"
    hours, left = divmod(round(seconds), 3600)
    minutes, left = divmod(left, 60)
    return " ".join(
        f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min"), (left, "s")) if number
    )


def say_distance(metres: float, units: Units = METRIC) -> str:
    """Say a distance as ``800 m``, ``5 km`` or ``3.1 mi``; to a tenth of a metre if it is not a round one."""
    if units is Units.IMPERIAL and metres >= MILE / 4:
        return f"{plain(round(metres / MILE, 2))} mi"
    text = write_distance(metres)
    if len(text) > _LONGEST_EXACT:
        text = write_distance(round(metres, 1))
    number = text.rstrip("kmidy")
    return f"{number} {text[len(number) :]}"


def say_race(metres: float) -> str:
    """Say a race as runners do in any country: ``5 km``, ``1 mi``, ``Half marathon``."""
    return _RACES.get(metres) or say_distance(metres)


def say_speed(speed: float, sport: Sport = Sport.RUNNING, units: Units = METRIC) -> str:
    """Say a speed as the sport does: ``4:10/km``, ``32 km/h``, ``1:45/100 m``."""
    number, unit = speed_parts(speed, sport, units)
    return f"{number}{unit}"


def speed_parts(speed: float, sport: Sport, units: Units) -> tuple[str, str]:
    """Return the number and the unit that :func:`say_speed` says."""
    if sport.in_cycling:
        hourly, unit = (MILE, " mph") if units is Units.IMPERIAL else (1000.0, " km/h")
        return plain(round(speed * 3600 / hourly, 1)), unit
    if sport.in_water:
        return write_clock(100 / speed), "/100 m"
    if sport.in_rowing:
        return write_clock(500 / speed), "/500 m"
    length, unit = (MILE, "/mi") if units is Units.IMPERIAL else (1000.0, "/km")
    return write_clock(length / speed), unit


@singledispatch
def say_duration(duration: Duration, units: Units = METRIC) -> str:
    """Say how long a step lasts."""
    raise TypeError(duration, units)


@say_duration.register
def _(duration: Time, _units: Units = METRIC) -> str:
    return say_time(duration.seconds)


@say_duration.register
def _(duration: Distance, units: Units = METRIC) -> str:
    return say_distance(duration.metres, units)


@say_duration.register
def _(_duration: LapButton, _units: Units = METRIC) -> str:
    return "until you press lap"


@say_duration.register
def _(duration: Reps, _units: Units = METRIC) -> str:
    least = f"{duration.least}\N{EN DASH}" if duration.least else ""
    return f"{least}{duration.count} rep{'s' * (duration.count > 1)}"


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


def say_mass(kilograms: float) -> str:
    """Say a mass as ``60 kg``, or as ``135 lb`` where pounds are what is round."""
    text = write_mass(kilograms)
    return f"{text[:-2]} lb" if text.endswith("lb") else f"{plain(round(kilograms, 2))} kg"


@singledispatch
def say_load(load: Load) -> str:
    """Say how heavy."""
    raise TypeError(load)


@say_load.register
def _(load: Weight) -> str:
    return say_mass(load.kilograms)


@say_load.register
def _(load: OneRepMax) -> str:
    return f"{write_percent(round(load.share, 3))} % of one rep max"


@say_load.register
def _(load: BodyWeight) -> str:
    return f"body weight + {say_mass(load.added)}" if load.added else "body weight"


@say_load.register
def _(load: Band) -> str:
    return f"{load.resistance} band".strip()
