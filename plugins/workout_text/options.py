"""What people may choose about their texts."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

from workout_core import Capabilities, Feature, InvalidWorkout, Workout, parameter


class TextSteps(Enum):
    """How steps are told."""

    WORDS = "words"
    NOTATION = "notation"
    NO = "no"


@frozen(kw_only=True)
class TextOptions:
    """What ``-O`` sets for plain text."""

    steps: TextSteps = parameter(
        says="how steps are told: in words, in the notation, which reads back, or not at all",
        default=TextSteps.WORDS,
    )
    bullet: str = parameter(says="what stands before each step in words", default="-")

    def narrow(self, supports: Capabilities, workout: Workout | None) -> Capabilities:
        """Return what is carried: below steps in the notation there is nothing else."""
        if self.steps is not TextSteps.NOTATION:
            return supports
        lacking = {Feature.LINKS}
        if workout is not None and not _is_in_notation(workout):
            lacking.add(Feature.EXERCISE)
        return evolve(supports, features=supports.features - lacking)


def _is_in_notation(workout: Workout) -> bool:
    """Tell whether the notation has words for all steps; it has none for an exercise with a stroke, say."""
    from workout_core import format_steps

    try:
        format_steps(workout.items, workout.sport)
    except InvalidWorkout:
        return False
    return True
