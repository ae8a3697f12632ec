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
_WHY: Final = MappingProxyType(
    {
        errno.ENOSPC: "there is no room left on the watch",
        errno.EROFS: "the watch is read-only (eject it, connect it again, and see whether it asks something)",
        errno.EACCES: "the watch does not let you write (is it mounted for somebody else?)",
        errno.EPERM: "the watch does not let you write (is it mounted for somebody else?)",
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
        with _told(), os.scandir(self._place(folder)) as found:
            files = [(each.name, each) for each in found]
            return tuple(
                StoredFile(name, 0 if each.is_dir() else each.stat().st_size, each.is_dir())
                for name, each in sorted(files)
                if not each.is_symlink()
            )

    def read(self, path: str, most: int = LARGEST_FILE) -> bytes:
        """Return what a file holds."""
        with _told(), self._place(path).open("rb") as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise too_large(path, most)
        return data

    def write(self, path: str, data: bytes) -> None:
        """Write a file beside its place, and then put it there; what a run that was killed left is swept."""
        place = self._place(path)
        with _told():
            for draft in Root(place.parent).drafts_in(place.parent):
                disk.remove(draft)
            replace_file(place, data)

    def remove(self, path: str) -> None:
        """Remove a file."""
        place = self._place(path)
        with _told():
            disk.remove(place)
            disk.sync_folder(place.parent)

    def free(self) -> int | None:
        """Return how many bytes are free."""
        from shutil import disk_usage  # noqa: PLC0415 - slow to import

        with _told():
            return disk_usage(self.root).free

    def _place(self, path: str) -> Path:
        with _told():
            place = real(self.root / path)
            if not place.is_relative_to(real(self.root)):
                raise WatchError(f"{path} leads out of the watch (nothing is done there)")
        return place


@contextmanager
def _told() -> Iterator[None]:
    """Say what an error of the disk means for a watch."""
    try:
        yield
    except OSError as error:
        raise WatchError(_WHY.get(error.errno or 0) or f"the watch failed: {error.strerror}") from error
