"""What FIT can carry of a simplified workout: its numbers in the format's units, its parts and its names."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from attrs import evolve

from workout_core import (
    Distance,
    Exercise,
    Intensity,
    Item,
    Quantity,
    Range,
    Repeat,
    Sport,
    Step,
    Target,
    Time,
    Weight,
    Workout,
    map_steps,
    say_target,
)

SHARES = 100
SCALES = {Quantity.SPEED: 1000, Quantity.HEART_RATE: 1, Quantity.POWER: 1}
NAMED = {
    each: each.value.capitalize()
    for each in Intensity
    if each.value in {"easy", "steady", "strides", "drill"}
}
MOST_STEPS = 280
DEFAULT_POOL = 25.0


def carried(workout: Workout) -> Workout:
    """Return *workout*, which is simplified, as it comes back from a file."""
    pool = None
    if workout.sport is Sport.POOL_SWIMMING:
        pool = DEFAULT_POOL if workout.pool_length is None else workout.pool_length
    return evolve(
        workout,
        items=[_carried(item, workout.sport) for item in workout.items],
        pool_length=pool,
        id="",
        tolerance=None,
        units=None,
        goal=None,
    )


def in_units(workout: Workout) -> Workout:
    """Return *workout* with its numbers rounded to the units that are written."""
    pool = workout.pool_length and _nearest(workout.pool_length, 100)
    return evolve(workout, items=[_rounded(item) for item in workout.items], pool_length=pool)


def _nearest(number: float, scale: int) -> float:
    return floor(number * scale + 0.5) / scale


def _carried(item: Item, sport: Sport) -> Item:
    if isinstance(item, Repeat):
        items = [_carried(each, sport) for each in item.items]
        only = items[0] if len(items) == 1 else None
        if isinstance(only, Repeat) and only.every is not None and only.times == 1 and item.times:
            # a repeat of swims that are begun every so often, once each, is one of that many
            return evolve(item, items=only.items, every=only.every)
        return evolve(item, items=items)
    first, second = item.target and _held(item.target, sport), None
    if item.second_target is not None:
        second = _held(item.second_target, sport)
    return evolve(item, target=first, second_target=second, **_part(item))


def with_cues_of(read: Workout, wanted: Workout, simple: Workout) -> Workout:
    """Return *wanted* with those cues of *read* that only lack the words of a second target.

    Args:
        read: what comes back.
        wanted: what has to.
        simple: what was written, with the words of each second target in a cue.
    """
    found, written = dict(read.walk()), dict(simple.walk())

    def cued(path: str, step: Step) -> Step:
        same, before = found.get(path), written.get(path)
        if not isinstance(same, Step) or not isinstance(before, Step) or before.second_target is None:
            return step
        bare = _without(say_target(before.second_target, wanted.sport), step.cue)
        return evolve(step, cue=bare) if same.cue == bare else step

    return evolve(wanted, items=map_steps(wanted.items, cued))


def _without(echo: str, cue: str) -> str:
    """Return *cue* without the words of the second target, where its first line ends with them."""
    first, _, rest = cue.partition("\n")
    said = first.split(", ")
    return "\n".join(filter(None, (", ".join(said[:-1]), rest))) if said[-1] == echo else cue


def _part(step: Step) -> dict[str, Any]:
    """Return the part, the name and the cue of *step* as they are understood.

    Beside another name, or an exercise, the first line of the notes says the part.
    """
    if not step.name and step.exercise is None:
        return {}
    plain = {Intensity.WALK: Intensity.RECOVERY} | dict.fromkeys(NAMED, Intensity.WORK)
    words = NAMED | {Intensity.WALK: "Walk"}
    parts = {(plain[part], name): part for part, name in words.items()}
    intensity = plain.get(step.intensity, step.intensity)
    line = words.get(step.intensity, "")
    is_said = line == step.name and step.exercise is None
    notes = "\n".join(filter(None, ("" if is_said else line, step.cue)))
    first, _, rest = notes.partition("\n")
    if told := parts.get((intensity, first)):
        return {"intensity": told, "cue": rest}
    if step.exercise is None and (told := parts.get((intensity, step.name))):
        return {"intensity": told, "name": "", "cue": notes}
    return {"intensity": intensity, "cue": notes}


def _held(target: Target, sport: Sport) -> Target:
    """Return *target*; a cadence on foot in the revolutions of one leg, and read as steps of both."""
    held = target.value
    if target.quantity is not Quantity.CADENCE or not isinstance(held, Range):
        return target
    fewest = {Sport.WALKING: 80, Sport.HIKING: 60}.get(sport, 120)
    legs = 2 if sport.on_foot and held.high >= fewest else 1
    low, high = floor(held.low / legs), ceil(held.high / legs)
    twice = 2 if sport.on_foot and fewest <= 2 * high <= MOST_STEPS else 1
    return Target(Quantity.CADENCE, Range(twice * max(low, 1), twice * high))


def _rounded(item: Item) -> Item:
    if isinstance(item, Repeat):
        changes: dict[str, Any] = {"items": [_rounded(each) for each in item.items]}
        if isinstance(item.until, (Time, Distance)):
            changes["until"] = _rounded_duration(item.until)
        if item.every is not None:
            changes["every"] = _nearest(item.every, 1000)
        return evolve(item, **changes)
    return evolve(
        item,
        duration=_rounded_duration(item.duration),
        target=item.target and _rounded_target(item.target),
        second_target=item.second_target and _rounded_target(item.second_target),
        exercise=item.exercise and _rounded_load(item.exercise),
    )


def _rounded_duration(duration: Any) -> Any:
    if isinstance(duration, Time):
        return Time(_nearest(duration.seconds, 1000))
    return Distance(_nearest(duration.metres, 100)) if isinstance(duration, Distance) else duration


def _rounded_target(target: Target) -> Target:
    held = target.value
    if not isinstance(held, Range) or (held.of is None and target.quantity not in SCALES):
        return target
    scale = SCALES[target.quantity] if held.of is None else SHARES
    return Target(target.quantity, Range(_nearest(held.low, scale), _nearest(held.high, scale), held.of))


def _rounded_load(exercise: Exercise) -> Exercise:
    load = exercise.load
    return (
        evolve(exercise, load=Weight(_nearest(load.kilograms, 100))) if isinstance(load, Weight) else exercise
    )
