"""A step, or the sets of an exercise, in a line of plain words, as a coach would say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.exercises.saying import say_exercise
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Calories, Counted, Distance, Duration, MaxReps, Reps, Time
from workout_core.model.exercise import Exercise
from workout_core.model.sets import Sets, VariedSets, is_way_back
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Repeat, Step
from workout_core.phrases.amounts import (
    say_count,
    say_counted,
    say_duration,
    say_effort_of_load,
    say_load,
    say_passes,
)
from workout_core.phrases.names import is_role, say_equipment, say_role, say_stroke
from workout_core.phrases.targets import at_target, in_time_words, is_change, target_words
from workout_core.units import Units

_RESTS: Final = MappingProxyType(
    {
        Intensity.REST: gettext_noop("rest {amount}"),
        Intensity.WALK: gettext_noop("walk {amount}"),
        Intensity.RECOVERY: gettext_noop("jog {amount}"),
    }
)
"""What is done between sets."""
_WAYS_BACK: Final = MappingProxyType(
    {Intensity.WALK: gettext_noop("walk back"), Intensity.RECOVERY: gettext_noop("jog back")}
)
LETTER: Final = re.compile(r"[A-Z][0-9]?")
"""What a step is called that is one of a superset, or of a list: A1, B."""


def _say_exercise(exercise: Exercise, duration: Duration, reading: Reading) -> str:
    """Say what there is to an exercise besides its name: load and tempo."""
    words = [
        gettext("with {load}", load=_loaded(exercise, duration, reading)) if exercise.load else "",
        gettext("tempo {tempo}", tempo=exercise.tempo) if exercise.tempo else "",
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
    return step_line(step, Reading.of_items((step,), sport, athlete, units))


def step_line(step: Step, reading: Reading) -> str:
    """Say a step in one line, as it is in a reading."""
    return whole_line(step, head_words(step, reading), "", reading)


def whole_line(step: Step, words: str, rest: str, reading: Reading) -> str:
    """Say *words*, then what there is to the exercise, what to hold, the *rest* and the cue."""
    more = _say_exercise(step.exercise, step.duration, reading) if step.exercise else ""
    held = _say_targets(step, reading)
    held = f"{', ' if more and held else ' '}{held}" if held else ""
    line = words + (f", {more}" if more else "") + held + rest
    return line + (f" \N{EN DASH} {' '.join(step.cue.split())}" if step.cue else "")


def sets_line(repeat: Repeat, sets: Sets, reading: Reading) -> str:
    """Say sets as coaches do: ``Back squat: 4 × 5, with 60 kg at effort 7 of 10, rest 2 min``."""
    words = head_words(sets.step, reading, say_passes(repeat))
    rest = f", {rest_words(sets.rest, sets.step, reading.units)}" if sets.rest else ""
    return whole_line(sets.step, words, rest + unless_last(skips=repeat.skip_last_rest), reading)


def varied_line(varied: VariedSets, reading: Reading) -> str:
    """Say sets that differ: ``Back squat: 12, 10, 8 reps, with 60 kg, 65 kg, 70 kg, rest 2 min``."""
    first = varied.steps[0]
    words = _called(first, _amounts(varied.steps, reading.units), reading)
    loads = [
        _loaded(step.exercise, step.duration, reading)
        for step in varied.steps
        if step.exercise and step.exercise.load
    ]
    if len(set(loads)) > 1 and first.exercise:
        words += f", {gettext('with {load}', load=', '.join(loads))}"
        first = evolve(first, exercise=evolve(first.exercise, load=None))
    rest = f", {rest_words(varied.rest, first, reading.units)}" if varied.rest else ""
    return whole_line(first, words, rest + unless_last(skips=varied.skips), reading)


def _amounts(steps: Sequence[Step], units: Units) -> str:
    """Say how much each of several sets is: ``12, 10, 8 reps``, ``40, 30 s``, or ``3 × 12``."""
    said = [say_duration(step.duration, units) for step in steps]
    if len(set(said)) == 1:
        return _amount(steps[0], units, f"{len(steps)}")
    counted = [step.duration for step in steps if isinstance(step.duration, Reps)]
    if len(counted) == len(steps) and len({each.of for each in counted}) == 1:
        words = say_counted(counted[-1], ", ".join(map(say_count, counted)))
    else:
        unit = said[-1].rpartition(" ")[2]
        words = ", ".join((*(text.removesuffix(f" {unit}") for text in said[:-1]), said[-1]))
    return _on_each_side(words, steps[0])


def rest_words(rest: Step, step: Step | None, units: Units) -> str:
    """Say what is done between sets: ``rest 60 s``, ``walk back``."""
    if step is not None and is_way_back(rest, step):
        return gettext(_WAYS_BACK[rest.intensity])
    return gettext(_RESTS[rest.intensity], amount=say_duration(rest.duration, units))


def unless_last(*, skips: bool) -> str:
    """Say that the last rest is left out, if it is."""
    return f", {gettext('but not after the last')}" if skips else ""


def _name_of(step: Step) -> str:
    """Return what *step* is called: its name, the name of its exercise, or both: ``A1 Glute bridge``."""
    if step.exercise is None:
        return step.name
    name = say_exercise(step.exercise.name)
    if not step.name or step.exercise.name == step.name:
        return name
    return f"{step.name}{' ' if LETTER.fullmatch(step.name) else ', '}{name}"


def _amount(step: Step, units: Units, sets: str) -> str:
    """Say how much: ``12 reps``, ``3 × 12``, ``3 × 40 s each side``."""
    said = say_duration(step.duration, units)
    if sets:
        if isinstance(step.duration, Reps) and step.duration.of is Counted.REPS:
            said = say_count(step.duration)
        said = f"{sets} \N{MULTIPLICATION SIGN} {said}"
    return _on_each_side(said, step)


def _on_each_side(amount: str, step: Step) -> str:
    if not step.exercise or not step.exercise.per_side:
        return amount
    if isinstance(step.duration, (Time, Distance, Reps, MaxReps, Calories)):
        return gettext("{amount} each side", amount=amount)
    return gettext("{amount}, each side", amount=amount)


def head_words(step: Step, reading: Reading, sets: str = "") -> str:
    """Say what a step is called and how much it is: ``Back squat: 3 × 12``."""
    return _called(step, _amount(step, reading.units, sets), reading)


def _called(step: Step, amount: str, reading: Reading) -> str:
    """Say what *step* is called, and its *amount*: ``Back squat: 12 reps``, ``Warm up 10 min``."""
    name, role = _name_of(step), say_role(step.intensity, reading.sport)
    how_long = amount
    if step.stroke:
        how_long += f" {say_stroke(step.stroke)}"
    if step.equipment:
        how_long += f" {say_equipment(step.equipment)}"
    if not name:
        return f"{role} {how_long}" if role else how_long
    if role and not is_role(name, step.intensity):
        name = f"{name} ({say_role(step.intensity, reading.sport, within=True)})"
    return f"{name}: {how_long}"


def say_targets(step: Step, sport: Sport, athlete: Athlete | None = None, units: Units | None = None) -> str:
    """Say the targets with their prepositions: ``at 4:00/km and 180 steps a minute``, ``from 50 to 75 %``."""
    return _say_targets(step, Reading.of_items((step,), sport, athlete, units))


def _say_targets(step: Step, reading: Reading) -> str:
    words, has_at = "", False
    for target in (step.target, step.second_target):
        if target is None:
            continue
        said = in_time_words(step, target, reading)
        if not said and has_at:
            said = target_words(target, reading, behind=True)
        elif not said:
            said, has_at = at_target(target, reading), not is_change(target, reading)
        words = gettext("{one} and {other}", one=words, other=said) if words else said
    return words
