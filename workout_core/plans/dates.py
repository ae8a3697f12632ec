"""Weeks on dates: every entry becomes a session with a day, a time and a slot."""

from __future__ import annotations

from datetime import date, time, timedelta

from workout_core.budget import Budget, Work
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.bounds import FIRST_DAY, LAST_DAY, plannable
from workout_core.model.items import count_items
from workout_core.model.plan import Event, Session, VolumeChange, Week
from workout_core.model.workout import Workout
from workout_core.phrases.titles import say_change_of_load, say_change_of_volume
from workout_core.plans.anchors import RACE_SLOT, WEEK, PlannedRace
from workout_core.plans.entries import Entry
from workout_core.plans.race_day import OnRaceDay, own_workout, with_own_workout
from workout_core.plans.usual_times import UsualTimes
from workout_core.plans.week_totals import DAYS
from workout_core.plans.weeks import InvalidWeeks, PlannedWeek, WeekProblem
from workout_core.units import WEEKDAYS


def on_dates(
    weeks: tuple[PlannedWeek, ...],
    first: date,
    start: date | None,
    race: PlannedRace | None,
    times: UsualTimes,
) -> tuple[tuple[Session, ...], tuple[Week, ...]]:
    """Return the sessions of *weeks*, and the weeks on their dates.

    Args:
        weeks: in order.
        first: the first day of the first; all begin on its weekday.
        start: the day before which there is nothing.
        race: what is at the end.
        times: of day, for sessions without their own.

    Raises:
        InvalidWeeks: some entries are before the start, or two of a week have one slot.
        InvalidWorkout: there are too many, or a week is beyond all dates.
    """
    calendar = _Calendar(times, start, race)
    counts_back = start is None
    before = sum(not week.after_race for week in weeks)
    keys = [_key(week, number, before, counts_back=counts_back) for number, week in enumerate(weeks)]
    made = tuple(calendar.week(week, first, number, keys[number]) for number, week in enumerate(weeks))
    if calendar.problems:
        raise InvalidWeeks(calendar.problems)
    calendar.add_race()
    return tuple(calendar.sessions.values()), made


def _key(week: PlannedWeek, number: int, before: int, *, counts_back: bool) -> str:
    """Return what the sessions of a week go by: its id, name or number, from a race if that says when."""
    called = week.id or week.name
    if called or not counts_back:
        return called or str(number + 1)
    return f"race+{number - before + 1}" if week.after_race else f"race-{before - 1 - number}"


def _change(entry: Entry, activity: Workout | Event, volume: float) -> VolumeChange | None:
    """Return what *volume* has made of the workout of *entry*, if there was one."""
    if entry.factor == entry.before or not isinstance(activity, Workout):
        return None
    before = entry.activity.scaled(entry.before, entry.loads)
    if not isinstance(before, Workout):
        return None
    return VolumeChange(factor=volume, what=say_change_of_volume(before, activity))


def _load_change(entry: Entry, activity: Workout | Event, load: str) -> str:
    """Say what *load* has made of the workout of *entry*; nothing if there was no change."""
    if entry.loads == entry.loads_before or not isinstance(activity, Workout):
        return ""
    before = entry.activity.scaled(entry.factor, entry.loads_before)
    what = say_change_of_load(before, activity) if isinstance(before, Workout) else ""
    what = what or gettext("as it was")
    return f"{load}: {what}"


class _Calendar:
    """Gathers sessions."""

    def __init__(self, times: UsualTimes, start: date | None, race: PlannedRace | None) -> None:
        self.times = times
        self.start = start
        self.race = race
        self.on_race_day: list[OnRaceDay] = []
        self.sessions: dict[str, Session] = {}
        self.alike: dict[str, int] = {}
        self.problems: list[WeekProblem] = []
        self.budget = Budget()

    def week(self, week: PlannedWeek, first: date, number: int, key: str) -> Week:
        """Add the sessions of a week, and return it."""
        try:
            start = plannable("the first day of a week", first + WEEK * number)
        except (OverflowError, InvalidWorkout):
            raise InvalidWorkout(
                gettext(
                    "week {number} is beyond all dates ({first} to {last})",
                    number=number + 1,
                    first=FIRST_DAY,
                    last=LAST_DAY,
                )
            ) from None
        days = [start + timedelta(days=number) for number in range(DAYS)]
        for day in days:
            for entry in week.days.get(day.weekday(), ()):
                self._add(entry, day, key, week)
        return Week(start=start, name=week.name, note=week.note)

    def _add(self, entry: Entry, day: date, key: str, week: PlannedWeek) -> None:
        if self.start is not None and day < self.start:
            told = gettext(
                "{day} is before the start on {start} (leave it out, or start earlier)",
                day=day,
                start=self.start,
            )
            self.problems.append(WeekProblem(told, entry.origin))
            return
        try:
            activity = entry.activity.scaled(entry.factor, entry.loads)
        except InvalidWorkout as error:
            self.problems.append(
                WeekProblem(
                    gettext("the load of {key} cannot be: {error}", key=repr(key), error=error), entry.origin
                )
            )
            return
        slot = self._slot(entry, key, day.weekday())
        if slot in self.sessions:
            told = gettext("two sessions of the week have the slot {slot}", slot=shown(entry.slot))
            self.problems.append(WeekProblem(told, entry.origin))
            return
        self.budget.spend(Work.SESSIONS)
        session = self.sessions[slot] = Session(
            slot=slot,
            day=day,
            activity=activity,
            at=self._at(entry, day.weekday()),
            usual=entry.at is None,
            lasts=entry.lasts,
            skipped=entry.skipped,
            race=bool(entry.race),
            volume=_change(entry, activity, week.volume),
            load=_load_change(entry, activity, week.load),
        )

        if isinstance(activity, Workout):
            self.budget.spend(Work.SESSION_STEPS, count_items(activity.items))
            if self.race is not None and day == self.race.day:
                self.on_race_day.append(OnRaceDay(entry, session, activity))

    def add_race(self) -> None:
        """Add the race, and make it one with the workout that is its own."""
        if self.race is None:
            return
        own = own_workout(self.race, self.on_race_day)
        if own is None:
            self.sessions[RACE_SLOT] = self.race.session()
            return
        del self.sessions[own.session.slot]
        self.sessions[RACE_SLOT] = with_own_workout(self.race, own)

    def _at(self, entry: Entry, weekday: int) -> time | None:
        if entry.at is None:
            return self.times.of(entry.activity.what, weekday)
        return entry.at if isinstance(entry.at, time) else None

    def _slot(self, entry: Entry, week: str, weekday: int) -> str:
        """Return what a session goes by: its week, and its own slot, or its weekday and what is done."""
        if entry.slot:
            return f"{week}/{entry.slot}"
        slot = first = f"{week}/{WEEKDAYS[weekday]}/{entry.activity.key}"
        while slot in self.sessions:
            self.alike[first] = self.alike.get(first, 1) + 1
            slot = f"{first} {self.alike[first]}"
        return slot
