"""A plan after what happened since it was written: moved, skipped, put off; each function gives a new one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final, Protocol

from attrs import evolve, frozen

from workout_core.budget import Budget, Work
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.languages import gettext, gettext_noop
from workout_core.model.bounds import FIRST_DAY, LAST_DAY, plannable
from workout_core.model.plan import Plan, Session, Week
from workout_core.units import with_short_weekdays

ALL_DAY: Final = "all day"


class Schedule:
    """The sessions of a plan by their keys, its weeks, and the days they are on now; changes are made in it.

    Days stand apart, because a change may put off thousands of sessions and weeks.

    Attributes:
        sessions: by their keys, on the days that they had.
        days: by the same keys, as they are now.
        weeks: those that have a name, or of which there is something to say.
        starts: of the weeks, as they are now.
        budget: what the changes have cost.
    """

    def __init__(self, sessions: Iterable[Session], weeks: Iterable[Week]) -> None:
        self.sessions = {session.key: session for session in sessions}
        self.days = {key: session.day for key, session in self.sessions.items()}
        self.weeks = tuple(weeks)
        self.starts = [week.start for week in self.weeks]
        self.budget = Budget()
        self._races = [key for key, session in self.sessions.items() if session.is_race]
        self._others = [key for key, session in self.sessions.items() if not session.is_race]

    def called(self, key: str) -> Session:
        """Return the session that goes by *key*, in which a weekday may be spelt in another way.

        Raises:
            InvalidWorkout: there is none.
        """
        if found := self.sessions.get(key) or self.sessions.get(with_short_weekdays(key)):
            return found
        told = gettext_noop("{text} is not a session of this plan ({hint})")
        raise InvalidWorkout(gettext(told, text=shown(key), hint=suggestion(key, self.sessions)))

    def has_race_from(self, day: date) -> bool:
        """Tell whether there is a race on *day* or later."""
        return any(self.days[key] >= day for key in self._races)

    def others(self) -> list[str]:
        """Return the keys of the sessions that are no races, of which each will be looked at.

        Raises:
            TooMuchWork: the changes have looked at too many.
        """
        self.budget.spend(Work.CHANGES, len(self._others))
        return self._others

    def plan(self, plan: Plan) -> Plan:
        """Return *plan* with these sessions, on these days, and these weeks."""
        sessions = (
            session if session.day == (day := self.days[key]) else evolve(session, day=day)
            for key, session in self.sessions.items()
        )
        weeks = zip(self.weeks, self.starts, strict=True)
        moved = (week if week.start == start else evolve(week, start=start) for week, start in weeks)
        return evolve(plan, sessions=tuple(sessions), weeks=tuple(moved))


class Change(Protocol):
    """One change of a plan."""

    def apply(self, schedule: Schedule) -> None:
        """Make the change in *schedule*.

        Raises:
            InvalidWorkout: there is no such session.
            OverflowError: it would lead beyond all dates.
        """

    @property
    def named(self) -> tuple[str, ...]:
        """The keys of the sessions that it names one by one."""


@frozen(kw_only=True)
class Move:
    """Put one session on another day, or at another time, or at no time: ``all day``."""

    slot: str
    to: date
    at: time | str | None = None

    def apply(self, schedule: Schedule) -> None:
        """Put the session on its new day."""
        session = schedule.called(self.slot)
        at = session.at if self.at is None else self.at if isinstance(self.at, time) else None
        schedule.sessions[session.key] = evolve(session, day=self.to, at=at)
        schedule.days[session.key] = self.to

    @property
    def named(self) -> tuple[str, ...]:
        """The one session."""
        return (self.slot,)


@frozen(kw_only=True)
class Swap:
    """Do two sessions on each other's days, at each other's times."""

    slot: str
    other: str

    def apply(self, schedule: Schedule) -> None:
        """Exchange the two."""
        one, other, days = schedule.called(self.slot), schedule.called(self.other), schedule.days
        days[one.key], days[other.key] = days[other.key], days[one.key]
        schedule.sessions[one.key] = evolve(one, at=other.at)
        schedule.sessions[other.key] = evolve(other, at=one.at)

    @property
    def named(self) -> tuple[str, ...]:
        """Both sessions."""
        return self.slot, self.other


@frozen(kw_only=True)
class Skip:
    """Leave one session out this time."""

    slot: str

    def apply(self, schedule: Schedule) -> None:
        """Skip the session; it stays in the plan."""
        session = schedule.called(self.slot)
        schedule.sessions[session.key] = evolve(session, skipped=True)

    @property
    def named(self) -> tuple[str, ...]:
        """The one session."""
        return (self.slot,)


@frozen(kw_only=True)
class Keep:
    """Restore a session that is skipped."""

    slot: str

    def apply(self, schedule: Schedule) -> None:
        """Make the session one to be done."""
        session = schedule.called(self.slot)
        schedule.sessions[session.key] = evolve(session, skipped=False)

    @property
    def named(self) -> tuple[str, ...]:
        """The one session."""
        return (self.slot,)


@frozen(kw_only=True)
class Shift:
    """Put all sessions from a day on so many days off; without a day, all. Races stay where they are."""

    days: int
    start: date | None = None

    def apply(self, schedule: Schedule) -> None:
        """Put the sessions off; whole weeks that are put off take their names with them."""
        by, days = timedelta(days=self.days), schedule.days
        for key in schedule.others():
            if self._is_meant(days[key]):
                days[key] += by
        if self.days % 7 == 0:
            for number, start in enumerate(schedule.starts):
                if self._is_meant(start):
                    schedule.starts[number] = plannable("the first day of a week", start + by)

    def _is_meant(self, day: date) -> bool:
        return self.start is None or day >= self.start

    @property
    def named(self) -> tuple[str, ...]:
        """None by itself."""
        return ()


@frozen(kw_only=True)
class Pause:
    """Do nothing for so many days: what comes later is put off, or left out where a race has its day."""

    start: date
    days: int

    def __attrs_post_init__(self) -> None:
        if self.days < 1:
            raise InvalidWorkout(gettext("a pause lasts a day or more: {days}", days=self.days))

    def apply(self, schedule: Schedule) -> None:
        """Put the sessions off, or skip what falls into the pause."""
        if not schedule.has_race_from(self.start):
            Shift(days=self.days, start=self.start).apply(schedule)
            return
        end = self.start + timedelta(days=self.days)
        for key in schedule.others():
            if self.start <= schedule.days[key] < end and not schedule.sessions[key].skipped:
                schedule.sessions[key] = evolve(schedule.sessions[key], skipped=True)

    @property
    def named(self) -> tuple[str, ...]:
        """None by itself."""
        return ()


def schedule_of(plan: Plan) -> Schedule:
    """Return the sessions of *plan* by their keys, and its weeks."""
    return Schedule(plan.sessions, plan.weeks)


def make(change: Change, schedule: Schedule) -> None:
    """Make *change* in *schedule*.

    Raises:
        InvalidWorkout: there is no such session, it would lead beyond all dates, or changes are too many.
    """
    try:
        change.apply(schedule)
    except OverflowError:
        told = gettext_noop("leads beyond all dates ({first} to {last})")
        raise InvalidWorkout(gettext(told, first=FIRST_DAY, last=LAST_DAY)) from None


def changed(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Return *plan* after *changes*, in their order.

    Raises:
        InvalidWorkout: as for one change.
    """
    schedule = schedule_of(plan)
    for change in changes:
        make(change, schedule)
    return schedule.plan(plan)


