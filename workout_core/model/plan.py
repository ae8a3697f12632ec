"""The plan: workouts and events on dates, at times of day, in a time zone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum

from attrs import field, frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete
from workout_core.model.bounds import one_line, plannable, several_lines, whole, within
from workout_core.model.link import Link, links_tuple
from workout_core.model.showing import Shown
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout


class EventKind(Enum):
    """What happens at an event; the value is the word documents use."""

    CALL = "call"
    VIDEO = "video"
    RACE = "race"
    REST = "rest"
    NOTE = "note"


@frozen(kw_only=True, eq=False, repr=False)
class Event(ValueObject):
    """Something on a date that is not a workout.

    Attributes:
        name: what people call it.
        kind: what happens.
        description: more words.
        links: where it happens, or what to watch.
    """

    name: str = field(converter=one_line)
    kind: EventKind = EventKind.NOTE
    description: str = field(default="", converter=several_lines)
    links: tuple[Link, ...] = field(default=(), converter=links_tuple)

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidWorkout(gettext("an event needs a name"))


@frozen(kw_only=True, eq=False, repr=False)
class VolumeChange(ValueObject):
    """What more or less volume has made of a workout, for whoever coaches.

    Attributes:
        factor: so many times as much was asked for.
        what: in words, from how much to how much; nothing if the workout is as it was.
    """

    factor: float
    what: str = field(default="", converter=one_line)

    def __attrs_post_init__(self) -> None:
        within("the factor of a volume", self.factor, 0.01, 100)


@frozen(kw_only=True, eq=False, repr=False)
class Session(ValueObject):
    """A workout or an event on a day.

    Attributes:
        slot: what identifies the session within its plan, whatever its date.
        day: the date.
        activity: the workout or the event.
        at: the time of day it starts, on the wall clock of the plan's zone; all day when left out.
        lasts: seconds it takes in the calendar; estimated from the workout when left out.
        skipped: whether it is left out this time; it stays in the plan, and keeps its slot.
        plan: the id of the plan it comes from, where it lies over or under another; else empty.
        race: whether the workout is that of a race; an event says so by its kind.
        volume: what the volume of its week has made of the workout, if that has one.
        usual: whether its time is a usual one of the plan as it was written, which no document keeps: two
            sessions that differ in nothing else are equal.
        load: what the load of its week has made of it, in words: ``+2.5kg: Back squat 100 kg to 102.5 kg``.
    """

    slot: str = field(converter=one_line)
    day: date
    activity: Workout | Event
    at: time | None = None
    lasts: float | None = None
    skipped: bool = False
    plan: str = field(default="", converter=one_line)
    race: bool = False
    volume: VolumeChange | None = None
    usual: bool = field(default=False, eq=False, repr=False)
    load: str = field(default="", converter=one_line)

    def __attrs_post_init__(self) -> None:
        if not self.slot:
            raise InvalidWorkout(gettext("a session needs a slot"))
        if self.race and not isinstance(self.activity, Workout):
            raise InvalidWorkout(gettext("'race: true' is of a workout (an event says 'kind: race')"))
        if isinstance(self.day, datetime):
            raise InvalidWorkout(
                gettext(
                    "a session's day must be a date, without a time: {day}", day=repr(self.day.isoformat())
                )
            )
        plannable("a session's day", self.day)
        if self.at is not None and self.at.tzinfo is not None:
            raise InvalidWorkout(
                gettext("a session's time is in the zone of its plan (leave its own zone out)")
            )
        if self.lasts is not None:
            within("lasts", self.lasts, 60, 7 * 86400, "s")

    @property
    def name(self) -> str:
        """The name of what is done."""
        return self.activity.name

    @property
    def is_race(self) -> bool:
        """Whether it is a race: an event, or the workout of one."""
        return self.race or (isinstance(self.activity, Event) and self.activity.kind is EventKind.RACE)

    @property
    def key(self) -> str:
        """What no other session of the plan is called: its slot, behind the plan it comes from."""
        return f"{self.plan}: {self.slot}" if self.plan else self.slot


@frozen(kw_only=True, eq=False, repr=False)
class Week(ValueObject):
    """A week of a plan.

    Attributes:
        start: its first day.
        name: what people call it.
        note: what to say of it.
        coach_note: what was done in it, for whoever coaches; calendars of athletes do not say it.
    """

    start: date
    name: str = field(default="", converter=one_line)
    note: str = field(default="", converter=several_lines)
    coach_note: str = field(default="", converter=several_lines)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.start, datetime):
            raise InvalidWorkout(
                gettext("a week starts on a date, without a time: {day}", day=repr(self.start.isoformat()))
            )
        plannable("the first day of a week", self.start)


def _in_order(weeks: Iterable[Week]) -> tuple[Week, ...]:
    return tuple(sorted(weeks, key=lambda week: week.start))


def _by_date(sessions: Iterable[Session]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda session: (session.day, session.at or time.min)))


@frozen(kw_only=True, eq=False, repr=False)
class Plan(Shown, ValueObject):
    """Sessions on dates.

    Attributes:
        name: what people call it.
        sessions: at least one, kept in the order of date and time.
        timezone: the IANA name of the zone that times of day are in; empty when no session has a time.
        description: what it is for.
        links: what to read, watch or listen to.
        id: what keeps it the same plan when its name changes; the name when left out.
        weeks: those that are called something, or of which there is something to say.
        athlete: who it is for, if it is for somebody.
        first_weekday: the weekday on which its weeks begin, from Monday, 0.
    """

    name: str = field(converter=one_line)
    sessions: tuple[Session, ...] = field(converter=_by_date)
    timezone: str = field(default="", converter=one_line)
    description: str = field(default="", converter=several_lines)
    links: tuple[Link, ...] = field(default=(), converter=links_tuple)
    id: str = field(default="", converter=one_line)
    weeks: tuple[Week, ...] = field(default=(), converter=_in_order)
    athlete: Athlete | None = None
    first_weekday: int = 0

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidWorkout(gettext("a plan needs a name"))
        whole("the first weekday", self.first_weekday, 0, 6)
        if not self.sessions:
            raise InvalidWorkout(gettext("a plan needs a session"))
        if not self.timezone and any(session.at for session in self.sessions):
            raise InvalidWorkout(gettext("a plan with times of day needs a timezone (like 'Europe/Warsaw')"))
        _check_slots(self.sessions, self.id or self.name)


def _check_slots(sessions: tuple[Session, ...], own: str) -> None:
    """Refuse two sessions that would be one to a calendar, or to somebody who names them."""
    seen: set[tuple[str, ...]] = set()
    for session in sessions:
        for name in ((session.plan or own, session.slot), (session.key,)):
            normal = tuple(unicodedata.normalize("NFC", part) for part in name)
            if normal in seen:
                raise InvalidWorkout(gettext("two sessions have the slot {slot}", slot=shown(session.slot)))
            seen.add(normal)
