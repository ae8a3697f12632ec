"""Files that are held in memory, and are read as those of a folder are."""

from __future__ import annotations

import errno
import os
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from workout_core.files.paths import FilesRead

_ROOT: Final = "/"


class HeldFiles(FilesRead):
    """Named data in the place of a disk, which nothing is asked of: a document in it sees no other file."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Hold *files* by their names, with ``/`` between a folder and what is in it."""
        super().__init__()
        self._data = {self._key(Path(name)): data for name, data in files.items()}
        self._folders = {_ROOT} | {parent for name in self._data for parent in _above(name)}

    @staticmethod
    def _key(path: Path) -> str:
        """Return *path* from the root of what is held; what leads out of that stays outside."""
        plain = posixpath.normpath(path.as_posix())
        return plain if plain.startswith((_ROOT, "..")) else posixpath.normpath(_ROOT + plain)

    def real(self, path: Path) -> Path:
        """Return *path* from the root of what is held; there are no links."""
        if "\0" in str(path):
            raise ValueError("embedded null byte")
        return Path(self._key(path))

    def is_there(self, path: Path) -> bool:
        """Tell whether a file or a folder of that name is held."""
        return self._key(path) in self._data or self.is_folder(path)

    def is_folder(self, path: Path) -> bool:
        """Tell whether something is held in *path*."""
        return self._key(path) in self._folders

    def names_in(self, folder: Path) -> list[str]:
        """Return the names of what is held in *folder*, in order."""
        inside = self._key(folder).rstrip("/") + "/"
        if not self.is_folder(folder):
            raise _missing(folder)
        below = (name.removeprefix(inside) for name in self._data if name.startswith(inside))
        return sorted({name.partition("/")[0] for name in below})

    def held(self, path: Path) -> bytes:
        """Return what the file *path* holds.

        Raises:
            FileNotFoundError: there is no such file.
            IsADirectoryError: it is a folder.
        """
        if self.is_folder(path):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        try:
            return self._data[self._key(path)]
        except KeyError:
            raise _missing(path) from None


def _above(name: str) -> list[str]:
    parts = name.split("/")[1:-1]
    return ["/" + "/".join(parts[: count + 1]) for count in range(len(parts))]


def _missing(path: Path) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
