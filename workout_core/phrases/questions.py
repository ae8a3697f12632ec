"""What in a workout no human does, as questions: a pace, a power, a heart rate, a zone, a length, a load.

Whoever means it tags the workout ``meant``, and is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core.analysis.intensities import PACE_NAMES, is_known
from workout_core.analysis.plausible import SLOWEST
from workout_core.analysis.reading import Reading
from workout_core.analysis.relative_paces import GOAL_PACE, needs_nobody
from workout_core.analysis.thresholds import how_to_give
from workout_core.errors import shown, suggestion
from workout_core.languages import gettext
from workout_core.model.athlete import SAME_AS
from workout_core.model.duration import (
    HeartRateAbove,
    HeartRateBelow,
    PowerAbove,
    PowerBelow,
    Time,
)
from workout_core.model.exercise import Weight
from workout_core.model.paths import key_path
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Target, Zone
from workout_core.model.workout import Item, Repeat, Step, walk
from workout_core.phrases.amounts import say_speed
from workout_core.science import records
from workout_core.units import say_distance, say_mass, say_time, write_clock

MEANT: Final = "meant"
"""The tag of a workout of which everything is meant."""
POINTS_TO_GAIN: Final = 5.0
"""Of VDOT, with half a year of training: what a race at the end of a plan may ask."""
NEARLY: Final = 0.99
"""Of the time of a record: paces are written to the second."""


def yes() -> str:
    """Say what to write if something is meant."""
    return gettext("if it is meant, write '{tags}'", tags=f"tags: [{MEANT}]")


def questions(reading: Reading) -> tuple[str, ...]:
    """Return what is to be asked about a workout, each once, with its place: nothing of nearly all."""
    if MEANT in reading.workout.tags:
        return ()
    asked: dict[str, str] = {}
    for path, item in reading.workout.walk():
        if isinstance(item, Step):
            for where, what in _of_step(item, path, reading):
                asked.setdefault(what, where)
        else:
            for what in _of_interval(item, reading):
                asked.setdefault(what, path)
    for what in (*_of_all(reading), *_of_races(reading)):
        asked.setdefault(what, "")
    told = (f"{f'{where}: ' if where else ''}{what}; {yes()})" for what, where in asked.items())
    return (*told, *unknown_names(reading))


def _of_all(reading: Reading) -> Iterator[str]:
    """Yield what is too long for a day."""
    metres, seconds = reading.totals.distance.value, reading.totals.time.value
    most = records.RUN_IN_A_DAY if reading.sport.on_foot else records.RIDDEN_IN_A_DAY
    if metres > most:
        far, best = (say_distance(each, reading.units) for each in (round(metres), round(most, -3)))
        yield gettext("{far}? (the most that anybody has done in a day is {best}", far=far, best=best)
    elif seconds > records.DAY:
        yield gettext("{time}? (a day has 24 h", time=say_time(round(seconds)))


def _of_races(reading: Reading) -> Iterator[str]:
    """Yield what is run at paces, one after the other, and faster than the athlete could race it."""
    if reading.athlete is None or not reading.sport.on_foot:
        return
    from workout_core.analysis.fitness import too_far  # noqa: PLC0415 - only runs of somebody need it

    for metres, seconds in _at_paces(reading.workout.items, reading):
        if told := too_far(reading.athlete, metres, seconds, POINTS_TO_GAIN):
            far = say_distance(round(metres), reading.units)
            clock = write_clock(round(seconds))
            yield gettext("{far} in {time}? ({beyond}", far=far, time=clock, beyond=told)


def _at_paces(items: tuple[Item, ...], reading: Reading) -> Iterator[tuple[float, float]]:
    """Yield the metres and the seconds of all that is run at paces without a rest between."""
    metres = seconds = 0.0
    for item in items:
        parts = [item] if isinstance(item, Step) else [each for _, each in walk(item.items)]
        steps = [each for each in parts if isinstance(each, Step)]
        speeds = [_pace(each, reading) for each in steps]
        if all(speeds) and (isinstance(item, Step) or item.items == tuple(steps)):
            far = [reading.step_totals(each).distance.value for each in steps]
            times = 1 if isinstance(item, Step) else reading.passes(item)
            metres += times * sum(far)
            seconds += times * sum(each / speed for each, speed in zip(far, speeds, strict=True))
            continue
        yield metres, seconds
        metres = seconds = 0.0
        if not isinstance(item, Step):
            yield from _at_paces(item.items, reading)
    yield metres, seconds


def _pace(step: Step, reading: Reading) -> float:
    """Return the speed in the middle of the paces of a step; 0 if it has none."""
    target = step.target
    known = target and reading.known(target)
    if known is None or known.quantity is not Quantity.SPEED:
        return 0.0
    value = known.value
    return 2 / (1 / value.low + 1 / value.high) if isinstance(value, Range) and value.of is None else 0.0


def _of_interval(repeat: Repeat, reading: Reading) -> Iterator[str]:
    """Yield an interval in which there is no time for what is done in it at its paces."""
    if repeat.every is None:
        return
    times = [reading.item_totals(item).time for item in repeat.items]
    if all(each.at_least for each in times) and sum(each.at_least for each in times) > repeat.every:
        takes = say_time(round(sum(each.value for each in times)))
        every = say_time(repeat.every)
        yield gettext("every {time}? (at these paces each pass takes {takes}", time=every, takes=takes)


def _of_step(step: Step, path: str, reading: Reading) -> Iterator[tuple[str, str]]:
    for name in ("target", "second_target"):
        target = getattr(step, name)
        if target is not None:
            for what in _of_target(target, step, reading):
                yield key_path(path, name), what
    duration = step.duration
    if isinstance(duration, (HeartRateAbove, HeartRateBelow)) and duration.bpm > records.HEART_RATE:
        yield path, _of_heart(duration.bpm)
    if isinstance(duration, (PowerAbove, PowerBelow)) and duration.watts > records.most_power(0):
        yield path, _of_power(duration.watts, 0)
    load = step.exercise.load if step.exercise else None
    if isinstance(load, Weight) and load.kilograms > records.LOAD:
        heavy, most = (say_mass(each) for each in (load.kilograms, records.LOAD))
        yield path, gettext("{mass}? (the heaviest deadlift was {most}", mass=heavy, most=most)


def unknown_names(reading: Reading) -> tuple[str, ...]:
    """Return whose the names are to be asked that only an athlete can know, where none is given."""
    if MEANT in reading.workout.tags or reading.athlete is not None:
        return ()
    asked: dict[str, str] = {}
    for path, item in reading.workout.walk():
        for name in ("target", "second_target"):
            target = getattr(item, name) if isinstance(item, Step) else None
            if target is None or not isinstance(target.value, Named) or is_known(target.value.name):
                continue
            if not needs_nobody(target, reading.workout.goal):
                asked.setdefault(target.value.name, key_path(path, name))
    return tuple(f"{where}: {_whose(name)}; {yes()})" for name, where in asked.items())


def _whose(name: str) -> str:
    if name == GOAL_PACE:
        return gettext("of which race is {name}? (give {how}", name=shown(name), how=how_to_give("goal"))
    known = suggestion(name, (*PACE_NAMES, *SAME_AS, "10km pace"))
    return gettext(
        "whose pace is {name}? ({known}; or give who has such a pace, with '--athlete'",
        name=shown(name),
        known=known,
    )


def _of_target(target: Target, step: Step, reading: Reading) -> Iterator[str]:
    if isinstance(target.value, Zone):
        own = dict(reading.athlete.zones).get(target.quantity, ()) if reading.athlete else ()
        if target.value.number > max(len(own), records.ZONES):
            yield gettext(
                "Z{number}? (usual systems have 5 to {most} zones",
                number=target.value.number,
                most=records.ZONES,
            )
            return
    known = reading.known(target)
    value = known.value
    if not isinstance(value, (Range, Ramp)) or value.of is not None:
        return
    low, high = sorted((value.low, value.high) if isinstance(value, Range) else (value.start, value.end))
    if known.quantity is Quantity.HEART_RATE and low > records.HEART_RATE:
        yield _of_heart(low)
    elif known.quantity is Quantity.POWER:
        seconds = step.duration.seconds if isinstance(step.duration, Time) else 0.0
        if low > records.most_power(seconds):
            yield _of_power(low, seconds)
    elif known.quantity is Quantity.SPEED:
        yield from _of_speed(low, high, step, reading)


def _of_heart(bpm: float) -> str:
    most = f"{records.HEART_RATE:g}"
    return gettext("{number} bpm? (no heart beats above {most} bpm", number=f"{bpm:g}", most=most)


def _of_power(watts: float, seconds: float) -> str:
    number, most = f"{watts:g}", f"{records.most_power(seconds):g}"
    if not seconds:
        return gettext("{number} W? (nobody holds {most} W", number=number, most=most)
    return gettext(
        "{number} W for {time}? (nobody holds {most} W so long",
        number=number,
        time=say_time(seconds),
        most=most,
    )


def _of_speed(slow: float, fast: float, step: Step, reading: Reading) -> Iterator[str]:
    sport, units = reading.sport, reading.units
    bests = _bests(sport)
    metres = reading.step_totals(step).distance.value
    if bests and metres and metres / slow < NEARLY * records.fastest(bests, metres):
        best = say_speed(metres / records.fastest(bests, metres), sport, units)
        yield gettext(
            "{pace}? (nobody is faster than {best} over such a distance",
            pace=say_speed(slow, sport, units),
            best=best,
        )
    elif sport.on_foot and sport is not Sport.HIKING and fast < 1 / SLOWEST:
        stroll = say_speed(1 / SLOWEST, sport, units)
        yield gettext("{pace}? (a stroll is {stroll}", pace=say_speed(fast, sport, units), stroll=stroll)


def _bests(sport: Sport) -> tuple[tuple[float, float], ...]:
    """Return the world's best of a *sport*, or of sports like it; none of what covers no ground."""
    for is_so, bests in (
        (sport.on_foot, records.RUNNING),
        (sport.in_cycling, records.CYCLING),
        (sport.in_water, records.SWIMMING),
        (sport.in_rowing, records.ROWING),
    ):
        if is_so:
            return bests
    return ()
