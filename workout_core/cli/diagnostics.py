"""Warnings of doubtful input, printed on stderr."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from workout_core.cli.terminal import echo
from workout_core.errors import WorkoutWarning


@contextmanager
def echo_warnings(where: str = "") -> Iterator[None]:
    """Print every WorkoutWarning as a line on stderr, with *where* it is; leave others to Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", WorkoutWarning)
        others = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any) -> None:
            if issubclass(category, WorkoutWarning):
                echo(f"warning: {f'{where}: ' if where else ''}{message}", err=True)
            else:
                others(message, category, *place)

        vars(warnings)["showwarning"] = show
        yield
