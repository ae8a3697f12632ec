"""A plan as a page: one HTML file, or standard output."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.terminal import echo, print_data
from workout_core.formats.exporter import Export
from workout_core.model.plan import Plan
from workout_core.pipeline.files import write_all

SUFFIXES = (".html", ".htm")


def write_page(path: str, plan: Plan, readings: Readings, read_from: list[str]) -> None:
    """Write the page of *plan* whole, or not at all, and say where.

    Args:
        path: of the file, or ``-``.
        plan: the plan.
        readings: what it asks.
        read_from: the documents it was read from, which are never written over; those that a plan names
            end otherwise.

    Raises:
        InvalidWorkout: the file is one of those.
        MissingThreshold: a workout needs a number that the athlete does not have.
        OSError: the disk would not have it.
    """
    from workout_core.html.plan_page import plan_html

    file = Path(path)
    if path != inputs.STDIN and file.suffix.casefold() not in SUFFIXES:
        raise click.UsageError(f"--html: {path!r} must end in .html")
    data = plan_html(plan, readings).encode()
    if path == inputs.STDIN:
        print_data(data)
        return
    documents = [Path(each) for each in read_from if each != inputs.STDIN]
    made = [Export(file.name, data)]
    for written in write_all(file.parent, made, documents, "write to another file with '--html'"):
        echo(str(written))
