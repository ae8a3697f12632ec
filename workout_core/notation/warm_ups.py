"""Warm-up sets that a working set says: ``Back squat 3x5 @ 100kg, warm up to 80kg``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from workout_core.analysis.plates import on_plates
from workout_core.languages import gettext
from workout_core.model.duration import Reps
from workout_core.model.exercise import Load, OneRepMax, Weight
from workout_core.model.workout import Intensity, Step
from workout_core.notation.layout import Part
from workout_core.notation.loads import read_load
from workout_core.notation.rests import placed
from workout_core.notation.suggestions import NotationError
from workout_core.patterns import lazy_pattern
from workout_core.science.strength import WARM_UP

WARM_UP_TO: Final = r"(?:warm[\s-]?up|WU)(?:\s+sets)?\s+(?:up\s+)?to\b"
_WARM_UP: Final = lazy_pattern(rf"{WARM_UP_TO}\s*(?P<top>.*)", re.IGNORECASE)


def is_warm_up(words: str) -> bool:
    """Tell whether *words* ask for warm-up sets."""
    return _WARM_UP.match(words) is not None


def read_top(piece: Part) -> Load | None:
    """Return the load that *piece* warms up to, if it says so.

    Raises:
        NotationError: it is no weight.
    """
    found = _WARM_UP.fullmatch(piece.text)
    if not found:
        return None
    top: Load | None = placed(piece.offset, lambda: read_load(found["top"]))
    if not isinstance(top, (Weight, OneRepMax)):
        raise NotationError(
            gettext("warm up to how much? (like 'warm up to 80kg')"), piece.offset + found.start("top")
        )
    return top


def warm_ups(step: Step, top: Load, offset: int) -> Iterator[Step]:
    """Yield the sets that lead up to *top*, before the working sets that *step* is one of.

    Raises:
        NotationError: the working sets are no heavier.
    """
    exercise, load = step.exercise, step.exercise.load if step.exercise else None
    if exercise is None or type(load) is not type(top) or _number(load) <= _number(top):
        raise NotationError(
            gettext("warm-up sets are lighter than the working sets (like '3x5 @ 100kg, warm up to 80kg')"),
            offset,
        )
    before = 0.0
    for share, reps in WARM_UP:
        lighter = _lighter(load, top, share)
        if before < _number(lighter):
            yield evolve(
                step,
                duration=Reps(reps),
                intensity=Intensity.WARMUP,
                target=None,
                second_target=None,
                exercise=evolve(exercise, load=lighter),
            )
        before = _number(lighter)


def _number(load: Load | None) -> float:
    return load.kilograms if isinstance(load, Weight) else load.share if isinstance(load, OneRepMax) else 0.0


def _lighter(load: Load | None, top: Load, share: float) -> Load:
    """Return a *share* of *top* on the implements of the working *load*, rounded to what plates allow."""
    if not isinstance(load, Weight):
        return OneRepMax(max(0.05, int(round(_number(top) * share * 100, 6) + 0.5) / 100))
    heaviest = _number(top)
    kilograms = heaviest if share == 1 else min(on_plates(heaviest * share, heaviest), heaviest)
    return evolve(load, kilograms=kilograms)
