"""A media device (MTP) reached by ``mtp-rs`` 0.3: on macOS, Windows, and Linux without gvfs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final

from workout_core.errors import WatchError, say_error
from workout_core.watch.programs import Ran, Runner
from workout_core.watch.storage import LARGEST_FILE, StoredFile, joined, too_large

_MAKERS: Final = ("garmin", "wahoo")
_GARMIN: Final = 0x091E
_WHY: Final = MappingProxyType(
    {
        2: "the watch is not there any more (is it still connected?)",
        4: "another program has the watch (quit Garmin Express, Android File Transfer and Photos)",
        7: "it did not read back as it was written (try another cable or port)",
    }
)
"""What its exit codes mean; the others are told in its own words."""


class MtpDevice:
    """The files of a watch in one storage of a media device."""

    ejecting = "unplug the watch"

    def __init__(self, row: dict[str, Any], storage: int, free: int | None, run: Runner) -> None:
        self._serial = str(row.get("serial_number") or "")
        self._select = ("--location", str(row["location_id"]), "--storage", str(storage))
        self._free = free
        self._run = run
        self._sizes: dict[str, int] = {}  # of files that were listed
        self.title = str(row.get("product") or row.get("manufacturer") or "media device")
        self.place = self.title

    def list(self, folder: str) -> tuple[StoredFile, ...]:
        """Return what is in *folder*."""
        told = _json(self._asked("ls", f"/{folder}"))
        rows = told.get("objects", []) if isinstance(told, dict) else []
        files = tuple(
            StoredFile(str(row["filename"]), int(row.get("size") or 0), row.get("kind") == "folder")
            for row in rows
            if "/" not in row["filename"]
        )
        self._sizes.update({joined(folder, each.name): each.size for each in files})
        return files

    def read(self, path: str, most: int = LARGEST_FILE) -> bytes:
        """Return what a file holds."""
        if path not in self._sizes:
            self.list(path.rpartition("/")[0])
        if self._sizes.get(path, 0) > most:
            raise too_large(path, most)
        with TemporaryDirectory() as here:
            file = Path(here) / "read"
            self._asked("get", f"/{path}", str(file))
            return file.read_bytes()

    def write(self, path: str, data: bytes) -> None:
        """Send a file whole; the program compares what it gets back."""
        with TemporaryDirectory() as here:
            file = Path(here) / path.rpartition("/")[2]
            file.write_bytes(data)
            self._asked("put", str(file), f"/{path}", "--replace", "--verify")
        self._sizes.pop(path, None)

    def remove(self, path: str) -> None:
        """Remove a file."""
        self._asked("rm", f"/{path}", "--yes")

    def refuse_read_only(self, folder: str) -> None:
        """Do nothing: nobody can tell before."""

    def sweep(self, folder: str) -> None:
        """Do nothing: files are sent whole."""

    def free(self) -> int | None:
        """Return how many bytes were free when it was found."""
        return self._free

    def _asked(self, *arguments: str) -> bytes:
        return _asked(self._run, self.title, self._serial, *self._select, *arguments)


def mtp_devices(run: Runner) -> Iterator[MtpDevice]:
    """Yield each storage of each watch that ``mtp-rs`` sees; none if there is no such program.

    Raises:
        WatchError: a watch does not answer.
    """
    done = run(("mtp-rs", "--json", "devices"))
    rows = _json(done.out) if done.code == 0 else []
    for row in rows if isinstance(rows, list) else []:
        maker = str(row.get("manufacturer") or "").casefold()
        if row.get("vendor_id") == _GARMIN or maker.startswith(_MAKERS):
            yield from _storages(run, row)


def _storages(run: Runner, row: dict[str, Any]) -> Iterator[MtpDevice]:
    title, serial = str(row.get("product") or "media device"), str(row.get("serial_number") or "")
    told = _json(_asked(run, title, serial, "--location", str(row["location_id"]), "info"))
    for index, each in enumerate(told.get("storages", []) if isinstance(told, dict) else []):
        free = each.get("free_space_bytes")
        yield MtpDevice(row, index, free if isinstance(free, int) else None, run)


def _asked(run: Runner, title: str, serial: str, *arguments: str) -> bytes:
    """Return what the program prints.

    Raises:
        WatchError: it failed; the message has no serial number.
    """
    done: Ran = run(("mtp-rs", "--json", *arguments))
    if done.code != 0:
        said = done.err.strip().splitlines()
        own = say_error(WatchError(said[-1])) if said else f"mtp-rs ended with {done.code}"
        why = _WHY.get(done.code or 0, own.replace(serial, title) if serial else own)
        raise WatchError(f"{title}: {why}")
    return done.out


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise WatchError("mtp-rs printed no JSON (is it version 0.3 or later?)") from None
