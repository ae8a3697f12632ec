"""A plan for one athlete of a squad: theirs in days, times, dates, zone, amounts and identity, no more."""

from datetime import date, time

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    Athlete,
    DocumentError,
    InvalidParameter,
    InvalidWorkout,
    Member,
    Plan,
    Squad,
    SquadPlan,
    combine,
    member_plans,
    plan_for,
    read_text,
    session_identity,
    time_zone,
    write_json,
)
from workout_core.plans.anchors import PlannedRace
from workout_core.plans.usual_times import UsualTimes

ANN = Athlete(name="Ann")
PLAN = """\
plan: P
start: 2026-08-03
timezone: Europe/Warsaw
times: {default: 18:30, sat: 9:00}
weeks:
  - name: One
    mon: [{steps: easy 20min, at: 7:00}, {sport: strength, steps: "Back squat 3x5 @ 60kg"}]
    tue: easy 40min
    sat: easy 90min
    sun: {event: Call, kind: call, at: 20:00, lasts: 30min}
  - {name: Two, like: One, mon: {steps: easy 20min, at: 7:00}}
"""
RACED = PLAN.replace(
    "start: 2026-08-03", "race: {name: City, date: 2026-08-16, time: 10:00, distance: 10km, goal: 50:00}"
)


def read(text: str) -> Plan:
    plan = read_text(text)
    assert isinstance(plan, Plan)
    return plan


PLAIN, WITH_RACE = read(PLAN), read(RACED)


def member(**given: object) -> Member:
    return Member(athlete=given.pop("athlete", ANN), **given)


def days(plan: Plan) -> list[tuple[str, str, str]]:
    return [
        (f"{each.day:%a %d %b}", f"{each.at:%H:%M}" if each.at else "", each.name) for each in plan.sessions
    ]


def test_without_anything_of_their_own_only_name_identity_and_athlete_differ():
    own = plan_for(PLAIN, member())

    same = evolve(own, name=PLAIN.name, id=PLAIN.id, athlete=None)
    assert same == PLAIN
    assert (own.name, own.athlete) == ("P (Ann)", ANN)


def test_identities_are_of_plan_slot_and_athlete():
    plans = [
        plan_for(PLAIN, each) for each in (member(), member(athlete=Athlete(name="Hal")), member(id="A"))
    ]
    every = [{session_identity(plan, each) for each in plan.sessions} for plan in (PLAIN, *plans)]

    assert len(set.union(*every)) == 4 * len(PLAIN.sessions)
    moved = plan_for(PLAIN, member(days=[(1, 2)], start=date(2027, 1, 4), volume=0.5))
    assert {session_identity(moved, each) for each in moved.sessions} == every[1]


def test_plans_over_one_another_are_their_own_too():
    other = read("plan: Q\nstart: 2026-08-03\nweeks:\n  - {name: A, wed: easy 10min}\n")
    both = combine(PLAIN, other)
    own = plan_for(both, member())

    shared = {session_identity(both, each) for each in both.sessions}
    assert shared.isdisjoint(session_identity(own, each) for each in own.sessions)


def test_a_weekday_takes_the_place_of_another():
    own = plan_for(PLAIN, member(days=[(1, 2), (5, 6)]))

    assert days(own)[2:5] == [
        ("Wed 05 Aug", "18:30", "Easy 40 min"),
        ("Sun 09 Aug", "09:00", "Easy 1 h 30 min"),
        ("Sun 09 Aug", "20:00", "Call"),
    ]


def test_weekdays_are_swapped_in_weeks_that_begin_on_any_day():
    plan = read(PLAN.replace("start: 2026-08-03", "start: 2026-08-02\nweek_starts: sunday"))

    own = plan_for(plan, member(days=[(6, 5), (5, 6)]))

    assert {each.day.weekday() for each in own.sessions if each.name == "Call"} == {5}
    assert {each.day.weekday() for each in own.sessions if each.name == "Easy 1 h 30 min"} == {6}
    assert all(
        -6 <= (new.day - old.day).days <= 6 for new, old in zip(own.sessions, plan.sessions, strict=True)
    )


def test_a_race_stays_on_its_day():
    own = plan_for(WITH_RACE, member(days=[(6, 0)]))

    assert next(each for each in own.sessions if each.is_race).day == date(2026, 8, 16)


