"""Where a plan asks too much: hard days in a row, two hard sessions a day, the race day, a jump of load."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from functools import reduce
from itertools import groupby, pairwise
from typing import Final

from attrs import frozen

from workout_core.analysis.distance import RUNS
from workout_core.analysis.readings import Readings
from workout_core.languages import gettext, gettext_noop
from workout_core.model.plan import Event, Plan, Session
from workout_core.model.workout import Workout
from workout_core.plans.time_off import TimeOff, pauses
from workout_core.plans.week_totals import WeekTotals, week_totals
from workout_core.plans.words import describe_day, describe_session
from workout_core.units.numbers import with_sign

RISE: Final = 0.25
"""A week may ask so much more than the most of the three weeks before it."""
WEEKS_BEFORE: Final = 3
LATE: Final = 1
"""A first week of which more than one day is over when the plan begins is not a whole one to compare with."""


class ConflictKind(Enum):
    """What is too much; the value is the word documents use."""

    HARD_DAYS = "hard days"
    HARD_SESSIONS = "hard sessions"
    TWO_RUNS = "two runs"
    RACE_DAY = "race day"
    LOAD = "load"


@frozen(kw_only=True)
class Conflict:
    """Something that is too much.

    Attributes:
        kind: of what.
        day: when; of a week, its first.
        sessions: which, the one to give way last; none for a load.
        what: in words.
        limit: of a load: how much would not be too much.
    """

    kind: ConflictKind
    day: date
    sessions: tuple[Session, ...] = ()
    what: str
    limit: float = 0.0

    def __str__(self) -> str:
        """Say the day and what is too much."""
        return f"{describe_day(self.day)}: {self.what}"


def conflicts(plan: Plan, readings: Readings, rise: float = RISE) -> tuple[Conflict, ...]:
    """Return all of *plan*, by day.

    Args:
        plan: what is skipped in it asks nothing.
        readings: what its workouts ask of the athlete.
        rise: the share by which a week may ask more than the most of the three before.
    """
    done = [session for session in plan.sessions if not session.skipped]
    days = [(day, list(sessions)) for day, sessions in groupby(done, lambda session: session.day)]
    hard = [(day, [each for each in sessions if readings.is_hard(each)]) for day, sessions in days]
    found = (
        *_one_day(hard),
        *_two_runs(days),
        *_in_a_row([(day, sessions) for day, sessions in hard if sessions]),
        *_race_days(days),
        *_loads(week_totals(plan, readings), tuple(pauses(_days_of_training(done, readings))), rise),
    )
    return tuple(sorted(found, key=lambda conflict: conflict.day))


def _days_of_training(sessions: list[Session], readings: Readings) -> list[date]:
    return list(dict.fromkeys(each.day for each in sessions if each.is_race or readings.load(each)))


def _names(sessions: list[Session]) -> str:
    return reduce(_both, (describe_session(session) for session in sessions))


def _both(one: str, other: str) -> str:
    return gettext("{one} and {other}", one=one, other=other)


def _one_day(hard: list[tuple[date, list[Session]]]) -> Iterator[Conflict]:
    for day, sessions in hard:
        apart = _without_own_workout(sessions)
        if len(apart) > 1:
            both, all_of_them = gettext_noop("{names} are both hard"), gettext_noop("{names} are all hard")
            what = gettext(both if len(apart) == 2 else all_of_them, names=_names(apart))  # noqa: PLR2004
            yield Conflict(kind=ConflictKind.HARD_SESSIONS, day=day, sessions=tuple(apart), what=what)


def _in_a_row(hard: list[tuple[date, list[Session]]]) -> Iterator[Conflict]:
    for (before, first), (after, second) in pairwise(hard):
        if after - before == timedelta(days=1):
            yield Conflict(
                kind=ConflictKind.HARD_DAYS,
                day=after,
                sessions=(first[-1], second[0]),
                what=gettext(
                    "{session} is hard, and so is {other} the day before",
                    session=describe_session(second[0]),
                    other=describe_session(first[-1]),
                ),
            )


def _two_runs(days: list[tuple[date, list[Session]]]) -> Iterator[Conflict]:
    """Yield days on which two plans have a run each; two of one plan are meant."""
    for day, sessions in days:
        runs = [
            session for session in _without_own_workout(sessions) if is_run(session) and not session.is_race
        ]
        if len({session.plan for session in runs}) > 1:
            first = next(session for session in runs if session.plan != runs[-1].plan)
            pair = (first, runs[-1])
            yield Conflict(
                kind=ConflictKind.TWO_RUNS,
                day=day,
                sessions=pair,
                what=gettext("{names} are both runs", names=_names([*pair])),
            )


def _race_days(days: list[tuple[date, list[Session]]]) -> Iterator[Conflict]:
    for day, sessions in days:
        races = [session for session in sessions if session.is_race]
        for session in _without_own_workout(sessions) if races else ():
            if isinstance(session.activity, Workout) and not session.is_race:
                what = gettext(
                    "{session} is on the day of {race}",
                    session=describe_session(session),
                    race=describe_session(races[0]),
                )
                yield Conflict(kind=ConflictKind.RACE_DAY, day=day, sessions=(races[0], session), what=what)


def _without_own_workout(sessions: list[Session]) -> list[Session]:
    """Return *sessions* without the workouts that are the plan of a race event and begin when it does."""
    races = [session for session in sessions if session.is_race and isinstance(session.activity, Event)]
    starts = [race.at for race in races if race.at is not None]
    return [each for each in sessions if each.is_race or each.at not in starts]


def is_run(session: Session) -> bool:
    """Tell whether *session* is done on foot, and is more than a walk."""
    return isinstance(session.activity, Workout) and session.activity.sport in RUNS


def _loads(all_weeks: tuple[WeekTotals, ...], breaks: tuple[TimeOff, ...], rise: float) -> Iterator[Conflict]:
    weeks = tuple(week for week in all_weeks if week.sessions)
    whole = weeks[1:] if weeks and (weeks[0].sessions[0].day - weeks[0].start).days > LATE else weeks
    for number, week in enumerate(whole):
        if back := _on_the_way_back(week, whole, breaks, rise):
            yield back
            continue
        before = _most(whole[max(0, number - WEEKS_BEFORE) : number])
        if before and week.load > before * (1 + rise):
            yield Conflict(
                kind=ConflictKind.LOAD,
                day=week.start,
                limit=before * (1 + rise),
                what=gettext(
                    "the load of the week is {load}, {more}% on the most of the weeks before "
                    "(up to {rise}% is usual)",
                    load=f"{week.load:.0f}",
                    more=_more(week.load / before - 1, rise),
                    rise=_whole(rise),
                ),
            )


def _most(weeks: tuple[WeekTotals, ...]) -> float:
    return max((each.load for each in weeks), default=0.0)


def _on_the_way_back(
    week: WeekTotals, weeks: tuple[WeekTotals, ...], breaks: tuple[TimeOff, ...], rise: float
) -> Conflict | None:
    """Return that a *week* asks more than is usual after a break."""
    for pause in breaks:
        until = [each for each in weeks if each.start <= pause.last and each.start < week.start]
        limit = _most(tuple(until[-WEEKS_BEFORE:])) * pause.share_of_week(week.start) * (1 + rise)
        if pause.is_way_back(week.start) and limit and week.load > limit:
            return Conflict(
                kind=ConflictKind.LOAD,
                day=week.start,
                limit=limit,
                what=gettext(
                    "the load of the week is {load}, after {n} days without training "
                    "(up to {limit} is usual)",
                    load=f"{week.load:.0f}",
                    n=pause.off,
                    limit=f"{limit:.0f}",
                ),
            )
    return None


def _more(share: float, limit: float) -> str:
    """Say a share in percent, with a decimal where it would look like its *limit*."""
    rounded = _whole(share)
    if rounded != _whole(limit):
        return rounded
    return with_sign(f"{share:+.1%}".removesuffix("%"))


def _whole(share: float) -> str:
    """Say a share in whole percent, without the sign for them: ``+10``."""
    return f"{share:+.0%}".removesuffix("%")
