"""An exercise as it is said aloud: ``twelve back squats with sixty kilos``."""

from __future__ import annotations

from functools import singledispatch
from types import MappingProxyType
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.exercises.saying import say_exercise
from workout_core.languages import npgettext, pgettext, pgettext_noop
from workout_core.model.duration import Counted, MaxReps, Reps
from workout_core.model.exercise import Band, BodyWeight, Exercise, Implement, Load, OneRepMax, Weight
from workout_core.model.workout import Intensity, Step
from workout_core.phrases.amounts import say_duration
from workout_core.phrases.step_lines import LETTER
from workout_core.speech.aloud import aloud, spoken_rules
from workout_core.units import plain, say_mass
from workout_core.units.number_words import whole_words

_IN_HAND: Final = frozenset({None, Implement.DUMBBELL, Implement.KETTLEBELL})
_PAIR: Final = 2
_ONE: Final = MappingProxyType(
    {
        None: pgettext_noop("spoken", "with {mass}"),
        Implement.BARBELL: pgettext_noop("spoken", "with a barbell of {mass}"),
        Implement.DUMBBELL: pgettext_noop("spoken", "with a dumbbell of {mass}"),
        Implement.KETTLEBELL: pgettext_noop("spoken", "with a kettlebell of {mass}"),
        Implement.PLATE: pgettext_noop("spoken", "with a plate of {mass}"),
        Implement.MEDICINE_BALL: pgettext_noop("spoken", "with a medicine ball of {mass}"),
        Implement.SANDBAG: pgettext_noop("spoken", "with a sandbag of {mass}"),
    }
)
_SEVERAL: Final = MappingProxyType(
    {
        None: pgettext_noop("spoken", "with {n} weights of {mass}"),
        Implement.BARBELL: pgettext_noop("spoken", "with {n} barbells of {mass}"),
        Implement.DUMBBELL: pgettext_noop("spoken", "with {n} dumbbells of {mass}"),
        Implement.KETTLEBELL: pgettext_noop("spoken", "with {n} kettlebells of {mass}"),
        Implement.PLATE: pgettext_noop("spoken", "with {n} plates of {mass}"),
        Implement.MEDICINE_BALL: pgettext_noop("spoken", "with {n} medicine balls of {mass}"),
        Implement.SANDBAG: pgettext_noop("spoken", "with {n} sandbags of {mass}"),
    }
)


def exercise_words(
    step: Step, exercise: Exercise, held: tuple[str, ...], reading: Reading
) -> tuple[str, str, str]:
    """Return what *step* does, first all of it and then shorter: with its load, and the name alone.

    Args:
        step: the step.
        exercise: of it.
        held: its targets in words, long and short.
        reading: of its workout.
    """
    name = aloud(say_exercise(exercise.name)) or pgettext("spoken", "exercise")
    counted = f"{_own_name(step, exercise)}{_counted(name, step, exercise, reading)}"
    if step.intensity is Intensity.WARMUP:
        counted = pgettext("spoken", "Warm-up, {exercise}", exercise=counted)
    load = reading.known_exercise(exercise).load
    loaded = f"{counted} {_load(load)}".rstrip() if load else counted
    full = pgettext("spoken", "{what} {held}", what=loaded, held=held[0]) if held else loaded
    if exercise.tempo:
        tempo = aloud(exercise.tempo)
        full = pgettext("spoken", "{exercise}, tempo {tempo}", exercise=full, tempo=tempo)
    return full, loaded, name


def _own_name(step: Step, exercise: Exercise) -> str:
    """Return what the step is called, with a comma, if that is more than a letter or the exercise."""
    own = "" if LETTER.fullmatch(step.name) or step.name == exercise.name else aloud(step.name)
    return f"{own}, " if own else ""


def _counted(name: str, step: Step, exercise: Exercise, reading: Reading) -> str:
    said = _of_both_sides(name, step, reading)
    return pgettext("spoken", "{exercise} each side", exercise=said) if exercise.per_side else said


def _of_both_sides(name: str, step: Step, reading: Reading) -> str:
    duration, several = step.duration, spoken_rules().several(name)
    if isinstance(duration, MaxReps):
        return pgettext("spoken", "as many {exercises} as possible", exercises=several)
    if not isinstance(duration, Reps) or duration.of is not Counted.REPS:
        return f"{name}, {aloud(say_duration(duration, reading.units))}"
    many = whole_words(duration.count)
    if duration.least:
        many = pgettext("spoken", "{least} to {most}", least=whole_words(duration.least), most=many)
    if several != name:
        return f"{many} {several if duration.count > 1 else spoken_rules().small(name)}"
    reps = npgettext("spoken", "{n} rep", "{n} reps", duration.count, n=many)
    return f"{name}, {reps}"


@singledispatch
def _load(load: Load) -> str:
    raise TypeError(load)


@_load.register
def _(load: Weight) -> str:
    mass = aloud(say_mass(load.kilograms))
    if load.pieces == _PAIR and load.implement in _IN_HAND:
        return pgettext("spoken", "with {mass} each hand", mass=mass)
    if load.pieces > 1:
        return pgettext("spoken", _SEVERAL[load.implement], n=whole_words(load.pieces), mass=mass)
    return pgettext("spoken", _ONE[load.implement], mass=mass)


@_load.register
def _(load: OneRepMax) -> str:
    share = aloud(f"{plain(round(load.share * 100, 1))} %")
    return pgettext("spoken", "with {share} of your one rep max", share=share)


@_load.register
def _(load: BodyWeight) -> str:
    return pgettext("spoken", "with {mass} added", mass=aloud(say_mass(load.added))) if load.added else ""


@_load.register
def _(load: Band) -> str:
    resistance = aloud(load.resistance)
    if not resistance:
        return pgettext("spoken", "with a band")
    said = resistance.removesuffix(" band")
    if said.endswith(("band", pgettext("spoken", "band"))):
        return pgettext("spoken", "with the {band}", band=said)
    return pgettext("spoken", "with the {resistance} band", resistance=said)
