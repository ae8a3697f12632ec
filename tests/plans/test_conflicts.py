"""Where a plan asks too much, in words, and what policies do about it."""

from datetime import date, time, timedelta

import pytest

from counting import calls
from workout_core import Athlete, Event, EventKind, Plan, Session, Workout, parse_steps
from workout_core.analysis.readings import Readings
from workout_core.plans.conflicts import RISE, ConflictKind, conflicts
from workout_core.plans.layers import layered
from workout_core.plans.settling import Policy, settled

MONDAY = date(2026, 8, 3)
FAST = "20min @ RPE 8"
EASY = "20min @ RPE 3"


def on(day, name, steps, at=0, plan=""):
    """Return a session on *day*, from Monday the third, 0; one without steps is a race."""
    activity = (
        Workout(name=name, items=parse_steps(steps)) if steps else Event(name=name, kind=EventKind.RACE)
    )
    return Session(
        slot=f"{name} {day}",
        day=MONDAY + timedelta(days=day),
        activity=activity,
        at=time(at) if at else None,
        plan=plan,
    )


def plan_of(sessions):
    return Plan(name="P", timezone="Europe/Warsaw", sessions=sessions)


def told(*sessions):
    return [str(each) for each in conflicts(plan_of(sessions), Readings())]


HARD_TWICE = [on(1, "Hills", FAST, 7), on(1, "Track", FAST, 18)]


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        (HARD_TWICE, ["Tue 2026-08-04: 'Hills' and 'Track' are both hard"]),
        (
            [*HARD_TWICE, on(1, "Sprints", FAST, 20)],
            ["Tue 2026-08-04: 'Hills' and 'Track' and 'Sprints' are all hard"],
        ),
        (
            [*HARD_TWICE, on(2, "Bends", FAST, 7), on(2, "Jog", EASY, 8)],
            [
                "Tue 2026-08-04: 'Hills' and 'Track' are both hard",
                "Wed 2026-08-05: 'Bends' is hard, and so is 'Track' the day before",
            ],
        ),
        ([on(1, "Hills", FAST), on(3, "Track", FAST)], []),
        ([on(1, "Hills", FAST), on(1, "Jog", EASY)], []),
        (
            [on(6, "Jog", EASY, 7), on(6, "Cup", "", 9), on(6, "Cup in detail", EASY, 9)],
            ["Sun 2026-08-09: 'Jog' is on the day of 'Cup'"],
        ),
        (
            [on(6, "Jog", EASY, 7), on(6, "Cup", "", 9), on(6, "Relay", "", 15)],
            [
                "Sun 2026-08-09: 'Cup' and 'Relay' are both hard",
                "Sun 2026-08-09: 'Jog' is on the day of 'Cup'",
            ],
        ),
        (
            [on(0, "A", EASY, 7), on(0, "B", EASY, 8), on(0, "C", EASY, 9, "Club")],
            ["Mon 2026-08-03: 'A' and 'C' are both runs"],
        ),
        ([on(0, "A", EASY, 7), on(0, "B", EASY, 8)], []),
    ],
    ids=lambda value: "; ".join(value) if value and isinstance(value[0], str) else "",
)
def test_what_is_too_much_is_said_with_the_day_and_the_sessions(sessions, said):
    assert told(*sessions) == said


def test_the_one_to_give_way_stands_last():
    hills, track, bends = *HARD_TWICE, on(2, "Bends", FAST, 7)
    found = conflicts(plan_of([hills, track, bends]), Readings())
    assert {each.kind: each.sessions for each in found} == {
        ConflictKind.HARD_SESSIONS: (hills, track),
        ConflictKind.HARD_DAYS: (track, bends),
    }

    cup, relay, jog = on(6, "Cup", "", 9), on(6, "Relay", "", 15), on(6, "Jog", EASY, 7)
    found = conflicts(plan_of([jog, cup, relay]), Readings())
    assert {each.kind: each.sessions for each in found} == {
        ConflictKind.HARD_SESSIONS: (cup, relay),
        ConflictKind.RACE_DAY: (cup, jog),
    }


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (80, "the load of the week is 240, +33% on the most of the weeks before (up to +25% is usual)"),
        (180, "the load of the week is 540, +200% on the most of the weeks before (up to +25% is usual)"),
        (75.2, "the load of the week is 226, +25.3% on the most of the weeks before (up to +25% is usual)"),
    ],
)
def test_a_jump_of_load_is_said_in_percent(minutes, said):
    sessions = on(0, "A", "60min @ RPE 3"), on(9, "B", f"{minutes * 60:.0f}s @ RPE 3")
    (found,) = conflicts(plan_of(sessions), Readings())
    assert (str(found), found.limit) == (f"Mon 2026-08-10: {said}", 225)


