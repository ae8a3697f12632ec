"""What stands over a step and over a repeat of a profile: from all there is to say to the shortest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.model.duration import LapButton
from workout_core.model.workout import Repeat, Step
from workout_core.phrases import say_duration, say_item, say_passes
from workout_core.phrases.targets import target_words

_BRACKETS: Final = re.compile(r" \([^()]*\)")
_STOP: Final = re.compile(r"(?:,|:| at| each| from| with) ")
_COUNT: Final = re.compile(r"Once:|.* times:")
_SHORTEST: Final = 2
"""Of steps in brackets: 0 with all targets, 1 with that of the first, 2 without."""
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
    for shortness in range(_SHORTEST + 1):
        if told := _in_brackets(repeat, reading, shortness):
            yield told, True
    if said.endswith(":") and not _COUNT.fullmatch(said):
        yield from ((words, False) for words in (said[:-1], *_shorter(said[:-1])))
    if repeat.times is not None:
        yield f"{say_passes(repeat)} {_TIMES}", False


def _shorter(words: str) -> Iterator[str]:
    """Yield the beginning of *words* up to each place where one may stop, the last one first."""
    for end in reversed([found.start() for found in _STOP.finditer(words)]):
        yield words[:end]


def _in_brackets(repeat: Repeat, reading: Reading, shortness: int) -> str:
    """Return ``6 × (800 m at 4:00/km, 400 m)``; nothing of what is by a clock or has too many steps."""
    if repeat.times is None or repeat.every is not None or repeat.cap is not None:
        return ""
    parts = [
        list(_short_options(item, reading))[0 if shortness == 0 or (shortness == 1 and number == 0) else -1]
        if isinstance(item, Step)
        else _in_brackets(item, reading, _SHORTEST)
        for number, item in enumerate(repeat.items)
    ]
    if len(parts) > _MOST or not all(parts):
        return ""
    inside = ", ".join(parts)
    often = f"{say_passes(repeat)} {_TIMES}"
    return f"{often} {inside}" if len(parts) == 1 else f"{often} ({inside})"
