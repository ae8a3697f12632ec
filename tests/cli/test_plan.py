"""``workout plan``: shown as a grid, and changed where it is written."""

import json
import random

import pytest

from workout_core import Plan, Registry, export, read_document, session_identity

PLAN = """\
# the spring
plan: Spring  # mine
start: 2026-08-03
timezone: Europe/Warsaw
times: {default: 18:30}
workouts:
  hard: {steps: "warmup 15min; 5x(1km @ RPE 8, 400m jog)"}   # Tuesdays
weeks:
  - name: Base
    mon: easy 30min
    tue: hard
    # the rest is rest
    thu: {event: Call, url: "https://example.org/call", at: 19:00}
    sun: 90min @ RPE 4
  - {name: Build, like: Base, volume: +10%}   # more
"""


@pytest.fixture
def plan(folder):
    (folder / "plan.yaml").write_text(PLAN)
    return folder / "plan.yaml"


@pytest.mark.usefixtures("plan")
def test_a_plan_is_shown_as_a_grid(workout, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert workout("plan", "show", "plan.yaml").out == (
        "Spring\n"
        "2026-08-03 to 2026-08-16 · 2 weeks · 8 sessions · Europe/Warsaw\n"
        "\n"
        "Week 1, Base · from 2026-08-03\n"
        "  about 2 h 53 min · about 31.9 km · load 803  ███████████████████\n"
        "Mon 3      Tue 4      Wed 5      Thu 6      Fri 7      Sat 8      Sun 9\n"
        "Easy 30    ! hard                Call                             ! 1 h 30\n"
        "min                                                               min\n"
        "\n"
        "Week 2, Build · from 2026-08-10\n"
        "  about 3 h 6 min · about 34.4 km · load 852  ████████████████████\n"
        "Mon 10     Tue 11     Wed 12     Thu 13     Fri 14     Sat 15     Sun 16\n"
        "Easy 33    ! hard                Call                             ! 1 h 40\n"
        "min                                                               min\n"
        "  Volume +10%: Easy 33 min: 30 min to 33 min; hard as it was; 1 h 40 min: 1 h 30\n"
        "    min to 1 h 40 min\n"
    )


@pytest.mark.usefixtures("plan")
def test_a_narrow_terminal_has_a_day_a_line(workout, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    shown = workout("plan", "show", "plan.yaml").out.splitlines()
    assert "  Tue ! hard" in shown
    assert max(map(len, shown)) <= 30


def test_a_grid_begins_with_the_first_day_of_the_week_and_a_weekday_to_move_to_is_in_it(
    plan, workout, monkeypatch
):
    plan.write_text(f"week_starts: sunday\n{PLAN.replace('2026-08-03', '2026-08-02')}")
    monkeypatch.setenv("COLUMNS", "80")
    shown = workout("plan", "show", "plan.yaml").out.splitlines()
    assert shown[3] == "Week 1, Base · from 2026-08-02"
    assert shown[5] == "Sun 2      Mon 3      Tue 4      Wed 5      Thu 6      Fri 7      Sat 8"
    moved = workout("plan", "move", "plan.yaml", "Base/tue/hard", "sun").out
    assert moved == "moved 'hard' from Tue 2026-08-04 18:30 to Sun 2026-08-02 18:30\n"


@pytest.mark.usefixtures("plan")
def test_slots_are_listed(workout):
    assert workout("plan", "show", "plan.yaml", "--slots").out.splitlines()[:3] == [
        "Mon 2026-08-03 18:30  Base/mon/running",
        "Tue 2026-08-04 18:30  Base/tue/hard",
        "Thu 2026-08-06 19:00  Base/thu/Call",
    ]


@pytest.mark.usefixtures("plan")
def test_programs_are_told_all_of_it(workout):
    told = json.loads(workout("plan", "show", "plan.yaml", "--json").out)
    assert [week["name"] for week in told["totals"]] == ["Base", "Build"]
    assert told["conflicts"] == []
    assert len(told["sessions"]) == 8


@pytest.mark.usefixtures("plan")
def test_what_asks_too_much_is_told_below(workout):
    workout("plan", "move", "plan.yaml", "Base/tue/hard", "sat")
    assert workout("plan", "show", "plan.yaml").out.splitlines()[-2:] == [
        "mind: Sun 2026-08-09: '1 h 30 min' is hard, and so is 'hard'",
        "  the day before",
    ]


DONE = {
    "a date": (
        ["move", "plan.yaml", "Base/tue/hard", "2026-08-07"],
        "moved 'hard' from Tue 2026-08-04 18:30 to Fri 2026-08-07 18:30",
        "{move: Base/tue/hard, to: 2026-08-07}",
    ),
    "a weekday": (
        ["move", "plan.yaml", "2026-08-03", "wed"],
        "moved 'Easy 30 min' from Mon 2026-08-03 18:30 to Wed 2026-08-05 18:30",
        "{move: Base/mon/running, to: 2026-08-05}",
    ),
    "days and a time": (
        ["move", "plan.yaml", "build/tue", "+1d", "--at", "7:00"],
        "moved 'hard' from Tue 2026-08-11 18:30 to Wed 2026-08-12 07:00",
        "{move: Build/tue/hard, to: 2026-08-12, at: 7:00}",
    ),
    "all day": (
        ["move", "plan.yaml", "build/tue", "+1d", "--at", "all day"],
        "moved 'hard' from Tue 2026-08-11 18:30 to Wed 2026-08-12",
        "{move: Build/tue/hard, to: 2026-08-12, at: all day}",
    ),
    "swapped": (
        ["swap", "plan.yaml", "base/tue", "base/thu"],
        "swapped 'hard', now Thu 2026-08-06 19:00, and 'Call', now Tue 2026-08-04 18:30",
        "{swap: Base/tue/hard, with: Base/thu/Call}",
    ),
    "skipped": (
        ["skip", "plan.yaml", "Base/tue/hard"],
        "skipped 'hard' on Tue 2026-08-04 18:30",
        "{skip: Base/tue/hard}",
    ),
    "shifted": (["shift", "plan.yaml", "1 week"], "shifted 8 sessions by 7 days", "{shift: 7 days}"),
    "shifted from": (
        ["shift", "plan.yaml", "2", "--from", "2026-08-16"],
        "shifted 1 session by 2 days",
        "{shift: 2 days, from: 2026-08-16}",
    ),
    "shifted forward": (
        ["shift", "--", "plan.yaml", "-1d"],
        "shifted 8 sessions by -1 day",
        "{shift: -1 day}",
    ),
    "paused": (
        ["pause", "plan.yaml", "2026-08-09", "--for", "10"],
        "paused for 10 days from Sun 2026-08-09: 5 sessions",
        "{pause: 2026-08-09, for: 10 days}",
    ),
}


@pytest.mark.parametrize(("arguments", "said", "line"), DONE.values(), ids=DONE)
def test_a_change_is_written_said_and_done(workout, plan, arguments, said, line):
    done = workout("plan", *arguments)
    assert (done.code, done.out, done.err) == (0, f"{said}\n", "")
    assert plan.read_text() == f"{PLAN}changes:\n  - {line}\n"


def test_what_is_skipped_is_kept_after_all(workout, plan):
    workout("plan", "skip", "plan.yaml", "Base/tue/hard")
    assert (
        workout("plan", "keep", "plan.yaml", "Base/tue/hard").out == "kept 'hard' on Tue 2026-08-04 18:30\n"
    )
    assert not any(session.skipped for session in read_document(plan).sessions)


@pytest.mark.usefixtures("plan")
def test_two_hard_days_in_a_row_draw_a_warning_but_no_old_ones_do(workout):
    done = workout("plan", "move", "plan.yaml", "Build/tue/hard", "mon", "--at", "7:00")
    assert done.err == "warning: Mon 2026-08-10: 'hard' is hard, and so is '1 h 30 min' the day before\n"
    assert workout("plan", "skip", "plan.yaml", "Base/mon/running").err == ""


def test_a_session_on_the_race_day_draws_a_warning(workout, folder):
    (folder / "race.yaml").write_text(
        "plan: R\nrace: {name: City, date: 2026-08-09, time: 10:00}\n"
        "timezone: Europe/Warsaw\nweeks:\n  - mon: easy 30min\n"
    )
    done = workout("plan", "move", "race.yaml", "race-0/mon/running", "sun")
    assert done.err == "warning: Sun 2026-08-09: 'Easy 30 min' is on the day of 'City'\n"


WRONG = {
    "no session": (
        ["skip", "plan.yaml", "swim"],
        "'swim' is not a session of this plan (one of Base/mon/running, Base/tue/hard, Base/thu/Call, ",
    ),
    "a slip": (
        ["skip", "plan.yaml", "base/tue/hrd"],
        "'base/tue/hrd' is not a session of this plan (did you mean 'Base/tue/hard'?)",
    ),
    "several": (
        ["skip", "plan.yaml", "hard"],
        (
            "'hard' may be 'Base/tue/hard' on Tue 2026-08-04 or 'Build/tue/hard' on Tue 2026-08-11 "
            "(say its slot)"
        ),
    ),
    "a word that only begins like a day": (
        ["move", "plan.yaml", "base/tue", "monsoon"],
        "'monsoon' is not a day (like '2026-08-06', 'thu' or '+2d')",
    ),
    "a day too early for any calendar": (
        ["move", "plan.yaml", "base/tue", "0000-01-01"],
        "'0000-01-01' is not a day (like '2026-08-06', 'thu' or '+2d')",
    ),
    "no day": (
        ["move", "plan.yaml", "base/tue", "someday"],
        "'someday' is not a day (like '2026-08-06', 'thu' or '+2d')",
    ),
    "no time": (
        ["move", "plan.yaml", "base/tue", "wed", "--at", "25:00"],
        "'25:00' is not a time of day (like '7:00' or '18:30')",
    ),
    "itself": (["swap", "plan.yaml", "base/tue", "base/tue"], "'hard' cannot be swapped with itself"),
    "not skipped": (["keep", "plan.yaml", "base/tue"], "'hard' on Tue 2026-08-04 18:30 is not skipped"),
    "no days": (["shift", "plan.yaml", "0"], "the number of days must not be 0"),
    "less than none": (
        ["pause", "plan.yaml", "2026-08-09", "--for", "-1"],
        "a pause lasts a day or more: '-1'",
    ),
    "no plan": (["skip", "six.yaml", "x"], "six.yaml: is not a plan (a plan begins with 'plan:')"),
    "too far": (["shift", "plan.yaml", "9999 weeks"], "days must be -36525 to 36525: '9999 weeks'"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_done_is_said_and_nothing_is_written(workout, plan, arguments, said):
    done = workout("plan", *arguments)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert plan.read_text() == PLAN


def test_a_file_that_is_not_there_is_said(workout):
    done = workout("plan", "skip", "none.yaml", "x")
    assert (done.code, done.err) == (1, "none.yaml: there is no such file\n")


def _identities(plan: Plan):
    return {session.slot: session_identity(plan, session) for session in plan.sessions}


def _edit(chance: random.Random, plan: Plan) -> list[str]:
    one, other = chance.sample(plan.sessions, 2)
    day = f"2026-{chance.randint(8, 12):02}-{chance.randint(1, 28):02}"
    return chance.choice(
        [
            ["move", one.slot, day],
            ["move", one.slot, day, "--at", f"{chance.randint(5, 21)}:00"],
            ["swap", one.slot, other.slot],
            ["keep" if one.skipped else "skip", one.slot],
            ["shift", "--from", day, "--", "plan.yaml", str(chance.choice([-3, -1, 1, 7]))],
            ["pause", day, "--for", str(chance.randint(1, 9))],
        ]
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_fifty_changes_keep_every_identity_every_comment_and_a_plan_that_reads(workout, plan, seed):
    chance = random.Random(seed)
    before = read_document(plan)
    for _ in range(50):
        name, *arguments = _edit(chance, read_document(plan))
        named = [] if "plan.yaml" in arguments else ["plan.yaml"]
        done = workout("plan", name, *named, *arguments)
        assert done.code == 0, done.err
        after = read_document(plan)
        assert _identities(after) == _identities(before)
        assert plan.read_text().startswith(PLAN)


def _events(plan: Plan) -> dict[str, str]:
    (file,) = export(plan, "ics", registry=Registry.discover())
    events = file.data.decode().split("BEGIN:VEVENT")[1:]
    return {event.partition("UID:")[2].split("\r\n")[0]: event for event in events}


def test_a_plan_exported_before_and_after_a_move_differs_in_that_event_alone(workout, plan):
    before = _events(read_document(plan))
    workout("plan", "move", "plan.yaml", "Base/tue/hard", "fri")
    after = _events(read_document(plan))
    plan = read_document(plan)
    moved = next(session for session in plan.sessions if session.slot == "Base/tue/hard")
    assert before.keys() == after.keys()
    changed = {uid for uid in before if before[uid].rstrip() != after[uid].rstrip()}
    assert changed == {str(session_identity(plan, moved))}


def test_plans_are_combined_with_the_identities_they_had(workout, folder, plan):
    (folder / "more.yaml").write_text("plan: More\nstart: 2026-08-03\nweeks:\n  - tue: easy 20min\n")
    done = workout("plan", "combine", "plan.yaml", "more.yaml", "-o", "both.yaml")
    assert (done.code, done.out) == (0, "both.yaml\n")
    assert done.err == "Tue 2026-08-04: 'Easy 20 min' and 'hard' are both runs (kept)\n"
    both = read_document(folder / "both.yaml")
    apart = [read_document(plan), read_document(folder / "more.yaml")]
    alone = {session_identity(each, session) for each in apart for session in each.sessions}
    assert {session_identity(both, session) for session in both.sessions} == alone
    assert both.name == "Spring, More"


def test_what_gives_way_is_chosen_by_kind(workout, folder, plan):
    (folder / "more.yaml").write_text("plan: More\nstart: 2026-08-03\nweeks:\n  - tue: easy 20min\n")
    done = workout("plan", "combine", plan.name, "more.yaml", "--on", "two runs", "drop easy")
    assert "'Easy 20 min' is skipped)" in done.err
    assert done.out.startswith("plan: Spring, More\nid: Spring + More\n")


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["plan.yaml"], 2, "which plans? (the one you have, and those to lay over it)"),
        (["plan.yaml", "six.yaml"], 1, "six.yaml: is not a plan (a plan begins with 'plan:')"),
        (["plan.yaml", "plan.yaml"], 1, "two of the plans are 'Spring' (an 'id:' tells them apart)"),
        (
            ["plan.yaml", "form.yaml", "--on", "two run", "move"],
            1,
            "'two run' is not a kind of conflict (did you mean 'two runs'?)",
        ),
        (["plan.yaml", "form.yaml", "--rise", "10%"], 1, "'10%' is not a change (like '+10%' or '-10%')"),
        (
            ["plan.yaml", "form.yaml", "-o", "plan.yaml"],
            1,
            "plan.yaml: is one of the files that were read (write to another file with '-o')",
        ),
    ],
)
def test_plans_that_cannot_be_combined_say_why(workout, arguments, code, said):
    done = workout("plan", "combine", *arguments)
    assert done.code == code
    assert said in done.err


def test_the_losses_of_a_whole_plan_are_told_by_their_kinds(workout, folder):
    weeks = "weeks:\n  - {mon: 30min @ RPE 4, tue: 20min @ RPE 5, repeat: 30}\n"
    (folder / "long.yaml").write_text(f"plan: Long\nstart: 2026-08-03\n{weeks}")
    done = workout("export", "long.yaml", "--to", "fit", "--out", "out")
    assert done.err == (
        "effort: long/2026-08-03-30-min.fit: steps[0].target: 'effort 4 of 10' is told in words "
        "(and 59 like it)\n"
        "'workout check --to FORMAT --all' tells each\n"
    )
    checked = workout("check", "long.yaml", "--to", "fit")
    assert (checked.code, checked.err) == (0, "--all tells each\n")
    assert checked.out == (
        "effort: long.yaml: fit: 2026-08-03-30-min.fit: steps[0].target: 'effort 4 of 10' is told in words "
        "(and 59 like it)\n"
    )
    assert len(workout("check", "long.yaml", "--to", "fit", "--all").out.splitlines()) == 60
    assert len(done.out.splitlines()) == 60


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "broken.yaml", "--athlete", "missing.yaml"],
        ["plan", "show", "broken.yaml", "--athlete", "missing.yaml"],
        ["plan", "combine", "form.yaml", "broken.yaml", "missing.yaml"],
        ["plan", "combine", "broken.yaml", "form.yaml", "--athlete", "missing.yaml"],
    ],
    ids=" ".join,
)
def test_the_problems_of_every_document_of_a_command_are_told(workout, arguments):
    done = workout(*arguments)

    told = ["broken.yaml:2:1: ", "missing.yaml: there is no such file\n"]
    if "--athlete" in arguments:  # who it is for is read first, as their units are those of the rest
        told.reverse()
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(told[0])
    assert f"\n{told[1]}" in done.err
    assert done.err.endswith("\n")
