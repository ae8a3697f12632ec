"""Paces, heart rates and power as efforts from 1 to 10, for an athlete without numbers."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from workout_core import (
    Quantity,
    Ramp,
    Range,
    Reading,
    Step,
    Target,
    TransformContext,
    Workout,
    gettext,
    map_steps,
    pgettext_noop,
    say_target,
)

MEASURED: Final = frozenset({Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER})
"""What one needs a watch, a strap or a meter for, and numbers of one's own."""


def by_effort(workout: Workout, context: TransformContext) -> Workout:
    """Return *workout* with an effort in the place of each pace, heart rate and power.

    How hard each is the core says (``Reading.known_effort``), for the athlete if one is known. A target of
    which nothing says how hard it is stays, and is told; so does the cadence beside one.
    """
    reading = context.reading(workout)

    def changed(path: str, step: Step) -> Step:
        return _changed(path, step, reading, context)

    items = map_steps(workout.items, changed)
    return workout if items is workout.items else evolve(workout, items=items)


def _changed(path: str, step: Step, reading: Reading, context: TransformContext) -> Step:
    targets = [target for target in (step.target, step.second_target) if target is not None]
    measured = [target for target in targets if target.quantity in MEASURED]
    if not measured:
        return step
    felt = [target for target in targets if target.quantity is Quantity.EFFORT] or [
        effort for target in measured if (effort := _effort(target, step, reading))
    ]
    if not felt:
        said = say_target(measured[0], reading.sport, units=reading.units)
        what = gettext(
            "{target} stays: nothing says how hard it is (give the athlete, or a zone or a named pace)",
            target=said,
        )
        context.lose(f"{path}.target", pgettext_noop("what a format lacks", "effort"), what)
        return step
    others = [target for target in targets if target.quantity is Quantity.CADENCE]
    first, second, *_ = felt[0], *others, None
    return evolve(step, target=first, second_target=second)


def _effort(target: Target, step: Step, reading: Reading) -> Target | None:
    """Return how hard *target* is, which climbs if the target does; None if nothing says it."""
    value = target.value
    ends = (
        [Range(end, end, value.of) for end in (value.start, value.end)]
        if isinstance(value, Ramp)
        else [value]
    )
    efforts = [
        reading.known_effort(Step(duration=step.duration, target=Target(target.quantity, end)))
        for end in ends
    ]
    known = [effort for effort in efforts if effort is not None]
    if len(known) < len(ends):
        return None
    first, last = known[0], known[-1]
    return Target(Quantity.EFFORT, Range(first, last) if first == last else Ramp(first, last))
