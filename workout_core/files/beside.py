"""A file that takes long to write: it grows beside its place, and takes it when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import time
from typing import Final

from workout_core.files import disk
from workout_core.files.digest import digest
from workout_core.files.drafts import PREFIX, SUFFIX, make_folders, named, remove_empty
from workout_core.files.locks import growing, is_let_go, locked
from workout_core.files.paths import real, refuse_strange, status_of

_GROWING: Final = f"{PREFIX}growing-"
_FORGOTTEN: Final = 24 * 3600.0
"""Seconds after which what a killed run has left behind is removed, where nobody knows whether it runs."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Yield an empty file beside *target*; whatever happens, it is gone afterwards, or in its place.

    Raises:
        IsADirectoryError, InvalidWorkout: *target* is something that is not replaced.
        OSError: the disk would not have it.
    """
    place = real(target)
    if (status := status_of(place)) is not None:
        refuse_strange(target, status)
    made = make_folders(place.parent)
    draft = place.with_name(f"{_GROWING}{os.getpid()}-{digest(os.fsencode(place.name))[:16]}{SUFFIX}")
    try:
        with named(target), ExitStack() as stack:
            with locked(place.parent):  # or somebody removes what nobody holds yet
                _remove_forgotten(place.parent)
                disk.remove(draft)
                disk.create(draft, b"")
                stack.enter_context(growing(draft))
            yield draft
    finally:
        with suppress(OSError):
            disk.remove(draft)
        remove_empty(made)


def put_in_place(draft: Path, target: Path) -> None:
    """Put *draft*, which is whole, in the place of *target*.

    Raises:
        OSError: the disk would not have it; the file is as it was.
    """
    place = real(target)
    with locked(place.parent), named(target):
        disk.sync_file(draft)
        disk.rename(draft, place)
        disk.sync_folder(place.parent)


def _remove_forgotten(folder: Path) -> None:
    """Remove what killed runs have left behind in *folder*, which is locked."""
    with suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if each.name.startswith(_GROWING) and _is_forgotten(each):
                disk.remove(Path(each.path))


def _is_forgotten(draft: os.DirEntry[str]) -> bool:
    if draft.stat(follow_symlinks=False).st_mtime < time() - _FORGOTTEN:
        return True
    with suppress(OSError):
        return is_let_go(Path(draft.path))
    return False
