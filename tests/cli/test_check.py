"""``workout check``: what is wrong, and what a format would lose; nothing is written."""

import json

import pytest

from distributions import LISTED

PROBLEMS = """\
broken.yaml:2:1: 'sprot' is not a key of a workout (did you mean 'sport'?)
    sprot: running
    ^
broken.yaml:3:14: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: 10min jgo
                 ^
"""
LOSS = "six.yaml: fit: steps[2].target: named pace: 'easy pace' is told in words\n"


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        (["six.yaml"], 0, "", ""),
        (["six.yaml", "easy.yaml", "form.yaml", "ada.yaml"], 0, "", ""),
        (["six.yaml", "--strict"], 0, "", ""),
        (["six.yaml", "--to", "fit"], 0, LOSS, ""),
        (["six.yaml", "--to", "fit", "--strict"], 3, LOSS, ""),
        (["six.yaml", "--to", "json", "--strict"], 0, "", ""),
        (["six.yaml", "--to", "fit", "--to", "fit"], 0, LOSS, ""),
        (["six.yaml", "--to", "fit", "--athlete", "ada.yaml", "--strict"], 0, "", ""),
        (["ada.yaml", "--to", "fit", "--strict"], 0, "", ""),
        (["broken.yaml"], 1, "", PROBLEMS),
        (["broken.yaml", "--to", "fit", "--strict"], 1, "", PROBLEMS),
        (["broken.yaml", "six.yaml", "--to", "fit"], 1, LOSS, PROBLEMS),
        (["missing.yaml"], 1, "", "missing.yaml: there is no such file\n"),
        (
            ["six.yaml", "--to", "pdf"],
            2,
            "",
            f"error: 'pdf' is not a format (one of {LISTED})\n",
        ),
        (["six.yaml", "--to", "fit", "--to", "json", "-O", "device=fr935"], 0, LOSS, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_losses_go_to_stdout_and_problems_to_stderr(workout, arguments, code, out, err):
    done = workout("check", *arguments)

    assert (done.code, done.out, done.err) == (code, out, err)


def test_nothing_is_written(workout, listing):
    before = listing()

    workout("check", "six.yaml", "form.yaml", "--to", "fit", "--to", "ics", "--to", "json")

    assert listing() == before


def test_a_plan_tells_the_losses_of_each_session(workout, folder):
    (folder / "form.yaml").write_text(
        "plan: Form\nsessions: [{slot: a, date: 2026-08-04, workout: {workout: A, steps: 10min @ easy}}]\n",
        "utf-8",
    )

    done = workout("check", "form.yaml", "--to", "fit")

    told = "steps[0].target: named pace: 'easy pace' is told in words"
    assert done.out == f"form.yaml: fit: 2026-08-04-a.fit: {told}\n"


BEA = [
    (
        "needs the athlete's threshold heart rate (give 'threshold_heart_rate: 168'); "
        "until then heart rate zone 2 is effort 3 of 10 (on Foster's scale)"
    ),
    (
        "needs the athlete's threshold pace (give 'threshold_pace: 4:45/km', or a recent 'race'); "
        "until then easy is effort 3 of 10 (on Foster's scale)"
    ),
]
BY_EFFORT = "target: effort: 'effort 3 of 10' is told in words"


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 3)], ids=["", "strict"])
def test_every_number_the_athlete_lacks_is_told_at_once(workout, folder, strict, code):
    (folder / "bea.yaml").write_text("athlete: Bea\n", "utf-8")

    done = workout("check", "six.yaml", "--to", "fit", "--athlete", "bea.yaml", *strict)

    assert done.code == code
    assert done.err.splitlines() == [f"note: six.yaml: {needed}" for needed in BEA]
    assert done.out.splitlines() == [f"six.yaml: fit: steps[{at}].{BY_EFFORT}" for at in (0, 2)]


def test_with_an_athlete_the_same_is_told_as_export_would(workout, folder):
    (folder / "bea.yaml").write_text("athlete: Bea\n", "utf-8")
    tagged = "workout: Tagged\ntags: [speed]\nsteps: 30min @ Z2 HR\n"
    (folder / "tagged.yaml").write_text(tagged, "utf-8")

    for names in (["six.yaml"], ["tagged.yaml"], ["form.yaml"]):
        checked = workout("check", *names, "--athlete", "bea.yaml")
        exported = workout("export", *names, "--athlete", "bea.yaml", "--out", "made")
        notes, losses = ([*group] for group in _parted(exported.err.splitlines()))
        assert [line.partition(": ")[2] for line in checked.out.splitlines()] == [
            line.partition(".")[2] for line in losses
        ]
        told = [line.replace(".yaml", "") for line in checked.err.splitlines()]
        assert _parted(told)[0] == notes


