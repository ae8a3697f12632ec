"""Weeks of a plan: one for each Monday, with all that is said of it, even if nothing is done in it."""

from datetime import date, timedelta

from attrs import evolve

from workout_core import Plan, Session, Workout, parse_steps
from workout_core.model.plan import Week
from workout_core.plans.conflicts import ConflictKind, conflicts
from workout_core.plans.session_readings import SessionReadings
from workout_core.plans.week_totals import week_totals

MONDAY = date(2026, 8, 3)
RUN = Workout(name="Run", items=parse_steps("30min @ RPE 4"))
LONG = Workout(name="Long", items=parse_steps("60min @ RPE 4"))
PLAN = Plan(
    name="Weeks",
    sessions=[
        Session(slot="a", day=MONDAY, activity=RUN),
        Session(slot="b", day=MONDAY + timedelta(days=14), activity=LONG),
    ],
)


def told(*weeks):
    plan = evolve(PLAN, weeks=weeks)
    return [
        (week.start.day, week.name, week.note, week.load) for week in week_totals(plan, SessionReadings())
    ]


def test_a_week_without_sessions_counts_if_something_is_said_of_it():
    assert told(Week(start=date(2026, 8, 10), note="Rest.")) == [
        (3, "", "", 120),
        (10, "", "Rest.", 0),
        (17, "", "", 240),
    ]
    assert [day for day, *_ in told(Week(start=date(2026, 8, 10)))] == [3, 17]


def test_all_that_is_said_of_a_week_is_kept():
    first = Week(start=MONDAY, name="Base", note="Slow.")
    other = Week(start=date(2026, 8, 5), name="Course", note="Tall.")
    assert told(first, other, first)[0] == (3, "Base + Course", "Slow.\nTall.", 120)


def test_a_week_without_sessions_is_none_to_be_compared_with():
    empty = evolve(PLAN, weeks=[Week(start=date(2026, 7, 27), note="Soon.")])
    for plan in (PLAN, empty):
        (found,) = conflicts(plan, SessionReadings())
        assert (found.kind, found.day) == (ConflictKind.LOAD, date(2026, 8, 17))
