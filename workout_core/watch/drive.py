"""A watch that is a drive, or any folder that has the layout of one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from workout_core.errors import WatchError
from workout_core.files import disk
from workout_core.files.drafts import Root
from workout_core.files.paths import real
from workout_core.files.replace import replace_file
from workout_core.watch.storage import LARGEST_FILE, StoredFile, too_large

_GONE: Final = "the watch does not answer (is it still connected?)"
_READ_ONLY: Final = "the watch is read-only (eject it, connect it again, and see whether it asks something)"
_CLOSED: Final = frozenset({errno.EACCES, errno.EPERM})
_WHY: Final = MappingProxyType(
    {
        errno.ENOSPC: "there is no room left on the watch",
        errno.EROFS: _READ_ONLY,
        **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.EIO, errno.ENODEV, errno.ENXIO), _GONE),
    }
)


class Drive:
    """The files of a watch below a folder."""

    ejecting = "eject the watch, and unplug it"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.title = root.name or str(root)
        self.place = str(root.absolute())

    def list(self, folder: str) -> tuple[StoredFile, ...]:
        """Return what is in *folder*, in the order of the names."""
        with _told(f"read {folder}" if folder else "read it"), os.scandir(self._place(folder)) as found:
            files = [(each.name, each) for each in found]
            return tuple(
                StoredFile(name, 0 if each.is_dir() else each.stat().st_size, each.is_dir())
                for name, each in sorted(files)
                if not each.is_symlink()
            )

    def read(self, path: str, most: int = LARGEST_FILE) -> bytes:
        """Return what a file holds."""
        with _told(f"read {path}"), self._place(path).open("rb") as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise too_large(path, most)
        return data

    def write(self, path: str, data: bytes) -> None:
        """Write a file beside its place, and then put it there; what a run that was killed left is swept."""
        self.sweep(path.rpartition("/")[0])
        with _told("write"):
            replace_file(self._place(path), data)

    def remove(self, path: str) -> None:
        """Remove a file."""
        place = self._place(path)
        with _told("write"):
            disk.remove(place)
            disk.sync_folder(place.parent)

    def refuse_read_only(self, folder: str) -> None:
        """Refuse to write into *folder*, as far as it can be known before that the watch will not have it."""
        place = self._place(folder)
        if not os.access(place, os.W_OK):
            is_read_only = hasattr(os, "statvfs") and os.statvfs(place).f_flag & os.ST_RDONLY
            raise WatchError(_READ_ONLY if is_read_only else _closed("write"))

    def sweep(self, folder: str) -> None:
        """Remove what a run that was killed has left of files that it was writing into *folder*."""
        place = self._place(folder)
        with _told("write"):
            for draft in Root(place).drafts_in(place):
                disk.remove(draft)

    def free(self) -> int | None:
        """Return how many bytes are free."""
        from shutil import disk_usage  # noqa: PLC0415 - slow to import

        with _told("read it"):
            return disk_usage(self.root).free

    def _place(self, path: str) -> Path:
        with _told("read it"):
            place = real(self.root / path)
            if not place.is_relative_to(real(self.root)):
                raise WatchError(f"{path} leads out of the watch (nothing is done there)")
        return place


@contextmanager
def _told(doing: str) -> Iterator[None]:
    """Say what an error of the disk means for a watch; *doing* what."""
    try:
        yield
    except OSError as error:
        number = error.errno or 0
        why = _closed(doing) if number in _CLOSED else _WHY.get(number)
        raise WatchError(why or f"the watch failed: {error.strerror}") from error


def _closed(doing: str) -> str:
    return f"the watch does not let you {doing} (is it mounted for somebody else?)"
