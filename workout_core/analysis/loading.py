"""More or less load: what ``load: +2.5kg`` changes in a workout."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from workout_core.analysis.plates import on_plates
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.athlete import PLATES
from workout_core.model.bounds import within
from workout_core.model.exercise import BodyWeight, Exercise, Load, OneRepMax, Weight
from workout_core.model.sets import rounds_of, sets_of, varied_sets
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout, map_steps
from workout_core.patterns import lazy_pattern
from workout_core.units import NUMBER, read_change, read_mass, share

DELOAD: Final = "deload"
MOST_KILOGRAMS: Final = 50.0
MOST_POINTS: Final = 0.3
LEAST_FACTOR, MOST_FACTOR = 0.5, 1.5
_CHANGE: Final = lazy_pattern(
    rf"(?P<sign>[+-])\s*(?:(?P<mass>{NUMBER}\s*(?:kg|lb)s?)|(?P<points>{NUMBER})\s*%\s*(?:of\s+)?1\s?RM|(?P<share>{NUMBER}\s*%))",
    re.IGNORECASE,
)


@frozen
class LoadChange:
    """How a week's load differs from that of the week it is like.

    Attributes:
        said: as it is written.
        kilograms: added to each weight, and to what is added to body weight.
        factor: of each load; weights are rounded to what plates allow.
        points: added to each share of a one-rep max: 0.05 makes 80 % of it 85 %.
        sets: so much of the sets and rounds are done, one at least.
    """

    said: str
    kilograms: float = 0.0
    factor: float = 1.0
    points: float = 0.0
    sets: float = 1.0


def read_load_change(text: str) -> LoadChange:
    """Read ``+2.5kg``, ``-10%``, ``+5% 1RM`` or ``deload``.

    A deload is a week of half the sets with a tenth less load. That sets and loads both go down for a week is
    what coaches agree on (L. Bell et al., *Sports Medicine - Open* 9, 2023); by how much is our convention.

    Raises:
        InvalidWorkout: it is none, or more than anybody adds in a week.
    """
    clean = text.strip().replace("\N{MINUS SIGN}", "-")
    if clean.casefold() == DELOAD:
        return LoadChange(DELOAD, factor=0.9, sets=0.5)
    found = _CHANGE.fullmatch(clean)
    if not found:
        raise InvalidWorkout(
            gettext(
                "{text} is not a change of load (like '+2.5kg', '-10%', '+5% 1RM' or 'deload')",
                text=shown(text),
            )
        )
    sign = 1 if found["sign"] == "+" else -1
    if found["mass"]:
        kilograms = sign * read_mass(found["mass"])
        within("a change of load", kilograms, -MOST_KILOGRAMS, MOST_KILOGRAMS, "kg")
        return LoadChange(clean, kilograms=kilograms)
    if found["points"]:
        points = sign * share(found["points"])
        within("a change of load", points, -MOST_POINTS, MOST_POINTS, "of 1RM")
        return LoadChange(clean, points=points)
    factor = read_change(clean.replace(" ", ""))
    if not LEAST_FACTOR <= factor <= MOST_FACTOR:
        raise InvalidWorkout(gettext("load must be -50% to +50%: {text}", text=shown(text)))
    return LoadChange(clean, factor=factor)


def with_load(workout: Workout, changes: Iterable[LoadChange], plates: float = PLATES) -> Workout:
    """Return *workout* with every one of *changes* made to its loads, in order.

    Body weight alone, bands and efforts stay as they are, and so does a share of a one-rep max when kilograms
    are added, and a weight in kilograms when points of one are.

    Raises:
        InvalidWorkout: a load would be nothing, or more than anybody lifts.
    """
    items = workout.items
    for change in changes:
        items = map_steps(items, lambda _, step, change=change: _changed(step, change, plates))  # type: ignore[misc]
        items = _in_sets(items, change.sets)
    return workout if items == workout.items else evolve(workout, items=items)


def _changed(step: Step, change: LoadChange, plates: float) -> Step:
    exercise = step.exercise
    if exercise is None or exercise.load is None:
        return step
    try:
        load = _load(exercise.load, change, plates)
    except InvalidWorkout as error:
        raise InvalidWorkout(
            gettext("{said} of {name}: {error}", said=change.said, name=repr(exercise.name), error=error)
        ) from None
    return step if load == exercise.load else evolve(step, exercise=_with(exercise, load))


def _with(exercise: Exercise, load: Load) -> Exercise:
    return evolve(exercise, load=load)


def _load(load: Load, change: LoadChange, plates: float) -> Load:
    if isinstance(load, Weight):
        return evolve(load, kilograms=_kilograms(load.kilograms, change, plates))
    if isinstance(load, OneRepMax):
        return OneRepMax(round(load.share * change.factor + change.points, 3))
    if isinstance(load, BodyWeight) and load.added:
        return BodyWeight(_kilograms(load.added, change, plates))
    return load


def _kilograms(kilograms: float, change: LoadChange, plates: float) -> float:
    """Return *kilograms* with the change; what is added is added, and a share is rounded to the plates."""
    if change.factor == 1:
        return round(kilograms + change.kilograms, 6) if change.kilograms else kilograms
    changed = on_plates(kilograms * change.factor, kilograms, plates)
    return max(kilograms, changed) if change.factor > 1 else min(kilograms, changed)


def _in_sets(items: tuple[Item, ...], part: float) -> tuple[Item, ...]:
    """Return *items* with a *part* of the sets and rounds, half of one rounded up."""
    if part == 1:
        return items
    made: list[Item] = []
    position = 0
    while position < len(items):
        varied = varied_sets(items, position)
        if varied is None or varied.steps[0].intensity is Intensity.WARMUP:
            made.append(_fewer(items[position], part))
            position += 1
            continue
        stride, count = 1 + (varied.rest is not None), _part(len(varied.steps), part)
        made += items[position : position + count * stride - varied.skips]
        position += varied.length
    return tuple(made)


def _part(count: int, part: float) -> int:
    return max(1, int(count * part + 0.5))


def _fewer(item: Item, part: float) -> Item:
    if not isinstance(item, Repeat):
        return item
    if item.times is None or not (sets_of(item) or rounds_of(item)):
        return evolve(item, items=_in_sets(item.items, part))
    return evolve(item, times=_part(item.times, part))
