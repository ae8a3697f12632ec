"""A bar for what takes longer than a blink, on a terminal only, and gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SOON = 300
"""Sessions; fewer are written before a bar is seen."""


@contextmanager
def progress(total: int) -> Iterator[Callable[[], object]]:
    """Yield what is called after each of *total* sessions; the bar is on stderr, if that is a terminal."""
    if total < SOON or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("writing", total=total)
        yield lambda: bar.advance(task)
