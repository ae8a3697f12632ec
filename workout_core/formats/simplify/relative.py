"""What refers to an athlete's numbers: kept if the format carries it, else in numbers, else in words.

A format that has shares of a threshold and no numbers gets the shares that numbers are for the athlete.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from attrs import evolve

from workout_core.analysis.meanings import with_targets
from workout_core.analysis.reading import Reading
from workout_core.analysis.relative_paces import needs_nobody, with_room
from workout_core.analysis.resolve import in_numbers as numbers_of
from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.formats.capabilities import Feature
from workout_core.formats.features import LOADS, QUANTITIES, SHARES, feature_of_value
from workout_core.formats.losses import Loss
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.targets import SHARE_DECIMALS, is_carried
from workout_core.model.athlete import Race
from workout_core.model.exercise import Exercise, OneRepMax
from workout_core.model.target import Ramp, Range, Reference, RepTime, Target
from workout_core.model.workout import Item, Step, map_steps
from workout_core.phrases import say_load, say_target

_OF_THE_WHOLE: Final = tuple(each for each in Reference if each is not Reference.HEART_RATE_RESERVE)
"""What a share is a simple part of; a reserve begins at the resting heart rate."""


def in_numbers(items: tuple[Item, ...], ledger: Ledger) -> tuple[Item, ...]:
    """Return *items* with the athlete's numbers for what the format does not carry as it is written.

    What the athlete lacks is left as it is, and written down: it becomes words. Only numbers that the format
    has a place for are asked for. Without an athlete, only what needs none becomes numbers.
    """
    reading = ledger.reading or Reading.of_items(items, ledger.sport)
    if reading.athlete is None and not _has_numbers_of_its_own(items, reading.workout.goal):
        return items
    return map_steps(items, partial(_step, reading=reading, ledger=ledger))


def _has_numbers_of_its_own(items: tuple[Item, ...], goal: Race | None) -> bool:
    """Tell whether a step holds what becomes numbers without an athlete."""
    for item in items:
        if isinstance(item, Step):
            first, second = item.target, item.second_target
            if first is not None and (needs_nobody(first, goal) or (second and needs_nobody(second, goal))):
                return True
        elif _has_numbers_of_its_own(item.items, goal):
            return True
    return False


def _step(path: str, step: Step, reading: Reading, ledger: Ledger) -> Step:
    target, second, exercise = step.target, step.second_target, step.exercise
    if target is not None:
        target = _target(target, f"{path}.target", reading, ledger)
    if second is not None:
        second = _target(second, f"{path}.second_target", reading, ledger)
    if exercise is not None:
        exercise = _exercise(exercise, f"{path}.exercise.load", reading, ledger)
    made = with_targets(step, target, second)
    return made if exercise is step.exercise else evolve(made, exercise=exercise)


def _target(target: Target, path: str, reading: Reading, ledger: Ledger) -> Target:
    is_alone = needs_nobody(target, reading.workout.goal)
    if reading.athlete is None and not is_alone:
        return target
    has_numbers = QUANTITIES[target.quantity] in ledger.supports
    reference = None if has_numbers or reading.athlete is None else _reference(target, ledger)
    is_kept = Feature.RELATIVE in ledger.supports or not has_numbers or isinstance(target.value, RepTime)
    if is_kept and is_carried(target, ledger.supports):
        return target
    if is_alone and not has_numbers and reference is None:
        return target
    try:
        resolved = reading.target(target)
        if QUANTITIES[resolved.quantity] in ledger.supports:
            return with_room(target, resolved, reading.tolerance)
        reference = _reference(resolved, ledger)
        return resolved if reference is None else _share(resolved, reference, reading)
    except (MissingThreshold, InvalidWorkout) as error:
        if has_numbers or _reference(target, ledger) is not None:
            told = ledger.told(say_target(target, ledger.sport))
            ledger.lack(target, _lacking(path, feature_of_value(target), told, error))
        return target


def _reference(target: Target, ledger: Ledger) -> Reference | None:
    """Return what the format has shares of, of the quantity of *target*; None if it has none."""
    return next(
        (
            reference
            for reference in _OF_THE_WHOLE
            if reference.quantity is target.quantity and SHARES[reference] in ledger.supports
        ),
        None,
    )


def _share(target: Target, reference: Reference, reading: Reading) -> Target:
    """Return *target*, which is in numbers, as shares of the athlete's *reference*."""
    whole_target = Target(target.quantity, Range(1.0, 1.0, reference))
    whole = reading.athlete and numbers_of(whole_target, reading.athlete).value
    value = target.value
    if not isinstance(whole, Range) or not isinstance(value, (Range, Ramp)):
        return target
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    start, end = (round(each / whole.low, SHARE_DECIMALS) for each in ends)
    is_ramp = isinstance(value, Ramp) and start != end
    return Target(target.quantity, Ramp(start, end, reference) if is_ramp else Range(start, end, reference))


def _exercise(exercise: Exercise, path: str, reading: Reading, ledger: Ledger) -> Exercise:
    if not isinstance(exercise.load, OneRepMax):
        return exercise
    features = ledger.supports.features
    has_numbers = features >= {Feature.EXERCISE, Feature.WEIGHT}
    is_kept = Feature.RELATIVE in features or not has_numbers
    if is_kept and features >= {Feature.EXERCISE, Feature.ONE_REP_MAX}:
        return exercise
    try:
        return reading.exercise(exercise)
    except (MissingThreshold, InvalidWorkout) as error:
        if has_numbers:
            told = ledger.told(say_load(exercise.load))
            ledger.lack(exercise, _lacking(path, LOADS[OneRepMax], told, error))
        return exercise


def _lacking(path: str, kind: Feature, told: str, error: Exception) -> Loss:
    return Loss(path, kind, f"{told}: {error}", needs=str(error))
