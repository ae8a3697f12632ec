"""What a session says in a calendar: one line to recognise it by, and the whole of it below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from workout_core import Athlete, Event, Link, Units, Workout, outline, say_totals


@singledispatch
def description(activity: Workout | Event, athlete: Athlete | None, units: Units) -> str:
    """Return everything an event says below its title, the link last."""
    raise TypeError(activity, athlete, units)


@description.register
def _(activity: Workout, athlete: Athlete | None, units: Units) -> str:
    steps = "\n".join(_bullets(activity, athlete, units))
    total = f"Total: {say_totals(activity, athlete, units)}"
    return "\n\n".join(filter(None, (activity.description, steps, total, _links(activity.links))))


@description.register
def _(activity: Event, _athlete: Athlete | None, _units: Units) -> str:
    return "\n\n".join(filter(None, (activity.description, _links(activity.links))))


def _bullets(workout: Workout, athlete: Athlete | None, units: Units) -> Iterator[str]:
    for depth, line in outline(workout, athlete, units):
        yield f"{'    ' * depth}• {line}"


def _links(links: tuple[Link, ...]) -> str:
    """Return the links, the first of them last, where every client shows it."""
    return "\n".join(f"{link.title}: {link.url}" if link.title else link.url for link in reversed(links))
