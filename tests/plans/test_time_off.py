"""Breaks in training, and what is too much after them."""

from datetime import date, timedelta

import pytest

from workout_core import Plan, Session, Workout, parse_steps, pause
from workout_core.analysis.readings import Readings
from workout_core.plans.conflicts import ConflictKind, conflicts
from workout_core.plans.time_off import TimeOff, pauses

MONDAY = date(2026, 8, 3)
USUAL = "after {} days without training (up to {} is usual)"


def days(*numbers):
    return [MONDAY + timedelta(days=number) for number in numbers]


def plan_of(minutes):
    """Return a plan of easy runs, so many minutes on each of these days, from Monday the third, 0."""
    return Plan(
        name="P",
        sessions=[
            Session(
                slot=str(day),
                day=MONDAY + timedelta(days=day),
                activity=Workout(name="Easy", items=parse_steps(f"easy {long}min")),
            )
            for day, long in minutes.items()
        ],
    )


def told(plan):
    found = conflicts(plan, Readings())
    assert {each.kind for each in found} <= {ConflictKind.LOAD}
    return [str(each) for each in found]


def week(number, minutes=40):
    return dict.fromkeys((7 * number, 7 * number + 2, 7 * number + 4), minutes)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((0, 2, 4, 7), []),
        ((0, 2, 4, 10), []),
        ((0, 2, 4, 11), [(4, 11)]),
        ((0, 9), []),
        ((0, 9, 18, 27), []),
        ((6, 13, 20, 34), [(20, 34)]),
        ((6, 13, 20, 33), []),
        ((0, 1, 2, 10, 11, 20), [(2, 10), (11, 20)]),
        ((), []),
    ],
    ids=str,
)
def test_a_pause_is_twice_as_long_as_what_is_usual_and_more_than_five_days(numbers, found):
    assert list(pauses(days(*numbers))) == [TimeOff(*days(*pair)) for pair in found]


def test_the_way_back_is_as_long_as_the_pause():
    short, long = TimeOff(*days(0, 11)), TimeOff(*days(0, 41))
    assert [short.share(day) for day in days(0, 1, 10, 11, 15, 16, 20, 21)] == [
        1,
        0,
        0,
        0.5,
        0.5,
        0.75,
        0.75,
        1,
    ]
    assert [round(long.share(day), 2) for day in days(41, 54, 55, 67, 68, 80, 81)] == [
        *(0.33, 0.33, 0.5, 0.5, 0.75, 0.75, 1),
    ]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (
            week(0) | week(2),
            ["Mon 2026-08-17: the load of the week is 360, " + USUAL.format(9, 257)],
        ),
        (week(0) | week(2, 25), []),
        (
            week(0) | week(3) | week(4),
            [
                "Mon 2026-08-24: the load of the week is 360, " + USUAL.format(16, 225),
                "Mon 2026-08-31: the load of the week is 360, " + USUAL.format(16, 321),
            ],
        ),
        (week(0) | week(1, 20) | week(2), []),
        (week(0) | week(1) | {14: 40}, []),
    ],
    ids=["an empty week", "half of it", "two empty weeks", "an easy week", "a short one"],
)
def test_as_much_as_before_is_too_much_after_a_pause(minutes, said):
    assert told(plan_of(minutes)) == said


def test_a_pause_from_the_middle_of_a_week_is_seen_too():
    plan = plan_of({7 * number + day: 40 for number in range(5) for day in (0, 1, 3, 5, 6)})
    assert told(plan) == []
    assert told(pause(plan, MONDAY + timedelta(days=16), 10)) == [
        "Mon 2026-08-31: the load of the week is 600, " + USUAL.format(11, 429),
    ]
