"""A plan on a board: its weeks, and changes that write the very line that the command writes."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from commands import run_here
from questions import EXAMPLES, ask, errors, held
from workout_core import Readings, read_document, say_how_much, week_totals

PLAN = "half-marathon.yaml"
CHANGES = {
    "move to a weekday": ("move", ["Base 3/tue/hills", "thu"], {"session": "Base 3/tue/hills", "to": "thu"}),
    "move by days": ("move", ["2026-08-18", "+2d"], {"session": "2026-08-18", "to": "+2d"}),
    "move in time": (
        "move",
        ["2026-08-18", "2026-08-20", "--at", "7:00"],
        {"session": "2026-08-18", "to": "2026-08-20", "at": "7:00"},
    ),
    "move to no time": (
        "move",
        ["2026-08-18", "wed", "--at", "all day"],
        {"session": "2026-08-18", "to": "wed", "at": "all day"},
    ),
    "swap": ("swap", ["2026-08-18", "2026-08-20"], {"session": "2026-08-18", "other": "2026-08-20"}),
    "skip": ("skip", ["2026-08-18"], {"session": "2026-08-18"}),
    "shift": ("shift", ["1 week"], {"days": "1 week"}),
    "shift from a day": (
        "shift",
        ["3", "--from", "2026-09-01"],
        {"days": "3", "start": "2026-09-01"},
    ),
    "pause": ("pause", ["2026-09-01", "--for", "10"], {"start": "2026-09-01", "days": "10"}),
}


@pytest.fixture
def beside(tmp_path):
    return Path(copytree(EXAMPLES, tmp_path / "examples"))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_writes_what_the_command_writes(change, beside):
    question, words, asked = CHANGES[change]
    files = held()
    told = ask(question, text=files[PLAN], name=PLAN, files=files, **asked)
    done = run_here("plan", question, PLAN, *words, folder=beside)
    assert done.returncode == 0, done.stderr.decode()
    assert told["text"] == (beside / PLAN).read_text("utf-8")
    warned = {each["message"] for each in told["problems"]}
    lines = {line.removeprefix("warning: ") for line in done.stderr.decode().splitlines()}
    assert warned == {line.removeprefix(f"{PLAN}: ") for line in lines}


def test_what_is_skipped_can_be_kept():
    files = held()
    skipped = ask("skip", text=files[PLAN], name=PLAN, files=files, session="2026-08-18")["text"]
    kept = ask("keep", text=skipped, name=PLAN, files=files, session="2026-08-18")["text"]
    assert kept == f"{skipped}  - {{keep: Base 3/tue/hills}}\n"


@pytest.mark.parametrize(
    ("question", "asked", "message"),
    [
        ("move", {"session": "nobody", "to": "thu"}, "'nobody' is not a session of this plan"),
        ("move", {"session": "2026-08-18", "to": "soon"}, "'soon' is not a day (like '2026-08-06', 'thu'"),
        ("swap", {"session": "2026-08-18", "other": "2026-08-18"}, "cannot be swapped with itself"),
        ("keep", {"session": "2026-08-18"}, "is not skipped"),
        ("shift", {"days": "0"}, "the number of days must not be 0"),
        ("pause", {"days": "3"}, "start: is needed"),
        ("pause", {"days": "-3", "start": "2026-08-18"}, "a pause lasts a day or more: '-3'"),
    ],
    ids=str,
)  # fmt: skip
def test_a_change_that_cannot_be_made_is_refused_with_a_reason(question, asked, message):
    files = held()
    told = ask(question, text=files[PLAN], name=PLAN, files=files, **asked)
    ((line, _, _, said),) = errors(told)
    assert message in said
    assert (line, "text" in told) == (0, False)


def test_a_change_in_json_stays_json():
    plan = json.dumps(
        {
            "plan": "A",
            "sessions": [{"slot": "a", "date": "2026-08-03", "workout": {"workout": "E", "steps": "10min"}}],
        }
    )
    told = ask("move", text=plan, name="plan.json", session="a", to="2026-08-04")
    assert json.loads(told["text"])["changes"] == [{"move": "a", "to": "2026-08-04"}]


def test_only_a_plan_can_be_changed():
    told = ask("skip", text="workout: A\nsteps: 10min\n", session="a")
    assert [each[3] for each in errors(told)] == ["is not a plan (a plan begins with 'plan:')"]


def test_the_board_has_every_session_once_with_what_it_asks():
    files = held()
    plan = read_document(EXAMPLES / PLAN)
    readings = Readings(plan.athlete)
    board = ask("analyse", text=files[PLAN], name=PLAN, files=files)["plan"]
    days = [
        (day["date"], session)
        for week in board["weeks"]
        for day in week["days"]
        for session in day["sessions"]
    ]
    assert [
        (day, session["key"], session["title"], session["much"], session["load"]) for day, session in days
    ] == [
        (
            session.day.isoformat(),
            session.key,
            session.name,
            say_how_much(session, readings),
            round(readings.load(session), 1),
        )
        for session in plan.sessions
    ]
    assert [(week["name"], week["load"]) for week in board["weeks"]] == [
        (week.name, round(week.load, 1)) for week in week_totals(plan, readings)
    ]
    assert all(len(week["days"]) == 7 for week in board["weeks"])


def test_the_board_says_what_was_moved_and_skipped():
    files = held()
    text = files[PLAN]
    for question, asked in (
        ("move", {"session": "2026-08-18", "to": "wed"}),
        ("skip", {"session": "2026-08-22"}),
    ):
        text = ask(question, text=text, name=PLAN, files=files, **asked)["text"]
    board = ask("analyse", text=text, name=PLAN, files=files)["plan"]
    sessions = [each for week in board["weeks"] for day in week["days"] for each in day["sessions"]]
    assert [each["key"] for each in sessions if each["moved"]] == ["Base 3/tue/hills"]
    assert [each["key"] for each in sessions if each["skipped"]] == ["Base 3/sat/Easy run"]


def test_two_hard_days_are_a_conflict_on_the_board():
    plan = "plan: A\nstart: 2026-08-03\nweeks:\n  - {mon: 6x800m @ RPE 9, tue: 6x800m @ RPE 9}\n"
    told = ask("analyse", text=plan)
    (conflict,) = told["plan"]["conflicts"]
    assert (conflict["day"], conflict["kind"], len(conflict["sessions"])) == ("2026-08-04", "hard days", 2)
    assert conflict["message"] in [
        each["message"] for each in told["problems"] if each["severity"] == "warning"
    ]


def test_a_board_can_be_left_out():
    files = held()
    assert "plan" not in ask("analyse", text=files[PLAN], name=PLAN, files=files, board=False)
