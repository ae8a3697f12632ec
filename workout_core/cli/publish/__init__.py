"""``workout publish``: put plans on services that send them to watches."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {"icu": "Put a plan on your intervals.icu calendar (not yet tried there)."}
)
EXAMPLES = """\
\b
Examples:
  workout publish icu course.yaml --dry-run
  workout publish icu course.yaml --athlete ada.yaml
"""


def _find(name: str) -> click.Command:
    found: click.Command = import_module(f"workout_core.cli.publish.{name}").command
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLES}\nPut plans on services that send them to watches.",
)
def command() -> None:
    """Put plans on services that send them to watches."""
