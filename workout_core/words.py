"""A workout in plain words, as a coach would say it: for calendars, the terminal, and a watch's notes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.estimate import Amount, totals
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
from workout_core.model.exercise import Band, BodyWeight, Exercise, Load, OneRepMax, Weight
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Value, Zone
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.resolve import resolve_target
from workout_core.units import MILE, plain, write_clock, write_distance, write_percent

METRIC: Final = Units.METRIC
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
_ROLES: Final = MappingProxyType(
    {
        Intensity.WORK: "",
        Intensity.WARMUP: "Warm up",
        Intensity.COOLDOWN: "Cool down",
        Intensity.RECOVERY: "Recover",
        Intensity.REST: "Rest",
        Intensity.EASY: "Easy",
        Intensity.STEADY: "Steady",
        Intensity.WALK: "Walk",
        Intensity.STRIDES: "Strides",
        Intensity.DRILL: "Drill",
    }
)


def say_time(seconds: float) -> str:
    """Say a time as ``15 min``, ``90 s`` or ``1 h 10 min``; a tenth of a second is kept."""
    if seconds < 120 and (seconds % 60 or seconds < 60):  # noqa: PLR2004 - 90 s reads better than 1 min 30 s
        return f"{plain(round(seconds, 1))} s"
    hours, left = divmod(round(seconds), 3600)
    minutes, left = divmod(left, 60)
    return " ".join(
        f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min"), (left, "s")) if number
    )


def say_distance(metres: float, units: Units = METRIC) -> str:
    """Say a distance as ``800 m``, ``5 km`` or ``3.1 mi``."""
    if units is Units.IMPERIAL and metres >= MILE / 4:
        return f"{plain(round(metres / MILE, 2))} mi"
    text = write_distance(metres)
    number = text.rstrip("kmidy")
    return f"{number} {text[len(number) :]}"


def say_speed(speed: float, sport: Sport = Sport.RUNNING, units: Units = METRIC) -> str:
    """Say a speed as the sport does: ``4:10/km``, ``32 km/h``, ``1:45/100 m``."""
    number, unit = _speed(speed, sport, units)
    return f"{number}{unit}"


def _speed(speed: float, sport: Sport, units: Units) -> tuple[str, str]:
    if sport.in_cycling:
        hourly, unit = (MILE, " mph") if units is Units.IMPERIAL else (1000.0, " km/h")
        return plain(round(speed * 3600 / hourly, 1)), unit
    if sport.in_water:
        return write_clock(100 / speed), "/100 m"
    if sport.in_rowing:
        return write_clock(500 / speed), "/500 m"
    return (
        (write_clock(MILE / speed), "/mi") if units is Units.IMPERIAL else (write_clock(1000 / speed), "/km")
    )


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
    return f"{duration.count} rep{'s' * (duration.count > 1)}"


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


def say_target(target: Target, sport: Sport = Sport.RUNNING, athlete: Athlete | None = None) -> str:
    """Say what to hold; what is relative is followed by the athlete's own numbers.

    Raises:
        MissingThreshold: an athlete is given who lacks the number the target refers to.
    """
    units = athlete.units if athlete else METRIC
    words = _value(target.value, target.quantity, sport, units)
    if athlete is None:
        return words
    resolved = resolve_target(target, athlete)
    if resolved is target:
        return words
    return f"{words} ({_value(resolved.value, resolved.quantity, sport, units)})"


@singledispatch
def _value(value: Value, quantity: Quantity, sport: Sport, units: Units) -> str:
    raise TypeError(value, quantity, sport, units)


@_value.register
def _(value: Range, quantity: Quantity, sport: Sport, units: Units) -> str:
    ends = (value.low, value.high) if value.low != value.high else (value.low,)
    if quantity is Quantity.SPEED and value.of is None and not sport.in_cycling:
        ends = ends[::-1]
    return _numbers(ends, "–", quantity, value.of, sport, units)


@_value.register
def _(value: Ramp, quantity: Quantity, sport: Sport, units: Units) -> str:
    return f"from {_numbers((value.start, value.end), ' to ', quantity, value.of, sport, units)}"


@_value.register
def _(value: Zone, quantity: Quantity, _sport: Sport, _units: Units) -> str:
    return f"{_QUANTITIES[quantity]} zone {value.number}"


@_value.register
def _(value: Named, _quantity: Quantity, _sport: Sport, _units: Units) -> str:
    return value.name if value.name.endswith("pace") else f"{value.name} pace"


def _numbers(  # noqa: PLR0913 - the parts of one phrase
    ends: tuple[float, ...], dash: str, quantity: Quantity, of: Reference | None, sport: Sport, units: Units
) -> str:
    if of is not None:
        return f"{dash.join(map(write_percent, ends))} % of {_REFERENCES[of]}"
    if quantity is Quantity.SPEED:
        numbers = [_speed(end, sport, units) for end in ends]
        return f"{dash.join(dict.fromkeys(number for number, _ in numbers))}{numbers[0][1]}"
    text = dash.join(map(plain, ends))
    if quantity is Quantity.EFFORT:
        return f"effort {text} of 10"
    if quantity is Quantity.CADENCE:
        return f"{text} {'steps' if sport.on_foot else 'revolutions' if sport.in_cycling else 'strokes'} a minute"
    return f"{text} {_UNITS[quantity]}"


@singledispatch
def say_load(load: Load) -> str:
    """Say how heavy."""
    raise TypeError(load)


@say_load.register
def _(load: Weight) -> str:
    return f"{plain(round(load.kilograms, 2))} kg"


@say_load.register
def _(load: OneRepMax) -> str:
    return f"{write_percent(load.share)} % of one rep max"


@say_load.register
def _(load: BodyWeight) -> str:
    return f"body weight + {plain(load.added)} kg" if load.added else "body weight"


@say_load.register
def _(load: Band) -> str:
    return f"{load.resistance} band".strip()


def _say_exercise(exercise: Exercise) -> str:
    words = [
        "each side" if exercise.per_side else "",
        f"with {say_load(exercise.load)}" if exercise.load else "",
        f"tempo {exercise.tempo}" if exercise.tempo else "",
    ]
    return ", ".join(filter(None, words))


def say_step(step: Step, sport: Sport = Sport.RUNNING, athlete: Athlete | None = None) -> str:
    """Say a step in one line: role or name, how long, what to hold, and the cue."""
    units = athlete.units if athlete else METRIC
    head = step.name or (step.exercise.name if step.exercise else "")
    role = _ROLES[step.intensity]
    if head and role and role.casefold() != head.casefold():
        head = f"{head} ({role.casefold()})"
    stroke = step.stroke.value if step.stroke else ""
    equipment = f"with {step.equipment.value.replace('_', ' ')}" if step.equipment else ""
    how_long = " ".join(filter(None, (say_duration(step.duration, units), stroke, equipment)))
    head = head or role
    first = f"{head}: {how_long}" if step.name or step.exercise else f"{head} {how_long}".strip()
    targets = " and ".join(
        say_target(target, sport, athlete) for target in (step.target, step.second_target) if target
    )
    more = _say_exercise(step.exercise) if step.exercise else ""
    line = first + (f", {more}" if more else "") + (f" at {targets}" if targets else "")
    return line + (f" – {' '.join(step.cue.split())}" if step.cue else "")


def say_repeat(repeat: Repeat, units: Units = METRIC) -> str:
    """Say how often: ``6 times``, or until what."""
    if repeat.until is not None:
        limit = say_duration(repeat.until, units)
        return f"Repeat {limit}" if limit.startswith("until") else f"Repeat for {limit}"
    head = "Once" if repeat.times == 1 else f"{repeat.times} times"
    return f"{head}, without the last rest" if repeat.skip_last_rest else head


def outline(workout: Workout, athlete: Athlete | None = None) -> Iterator[tuple[int, str]]:
    """Yield the depth and the words of every step and repeat, in order."""
    yield from _outline(workout.items, workout.sport, athlete, 0)


def _outline(
    items: tuple[Item, ...], sport: Sport, athlete: Athlete | None, depth: int
) -> Iterator[tuple[int, str]]:
    units = athlete.units if athlete else METRIC
    for item in items:
        if isinstance(item, Repeat):
            yield depth, f"{say_repeat(item, units)}:"
            yield from _outline(item.items, sport, athlete, depth + 1)
        else:
            yield depth, say_step(item, sport, athlete)


def say_totals(workout: Workout, athlete: Athlete | None = None) -> str:
    """Say the time and distance of a workout: ``about 51 min, 9.2 km``; ``at least`` where a button decides."""
    units = athlete.units if athlete else METRIC
    total = totals(workout, athlete)
    words = [_hedged(total.time, say_time(_to_minutes(total.time)))]
    if total.distance.value >= 1:
        words.append(_hedged(total.distance, _rough_distance(total.distance, units)))
    hedges = [hedge for hedge, _ in words]
    if len(set(hedges)) == 1:
        return f"{hedges[0]}{', '.join(text for _, text in words)}"
    return ", ".join(f"{hedge}{text}" for hedge, text in words)


def _hedged(amount: Amount, text: str) -> tuple[str, str]:
    hedge = "at least " if amount.lower_bound else "" if amount.exact else "about "
    return hedge, text


def _to_minutes(amount: Amount) -> float:
    if amount.exact or amount.value < 120:  # noqa: PLR2004 - short times are said in seconds
        return round(amount.value, 1)
    return round(amount.value / 60) * 60


def _rough_distance(amount: Amount, units: Units) -> str:
    if amount.exact:
        return say_distance(round(amount.value, 2), units)
    if units is Units.IMPERIAL:
        return f"{amount.value / MILE:.1f} mi"
    return f"{amount.value / 1000:.1f} km" if amount.value >= 1000 else f"{round(amount.value, -1):.0f} m"  # noqa: PLR2004
