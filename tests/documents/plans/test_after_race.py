"""Weeks after the race follow the week of the race, and those before it do not slip for them."""

import warnings

import pytest

from workout_core import Readings, WorkoutWarning, read_text, week_totals, write_json

HEAD = "plan: P\nrace: {name: Cup, date: 2026-10-25}\n"
WEEKS = "weeks:\n  - mon: easy 40min\n  - {name: Race week, mon: easy 20min}\n"
AFTER = "after_race:\n  - {name: Recovery, wed: easy 20min}\n  - {like: 1, volume: -50%}\n"


def days(made):
    return [f"{session.slot} {session.day}" for session in made.sessions]


HINT = "(weeks after that of the race go under 'after_race:')"
BEFORE = ["race-1/mon/running 2026-10-12", "Race week/mon/running 2026-10-19", "race 2026-10-25"]


def test_weeks_before_the_race_stay_where_they_are_whatever_comes_after_it():
    assert days(read_text(HEAD + WEEKS)) == BEFORE
    made = read_text(HEAD + WEEKS + AFTER)
    assert days(made) == [*BEFORE, "Recovery/wed/running 2026-10-28", "race+2/mon/running 2026-11-02"]
    assert made.sessions[-1].name == "Easy 20 min"
    assert [week.name for week in week_totals(made, Readings())] == ["", "Race week", "Recovery", ""]


def test_a_plan_with_a_start_and_a_race_may_have_them_too():
    made = read_text(HEAD.replace("race:", "start: 2026-10-12\nrace:") + WEEKS + AFTER)
    assert [day.split()[-1] for day in days(made)] == [
        "2026-10-12",
        "2026-10-19",
        "2026-10-25",
        "2026-10-28",
        "2026-11-02",
    ]
    assert days(made)[-1].startswith("4/mon")


def test_they_are_repeated_and_begin_on_the_first_day_of_the_week():
    after = "after_race: [{repeat: 2, weeks: [{sun: easy 20min}]}]\n"
    made = read_text(f"{HEAD}week_starts: sunday\n{WEEKS}{after}")
    assert days(made) == [
        "race-1/mon/running 2026-10-19",
        "race 2026-10-25",
        "Race week/mon/running 2026-10-26",
        "race+1/sun/running 2026-11-01",
        "race+2/sun/running 2026-11-08",
    ]


def test_changes_and_other_documents_take_them_as_any_week():
    made = read_text(f"{HEAD}{WEEKS}{AFTER}changes: [{{move: Recovery/wed/running, to: 2026-10-29}}]\n")
    assert "Recovery/wed/running 2026-10-29" in days(made)
    assert read_text(write_json(made), is_json=True) == made


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ("Base", "Race week", "Recovery"),
            [
                f"'Recovery' is the week of 'Cup' on 2026-10-25 {HINT}",
                f"'Race week' ends before 'Cup' on 2026-10-25 {HINT}",
            ],
        ),
        (("Base", "Recovery", "Race week"), []),
        (("Base", "Build", "Off-season"), [f"'Off-season' is the week of 'Cup' on 2026-10-25 {HINT}"]),
        (("Base", "Race-pace week", "Taper"), []),
    ],
    ids=str,
)
def test_names_that_speak_against_the_week_of_the_race_draw_a_question(names, told):
    weeks = "".join(f"  - {{name: {name}, mon: easy 20min}}\n" for name in names)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", WorkoutWarning)
        read_text(f"{HEAD}weeks:\n{weeks}")
    assert sorted(str(each.message) for each in caught) == sorted(told)
