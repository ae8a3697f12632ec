"""A watch that is a media device (MTP), reached by ``gio`` of GNOME's gvfs.

The path below ``/run/user`` that gvfs offers too is not used: there files can neither be opened for writing
nor be renamed, as Garmin's watches know no such operations. ``gio copy`` sends a file whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote, unquote

from workout_core.errors import WatchError, say_error
from workout_core.watch.programs import Ran, Runner
from workout_core.watch.storage import LARGEST_FILE, StoredFile, joined, too_large

_ADDRESS: Final = re.compile(r"mtp://[^/\s]+")
_MOUNTED: Final = "mtp:host="
_MAKERS: Final = ("garmin", "091e", "wahoo", "elemnt")
"""What the names of watches begin with; 091e is the number of Garmin as a maker of USB devices."""
_FREE: Final = re.compile(r"filesystem::free:\s*(\d+)")
_ROW: Final = re.compile(r"(.+)\t(\d+)\t\((\w+)\)")


class MediaDevice:
    """The files of a watch in one storage of a media device."""

    ejecting = "eject the watch in the file manager, and unplug it"

    def __init__(self, address: str, root: str, run: Runner) -> None:
        self._address = address
        self._root = root
        self._run = run
        self._sizes: dict[str, int] = {}  # of files that were listed
        self.title = title_of(address)
        self.place = self.title

    def list(self, folder: str) -> tuple[StoredFile, ...]:
        """Return what is in *folder*."""
        rows = self._asked("list", "-l", self._uri(folder)).out.decode(errors="replace").splitlines()
        found = (_ROW.fullmatch(row) for row in rows)
        files = tuple(
            StoredFile(row[1], int(row[2]), row[3] == "directory")
            for row in found
            if row and row[1] not in (".", "..") and "/" not in row[1]
        )
        self._sizes.update({joined(folder, each.name): each.size for each in files})
        return files

    def read(self, path: str, most: int = LARGEST_FILE) -> bytes:
        """Return what a file holds."""
        if path not in self._sizes:
            self.list(path.rpartition("/")[0])
        if self._sizes.get(path, 0) > most:
            raise too_large(path, most)
        data = self._asked("cat", self._uri(path)).out
        if len(data) > most:
            raise too_large(path, most)
        return data

    def write(self, path: str, data: bytes) -> None:
        """Send a file whole."""
        folder, _, name = path.rpartition("/")
        if any(each.name == name for each in self.list(folder)):
            self.remove(path)
        with TemporaryDirectory() as here:
            file = Path(here) / "workout.fit"
            file.write_bytes(data)
            self._asked("copy", str(file), self._uri(path))
        self._sizes.pop(path, None)

    def remove(self, path: str) -> None:
        """Remove a file."""
        self._asked("remove", self._uri(path))

    def refuse_read_only(self, folder: str) -> None:
        """Do nothing: nobody can tell before."""

    def sweep(self, folder: str) -> None:
        """Do nothing: files are sent whole."""

    def free(self) -> int | None:
        """Return how many bytes are free, if the watch says so."""
        found = _FREE.search(self._run(("gio", "info", "-f", self._uri(""))).out.decode(errors="replace"))
        return int(found[1]) if found else None

    def _uri(self, path: str) -> str:
        return "/".join((self._address, *map(quote, joined(self._root, path).rstrip("/").split("/"))))

    def _asked(self, *arguments: str) -> Ran:
        return asked(self._run, self._address, *arguments)


def asked(run: Runner, address: str, *arguments: str) -> Ran:
    """Return what ``gio`` says.

    Raises:
        WatchError: it failed; the message has no serial number.
    """
    done = run(("gio", *arguments))
    if done.code != 0:
        said = done.err.strip().splitlines()
        title = title_of(address)
        why = say_error(WatchError(said[-1])) if said else f"gio ended with {done.code}"
        for secret in (address, unquote(address), address.removeprefix("mtp://"), _serial(address)):
            why = why.replace(secret, title) if secret else why
        raise WatchError(f"{title}: {why} (is it still connected, and awake?)")
    return done


def title_of(address: str) -> str:
    """Return what an address calls its device, ``mtp://Garmin_fenix_6_Pro_0000beef``, without the number."""
    name = unquote(address).removeprefix("mtp://").strip("/")
    return name.removesuffix(_serial(address)).strip("_").replace("_", " ") or "media device"


def _serial(address: str) -> str:
    """Return the last part of the name of a device, which udev makes of its serial number."""
    return unquote(address).rstrip("/").rpartition("_")[2]


def is_media_path(path: str) -> bool:
    """Tell whether *path* leads to a media device: an address, or a folder of gvfs."""
    return path.startswith("mtp://") or f"/{_MOUNTED}" in path


def address_of(path: str) -> str:
    """Return the address of the media device that *path* leads to."""
    mark = "mtp://" if path.startswith("mtp://") else f"/{_MOUNTED}"
    return f"mtp://{path.partition(mark)[2].partition('/')[0]}"


def addresses(run: Runner, mounts: Path | None) -> list[str]:
    """Return the addresses of all media devices that gvfs has mounted, or could mount."""
    found = []
    if mounts is not None and mounts.is_dir():
        found = [f"mtp://{each.name[len(_MOUNTED) :]}" for each in mounts.glob(f"{_MOUNTED}*")]
    told = run(("gio", "mount", "-li")).out.decode(errors="replace")
    return sorted({*found, *_ADDRESS.findall(told)})


def media_devices(run: Runner, address: str) -> Iterator[MediaDevice]:
    """Yield each storage of a media device, which is mounted if it is not and may be a watch.

    Raises:
        WatchError: it does not answer.
    """
    if run(("gio", "list", f"{address}/")).code != 0:
        if not title_of(address).casefold().startswith(_MAKERS):
            return
        asked(run, address, "mount", f"{address}/")
    for each in MediaDevice(address, "", run).list(""):
        if each.is_folder:
            yield MediaDevice(address, each.name, run)
