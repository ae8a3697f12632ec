"""The weeks of a plan as they are shown: a column for each day, or on a phone the days below each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from attrs import frozen

from workout_core.analysis.speeds import STILL
from workout_core.html.contents import Contents
from workout_core.html.outcomes import ShownState, shown_state
from workout_core.html.pictures import thumbnail
from workout_core.languages import gettext, pgettext
from workout_core.model.plan import Event, Session
from workout_core.model.workout import Workout
from workout_core.phrases.names import say_sport
from workout_core.plans.session_phrases import say_how_much, say_marks
from workout_core.plans.week_phrases import week_numbers
from workout_core.plans.week_totals import DAYS, WeekTotals

Pictures: TypeAlias = Mapping[Workout | Event, str]
"""A small picture of each workout, in SVG."""


@frozen(kw_only=True)
class ShownSession:
    """A session in its day.

    Attributes:
        session: the session.
        anchor: the id of its details; empty if there are none.
        shape: what tells its kind at a glance; a class of the style sheet is called so.
        kind: the same in words, and what else to see at once.
        much: how long and how far.
        picture: its profile; empty of an event.
        state: whether it was done, if that is told.
    """

    session: Session
    anchor: str
    shape: str
    kind: tuple[str, ...]
    much: str
    picture: str
    state: ShownState | None


@frozen(kw_only=True)
class DayCell:
    """A day and what there is to do."""

    day: date
    is_today: bool
    lines: tuple[ShownSession, ...]


@frozen(kw_only=True)
class WeekSheet:
    """A week with all its days.

    Attributes:
        anchor: its id.
        number: from 1.
        name: what it is called.
        numbers: time, distances and load, in words.
        notes: what is said of it.
        days: seven of them.
    """

    anchor: str
    number: int
    name: str
    numbers: tuple[str, ...]
    notes: tuple[str, ...]
    days: tuple[DayCell, ...]


@frozen(kw_only=True)
class WeekGroup:
    """Weeks under one heading."""

    anchor: str
    title: str
    weeks: tuple[WeekSheet, ...]


def days_from(start: date) -> tuple[date, ...]:
    """Return the days of the week that begins on *start*."""
    return tuple(start + timedelta(days=number) for number in range(DAYS))


def week_groups(contents: Contents) -> tuple[WeekGroup, ...]:
    """Return all weeks: this one first, then those to come, then those that are over; else in order."""
    now = contents.this_week
    pictures: Pictures = {
        what: thumbnail(contents.readings.of(what)) for what in contents.days if isinstance(what, Workout)
    }
    sheets = {week.start: _sheet(contents, week, pictures) for week in contents.weeks}
    if now is None:
        return (WeekGroup(anchor="grid", title=gettext("Week by week"), weeks=tuple(sheets.values())),)
    found = (
        WeekGroup(anchor="now", title=gettext("This week"), weeks=(sheets[now],)),
        WeekGroup(
            anchor="grid",
            title=gettext("Weeks to come"),
            weeks=tuple(sheet for start, sheet in sheets.items() if start > now),
        ),
        WeekGroup(
            anchor="over",
            title=gettext("Weeks that are over"),
            weeks=tuple(sheet for start, sheet in sheets.items() if start < now),
        ),
    )
    return tuple(group for group in found if group.weeks)


def _sheet(contents: Contents, week: WeekTotals, pictures: Pictures) -> WeekSheet:
    return WeekSheet(
        anchor=contents.week_anchor(week.start),
        number=contents.numbers[week.start],
        name=week.name,
        numbers=week_numbers(week, contents.units),
        notes=tuple(filter(None, (week.note, week.coach_note))),
        days=tuple(_day(contents, week, day, pictures) for day in days_from(week.start)),
    )


def _day(contents: Contents, week: WeekTotals, day: date, pictures: Pictures) -> DayCell:
    lines = tuple(_lines(contents, week, day, pictures))
    return DayCell(day=day, is_today=day == contents.today, lines=lines)


def _lines(contents: Contents, week: WeekTotals, day: date, pictures: Pictures) -> Iterator[ShownSession]:
    for session in week.sessions:
        if session.day != day:
            continue
        yield ShownSession(
            session=session,
            anchor=contents.anchors.get(session.activity, ""),
            shape=_shape(contents, session),
            kind=tuple(dict.fromkeys((_say_kind(session), *say_marks(session, contents.readings)))),
            much=say_how_much(session, contents.readings),
            picture=pictures.get(session.activity, ""),
            state=shown_state(session, contents.outcomes),
        )


def _say_kind(session: Session) -> str:
    what = session.activity
    if isinstance(what, Workout):
        return say_sport(what.sport, within=True)
    return pgettext("kind of event", what.kind.value)


def _shape(contents: Contents, session: Session) -> str:
    """Return of which kind a session is shown: each has a shape and a colour of its own."""
    what = session.activity
    if session.is_race:
        return "race"
    if not isinstance(what, Workout):
        return what.kind.value
    if contents.readings.is_hard(session):
        return "tough"
    return "gym" if what.sport in STILL else "move"
