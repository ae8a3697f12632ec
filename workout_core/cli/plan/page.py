"""A plan as a page: one HTML file, or standard output."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.terminal import print_data
from workout_core.cli.written import HEAD, write_told
from workout_core.model.plan import Plan
from workout_core.pipeline.clock import clock, today
from workout_core.plans.outcomes import Outcomes

SUFFIXES = (".html", ".htm")


def write_page(path: str, plan: Plan, readings: Readings, outcomes: Outcomes | None = None) -> None:
    """Write the page of *plan* whole, or not at all, and say where.

    Args:
        path: of the file, or ``-``.
        plan: the plan.
        readings: what it asks.
        outcomes: what became of its sessions, if that is to be told.

    Raises:
        InvalidWorkout: the file is one that was read.
        OSError: the disk would not have it.
    """
    from workout_core.html.plan_page import plan_html

    write_html(path, plan_html(plan, readings, today=today(clock()), outcomes=outcomes))


def write_html(path: str, page: str) -> None:
    """Write a *page* as :func:`write_page` does."""
    file = Path(path)
    if path != inputs.STDIN and file.suffix.casefold() not in SUFFIXES:
        raise click.UsageError(f"--html: {path!r} must end in .html")
    data = page.encode()
    if path == inputs.STDIN:
        print_data(data)
        return
    write_told(file, data, "write to another file with '--html'", replaces=data[:HEAD])
