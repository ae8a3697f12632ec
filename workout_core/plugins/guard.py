"""Tell what goes wrong inside a plugin as the plugin's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workout_core.errors import ExportError, WorkoutError, say_error


@contextmanager
def blaming(plugin: str, name: str) -> Iterator[None]:
    """Raise ExportError for whatever *plugin* raises doing *name*, but for what it raises on purpose."""
    try:
        yield
    except (WorkoutError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise ExportError(f"{name}: {plugin} failed: {say_error(error)}") from error