def move(plan: Plan, session: str, to: date, at: time | str | None = None) -> Plan:
    """Return *plan* with a session on another day; it stays the same session.

    Args:
        plan: the plan.
        session: the key of the session, which is its slot if it comes from no other plan.
        to: the new day.
        at: the new time of day, or ``all day``; as it was when left out.

    Raises:
        InvalidWorkout: there is no such session.
    """
    return changed(plan, (Move(slot=session, to=to, at=at),))


def swap(plan: Plan, session: str, other: str) -> Plan:
    """Return *plan* with two sessions on each other's days, at each other's times; raises as :func:`move`."""
    return changed(plan, (Swap(slot=session, other=other),))


def skip(plan: Plan, session: str) -> Plan:
    """Return *plan* with a session skipped: it stays in the plan; raises as :func:`move`."""
    return changed(plan, (Skip(slot=session),))


def keep(plan: Plan, session: str) -> Plan:
    """Return *plan* with a skipped session restored; raises as :func:`move`."""
    return changed(plan, (Keep(slot=session),))


def shift(plan: Plan, days: int, start: date | None = None) -> Plan:
    """Return *plan* with its sessions *days* later, or only those from *start* on; races stay.

    Raises:
        InvalidWorkout: that would lead beyond all dates.
    """
    return changed(plan, (Shift(days=days, start=start),))


def pause(plan: Plan, start: date, days: int) -> Plan:
    """Return *plan* with nothing to do for *days* from *start* on.

    What comes later is put off; before a race it stays where it is, and what falls into the pause is skipped.

    Raises:
        InvalidWorkout: a pause lasts a day or more, or it would lead beyond all dates.
    """
    return changed(plan, (Pause(start=start, days=days),))
