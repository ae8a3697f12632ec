"""From a workout to its script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workout_core.analysis.reading import Reading
from workout_core.analysis.unrolled import unrolled
from workout_core.model.workout import Step
from workout_core.phrases.outline import say_item
from workout_core.speech.script import Chapter, Script, SpokenKind, SpokenLine, Talk

SECONDS_A_CHARACTER = 1 / 14
"""English is read aloud at about 160 words a minute; a word has five letters and a space."""


def usual_seconds(text: str) -> float:
    """Return about how many seconds it takes to say *text*."""
    return 0.3 + len(text) * SECONDS_A_CHARACTER


def script_of(
    reading: Reading,
    talk: Talk | None = None,  # noqa: ARG001
    seconds_of: Callable[[str], float] = usual_seconds,
) -> Script:
    """Return what is said during a workout.

    Args:
        reading: the workout, for its athlete.
        talk: how much; None for what suits the workout.
        seconds_of: tells how long a voice takes to say a text.
    """
    starts = tuple(_starts(reading))
    end = starts[-1][0] + reading.item_totals(starts[-1][2]).time.value if starts else 0.0
    lines = tuple(
        SpokenLine(at=at, lasts=seconds_of(step.cue), text=step.cue, kind=SpokenKind.CUE, path=path)
        for at, path, step in starts
        if step.cue
    )
    return Script(
        title=reading.workout.name,
        lines=lines,
        beeps=tuple(at for at, _, _ in starts[1:]),
        chapters=tuple(Chapter(at=at, title=say_item(step, reading), path=path) for at, path, step in starts),
        seconds=end,
        is_exact=all(reading.item_totals(step).time.exact for _, _, step in starts),
        left_out=(),
    )


def _starts(reading: Reading) -> Iterator[tuple[float, str, Step]]:
    at = 0.0
    for path, step in unrolled(reading):
        yield at, path, step
        at += reading.item_totals(step).time.value
