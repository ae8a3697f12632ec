"""A workout line by line in plain words, as a coach would say it, as a coach would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import reading_of
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Counted, Duration, Reps, Time
from workout_core.model.exercise import Exercise
from workout_core.model.paths import item_path, key_path
from workout_core.model.sets import (
    BETWEEN,
    LETTERED,
    Rounds,
    Sets,
    VariedSets,
    is_of_exercises,
    is_send_off,
    is_way_back,
    rounds_of,
    sets_of,
    varied_sets,
)
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.phrases.amounts import METRIC, say_duration, say_effort_of_load, say_load, say_passes
from workout_core.phrases.targets import in_time_words, target_words
from workout_core.units import Units, say_time, write_exact_clock

ROLES: Final = MappingProxyType(
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
"""What the part of a step is called."""
_NOT_LAST: Final = ", but not after the last"
LETTER: Final = re.compile(r"[A-Z][0-9]?")
"""What a step is called that is one of a superset, or of a list: A1, B."""


def _say_exercise(exercise: Exercise, duration: Duration, reading: Reading) -> str:
    """Say what there is to an exercise besides its name: load and tempo."""
    words = [
        f"with {_loaded(exercise, duration, reading)}" if exercise.load else "",
        f"tempo {exercise.tempo}" if exercise.tempo else "",
    ]
    return ", ".join(filter(None, words))


def _loaded(exercise: Exercise, duration: Duration, reading: Reading) -> str:
    """Say the load; one that is relative is followed by the athlete's own kilograms, or by how it feels."""
    resolved = reading.known_exercise(exercise)
    said, meant = (say_load(each.load) if each.load else "" for each in (exercise, resolved))
    if said != meant:
        return f"{said} ({meant})"
    felt = say_effort_of_load(exercise.load, duration) if reading.athlete else ""
    return f"{said} ({felt})" if felt else said


def say_step(
    step: Step, sport: Sport = Sport.RUNNING, athlete: Athlete | None = None, units: Units | None = None
) -> str:
    """Say a step in one line: role or name, how long, what to hold, and the cue; in *units* if given."""
    return _say_step(step, Reading.of_items((step,), sport, athlete, units))


def _say_step(step: Step, reading: Reading) -> str:
    return _line(step, _head(step, reading.units), "", reading)


def _line(step: Step, words: str, rest: str, reading: Reading) -> str:
    """Say *words*, then what there is to the exercise, what to hold, the *rest* and the cue."""
    more = _say_exercise(step.exercise, step.duration, reading) if step.exercise else ""
    held = _say_targets(step, reading)
    held = f"{', ' if more and held else ' '}{held}" if held else ""
    line = words + (f", {more}" if more else "") + held + rest
    return line + (f" \N{EN DASH} {' '.join(step.cue.split())}" if step.cue else "")


def _say_sets(repeat: Repeat, sets: Sets, reading: Reading) -> str:
    """Say sets as coaches do: ``Back squat: 4 × 5, with 60 kg at effort 7 of 10, rest 2 min``."""
    words = _head(sets.step, reading.units, say_passes(repeat))
    rest = f", {_say_rest(sets.rest, sets.step, reading.units)}" if sets.rest else ""
    return _line(sets.step, words, rest + _unless_last(repeat), reading)


def _say_varied(varied: VariedSets, reading: Reading) -> str:
    """Say sets that differ: ``Back squat: 12, 10, 8 reps, with 60 kg, 65 kg, 70 kg, rest 2 min``."""
    first, sets = varied.steps[0], len(varied.steps)
    said = [_amount(evolve(step, exercise=None), reading.units, "") for step in varied.steps]
    if len(set(said)) == 1:
        words = _head(first, reading.units, f"{sets}")
    else:
        last = said[-1].rpartition(" ")[2]
        each = [text.removesuffix(f" {last}") for text in said[:-1]]
        words = f"{_head(first, reading.units).rpartition(': ')[0]}: {', '.join((*each, said[-1]))}"
        words += " each side" if first.exercise and first.exercise.per_side else ""
    loads = [
        _loaded(step.exercise, step.duration, reading)
        for step in varied.steps
        if step.exercise and step.exercise.load
    ]
    if len(set(loads)) > 1 and first.exercise:
        words += f", with {', '.join(loads)}"
        first = evolve(first, exercise=evolve(first.exercise, load=None))
    rest = f", {_say_rest(varied.rest, first, reading.units)}" if varied.rest else ""
    return _line(first, words, rest + (_NOT_LAST if varied.skips else ""), reading)


