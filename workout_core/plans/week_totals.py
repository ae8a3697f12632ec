"""Weeks of a plan in numbers: how long, how far, and how much they ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from attrs import frozen

from workout_core.analysis.totals import Amount
from workout_core.model.plan import Plan, Session, Week
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.plans.session_readings import SessionReadings
from workout_core.science.load import monotony

DAYS: Final = 7


@frozen(kw_only=True)
class WeekTotals:
    """A week, from Monday to Sunday.

    Attributes:
        start: its Monday.
        name: what the plan calls it.
        note: what the plan says of it.
        sessions: what there is to do, in order; skipped ones too.
        time: of all workouts that are done.
        distance: on foot; what is walked in a run does not count.
        elsewhere: distances by other sports.
        load: minutes times effort.
        monotony: the mean of daily loads over their standard deviation.
    """

    start: date
    name: str
    note: str
    sessions: tuple[Session, ...]
    time: Amount
    distance: Amount
    elsewhere: Mapping[str, Amount]
    load: float
    monotony: float


def week_of(day: date) -> date:
    """Return the Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


def week_totals(plan: Plan, readings: SessionReadings) -> tuple[WeekTotals, ...]:
    """Return the weeks of *plan* that have a session, or of which there is something to say, in order."""
    told = {week_of(week.start): week for week in weeks_together(plan.weeks) if week.name or week.note}
    weeks: dict[date, list[Session]] = {start: [] for start in told}
    for start, sessions in groupby(plan.sessions, lambda session: week_of(session.day)):
        weeks[start] = list(sessions)
    return tuple(
        _week(start, tuple(weeks[start]), readings, told.get(start) or Week(start=start))
        for start in sorted(weeks)
    )


def weeks_together(weeks: Iterable[Week]) -> Iterator[Week]:
    """Yield one week for each Monday, with all the names and notes of those that have it."""
    for _, same in groupby(sorted(weeks, key=lambda week: week.start), lambda week: week_of(week.start)):
        found = list(same)
        names = dict.fromkeys(week.name for week in found if week.name)
        notes = dict.fromkeys(week.note for week in found if week.note)
        yield Week(start=found[0].start, name=" + ".join(names), note="\n".join(notes))


def _week(start: date, sessions: tuple[Session, ...], readings: SessionReadings, told: Week) -> WeekTotals:
    done = [session for session in sessions if not session.skipped]
    elsewhere: dict[str, Amount] = {}
    on_foot = Amount()
    for sport, distance in _distances(done, readings):
        if sport.on_foot:
            on_foot += distance
        elif distance.value:
            elsewhere[sport.title] = elsewhere.get(sport.title, Amount()) + distance
    daily = [0.0] * DAYS
    for session in done:
        daily[session.day.weekday()] += readings.load(session)
    return WeekTotals(
        start=start,
        name=told.name,
        note=told.note,
        sessions=sessions,
        time=sum((readings.time(session) for session in done), Amount()),
        distance=on_foot,
        elsewhere=elsewhere,
        load=sum(daily),
        monotony=monotony(daily),
    )


def _distances(sessions: list[Session], readings: SessionReadings) -> Iterator[tuple[Sport, Amount]]:
    for session in sessions:
        if isinstance(session.activity, Workout):
            yield session.activity.sport, readings.distance(session)
