"""A session in words: when it is, what to see at once, and how much it is."""

from datetime import date, time

import pytest

from workout_core import (
    Event,
    EventKind,
    Plan,
    Readings,
    Session,
    Workout,
    parse_steps,
    plan_numbers,
    say_date,
    say_day,
    say_how_much,
    say_marks,
    say_week_name,
    say_when,
    week_totals,
)

EASY = Workout(name="Easy", items=parse_steps("40min easy"))
HARD = Workout(name="Hard", items=parse_steps("6x(5min @ RPE 9, 1min jog)"))
CALL = Event(name="Call", kind=EventKind.CALL)


def session(activity=EASY, **more):
    return Session(slot="a", day=date(2026, 8, 4), activity=activity, **more)


def test_a_day_is_said_with_its_weekday_and_its_year_if_that_is_wanted():
    assert say_day(date(2026, 8, 4)) == "Tue 4 Aug"
    assert say_date(date(2026, 12, 31)) == "Thu 31 Dec 2026"


def test_a_session_has_a_day_and_perhaps_a_time():
    assert say_when(session()) == "Tue 4 Aug"
    assert say_when(session(at=time(7, 5))) == "Tue 4 Aug, 07:05"


@pytest.mark.parametrize(
    ("given", "marks"),
    [
        (session(), ()),
        (session(HARD), ("hard",)),
        (session(HARD, skipped=True), ("skipped",)),
        (session(HARD, race=True), ("race",)),
        (session(CALL), ("call",)),
        (session(CALL, skipped=True), ("call", "skipped")),
        (session(Event(name="Rest", kind=EventKind.REST)), ()),
    ],
)
def test_what_is_to_be_seen_at_once_is_marked(given, marks):
    assert say_marks(given, Readings()) == marks


def test_a_workout_has_totals_and_an_event_the_time_that_it_is_given():
    assert say_how_much(session(), Readings()) == "40 min, about 6.2 km"
    assert say_how_much(session(CALL, lasts=2700), Readings()) == "45 min"
    assert say_how_much(session(CALL), Readings()) == ""


def test_a_week_has_a_number_and_perhaps_a_name():
    assert say_week_name(3, 12, "Base") == "Week 3 of 12: Base"
    assert say_week_name(1, 1) == "Week 1 of 1"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([4], ("Tue 4 Aug 2026", "1 week", "1 session", "UTC")),
        ([4, 12], ("Tue 4 Aug 2026 to Wed 12 Aug 2026", "2 weeks", "2 sessions", "UTC")),
    ],
)
def test_a_plan_has_its_days_its_weeks_and_its_sessions(days, said):
    sessions = [Session(slot=str(day), day=date(2026, 8, day), activity=EASY) for day in days]
    plan = Plan(name="Plan", sessions=sessions, timezone="UTC")
    assert plan_numbers(plan, week_totals(plan, Readings())) == said
