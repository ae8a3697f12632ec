"""A workout with its repeats written out: every step in the order in which it is done."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.model.duration import Time
from workout_core.model.paths import item_path, key_path
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout


def unrolled(workout: Workout | Reading) -> Iterator[tuple[str, Step]]:
    """Yield the path and the step of everything that is done, in order.

    A step in a repeat comes once for each pass, always with the same path. A repeat that ends by a time or
    anything measured has as many passes as :class:`Reading` estimates. Where passes begin on the minute,
    what is left of each is a rest, with the path of the repeat. A skipped last rest is left out.

    Args:
        workout: or its reading, for the paces of an athlete.
    """
    reading = workout if isinstance(workout, Reading) else Readings().of(workout)
    yield from ((path, item) for path, item in unrolled_with_repeats(reading) if isinstance(item, Step))


def unrolled_with_repeats(reading: Reading) -> Iterator[tuple[str, Item | None]]:
    """Yield what :func:`unrolled` does, and each repeat before its first pass, and None after its last."""
    yield from _unrolled(reading.workout.items, reading, "")


def unrolled_with_starts(reading: Reading) -> Iterator[tuple[str, Step | None]]:
    """Yield what :func:`unrolled` does, but None for each rest until the next start, however short it is."""
    for path, item in _unrolled(reading.workout.items, reading, "", starts=True):
        if item is None or isinstance(item, Step):
            yield path, item


def _unrolled(
    items: tuple[Item, ...], reading: Reading, path: str, *, starts: bool = False
) -> Iterator[tuple[str, Item | None]]:
    """Yield the steps, and each repeat before and None after it; or None where the next pass *starts*."""
    steps = key_path(path, "steps")
    for index, item in enumerate(items):
        here = item_path(steps, index)
        if isinstance(item, Step):
            yield here, item
            continue
        yield here, item
        times = reading.passes(item)
        for number in range(times):
            last = item.skip_last_rest and number == times - 1
            yield from _unrolled(item.items[: len(item.items) - last], reading, here, starts=starts)
            if not starts:
                yield from ((here, rest) for rest in _rest_of_interval(item, reading))
            elif item.every is not None:
                yield here, None
        if not starts:
            yield here, None


def _rest_of_interval(repeat: Repeat, reading: Reading) -> Iterator[Step]:
    """Yield the rest until the next pass begins, where passes begin on the minute."""
    if repeat.every is not None:
        work = sum(reading.item_totals(item).time.value for item in repeat.items)
        if work < repeat.every:
            yield Step(duration=Time(repeat.every - work), intensity=Intensity.REST)
