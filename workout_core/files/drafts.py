"""A file that is written beside the one it is going to replace."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from workout_core.files import disk
from workout_core.files.digest import digest
from workout_core.files.paths import real, status_of

PREFIX: Final = ".workout-"
SUFFIX: Final = ".part"


class Root:
    """A folder that files are written into and below, each first as a draft beside where it leads.

    Where a file leads is looked up once. Its draft has the same name each time, so that a run after one that
    was killed finds it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mark = f"{PREFIX}{digest(os.fsencode(real(folder)))[:8]}-"
        self._places: dict[str, Path] = {}

    def place(self, name: str) -> Path:
        """Return where the file *name* leads to.

        Raises:
            OSError: it leads in a circle.
        """
        found = self._places.get(name)
        if found is None:
            found = self._places[name] = real(self.folder / name)
        return found

    def draft(self, name: str) -> Path:
        """Return the draft of the file *name*."""
        place = self.place(name)
        return place.with_name(f"{self._mark}{digest(os.fsencode(place.name))[:16]}{SUFFIX}")

    def drafts_in(self, folder: Path) -> list[Path]:
        """Return the drafts in *folder*."""
        try:
            with os.scandir(folder) as found:
                names = [each.name for each in found if self._is_draft(each.name)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        return [real(folder) / name for name in names]

    def _is_draft(self, name: str) -> bool:
        return name.startswith(self._mark) and name.endswith(SUFFIX)

    def put(self, name: str, data: bytes, *, is_private: bool = False) -> None:
        """Write *data* beside the file *name*, and put it in its place.

        A new file that is private is for its owner alone.

        Raises:
            OSError: the disk would not have it; the file is as it was.
        """
        place, draft = self.place(name), self.draft(name)
        with named(self.folder / name):
            disk.remove(draft)  # of a run that was killed
            try:
                disk.create(draft, data, status_of(place), is_private=is_private)
                disk.sync_file(draft)
                disk.rename(draft, place)
            except BaseException:
                with suppress(OSError):
                    disk.remove(draft)
                raise


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


def unused_beside(target: Path) -> Path:
    """Return a name for a file that has to make room: ``easy.json~``, then ``easy.json~2``."""
    names = (f"{target.name}~{number if number > 1 else ''}" for number in count(1))
    return next(each for each in map(target.with_name, names) if not each.exists())