def test_usual_times_are_theirs_and_a_first_session_in_the_morning_keeps_its_own():
    times = UsualTimes(by_kind={"strength": "all day"}, by_weekday={5: time(8)}, default=time(19))

    own = plan_for(PLAIN, member(times=times))

    assert days(own)[:5] == [
        ("Mon 03 Aug", "", "Back squat 3 × 5 reps"),
        ("Mon 03 Aug", "07:00", "Easy 20 min"),
        ("Tue 04 Aug", "19:00", "Easy 40 min"),
        ("Sat 08 Aug", "08:00", "Easy 1 h 30 min"),
        ("Sun 09 Aug", "20:00", "Call"),
    ]


def test_a_time_that_is_written_at_a_workout_is_its_own_however_often():
    often = PLAN.replace("    tue: easy 40min\n", "    tue: {steps: easy 40min, at: 6:00}\n")

    own = plan_for(read(often), member(times=UsualTimes(default=time(19))))

    assert {each.at for each in own.sessions if each.day.weekday() == 1} == {time(6)}
    assert {each.at for each in own.sessions if each.day.weekday() == 5} == {time(19)}


def test_in_a_plan_of_sessions_on_dates_the_usual_times_are_found():
    dated = read_text(write_json(PLAIN), is_json=True)
    times = UsualTimes(by_weekday={5: time(8)}, default=time(19))

    assert days(plan_for(dated, member(times=times)))[:4] == [
        ("Mon 03 Aug", "07:00", "Easy 20 min"),
        ("Mon 03 Aug", "19:00", "Back squat 3 × 5 reps"),
        ("Tue 04 Aug", "19:00", "Easy 40 min"),
        ("Sat 08 Aug", "08:00", "Easy 1 h 30 min"),
    ]


def test_a_start_moves_a_plan_by_weeks_and_leaves_out_what_is_before_it():
    told: list[str] = []

    own = plan_for(PLAIN, member(start=date(2026, 9, 8)), told.append)

    assert own.sessions[0].day == date(2026, 9, 8)
    assert [week.start for week in own.weeks] == [date(2026, 9, 7), date(2026, 9, 14)]
    assert told == ["2 sessions before the start on 2026-09-08 left out"]


def test_with_a_race_a_start_only_leaves_out_what_is_before_it():
    own = plan_for(WITH_RACE, member(start=date(2026, 8, 10)))

    assert own.sessions[0].day == date(2026, 8, 10)
    assert own.sessions[-1].day == date(2026, 8, 16)
    assert [week.name for week in own.weeks] == ["Two"]


def test_a_start_after_everything_is_refused():
    with pytest.raises(
        InvalidParameter, match=r"^start: all of the plan is before 2027-01-01 \(start earlier\)$"
    ):
        plan_for(WITH_RACE, member(start=date(2027, 1, 1)))


def test_a_race_of_their_own_takes_the_place_of_the_plans_and_moves_its_weeks():
    race = PlannedRace(name="Town", day=date(2026, 9, 19), at=time(11), metres=10000, seconds=2900)

    own = plan_for(WITH_RACE, member(race=race))

    (there,) = [each for each in own.sessions if each.is_race]
    assert (there.slot, there.name, there.day, there.at) == ("race", "Town", date(2026, 9, 19), time(11))
    assert [week.start for week in own.weeks] == [date(2026, 9, 7), date(2026, 9, 14)]


def test_a_plan_without_a_race_ends_in_the_week_of_theirs():
    race = PlannedRace(name="Town", day=date(2026, 9, 19))

    own = plan_for(PLAIN, member(race=race))

    assert own.weeks[-1].start == date(2026, 9, 14)
    assert [each.name for each in own.sessions if each.is_race] == ["Town"]


def test_a_goal_is_said_and_takes_its_time():
    own = plan_for(WITH_RACE, member(goal=3120.0))

    (race,) = (each for each in own.sessions if each.is_race)
    assert race.activity.description == "10 km, goal 52 min"
    assert race.lasts == 3120


def test_a_goal_without_a_race_is_refused():
    squad = Squad(name="S", plans=[SquadPlan(plan=PLAIN, stem="p")], members=[member(goal=3000.0)])

    with pytest.raises(InvalidParameter, match=r"^goal: there is no race in the plan"):
        list(member_plans(squad, squad.members[0]))


def test_in_another_zone_training_keeps_its_hour_and_a_call_its_moment():
    own = plan_for(PLAIN, member(timezone="America/New_York"))

    assert own.timezone == "America/New_York"
    assert days(own)[2] == ("Tue 04 Aug", "18:30", "Easy 40 min")
    assert days(own)[4] == ("Sun 09 Aug", "14:00", "Call")


