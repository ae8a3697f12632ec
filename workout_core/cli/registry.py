"""The plugins of a command: found when they are first needed, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from workout_core.plugins import Registry

_FOUND: Final = "workout.registry"
"""Where in the context the registry is kept."""


def find_plugins() -> Registry:
    """Return what the plugins offer, loaded at the first call of a command."""
    from workout_core.plugins import Registry

    context = click.get_current_context(silent=True)
    if context is None:  # a shell that completes a word has no command
        return Registry.discover()
    noted = context.find_root().meta
    if _FOUND not in noted:
        noted[_FOUND] = Registry.discover()
    registry: Registry = noted[_FOUND]
    return registry
