"""The weeks of all athletes of a squad side by side: time, distance, load, and what numbers are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import field, frozen

from workout_core.analysis.readings import Readings
from workout_core.analysis.totals import Amount
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.plans.layers import with_weeks_from
from workout_core.plans.week_totals import week_totals
from workout_core.units import Units


@frozen(kw_only=True)
class WeekSum:
    """What a week asks of an athlete, over all their plans.

    Attributes:
        time: in seconds.
        distance: on foot, in metres.
        load: minutes times session RPE.
        sessions: how many are done.
    """

    time: Amount = field(factory=Amount)
    distance: Amount = field(factory=Amount)
    load: float = 0.0
    sessions: int = 0


@frozen(kw_only=True)
class MemberWeeks:
    """An athlete of a squad in the coach's overview.

    Attributes:
        key: what they go by.
        weeks: by their first days, in order.
        units: in which their distances are said.
        lacks: the numbers that they lack, in words, each once.
        problem: why there is nothing of them, if so.
    """

    key: str
    weeks: Mapping[date, WeekSum] = field(factory=dict)
    units: Units = Units.METRIC
    lacks: tuple[str, ...] = ()
    problem: str = ""


def member_weeks(key: str, plans: Iterable[Plan], readings: Readings, first_weekday: int) -> MemberWeeks:
    """Return what *plans* ask of one athlete.

    Args:
        key: what they go by.
        plans: as they are for them.
        readings: of the athlete.
        first_weekday: on which weeks begin, for everybody.
    """
    weeks: dict[date, WeekSum] = {}
    lacks: dict[str, None] = {}
    for plan in plans:
        for week in week_totals(with_weeks_from(plan, first_weekday), readings):
            before = weeks.get(week.start, WeekSum())
            weeks[week.start] = WeekSum(
                time=before.time + week.time,
                distance=before.distance + week.distance,
                load=before.load + week.load,
                sessions=before.sessions + sum(not each.skipped for each in week.sessions),
            )
        for session in plan.sessions:
            if isinstance(session.activity, Workout):
                lacks |= dict.fromkeys(needed for _, needed in readings.of(session.activity).lacking)
    return MemberWeeks(key=key, weeks=dict(sorted(weeks.items())), units=readings.units, lacks=tuple(lacks))


def all_weeks(members: Iterable[MemberWeeks]) -> tuple[date, ...]:
    """Return the first days of all weeks that somebody trains in, in order."""
    return tuple(sorted({start for each in members for start in each.weeks}))
