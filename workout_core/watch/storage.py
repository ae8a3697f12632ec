"""What can be done to the files of a watch, however it is reached: list, read, write whole, remove."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple, Protocol

from workout_core.errors import WatchError, shown

LARGEST_FILE: Final = 2**18
"""Bytes; a workout of a watch has a few thousand."""


class StoredFile(NamedTuple):
    """A file or a folder on a watch: its name, its size in bytes, and which of the two it is."""

    name: str
    size: int
    is_folder: bool


class Storage(Protocol):
    """The files of a watch; paths have slashes and begin at the root of the volume.

    Every method raises WatchError if the watch would not do it.

    Attributes:
        title: what people call it as long as nobody knows the model; without a serial number.
        place: what tells it from others of the same title; without a serial number.
        ejecting: how people let go of it.
    """

    title: str
    place: str
    ejecting: str

    def list(self, folder: str) -> Iterable[StoredFile]:
        """Return what is in *folder*, empty for the root."""
        ...

    def read(self, path: str, most: int = LARGEST_FILE) -> bytes:
        """Return what a file holds, which is refused if that is more than *most* bytes."""
        ...

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole; what is there under this name is replaced."""
        ...

    def remove(self, path: str) -> None:
        """Remove a file."""
        ...

    def refuse_read_only(self, folder: str) -> None:
        """Refuse to write into *folder*, as far as it can be known before that the watch will not have it."""
        ...

    def sweep(self, folder: str) -> None:
        """Remove what a run that was killed has left of files that it was writing into *folder*."""
        ...

    def free(self) -> int | None:
        """Return how many bytes are free, if the watch says so."""
        ...


def joined(folder: str, name: str) -> str:
    """Return the path of *name* in *folder*."""
    return f"{folder}/{name}" if folder else name


def unused(name: str, taken: set[str]) -> str:
    """Return *name*, or one like it that no file has in whatever case; it is taken then."""
    stem, dot, suffix = name.partition(".")
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem}-{number}{dot}{suffix}"
    taken.add(found.casefold())
    return found


def find(storage: Storage, folder: str, name: str, *, is_folder: bool) -> str | None:
    """Return the path of what is called *name* in *folder*, in whatever case; None if there is nothing."""
    for each in storage.list(folder):
        if each.is_folder == is_folder and each.name.casefold() == name.casefold():
            return joined(folder, each.name)
    return None


def is_there(storage: Storage, path: str) -> bool:
    """Tell whether there is a file *path*, spelt so."""
    folder, _, name = path.rpartition("/")
    return any(each.name == name for each in storage.list(folder))


def found_folder(storage: Storage, path: str) -> str | None:
    """Return the folder *path* as the watch spells it; None if there is none."""
    found = ""
    for name in path.split("/"):
        inner = find(storage, found, name, is_folder=True)
        if inner is None:
            return None
        found = inner
    return found


def too_large(path: str, most: int) -> WatchError:
    """Return the error of a file that nobody reads."""
    return WatchError(f"{shown(path)} on the watch is larger than {most} bytes (it is not read)")
