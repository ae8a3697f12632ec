"""What one line asks for, and what is doubtful about it."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core import Distance, Feature, Intensity, LapButton, Target, Time

LAP_SECONDS: Final = 60
"""What a step until the lap button is written as; the builder wants a time for its totals."""


@frozen
class Doubt:
    """Something about a line that is likely to be a mistake.

    Attributes:
        column: in the line, from 0.
        message: what is wrong.
    """

    column: int
    message: str


@frozen(kw_only=True)
class StepLine:
    """What a line asks for.

    Attributes:
        duration: of the step.
        target: what to hold, if anything.
        second: another quantity to hold.
        intensity: the part it plays, where the line says so.
        cue: the words that are left.
        rest: a rest behind it, ``30s rest``.
        doubts: what is likely to be a mistake.
        losses: triples of a field of the step, a kind and what became of it.
    """

    duration: Time | Distance | LapButton
    target: Target | None = None
    second: Target | None = None
    intensity: Intensity | None = None
    cue: str = ""
    rest: Time | None = None
    doubts: tuple[Doubt, ...] = ()
    losses: tuple[tuple[str, Feature | str, str], ...] = ()
