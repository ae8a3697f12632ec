"""Tell what goes wrong inside a plugin as the plugin's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from workout_core.errors import ExportError, PluginError, WorkoutError, say_error
from workout_core.plugins.trace import say_seconds, tell, tellers


@contextmanager
def blaming(plugin: str, name: str, *, reads: bool = False) -> Iterator[None]:
    """Tell whatever *plugin* raises doing *name*, but for what it raises on purpose, as its failure.

    Raises:
        ExportError: it failed; of a plugin that *reads*, PluginError.
    """
    start = perf_counter() if tellers else 0.0
    try:
        yield
    except (WorkoutError, KeyboardInterrupt):
        raise
    except BaseException as error:
        message = f"{name}: {plugin} failed: {say_error(error)}"
        raise (PluginError(message, [plugin]) if reads else ExportError(message)) from error
    finally:
        if tellers:
            tell(f"{name}: {plugin}: {say_seconds(perf_counter() - start)}")
