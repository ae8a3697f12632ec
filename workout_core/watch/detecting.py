"""Watches that are connected: drives, and media devices."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workout_core.errors import WatchError
from workout_core.formats.watch_profile import WatchProfile
from workout_core.watch import gio
from workout_core.watch.device import is_watch
from workout_core.watch.drive import Drive
from workout_core.watch.mtp_rs import mtp_devices
from workout_core.watch.profiles import profile_of
from workout_core.watch.programs import Runner
from workout_core.watch.storage import Storage, find


class Surroundings(NamedTuple):
    """Where watches are looked for.

    Attributes:
        partitions: returns where drives are mounted; raises ImportError if nobody can tell.
        run: runs programs.
        mounts: where gvfs shows what it has mounted, if it does.
        profiles: the models that are known.
    """

    partitions: Callable[[], Iterable[str]]
    run: Runner
    mounts: Path | None
    profiles: tuple[WatchProfile, ...] = ()


class Found(NamedTuple):
    """What was found.

    Attributes:
        storages: of watches.
        doubts: what could not be looked at, in sentences.
    """

    storages: list[Storage]
    doubts: list[str]


def mounted_partitions() -> list[str]:
    """Return where physical drives are mounted.

    Raises:
        ImportError: psutil is not installed.
    """
    import psutil  # noqa: PLC0415 - the extra 'watch'

    return [each.mountpoint for each in psutil.disk_partitions(all=False)]


def gvfs_mounts() -> Path | None:
    """Return the folder in which gvfs shows what it has mounted; None where there is no such thing."""
    if not hasattr(os, "getuid"):
        return None
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return Path(runtime) / "gvfs"


def find_watches(where: Surroundings) -> Found:
    """Find the watches that are connected; nothing but the names at the top of a drive is looked at."""
    found = Found([], [])
    try:
        for mount in where.partitions():
            drive = Drive(Path(mount))
            with suppress(WatchError):
                if is_watch(drive):
                    found.storages.append(drive)
    except ImportError:
        found.doubts.append("drives are found with psutil (install it: pip install 'workout-core[watch]')")
    addresses = gio.addresses(where.run, where.mounts)
    for address in addresses:
        try:
            found.storages.extend(_in_device(where, address))
        except WatchError as error:
            found.doubts.append(str(error))
    if not addresses:  # what gvfs has, no other program can open
        try:
            found.storages.extend(_of_watches(mtp_devices(where.run), where))
        except WatchError as error:
            found.doubts.append(str(error))
    return found


def _in_device(where: Surroundings, address: str) -> Iterator[Storage]:
    """Yield the storages of a media device that are of a watch."""
    return _of_watches(gio.media_devices(where.run, address), where)


def _of_watches(storages: Iterable[Storage], where: Surroundings) -> Iterator[Storage]:
    for storage in storages:
        # another device of music may have a folder of the same name
        folder = profile_of(where.profiles, storage.title).folder
        if is_watch(storage) or (folder and find(storage, "", folder, is_folder=True)):
            yield storage


def storage_at(path: str, where: Surroundings) -> Storage:
    """Return the files of the watch at *path*: a folder, or the address or the name of a media device.

    Raises:
        WatchError: there is none.
    """
    if gio.is_media_path(path):
        return _only(path, list(_in_device(where, gio.address_of(path))))
    folder = Path(path)
    if folder.is_dir():
        return Drive(_root(folder))
    named = [each for each in find_watches(where).storages if each.title.casefold() == path.casefold()]
    return _only(path, named)


def _only(path: str, found: list[Storage]) -> Storage:
    if len(found) == 1:
        return found[0]
    called = gio.title_of(gio.address_of(path)) if gio.is_media_path(path) else path
    if not found:
        raise WatchError(f"{called}: there is no watch (give the folder that has GARMIN in it)")
    raise WatchError(f"{called}: there are {len(found)} of this name (unplug all but one)")


def _root(folder: Path) -> Path:
    """Return *folder*, or the one above if somebody gave that of Garmin itself."""
    with suppress(OSError):
        names = {each.name.casefold() for each in folder.iterdir()}
        if folder.name.casefold() == "garmin" and "garmindevice.xml" in names:
            return folder.parent
    return folder
