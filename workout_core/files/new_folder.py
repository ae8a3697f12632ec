"""A new folder of files: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from workout_core.errors import InvalidWorkout
from workout_core.files import disk
from workout_core.files.drafts import PREFIX, SUFFIX
from workout_core.languages import gettext


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write *files*, by their paths inside it, into the new folder *target*.

    They are written into a folder beside it, which is renamed when it is complete.

    Raises:
        InvalidWorkout: there is something of that name.
        OSError: the disk would not have it; nothing is left.
    """
    if os.path.lexists(target):
        raise InvalidWorkout(
            gettext("{folder}: is there already (give another name, or remove it)", folder=target)
        )
    draft = target.with_name(f"{PREFIX}{target.name}{SUFFIX}")
    folders = sorted({parent for name in files for parent in PurePosixPath(name).parents})
    if os.path.lexists(draft):
        _clear(draft)
    try:
        for folder in folders:
            disk.make_folder(draft / folder)
        for name, data in files.items():
            disk.create(draft / name, data)
            disk.sync_file(draft / name)
        disk.rename(draft, target)
    except BaseException:
        with suppress(OSError):
            _clear(draft)
        raise
    disk.sync_folder(target.parent)


def _clear(draft: Path) -> None:
    """Remove what a run that was stopped has left."""
    for folder, folders, files in os.walk(draft, topdown=False):
        for name in files:
            disk.remove(Path(folder, name))
        for name in folders:
            disk.remove_folder(Path(folder, name))
    disk.remove_folder(draft)
