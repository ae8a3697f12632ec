"""What a session says in a calendar: one line to recognise it by, and the whole of it below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, singledispatch

from workout_core import (
    Event,
    Language,
    Link,
    Reading,
    Readings,
    Workout,
    gettext,
    language,
    outline,
    say_totals,
)


@singledispatch
def description(activity: Workout | Event, readings: Readings) -> str:
    """Return everything an event says below its title, the link last."""
    raise TypeError(activity, readings)


@description.register
def _(activity: Workout, readings: Readings) -> str:
    return _said(readings.of(activity), language())


@description.register
def _(activity: Event, _readings: Readings) -> str:
    return "\n\n".join(filter(None, (activity.description, _links(activity.links))))


@lru_cache(64)  # a week that repeats has the same workouts again and again
def _said(reading: Reading, _language: Language) -> str:
    workout = reading.workout
    steps = "\n".join(_bullets(reading))
    total = gettext("Total: {totals}", totals=say_totals(reading))
    return "\n\n".join(filter(None, (workout.description, steps, total, _links(workout.links))))


def _bullets(reading: Reading) -> Iterator[str]:
    for depth, line in outline(reading):
        yield f"{'    ' * depth}• {line}"


def _links(links: tuple[Link, ...]) -> str:
    """Return the links, the first of them last, where every client shows it."""
    return "\n".join(f"{link.title}: {link.url}" if link.title else link.url for link in reversed(links))
