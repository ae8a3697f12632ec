"""What a workout asks: minutes times session RPE, one measure for runs, drills and strength.

The session RPE is how hard the whole was (C. Foster, *J Strength Cond Res* 15:109, 2001), warm-up and rests
included. A rest between sets belongs to the set before it, and so does the way back from a drill: a session
of sets is rated like its sets (J. Kraft, J. Green and T. Gast, *J Strength Cond Res* 28:2042, 2014).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias

from workout_core.analysis.effort import HARD
from workout_core.analysis.totals import StepTotals, item_totals
from workout_core.model.sets import is_between
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Repeat, Step
from workout_core.science.load import session_rating, session_rpe

HARD_SECONDS: Final = 300.0
"""So long at a hard effort makes a session a hard one; a few strides do not."""
LONG_SECONDS: Final = 5400.0
"""So long makes one hard too, however easy."""
_BESIDE: Final = frozenset({Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.PILATES})
"""What may stand beside a hard day."""
StepEffort: TypeAlias = Callable[[Step], float]
"""Tells how hard a step is, from 1 to 10."""


class Stretch(NamedTuple):
    """So many *seconds* at an *effort* from 1 to 10."""

    seconds: float
    effort: float


def load_of(stretches: tuple[Stretch, ...]) -> float:
    """Return minutes times session RPE, all *stretches* together; more of anything never makes it less."""
    return session_rpe(sum(each.seconds for each in stretches), session_rating(stretches))


def is_hard(stretches: tuple[Stretch, ...], sport: Sport) -> bool:
    """Tell whether a workout should not follow another hard one: five minutes hard, or an hour and a half.

    Strength, mobility, yoga and pilates may stand beside a hard day, and are none.
    """
    if sport in _BESIDE:
        return False
    hard = sum(each.seconds for each in stretches if each.effort >= HARD)
    return hard >= HARD_SECONDS or sum(each.seconds for each in stretches) >= LONG_SECONDS


def stretches_of(items: tuple[Item, ...], effort: StepEffort, totals: StepTotals) -> Iterator[Stretch]:
    """Yield the stretches of *items*, one for each step; of a repeat, all its passes together.

    Args:
        items: steps and repeats.
        effort: tells how hard a step is.
        totals: tells how long it lasts.
    """
    of_set: float | None = None
    for item in items:
        if isinstance(item, Repeat):
            yield from _of_repeat(item, effort, totals)
            of_set = None
            continue
        hard = of_set if of_set is not None and is_between(item) else effort(item)
        of_set = hard if _is_of_set(item, of_set) else None
        yield Stretch(totals(item).time.value, hard)


def _is_of_set(step: Step, before: float | None) -> bool:
    return step.exercise is not None or (before is not None and is_between(step))


def _of_repeat(repeat: Repeat, effort: StepEffort, totals: StepTotals) -> Iterator[Stretch]:
    once = list(stretches_of(repeat.items, effort, totals))
    if repeat.times is not None and repeat.every is None and repeat.cap is None:
        times = repeat.times
        for number, each in enumerate(once, start=1):
            left_out = repeat.skip_last_rest and number == len(once)
            yield Stretch(each.seconds * (times - left_out), each.effort)
        return
    seconds = sum(each.seconds for each in once)
    whole = item_totals(repeat, totals).time.value
    for each in once:
        yield Stretch(whole * (each.seconds / seconds if seconds else 1 / len(once)), each.effort)
