"""``workout feed token``: make, list and revoke the secret addresses of calendars."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from workout_core.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {
        "new": "Make a secret address for one person or program.",
        "list": "List for whom there are addresses.",
        "revoke": "Revoke an address.",
    }
)
_MODULES: Final = MappingProxyType({"list": "listing"})
EXAMPLES = """\
\b
Examples:
  workout feed token new public --for Ann --url https://example.com/training
  workout feed token new public --for 'work calendar' -O busy=yes --expires 90d
  workout feed token revoke public Ann
"""


def _find(name: str) -> click.Command:
    module = import_module(f"workout_core.cli.feed.token.{_MODULES.get(name, name)}")
    found: click.Command = module.command
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLES}\nMake, list and revoke the secret addresses of calendars.",
)
def command() -> None:
    """Make, list and revoke the secret addresses of calendars."""
