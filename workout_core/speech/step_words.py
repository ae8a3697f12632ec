"""A step as it is said aloud, in forms that become shorter and shorter."""

from __future__ import annotations

from typing import Final, NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.model.duration import Distance, LapButton, Time
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Step
from workout_core.patterns import lazy_pattern
from workout_core.phrases.amounts import say_duration
from workout_core.phrases.names import ROLES
from workout_core.speech.aloud import aloud, sentence
from workout_core.speech.exercise_words import exercise_words
from workout_core.speech.target_words import held_words
from workout_core.units import say_time

_RUNS: Final = frozenset({Sport.RUNNING, Sport.TRAIL_RUNNING, Sport.TRACK_RUNNING, Sport.TREADMILL_RUNNING})
UNTIL_READY: Final = "until you are ready"
"""How long a step is that the athlete ends."""
_UNIT: Final = lazy_pattern(
    r" (?:of ten|per (?:kilometre|mile|(?:five )?hundred metres|hundred yards))(?![a-z])(?= and |[,.]|$)"
)


class StepWords(NamedTuple):
    """A step in words, each a sentence.

    Attributes:
        full: all of it: how long, what to hold, in the athlete's numbers too.
        brief: without the numbers that a zone or the name of a pace stands for.
        again: that as it is said to who has heard it before: paces and efforts without their unit.
        what: what to do, how long and with which load.
        word: as few words as tell what to do.
        held: what to hold, by itself; empty if there is nothing.
    """

    full: str
    brief: str
    again: str
    what: str
    word: str
    held: str


def step_words(step: Step, reading: Reading) -> StepWords:
    """Return *step* in words."""
    held = held_words(step, reading)
    if step.exercise is not None:
        full, what, word = exercise_words(step, step.exercise, held, reading)
        brief = what
    else:
        what, word = _head(step, reading), aloud(step.name) or _role(step, reading) or "Go"
        full, brief = (f"{what} {held[0]}", f"{what} {held[-1]}") if held else (what, what)
    again = _UNIT.sub("", brief)
    return StepWords(*map(sentence, (full, brief, again, what, word, held[0] if held else "")))


def _role(step: Step, reading: Reading) -> str:
    if (
        step.intensity is Intensity.RECOVERY
        and reading.sport in _RUNS
        and isinstance(step.duration, (Distance, Time))
    ):
        return "Jog"
    return "Stride" if step.intensity is Intensity.STRIDES else ROLES[step.intensity]


def _head(step: Step, reading: Reading) -> str:
    """Return what to do and for how long: ``Warm up for fifteen minutes``, ``Uphill, forty-five seconds``."""
    name, role = aloud(step.name), _role(step, reading)
    long = _how_long(step, reading)
    if name:
        # a split of a race is called "to 8 km", which tells how far it is
        is_split = isinstance(step.duration, Distance) and step.name.casefold().startswith("to ")
        return name if is_split else f"{name}, {long}"
    if long.startswith("until"):
        return f"{role or 'Go on'} {long}"
    if not role:
        return long
    return f"{role} {_for(step)}{long}"


def _for(step: Step) -> str:
    """Return the word before how long something is done; a way is gone without one."""
    on_the_way = step.intensity in (Intensity.WALK, Intensity.RECOVERY, Intensity.STRIDES)
    return "" if on_the_way and isinstance(step.duration, Distance) else "for "


def _how_long(step: Step, reading: Reading) -> str:
    if isinstance(step.duration, LapButton):
        long = UNTIL_READY
    elif isinstance(step.duration, Time) and step.duration.longest is None:
        long = time_words(step.duration.seconds)
    else:
        long = aloud(say_duration(step.duration, reading.units))
    stroke = step.stroke.value if step.stroke else ""
    stroke = f"{stroke} stroke" if stroke in ("drill", "mixed") else stroke
    tool = step.equipment.value.replace("_", " ") if step.equipment else ""
    article = "" if tool.endswith("s") else "a "
    return " ".join(filter(None, (long, stroke, f"with {article}{tool}" if tool else "")))


def time_words(seconds: float) -> str:
    """Say a time: ``fifteen minutes``, ``ninety seconds``, ``two and a half minutes``."""
    for unit, length in (("minutes", 60.0), ("hours", 3600.0)):
        many, left = divmod(seconds, length)
        if left == length / 2 and 2 <= many < 60:  # noqa: PLR2004 - fewer are said in the smaller unit
            return aloud(f"{int(many)} and a half {unit}")
    return aloud(say_time(seconds))