def _say_rest(rest: Step, step: Step | None, units: Units) -> str:
    """Say what is done between sets: ``rest 60 s``, ``walk back``."""
    word = BETWEEN[rest.intensity]
    back = step is not None and is_way_back(rest, step)
    return f"{word} back" if back else f"{word} {say_duration(rest.duration, units)}"


def _unless_last(repeat: Repeat) -> str:
    return _NOT_LAST if repeat.skip_last_rest else ""


def _name_of(step: Step) -> str:
    """Return what *step* is called: its name, the name of its exercise, or both: ``A1 Glute bridge``."""
    if step.exercise is None or step.exercise.name == step.name:
        return step.name
    mark = " " if LETTER.fullmatch(step.name) else ", "
    return f"{step.name}{mark}{step.exercise.name}" if step.name else step.exercise.name


def _amount(step: Step, units: Units, sets: str) -> str:
    """Say how much: ``12 reps``, ``3 × 12``, ``3 × 40 s each side``."""
    said = say_duration(step.duration, units)
    if sets:
        is_plain = isinstance(step.duration, Reps) and step.duration.of is Counted.REPS
        each = said.rpartition(" ")[0] if is_plain else said
        said = f"{sets} \N{MULTIPLICATION SIGN} {each}"
    if not step.exercise or not step.exercise.per_side:
        return said
    return f"{said}, each side" if said.startswith("until") else f"{said} each side"


def _head(step: Step, units: Units, sets: str = "") -> str:
    name = _name_of(step)
    role = ROLES[step.intensity]
    stroke = step.stroke.value if step.stroke else ""
    equipment = f"with {step.equipment.value.replace('_', ' ')}" if step.equipment else ""
    how_long = " ".join(filter(None, (_amount(step, units, sets), stroke, equipment)))
    if not name:
        return f"{role} {how_long}".strip()
    if role and role.casefold() != name.casefold():
        name = f"{name} ({role.casefold()})"
    return f"{name}: {how_long}"


def say_targets(step: Step, sport: Sport, athlete: Athlete | None = None, units: Units | None = None) -> str:
    """Say the targets with their prepositions: ``at 4:00/km and 180 steps a minute``, ``from 50 to 75 %``."""
    return _say_targets(step, Reading.of_items((step,), sport, athlete, units))


def _say_targets(step: Step, reading: Reading) -> str:
    words = ""
    for target in (step.target, step.second_target):
        if target is not None:
            said = in_time_words(step, target, reading) or target_words(target, reading)
            at = "" if said.startswith(("from ", "in ")) or words.startswith("at ") else "at "
            words = f"{words} and {at}{said}" if words else f"{at}{said}"
    return words


def say_repeat(repeat: Repeat, units: Units = METRIC) -> str:
    """Say how often: ``6 times``, until what, or by which clock."""
    if isinstance(repeat.until, Time) and is_of_exercises(repeat):
        return f"As many rounds as possible in {say_time(repeat.until.seconds)}"
    often = say_passes(repeat)
    if repeat.cap is not None:
        passes = f"{often} rounds for time" if often != "1" else "For time"
        return f"{passes}, cap {say_time(repeat.cap)}"
    if repeat.every is not None:
        return f"Every {say_time(repeat.every)}, {often} times"
    if repeat.until is not None:
        limit = say_duration(repeat.until, units)
        return f"Repeat {limit}" if limit.startswith("until") else f"Repeat for {limit}"
    head = "Once" if often == "1" else f"{often} times"
    return f"{head}, without the last rest" if repeat.skip_last_rest else head


def outline(
    workout: Workout | Reading, athlete: Athlete | None = None, units: Units | None = None
) -> Iterator[tuple[int, str]]:
    """Yield the depth and the words of every step and repeat, in order, in *units* or the athlete's.

    What is relative is followed by the athlete's own numbers, where they are known.
    """
    return ((line.depth, line.words) for line in outline_of(reading_of(workout, athlete, units)))


