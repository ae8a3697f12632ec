"""``workout watch``: put workouts on a watch, see what it holds, take them off again."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {
        "list": "List the watches that are connected, and their room.",
        "load": "Put workouts on a watch, and read them back.",
        "status": "Compare documents with what a watch holds.",
        "undo": "Take off what the last load wrote.",
    }
)
EXAMPLES = """\
\b
Examples:
  workout watch list
  workout watch load course.yaml --only 'next 7d' --dry-run
  workout watch status course.yaml
  workout watch undo
"""


def _find(name: str) -> click.Command:
    found: click.Command = import_module(f"workout_core.cli.watch.{name}").command
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLES}\nPut workouts on a watch, see what it holds, take them off again.",
)
def command() -> None:
    """Put workouts on a watch, see what it holds, take them off again."""
