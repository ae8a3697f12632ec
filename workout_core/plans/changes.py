"""A plan after what happened since it was written: moved, skipped, put off; each function gives a new one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final, NamedTuple, Protocol

from attrs import evolve, frozen

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.model.bounds import ALL_DAYS
from workout_core.model.plan import Plan, Session, Week

ALL_DAY: Final = "all day"


class Schedule(NamedTuple):
    """The sessions of a plan by their keys, and its weeks."""

    sessions: dict[str, Session]
    weeks: tuple[Week, ...]

    def called(self, key: str) -> Session:
        """Return the session that goes by *key*.

        Raises:
            InvalidWorkout: there is none.
        """
        if key not in self.sessions:
            hint = suggestion(key, self.sessions)
            raise InvalidWorkout(f"{shown(key)} is not a session of this plan ({hint})")
        return self.sessions[key]

    def with_session(self, key: str, session: Session) -> Schedule:
        """Return the schedule with *session* in the place of the one that goes by *key*."""
        return Schedule(self.sessions | {key: session}, self.weeks)


class Change(Protocol):
    """One change of a plan."""

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* after the change.

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

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* with the session on its new day."""
        session = schedule.called(self.slot)
        at = session.at if self.at is None else self.at if isinstance(self.at, time) else None
        return schedule.with_session(self.slot, evolve(session, day=self.to, at=at))

    @property
    def named(self) -> tuple[str, ...]:
        """The one session."""
        return (self.slot,)


@frozen(kw_only=True)
class Swap:
    """Do two sessions on each other's days, at each other's times."""

    slot: str
    other: str

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* with the two exchanged."""
        one, other = schedule.called(self.slot), schedule.called(self.other)
        changed = schedule.with_session(self.slot, evolve(one, day=other.day, at=other.at))
        return changed.with_session(self.other, evolve(other, day=one.day, at=one.at))

    @property
    def named(self) -> tuple[str, ...]:
        """Both sessions."""
        return self.slot, self.other


@frozen(kw_only=True)
class Skip:
    """Leave one session out this time."""

    slot: str

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* with the session skipped; it stays in the plan."""
        return schedule.with_session(self.slot, evolve(schedule.called(self.slot), skipped=True))

    @property
    def named(self) -> tuple[str, ...]:
        """The one session."""
        return (self.slot,)


@frozen(kw_only=True)
class Keep:
    """Restore a session that is skipped."""

    slot: str

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* with the session to be done."""
        return schedule.with_session(self.slot, evolve(schedule.called(self.slot), skipped=False))

    @property
    def named(self) -> tuple[str, ...]:
        """The one session."""
        return (self.slot,)


@frozen(kw_only=True)
class Shift:
    """Put all sessions from a day on so many days off; without a day, all. Races stay where they are."""

    days: int
    start: date | None = None

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* put off; whole weeks that are put off take their names with them."""
        by = timedelta(days=self.days)
        sessions = {
            key: evolve(session, day=session.day + by)
            if not session.is_race and self._is_meant(session.day)
            else session
            for key, session in schedule.sessions.items()
        }
        if self.days % 7:
            return Schedule(sessions, schedule.weeks)
        weeks = (
            evolve(week, start=week.start + by) if self._is_meant(week.start) else week
            for week in schedule.weeks
        )
        return Schedule(sessions, tuple(weeks))

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
            raise InvalidWorkout(f"a pause lasts a day or more: {self.days}")

    def apply(self, schedule: Schedule) -> Schedule:
        """Return *schedule* put off, or with what falls into the pause skipped."""
        sessions = schedule.sessions
        if not any(session.is_race and session.day >= self.start for session in sessions.values()):
            return Shift(days=self.days, start=self.start).apply(schedule)
        end = self.start + timedelta(days=self.days)
        paused = {
            key: evolve(session, skipped=True)
            for key, session in sessions.items()
            if self.start <= session.day < end and not session.is_race
        }
        return Schedule(sessions | paused, schedule.weeks)

    @property
    def named(self) -> tuple[str, ...]:
        """None by itself."""
        return ()


def schedule_of(plan: Plan) -> Schedule:
    """Return the sessions of *plan* by their keys, and its weeks."""
    return Schedule({session.key: session for session in plan.sessions}, plan.weeks)


def after(change: Change, schedule: Schedule) -> Schedule:
    """Return *schedule* after *change*.

    Raises:
        InvalidWorkout: there is no such session, or it would lead beyond all dates.
    """
    try:
        return change.apply(schedule)
    except OverflowError:
        raise InvalidWorkout(f"leads beyond all dates ({ALL_DAYS})") from None


def changed(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Return *plan* after *changes*, in their order.

    Raises:
        InvalidWorkout: as for one change.
    """
    schedule = schedule_of(plan)
    for change in changes:
        schedule = after(change, schedule)
    return evolve(plan, sessions=tuple(schedule.sessions.values()), weeks=schedule.weeks)


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
