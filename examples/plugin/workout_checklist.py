"""Workouts as lists to tick off: an exporter plugin to start from."""

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
CHECKLIST = Capabilities(features=set(Feature) - {Feature.TAGS, Feature.LINKS, Feature.POOL_LENGTH})


@frozen(kw_only=True)
class ChecklistOptions:
    """What ``-O`` sets."""

    box: str = parameter(says="what stands before each step", default="☐")


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer checklists."""
    return [
        Exporter(
            name="checklist",
            title="List to tick off",
            subject=Workout,
            suffix=".txt",
            media_type="text/plain",
            supports=CHECKLIST,
            write=write,
            options=ChecklistOptions,
        )
    ]


def write(workout: Workout, context: ExportContext) -> bytes:
    """Return the steps with a box before each, and below them how much they are and what they are for."""
    box = context.options.box
    steps = (f"{'  ' * depth}{box} {line}" for depth, line in outline(workout, context.athlete))
    lines = [workout.name, "", *steps, "", say_totals(workout, context.athlete), ""]
    if workout.description:
        lines += ["", workout.description, ""]
    return "\n".join(lines).encode()
