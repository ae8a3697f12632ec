"""Whether metres in a text are minutes: a question that no step answers alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workout_core.analysis.minutes import Told, asked
from workout_core.model.workout import Step
from workout_core.notation.step import StepRead
from workout_core.notation.suggestions import NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import PLAIN_METRES, ask_for_minutes

_OF_POOLS: Final = lazy_pattern(r"/\s*100\s?(?:m|yd)\b", re.IGNORECASE)
"""A pace that nobody has on land."""


class StepLengths:
    """The steps of a text in order, with the offsets of their lengths."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._offsets: list[int] = []

    def add(self, read: StepRead, offset: int, *, repeated: bool) -> Step:
        """Keep the step that begins at *offset*, and return it."""
        at = read.metres_at
        self._told.append(Told(read.step, at is not None, repeated))
        self._offsets.append(offset + (at or 0))
        return read.step

    def questions(self, text: str, *, in_water: bool) -> Iterator[NotationError]:
        """Yield what to ask of *text*."""
        for number in asked(self._told, in_water=in_water or _OF_POOLS.search(text) is not None):
            at = self._offsets[number]
            if found := PLAIN_METRES.match(text, at):
                yield NotationError(ask_for_minutes(found[0]), at)