class OutlineLine(NamedTuple):
    """A line of an outline.

    Attributes:
        path: of the step or the repeat that it says; of the first, if it says several.
        depth: in how many repeats it is.
        words: what there is to do.
    """

    path: str
    depth: int
    words: str


def outline_of(reading: Reading) -> Iterator[OutlineLine]:
    """Yield the lines that :func:`outline` does, each with the place of what it says."""
    return _outline(reading.workout.items, reading, 0)


def _outline(
    items: tuple[Item, ...], reading: Reading, depth: int, path: str = "steps"
) -> Iterator[OutlineLine]:
    position = 0
    while position < len(items):
        here = item_path(path, position)
        item, varied = items[position], varied_sets(items, position)
        position += varied.length if varied else 1
        inside = key_path(here, "steps")
        if varied:
            yield OutlineLine(here, depth, _say_varied(varied, reading))
        elif isinstance(item, Repeat) and (sets := sets_of(item)):
            yield OutlineLine(here, depth, _say_sets(item, sets, reading))
        elif isinstance(item, Repeat) and (rounds := _plain_rounds(item)):
            yield OutlineLine(here, depth, f"{_say_rounds(item, rounds, reading.units)}:")
            yield from _outline(rounds.items, reading, depth + 1, inside)
        elif isinstance(item, Repeat) and item.every is not None and reading.sport.in_water:
            yield OutlineLine(here, depth, _say_send_offs(item, item.every, reading))
            if not _is_one_line(item):
                yield from _outline(item.items, reading, depth + 1, inside)
        elif isinstance(item, Repeat):
            yield OutlineLine(here, depth, f"{say_repeat(item, reading.units)}:")
            yield from _outline(item.items, reading, depth + 1, inside)
        else:
            yield OutlineLine(here, depth, _say_step(item, reading))


def _is_one_line(repeat: Repeat) -> bool:
    """Tell whether the steps of a send-off are said with it, and do not stand below."""
    return is_send_off(repeat) and isinstance(repeat.items[0], Step)


def _say_send_offs(repeat: Repeat, seconds: float, reading: Reading) -> str:
    """Say what swimmers say: ``10 × 50 m freestyle on 1:00``; several steps stand below."""
    often, on = say_passes(repeat), f"on {write_exact_clock(seconds)}"
    only = repeat.items[0]
    if is_send_off(repeat) and isinstance(only, Step):
        words = _head(only, reading.units, often if often != "1" else "")
        return _line(only, words, f" {on}", reading)
    return f"{'Once' if often == '1' else f'{often} times'} {on}:"


def _plain_rounds(repeat: Repeat) -> Rounds | None:
    """Return the rounds of a superset or a circuit, which is counted and by no clock."""
    counted = repeat.times is not None and repeat.every is None and repeat.cap is None
    return rounds_of(repeat) if counted else None


def _say_rounds(repeat: Repeat, rounds: Rounds, units: Units) -> str:
    exercises = [item for item in rounds.items if isinstance(item, Step) and item.exercise]
    is_lettered = all(LETTERED.fullmatch(item.name) for item in exercises)
    kind = "Superset" if is_lettered or len(exercises) == 2 else "Circuit"  # noqa: PLR2004 - of two
    rest = f", {_say_rest(rounds.rest, None, units)}" if rounds.rest else ""
    often = say_passes(repeat)
    count = f"{often} round{'s' * (often != '1')}"
    return f"{kind}, {count}{rest}{_unless_last(repeat)}"


def say_item(item: Item, reading: Reading) -> str:
    """Return the line of *item* in its outline: a step, sets, or what a repeat begins with, and a colon."""
    return next(_outline((item,), reading, 0)).words


def outline_items(items: tuple[Item, ...], sport: Sport, athlete: Athlete | None = None) -> Iterator[str]:
    """Yield the words of every step and repeat of *items*, in order, without their depth."""
    return (line.words for line in _outline(items, Reading.of_items(items, sport, athlete), 0))
