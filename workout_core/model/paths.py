"""How a place in a workout, a plan or a document is spelt: ``steps[1].steps[0].target``."""

from __future__ import annotations


def key_path(path: str, name: str) -> str:
    """Return the place of what is called *name* in what is at *path*; of the whole when *path* is empty."""
    return f"{path}.{name}" if path else name


def item_path(path: str, index: int) -> str:
    """Return the place of an item, counted from 0, of the list that is at *path*."""
    return f"{path}[{index}]"
