"""What a notebook shows of a value of the model, which itself knows no pictures and no pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_writers: list[Callable[[Any], str | None]] = []


def show_with(write: Callable[[Any], str | None]) -> None:
    """Let *write* return the HTML of values from now on; the package says so when it is asked for a name."""
    _writers[:] = [write]


class Shown:
    """The base of what notebooks show as more than its fields."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """Return HTML, as IPython asks for it; None if nobody writes any."""
        return _writers[0](self) if _writers else None
