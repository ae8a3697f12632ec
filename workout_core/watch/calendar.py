"""The calendar of a watch: a schedule in the place of all that is on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidWorkout, WatchError, shown
from workout_core.files.digest import digest
from workout_core.model.plan import Plan
from workout_core.watch.device import Watch
from workout_core.watch.receipts import Receipt, ReceiptEntry, Replaced
from workout_core.watch.storage import joined, unused
from workout_core.watch.wanted import Wanted

SCHEDULE: Final = "workouts.schedule.fit"
CALENDAR_TITLE: Final = "the calendar"


@frozen(kw_only=True)
class CalendarChange:
    """A schedule that a watch gets.

    Attributes:
        path: where it is put.
        data: its bytes.
        days: that it has, in order.
        held: the one of an earlier load that waits there, and is replaced.
    """

    path: str
    data: bytes
    days: tuple[date, ...]
    held: Replaced | None = None

    @property
    def is_there(self) -> bool:
        """Whether it waits there already."""
        return self.held is not None and self.held.data == self.data

    @property
    def entry(self) -> ReceiptEntry:
        """What is noted of it."""
        return ReceiptEntry(
            title=CALENDAR_TITLE,
            path=self.path,
            sha256=digest(self.data),
            replaced=(self.held,) if self.held else (),
        )


def refuse_schedule(watch: Watch, wanted: Wanted, today: date) -> None:
    """Refuse what the calendar of *watch* cannot have.

    Raises:
        WatchError: the watch takes none, or not so many days.
        InvalidWorkout: it is a workout on its own, which has no day.
    """
    if watch.calendar is None:
        raise WatchError(f"{watch.model} takes no schedules (leave --schedule out)")
    if not isinstance(wanted.subject, Plan):
        name = shown(wanted.subject.name) if wanted.subject else "it"
        raise InvalidWorkout(f"{name} has no day for a calendar (give a plan, or leave --schedule out)")
    dates = days_of(wanted)
    most = watch.limits.scheduled
    if len(dates) > most:
        fitting = (dates[most] - today).days
        advice = f"--only 'next {fitting}d' fits" if fitting > 0 else "load fewer at once"
        raise WatchError(f"the calendar takes {most} days, and this makes {len(dates)} ({advice})")


def days_of(wanted: Wanted) -> tuple[date, ...]:
    """Return the days of *wanted*, in order; one for each session."""
    return tuple(sorted(day for file in wanted.files for day in file.days))


def calendar_change(
    watch: Watch, receipts: Iterable[Receipt], data: bytes, days: tuple[date, ...]
) -> CalendarChange:
    """Return what makes *data* the schedule that *watch* takes over, the only one of ours.

    Raises:
        WatchError: the watch does not answer.
    """
    folder = watch.calendar or ""
    names = {each.name for each in watch.storage.list(folder)}
    for receipt in reversed(tuple(receipts)):
        for entry in receipt.entries:
            if entry.identity is None and entry.path in {joined(folder, name) for name in names}:
                found = watch.storage.read(entry.path)
                if digest(found) == entry.sha256:
                    held = Replaced(path=entry.path, data=found)
                    return CalendarChange(path=entry.path, data=data, days=days, held=held)
    path = joined(folder, unused(SCHEDULE, {name.casefold() for name in names}))
    return CalendarChange(path=path, data=data, days=days)
