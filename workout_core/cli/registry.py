"""The plugins of a command: found when they are first needed, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from workout_core.cli.diagnostics import echo_warnings
from workout_core.cli.terminal import others_aside

if TYPE_CHECKING:
    from workout_core.plugins import Registry

_FOUND: Final = "workout.registry"
"""Where in the context the registry is kept."""


def find_plugins() -> Registry:
    """Return what the plugins offer, loaded at the first call of a command."""
    context = click.get_current_context(silent=True)
    if context is None:  # a shell that completes a word has no command
        return _found()
    noted = context.find_root().meta
    if _FOUND not in noted:
        noted[_FOUND] = _found()
    registry: Registry = noted[_FOUND]
    return registry


def _found() -> Registry:
    from workout_core.plugins import Registry

    with others_aside(), echo_warnings():
        return Registry.discover()
