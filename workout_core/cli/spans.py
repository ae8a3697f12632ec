"""Days on the command line, for options such as ``--only``."""

from __future__ import annotations

from typing import Any

import click

from workout_core.cli.terminal import echo
from workout_core.errors import InvalidWorkout
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.clock import clock, today
from workout_core.watch.spans import DaySpan, read_span


class SpanType(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """Days on the command line."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> DaySpan:
        """Read ``next 7d``."""
        if isinstance(value, DaySpan):
            return value
        try:
            return read_span(value, today(clock()))
        except InvalidWorkout as error:
            self.fail(str(error), param, ctx)


only_option = click.option(
    "--only",
    "span",
    type=SpanType(),
    metavar="TIME",
    help="Days of a plan, such as 'next 7d' or '2026-08-03 to 2026-08-09'; default: from today on.",
)


def echo_other_days(plan: Plan, span: DaySpan, *, asked: DaySpan | None) -> None:
    """Print on stderr what of *plan* is before today, and whether it has no workout on the days of *span*."""
    days = sorted(
        each.day for each in plan.sessions if isinstance(each.activity, Workout) and not each.skipped
    )
    is_over = bool(days) and days[-1] < span.first
    past = sum(day < span.first for day in days)
    if not days:
        echo(f"{plan.name}: has no workout", err=True)
    elif asked is None and is_over:
        echo(f"{plan.name}: is over: its last workout was on {days[-1]}", err=True)
    elif asked is None and past:
        echo(f"{plan.name}: left out, as they are before today: {past}", err=True)
    elif not any(map(span.has, days)):
        when = f"between {days[0]} and {days[-1]}" if days[0] != days[-1] else f"on {days[0]}"
        echo(f"{plan.name}: has no workout on these days (all of them are {when})", err=True)
