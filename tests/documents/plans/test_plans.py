"""Plans as people write them: weeks of weekdays become sessions on dates, with times and slots."""

from datetime import date, time

import pytest

from workout_core import (
    Athlete,
    Event,
    EventKind,
    Link,
    Plan,
    Readings,
    Sport,
    Week,
    WorkoutWarning,
    read_document,
    read_text,
    week_totals,
)

HEAD = "plan: P\nstart: 2026-08-03\n"


def plan(body, head=HEAD) -> Plan:
    return read_text(head + body)


def told(made):
    return [
        (session.slot, session.day.isoformat(), session.at and session.at.isoformat("minutes"), session.name)
        for session in made.sessions
    ]


def test_a_plan_of_weeks_is_sessions_on_dates():
    made = plan(
        "timezone: Europe/Warsaw\n"
        "times: {default: 18:30, sat: 9:00, strength: 7:00, call: 20:00}\n"
        "workouts:\n"
        "  Easy run: easy 30min\n"
        "  strength A: {sport: strength, steps: Squat 3x10}\n"
        "weeks:\n"
        "  - name: Base\n"
        "    mon: strength a\n"
        "    tue: [Easy  Run, {event: Talk, kind: call, lasts: 45min, url: https://example.org/call}]\n"
        "    wed: rest\n"
        "    thu: {steps: 6x400m, at: 6:15}\n"
        "    sat: {workout: easy run, slot: long}\n"
        "    sun: {workout: easy run, at: all day}\n"
    )
    assert told(made) == [
        ("Base/mon/strength A", "2026-08-03", "07:00", "strength A"),
        ("Base/tue/Easy run", "2026-08-04", "18:30", "Easy run"),
        ("Base/tue/Talk", "2026-08-04", "20:00", "Talk"),
        ("Base/wed/rest", "2026-08-05", None, "Rest"),
        ("Base/thu/running", "2026-08-06", "06:15", "6 × 400 m"),
        ("Base/long", "2026-08-08", "09:00", "Easy run"),
        ("Base/sun/Easy run", "2026-08-09", None, "Easy run"),
    ]
    assert made.sessions[0].activity.sport is Sport.STRENGTH
    call = made.sessions[2]
    assert call.activity == Event(name="Talk", kind=EventKind.CALL, links=(Link("https://example.org/call"),))
    assert call.lasts == 2700
    assert made.sessions[3].activity.kind is EventKind.REST
    assert made.weeks == (Week(start=date(2026, 8, 3), name="Base"),)


def test_weeks_count_back_from_a_race():
    made = plan(
        "race: {name: City 10 km, date: 2026-11-08, time: 10:00, distance: 10km, goal: 47:00, "
        "url: https://example.org/city}\n"
        "timezone: Europe/Warsaw\n"
        "weeks:\n  - mon: easy 30min\n  - {mon: easy 40min, name: Taper}\n  - mon: easy 20min\n",
        head="plan: P\n",
    )
    assert told(made) == [
        ("race-2/mon/running", "2026-10-19", None, "Easy 30 min"),
        ("Taper/mon/running", "2026-10-26", None, "Easy 40 min"),
        ("race-0/mon/running", "2026-11-02", None, "Easy 20 min"),
        ("race", "2026-11-08", "10:00", "City 10 km"),
    ]
    race = made.sessions[-1]
    assert race.activity.kind is EventKind.RACE
    assert race.activity.description == "10 km, goal 47 min"
    assert race.lasts == 2820


def test_a_plan_may_have_a_start_and_a_race():
    made = plan("race: {name: R, date: 2026-08-16}\nweeks:\n  - mon: easy 30min\n  - mon: easy 30min\n")
    assert [row[:2] for row in told(made)] == [
        ("1/mon/running", "2026-08-03"),
        ("2/mon/running", "2026-08-10"),
        ("race", "2026-08-16"),
    ]


def test_a_week_like_another_has_its_days_and_more_of_them():
    made = plan(
        "weeks:\n"
        "  - name: Base\n"
        "    mon: easy 30min\n"
        "    tue: {workout: Fast, steps: 'warmup 15min; 6x(400m, 200m jog); cooldown 10min'}\n"
        "    wed: {sport: strength, steps: Squat 3x10}\n"
        "    thu: {recipe: long-run, distance: 16km}\n"
        "    sun: 12km @ RPE 4\n"
        "  - {name: Build, like: base, volume: +10%, wed: none, thu: rest}\n"
        "  - {like: Build, volume: -50%, note: Take it easy., sun: 5km @ easy}\n"
    )
    week = [session.name for session in made.sessions if session.day < date(2026, 8, 10)]
    build = [session.name for session in made.sessions if session.slot.startswith("Build")]
    down = [session.name for session in made.sessions if session.slot.startswith("3/")]
    assert week == ["Easy 30 min", "Fast", "Squat 3 × 10 reps", "Long run 16 km", "12 km"]
    assert build == ["Easy 33 min", "Fast", "Rest", "13 km"]
    assert down == ["Easy 17 min", "Fast", "Rest", "5 km at easy pace"]
    assert [each.note for each in made.weeks] == ["", "", "Take it easy."]
    assert [each.coach_note for each in week_totals(made, Readings())] == [
        "",
        "Volume +10%: Easy 33 min: 30 min to 33 min; Fast as it was; 13 km: 12 km to 13 km",
        "Volume -50%: Easy 17 min: 33 min to 17 min; Fast as it was",
    ]


