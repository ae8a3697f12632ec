"""``workout plan``: look at a plan, change it, and lay it over another."""

from __future__ import annotations

import click

from workout_core.cli.plan.combine import combine
from workout_core.cli.plan.edits import keep, move, pause, shift, skip, swap
from workout_core.cli.plan.show import show

EXAMPLES = """\
\b
Examples:
  workout plan show course.yaml
  workout plan move course.yaml 'Stand tall/tue/drills' thu
  workout plan pause course.yaml 2026-08-17 --for '1 week'
"""


@click.group(help=f"{EXAMPLES}\nLook at a plan, or change it where it is written.")
def command() -> None:
    """Look at a plan, or change it where it is written."""


for each in (show, move, swap, skip, keep, shift, pause, combine):
    command.add_command(each)
