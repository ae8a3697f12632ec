"""Days on the command line, for options such as ``--only``."""

from __future__ import annotations

from typing import Any

import click

from workout_core.errors import InvalidWorkout
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
