"""Waiting until something in folders has changed: the system tells it, or else it is looked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event


def told_changes(
    folders: Sequence[Path], end: Event, patience: float, *, pause: int = 200, longest: int = 2000
) -> Iterator[object]:
    """Yield at once, whenever something changes in *folders*, and each time nothing did for some seconds.

    Args:
        folders: not what is in folders in them.
        end: no more is yielded once it is set.
        patience: seconds; on some drives no change is ever told.
        pause: milliseconds without a change, after which a save is over: editors write, rename and set
            permissions.
        longest: milliseconds that one save may take.

    Raises:
        OSError, RuntimeError: the system does not tell, such as of so many folders.
    """
    from watchfiles import watch  # noqa: PLC0415 - only who waits pays

    yield None  # for what was saved before anybody waited
    yield from watch(
        *map(os.fspath, folders),
        watch_filter=None,
        debounce=longest,
        step=pause,
        rust_timeout=round(patience * 1000),
        yield_on_timeout=True,
        stop_event=end,
        recursive=False,
    )


def looked_for_changes(_folders: Sequence[Path], end: Event, patience: float) -> Iterator[object]:
    """Yield each time so many seconds have passed, until *end* is set."""
    while not end.wait(patience):
        yield None
