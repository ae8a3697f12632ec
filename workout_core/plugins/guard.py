"""Tell what goes wrong inside a plugin as the plugin's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workout_core.errors import ExportError, PluginError, WorkoutError, say_error


@contextmanager
def blaming(plugin: str, name: str, *, reads: bool = False) -> Iterator[None]:
    """Tell whatever *plugin* raises doing *name*, but for what it raises on purpose, as its failure.

    Raises:
        ExportError: it failed; of a plugin that *reads*, PluginError.
    """
    try:
        yield
    except (WorkoutError, KeyboardInterrupt):
        raise
    except BaseException as error:
        message = f"{name}: {plugin} failed: {say_error(error)}"
        raise (PluginError(message, [plugin]) if reads else ExportError(message)) from error