def test_a_call_may_be_on_another_day_elsewhere():
    own = plan_for(PLAIN, member(timezone="Pacific/Auckland"))

    assert ("Mon 10 Aug", "06:00", "Call") in days(own)


def test_less_is_less_of_the_easy_and_long_and_said_to_the_coach():
    own = plan_for(PLAIN, member(volume=0.8))

    assert [each.name for each in own.sessions[:4]] == [
        "Easy 16 min",
        "Back squat 3 × 5 reps",
        "Easy 32 min",
        "Easy 1 h 10 min",
    ]
    assert own.sessions[2].volume.what == "40 min to 32 min"


@pytest.mark.parametrize(
    "name", ["easy 1 h 30 min", "EASY 1h30min", "One/sat/running", "running", "Call", "strength"]
)
def test_sessions_are_left_out_by_name_slot_or_sport(name):
    own = plan_for(PLAIN, member(without=[name]))

    assert 0 < len(own.sessions) < len(PLAIN.sessions)


def test_all_of_a_plan_cannot_be_left_out():
    with pytest.raises(InvalidParameter, match=r"^without: nothing of the plan is left"):
        plan_for(PLAIN, member(without=["running", "strength", "call"]))


@given(
    volume=st.floats(0.1, 3),
    pairs=st.dictionaries(st.integers(0, 6), st.integers(0, 6)),
    zone=st.sampled_from(["", "Europe/London", "Asia/Tokyo"]),
    start=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_nobody_loses_a_session_or_its_slot_without_being_told(volume, pairs, zone, start):
    told: list[str] = []

    own = plan_for(PLAIN, member(volume=volume, days=pairs.items(), timezone=zone, start=start), told.append)

    kept = {each.slot for each in own.sessions}
    assert kept <= {each.slot for each in PLAIN.sessions}
    assert (len(kept) == len(PLAIN.sessions)) == (not [each for each in told if "both begin" not in each])
    assert not own.timezone or time_zone(own.timezone)


def test_an_athlete_without_a_name_needs_an_id():
    with pytest.raises(InvalidWorkout, match="needs a name, or an id"):
        Member(athlete=Athlete(ftp=200))


def test_two_of_one_name_are_refused_by_the_model_too():
    with pytest.raises(
        InvalidParameter, match=r"^athletes: two athletes go by 'ann' \(give one of them an 'id:'"
    ):
        Squad(
            name="S",
            plans=[SquadPlan(plan=PLAIN, stem="p")],
            members=[member(), member(athlete=Athlete(name="ann"))],
        )


def test_only_who_has_races_gets_the_goal():
    squad = Squad(
        name="S",
        plans=[SquadPlan(plan=PLAIN, stem="p"), SquadPlan(plan=evolve(WITH_RACE, id="r"), stem="r")],
        members=[member(goal=3120.0)],
    )

    plain, raced = (each.plan for each in member_plans(squad, squad.members[0]))
    assert [each.activity.description for each in raced.sessions if each.is_race] == ["10 km, goal 52 min"]
    assert not any(each.is_race for each in plain.sessions)


def test_a_squad_is_no_plan():
    with pytest.raises(DocumentError, match="a squad needs 'athletes:'"):
        read_text("squad: S\nplan: {plan: P, start: 2026-08-03, weeks: [{mon: easy 10min}]}\n")


def test_two_that_begin_together_because_of_their_days_are_told():
    told = []
    plan_for(PLAIN, member(days=((0, 1),)), told.append)
    (said,) = told
    assert said.startswith("'Back squat 3 × 5 reps' and 'Easy 40 min' both begin on 2026-08-04 at 18:30 (")


def test_what_tells_its_splits_keeps_its_length_and_that_is_told():
    plan = read(
        "plan: P\nstart: 2026-08-03\nweeks:\n"
        "  - tue: easy 60min\n"
        "    sun: {recipe: progressive, distance: 16km, from: 6:10/km, to: 5:10/km, every: 4km}\n"
    )
    told = []
    easy, progressive = (each.activity for each in plan_for(plan, member(volume=0.8), told.append).sessions)
    assert easy.items[0].duration.seconds < 3600
    assert progressive.items == plan.sessions[1].activity.items
    assert told == [f"'{progressive.name}': the splits are written for this length, so the volume stays"]
