"""What an editor shows of a text is what the command shows of it."""

import json
from itertools import takewhile

import pytest

from commands import run_here
from every import every
from questions import EXAMPLES, ask, held
from workout_core import Workout, picture_words, profile_svg, read_document
from workout_core.analysis.readings import Readings

WORKOUTS = [path.name for path in sorted(EXAMPLES.glob("*.yaml")) if isinstance(read_document(path), Workout)]
ADA = read_document(EXAMPLES / "ada.yaml")
FILES = held()


@every("name", WORKOUTS)
def test_a_workout_is_shown_as_the_command_shows_it(name):
    told = ask("analyse", text=FILES[name], name=name, athlete=FILES["ada.yaml"], files=FILES)
    done = run_here("show", name, "--athlete", "ada.yaml", "--json", folder=EXAMPLES)
    shown = json.loads(done.stdout)
    assert (told["kind"], told["title"], told["sport"]) == ("workout", shown["workout"], shown["sport"])
    assert {key: told["totals"][key] for key in ("time", "distance")} == shown["totals"]
    reading = Readings(ADA).of(read_document(EXAMPLES / name, units=ADA.units))
    lines = [f"{'  ' * each['depth']}{each['text']}" for each in told["steps"]]
    assert lines == list(picture_words(reading).lines[1:])
    assert told["picture"] == profile_svg(reading)


