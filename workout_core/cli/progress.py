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
def progress(total: int, soon: int = SOON, label: str = "writing") -> Iterator[Callable[..., object]]:
    """Yield what is called after each of *total* sessions, or with how many were done since.

    The bar is on stderr, if that is a terminal, and there are as many as *soon*; *label* stands before it.
    """
    terminal = error_terminal()
    if total < soon or terminal is None:
        yield lambda _more=1: None
        return
    try:
        with click.progressbar(
            length=total, label=label, file=terminal, update_min_steps=total // 100
        ) as bar:
            yield lambda more=1: bar.update(more)
    finally:
        echo(_LINE_UP_AND_EMPTY, err=True, end="")