def _parted(lines):
    """Return the notes, and what is lost."""
    return [each for each in lines if each.startswith("note: ")], [
        each for each in lines if not each.startswith("note: ")
    ]


def test_the_own_athlete_of_a_plan_is_asked_as_well(workout, folder):
    (folder / "bea.yaml").write_text("athlete: Bea\n", "utf-8")
    (folder / "own.yaml").write_text(
        "plan: Own\nathlete: bea.yaml\nstart: 2026-08-03\nweeks: [{mon: 30min @ Z2 HR}]\n", "utf-8"
    )

    done = workout("check", "own.yaml")

    assert done.out == f"own.yaml: fit: 2026-08-03-30-min.fit: steps[0].{BY_EFFORT}\n"
    assert done.err == f"note: own.yaml: {BEA[0]}\n"


def test_a_session_that_does_not_fit_is_told_and_the_others_are_checked(workout, folder):
    long = "\\n".join(["1min @ RPE 5; 1min"] * 26)
    (folder / "two.yaml").write_text(
        f'plan: Two\nstart: 2026-08-03\nweeks: [{{mon: {{steps: "{long}"}}, tue: 20min @ RPE 5}}]\n', "utf-8"
    )

    checked = workout("check", "two.yaml", "--to", "fit").out.splitlines()
    exported = workout("export", "two.yaml", "--to", "fit")

    left_out = "sessions[0]: session: '52 min in 52 parts' on 2026-08-03 is left out: steps: 52 steps"
    assert checked[0].startswith(f"two.yaml: fit: {left_out}")
    assert checked[1].startswith("two.yaml: fit: 2026-08-04-20-min.fit: steps[0].target: effort: ")
    assert exported.out == "two/2026-08-04-20-min.fit\n"
    assert exported.err.startswith(f"two: {left_out}")
    assert workout("export", "two.yaml", "--to", "fit", "--strict").code == 3


def test_programs_are_told_what_the_athlete_has_to_give(workout, folder):
    (folder / "bea.yaml").write_text("athlete: Bea\n", "utf-8")
    (folder / "own.yaml").write_text("workout: Own\nsteps: 30min @ shuffle\n", "utf-8")

    done = workout("check", "own.yaml", "--to", "fit", "--athlete", "bea.yaml", "--json")

    (loss,) = json.loads(done.out)[0]["losses"]
    assert loss["needs"].startswith("'shuffle' is not a pace of this athlete")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "what should be checked? (give a document)"),
        (["six.yaml", "-O", "device=fr935"], "-O is an option of a format (give the format with --to)"),
    ],
    ids=["nothing", "an option without a format"],
)
def test_what_cannot_be_meant_is_wrong_usage(workout, arguments, said):
    done = workout("check", *arguments)

    assert (done.code, done.err.splitlines()[-1]) == (2, f"Error: {said}")


def test_for_programs_everything_is_told_in_json(workout):
    done = workout("check", "broken.yaml", "six.yaml", "missing.yaml", "--to", "fit", "--json")

    assert (done.code, done.err) == (1, "")
    assert json.loads(done.out) == [
        {
            "file": "broken.yaml",
            "problems": [
                {
                    "path": "",
                    "line": 2,
                    "column": 1,
                    "message": "'sprot' is not a key of a workout (did you mean 'sport'?)",
                },
                {
                    "path": "steps",
                    "line": 3,
                    "column": 14,
                    "message": "'jgo' is not part of a step (did you mean 'jog'?)",
                },
            ],
            "losses": [],
        },
        {
            "file": "six.yaml",
            "problems": [],
            "losses": [
                {
                    "format": "fit",
                    "path": "steps[2].target",
                    "kind": "named pace",
                    "what": "'easy pace' is told in words",
                }
            ],
        },
        {
            "file": "missing.yaml",
            "problems": [{"path": "", "line": 0, "column": 0, "message": "there is no such file"}],
            "losses": [],
        },
    ]
