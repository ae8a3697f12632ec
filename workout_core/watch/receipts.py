"""What was put on watches, kept in the user's own folder: what undoing and comparing go by.

A watch is known by its model and by where it is connected, never by its serial number.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from workout_core.errors import WatchError
from workout_core.files.digest import digest
from workout_core.files.drafts import make_folders
from workout_core.files.locks import locked
from workout_core.files.replace import replace_file
from workout_core.files.user_folders import state_folder
from workout_core.pipeline.file_names import slug
from workout_core.watch.device import Watch
from workout_core.watch.fit_messages import FitIdentity

MOST_LOADS: Final = 20
"""That are kept of a watch; older ones cannot be undone."""
_VERSION: Final = 1
_TEXTS: Final = ("title", "path", "sha256", "of", "about", "source")
"""What is written of an entry as it is."""


@frozen(kw_only=True)
class Replaced:
    """A file that was on a watch before: its path, and what it held."""

    path: str
    data: bytes


@frozen(kw_only=True)
class ReceiptEntry:
    """What became of one workout in a load.

    Attributes:
        title: what people call it.
        path: of the file that was written; empty if one was only removed.
        sha256: of what was written.
        identity: of the workout; None for a schedule.
        of: the identity of the plan that it is of.
        about: how long it is, and when it is to be done.
        source: the document that it is of.
        replaced: what was removed for it.
    """

    title: str
    path: str = ""
    sha256: str = ""
    identity: FitIdentity | None = None
    of: str = ""
    about: str = ""
    source: str = ""
    replaced: tuple[Replaced, ...] = ()


@frozen(kw_only=True)
class Receipt:
    """One load: when it was, and what it did."""

    made: datetime
    entries: tuple[ReceiptEntry, ...]


class Receipts:
    """The receipts of one watch in a folder."""

    def __init__(self, folder: Path, watch: Watch) -> None:
        self.folder = folder
        self.file = folder / f"{slug(watch.model)}-{digest(watch.storage.place.encode())[:8]}.json"

    def locked(self) -> AbstractContextManager[None]:
        """Hold them for oneself.

        Raises:
            InvalidWorkout: somebody else is loading a watch, and does not end.
            OSError: the disk would not have it.
        """
        make_folders(self.folder)
        return locked(self.folder)

    def read(self) -> tuple[Receipt, ...]:
        """Return what was loaded, the last at the end.

        Raises:
            WatchError: the file is not what was written.
            OSError: the disk would not give it.
        """
        try:
            found = json.loads(self.file.read_text("utf-8"))
            return tuple(map(_receipt, found["loads"])) if found["format"] == _VERSION else _broken(self.file)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return _broken(self.file)

    def keep(self, receipts: Iterable[Receipt]) -> None:
        """Write what was loaded, the last at the end.

        Raises:
            OSError: the disk would not have it.
        """
        loads = [_written(each) for each in receipts][-MOST_LOADS:]
        data = (json.dumps({"format": _VERSION, "loads": loads}, indent=1) + "\n").encode()
        make_folders(self.folder)
        replace_file(self.file, data, is_private=True)


def loaded(receipts: Iterable[Receipt]) -> dict[FitIdentity, ReceiptEntry]:
    """Return what was last loaded of each workout."""
    return {
        entry.identity: entry for each in receipts for entry in each.entries if entry.identity and entry.path
    }


def receipts_folder() -> Path:
    """Return where the receipts of all watches are."""
    return state_folder() / "watches"


def _broken(file: Path) -> tuple[Receipt, ...]:
    raise WatchError(f"{file}: is not what was written there (remove it; what was loaded is forgotten then)")


def _receipt(said: Any) -> Receipt:
    return Receipt(made=datetime.fromisoformat(said["made"]), entries=tuple(map(_entry, said["entries"])))


def _entry(said: Any) -> ReceiptEntry:
    numbers = said.get("identity")
    return ReceiptEntry(
        **{key: str(said.get(key, "")) for key in _TEXTS},
        identity=FitIdentity(*map(int, numbers)) if numbers else None,
        replaced=tuple(
            Replaced(path=str(path), data=b64decode(data)) for path, data in said.get("replaced", {}).items()
        ),
    )


def _written(receipt: Receipt) -> dict[str, Any]:
    entries = []
    for entry in receipt.entries:
        said = {
            **{key: getattr(entry, key) for key in _TEXTS},
            "identity": list(entry.identity or ()),
            "replaced": {each.path: b64encode(each.data).decode() for each in entry.replaced},
        }
        entries.append({key: value for key, value in said.items() if value})
    return {"made": receipt.made.isoformat(), "entries": entries}
