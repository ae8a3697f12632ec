"""Weeks of a plan: one for each Monday, with all that is said of it, even if nothing is done in it."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from workout_core import Plan, Session, Workout, parse_steps
from workout_core.analysis.readings import Readings
from workout_core.model.plan import Week
from workout_core.plans.conflicts import ConflictKind, conflicts
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
    return [(week.start.day, week.name, week.note, week.load) for week in week_totals(plan, Readings())]


def test_a_week_that_is_written_counts_as_its_slots_do_though_it_has_no_sessions():
    assert told(Week(start=date(2026, 8, 10), note="Rest.")) == [
        (3, "", "", 120),
        (10, "", "Rest.", 0),
        (17, "", "", 240),
    ]
    assert [day for day, *_ in told(Week(start=date(2026, 8, 10)))] == [3, 10, 17]


def test_all_that_is_said_of_a_week_is_kept():
    first = Week(start=MONDAY, name="Base", note="Slow.")
    other = Week(start=date(2026, 8, 5), name="Course", note="Tall.")
    assert told(first, other, first)[0] == (3, "Base + Course", "Slow.\nTall.", 120)


def test_a_week_without_sessions_is_none_to_be_compared_with():
    empty = evolve(PLAN, weeks=[Week(start=date(2026, 7, 27), note="Soon.")])
    for plan in (PLAN, empty):
        (found,) = conflicts(plan, Readings())
        assert (found.kind, found.day) == (ConflictKind.LOAD, date(2026, 8, 17))


@pytest.mark.parametrize(
    ("minutes", "too_much"),
    [
        ((60, 75), []),
        ((60, 76), [2]),
        ((60, 40, 75), []),
        ((60, 40, 40, 75), []),
        ((60, 40, 40, 76), [4]),
        ((60, 40, 40, 40, 60), [5]),
        ((60, 90, 40, 130), [2, 4]),
    ],
    ids=str,
)
def test_a_week_may_ask_a_quarter_more_than_the_most_of_the_three_before_it(minutes, too_much):
    sessions = [
        Session(
            slot=str(number),
            day=MONDAY + timedelta(weeks=number),
            activity=Workout(name="Run", items=parse_steps(f"{each}min @ RPE 4")),
        )
        for number, each in enumerate(minutes)
    ]
    found = conflicts(Plan(name="Weeks", sessions=sessions), Readings())
    assert [((each.day - MONDAY).days // 7 + 1, each.kind) for each in found] == [
        (number, ConflictKind.LOAD) for number in too_much
    ]
