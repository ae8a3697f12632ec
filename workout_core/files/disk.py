"""Every operation that changes a disk, one function each, so that a test can make any of them fail."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Final

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_SYNCED: Final = os.O_RDWR if os.name == "nt" else os.O_RDONLY
"""Windows syncs only what was opened for writing; elsewhere the file may be read-only."""
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_FOR_ITS_OWNER: Final = 0o600
_FOR_ALL: Final = 0o666
"""Less what the umask takes away."""
_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})


def create(path: Path, data: bytes, like: os.stat_result | None = None, *, is_private: bool = False) -> None:
    """Write a new file; nobody reads it who may not read the file that it is *like*.

    If it is private and like no other, only its owner reads it.

    Raises:
        OSError: the disk would not have it, or there is such a file.
    """
    is_for_all = like is None and not is_private
    descriptor = os.open(path, _NEW, _FOR_ALL if is_for_all else _FOR_ITS_OWNER)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        if like is not None:
            _be_like(stream.fileno(), path, like)


def _be_like(descriptor: int, path: Path, like: os.stat_result) -> None:
    """Give a new file the owner and the permissions of an older one, as far as the system lets us."""
    if hasattr(os, "fchown"):
        with suppress(PermissionError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
    os.chmod(descriptor if os.chmod in os.supports_fd else path, stat.S_IMODE(like.st_mode))  # noqa: PTH101 - by descriptor


def rename(path: Path, target: Path) -> None:
    """Put *path* in the place of *target*, which is the one or the other at every moment."""
    path.replace(target)


def remove(path: Path) -> None:
    """Remove a file; it may be gone already."""
    path.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder in a folder that is there; it may be there already."""
    path.mkdir(exist_ok=True)


def remove_folder(path: Path) -> None:
    """Remove an empty folder."""
    path.rmdir()


def sync_file(path: Path) -> None:
    """Have what a file holds written to the platter."""
    descriptor = os.open(path, _SYNCED)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Have the names in a folder written to the platter, where the system can (Windows does without)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, _FOLDER)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def write_into(path: Path, data: bytes) -> None:
    """Write to a device or a pipe, which is not a file to be replaced."""
    with FileIO(path, "w") as stream:
        write_all(stream, data)


def write_all(stream: FileIO, data: bytes) -> None:
    """Write all of *data* into an open file, however little the disk takes at once.

    Raises:
        OSError: the disk would not have it.
    """
    view = memoryview(data)
    while view:
        view = view[stream.write(view) :]
