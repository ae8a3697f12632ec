"""``workout read``: a file of any readable format becomes a document."""

from pathlib import Path

import pytest

from distributions import READABLE
from workout_core import read_document

LINES = """\
def read(data, context):
    return Workout(name=data.decode().strip(), items=parse_steps("10min"))

@hookimpl
def workout_importers():
    return [Importer(name="lines", title="Lines", suffixes=(".lines", ".list"), read=read)]
"""


@pytest.fixture(autouse=True)
def machine(workout):
    """What machines write."""
    workout("export", "six.yaml", "form.yaml", "--to", "json")


def test_the_document_is_printed(workout):
    assert workout("read", "six.json").out == workout("fmt", "six.yaml").out


@pytest.mark.parametrize("output", ["new.yaml", "new.json", "new.JSON"])
def test_the_document_is_written_in_the_form_its_name_asks_for(workout, output):
    done = workout("read", "six.json", "-o", output)

    assert (done.code, done.out, done.err) == (0, f"{output}\n", "")
    assert read_document(output) == read_document("six.yaml")


def test_a_plan_is_read_too(workout):
    assert workout("read", "form.json").out == workout("fmt", "form.yaml").out


TELLING = """\
def read(data, context):
    context.warn("a pace without a unit (write '4:00/km')", line=3, column=7)
    context.lose("steps[0].target", "grade", "3 % is left out")
    return Workout(name=context.file, items=parse_steps("10min"))

@hookimpl
def workout_importers():
    return [Importer(name="telling", title="Telling", suffixes=(".telling",), read=read)]
"""


def test_what_is_doubtful_or_lost_in_reading_is_told_with_the_file(site):
    site.install("telling", TELLING)
    (site.folder / "six.telling").write_text("x\n\n5km @ 4:00\n")

    done = site.run("read", "six.telling")

    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "workout: six.telling")
    assert done.stderr.splitlines() == [
        "warning: six.telling:3:7: a pace without a unit (write '4:00/km')",
        "    5km @ 4:00",
        "          ^",
        "six.telling: steps[0].target: grade: 3 % is left out",
    ]


def test_the_format_may_be_named(workout, folder):
    (folder / "six.json").rename(folder / "six.dat")

    assert workout("read", "six.dat", "--from", "json").out == workout("fmt", "six.yaml").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["missing.json"], 1, "missing.json: there is no such file\n"),
        (["six"], 1, "six: there is no such file\n"),
        (
            ["six.json", "--from", "ics"],
            2,
            f"error: 'ics' is not a format (one of {', '.join(READABLE)})\n",
        ),
        (
            ["six.json", "--from", "json units"],
            2,
            "error: --from json units: write name=value (like 'ftp=250')\n",
        ),
        (["six.json", "--from", "json a=1"], 2, "error: --from json a: json has no options\n"),
        (["six.json", "--from", "'json"], 2, 'error: --from "\'json": no closing quotation\n'),
        (["folder.json"], 1, "folder.json: is a folder, not a document\n"),
        (
            ["six.json", "-o", "./six.json"],
            1,
            "error: six.json: is one of the files that were read (give the document another name)\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_read_is_told(workout, folder, arguments, code, said):
    (folder / "folder.json").mkdir()

    done = workout("read", *arguments)

    assert (done.code, done.out, done.err) == (code, "", said)


def test_a_broken_file_is_told_with_its_name(workout, folder):
    (folder / "six.json").write_text('{"workout": "A", "sprot": "running", "steps": "10min"}', "utf-8")

    done = workout("read", "six.json")

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("six.json:1:18: 'sprot' is not a key of a workout (did you mean 'sport'?)\n")


def test_an_athlete_is_no_workout(workout, folder):
    (folder / "ada.json").write_text('{"athlete": "Ada"}', "utf-8")

    done = workout("read", "ada.json")

    told = "ada.json: is an athlete, not a workout or a plan (give it with '--athlete ada.json')\n"
    assert (done.code, done.err) == (1, told)


def test_a_document_is_read_as_it_is(workout):
    assert workout("read", "six.yaml").out == workout("fmt", "six.yaml").out


@pytest.mark.parametrize("name", ["a.lines", "a.LIST"])
def test_an_importer_is_found_by_the_end_of_the_name(site, folder, name):
    site.install("lines", LINES)
    (folder / name).write_text("Hills\n", "utf-8")

    done = site.run("read", str(folder / name))

    assert done.stdout == "workout: Hills\nsport: running\nsteps: |\n  10min\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_of_a_device_that_never_ends_no_more_is_read_than_a_file_has(workout):
    done = workout("read", "/dev/zero", "--from", "json")

    assert (done.code, done.out, done.err) == (1, "", "/dev/zero: larger than 16 MB, which no document is\n")


def test_what_was_written_there_before_is_kept_and_told(workout):
    Path("new.yaml").write_text("mine")
    done = workout("read", "six.json", "-o", "new.yaml")

    assert (done.code, done.out, done.err) == (
        0,
        "new.yaml\n",
        "new.yaml: was there; it is new.yaml~ now\n",
    )
    assert Path("new.yaml~").read_text() == "mine"
    assert workout("read", "six.json", "-o", "new.yaml").err == ""


@pytest.mark.parametrize(
    "command",
    [
        ("read", "message.txt", "-o", "week/"),
        ("plan", "combine", "form.yaml", "other.yaml", "-o", "week/tuesday.yaml"),
        ("plan", "show", "form.yaml", "--html", "week/tuesday.html"),
        ("pace", "--distance", "10km", "--goal", "50:00", "--band", "week/tuesday.txt"),
        ("pace", "--distance", "10km", "--goal", "50:00", "--band", "week/tuesday.html"),
    ],
    ids=" ".join,
)
def test_every_command_that_writes_a_file_keeps_what_was_there(workout, command):
    Path("message.txt").write_text("Tuesday: 6x800 @ 4:00/km, 400 jog\nThursday: 40min easy\n")
    Path("other.yaml").write_text("plan: Other\nstart: 2026-08-03\nweeks:\n- {mon: easy 40min}\n")
    Path("week").mkdir()
    theirs = [Path("week") / f"tuesday.{suffix}" for suffix in ("yaml", "html", "txt")]
    for file in theirs:
        file.write_text("mine")
    done = workout(*command)

    assert done.code == 0, done.err
    (aside,) = Path("week").glob("*~")
    assert (aside.read_text(), f"it is {aside.name} now" in done.err) == ("mine", True)
    assert workout(*command).code == 0
    assert len(list(Path("week").glob("*~"))) == 1
