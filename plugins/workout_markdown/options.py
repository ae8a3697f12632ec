"""What people may choose about their logs."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

from workout_core import Capabilities, Feature, InvalidWorkout, Workout, parameter


class MarkdownSteps(Enum):
    """How steps are told."""

    WORDS = "words"
    NOTATION = "notation"
    NO = "no"


@frozen(kw_only=True)
class MarkdownOptions:
    """What ``-O`` sets for Markdown."""

    steps: MarkdownSteps = parameter(
        says="how steps are told: in words, in the notation, which reads back, or not at all",
        default=MarkdownSteps.WORDS,
    )
    numbers: bool = parameter(says="tell the athlete's numbers", default=True)
    coach_notes: bool = parameter(says="tell what was done in the weeks, for whoever coaches", default=False)

    def narrow(self, supports: Capabilities, workout: Workout | None) -> Capabilities:
        """Return what is carried of *workout*."""
        if self.steps is not MarkdownSteps.NOTATION or workout is None or _is_in_notation(workout):
            return supports
        return evolve(supports, features=supports.features - {Feature.EXERCISE})


def _is_in_notation(workout: Workout) -> bool:
    """Tell whether the notation has words for all steps; it has none for an exercise with a stroke, say."""
    from workout_core import format_steps

    try:
        format_steps(workout.items, workout.sport)
    except InvalidWorkout:
        return False
    return True
