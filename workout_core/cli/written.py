"""A file that a user has named, written and told."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workout_core.cli import inputs
from workout_core.cli.terminal import echo
from workout_core.files.replace import write_file

HEAD: Final = 200
"""Bytes in which all pages that are made here are alike, and no others."""


def write_told(path: Path, data: bytes, elsewhere: str, *, replaces: bytes | None = None) -> None:
    """Write a file whole, or not at all, and print where; what was there is kept as ``NAME~``, and told.

    Args:
        path: of the file.
        data: what it is to hold.
        elsewhere: what to do if it is one of those that were read.
        replaces: how a file begins that need not be kept; None keeps whatever is not the same.

    Raises:
        InvalidWorkout: it is one that was read.
        OSError: the disk would not have it.
    """
    aside = write_file(path, data, inputs.files_read(), elsewhere, replaces=replaces)
    if aside is not None:
        echo(f"{path}: was there; it is {aside.name} now", err=True)
    echo(str(path))
