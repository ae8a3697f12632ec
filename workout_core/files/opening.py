"""Files opened once, and those that a document names without following what takes their place meanwhile."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.files.paths import FilesRead, is_plain
from workout_core.languages import gettext

_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0)
"""A pipe that nobody writes to would be waited for."""
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_FOLDER: Final = getattr(os, "O_DIRECTORY", 0)


def read_file(path: Path, most: int, read: FilesRead) -> bytes:
    """Return what the file *path* holds, which a user has named: at most *most* bytes and one more.

    Raises:
        OSError: there is no such file, it is a folder, or the disk would not give it.
    """
    with path.open("rb") as stream:
        read.add(os.fstat(stream.fileno()), path)
        return stream.read(most + 1)


def read_inside(folder: Path, path: Path, most: int, read: FilesRead) -> bytes:
    """Return what the plain file *path* in *folder*, or below, holds: at most *most* bytes and one more.

    Links are followed as long as they stay inside.

    Raises:
        InvalidWorkout: it is elsewhere, or no plain file.
        IsADirectoryError: it is a folder.
        OSError: there is no such file, or the disk would not give it.
    """
    root, place = read.real(folder), read.real(path)
    if not place.is_relative_to(root):
        raise InvalidWorkout(
            gettext("{name} is outside the folder of the document (put it beside it)", name=shown(path.name))
        )
    if (held := read.held(place)) is not None:
        return held[: most + 1]
    with os.fdopen(_opened(root, place), "rb") as stream:
        status = os.fstat(stream.fileno())
        if not is_plain(status):
            raise InvalidWorkout(gettext("{name} is not a plain file", name=shown(path.name)))
        read.add(status, path)
        return stream.read(most + 1)


def _opened(root: Path, place: Path) -> int:
    """Open *place* step by step from *root*; a link on the way was made since, and is not followed."""
    if os.open not in os.supports_dir_fd:
        return os.open(place, _READ)
    *folders, name = place.relative_to(root).parts or (".",)
    descriptor = os.open(root, _READ | _FOLDER)
    try:
        for each in folders:
            inner = os.open(each, _READ | _FOLDER | _NO_LINK, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        return os.open(name, _READ | _NO_LINK | _AT_ONCE, dir_fd=descriptor)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket, or the device of nothing
            raise InvalidWorkout(gettext("{name} is not a plain file", name=shown(place.name))) from None
        raise
    finally:
        os.close(descriptor)
