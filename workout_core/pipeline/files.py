"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from attrs import define, field

from workout_core.errors import InvalidWorkout
from workout_core.formats.exporter import Export

ELSEWHERE: Final = "write to another folder with '--out'"


def write_all(
    folder: Path, exports: Iterable[Export], inputs: Iterable[Path], elsewhere: str = ELSEWHERE
) -> list[Path]:
    """Write every export below *folder*, each to a file beside it first, and rename them when all are there.

    Args:
        folder: made when it is not there.
        exports: the files.
        inputs: the documents they are made of, which are never written over.
        elsewhere: what to do instead of that.

    Returns:
        The files written, in order.

    Raises:
        InvalidWorkout: two exports have one name, or a file would take the place of a document it is made of.
        OSError: the disk would not have it; no file is left half written.
    """
    files = _targets(folder, exports, {_real(path) for path in inputs}, elsewhere)
    drafts = _Drafts()
    try:
        for target, data in files.items():
            with _named(target):
                drafts.add(target, data)
        drafts.put_in_place()
    finally:
        drafts.clear_away()
    return list(files)


@define
class _Drafts:
    """Files that are written and not yet in their places, and the folders made for them."""

    waiting: list[tuple[Path, Path, Path]] = field(factory=list)
    folders: list[Path] = field(factory=list)

    def add(self, target: Path, data: bytes) -> None:
        """Write *data* beside the file that *target* is, or leads to."""
        real = _real(target)
        self._make(target.parent)
        draft = real.with_name(f".{uuid4().hex}.part")
        self.waiting.append((draft, real, target))
        with draft.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if real.exists():
            draft.chmod(stat.S_IMODE(real.stat().st_mode))

    def _make(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        self.folders = missing + self.folders
        folder.mkdir(parents=True, exist_ok=True)

    def put_in_place(self) -> None:
        """Rename every draft."""
        while self.waiting:
            draft, real, target = self.waiting[0]
            with _named(target):
                draft.replace(real)
            self.waiting.pop(0)

    def clear_away(self) -> None:
        """Remove the drafts that are still waiting, and folders that nothing was put into."""
        for draft, _, _ in self.waiting:
            draft.unlink(missing_ok=True)
        for folder in self.folders:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Name *target*, not its draft, when the disk would not have it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def _real(path: Path) -> Path:
    """Return where *path* leads to."""
    try:
        return path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


def _targets(
    folder: Path, exports: Iterable[Export], inputs: set[Path], elsewhere: str
) -> Mapping[Path, bytes]:
    files: dict[Path, bytes] = {}
    taken: set[Path] = set()
    for export in exports:
        target = folder / export.name
        real = _real(target)
        if real in taken:
            raise InvalidWorkout(
                f"{target}: two documents would be written to it (write them to two folders)"
            )
        if real in inputs:
            raise InvalidWorkout(f"{target}: is a document itself ({elsewhere})")
        taken.add(real)
        files[target] = export.data
    return files
