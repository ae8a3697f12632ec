"""What a workout asks: session RPE, minutes times effort, one measure for runs, drills and strength.

A rest between sets belongs to the set before it, and so does the way back from a drill: the scale asks how
hard the whole was (C. Foster, *J Strength Cond Res* 15:109, 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from workout_core.analysis.effort import HARD, effort_of
from workout_core.analysis.totals import item_totals, step_totals
from workout_core.model.athlete import Athlete
from workout_core.model.sets import is_between
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Repeat, Step, Workout
from workout_core.science.load import session_rpe

UNKNOWN: Final = 5.0
"""Effort of work of which nothing says how hard it is."""
GENTLE: Final = 3.0
"""The same, of sports that are gentle."""
HARD_SECONDS: Final = 300.0
"""So long at a hard effort makes a session a hard one; a few strides do not."""
LONG_SECONDS: Final = 5400.0
"""So long makes one hard too, however easy."""
_GENTLE: Final = frozenset({Sport.MOBILITY, Sport.YOGA, Sport.PILATES, Sport.WALKING})
_BESIDE: Final = frozenset({Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.PILATES})
"""What may stand beside a hard day."""


@frozen
class Part:
    """So many *seconds* at an *effort* from 1 to 10."""

    seconds: float
    effort: float


def session_load(workout: Workout, athlete: Athlete | None = None) -> float:
    """Return minutes times effort, all parts together."""
    return sum(session_rpe(part.seconds, part.effort) for part in parts_of(workout, athlete))


def is_hard(workout: Workout, athlete: Athlete | None = None) -> bool:
    """Tell whether *workout* should not follow another hard one: five minutes hard, or an hour and a half.

    Strength, mobility, yoga and pilates may stand beside a hard day, and are none.
    """
    if workout.sport in _BESIDE:
        return False
    parts = list(parts_of(workout, athlete))
    hard = sum(part.seconds for part in parts if part.effort >= HARD)
    return hard >= HARD_SECONDS or sum(part.seconds for part in parts) >= LONG_SECONDS


def parts_of(workout: Workout, athlete: Athlete | None = None) -> Iterator[Part]:
    """Yield the parts of *workout*, one for each step; of a repeat, all its passes together."""
    yield from _parts(workout.items, workout.sport, athlete)


def _parts(items: tuple[Item, ...], sport: Sport, athlete: Athlete | None) -> Iterator[Part]:
    of_set: float | None = None
    for item in items:
        if isinstance(item, Repeat):
            yield from _of_repeat(item, sport, athlete)
            of_set = None
            continue
        effort = effort_of(item, sport, athlete)
        if of_set is not None and is_between(item):
            effort = of_set
        elif effort is None:
            effort = GENTLE if sport in _GENTLE else UNKNOWN
        of_set = effort if _is_of_set(item, of_set) else None
        yield Part(step_totals(item, sport, athlete).time.value, effort)


def _is_of_set(step: Step, before: float | None) -> bool:
    return step.exercise is not None or (before is not None and is_between(step))


def _of_repeat(repeat: Repeat, sport: Sport, athlete: Athlete | None) -> Iterator[Part]:
    once = list(_parts(repeat.items, sport, athlete))
    if repeat.times is not None and repeat.every is None and repeat.cap is None:
        times = repeat.times
        for number, part in enumerate(once, start=1):
            left_out = repeat.skip_last_rest and number == len(once)
            yield Part(part.seconds * (times - left_out), part.effort)
        return
    seconds = sum(part.seconds for part in once)
    whole = item_totals(repeat, sport, athlete).time.value
    for part in once:
        yield Part(whole * (part.seconds / seconds if seconds else 1 / len(once)), part.effort)
