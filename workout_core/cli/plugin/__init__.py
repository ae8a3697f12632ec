"""``workout plugin``: for those who write plugins."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType({"new": "Write a plugin to start from, with its tests."})
EXAMPLES = """\
\b
Examples:
  workout plugin new my-format
  workout plugin new my-session --recipe
"""


def _find(name: str) -> click.Command:
    found: click.Command = getattr(import_module(f"workout_core.cli.plugin.{name}"), name)
    return found


@click.group(cls=LazyGroup, listed=COMMANDS, find=_find, help=f"{EXAMPLES}\nStart a plugin of your own.")
def command() -> None:
    """Start a plugin of your own."""
