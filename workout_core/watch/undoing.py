"""What a load wrote, taken off a watch again, as far as it is still what was written."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from workout_core.errors import WatchError
from workout_core.files.digest import digest
from workout_core.watch.device import Watch, held_files
from workout_core.watch.fit_messages import FitIdentity
from workout_core.watch.receipts import ReceiptEntry, Receipts


class UndoOutcome(Enum):
    """What became of a file."""

    REMOVED = "removed"
    BACK = "is back as it was before"
    GONE = "is not there any more"
    OWNED = "was taken over by the watch, which owns it now (delete it on the watch)"
    CHANGED = "was changed since, and is kept"


class Undone(NamedTuple):
    """What became of a workout that was loaded."""

    title: str
    outcome: UndoOutcome


def undo_last(watch: Watch, receipts: Receipts, tell: Callable[[Undone], object]) -> None:
    """Undo the last load of a watch; the receipts are locked.

    Args:
        watch: the watch.
        receipts: of it.
        tell: told what becomes of each file.

    Raises:
        WatchError: nothing was loaded, or the watch does not answer; what is left can be undone later.
        OSError: the receipts could not be kept.
    """
    loads = receipts.read()
    if not loads:
        raise WatchError(f"nothing was loaded to {watch.model} at {watch.storage.place} from here")
    kept = {each.file.identity for each in held_files(watch) if each.path.rpartition("/")[0] == watch.kept}
    for entry in loads[-1].entries:
        _undo(watch, entry, kept, tell)
    receipts.keep(loads[:-1])


def _undo(
    watch: Watch, entry: ReceiptEntry, kept: set[FitIdentity], tell: Callable[[Undone], object]
) -> None:
    """Undo what was done about one workout; what made room for it comes back if it goes."""
    if entry.path:
        outcome = _outcome(watch, entry, kept)
        if outcome is UndoOutcome.REMOVED:
            watch.storage.remove(entry.path)
        tell(Undone(entry.title, outcome))
        if outcome in (UndoOutcome.OWNED, UndoOutcome.CHANGED):
            return
    for each in entry.replaced:
        if not _is_there(watch, each.path):
            watch.storage.write(each.path, each.data)
            tell(Undone(entry.title, UndoOutcome.BACK))


def _outcome(watch: Watch, entry: ReceiptEntry, kept: set[FitIdentity]) -> UndoOutcome:
    if _is_there(watch, entry.path):
        is_same = digest(watch.storage.read(entry.path)) == entry.sha256
        return UndoOutcome.REMOVED if is_same else UndoOutcome.CHANGED
    return UndoOutcome.OWNED if entry.identity in kept else UndoOutcome.GONE


def _is_there(watch: Watch, path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return any(each.name == name for each in watch.storage.list(folder))
