"""Every step by time, so that a voice that cannot see the athlete stays in step with them."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from workout_core import (
    ExportError,
    InvalidWorkout,
    Item,
    MaxReps,
    Reading,
    Repeat,
    Reps,
    Step,
    Time,
    TransformContext,
    Workout,
    gettext,
    item_path,
    key_path,
    pgettext_noop,
    say_duration,
)

SECONDS: Final = 5.0
"""To which estimated times are rounded."""
MOST_PASSES: Final = 1000


def by_time(workout: Workout, context: TransformContext) -> Workout:
    """Return *workout* with a time in the place of each distance, lap button and other open end.

    The time is the one that the reading says, for the athlete if one is known, to five seconds. Of a range
    of times the lower end is kept. Sets that are counted stay, and so does what begins on the clock or
    is done against it. All that changes is told, and each set that stays.

    Raises:
        ExportError: a step would take longer than any may.
    """
    reading = context.reading(workout)
    items = _timed(workout.items, "", reading, context)
    return workout if items == workout.items else evolve(workout, items=items)


def _timed(
    items: tuple[Item, ...], path: str, reading: Reading, context: TransformContext
) -> tuple[Item, ...]:
    steps = key_path(path, "steps")
    made: list[Item] = []
    for index, item in enumerate(items):
        here = item_path(steps, index)
        made.append(
            _step(item, here, reading, context)
            if isinstance(item, Step)
            else _repeat(item, here, reading, context)
        )
    return tuple(made)


def _step(step: Step, path: str, reading: Reading, context: TransformContext) -> Step:
    old = step.duration
    if isinstance(old, (Reps, MaxReps)):
        said = say_duration(old, reading.units)
        what = gettext("{amount} as before: nobody knows how long that takes", amount=said)
        context.lose(path, pgettext_noop("what a format lacks", "length"), what)
        return step
    if isinstance(old, Time):
        new = Time(old.seconds)
    else:
        sides = 2 if step.exercise is not None and step.exercise.per_side else 1
        seconds = reading.step_totals(step).time.value / sides
        new = _rounded(seconds, path)
    if new == old:
        return step
    said, before = (say_duration(each, reading.units) for each in (new, old))
    what = gettext("{new} instead of {old}", new=said, old=before)
    context.lose(path, pgettext_noop("what a format lacks", "length"), what)
    return evolve(step, duration=new)


def _rounded(seconds: float, path: str) -> Time:
    try:
        return Time(max(SECONDS, round(seconds / SECONDS) * SECONDS))
    except InvalidWorkout as error:
        raise ExportError(f"{path}: {error}") from error


def _repeat(repeat: Repeat, path: str, reading: Reading, context: TransformContext) -> Repeat:
    if repeat.every is not None or repeat.cap is not None:
        return repeat
    items = _timed(repeat.items, path, reading, context)
    if repeat.until is None or isinstance(repeat.until, Time):
        return repeat if items == repeat.items else evolve(repeat, items=items)
    times = min(reading.passes(repeat), MOST_PASSES)
    what = gettext("{new} instead of {old}", new=times, old=say_duration(repeat.until, reading.units))
    context.lose(path, pgettext_noop("what a format lacks", "passes"), what)
    return evolve(repeat, items=items, until=None, times=times)
