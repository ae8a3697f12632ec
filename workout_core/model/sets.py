"""Which repeats are sets of one exercise, and which are rounds of several: supersets and circuits."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.model.duration import Distance, MaxReps, Reps, Time
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.patterns import lazy_pattern

LETTERED: Final = lazy_pattern(r"([A-Z])([1-9])")
"""How coaches mark the exercises of a superset: A1, A2."""
BETWEEN: Final = MappingProxyType({Intensity.REST: "rest", Intensity.WALK: "walk", Intensity.RECOVERY: "jog"})
"""What is done between sets, and the words for it."""


_WORK: Final = ("target", "second_target", "name", "cue", "exercise", "stroke", "equipment")
"""What a step has that is more than a rest."""


_DIFFER: Final = (Reps, Time, MaxReps)
MOST_VARIED: Final = 20
"""As many sets as one line holds."""


class Sets(NamedTuple):
    """Sets of one exercise, with the *rest* after each, if there is one."""

    step: Step
    rest: Step | None


class Rounds(NamedTuple):
    """Rounds of several exercises: the *items* of one, and the *rest* after it, if there is one."""

    items: tuple[Item, ...]
    rest: Step | None


class VariedSets(NamedTuple):
    """Sets of one exercise that differ in how much or how heavy they are, one after the other.

    Attributes:
        steps: each set.
        rest: after each, if there is one.
        skips: whether it is left out after the last.
        length: how many items they are.
    """

    steps: tuple[Step, ...]
    rest: Step | None
    skips: bool
    length: int


def varied_sets(items: Sequence[Item], start: int) -> VariedSets | None:
    """Return the sets that differ from *start* on among *items*, if there are two or more."""
    first = items[start]
    if not isinstance(first, Step) or first.exercise is None or not isinstance(first.duration, _DIFFER):
        return None
    after = items[start + 1] if start + 1 < len(items) else None
    rest = after if isinstance(after, Step) and is_between(after) else None
    stride, steps, position = 1 + (rest is not None), [first], start
    while len(steps) < MOST_VARIED and (position := position + stride) < len(items):
        step = items[position]
        if (
            items[position - 1] != (rest or steps[-1])
            or not isinstance(step, Step)
            or not _alike(first, step)
        ):
            break
        steps.append(step)
    if len(set(steps)) == 1:
        return None
    end = start + stride * len(steps)
    skips = rest is not None and (end > len(items) or items[end - 1] != rest)
    return VariedSets(tuple(steps), rest, skips, end - start - skips)


def _alike(first: Step, step: Step) -> bool:
    """Tell whether *step* differs from *first* in how much and how heavy it is only."""
    if step.exercise is None or first.exercise is None or not isinstance(step.duration, _DIFFER):
        return False
    bare = evolve(step, duration=first.duration, exercise=evolve(step.exercise, load=first.exercise.load))
    return bare == first and type(step.exercise.load) is type(first.exercise.load)


def sets_of(repeat: Repeat) -> Sets | None:
    """Return what *repeat* does in sets, if it is a counted repeat of one exercise, perhaps with a rest."""
    items, rest = _without_rest(repeat)
    if repeat.times is None or _by_the_clock(repeat) or len(items) > 1:
        return None
    (step,) = items
    return Sets(step, rest) if isinstance(step, Step) and step.exercise is not None else None


def rounds_of(repeat: Repeat) -> Rounds | None:
    """Return what *repeat* does in rounds, if it is a repeat of several exercises by themselves."""
    items, rest = _without_rest(repeat)
    exercises = [item for item in items if isinstance(item, Step) and item.exercise is not None]
    return Rounds(items, rest) if len(exercises) > 1 else None


def is_of_exercises(repeat: Repeat) -> bool:
    """Tell whether *repeat* holds exercises and rests, and nothing else."""
    work = [item for item in repeat.items if not is_between(item)]
    return bool(work) and all(isinstance(item, Step) and item.exercise is not None for item in work)


def is_send_off(repeat: Repeat) -> bool:
    """Tell whether *repeat* is one step, begun at an interval, as swimmers do: ``10 x 50 m on 1:00``."""
    only = repeat.items[0] if len(repeat.items) == 1 else None
    return repeat.every is not None and isinstance(only, Step) and only.exercise is None


def is_between(item: Item) -> bool:
    """Tell whether *item* is a rest, a walk or a jog and nothing else."""
    return isinstance(item, Step) and item.intensity in BETWEEN and not any(map(item.__getattribute__, _WORK))


def is_way_back(rest: Step, step: Step) -> bool:
    """Tell whether *rest* is the way back over the distance of *step*."""
    goes = rest.intensity is not Intensity.REST and isinstance(rest.duration, Distance)
    return goes and rest.duration == step.duration


def _by_the_clock(repeat: Repeat) -> bool:
    return repeat.every is not None or repeat.cap is not None


def _without_rest(repeat: Repeat) -> tuple[tuple[Item, ...], Step | None]:
    last = repeat.items[-1]
    if len(repeat.items) > 1 and isinstance(last, Step) and is_between(last):
        return repeat.items[:-1], last
    return repeat.items, None
