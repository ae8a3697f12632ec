"""Published folders that follow their documents: what is saved is built, and a failure leaves the old."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Final, NamedTuple, Self

from workout_core.feed.access import Tell, moment, trouble_entry
from workout_core.feed.layout import RECORD
from workout_core.files.changes import looked_for_changes, told_changes
from workout_core.files.paths import status_of

_PATIENCE: Final = 2.0
"""Seconds after which files are looked at in any case: on some drives no change is ever told."""
_SHARE: Final = 20
"""How many times longer than it takes to look at all files nobody looks at them."""
_LONGEST_WAIT: Final = 30.0
"""Seconds for which a save waits while folders are built because a day has passed."""
_Stamp = tuple[int, int, int] | None


class Builds(NamedTuple):
    """How published folders are made.

    Attributes:
        sources: returns the files that a folder is made of; none if that is not known.
        rebuild: makes a folder anew from them, or raises, and leaves it as it was.
    """

    sources: Callable[[Path], Iterable[Path]]
    rebuild: Callable[[Path], object]


Wait = Callable[[Sequence[Path], Event, float], Iterator[object]]
"""Yields whenever something may have changed in folders, and each time so many seconds have passed, until the
event is set."""


class Rebuilding:
    """While it is entered, a thread builds the folder *root*, and those in it, whenever they are due."""

    def __init__(
        self,
        root: Path,
        builds: Builds,
        tell: Tell,
        *,
        day: Callable[[], date],
        wait: Wait | None = None,
    ) -> None:
        """Follow documents.

        Args:
            root: a published folder, or one of such folders.
            builds: how they are made.
            tell: takes the entries of the log.
            day: today; a page marks it, and is built anew on the next.
            wait: waits for changes; for what the system tells if left out.
        """
        self._root = root
        self._builds = builds
        self._tell = tell
        self._day = day
        self._wait = wait or told_changes
        self._end = Event()
        self._seen: dict[Path, dict[Path, _Stamp]] = {}
        self._records: dict[Path, _Stamp] = {}
        self._days: dict[Path, date] = {}
        self._thread = Thread(target=self.run, name="rebuilding", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._end.set()
        # A build that is going on is let be: a set of files is old or new, whenever the process ends.
        self._thread.join(_PATIENCE)

    def run(self) -> None:
        """Build what is due now, and again after each change, until it is left."""
        while not self._end.is_set():
            patience = self._look()
            watched = self._folders()
            try:
                for _ in self._wait(watched, self._end, patience):
                    self._look()
                    if self._end.is_set() or self._folders() != watched:
                        break
            except (OSError, RuntimeError) as error:  # such as more folders than the system watches
                self._tell(trouble_entry("changes are not told, and are looked for", str(self._root), error))
                self._wait = looked_for_changes

    def _folders(self) -> list[Path]:
        """Return the folders in which a change may make something due."""
        sources = {source.parent for stamps in self._seen.values() for source in stamps}
        return sorted(each for each in {self._root, *sources} if each.is_dir())

    def _look(self) -> float:
        """Build every folder whose documents are not what they were, and return for how long not to look.

        Then build those that are of another day, until that took as long as a change may have to wait.
        """
        start = monotonic()
        folders = self._published()
        self._attempt(self._follow, folders)
        patience = max(_PATIENCE, _SHARE * (monotonic() - start))
        today, until = self._day(), monotonic() + _LONGEST_WAIT
        for folder in folders:
            if self._days.get(folder, today) < today and monotonic() < until:
                self._days[folder] = today
                self._attempt(self._build, [folder])
        return patience

    def _attempt(self, work: Callable[[Path], object], folders: Iterable[Path]) -> None:
        """Do something with each folder, and tell what fails, which holds up no other."""
        for folder in folders:
            if self._end.is_set():
                return
            try:
                work(folder)
            except Exception as error:  # noqa: BLE001 - whatever a plugin does, the old one is served
                self._tell(trouble_entry("not rebuilt, the old one stays", str(folder), error))

    def _published(self) -> list[Path]:
        """Return the root, and the folders in it, as far as they are published."""
        try:
            with os.scandir(self._root) as found:
                inner = [Path(each.path) for each in found if each.is_dir() and not each.name.startswith(".")]
        except OSError:
            return []
        return [each for each in (self._root, *sorted(inner)) if (each / RECORD).is_file()]

    def _follow(self, folder: Path) -> None:
        """Build *folder* if a document changed since it was last looked at, or since it was built."""
        record = _stamp(folder / RECORD)
        before = self._seen.get(folder)
        if before is None or self._records.get(folder) != record:
            self._note(folder, record)
            self._days[folder] = _day_of(record) or self._day()
            if before is not None or not self._is_older(folder, record):
                return  # somebody else has built it
        elif all(_stamp(file) == stamp for file, stamp in before.items()):
            return
        self._days[folder] = self._day()
        self._build(folder)

    def _build(self, folder: Path) -> None:
        self._note(folder, _stamp(folder / RECORD))
        noted = self._seen[folder]  # before it is built: what is saved meanwhile is due again
        self._builds.rebuild(folder)
        self._note(folder, _stamp(folder / RECORD))
        self._seen[folder] |= {file: noted[file] for file in noted.keys() & self._seen[folder].keys()}
        self._tell({"time": moment(), "event": "rebuilt", "where": str(folder)})

    def _note(self, folder: Path, record: _Stamp) -> None:
        self._records[folder] = record
        self._seen[folder] = {}  # told once, if it cannot be read
        self._seen[folder] = {source: _stamp(source) for source in self._builds.sources(folder)}

    def _is_older(self, folder: Path, record: _Stamp) -> bool:
        """Tell whether a document was saved after *folder* was built, while nobody looked."""
        return record is not None and any(
            stamp is not None and stamp[1] > record[1] for stamp in self._seen[folder].values()
        )


def _stamp(file: Path) -> _Stamp:
    try:
        status = status_of(file)
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size) if status else None


def _day_of(stamp: _Stamp) -> date | None:
    """Return the day on which a file was written."""
    return datetime.fromtimestamp(stamp[1] / 10**9, UTC).astimezone().date() if stamp else None
