"""``workout transforms``, and ``--transform`` of every command that has it."""

import json

import pytest

from workout_core import read_text, totals

LIST = """\
NAME       WHAT
by-effort  Efforts instead of paces, heart rates and power
by-time    Times instead of distances and lap buttons
shorten    The same workout in less time
treadmill  The speed of the belt with every step of a run
"""
TREADMILL = """\
treadmill: The speed of the belt with every step of a run

OPTION   KIND        LIKE  DEFAULT  WHAT
incline  percentage  2%    0%       how steep the belt is; the speeds stay as they are

workout show DOC --transform treadmill
"""
SHORTEN = """\
shorten: The same workout in less time

OPTION  KIND  LIKE   DEFAULT  WHAT
to      time  15min  needed   how long the whole workout may take

workout show DOC --transform 'shorten to=15min'
"""
MINE = """
from attrs import evolve

@hookimpl
def workout_transforms():
    return [Transform(name=name, title="My own", apply=lambda workout, _: evolve(workout, name="Mine"))
            for name in NAMES]
"""
COMMANDS = {
    "export": ("export", "--to", "json", "--out", "-"),
    "show": ("show",),
    "check": ("check", "--to", "json"),
}


def test_transforms_are_listed_for_people(workout):
    done = workout("transforms")

    assert (done.code, done.out, done.err) == (0, LIST, "")


@pytest.mark.parametrize("told", [TREADMILL, SHORTEN], ids=["treadmill", "shorten"])
def test_one_transform_is_told_with_its_options(workout, told):
    done = workout("transforms", told.partition(":")[0])

    assert (done.code, done.out, done.err) == (0, told, "")


def test_a_transform_without_options_has_no_table(workout):
    done = workout("transforms", "by-effort")

    assert done.out == (
        "by-effort: Efforts instead of paces, heart rates and power\n"
        "\nworkout show DOC --transform by-effort\n"
    )


def test_transforms_are_told_to_programs(workout):
    told = {each["name"]: each for each in json.loads(workout("transforms", "--json").out)}

    assert list(told) == ["by-effort", "by-time", "shorten", "treadmill"]
    assert told["shorten"] == {
        "name": "shorten",
        "title": "The same workout in less time",
        "plugin": "workout-core:usual-transforms",
        "options": [
            {
                "name": "to",
                "kind": "time",
                "example": "15min",
                "choices": [],
                "meanings": {},
                "required": True,
                "default": None,
                "says": "how long the whole workout may take",
            }
        ],
    }


def test_an_unknown_transform_is_wrong_usage_with_what_would_be_right(workout):
    done = workout("transforms", "shortn")

    assert (done.code, done.out) == (2, "")
    assert done.err == "error: 'shortn' is not a transform (did you mean 'shorten'?)\n"


def test_a_contested_transform_is_none_and_is_told_on_stderr(site):
    site.install("one", f"NAMES = ['mine', 'other']\n{MINE}")
    site.install("two", f"NAMES = ['mine']\n{MINE}")

    done = site.run("transforms")

    assert "\nother      My own\n" in done.stdout
    assert "mine" not in done.stdout
    assert done.stderr == "mine: offered by one:one and two:two, so by none\n"


def test_a_workout_is_shown_as_it_becomes(workout):
    done = workout("show", "six.yaml", "--athlete", "ada.yaml", "--transform", "shorten to=45min")

    assert done.code == 0
    assert done.out.startswith("Six by 800\nRunning · about 45 min")
    assert done.err == (
        "steps[0]: length: 8 min instead of 15 min\nsteps[2]: length: 4 min instead of 10 min\n"
    )


def test_transforms_are_applied_in_the_order_given(workout):
    done = workout(
        *("show", "--steps", "easy 60min @ easy", "--athlete", "ada.yaml", "--json"),
        *("--transform", "treadmill", "--transform", "by-effort", "--transform", "shorten to=40min"),
    )

    (step,) = json.loads(done.out)["steps"]
    assert step["cue"].startswith("Belt ")
    assert step["target"] == {"effort": {"low": 3, "high": 3}}
    assert step["duration"] == {"time": 2400}


def test_a_plan_is_shown_with_every_session_that_can_be_changed(workout):
    done = workout("show", "form.yaml", "--transform", "shorten to=25min")

    assert done.code == 0
    assert "Hills · 30 min" in done.out
    assert done.err == (
        "sessions[0]: shorten: 'Hills' on 2026-08-04 stays as it is: "
        "25 min is too short for it (it takes 30 min at least)\n"
    )


def test_what_is_checked_is_what_would_be_exported(workout):
    for command in (("check", "--to", "fit"), ("export", "--to", "fit", "--out", "o")):
        done = workout(*command, "six.yaml", "--transform", "by-effort")
        assert "'effort 3 of 10' is told in words" in done.out + done.err
        assert "easy pace" not in done.out + done.err


def test_check_counts_what_a_transform_loses(workout):
    check = ("check", "six.yaml", "--to", "json", "--transform", "shorten to=45min")

    assert workout(*check).out == (
        "six.yaml: --transform: steps[0]: length: 10 min instead of 15 min\n"
        "six.yaml: --transform: steps[1]: passes: 5 instead of 6\n"
        "six.yaml: --transform: steps[2]: length: 6 min instead of 10 min\n"
    )
    assert workout(*check, "--strict").code == 3
    (told,) = json.loads(workout(*check, "--json").out)
    assert [each["kind"] for each in told["losses"]] == ["length", "passes", "length"]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ("shortn", 2, "error: 'shortn' is not a transform (did you mean 'shorten'?)\n"),
        ("shorten", 2, "error: --transform shorten to: shorten needs it (give '--transform shorten to=…')\n"),
        ("shorten to", 2, "error: --transform shorten to: write name=value (like 'to=30min')\n"),
        ("shorten to=1h to=2h", 2, "error: --transform shorten to: is given twice (give it once)\n"),
        ("", 2, "error: --transform: a name is needed (like 'shorten to=30min')\n"),
    ],
    ids=["unknown", "an option is missing", "no value", "twice", "nothing"],
)
def test_a_wrong_transform_is_wrong_usage_everywhere(workout, command, written, code, said):
    done = workout(*command, "easy.yaml", "--transform", written)

    assert (done.code, done.out, done.err) == (code, "", said)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_workout_that_cannot_be_changed_is_refused_everywhere(workout, command):
    done = workout(*command, "easy.yaml", "--transform", "shorten to=20min")

    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("shorten: 20 min is too short for it (it takes 30 min at least)\n")
    assert "Traceback" not in done.err


def test_an_athlete_has_nothing_to_change(workout):
    done = workout("show", "ada.yaml", "--transform", "by-effort")

    assert done.code == 2
    assert done.err.endswith("Error: --transform changes workouts and plans (this is an athlete)\n")


def test_what_is_exported_is_what_was_asked_for(here):
    done = here(
        *("export", "--steps", "easy 1h", "--to", "json", "--out", "-", "--transform", "shorten to=30min")
    )

    assert totals(read_text(done.stdout.decode(), is_json=True)).time.value == 1800
    assert done.stderr == b"workout: steps[0]: length: 30 min instead of 1 h\n"


def test_a_plugin_that_fails_is_blamed_and_no_traceback_is_shown(site):
    site.install(
        "one",
        "@hookimpl\ndef workout_transforms():\n"
        '    return [Transform(name="mine", title="Mine", apply=lambda *_: 1 / 0)]\n',
    )

    done = site.run("show", "--steps", "10min", "--transform", "mine")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: mine: one:one failed: ZeroDivisionError: division by zero\n"
