"""What is probably not meant in a plan: sessions at one time, and a goal far beyond what the athlete did."""

from datetime import date, time, timedelta

import pytest

from workout_core import Athlete, Event, EventKind, Plan, Race, Session, Workout, parse_steps
from workout_core.analysis.readings import Readings
from workout_core.plans.anchors import PlannedRace
from workout_core.plans.checks import doubts, overlaps

MONDAY = date(2026, 8, 3)
WAY_OUT = "(give one of them another 'at:', or say how long it 'lasts:')"
RACE = "which the race over 10 km in 47:30 predicts"
PACE = "which the threshold pace of 5:00/km predicts"
ADA = Athlete(name="Ada", race=Race(10_000, 2850))
BEA = Athlete(name="Bea", threshold_speed=1000 / 300)


def run(name, at, minutes, *, day=0, lasts=None, skipped=False):
    workout = Workout(name=name, items=parse_steps(f"easy {minutes}min"))
    return Session(
        slot=f"{name} {day} {at}",
        day=MONDAY + timedelta(days=day),
        at=time.fromisoformat(at),
        activity=workout,
        lasts=lasts,
        skipped=skipped,
    )


def event(name, at, *, day=0, lasts=None, kind=EventKind.CALL):
    return Session(
        slot=f"{name} {day}",
        day=MONDAY + timedelta(days=day),
        at=time.fromisoformat(at),
        activity=Event(name=name, kind=kind),
        lasts=lasts,
    )


def told(*sessions, race=None, athlete=None):
    plan = Plan(name="P", timezone="Europe/Warsaw", sessions=sessions, athlete=athlete)
    return [*doubts(plan, race), *overlaps(plan, Readings(athlete))]


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        (
            [run("A", "18:00", 60), run("B", "18:30", 30)],
            [f"'A', 2026-08-03 18:00, takes 1 h, and 'B' begins at 18:30 {WAY_OUT}"],
        ),
        (
            [run("A", "18:00", 60), event("Call", "18:59")],
            [f"'A', 2026-08-03 18:00, takes 1 h, and 'Call' begins at 18:59 {WAY_OUT}"],
        ),
        (
            [event("Call", "18:00", lasts=5400), run("A", "19:00", 30)],
            [f"'Call', 2026-08-03 18:00, takes 1 h 30 min, and 'A' begins at 19:00 {WAY_OUT}"],
        ),
        (
            [run("Long", "08:00", 180), run("B", "08:30", 10), run("C", "09:30", 30)],
            [
                f"'Long', 2026-08-03 08:00, takes 3 h, and 'B' begins at 08:30 {WAY_OUT}",
                f"'Long', 2026-08-03 08:00, takes 3 h, and 'C' begins at 09:30 {WAY_OUT}",
            ],
        ),
        (
            [run("Late", "23:30", 60), run("Early", "00:10", 30, day=1)],
            [f"'Late', 2026-08-03 23:30, takes 1 h, and 'Early' begins at 00:10 on 2026-08-04 {WAY_OUT}"],
        ),
        (
            [run("A", "18:00", 60, day=day) for day in (0, 7)]
            + [run("B", "18:30", 30, day=day) for day in (0, 7)],
            [f"'A', 2026-08-03 18:00, takes 1 h, and 'B' begins at 18:30 {WAY_OUT}"],
        ),
        (
            [run("A", "18:00", 60), run("B", "18:00", 30)],
            ["'A' and 'B' both begin on 2026-08-03 at 18:00 (give one of them another 'at:')"],
        ),
        ([run("A", "18:00", 60), run("B", "19:00", 30)], []),
        ([run("A", "18:00", 60, lasts=1800), run("B", "18:30", 30)], []),
        ([run("A", "18:00", 60, skipped=True), run("B", "18:30", 30)], []),
        ([event("Call", "18:00"), run("A", "18:30", 30)], []),
        ([event("Cup", "09:00", lasts=3600, kind=EventKind.RACE), run("Plan", "09:00", 60)], []),
        ([event("Cup", "09:00", lasts=3600, kind=EventKind.RACE), run("Plan", "09:30", 60)], []),
        (
            [event("Cup", "09:00", lasts=3600, kind=EventKind.RACE), event("Talk", "09:30")],
            [f"'Cup', 2026-08-03 09:00, takes 1 h, and 'Talk' begins at 09:30 {WAY_OUT}"],
        ),
    ],
    ids=lambda value: "; ".join(value) if value and isinstance(value[0], str) else "",
)
def test_sessions_that_overlap_are_said(sessions, said):
    assert told(*sessions) == said


def test_a_length_that_is_estimated_is_said_with_about():
    far = Session(
        slot="far",
        day=MONDAY,
        at=time(9),
        activity=Workout(name="Far", items=parse_steps("easy 10km")),
    )
    (said,) = told(far, run("B", "09:30", 30))
    assert said.startswith("'Far', 2026-08-03 09:00, takes about 1 h")


@pytest.mark.parametrize(
    ("athlete", "metres", "goal", "weeks", "said"),
    [
        (
            ADA,
            10_000,
            2100,
            12,
            [f"race: 10 km in 35:00 is far beyond 47:30, {RACE}"],
        ),
        (
            BEA,
            10_000,
            2400,
            12,
            [f"race: 10 km in 40:00 is far beyond 49:03, {PACE}"],
        ),
        (
            ADA,
            21_097.5,
            5400,
            4,
            [f"race: Half marathon in 1:30:00 is far beyond 1:45:19, {RACE}"],
        ),
        (ADA, 10_000, 2640, 12, []),
        (
            ADA,
            10_000,
            2640,
            1,
            [f"race: 10 km in 44:00 is far beyond 47:30, {RACE}"],
        ),
        (ADA, 10_000, 3600, 0, []),
        (ADA, 100_000, 25_000, 12, []),
        (Athlete(name="Cleo", max_heart_rate=180), 10_000, 2100, 12, []),
        (None, 10_000, 2100, 12, []),
    ],
)
def test_a_goal_far_beyond_what_the_athlete_shows_is_said_with_both(athlete, metres, goal, weeks, said):
    race = PlannedRace(name="Cup", day=MONDAY + timedelta(weeks=weeks), metres=metres, seconds=goal)
    assert told(run("A", "18:00", 60), race=race, athlete=athlete) == said
