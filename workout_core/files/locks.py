"""One at a time: a folder is locked from the moment something in it is read until it is replaced."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext

PATIENCE: Final = 60.0
"""Seconds to wait for somebody else, who needs a fraction of one."""
_PAUSE: Final = 0.02
_TAKEN: Final = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
_NO_LOCKS: Final = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EINVAL}
)
_LOCK_FILE: Final = ".workout.lock"
"""On Windows, which locks files only."""


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold *folder* for oneself; who is killed lets go of it.

    Where the file system has no locks (some network drives), nobody is kept out.

    Raises:
        InvalidWorkout: somebody else holds it, and does not let go.
        OSError: the folder cannot be opened.
    """
    descriptor = _opened(folder)
    try:
        _wait(descriptor, folder, patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, folder: Path, patience: float) -> None:
    if not _is_taken(descriptor) and not _is_taken_in_turn(descriptor, patience):
        raise InvalidWorkout(gettext("{folder}: somebody else is writing there (try again)", folder=folder))


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        return os.open(folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT)

    def _is_taken(descriptor: int) -> bool:
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            return True
        return False

    @contextmanager
    def growing(_path: Path) -> Iterator[None]:
        """Do without, as a file that is open cannot be put in its place."""
        yield

    def is_let_go(_path: Path) -> bool:
        """Tell that nobody can know."""
        return False

    def _is_taken_in_turn(descriptor: int, patience: float) -> bool:
        until = monotonic() + patience
        while not (taken := _is_taken(descriptor)) and monotonic() < until:
            sleep(_PAUSE)
        return taken

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _is_taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            if error.errno not in _NO_LOCKS:
                raise
        return True

    @contextmanager
    def growing(path: Path) -> Iterator[None]:
        """Hold a file for as long as it grows; who is killed lets go of it."""
        descriptor = os.open(path, os.O_RDONLY)
        try:
            _is_taken(descriptor)
            yield
        finally:
            os.close(descriptor)

    def is_let_go(path: Path) -> bool:
        """Tell whether nobody holds the file *path*, where that can be known.

        Raises:
            OSError: it cannot be opened, or its file system has no locks.
        """
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(descriptor)
        return True

    def _is_taken_in_turn(descriptor: int, patience: float) -> bool:
        """Queue up; who only asks now and then is overtaken by those who have just come."""
        from threading import Thread  # noqa: PLC0415 - nobody waits in an export that is alone

        waiting = Thread(target=fcntl.flock, args=(descriptor, fcntl.LOCK_EX), daemon=True)
        waiting.start()
        waiting.join(patience)
        return not waiting.is_alive()
