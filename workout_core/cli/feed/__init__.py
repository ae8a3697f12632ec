"""``workout feed``: publish calendars that people subscribe to."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {
        "build": "Publish calendars, files and pages into a folder.",
        "serve": "Serve such a folder to the programs that subscribe.",
        "token": "Make, list and revoke the secret addresses of calendars.",
        "push": "Put a plan into a CalDAV calendar of your own.",
    }
)
EXAMPLES = """\
\b
Examples:
  workout feed build course.yaml --out public
  workout feed serve public
  workout feed token new public --for Ann
  workout feed push https://cloud.example.org/dav/cal/ada/training/ course.yaml --user ada
"""


def _find(name: str) -> click.Command:
    found: click.Command = import_module(f"workout_core.cli.feed.{name}").command
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLES}\nPublish calendars that people subscribe to.",
)
def command() -> None:
    """Publish calendars that people subscribe to."""
