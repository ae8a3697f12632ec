"""Where a path leads, and what is there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext

STANDARD_INPUT: Final = "standard input"
"""What a document is called that comes from no file."""


def real(path: Path) -> Path:
    """Return where *path* leads to, whether or not there is something.

    Raises:
        OSError: it leads in a circle.
    """
    try:
        found = path.resolve()
        status_of(found)
    except RuntimeError:  # until Python 3.12
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    return found


def status_of(path: Path) -> os.stat_result | None:
    """Return what is known of a file, None if there is none.

    Raises:
        OSError: the disk would not say.
    """
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_plain(status: os.stat_result) -> bool:
    """Tell whether it is a file, not a folder, a device or a pipe."""
    return stat.S_ISREG(status.st_mode)


def is_stream(status: os.stat_result) -> bool:
    """Tell whether it is a device or a pipe that is written to: ``/dev/stdout``, ``/dev/null``."""
    return stat.S_ISCHR(status.st_mode) or stat.S_ISFIFO(status.st_mode)


def refuse_strange(target: Path, status: os.stat_result) -> None:
    """Refuse to replace what is no file.

    Raises:
        IsADirectoryError: it is a folder.
        InvalidWorkout: it is a device, a pipe or a socket.
    """
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not is_plain(status):
        raise InvalidWorkout(gettext("{file}: is there, and is not a plain file", file=target))


class FilesRead:
    """The files that were read, which nothing made of them may replace; under any name that they have.

    Attributes:
        paths: by which they were read, in order.
    """

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self.paths: list[Path] = []

    def add(self, status: os.stat_result, path: Path | None = None) -> None:
        """Note that the file of this status was read, and by which path."""
        self._seen.add((status.st_dev, status.st_ino))
        if path is not None:
            self.paths.append(path)

    def real(self, path: Path) -> Path:
        """Return where *path* leads to, as :func:`real` does."""
        return real(path)

    def is_there(self, path: Path) -> bool:
        """Tell whether there is something at *path*."""
        return path.exists()

    def is_folder(self, path: Path) -> bool:
        """Tell whether *path* is a folder."""
        return path.is_dir()

    def names_in(self, folder: Path) -> list[str]:
        """Return the names of what is in *folder*, in order.

        Raises:
            OSError: there is no such folder.
        """
        return sorted(each.name for each in folder.iterdir())

    def held(self, path: Path) -> bytes | None:  # noqa: ARG002 - see HeldFiles
        """Return what the file *path* holds without asking the disk; None if that is to be asked."""
        return None

    def refuse(self, target: Path, status: os.stat_result, elsewhere: str) -> None:
        """Refuse to write *target*, a file of this status, if it was read.

        *elsewhere* says what to do instead.

        Raises:
            InvalidWorkout: it was.
        """
        if (status.st_dev, status.st_ino) in self._seen:
            raise InvalidWorkout(
                gettext(
                    "{file}: is one of the files that were read ({elsewhere})",
                    file=target,
                    elsewhere=gettext(elsewhere),
                )
            )
