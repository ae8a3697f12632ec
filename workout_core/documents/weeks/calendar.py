"""Weeks on dates: every entry becomes a session with a day, a time and a slot."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from attrs import define, field

from workout_core.documents.source import FAILED
from workout_core.documents.weeks.anchor import RACE_SLOT, WEEK, Race
from workout_core.documents.weeks.changes import Sessions
from workout_core.documents.weeks.entry import Entry
from workout_core.documents.weeks.season import Row
from workout_core.documents.weeks.times import ALL_DAY, WEEKDAYS, Times
from workout_core.errors import InvalidWorkout, shown
from workout_core.model.plan import Session, Week
from workout_core.phrases import say_change_of_volume

MOST_SESSIONS: Final = 20_000
"""Of one plan: ten years of five a day are fewer."""


def dated(
    rows: tuple[Row, ...], monday: date, start: date | None, race: Race | None, times: Times
) -> tuple[Any, tuple[Week, ...]]:
    """Return the sessions of *rows* by their slots, or FAILED if some are wrong; and the weeks.

    Args:
        rows: the weeks, in order.
        monday: the first day of the first.
        start: the day before which there is nothing.
        race: what is at the end.
        times: of day, for sessions without their own.
    """
    made = _Calendar(times, start)
    counts_back = start is None
    keys = [_key(row, number, len(rows), counts_back=counts_back) for number, row in enumerate(rows)]
    weeks = tuple(made.week(row, monday, number, keys[number]) for number, row in enumerate(rows))
    if race is not None:
        made.sessions[RACE_SLOT] = race.session()
    return FAILED if made.is_wrong else made.sessions, weeks


def _key(row: Row, number: int, count: int, *, counts_back: bool) -> str:
    """Return what the sessions of a week go by: its name, or its number, back from a race if there is one."""
    return row.name or (f"race-{count - 1 - number}" if counts_back else str(number + 1))


@define
class _Calendar:
    """Gathers sessions."""

    times: Times
    start: date | None
    sessions: Sessions = field(factory=dict)
    alike: dict[str, int] = field(factory=dict)
    is_wrong: bool = False

    def week(self, row: Row, monday: date, number: int, key: str) -> Week:
        """Add the sessions of a week, and return it."""
        try:
            first = monday + WEEK * number
            first + timedelta(days=6)
        except OverflowError:
            raise InvalidWorkout(f"week {number + 1} is beyond all dates") from None
        said: list[str] = []
        for weekday in sorted(row.days):
            for entry in row.days[weekday]:
                self._add(entry, first + timedelta(days=weekday), key, said)
        volume = f"Volume {row.volume - 1:+.0%}: {'; '.join(said)}" if said else ""
        return Week(start=first, name=row.name, note="\n".join(filter(None, (row.note, volume))))

    def _add(self, entry: Entry, day: date, week: str, said: list[str]) -> None:
        if self.start is not None and day < self.start:
            self._say(entry, f"{day} is before the start on {self.start} (leave it out, or start earlier)")
            return
        activity = entry.activity.scaled(entry.factor)
        if entry.factor != entry.before:
            said += say_change_of_volume(entry.activity.scaled(entry.before), activity)
        slot = self._slot(entry, week, day.weekday())
        if slot in self.sessions:
            self._say(entry, f"two sessions of the week have the slot {shown(entry.when.slot)}")
            return
        if len(self.sessions) == MOST_SESSIONS:
            raise InvalidWorkout(f"more than {MOST_SESSIONS} sessions")
        self.sessions[slot] = Session(
            slot=slot,
            day=day,
            activity=activity,
            at=self._at(entry, day.weekday()),
            lasts=entry.when.lasts,
            skipped=entry.when.skipped,
        )

    def _say(self, entry: Entry, message: str) -> None:
        entry.place.problem(entry.node, message)
        self.is_wrong = True

    def _at(self, entry: Entry, weekday: int) -> Any:
        own = entry.when.at
        if own is None:
            return self.times.of(entry.activity.what, weekday)
        return None if own == ALL_DAY else own

    def _slot(self, entry: Entry, week: str, weekday: int) -> str:
        """Return what a session goes by: its week, and its own slot, or its weekday and what is done."""
        if entry.when.slot:
            return f"{week}/{entry.when.slot}"
        slot = first = f"{week}/{WEEKDAYS[weekday]}/{entry.activity.key}"
        while slot in self.sessions:
            self.alike[first] = self.alike.get(first, 1) + 1
            slot = f"{first} {self.alike[first]}"
        return slot
