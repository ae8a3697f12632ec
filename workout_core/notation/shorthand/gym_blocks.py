"""A line of gyms, or a part of one, that is one block: rounds, or work against the clock."""

from __future__ import annotations

from typing import Final

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

_READERS: Final = (
    (work_up, ("work", "build", "ramp")),
    (of_all, (":", "-")),
    (for_time, ("for",)),
    (by_steps, ("-",)),
    (tabata, ("tabata",)),
    (emom, ("emom", "every")),
    (amrap, ("amrap", "rounds")),
    (rounds, ()),
    (ends_in_rounds, ()),
    (intervals, ()),
    (superset, ("set", "ss", "s/s", "circuit")),
)
"""What reads a block, and what stands in one of its kind, so that few patterns are tried."""


def block(text: str, answers: Answers, speller: GymSpeller) -> str | None:
    """Return *text* as one block of the notation, if it is one.

    Raises:
        NotShorthand: it is one that is not understood.
        Ambiguous: it can be meant in several ways.
    """
    said = text.casefold()
    for read, words in _READERS:
        if words and not any(word in said for word in words):
            continue
        if (made := read(text, answers, speller)) is not None:
            return made
    return None
