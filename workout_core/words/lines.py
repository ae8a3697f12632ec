"""A workout line by line in plain words, as a coach would say it, and its totals."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from workout_core.estimate import Amount, totals
from workout_core.model.athlete import Athlete, Units
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.units import MILE
from workout_core.words.amounts import METRIC, say_distance, say_duration, say_load, say_time
from workout_core.words.targets import say_target

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


def _say_exercise(exercise: Exercise) -> str:
    words = [
        "each side" if exercise.per_side else "",
        f"with {say_load(exercise.load)}" if exercise.load else "",
        f"tempo {exercise.tempo}" if exercise.tempo else "",
    ]
    return ", ".join(filter(None, words))


def say_step(step: Step, sport: Sport = Sport.RUNNING, athlete: Athlete | None = None) -> str:
    """Say a step in one line: role or name, how long, what to hold, and the cue."""
    words = _head(step, athlete.units if athlete else METRIC)
    more = _say_exercise(step.exercise) if step.exercise else ""
    held = _say_targets(step, sport, athlete)
    line = words + (f", {more}" if more else "") + (f" {held}" if held else "")
    return line + (f" \N{EN DASH} {' '.join(step.cue.split())}" if step.cue else "")


def _head(step: Step, units: Units) -> str:
    name = step.name or (step.exercise.name if step.exercise else "")
    role = _ROLES[step.intensity]
    stroke = step.stroke.value if step.stroke else ""
    equipment = f"with {step.equipment.value.replace('_', ' ')}" if step.equipment else ""
    how_long = " ".join(filter(None, (say_duration(step.duration, units), stroke, equipment)))
    if not name:
        return f"{role} {how_long}".strip()
    if role and role.casefold() != name.casefold():
        name = f"{name} ({role.casefold()})"
    return f"{name}: {how_long}"


def _say_targets(step: Step, sport: Sport, athlete: Athlete | None) -> str:
    """Say the targets with their prepositions: ``at 4:00/km and 180 steps a minute``, ``from 50 to 75 %``."""
    words = ""
    for target in (step.target, step.second_target):
        if target is not None:
            said = say_target(target, sport, athlete)
            at = "" if said.startswith("from ") or words.startswith("at ") else "at "
            words = f"{words} and {at}{said}" if words else f"{at}{said}"
    return words


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
    """Say the time and distance of a workout: ``about 51 min, 9.2 km``, or ``at least`` so much."""
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
