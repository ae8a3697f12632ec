"""What a service has lost of a workout: its steps as they were sent beside those that it gives back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from typing import Final

from workout_core.analysis.unrolled import unrolled
from workout_core.model.workout import Workout
from workout_core.phrases.step_lines import say_step

MOST: Final = 5
"""Differences of a workout that are told; the others are counted."""
MOST_STEPS: Final = 1000
"""Steps that are compared."""


def lost(sent: Workout, returned: Workout) -> Iterator[str]:
    """Yield what is different in *returned*, a line for each kind of difference.

    Both are read from files of one format, and repeats are written out: only what the service did counts.
    """
    if sent.sport is not returned.sport:
        yield f"{sent.sport.title} became {returned.sport.title}"
    before, after = _steps(sent), _steps(returned)
    kinds: dict[str, list[int]] = {}
    for number, was, now in _differences(before, after):
        kinds.setdefault(_said(was, now), []).append(number)
    for said, numbers in list(kinds.items())[:MOST]:
        more = f" (and {len(numbers) - 1} like it)" if len(numbers) > 1 else ""
        yield f"step {numbers[0]} of {len(before)}: {said}{more}"
    if len(kinds) > MOST:
        yield f"and {len(kinds) - MOST} more differences"


def _steps(workout: Workout) -> list[str]:
    """Return the words of each step; nobody does as many as are left out, but a file may say so."""
    return [say_step(step, workout.sport) for _, step in islice(unrolled(workout), MOST_STEPS)]


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the number of a step, from 1, and what it was and is; nothing for one that is missing."""
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            for offset, (was, now) in enumerate(zip_longest(before[i:j], after[k:m], fillvalue="")):
                yield min(i + offset + 1, max(len(before), 1)), was, now


def _said(was: str, now: str) -> str:
    if was and now:
        return f"{was!r} became {now!r}"
    return f"{was!r} is not there" if was else f"{now!r} was added"
