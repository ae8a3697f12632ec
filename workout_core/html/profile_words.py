"""What stands over a step and over a repeat of a profile: from all there is to say to the shortest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.model.duration import LapButton
from workout_core.model.sets import BETWEEN
from workout_core.model.workout import Intensity, Repeat, Step
from workout_core.phrases import say_duration, say_item, say_passes
from workout_core.phrases.targets import target_words

_BRACKETS: Final = re.compile(r" \([^()]*\)")
_STOP: Final = re.compile(r"(?:,|:| at| each| from| with) ")
_COUNT: Final = re.compile(r"Once:|.* times:")


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
    amount = "lap" if isinstance(step.duration, LapButton) else say_duration(step.duration, reading.units)
    if step.exercise is not None:
        yield f"{amount} {step.exercise.name}"
        yield step.exercise.name
        return
    if step.target is None and step.intensity in BETWEEN:
        is_jog = step.intensity is not Intensity.RECOVERY or reading.sport.on_foot
        word = BETWEEN[step.intensity] if is_jog else "recovery"
        yield word if isinstance(step.duration, LapButton) else f"{amount} {word}"
    if step.target is not None:
        held = _BRACKETS.sub("", target_words(step.target, reading))
        yield f"{amount} {'' if held.startswith(('from ', 'in ')) else 'at '}{held}"
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
    if said.endswith(":") and not _COUNT.fullmatch(said):
        yield from ((words, False) for words in (said[:-1], *_shorter(said[:-1])))
    if repeat.times is not None:
        yield f"{say_passes(repeat)} {_TIMES}", False


def _shorter(words: str) -> Iterator[str]:
    """Yield the beginning of *words* up to each place where one may stop, the last one first."""
    for end in reversed([found.start() for found in _STOP.finditer(words)]):
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
    if step.target is None and step.intensity in BETWEEN:
        return options[0 if detail.rests else -1]
    is_whole = detail.targets is _Targets.ALL or (
        detail.targets is _Targets.FIRST and is_first and step.exercise is None
    )
    return options[0 if is_whole else -1]
