"""What was written into a folder, and of what: the list that makes a set of files one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext

NAME: Final = ".workout-files.json"
_VERSION: Final = 1
_KEYS: Final = {"sha256", "of", "made", "aside", "remove"}


class FileRecord(NamedTuple):
    """A file in the folder.

    Attributes:
        sha256: of what was written.
        of: what it was made of, and as what.
        aside: the name that a file gets which is there and was not written by us.
        remove: whether it is no longer part of its set, and is being removed.
        made: what is the same whenever the file would be, where that is known before it is made.
    """

    sha256: str
    of: str
    aside: str = ""
    remove: bool = False
    made: str = ""


Manifest = dict[str, FileRecord]
"""By the name of the file, relative to the folder, with slashes."""


def read_manifest(folder: Path) -> Manifest:
    """Return what was written into *folder*; nothing if nothing was.

    Raises:
        InvalidWorkout: the list is not what was written.
        OSError: the disk would not give it.
    """
    file = folder / NAME
    try:
        text = file.read_text("ascii")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except UnicodeDecodeError:
        raise _broken(file) from None
    try:
        return dict(_entries(json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _broken(file) from None


def _entries(found: Any) -> Iterator[tuple[str, FileRecord]]:
    if found["format"] != _VERSION:
        raise ValueError(found["format"])
    for name, said in found["files"].items():
        path = PurePosixPath(name)
        inside = name == str(path) and not path.is_absolute() and ".." not in path.parts
        if not inside or not said.keys() <= _KEYS or not isinstance(said.get("remove", False), bool):
            raise ValueError(name)
        if not all(isinstance(said.get(key, ""), str) for key in ("sha256", "of", "aside", "made")):
            raise TypeError(name)
        if "/" in said.get("aside", "") or "\\" in said.get("aside", ""):
            raise ValueError(name)
        yield name, FileRecord(**said)


def _broken(file: Path) -> InvalidWorkout:
    return InvalidWorkout(
        gettext("{file}: is not the list of what was written here (remove it to begin a new one)", file=file)
    )


def manifest_bytes(entries: Manifest) -> bytes:
    """Return the list of *entries* as it is written."""
    files = {
        name: {key: value for key, value in entry._asdict().items() if value}
        for name, entry in sorted(entries.items())
    }
    return (json.dumps({"format": _VERSION, "files": files}, indent=1) + "\n").encode()
