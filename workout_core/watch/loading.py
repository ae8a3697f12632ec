"""Workouts onto a watch: refused before anything is written, or written whole, read back, and noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Final

from attrs import frozen

from workout_core.errors import WatchError, shown
from workout_core.files.digest import digest
from workout_core.watch.calendar import CalendarChange
from workout_core.watch.changes import LoadAction, WatchChange, WatchContents, load_changes, workouts_after
from workout_core.watch.device import Watch
from workout_core.watch.receipts import Receipt, ReceiptEntry, Receipts, Replaced
from workout_core.watch.spans import next_days
from workout_core.watch.storage import is_there, joined, unused
from workout_core.watch.wanted import WantedFile

_LONGEST_SPAN: Final = 60
_RESERVE: Final = 2**16
"""Bytes that are left free: file systems write whole blocks, and names."""
Tell = Callable[[WatchChange], object]


@frozen(kw_only=True)
class Load:
    """What is done to a watch.

    Attributes:
        watch: the watch.
        changes: what is done about each workout.
        calendar: what the calendar of the watch becomes; None if it keeps its own.
    """

    watch: Watch
    changes: tuple[WatchChange, ...]
    calendar: CalendarChange | None = None

    @property
    def written(self) -> list[WantedFile]:
        """The files that are written."""
        due = (LoadAction.ADD, LoadAction.REPLACE)
        return [each.wanted for each in self.changes if each.wanted and each.action in due]

    @property
    def schedule(self) -> CalendarChange | None:
        """The schedule that is written."""
        return None if self.calendar is None or self.calendar.is_there else self.calendar


def refuse_overflow(
    load: Load, known: WatchContents, wanted: Sequence[WantedFile], today: date, *, left: int
) -> None:
    """Refuse what the watch would drop, has no room for or will not have, and say what would fit.

    Args:
        load: what is to be done.
        known: what is on the watch.
        wanted: all that is to be there.
        today: the day from which spans count.
        left: how many workouts of earlier loads ``--prune`` would remove; none if it does already.

    Raises:
        WatchError: it does not fit.
    """
    limits, watch = load.watch.limits, load.watch
    for each in load.written:
        if limits.steps is not None and each.file.steps > limits.steps:
            raise WatchError(
                f"{shown(each.title)} has {each.file.steps} steps, and {watch.model} takes {limits.steps} "
                "(split it, or write what repeats as a repeat)"
            )
    after = workouts_after(load.changes, known)
    if limits.workouts is not None and after > limits.workouts:
        there = len({each.file.identity for each in known.held})
        raise WatchError(
            f"{watch.model} keeps {limits.workouts} workouts and drops the rest: it has {there}, and this "
            f"makes {after} ({_way_out(load, known, wanted, today, left, limits.workouts)})"
        )
    size = sum(len(each.data) for each in load.written)
    size += len(load.schedule.data) if load.schedule else 0
    free = watch.storage.free()
    if size and free is not None and size + _RESERVE > free:
        needed = f"this takes {size}, and {_RESERVE} are left free"
        raise WatchError(f"{watch.model} has {free} bytes free, and {needed} (make room on it)")
    if (size or any(change.wanted is None for change in load.changes)) and watch.inbox is not None:
        watch.storage.refuse_read_only(watch.inbox)


def _way_out(
    load: Load, known: WatchContents, wanted: Sequence[WantedFile], today: date, left: int, most: int
) -> str:
    """Say what would fit: fewer days, or without what earlier loads have left."""
    removed = [each for change in load.changes if change.wanted is None for each in change.held]
    ways = []
    if left:
        ways.append(f"--prune removes {left} of earlier loads")
    for days in range(_LONGEST_SPAN, 0, -1):
        span = next_days(days, today)
        fewer = [each for each in wanted if any(map(span.has, each.days))]
        if fewer and workouts_after(load_changes(fewer, known, removed), known) <= most:
            ways.append(f"--only 'next {days}d' fits")
            break
    return ", ".join(ways) or "delete some on the watch first"


def carry_out(load: Load, receipts: Receipts, now: datetime, tell: Tell) -> None:
    """Do it: each file whole, read back and compared; the receipt is there before the first is written.

    The receipts are locked. If it ends early, the receipt has what was done.

    Raises:
        WatchError: the watch would not do it; what is there until then is told.
        OSError: the receipt could not be kept.
    """
    watch, before = load.watch, receipts.read()
    watch.storage.sweep(watch.inbox or "")
    taken = {each.name.casefold() for each in watch.storage.list(watch.inbox or "")}
    plan = [(change, _path_for(watch, change, taken)) for change in load.changes]
    entries = [_entry(change, path) for change, path in plan if change.action is not LoadAction.KEEP]
    entries += [load.schedule.entry] if load.schedule else []
    _note(receipts, before, now, entries)
    started: list[ReceiptEntry] = []
    due, done = iter(entries), 0
    try:
        for change, path in plan:
            if change.action is not LoadAction.KEEP:
                started.append(next(due))
                _do(watch, change, path)
            done += bool(path)
            tell(change)
        if load.schedule:
            started.append(next(due))
            _put(watch, load.schedule.path, load.schedule.data)
    except BaseException as error:
        if started and not _has_begun(watch, started[-1]):
            started.pop()
        _note(receipts, before, now, started)
        if isinstance(error, WatchError):
            advice = "'workout watch undo' takes off what is there; the same command goes on"
            so_far = f"{done} of {len(load.written)} are loaded and read back ({advice})"
            raise WatchError(f"{error}; {so_far}") from error
        raise


def _note(
    receipts: Receipts, before: Sequence[Receipt], now: datetime, entries: Sequence[ReceiptEntry]
) -> None:
    """Keep the receipt of a load that did something."""
    made = Receipt(made=now, entries=tuple(entries))
    after = (*before, made) if entries else tuple(before)
    if after != receipts.read():
        receipts.keep(after)


def _has_begun(watch: Watch, entry: ReceiptEntry) -> bool:
    """Tell whether something was done about a workout, or whether nobody can tell."""
    with suppress(WatchError):
        if entry.path and is_there(watch.storage, entry.path):
            return digest(watch.storage.read(entry.path)) == entry.sha256
        return not all(is_there(watch.storage, each.path) for each in entry.replaced)
    return True


def _path_for(watch: Watch, change: WatchChange, taken: set[str]) -> str:
    """Return where a workout goes, if it is written: where an earlier one of it waits, or a new name."""
    if change.wanted is None or change.action is LoadAction.KEEP:
        return ""
    inbox = watch.inbox or ""
    for held in change.held:
        if held.path.rpartition("/")[0] == inbox:
            return held.path
    return joined(inbox, unused(change.wanted.name, taken))


def _entry(change: WatchChange, path: str) -> ReceiptEntry:
    replaced = tuple(Replaced(path=each.path, data=each.data) for each in change.held)
    if change.wanted is None:
        return ReceiptEntry(title=change.title, replaced=replaced)
    wanted = change.wanted
    return ReceiptEntry(
        title=wanted.title,
        path=path,
        sha256=digest(wanted.data),
        identity=wanted.file.identity,
        of=wanted.of,
        about=", ".join(filter(None, (wanted.length, wanted.when))),
        source=wanted.full_source,
        replaced=replaced,
    )


def _do(watch: Watch, change: WatchChange, path: str) -> None:
    """Write a workout, then remove what was there of it."""
    if change.action is LoadAction.KEEP:
        return
    if change.wanted is not None:
        _put(watch, path, change.wanted.data)
    for held in change.held:
        if held.path != path:
            watch.storage.remove(held.path)


def _put(watch: Watch, path: str, data: bytes) -> None:
    """Write a file and compare what the watch gives back; half a file does not stay."""
    try:
        watch.storage.write(path, data)
        _compare(watch, path, data)
    except BaseException:
        _remove_half(watch, path, data)
        raise


def _compare(watch: Watch, path: str, data: bytes) -> None:
    if watch.storage.read(path) != data:
        raise WatchError(f"{path} did not read back as it was written (try another cable or port)")


def _remove_half(watch: Watch, path: str, data: bytes) -> None:
    with suppress(WatchError):
        storage = watch.storage
        if is_there(storage, path) and data.startswith(found := storage.read(path)) and found != data:
            storage.remove(path)
