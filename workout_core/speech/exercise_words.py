"""An exercise as it is said aloud: ``twelve back squats with sixty kilos``."""

from __future__ import annotations

from functools import singledispatch
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.model.duration import Counted, MaxReps, Reps
from workout_core.model.exercise import Band, BodyWeight, Exercise, Implement, Load, OneRepMax, Weight
from workout_core.model.workout import Intensity, Step
from workout_core.patterns import lazy_pattern
from workout_core.phrases.amounts import say_duration
from workout_core.phrases.step_lines import LETTER
from workout_core.speech.aloud import aloud
from workout_core.units import plain, say_mass
from workout_core.units.number_words import whole_words

_AFTER_THE_NOUN: Final = (" with ", " over ", " on ", " from ", " against ", " in ", " to ", " at ")
_HISSED: Final = ("ch", "sh", "x", "z", "press")
_IN_HAND: Final = frozenset({None, Implement.DUMBBELL, Implement.KETTLEBELL})
_GERUND: Final = lazy_pattern(r"[aeiouy][a-z]{0,8}ing$")
"""Walking and breathing have no plural, and swings have."""
_PAIR: Final = 2


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
    name = aloud(exercise.name) or "exercise"
    warm_up = "Warm-up, " if step.intensity is Intensity.WARMUP else ""
    counted = f"{warm_up}{_own_name(step, exercise)}{_counted(name, step, exercise, reading)}"
    load = reading.known_exercise(exercise).load
    loaded = f"{counted} {_load(load)}".rstrip() if load else counted
    tempo = f", tempo {aloud(exercise.tempo)}" if exercise.tempo else ""
    full = f"{loaded} {held[0]}" if held else loaded
    return f"{full}{tempo}", loaded, name


def _own_name(step: Step, exercise: Exercise) -> str:
    """Return what the step is called, with a comma, if that is more than a letter or the exercise."""
    own = "" if LETTER.fullmatch(step.name) or step.name == exercise.name else aloud(step.name)
    return f"{own}, " if own else ""


def _counted(name: str, step: Step, exercise: Exercise, reading: Reading) -> str:
    side = " each side" if exercise.per_side else ""
    duration = step.duration
    if isinstance(duration, MaxReps):
        return f"as many {_several(name)} as possible{side}"
    if isinstance(duration, Reps) and duration.of is Counted.REPS and _several(name) != name:
        least = f"{whole_words(duration.least)} to " if duration.least else ""
        many = duration.count > 1
        return f"{least}{whole_words(duration.count)} {_several(name) if many else _small(name)}{side}"
    return f"{name}, {aloud(say_duration(duration, reading.units))}{side}"


def _small(name: str) -> str:
    """Return *name* as it stands within a sentence; what is written in capitals or as a name stays."""
    first = name.split(" ", 1)[0]
    return name if first[1:] != first[1:].lower() or len(first) == 1 else name[:1].lower() + name[1:]


def _several(name: str) -> str:
    """Return the plural of *name*, as it stands within a sentence; names that have none stay as they are."""
    at = min((name.find(word) for word in _AFTER_THE_NOUN if word in name), default=len(name))
    noun, more = name[:at], name[at:]
    is_plain = noun[-1:].isascii() and noun[-1:].islower()
    if not is_plain or _GERUND.search(noun) or (noun.endswith("s") and not noun.endswith("ss")):
        return name
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return _small(f"{noun[:-1]}ies{more}")
    return _small(f"{noun}{'es' if noun.endswith((*_HISSED, 'ss')) else 's'}{more}")


@singledispatch
def _load(load: Load) -> str:
    raise TypeError(load)


@_load.register
def _(load: Weight) -> str:
    mass = aloud(say_mass(load.kilograms))
    if load.pieces == _PAIR and load.implement in _IN_HAND:
        return f"with {mass} each hand"
    tool = load.implement.value.replace("_", " ") if load.implement else "weight"
    if load.pieces > 1:
        return f"with {whole_words(load.pieces)} {tool}s of {mass}"
    return f"with a {tool} of {mass}" if load.implement else f"with {mass}"


@_load.register
def _(load: OneRepMax) -> str:
    return f"with {aloud(f'{plain(round(load.share * 100, 1))} %')} of your one rep max"


@_load.register
def _(load: BodyWeight) -> str:
    return f"with {aloud(say_mass(load.added))} added" if load.added else ""


@_load.register
def _(load: Band) -> str:
    resistance = aloud(load.resistance)
    return f"with the {resistance} band".replace("band band", "band") if resistance else "with a band"
