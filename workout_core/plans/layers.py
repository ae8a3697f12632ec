"""One plan over another: every session stays one of its own plan, and keeps its identity."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import evolve

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.bounds import FIRST_DAY, LAST_DAY
from workout_core.model.plan import Plan, Session
from workout_core.plans.week_totals import DAYS, week_of, weeks_together


def layered(top: Plan, below: Iterable[Plan]) -> Plan:
    """Return *top* with the sessions of the plans *below* it, which stay sessions of those.

    Raises:
        InvalidWorkout: two of the plans have times of day in different zones, or are the same one.
    """
    others = tuple(below)
    _refuse_same((top, *others))
    zone = _zone((top, *others))
    sessions = [session for plan in others for session in _of(plan)]
    athlete = next((plan.athlete for plan in (top, *others) if plan.athlete is not None), None)
    like_top = [with_weeks_from(plan, top.first_weekday) for plan in others]
    weeks = weeks_together(
        [*top.weeks, *(week for plan in like_top for week in plan.weeks)], top.first_weekday
    )
    return evolve(
        top, sessions=(*top.sessions, *sessions), timezone=zone, athlete=athlete, weeks=tuple(weeks)
    )


def combine(first: Plan, *over: Plan, name: str = "") -> Plan:
    """Return one plan of the sessions of all; each keeps the identity that it has in its own.

    Args:
        first: the plan at the bottom.
        over: the plans that lie over it, the last one at the top.
        name: what to call it; the names of all when left out.

    Raises:
        InvalidWorkout: two of the plans have times of day in different zones, or are the same one.
    """
    _refuse_same((first, *over))
    _zone((first, *over))
    *between, top = over
    own = " + ".join(identity_of(plan) for plan in (first, *over))
    called = name or ", ".join(plan.name for plan in (first, *over))
    start = evolve(top, name=called, id=own, description="", links=(), sessions=tuple(_of(top)))
    return layered(start, (first, *between))


def with_weeks_from(plan: Plan, first_weekday: int) -> Plan:
    """Return *plan* with weeks that begin on *first_weekday*, from Monday, 0; sessions keep their days.

    What is said of a week goes to the one that has most of its days.
    """
    if first_weekday == plan.first_weekday:
        return plan
    weeks = [evolve(week, start=_nearest(week.start, first_weekday)) for week in plan.weeks]
    return evolve(plan, first_weekday=first_weekday, weeks=tuple(weeks))


def _nearest(start: date, first_weekday: int) -> date:
    """Return when the week begins that has most days of the one from *start* on."""
    middle = start + timedelta(days=DAYS // 2)
    return min(max(week_of(middle, first_weekday), FIRST_DAY), LAST_DAY)


def identity_of(plan: Plan) -> str:
    """Return what the sessions of *plan* say that they are of."""
    return plan.id or plan.name


def _of(plan: Plan) -> Iterator[Session]:
    """Yield the sessions of *plan*, each with what says that it is of that plan."""
    for session in plan.sessions:
        yield session if session.plan else evolve(session, plan=identity_of(plan))


def _refuse_same(plans: tuple[Plan, ...]) -> None:
    names = [unicodedata.normalize("NFC", identity_of(plan)) for plan in plans]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise InvalidWorkout(
            gettext("two of the plans are {name} (an 'id:' tells them apart)", name=shown(twice))
        )


def _zone(plans: tuple[Plan, ...]) -> str:
    zones = {plan.timezone: plan for plan in plans if plan.timezone}
    if len(zones) > 1:
        first, second, *_ = zones.values()
        raise InvalidWorkout(
            gettext(
                "{one} is in {zone}, and {other} in {other_zone} (plans on one calendar have one time zone)",
                one=shown(second.name),
                zone=second.timezone,
                other=shown(first.name),
                other_zone=first.timezone,
            )
        )
    return next(iter(zones), "")
