"""What a load does to a watch: pure decisions, nothing written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from workout_core.files.digest import digest
from workout_core.watch.device import HeldFile
from workout_core.watch.fit_messages import FitIdentity
from workout_core.watch.receipts import ReceiptEntry
from workout_core.watch.wanted import WantedFile


class LoadAction(Enum):
    """What is done about a workout."""

    ADD = "new"
    REPLACE = "replaced"
    KEEP = "there already"
    REMOVE = "removed"


@frozen(kw_only=True)
class WatchChange:
    """What is done about one workout.

    Attributes:
        action: what.
        title: of the workout.
        wanted: what is to be there; None where one is removed.
        held: what is there of it now.
        was_of: the document that what is replaced was loaded from, if that is another one.
    """

    action: LoadAction
    title: str
    wanted: WantedFile | None = None
    held: tuple[HeldFile, ...] = ()
    was_of: str = ""


class Presence(Enum):
    """Whether a watch holds a workout."""

    KEPT = "on the watch"
    WAITING = "waits until the watch is unplugged"
    CHANGED = "on the watch, as it was before"
    MISSING = "not on the watch"


class WatchContents(NamedTuple):
    """What is on a watch, and what was loaded before."""

    held: tuple[HeldFile, ...]
    loaded: Mapping[FitIdentity, ReceiptEntry]

    def of(self, wanted: WantedFile) -> tuple[HeldFile, ...]:
        """Return what is there of the identity of a workout."""
        return tuple(each for each in self.held if each.file.identity == wanted.file.identity)

    def presence(self, wanted: WantedFile) -> Presence:
        """Tell whether a workout is on the watch.

        A watch rewrites what it takes over, so that bytes tell nothing then; the receipt does.
        """
        held = self.of(wanted)
        if not held:
            return Presence.MISSING
        if len(held) > 1:
            return Presence.CHANGED
        if held[0].data == wanted.data:
            return Presence.WAITING if held[0].is_waiting else Presence.KEPT
        entry = self.loaded.get(wanted.file.identity)
        is_same = entry is not None and entry.sha256 == digest(wanted.data) and not held[0].is_waiting
        return Presence.KEPT if is_same else Presence.CHANGED

    def left(self, plans: Iterable[str], wanted: Iterable[WantedFile]) -> list[HeldFile]:
        """Return what earlier loads put there of *plans* that is not *wanted* now."""
        identities = {each.file.identity for each in wanted}
        of = set(plans)
        return [
            each
            for each in self.held
            if each.file.identity in self.loaded
            and self.loaded[each.file.identity].of in of
            and each.file.identity not in identities
        ]


def load_changes(
    wanted: Iterable[WantedFile], known: WatchContents, removed: Iterable[HeldFile]
) -> list[WatchChange]:
    """Return what makes a watch hold what is *wanted*: removals first, as they make room.

    Args:
        wanted: the workouts, those of one identity once.
        known: what is there.
        removed: what is taken off.
    """
    changes = [
        WatchChange(action=LoadAction.REMOVE, title=_title(each, known), held=(each,)) for each in removed
    ]
    for each in {one.file.identity: one for one in wanted}.values():
        presence = known.presence(each)
        action = LoadAction.REPLACE
        if presence is Presence.MISSING:
            action = LoadAction.ADD
        elif presence in (Presence.KEPT, Presence.WAITING):
            action = LoadAction.KEEP
        entry = known.loaded.get(each.file.identity) if action is LoadAction.REPLACE else None
        was_of = entry.source if entry and entry.source != each.full_source else ""
        changes.append(
            WatchChange(action=action, title=each.title, wanted=each, held=known.of(each), was_of=was_of)
        )
    return changes


def _title(held: HeldFile, known: WatchContents) -> str:
    entry = known.loaded.get(held.file.identity)
    return entry.title if entry else held.file.name or "workout"


def workouts_after(changes: Iterable[WatchChange], known: WatchContents) -> int:
    """Return how many workouts are on the watch after *changes*."""
    kept = {each.file.identity for each in known.held}
    for change in changes:
        if change.wanted is not None:
            kept.add(change.wanted.file.identity)
        else:
            kept -= {each.file.identity for each in change.held}
    return len(kept)
