"""A line of gyms, or a part of one, that is one block: rounds, or work against the clock."""

from __future__ import annotations

from workout_core.notation.shorthand.gym_clock import amrap, by_steps, emom, for_time, tabata, work_up
from workout_core.notation.shorthand.gym_rounds import (
    Answers,
    ends_in_rounds,
    intervals,
    of_all,
    rounds,
    superset,
)
from workout_core.notation.shorthand.gym_spelling import GymSpeller


def block(text: str, answers: Answers, speller: GymSpeller) -> str | None:
    """Return *text* as one block of the notation, if it is one.

    Raises:
        NotShorthand: it is one that is not understood.
        Ambiguous: it can be meant in several ways.
    """
    for read in (
        work_up,
        of_all,
        for_time,
        by_steps,
        tabata,
        emom,
        amrap,
        rounds,
        ends_in_rounds,
        intervals,
        superset,
    ):
        if (made := read(text, answers, speller)) is not None:
            return made
    return None
