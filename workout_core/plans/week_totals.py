"""Weeks of a plan in numbers: how long, how far, and how much they ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.analysis.totals import Amount
from workout_core.model.plan import Plan, Session, Week
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
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
        load: minutes times session RPE, all sessions together.
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


def is_done(session: Session) -> bool:
    """Tell whether *session* is done: it is not skipped."""
    return not session.skipped


def week_totals(
    plan: Plan, readings: Readings, counts: Callable[[Session], bool] = is_done
) -> tuple[WeekTotals, ...]:
    """Return the weeks of *plan*, in order: those that are written, and those that have a session.

    Args:
        plan: the plan.
        readings: of its workouts.
        counts: tells which sessions count; all that are done when left out.
    """
    told = {week_of(week.start): week for week in weeks_together(plan.weeks)}
    weeks: dict[date, list[Session]] = {start: [] for start in told}
    for start, sessions in groupby(plan.sessions, lambda session: week_of(session.day)):
        weeks[start] = list(sessions)
    return tuple(
        _week(
            told.get(start) or Week(start=start),
            start,
            tuple(weeks[start]),
            list(filter(counts, weeks[start])),
            readings,
        )
        for start in sorted(weeks)
    )


def weeks_together(weeks: Iterable[Week]) -> Iterator[Week]:
    """Yield one week for each Monday, with all the names and notes of those that have it."""
    for _, same in groupby(sorted(weeks, key=lambda week: week.start), lambda week: week_of(week.start)):
        found = list(same)
        names = dict.fromkeys(week.name for week in found if week.name)
        notes = dict.fromkeys(week.note for week in found if week.note)
        yield Week(start=found[0].start, name=" + ".join(names), note="\n".join(notes))


def _week(
    told: Week, start: date, sessions: tuple[Session, ...], done: list[Session], readings: Readings
) -> WeekTotals:
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


def _distances(sessions: list[Session], readings: Readings) -> Iterator[tuple[Sport, Amount]]:
    for session in sessions:
        if isinstance(session.activity, Workout):
            yield session.activity.sport, readings.distance(session)