@every("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
def test_the_canonical_form_is_that_of_the_command(name):
    told = ask("analyse", text=FILES[name], name=name, files=FILES)
    assert told["canonical"] == run_here("fmt", name, folder=EXAMPLES).stdout.decode()


@every("name", [name for name in WORKOUTS if "steps: |" in FILES[name]])
def test_every_line_of_steps_is_that_of_some_step(name):
    told = ask("analyse", text=FILES[name], name=name, files=FILES)
    head, _, steps = FILES[name].partition("steps: |\n")
    first = head.count("\n") + 2
    block = takewhile(lambda line: not line or line.startswith(" "), steps.split("\n"))
    written = [
        number
        for number, line in enumerate(block, first)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    assert sorted({each["line"] for each in told["steps"]}) == written


PLACES = {
    "steps": ("warmup 10min\n3x\n  400m\n  200m jog\n5km", [1, 2, 3, 4, 5]),
    "on one line": ("10min; 2x(400m, 200m jog), 5km", [1, 1, 1, 1, 1]),
    "below a title": ("# Tuesday\n\n10min\n5km", [3, 4]),
    "in shorthand": ("2mi WU\n3x1mi @ 10K w/ 90s jog\n1mi CD", [1, 2, 2, 2, 3]),
    "a document": ("workout: A\nsteps: |\n  10min\n\n  # on the track\n  5km", [3, 6]),
    "in one line of a document": ("workout: A\nsteps: 10min; 5km", [2, 2]),
    "in quotes": ('workout: A\nsteps: "10min\\n5km"', [2, 2]),
    "a list": (
        "workout: A\nsteps:\n- 10min; 1km\n- repeat: 2\n  steps:\n  - 400m\n  - jog 1min\n- 5km",
        [3, 3, 4, 6, 7, 8],
    ),
    "nested": ("2x\n  3x\n    400m\n    jog 1min\n  5km", [1, 2, 3, 4, 5]),
    "a superset": ("A1 Push-up 3x10\nA2 Plank 3x40s, rest 60s\nSquat 3x8", [1, 1, 2, 3]),
    "a race": ("10min\nrace 3km in 12:00 by 1km\n5min", [1, 2, 2, 2, 3]),
    "json": (
        '{"workout": "A", "steps": [\n"1min",\n{"repeat": 2, "steps": [\n"400m"]}]}',
        [2, 3, 4],
    ),
    "a recipe": ("workout: A\nrecipe: intervals\ntimes: 2\nwork: 400m", None),
}  # fmt: skip


@pytest.mark.parametrize("what", PLACES)
def test_each_step_says_its_line(what):
    text, lines = PLACES[what]
    told = ask("analyse", text=text)
    assert told["steps"], told["problems"]
    assert [each["line"] for each in told["steps"]] == (lines or [0] * len(told["steps"]))


KINDS = {
    "": "none",
    "  \n": "none",
    "10min @ easy": "steps",
    "Hi Ann,\n\nTuesday: 6x800m @ 4:00/km, jog 400m\nThursday: easy 45min": "steps",
    "workout: A\nsteps: 10min": "workout",
    '{"workout": "A", "steps": "10min"}': "workout",
    "athlete: Ann": "athlete",
    "plan: A\nstart: 2026-08-03\nweeks:\n  - mon: 10min": "plan",
    "squad: A\nplan: p.yaml\nathletes: [{athlete: {athlete: Ann}}]": "squad",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=KINDS.values())
def test_a_text_is_what_it_looks_like(text, kind):
    files = {"p.yaml": "plan: A\nstart: 2026-08-03\nweeks:\n  - mon: 10min"}
    told = ask("analyse", text=text, name="" if kind in ("steps", "none") else "text", files=files)
    assert (told["kind"], [each for each in told["problems"] if each["severity"] == "error"]) == (kind, [])


def test_steps_have_a_document():
    told = ask("analyse", text="warm up 10 min\n5k easy")
    assert told["canonical"] == "warmup 10min\neasy 5km\n"
    assert told["document"].startswith("workout: ")
    again = ask("analyse", text=told["document"])
    assert [each["text"] for each in again["steps"]] == [each["text"] for each in told["steps"]]


def test_the_other_workouts_of_a_message_are_documents():
    told = ask("analyse", text=(EXAMPLES / "e-mail.txt").read_text("utf-8"))
    assert [ask("analyse", text=each)["title"] for each in (told["document"], *told["others"])] == [
        "Tuesday",
        "Thursday",
        "Sunday",
    ]


def test_an_athlete_who_is_wrong_does_not_keep_the_workout_from_being_shown():
    told = ask("analyse", text="10min @ easy", athlete="athlete: Ann\nftp: many")
    assert [(each["file"], each["line"]) for each in told["problems"] if each["severity"] == "error"] == [
        ("athlete", 2)
    ]
    assert told["steps"]


def test_a_number_that_the_athlete_lacks_is_told_at_its_step():
    told = ask("analyse", text="10min\n5min @ 95% FTP", athlete="athlete: Ann")
    lacking = [each for each in told["problems"] if "FTP" in each["message"]]
    assert {each["severity"] for each in lacking} <= {"warning", "advice"}
    assert lacking[0]["line"] in (0, 2)


def test_splits_are_those_of_the_race():
    told = ask("analyse", text=FILES["negative-split-half.yaml"], name="negative-split-half.yaml")
    assert told["splits"]["columns"] == ["km", "pace", "split", "clock"]
    assert told["splits"]["rows"][-1] == ["21.1 km", *told["splits"]["rows"][-1][1:3], "1:45:00"]


def test_nothing_is_shown_that_is_not_asked_for():
    assert ask("analyse", text="10min", picture=False)["picture"] == ""


@every("name", sorted(path.name for path in EXAMPLES.glob("*.yaml") if path.name != "squad.yaml"))
def test_what_is_doubtful_is_what_the_command_warns_of(name):
    told = ask("analyse", text=FILES[name], name=name, files=FILES)
    done = run_here("check", name, "--json", folder=EXAMPLES)
    warned = {line.removeprefix(f"warning: {name}: ") for line in done.stderr.decode().splitlines()}
    doubts = [each for each in told["problems"] if each["severity"] in ("question", "warning")]
    assert {": ".join(filter(None, (each.get("path"), each["message"]))) for each in doubts} == warned


def test_a_doubtful_plan_is_what_the_command_warns_of(tmp_path):
    plan = (
        "plan: A\nstart: 2026-08-03\ntimezone: Europe/Warsaw\nweeks:\n"
        "  - mon: 6x800m @ RPE 9\n    tue:\n      - {steps: 6x800m @ RPE 9, at: 7:00}\n"
        "      - {steps: 10min @ 1:00/km, at: 7:00}\n"
    )
    (tmp_path / "plan.yaml").write_text(plan)
    done = run_here("check", "plan.yaml", "--json", folder=tmp_path)
    warned = {line.removeprefix("warning: plan.yaml: ") for line in done.stderr.decode().splitlines()}
    told = ask("analyse", text=plan, name="plan.yaml")
    doubts = {each["message"] for each in told["problems"] if each["severity"] != "advice"}
    assert doubts == warned
    assert len(doubts) > 2


def test_what_a_transform_refuses_is_told():
    (told,) = ask("analyse", text="10min", transforms=["shrink"])["problems"]
    assert told["message"].startswith("'shrink' is not a transform")
    assert (
        ask("analyse", text="1h @ easy", transforms=["shorten to=30min"])["totals"]["time"]["value"] == 1800
    )


def test_a_picture_is_as_wide_as_it_is_asked_for():
    widths = {width: ask("analyse", text="10min", width=width)["picture"] for width in (0, 1, 400, 10**9)}
    drawn = {width: picture.partition('width="')[2].partition('"')[0] for width, picture in widths.items()}
    assert drawn == {0: "720", 1: "240", 400: "400", 10**9: "2000"}


def test_the_canonical_form_can_be_left_out():
    assert ask("analyse", text="10min", canonical=False)["canonical"] == ""
