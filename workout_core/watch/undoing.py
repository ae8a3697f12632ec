"""What a load wrote, taken off a watch again, as far as it is still what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from attrs import evolve

from workout_core.errors import WatchError
from workout_core.files.digest import digest
from workout_core.watch.device import Watch, held_files
from workout_core.watch.fit_messages import FitIdentity
from workout_core.watch.receipts import ReceiptEntry, Receipts
from workout_core.watch.storage import is_there


class UndoOutcome(Enum):
    """What became of a file."""

    REMOVED = "removed"
    TAKEN = "removed, though the watch had taken it over"
    BACK = "is back as it was before"
    GONE = "is not there any more"
    STAYS = "is not there any more: what the watch has taken over stays (--schedule replaces it)"
    CHANGED = "was changed since, and is kept (delete it on the watch)"


class Undone(NamedTuple):
    """What became of a workout that was loaded."""

    title: str
    outcome: UndoOutcome


def undo_last(watch: Watch, receipts: Receipts, tell: Callable[[Undone], object]) -> bool:
    """Undo the last load of a watch, and tell whether all of it is undone; the receipts are locked.

    A watch rewrites what it takes over: what is there is known by its identity then, as it is when it is
    replaced or pruned.

    Args:
        watch: the watch.
        receipts: of it, which keep what is not undone.
        tell: told what becomes of each file.

    Raises:
        WatchError: nothing was loaded, or the watch does not answer; what is left can be undone later.
        OSError: the receipts could not be kept.
    """
    loads = receipts.read()
    if not loads:
        raise WatchError(f"nothing was loaded to {watch.model} at {watch.storage.place} from here")
    if watch.inbox is not None:
        watch.storage.sweep(watch.inbox)
    taken: dict[FitIdentity, list[str]] = {}
    for each in held_files(watch):
        if not each.is_waiting:
            taken.setdefault(each.file.identity, []).append(each.path)
    last = loads[-1]
    left = tuple(entry for entry in last.entries if not _undo(watch, entry, taken, tell))
    receipts.keep((*loads[:-1], evolve(last, entries=left)) if left else loads[:-1])
    return not left


def _undo(
    watch: Watch,
    entry: ReceiptEntry,
    taken: Mapping[FitIdentity, Sequence[str]],
    tell: Callable[[Undone], object],
) -> bool:
    """Undo what was done about one workout, and tell whether it is; what made room for it comes back."""
    if entry.path:
        paths, outcome = _outcome(watch, entry, taken)
        for path in paths:
            watch.storage.remove(path)
        tell(Undone(entry.title, outcome))
        if outcome is UndoOutcome.CHANGED:
            return False
    for each in entry.replaced:
        if not is_there(watch.storage, each.path):
            watch.storage.write(each.path, each.data)
            tell(Undone(entry.title, UndoOutcome.BACK))
    return True


def _outcome(
    watch: Watch, entry: ReceiptEntry, taken: Mapping[FitIdentity, Sequence[str]]
) -> tuple[Sequence[str], UndoOutcome]:
    """Return which files go, and what is said of that."""
    if is_there(watch.storage, entry.path):
        if digest(watch.storage.read(entry.path)) == entry.sha256:
            return (entry.path,), UndoOutcome.REMOVED
        return (), UndoOutcome.CHANGED
    if entry.identity is None:
        return (), UndoOutcome.STAYS
    paths = taken.get(entry.identity, ())
    return paths, UndoOutcome.TAKEN if paths else UndoOutcome.GONE
