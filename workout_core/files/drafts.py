"""A file that is written beside the one it is going to replace."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from workout_core.files import disk
from workout_core.files.digest import digest
from workout_core.files.paths import real, status_of

PREFIX: Final = ".workout-"
SUFFIX: Final = ".part"


def draft_of(target: Path, root: Path) -> Path:
    """Return the draft of *target*, beside where it leads, written on behalf of the folder *root*.

    Its name is the same each time, so that a run after one that was killed finds it.
    """
    place = real(target)
    return place.with_name(f"{_mark_of(root)}{digest(os.fsencode(place.name))[:16]}{SUFFIX}")


def put(target: Path, data: bytes, root: Path) -> None:
    """Write *data* beside *target*, and put it in its place.

    Raises:
        OSError: the disk would not have it; the file is as it was.
    """
    place = real(target)
    draft = draft_of(target, root)
    with named(target):
        disk.remove(draft)  # of a run that was killed
        try:
            disk.create(draft, data, status_of(place))
            disk.rename(draft, place)
        except BaseException:
            with suppress(OSError):
                disk.remove(draft)
            raise


def drafts_in(folder: Path, root: Path) -> list[Path]:
    """Return the drafts in *folder* that were written on behalf of the folder *root*."""
    mark = _mark_of(root)
    try:
        with os.scandir(folder) as found:
            names = [each.name for each in found if each.name.startswith(mark) and each.name.endswith(SUFFIX)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [real(folder) / name for name in names]


def _mark_of(root: Path) -> str:
    return f"{PREFIX}{digest(os.fsencode(real(root)))[:8]}-"


@contextmanager
def named(target: Path) -> Iterator[None]:
    """Name *target*, not its draft, when the disk would not have it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def make_folders(folder: Path) -> list[Path]:
    """Make *folder*, and return the folders that were not there, the innermost first.

    Raises:
        OSError: the disk would not have it.
    """
    missing = []
    for each in (folder, *folder.parents):
        if each.is_dir():
            break
        missing.append(each)
    for each in reversed(missing):
        with named(folder):
            disk.make_folder(each)
    return missing


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of *folders* that hold nothing."""
    for folder in folders:
        with suppress(OSError):
            disk.remove_folder(folder)