def test_weeks_and_blocks_are_repeated_with_slots_of_their_own():
    made = plan(
        "weeks:\n"
        "  - {name: Base, mon: easy 30min, repeat: 2}\n"
        "  - repeat: 2\n"
        "    weeks:\n"
        "      - {name: Hard, mon: 5x1km}\n"
        "      - mon: easy 20min\n"
    )
    assert [row[:2] for row in told(made)] == [
        ("Base/mon/running", "2026-08-03"),
        ("Base 2/mon/running", "2026-08-10"),
        ("Hard/mon/running", "2026-08-17"),
        ("4/mon/running", "2026-08-24"),
        ("Hard 2/mon/running", "2026-08-31"),
        ("6/mon/running", "2026-09-07"),
    ]
    assert [week.name for week in made.weeks] == ["Base", "Base 2", "Hard", "", "Hard 2", ""]


def test_two_of_a_kind_on_one_day_are_told_apart():
    made = plan("weeks:\n  - mon: [easy 30min, easy 20min]\n")
    assert [session.slot for session in made.sessions] == ["1/mon/running", "1/mon/running 2"]


def test_a_start_in_the_middle_of_a_week_is_a_day_of_the_first():
    made = plan("weeks:\n  - thu: easy 30min\n", head="plan: P\nstart: 2026-08-05\n")
    assert told(made)[0][1] == "2026-08-06"
    assert made.weeks[0].start == date(2026, 8, 3)


def test_changes_move_skip_and_put_off_what_keeps_its_slot():
    made = plan(
        "weeks:\n"
        "  - {mon: easy 30min, wed: easy 40min, sun: easy 50min}\n"
        "  - {mon: easy 30min}\n"
        "changes:\n"
        "  - {move: 1/mon/running, to: 2026-08-04, at: 7:00}\n"
        "  - {skip: 1/wed/running}\n"
        "  - {pause: 2026-08-09, for: 1 week}\n"
        "  - {shift: -1, from: 2026-08-17}\n"
        "timezone: Europe/Warsaw\n"
    )
    assert [
        (session.slot, session.day.isoformat(), session.at, session.skipped) for session in made.sessions
    ] == [
        ("1/mon/running", "2026-08-04", time(7), False),
        ("1/wed/running", "2026-08-05", None, True),
        ("1/sun/running", "2026-08-16", None, False),
        ("2/mon/running", "2026-08-16", None, False),
    ]


def test_a_race_stays_where_it_is():
    made = plan("race: {name: R, date: 2026-08-09}\nweeks:\n  - mon: easy 30min\nchanges:\n  - {shift: 2}\n")
    assert [session.day.day for session in made.sessions] == [5, 9]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ada.yaml").write_text("athlete: Ada\nftp: 240\n")
    (tmp_path / "easy.yaml").write_text("workout: Easy does it\nid: easy-1\nsteps: easy 30min\n")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "hard.json").write_text('{"workout": "Hard", "steps": "5x1km"}')
    return tmp_path


def test_workouts_and_athletes_come_from_files_beside_the_plan(folder):
    (folder / "plan.yaml").write_text(
        f"{HEAD}athlete: ada.yaml\nworkouts: {{soft: easy.yaml}}\n"
        "weeks:\n  - {mon: soft, tue: below/hard.json, wed: {workout: easy.yaml}}\n"
    )
    made = read_document(folder / "plan.yaml")
    assert made.athlete == Athlete(name="Ada", ftp=240)
    assert [row[::3] for row in told(made)] == [
        ("1/mon/soft", "Easy does it"),
        ("1/tue/hard", "Hard"),
        ("1/wed/easy-1", "Easy does it"),
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-29", "clocks in Europe/Warsaw skip this time (it is at 03:30)"),
        ("2026-10-25", "clocks in Europe/Warsaw show this time twice (it is the first)"),
    ],
)
def test_times_that_clocks_skip_or_repeat_are_told(day, said):
    body = "timezone: Europe/Warsaw\nweeks:\n  - sun: {steps: easy 30min, at: 2:30}\n"
    with pytest.warns(WorkoutWarning) as warned:
        plan(body, head=f"plan: P\nstart: {day}\n")
    assert [str(each.message) for each in warned] == [f"'Easy 30 min', {day} 02:30: {said}"]


def test_two_sessions_at_one_time_are_told():
    with pytest.warns(WorkoutWarning) as warned:
        plan(
            "timezone: Europe/Warsaw\ntimes: {default: 7:00}\nweeks:\n"
            "  - mon: [easy 30min, {workout: X, steps: 5x1km}]\n"
        )
    assert [str(each.message) for each in warned] == [
        "'Easy 30 min' and 'X' both begin on 2026-08-03 at 07:00 (give one of them another 'at:')"
    ]
