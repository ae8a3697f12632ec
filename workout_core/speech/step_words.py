"""A step as it is said aloud, in forms that become shorter and shorter."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.languages import gettext, pgettext, pgettext_noop
from workout_core.model.duration import (
    Distance,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Time,
)
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.workout import Intensity, Step
from workout_core.phrases.amounts import say_duration
from workout_core.speech.aloud import aloud, sentence, spoken_rules
from workout_core.speech.exercise_words import exercise_words
from workout_core.speech.race_words import part_words
from workout_core.speech.target_words import held_words
from workout_core.units import say_time
from workout_core.units.number_words import whole_words

_RUNS: Final = frozenset({Sport.RUNNING, Sport.TRAIL_RUNNING, Sport.TRACK_RUNNING, Sport.TREADMILL_RUNNING})
_OPEN_ENDED: Final = (LapButton, HeartRateAbove, HeartRateBelow, PowerAbove, PowerBelow)
"""What ends when something has come about: its words begin with "until"."""
_AND_A_HALF: Final = (
    (pgettext_noop("spoken", "{n} and a half minutes"), 60.0),
    (pgettext_noop("spoken", "{n} and a half hours"), 3600.0),
)
_ROLES: Final = MappingProxyType(
    {
        Intensity.WARMUP: pgettext_noop("spoken role", "Warm up"),
        Intensity.COOLDOWN: pgettext_noop("spoken role", "Cool down"),
        Intensity.RECOVERY: pgettext_noop("spoken role", "Recover"),
        Intensity.REST: pgettext_noop("spoken role", "Rest"),
        Intensity.EASY: pgettext_noop("spoken role", "Easy"),
        Intensity.STEADY: pgettext_noop("spoken role", "Steady"),
        Intensity.WALK: pgettext_noop("spoken role", "Walk"),
        Intensity.STRIDES: pgettext_noop("spoken role", "Stride"),
        Intensity.DRILL: pgettext_noop("spoken role", "Drill"),
    }
)
_ROLES_OF_RUNNERS: Final = MappingProxyType(
    {
        Intensity.WARMUP: pgettext_noop("spoken role of a runner", "Warm up"),
        Intensity.COOLDOWN: pgettext_noop("spoken role of a runner", "Cool down"),
        Intensity.DRILL: pgettext_noop("spoken role of a runner", "Drill"),
    }
)
_ROLES_OF_SWIMMERS: Final = MappingProxyType(
    {
        Intensity.WARMUP: pgettext_noop("spoken role of a swimmer", "Warm up"),
        Intensity.COOLDOWN: pgettext_noop("spoken role of a swimmer", "Cool down"),
    }
)
_ROLES_OF_CYCLISTS: Final = MappingProxyType(
    {
        Intensity.WARMUP: pgettext_noop("spoken role of a cyclist", "Warm up"),
        Intensity.COOLDOWN: pgettext_noop("spoken role of a cyclist", "Cool down"),
    }
)
_STROKES: Final = MappingProxyType(
    {
        Stroke.FREESTYLE: pgettext_noop("spoken", "freestyle"),
        Stroke.BACKSTROKE: pgettext_noop("spoken", "backstroke"),
        Stroke.BREASTSTROKE: pgettext_noop("spoken", "breaststroke"),
        Stroke.BUTTERFLY: pgettext_noop("spoken", "butterfly"),
        Stroke.DRILL: pgettext_noop("spoken", "drill stroke"),
        Stroke.MIXED: pgettext_noop("spoken", "mixed stroke"),
        Stroke.MEDLEY: pgettext_noop("spoken", "medley"),
    }
)
_EQUIPMENT: Final = MappingProxyType(
    {
        Equipment.FINS: pgettext_noop("spoken", "with fins"),
        Equipment.KICKBOARD: pgettext_noop("spoken", "with a kickboard"),
        Equipment.PADDLES: pgettext_noop("spoken", "with paddles"),
        Equipment.PULL_BUOY: pgettext_noop("spoken", "with a pull buoy"),
        Equipment.SNORKEL: pgettext_noop("spoken", "with a snorkel"),
    }
)


class StepWords(NamedTuple):
    """A step in words, each a sentence.

    Attributes:
        full: all of it: how long, what to hold, in the athlete's numbers too.
        brief: without the numbers that a zone or the name of a pace stands for.
        again: that as it is said to who has heard it before: paces and efforts without their unit.
        what: what to do, how long and with which load.
        word: as few words as tell what to do.
        reminder: to hold what is held; empty if there is nothing.
        goes_on: whether one goes on until something, in no role and by no name.
    """

    full: str
    brief: str
    again: str
    what: str
    word: str
    reminder: str
    goes_on: bool


def step_words(step: Step, reading: Reading) -> StepWords:
    """Return *step* in words."""
    held = held_words(step, reading)
    if step.exercise is not None:
        full, what, word = exercise_words(step, step.exercise, held.forms, reading)
        brief = what
    else:
        what, word = (
            _head(step, reading),
            aloud(step.name) or _role(step, reading) or pgettext("spoken", "Go"),
        )
        full, brief = (
            (_holding(what, each) for each in (held.forms[0], held.forms[-1])) if held.forms else (what, what)
        )
    again = spoken_rules().shorter(brief)
    goes_on = step.exercise is None and _is_open(step) and not (aloud(step.name) or _role(step, reading))
    return StepWords(
        sentence(full),
        sentence(brief),
        sentence(again),
        sentence(what),
        sentence(word),
        held.reminder,
        goes_on,
    )


def _holding(what: str, held: str) -> str:
    return pgettext("spoken", "{what} {held}", what=what, held=held)


def _role(step: Step, reading: Reading) -> str:
    is_timed = isinstance(step.duration, (Distance, Time))
    if reading.sport in _RUNS and step.intensity is Intensity.RECOVERY and is_timed:
        return pgettext("spoken role", "Jog")
    if reading.sport in _RUNS and step.intensity in _ROLES_OF_RUNNERS:
        return pgettext("spoken role of a runner", _ROLES_OF_RUNNERS[step.intensity])
    if reading.sport.in_water and step.intensity in _ROLES_OF_SWIMMERS:
        return pgettext("spoken role of a swimmer", _ROLES_OF_SWIMMERS[step.intensity])
    if reading.sport.in_cycling and step.intensity in _ROLES_OF_CYCLISTS:
        return pgettext("spoken role of a cyclist", _ROLES_OF_CYCLISTS[step.intensity])
    return pgettext("spoken role", _ROLES[step.intensity]) if step.intensity in _ROLES else ""


def _is_open(step: Step) -> bool:
    return isinstance(step.duration, _OPEN_ENDED)


def _head(step: Step, reading: Reading) -> str:
    """Return what to do and for how long: ``Warm up for fifteen minutes``, ``Uphill, forty-five seconds``."""
    name, role = aloud(step.name), _role(step, reading)
    long = _how_long(step, reading)
    if name:
        # a split of a race is called "to 8 km", which tells how far it is
        is_split = isinstance(step.duration, Distance) and step.name.casefold().startswith(("to ", "bis "))
        return part_words(step) if is_split else f"{name}, {long}"
    if _is_open(step):
        return pgettext("spoken", "{role} {until}", role=role or pgettext("spoken", "Go on"), until=long)
    if not role:
        return long
    # a way is gone without "for"
    on_the_way = step.intensity in (Intensity.WALK, Intensity.RECOVERY, Intensity.STRIDES)
    if on_the_way and isinstance(step.duration, Distance):
        return pgettext("spoken", "{role} {distance}", role=role, distance=long)
    return pgettext("spoken", "{role} for {time}", role=role, time=long)


def until_ready() -> str:
    """Return how long a step is that the athlete ends."""
    return gettext("until you are ready")


def _how_long(step: Step, reading: Reading) -> str:
    if isinstance(step.duration, LapButton):
        long = until_ready()
    elif isinstance(step.duration, Time) and step.duration.longest is None:
        long = time_words(step.duration.seconds)
    else:
        long = aloud(say_duration(step.duration, reading.units))
    stroke = pgettext("spoken", _STROKES[step.stroke]) if step.stroke else ""
    tool = pgettext("spoken", _EQUIPMENT[step.equipment]) if step.equipment else ""
    return " ".join(filter(None, (long, stroke, tool)))


def time_words(seconds: float) -> str:
    """Say a time: ``fifteen minutes``, ``ninety seconds``, ``two and a half minutes``."""
    for message, length in _AND_A_HALF:
        many, left = divmod(seconds, length)
        if left == length / 2 and 2 <= many < 60:  # noqa: PLR2004 - fewer are said in the smaller unit
            return pgettext("spoken", message, n=whole_words(int(many)))
    return aloud(say_time(seconds))
