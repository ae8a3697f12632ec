"""Workouts as plain text: an exporter plugin to start from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from workout_core import (
    Capabilities,
    ExportContext,
    Exporter,
    Feature,
    Workout,
    hookimpl,
    outline,
    parameter,
    say_totals,
)

WORKOUT_API = 1
TEXT = Capabilities(features=set(Feature) - {Feature.TAGS, Feature.LINKS, Feature.POOL_LENGTH})


@frozen(kw_only=True)
class TextOptions:
    """What ``-O`` sets."""

    bullet: str = parameter(says="what stands before each step", default="-")


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer plain text."""
    return [
        Exporter(
            name="text",
            title="Plain text",
            subject=Workout,
            suffix=".txt",
            media_type="text/plain",
            supports=TEXT,
            write=write,
            options=TextOptions,
        )
    ]


def write(workout: Workout, context: ExportContext) -> bytes:
    """Return the workout in words, and below them what it is for."""
    bullet = context.options.bullet
    steps = (f"{'  ' * depth}{bullet} {line}" for depth, line in outline(workout, context.athlete))
    lines = [workout.name, "", *steps, "", say_totals(workout, context.athlete), ""]
    if workout.description:
        lines += ["", workout.description, ""]
    return "\n".join(lines).encode()
