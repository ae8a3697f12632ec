"""What plugins are asked to do and how long they take, for who looks for a fault."""

from __future__ import annotations

from collections.abc import Callable

tellers: list[Callable[[str], object]] = []
"""Each is called with a line when a plugin was loaded, or has written, read or changed something."""


def tell(line: str) -> None:
    """Tell a *line* to everybody who wants to know."""
    for each in tellers:
        each(line)


def say_seconds(seconds: float) -> str:
    """Say a short time: ``2.4 ms``."""
    return f"{seconds * 1000:.1f} ms"
