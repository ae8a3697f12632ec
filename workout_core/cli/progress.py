"""A bar for what takes longer than a blink, on a terminal only, and gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

SOON = 300
"""Sessions; fewer are written before a bar is seen."""
_LINE_UP_AND_EMPTY = "\033[A\033[2K"


@contextmanager
def progress(total: int) -> Iterator[Callable[[], object]]:
    """Yield what is called after each of *total* sessions; the bar is on stderr, if that is a terminal."""
    if total < SOON or not sys.stderr.isatty():
        yield lambda: None
        return
    try:
        with click.progressbar(
            length=total, label="writing", file=sys.stderr, update_min_steps=total // 100
        ) as bar:
            yield lambda: bar.update(1)
    finally:
        click.echo(_LINE_UP_AND_EMPTY, nl=False, err=True)
