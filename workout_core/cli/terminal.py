"""How wide the terminal is."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

_USUAL: Final = 80
_HELP: Final = (50, 80)
"""The narrowest and the widest that click writes help."""


def terminal_columns() -> int:
    """Return what ``COLUMNS`` says, or else the terminal, or 80 where there is none.

    This is what :func:`shutil.get_terminal_size` does; importing that takes longer than printing a help.
    """
    with suppress(KeyError, ValueError):
        if (columns := int(os.environ["COLUMNS"])) > 0:
            return columns
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL  # type: ignore[union-attr]
    return _USUAL


def help_columns() -> int:
    """Return the width of helps, as click would find it."""
    narrowest, widest = _HELP
    return max(min(terminal_columns(), widest) - 2, narrowest)
