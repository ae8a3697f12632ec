"""What a session says in a calendar: one line to recognise it by, and the whole of it below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from workout_core import Athlete, Event, Link, Workout, outline, say_totals


@singledispatch
def description(activity: Workout | Event, athlete: Athlete | None) -> str:
    """Return everything an event says below its title, the link last."""
    raise TypeError(activity, athlete)


@description.register
def _(activity: Workout, athlete: Athlete | None) -> str:
    steps = "\n".join(_bullets(activity, athlete))
    parts = (activity.description, steps, f"Total: {say_totals(activity, athlete)}", _links(activity.links))
    return "\n\n".join(filter(None, parts))


@description.register
def _(activity: Event, _athlete: Athlete | None) -> str:
    return "\n\n".join(filter(None, (activity.description, _links(activity.links))))


def _bullets(workout: Workout, athlete: Athlete | None) -> Iterator[str]:
    for depth, line in outline(workout, athlete):
        yield f"{'    ' * depth}• {line}"


def _links(links: tuple[Link, ...]) -> str:
    """Return the links, the first of them last, where every client shows it."""
    return "\n".join(f"{link.title}: {link.url}" if link.title else link.url for link in reversed(links))
