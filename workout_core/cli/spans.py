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


def echo_earlier(plan: Plan, span: DaySpan, *, is_asked: bool) -> None:
    """Print on stderr how many workouts are before *span*, unless it *is_asked* for, or that it has none."""
    sessions = [each for each in plan.sessions if isinstance(each.activity, Workout) and not each.skipped]
    past = sum(each.day < span.first for each in sessions)
    if past and not is_asked:
        echo(f"{plan.name}: left out, as they are before today: {past}", err=True)
    if not any(span.has(each.day) for each in sessions):
        last = max((each.day for each in sessions), default=None)
        ends = f"the last one is on {last}" if last else "it has none"
        echo(f"{plan.name}: no workout is on these days ({ends})", err=True)