@pytest.mark.parametrize(
    ("first_days", "is_compared"),
    [((0,), True), ((1,), True), ((2,), False), ((6,), False), ((0, 6), True), ((1, 5), True)],
    ids=str,
)
def test_a_first_week_from_wednesday_on_is_none_to_be_compared_with(first_days, is_compared):
    sessions = [on(day, "A", EASY) for day in first_days]
    assert bool(told(*sessions, on(13, "B", "100min @ RPE 3"))) is is_compared


def settle(sessions, policies, over=("",)):
    plan, done = settled(plan_of(sessions), policies, Readings(), RISE, over)
    return plan, [each.what for each in done]


LAST_WEEK = on(-7, "Base", "80min @ RPE 3")
"""Its load is 240, so that 300 are not too much in the next."""


@pytest.mark.parametrize(
    ("sessions", "skipped", "said"),
    [
        (
            [on(0, "Long", "70min @ RPE 3"), on(2, "Short", "20min @ RPE 3"), on(4, "Half", "30min @ RPE 3")],
            ["Short"],
            ["skipped: 'Short'"],
        ),
        (
            [on(0, "Long", "80min @ RPE 3"), on(2, "Short", "20min @ RPE 3"), on(4, "Half", "30min @ RPE 3")],
            ["Short", "Half"],
            ["skipped: 'Short', 'Half'"],
        ),
        (
            [on(0, "Fast", "30min @ RPE 8"), on(2, "Short", "20min @ RPE 3"), on(4, "Half", "30min @ RPE 3")],
            ["Short", "Half"],
            ["skipped: 'Short', 'Half'"],
        ),
        ([on(0, "Fast", "40min @ RPE 8")], [], ["nothing of it is easy: it stays"]),
        (
            [
                on(0, "Half", "30min @ RPE 3"),
                on(2, "Short", "20min @ RPE 3", plan="Below"),
                on(4, "Hour", "60min @ RPE 3", plan="Below"),
            ],
            ["Half"],
            ["skipped: 'Half'"],
        ),
        (
            [
                on(0, "Half", "30min @ RPE 3", plan="Below"),
                on(2, "Short", "20min @ RPE 3", plan="Below"),
                on(4, "Hour", "60min @ RPE 3"),
            ],
            ["Hour"],
            ["skipped: 'Hour'"],
        ),
    ],
    ids=["to the limit", "as many as needed", "none that is hard", "all are hard", "above", "above, longer"],
)
def test_too_heavy_a_week_loses_its_easiest_sessions_those_that_lie_over_first(sessions, skipped, said):
    plan, done = settle([LAST_WEEK, *sessions], {ConflictKind.LOAD: Policy.DROP_EASY})
    assert sorted(each.name for each in plan.sessions if each.skipped) == sorted(skipped)
    assert done == said


@pytest.mark.parametrize(
    ("hard_days", "said"),
    [
        ((1,), "'Fast' is moved to Thu 2026-08-06"),
        ((1, 4), "'Fast' is moved to Sun 2026-08-09"),
        ((1, 5), "'Fast' is moved to Thu 2026-08-06"),
        ((1, 4, 7), "no day of the week is free for 'Fast': it stays"),
        ((-1, 3), "'Fast' is moved to Tue 2026-08-04"),
        ((-3, 3), "'Fast' is moved to Tue 2026-08-04"),
        ((0, 3), "'Fast' is moved to Sat 2026-08-08"),
    ],
    ids=str,
)
def test_what_is_hard_moves_to_the_nearest_day_of_its_week_with_none_beside_it(hard_days, said):
    below = [on(day, "Below", FAST, plan="Below") for day in hard_days]
    _, done = settle([*below, on(2, "Fast", FAST)], {ConflictKind.HARD_DAYS: Policy.MOVE})
    assert done[:1] == [said]


def test_the_athlete_of_a_plan_below_is_that_of_all_if_the_upper_one_has_none():
    ada = Athlete(name="Ada")
    low = Athlete(name="Lou")
    plans = [
        Plan(name=str(athlete), sessions=[on(0, "Jog", EASY)], athlete=athlete)
        for athlete in (None, ada, low)
    ]
    assert layered(plans[0], plans[1:]).athlete == ada


def test_conflicts_that_are_left_are_looked_for_once():
    plan = plan_of([on(day, f"Hills {day}", FAST) for day in range(300)])
    readings = Readings()
    once = calls(lambda: conflicts(plan, readings))

    assert calls(lambda: settled(plan, {}, readings, RISE, [])) < 3 * once
