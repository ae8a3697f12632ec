"""``workout site``: the toolkit as a page that runs in a browser."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType({"build": "Write the editor into a folder that any web server can serve."})
EXAMPLES = """\
\b
Example:
  workout site build --out public
"""


def _find(name: str) -> click.Command:
    found: click.Command = import_module(f"workout_core.cli.site.{name}").command
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLES}\nMake a page that runs in a browser and needs no installation.",
)
def command() -> None:
    """Make a page that runs in a browser and needs no installation."""
