"""A few words for a workout that nobody has given a name: ``Easy 30 min``, ``6 × 800 m``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core.estimate import totals
from workout_core.model.plan import Event
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.words.amounts import say_distance, say_duration, say_time

MOST: Final = 3
_AROUND: Final = frozenset(
    {Intensity.WARMUP, Intensity.COOLDOWN, Intensity.REST, Intensity.RECOVERY, Intensity.WALK}
)
_ROLES: Final = {Intensity.EASY: "Easy", Intensity.STEADY: "Steady", Intensity.STRIDES: "Strides"}


def say_items(items: tuple[Item, ...], sport: Sport) -> str:
    """Say what *items* are mainly, in a line: warm-up, cool-down and rests go without saying."""
    parts = [_part(item) for item in items if not _is_around(item)] or [_part(item) for item in items]
    if all(isinstance(item, Step) and item.exercise for item in items) and len(parts) > MOST:
        return f"{sport.title}: {len(parts)} exercises"
    more = " + \N{HORIZONTAL ELLIPSIS}" if len(parts) > MOST else ""
    text = " + ".join(parts[:MOST]) + more
    return text[0].upper() + text[1:]


def _is_around(item: Item) -> bool:
    return isinstance(item, Step) and item.intensity in _AROUND


def _part(item: Item) -> str:
    if isinstance(item, Step):
        called = item.name or (item.exercise.name if item.exercise else _ROLES.get(item.intensity, ""))
        return " ".join(filter(None, (called, say_duration(item.duration))))
    inner = next((each for each in item.items if not _is_around(each)), item.items[0])
    often = f"{item.times} \N{MULTIPLICATION SIGN} " if item.until is None else ""
    if isinstance(inner, Step) and (inner.exercise or inner.name):
        called = inner.exercise.name if inner.exercise else inner.name
        return f"{called} {often}{say_duration(inner.duration)}"
    part = _part(inner)
    return f"{often}({part})" if isinstance(inner, Repeat) else f"{often}{part}"


def say_change_of_volume(before: Workout | Event, after: Workout | Event) -> Iterator[str]:
    """Yield in words how much longer or shorter *after* is than *before*, or that it is as it was."""
    if not isinstance(before, Workout) or not isinstance(after, Workout):
        return
    if before.items == after.items:
        yield f"{before.name} as it was"
        return
    old, new = totals(before), totals(after)
    if old.distance.exact and new.distance.exact and old.distance.value:
        far = [say_distance(round(total.distance.value)) for total in (old, new)]
        yield f"{before.name}: {far[0]} to {far[1]}"
    else:
        yield f"{before.name}: {_minutes(old.time.value)} to {_minutes(new.time.value)}"


def _minutes(seconds: float) -> str:
    return say_time(round(seconds / 60) * 60 or 60)
