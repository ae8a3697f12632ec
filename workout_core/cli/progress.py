"""A bar for what takes longer than a blink, on a terminal only, and gone when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from workout_core.cli.terminal import Styled, echo, error_terminal

SOON = 300
"""Sessions; fewer are written before a bar is seen."""
_LINE_UP_AND_EMPTY = Styled("\033[A\033[2K")


@contextmanager
def progress(total: int) -> Iterator[Callable[[], object]]:
    """Yield what is called after each of *total* sessions; the bar is on stderr, if that is a terminal."""
    terminal = error_terminal()
    if total < SOON or terminal is None:
        yield lambda: None
        return
    try:
        with click.progressbar(
            length=total, label="writing", file=terminal, update_min_steps=total // 100
        ) as bar:
            yield lambda: bar.update(1)
    finally:
        echo(_LINE_UP_AND_EMPTY, err=True, end="")
