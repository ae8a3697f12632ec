"""One file written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workout_core.errors import InvalidWorkout
from workout_core.files import disk
from workout_core.files.drafts import Root, make_folders, named, remove_empty, unused_beside
from workout_core.files.locks import locked
from workout_core.files.paths import FilesRead, is_stream, real, refuse_strange, status_of
from workout_core.languages import gettext


def write_file(
    target: Path, data: bytes, read: FilesRead, elsewhere: str, *, replaces: bytes | None = b""
) -> Path | None:
    """Write a file that a user has named; a device or a pipe is written to.

    Args:
        target: its folder is made when it is not there.
        data: what it is to hold.
        read: the files that *data* is made of.
        elsewhere: what to do if *target* is one of those.
        replaces: how a file begins that is replaced; what begins otherwise is kept as ``NAME~``. None keeps
            whatever is not the same.

    Returns:
        What the file that was there is called now; None if it is not kept.

    Raises:
        InvalidWorkout: it is.
        OSError: the disk would not have it; the file is as it was.
    """
    place = real(target)
    status = status_of(place)
    if status is not None:
        read.refuse(target, status, elsewhere)
        if is_stream(status):
            with named(target):
                disk.write_into(place, data)
            return None
    made = make_folders(place.parent)
    try:
        with locked(place.parent):
            aside = _kept(target, data, replaces)
            replace_file(target, data)
    except BaseException:
        remove_empty(made)
        raise
    return aside


def _kept(target: Path, data: bytes, replaces: bytes | None) -> Path | None:
    """Keep a copy of what *target* holds beside it, unless it is replaced; its folder is locked."""
    place = real(target)
    status = status_of(place)
    if status is None or replaces == b"":
        return None
    refuse_strange(target, status)
    with named(target):
        earlier = place.read_bytes()
        if earlier == data or (replaces is not None and earlier.startswith(replaces)):
            return None
        aside = unused_beside(place)
        disk.create(aside, earlier, status)
        disk.sync_file(aside)
    return aside


def edit_file(file: Path, before: bytes, data: bytes) -> None:
    """Put *data* in the place of *before* in the document *file*; its folder is locked.

    Raises:
        InvalidWorkout: somebody who takes no lock has changed it, or it may not be changed, or not without
            losing what it is.
        OSError: the disk would not have it; the file is as it was.
    """
    status = file.stat()
    if not stat.S_IMODE(status.st_mode) & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(
        file, os.W_OK
    ):
        raise InvalidWorkout(gettext("{file}: is read-only (make it writable first)", file=file))
    if status.st_nlink > 1:
        raise InvalidWorkout(
            gettext(
                "{file}: has {n} names (hard links), and only this one would change (edit a copy)",
                file=file,
                n=status.st_nlink,
            )
        )
    if hasattr(os, "geteuid") and os.geteuid() not in (0, status.st_uid):
        raise InvalidWorkout(
            gettext("{file}: belongs to somebody else, and would become yours (edit a copy)", file=file)
        )
    if file.read_bytes() != before:
        raise InvalidWorkout(gettext("{file}: somebody else has changed it (try again)", file=file))
    replace_file(file, data)


def replace_file(target: Path, data: bytes, *, is_private: bool = False) -> None:
    """Put *data* in the place of what *target* holds; its folder is locked.

    A new file that is private is for its owner alone.

    Raises:
        OSError: the disk would not have it; the file is as it was.
    """
    place = real(target)
    status = status_of(place)
    if status is not None:
        refuse_strange(target, status)
    with named(target):
        Root(place.parent).put(place.name, data, is_private=is_private)
    disk.sync_folder(place.parent)
