"""``workout plan``: show a plan, change it, and combine it with others."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {
        "show": "Show a plan week by week, with load and conflicts.",
        "move": "Move a session to another day.",
        "swap": "Swap the days of two sessions.",
        "skip": "Skip a session.",
        "keep": "Restore a skipped session.",
        "shift": "Move sessions later or earlier by some days.",
        "pause": "Pause training for some days.",
        "combine": "Combine plans on one calendar.",
    }
)
_MODULES: Final = MappingProxyType({"show": "show", "combine": "combine"})
"""The other commands are changes of the plan."""
EXAMPLES = """\
\b
Examples:
  workout plan show course.yaml
  workout plan move course.yaml 'Stand tall/tue/drills' thu
  workout plan pause course.yaml 2026-08-17 --for '1 week'
"""


def _find(name: str) -> click.Command:
    module = import_module(f"workout_core.cli.plan.{_MODULES.get(name, 'changes')}")
    found: click.Command = getattr(module, name)
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLES}\nShow a plan, change it in its file, or combine it with others.",
)
def command() -> None:
    """Show a plan, change it in its file, or combine it with others."""
