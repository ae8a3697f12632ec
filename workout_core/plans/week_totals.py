"""Weeks of a plan in numbers: how long, how far, and how much they ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.analysis.speeds import STILL
from workout_core.analysis.totals import Amount
from workout_core.languages import gettext
from workout_core.model.plan import Plan, Session, Week
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.science.load import monotony
from workout_core.units.numbers import with_sign

DAYS: Final = 7


@frozen(kw_only=True)
class WeekTotals:
    """A week of a plan: seven days from the weekday on which its weeks begin.

    Attributes:
        start: its first day.
        name: what the plan calls it.
        note: what the plan says of it.
        coach_note: what was done in it, and what its volume has changed, for whoever coaches.
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
    coach_note: str
    sessions: tuple[Session, ...]
    time: Amount
    distance: Amount
    elsewhere: Mapping[str, Amount]
    load: float
    monotony: float


def week_of(day: date, first_weekday: int) -> date:
    """Return the first day of the week of *day*, where weeks begin on *first_weekday*, from Monday, 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % DAYS)


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
    first = plan.first_weekday
    told = {week_of(week.start, first): week for week in weeks_together(plan.weeks, first)}
    weeks: dict[date, list[Session]] = {start: [] for start in told}
    for start, sessions in groupby(plan.sessions, lambda session: week_of(session.day, first)):
        weeks[start] = list(sessions)
    return tuple(
        _week(
            told.get(start) or Week(start=weeks[start][0].day),
            start,
            tuple(weeks[start]),
            list(filter(counts, weeks[start])),
            readings,
        )
        for start in sorted(weeks)
    )


def weeks_together(weeks: Iterable[Week], first_weekday: int) -> Iterator[Week]:
    """Yield one week for each that begins on *first_weekday*, with all the names and notes of those in it."""
    in_order = sorted(weeks, key=lambda week: week.start)
    for _, same in groupby(in_order, lambda week: week_of(week.start, first_weekday)):
        found = list(same)
        names = dict.fromkeys(week.name for week in found if week.name)
        notes = dict.fromkeys(week.note for week in found if week.note)
        done = dict.fromkeys(week.coach_note for week in found if week.coach_note)
        yield Week(
            start=found[0].start,
            name=" + ".join(names),
            note="\n".join(notes),
            coach_note="\n".join(done),
        )


def _week(
    told: Week, start: date, sessions: tuple[Session, ...], done: list[Session], readings: Readings
) -> WeekTotals:
    elsewhere: dict[str, Amount] = {}
    on_foot = Amount()
    for sport, distance in _distances(done, readings):
        if sport.on_foot:
            on_foot += distance
        elif distance.value and sport not in STILL:
            elsewhere[sport.title] = elsewhere.get(sport.title, Amount()) + distance
    daily = [0.0] * DAYS
    for session in done:
        daily[session.day.weekday()] += readings.load(session)
    return WeekTotals(
        start=start,
        name=told.name,
        note=told.note,
        coach_note="\n".join(filter(None, (told.coach_note, *_volumes(done), *_loads(done)))),
        sessions=sessions,
        time=sum((readings.time(session) for session in done), Amount()),
        distance=on_foot,
        elsewhere=elsewhere,
        load=sum(daily),
        monotony=monotony(daily),
    )


def _volumes(done: list[Session]) -> Iterator[str]:
    """Yield a line for each change of volume: what it has made of the workouts that are done."""
    said: dict[float, list[str]] = {}
    for session in done:
        if session.volume is not None:
            what = session.volume.what or gettext("as it was")
            sign = ": " if session.volume.what else " "
            said.setdefault(session.volume.factor, []).append(f"{session.name}{sign}{what}")
    for factor, changes in said.items():
        change = with_sign(f"{100 * (factor - 1):+.3g}")
        yield gettext("Volume {change}%: {workouts}", change=change, workouts="; ".join(changes))


def _loads(done: list[Session]) -> Iterator[str]:
    """Yield a line for each change of load: what it has made of the workouts that are done."""
    said: dict[str, dict[str, None]] = {}
    for session in done:
        if session.load:
            change, _, what = session.load.partition(": ")
            said.setdefault(change, {})[f"{session.name}: {what}"] = None
    for change, changes in said.items():
        yield gettext("Load {change}: {workouts}", change=change, workouts="; ".join(changes))


def _distances(sessions: list[Session], readings: Readings) -> Iterator[tuple[Sport, Amount]]:
    for session in sessions:
        if isinstance(session.activity, Workout):
            yield session.activity.sport, readings.distance(session)
