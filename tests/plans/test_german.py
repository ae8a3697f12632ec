"""What a German coach would write of a plan: its weeks and sessions, what is too much, and a goal."""

from datetime import date, time, timedelta

import pytest

from workout_core import Athlete, Event, EventKind, Language, Plan, Session, Units, Workout, parse_steps
from workout_core.analysis.readings import Readings
from workout_core.languages import in_language
from workout_core.plans.anchors import RACE_SLOT, PlannedRace
from workout_core.plans.changes import skip
from workout_core.plans.checks import overlaps
from workout_core.plans.conflicts import RISE, ConflictKind, conflicts
from workout_core.plans.member_races import moved_to_race, with_goal
from workout_core.plans.session_phrases import say_marks, say_when
from workout_core.plans.settling import Policy, settled
from workout_core.plans.squad_phrases import say_members
from workout_core.plans.week_phrases import plan_numbers, week_numbers
from workout_core.plans.week_totals import week_totals

MONDAY = date(2026, 8, 3)
HARD = "20min @ RPE 8"
EASY = "30min @ RPE 3"


@pytest.fixture(autouse=True)
def german():
    with in_language("de"):
        yield


def on(day, name, steps, at=None, sport="running"):
    workout = Workout(name=name, sport=sport, items=parse_steps(steps))
    return Session(slot=f"{name} {day}", day=MONDAY + timedelta(day), activity=workout, at=at)


def plan_of(*sessions):
    return Plan(name="P", timezone="Europe/Berlin", sessions=sessions)


def test_a_plan_and_a_week_are_said_in_numbers():
    plan = plan_of(on(0, "Lauf", "8.4km @ 5:00/km"), on(2, "Rad", "40km @ 30km/h", sport="cycling"))
    (week,) = weeks = week_totals(plan, Readings())
    numbers = ("Mo 3. Aug. 2026 bis Mi 5. Aug. 2026", "1 Woche", "2 Einheiten", "Europe/Berlin")
    assert plan_numbers(plan, weeks) == numbers
    said = ("2 h 2 min", "8,4 km", "Radfahren 40 km", f"Belastung {week.load:.0f}")
    assert week_numbers(week, Units.METRIC) == said


def test_a_squad_is_counted():
    assert say_members([None, None], [MONDAY]) == "2 Athleten · 1 Woche · ab Mo 3. Aug. 2026"


def test_a_session_has_its_time_and_its_marks():
    hard = on(1, "Berge", HARD, time(18, 30))
    call = Session(slot="a", day=MONDAY, activity=Event(name="Rückblick", kind=EventKind.CALL))
    assert say_when(hard) == "Di 4. Aug., 18:30 Uhr"
    assert say_marks(hard, Readings()) == ("hart",)
    assert say_marks(skip(plan_of(hard), hard.key).sessions[0], Readings()) == ("ausgelassen",)
    assert say_marks(call, Readings()) == ("Gespräch",)


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        (
            [on(1, "Berge", HARD), on(1, "Bahn", HARD)],
            "Di 2026-08-04: „Berge“ und „Bahn“ sind beide hart",
        ),
        (
            [on(1, "Berge", HARD), on(2, "Bahn", HARD)],
            "Mi 2026-08-05: „Bahn“ ist hart, und „Berge“ am Tag davor auch",
        ),
        (
            [on(0, "Lauf", EASY), on(7, "Lauf", "34min 30s @ RPE 3")],
            (
                "Mo 2026-08-10: die Belastung der Woche ist 104, +15,0 % gegenüber der höchsten der Wochen "
                "davor (bis +15 % ist üblich)"
            ),
        ),
    ],
    ids=["two on a day", "two days", "a load"],
)
def test_what_is_too_much_is_said(sessions, said):
    rise = 0.1499 if "+15" in said else RISE
    assert [str(each) for each in conflicts(plan_of(*sessions), Readings(), rise)] == [said]


def test_what_is_done_about_it_is_said():
    plan = plan_of(on(1, "Berge", HARD), on(1, "Bahn", HARD))
    _, (told,) = settled(plan, {ConflictKind.HARD_SESSIONS: Policy.MOVE}, Readings(), RISE)
    assert told.what == "„Bahn“ ist jetzt am Do 2026-08-06"


def test_two_that_overlap_are_told():
    plan = plan_of(on(1, "Lauf", "60min easy", time(18)), on(1, "Kraft", EASY, time(18, 30)))
    (told,) = overlaps(plan, Readings())
    assert told == (
        "'Lauf', 2026-08-04 18:00, dauert 1 h, und 'Kraft' beginnt um 18:30 (gib einem von beiden ein "
        "anderes 'at:', oder sag mit 'lasts:', wie lange es dauert)"
    )


@pytest.mark.parametrize("spoken", Language)
def test_the_goal_of_a_race_is_read_in_every_language(spoken):
    with in_language(spoken):
        race = PlannedRace(name="Cup", day=MONDAY, metres=10_000, seconds=3000).session()
    assert race.slot == RACE_SLOT
    own = with_goal(Plan(name="P", athlete=Athlete(), sessions=[race]), 3120, print)
    assert own.sessions[0].activity.description == "10 km, Zielzeit 52 min"
    assert own.sessions[0].lasts == 3120


@pytest.mark.parametrize("spoken", Language)
def test_a_race_is_as_far_in_every_language(spoken):
    half = PlannedRace(name="Cup", day=MONDAY, metres=21_097.5, seconds=6300)
    with in_language(spoken):
        plan = Plan(name="P", athlete=Athlete(), sessions=[half.session()])
    told = []
    moved_to_race(plan, half, None, told.append)
    assert told == []
