"""One plan over another: identities are kept, too much is told, and nothing is dropped in silence."""

from collections import Counter

import pytest

from workout_core import DocumentError, read_document, session_identity
from workout_core.analysis.readings import Readings
from workout_core.plans.conflicts import conflicts

HALF = """\
plan: Half
id: half-2026
start: 2026-08-03
timezone: Europe/Berlin
times: {default: 18:00}
weeks:
  - {name: Base, mon: easy 30min, tue: "5x(1km @ RPE 8, 400m jog)", thu: easy 40min, sun: 100min @ RPE 4}
"""
COURSE = """\
plan: Course
start: 2026-08-03
timezone: Europe/Berlin
weeks:
  - name: Tall
    mon: {sport: strength, steps: "Squat 3x10 @ RPE 7, rest 60s", at: 7:00}
    tue: {workout: Drills, steps: "easy 15min; A-skip 2x20m, walk back", at: 7:00}
    wed: {workout: Fast, steps: "warmup 10min; 6x(400m @ RPE 8, 200m jog)", at: 7:00}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "half.yaml").write_text(HALF)
    (tmp_path / "course.yaml").write_text(COURSE)
    return tmp_path


def over(folder, more=""):
    (folder / "both.yaml").write_text(f"{COURSE}over: half.yaml\n{more}")
    plan = read_document(folder / "both.yaml")
    return plan, plan.weeks[0].coach_note.splitlines()


def days(plan):
    return {session.key: f"{session.day:%a}{' skipped' * session.skipped}" for session in plan.sessions}


LONG = "100min @ RPE 4"
TWO_RUNS = "Tue 2026-08-04: 'Drills' and '5 × 1 km' are both runs"
IN_A_ROW = "Wed 2026-08-05: 'Fast' is hard, and so is '5 × 1 km' the day before"
EVERY = {
    "half-2026: Base/mon/running": "Mon",
    "Tall/mon/strength": "Mon",
    "half-2026: Base/tue/running": "Tue",
    "Tall/tue/Drills": "Tue",
    "Tall/wed/Fast": "Wed",
    "half-2026: Base/thu/running": "Thu",
    "half-2026: Base/sun/running": "Sun",
}


def test_sessions_keep_the_identity_they_have_in_their_own_plan(folder):
    plan, told = over(folder)
    apart = [read_document(folder / name) for name in ("half.yaml", "course.yaml")]
    alone = Counter(session_identity(each, session) for each in apart for session in each.sessions)
    assert Counter(session_identity(plan, session) for session in plan.sessions) == alone
    assert days(plan) == EVERY
    assert told == []
    assert [str(each) for each in conflicts(plan, Readings())] == [TWO_RUNS, IN_A_ROW]
    assert [week.name for week in plan.weeks] == ["Tall + Base"]


@pytest.mark.parametrize(
    ("more", "changed", "told"),
    [
        (
            "conflicts: {two runs: drop easy}\n",
            {"Tall/tue/Drills": "Tue skipped"},
            [f"{TWO_RUNS} ('Drills' is skipped)"],
        ),
        (
            "conflicts: {hard days: move}\n",
            {"Tall/wed/Fast": "Fri"},
            [f"{IN_A_ROW} ('Fast' is moved to Fri 2026-08-07)"],
        ),
        (
            "conflicts: {hard days: drop easy, two runs: move}\n",
            {"Tall/tue/Drills": "Fri"},
            [
                f"{TWO_RUNS} ('Drills' is moved to Fri 2026-08-07)",
                f"{IN_A_ROW} (neither is easy: both stay)",
            ],
        ),
    ],
)
def test_a_policy_settles_a_kind_of_conflict_and_says_so(folder, more, changed, told):
    plan, said = over(folder, more)
    assert days(plan) == EVERY | changed
    assert said == told


def test_what_is_changed_since_may_be_of_either_plan(folder):
    plan, _ = over(folder, "changes:\n  - {move: 'half-2026: Base/thu/running', to: 2026-08-07}\n")
    assert days(plan) == EVERY | {"half-2026: Base/thu/running": "Fri"}


WRONG = {
    "another zone": (
        COURSE.replace("Berlin", "Warsaw"),
        (
            "1:1: 'Half' is in Europe/Berlin, and 'Course' in Europe/Warsaw (plans on one calendar have one "
            "time zone)"
        ),
    ),
    "no plan": (
        f"{COURSE}over: easy.yaml\n",
        "9:7: over: 'easy.yaml' is not a plan (one begins with 'plan:')",
    ),
    "not there": (
        f"{COURSE}over: [none.yaml]\n",
        "9:8: over[0]: 'none.yaml': there is no such file beside the plan",
    ),
    "an athlete who is not there": (
        f"{COURSE}athlete: none.yaml\nover: half.yaml\n",
        "9:10: athlete: 'none.yaml': there is no such file beside the plan",
    ),
    "itself": (f"{COURSE}over: both.yaml\n", "9:7: over: 'both.yaml' is this document, or one that names it"),
    "the same plan": (
        f"{COURSE}id: half-2026\nover: half.yaml\n",
        "1:1: two of the plans are 'half-2026' (an 'id:' tells them apart)",
    ),
    "the same plan twice": (
        "plan: Both\nover: [half.yaml, half.yaml]\n",
        "1:1: two of the plans are 'half-2026' (an 'id:' tells them apart)",
    ),
    "a zone that is not the others'": (
        "plan: Both\ntimezone: Europe/Warsaw\nover: [half.yaml, course.yaml]\n",
        "1:1: the plans are in Europe/Berlin, and this one in Europe/Warsaw (leave it out)",
    ),
    "a race without weeks": (
        "plan: Both\nrace: {name: R, date: 2026-08-09}\nover: [half.yaml, course.yaml]\n",
        "'race:' needs 'weeks:'",
    ),
    "a start without weeks": (
        "plan: Both\nstart: 2026-08-10\nover: [half.yaml, course.yaml]\n",
        "'start:' needs 'weeks:'",
    ),
    "below no folder": (
        f"{COURSE}over: half.yaml/below.yaml\n",
        "there is no such file",
    ),
    "a policy": (
        f"{COURSE}over: half.yaml\nconflicts: {{two runs: drop}}\n",
        "10:23: conflicts.two runs: 'drop' is not a policy (did you mean 'drop_easy'?)",
    ),
    "a kind": (
        f"{COURSE}over: half.yaml\nconflicts: {{hard day: move}}\n",
        "10:13: conflicts: 'hard day' is not a key of policies (did you mean 'hard days'?)",
    ),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_plans_that_cannot_lie_over_each_other_say_why(folder, text, said):
    (folder / "easy.yaml").write_text("workout: Easy\nsteps: easy 30min\n")
    (folder / "both.yaml").write_text(text if "over:" in text else f"{text}over: half.yaml\n")
    with pytest.raises(DocumentError) as refused:
        read_document(folder / "both.yaml")
    (problem,) = refused.value.problems
    assert said in str(problem)


def test_what_is_chosen_stays_and_the_rest_is_settled_after_it(folder):
    plan, told = over(folder, "conflicts: {two runs: drop easy}\nchanges:\n  - {skip: Tall/tue/Drills}\n")
    assert days(plan) == EVERY | {"Tall/tue/Drills": "Tue skipped"}
    assert told == []

    plan, told = over(folder, "conflicts: {two runs: drop easy}\nchanges:\n  - {keep: Tall/tue/Drills}\n")
    assert days(plan) == EVERY
    assert told == [f"{TWO_RUNS} (neither is easy: both stay)"]


def test_what_moves_goes_first_so_that_nothing_is_dropped_for_it(folder):
    (folder / "half.yaml").write_text(HALF.replace("mon: easy 30min", "mon: easy 30min, wed: easy 4km"))
    plan, _ = over(folder, "conflicts: {two runs: drop easy, hard days: move}\n")
    assert days(plan)["Tall/wed/Fast"] == "Fri"
    assert days(plan)["half-2026: Base/wed/running"] == "Wed"


def test_a_highest_layer_gives_way_to_those_below(folder):
    top = COURSE.replace("plan: Course", "plan: Top\nid: top").replace("Drills", "Skips")
    (folder / "top.yaml").write_text(top.replace("7:00", "8:30"))
    (folder / "three.yaml").write_text(
        "plan: Three\nover: [half.yaml, course.yaml, top.yaml]\nconflicts: {two runs: move}\n"
    )
    now = days(read_document(folder / "three.yaml"))
    assert now["half-2026: Base/tue/running"] == "Tue"
    assert now["top: Tall/tue/Skips"] != "Tue"


TWO_DAYS = 'mon: easy 30min, tue: "5x(1km @ RPE 8, 400m jog)", '


def test_weeks_that_begin_in_their_middle_are_told_with_their_monday(folder):
    (folder / "half.yaml").write_text(HALF.replace("2026-08-03", "2026-08-05").replace(TWO_DAYS, ""))
    plan, _ = over(folder)
    assert [(f"{week.start}", week.name) for week in plan.weeks] == [("2026-08-03", "Tall + Base")]


def test_a_race_without_a_time_takes_the_whole_day(folder):
    race = "race: {name: Cup, date: 2026-08-09}\n"
    (folder / "half.yaml").write_text(
        HALF.replace("weeks:", f"{race}weeks:").replace(LONG, f"{{steps: {LONG}, race: no}}")
    )
    plan, _ = over(folder)
    told = [str(each) for each in conflicts(plan, Readings()) if "Cup" in str(each)]
    assert told


def test_a_chain_of_plans_has_an_end(folder):
    (folder / "p0.yaml").write_text(HALF)
    for number in range(1, 40):
        again = COURSE.replace("plan: Course", f"plan: C{number}").replace("at: 7:00", "at: all day")
        (folder / f"course{number}.yaml").write_text(again)
        (folder / f"p{number}.yaml").write_text(
            f"plan: P{number}\nover: [p{number - 1}.yaml, course{number}.yaml]\n"
        )
    assert read_document(folder / "p15.yaml").sessions
    with pytest.raises(DocumentError, match="more than 20 documents name one another"):
        read_document(folder / "p39.yaml")


def test_two_years_of_two_plans_are_settled(folder):
    weeks = HALF.replace("name: Base, mon", "name: Base, repeat: 100, mon")
    (folder / "half.yaml").write_text(weeks)
    (folder / "course.yaml").write_text(COURSE.replace("name: Tall", "name: Tall\n    repeat: 100"))
    (folder / "both.yaml").write_text(
        "plan: Both\nover: [half.yaml, course.yaml]\n"
        "conflicts: {two runs: drop easy, hard days: move, load: drop easy}\n"
    )
    plan = read_document(folder / "both.yaml")
    assert sum(session.skipped for session in plan.sessions) >= 100
