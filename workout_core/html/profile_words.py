"""What stands over a step and over a repeat of a profile: from all there is to say to the shortest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.exercises.saying import say_exercise
from workout_core.languages import pgettext, pgettext_noop
from workout_core.model.duration import LapButton
from workout_core.model.workout import Intensity, Repeat, Step
from workout_core.phrases import say_duration, say_item, say_passes, say_repeat
from workout_core.phrases.targets import at_words, is_change, target_words

_BRACKETS: Final = re.compile(r" \([^()]*\)")


class _Targets(Enum):
    ALL = auto()
    FIRST = auto()
    NONE = auto()


class _Detail(NamedTuple):
    """Of which steps in brackets the target is told, and of which rests how they are spent."""

    targets: _Targets
    rests: bool


_DETAILS: Final = (
    _Detail(_Targets.ALL, rests=True),
    _Detail(_Targets.FIRST, rests=True),
    _Detail(_Targets.FIRST, rests=False),
    _Detail(_Targets.NONE, rests=True),
    _Detail(_Targets.NONE, rests=False),
)
"""The longest first."""
_BETWEEN: Final = MappingProxyType(
    {
        Intensity.REST: pgettext_noop("between repetitions", "rest"),
        Intensity.WALK: pgettext_noop("between repetitions", "walk"),
        Intensity.RECOVERY: pgettext_noop("between repetitions", "jog"),
    }
)
_NO_JOG: Final = pgettext_noop("between repetitions", "recovery")
_TIMES: Final = "\N{MULTIPLICATION SIGN}"
_MOST: Final = 4
"""So many steps of a repeat are told at most."""


def step_options(step: Step, reading: Reading) -> Iterator[str]:
    """Yield what to write over *step*, the longest first."""
    step = evolve(step, cue="")
    said = say_item(step, reading)
    yield said
    yield _BRACKETS.sub("", said)
    *longer, shortest = _short_options(step, reading)
    yield from longer
    if step.target is not None:
        yield say_item(evolve(step, target=None, second_target=None), reading)
    yield shortest


def _short_options(step: Step, reading: Reading) -> Iterator[str]:
    is_open = isinstance(step.duration, LapButton)
    amount = pgettext("until it is pressed", "lap") if is_open else say_duration(step.duration, reading.units)
    if step.exercise is not None:
        name = say_exercise(step.exercise.name)
        yield pgettext("12 reps Back squat, 400 m jog", "{amount} {what}", amount=amount, what=name)
        yield name
        return
    if step.target is None and step.intensity in _BETWEEN:
        is_jog = step.intensity is not Intensity.RECOVERY or reading.sport.on_foot
        word = pgettext("between repetitions", _BETWEEN[step.intensity] if is_jog else _NO_JOG)
        whole = pgettext("12 reps Back squat, 400 m jog", "{amount} {what}", amount=amount, what=word)
        yield word if is_open else whole
    if step.target is not None:
        held = _BRACKETS.sub("", target_words(step.target, reading, behind=True))
        yield f"{amount} {held if is_change(step.target, reading) else at_words(step.target, held)}"
    yield amount


def repeat_options(repeat: Repeat, reading: Reading) -> Iterator[tuple[str, bool]]:
    """Yield what to write over *repeat*, the longest first, and whether that tells its steps."""
    said = say_item(repeat, reading)
    if not said.endswith(":"):
        short = _BRACKETS.sub("", said)
        yield from ((words, True) for words in (said, short, *_shorter(short)))
    for detail in _DETAILS:
        if told := _in_brackets(repeat, reading, detail):
            yield told, True
    if said.endswith(":") and not _is_count(repeat, said, reading):
        yield from ((words, False) for words in (said[:-1], *_shorter(said[:-1])))
    if repeat.times is not None:
        yield f"{say_passes(repeat)} {_TIMES}", False


def _is_count(repeat: Repeat, said: str, reading: Reading) -> bool:
    """Tell whether nothing is *said* of *repeat* but how often, and by which clock."""
    is_counted = repeat.times is not None and repeat.cap is None
    is_plain = repeat.every is not None or not repeat.skip_last_rest
    return is_counted and is_plain and said == f"{say_repeat(repeat, reading.units)}:"


def _shorter(words: str) -> Iterator[str]:
    """Yield the beginning of *words* up to each place where one may stop, the last one first."""
    before = pgettext("words before which a line may be cut, with | between", "at|each|from|with")
    stop = re.compile(rf"(?:,|:| (?:{before})) ")
    for end in reversed([found.start() for found in stop.finditer(words)]):
        yield words[:end]


def _in_brackets(repeat: Repeat, reading: Reading, detail: _Detail) -> str:
    """Return ``6 × (800 m at 4:00/km, 400 m jog)``; nothing of what is by a clock or has too many steps."""
    if repeat.times is None or repeat.every is not None or repeat.cap is not None:
        return ""
    parts = [
        _part(item, reading, detail, is_first=not number)
        if isinstance(item, Step)
        else _in_brackets(item, reading, _DETAILS[-1])
        for number, item in enumerate(repeat.items)
    ]
    if len(parts) > _MOST or not all(parts):
        return ""
    inside = ", ".join(parts)
    often = f"{say_passes(repeat)} {_TIMES}"
    return f"{often} {inside}" if len(parts) == 1 else f"{often} ({inside})"


def _part(step: Step, reading: Reading, detail: _Detail, *, is_first: bool) -> str:
    """Return a step in brackets."""
    options = list(_short_options(step, reading))
    if step.target is None and step.intensity in _BETWEEN:
        return options[0 if detail.rests else -1]
    is_whole = detail.targets is _Targets.ALL or (
        detail.targets is _Targets.FIRST and is_first and step.exercise is None
    )
    return options[0 if is_whole else -1]
