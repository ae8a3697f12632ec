"""Plans keep their sessions in the order of the calendar, each in its own slot."""

import re
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given

from workout_core.errors import InvalidWorkout
from workout_core.model.plan import Event, EventKind, Plan, Session
from workout_core.testing.strategies import plans

CALL = Event(name="Live call", kind=EventKind.CALL)
MONDAY, TUESDAY = date(2026, 8, 3), date(2026, 8, 4)


def session(slot: str = "a", day: date = MONDAY, **more: object) -> Session:
    return Session(slot=slot, day=day, activity=CALL, **more)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Event(name=""), "an event needs a name"),
        (lambda: session(" "), "a session needs a slot"),
        (lambda: session(lasts=59), "lasts must be 60 to 604800 s: 59"),
        (
            lambda: session(day=datetime(2026, 8, 3, 7, tzinfo=UTC)),
            "a session's day must be a date, without a time: '2026-08-03T07:00:00+00:00'",
        ),
        (
            lambda: session(at=time(7, tzinfo=UTC)),
            "a session's time is in the zone of its plan (leave its own zone out)",
        ),
        (lambda: Plan(name="", sessions=[session()]), "a plan needs a name"),
        (lambda: Plan(name="x", sessions=[]), "a plan needs a session"),
        (
            lambda: Plan(name="x", sessions=[session(at=time(0))]),
            "a plan with times of day needs a timezone (like 'Europe/Warsaw')",
        ),
        (
            lambda: Plan(name="x", sessions=[session(), session(day=TUESDAY)]),
            "two sessions have the slot 'a'",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make()


def test_sessions_stand_in_the_order_of_day_and_time_and_all_day_comes_first():
    late, early = session("late", at=time(19)), session("early", at=time(7))
    plan = Plan(
        name="x",
        sessions=[session("next", TUESDAY), late, early, session("all day")],
        timezone="Europe/Warsaw",
    )

    assert [each.slot for each in plan.sessions] == ["all day", "early", "late", "next"]


def test_a_session_is_called_what_is_done():
    assert session().name == "Live call"


@given(plans())
def test_a_plan_made_of_the_sessions_of_a_plan_is_the_same_plan(plan):
    again = Plan(
        name=plan.name,
        sessions=plan.sessions[::-1],
        timezone=plan.timezone,
        description=plan.description,
        links=plan.links,
        id=plan.id,
    )

    assert [each.day for each in again.sessions] == sorted(each.day for each in plan.sessions)
    assert set(again.sessions) == set(plan.sessions)
