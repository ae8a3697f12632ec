"""``workout export``: documents in, files out, written whole or not at all."""

import ctypes
import json
import os
import resource
import stat
import subprocess

import pytest

from distributions import FORMATS, LISTED, offering
from workout_core import read_document, read_text
from workout_core.files.manifest import NAME as MANIFEST

USAGE = "Usage: workout export [OPTIONS] DOC…\nTry 'workout export --help' for help.\n\nError: "


def test_without_a_format_the_three_built_in_ones_are_written(workout, listing):
    done = workout("export", "easy.yaml", "--out", "o")

    assert (done.code, done.out, done.err) == (0, "o/easy.fit\no/easy.ics\no/easy.json\n", "")
    assert listing("o") == ["easy.fit", "easy.ics", "easy.json"]


def test_files_are_written_here_unless_told_otherwise(workout, folder):
    assert workout("export", "easy.yaml", "--to", "json").out == "easy.json\n"
    assert read_document(folder / "easy.json") == read_document(folder / "easy.yaml")


def test_a_format_asked_for_twice_is_written_once(workout):
    assert workout("export", "easy.yaml", "--to", "json", "--to", "json").out == "easy.json\n"


def test_the_folder_is_made(workout, listing):
    done = workout("export", "easy.yaml", "--to", "json", "--out", "deep/down/here")

    assert done.out == "deep/down/here/easy.json\n"
    assert listing("deep") == ["down", "down/here", "down/here/easy.json"]


def test_several_documents_are_written_in_their_order(workout):
    done = workout("export", "six.yaml", "easy.yaml", "--to", "json", "--to", "ics", "--out", "o")

    assert done.out == "o/six.json\no/six.ics\no/easy.json\no/easy.ics\n"


def test_a_plan_gives_one_calendar_and_a_file_for_each_workout(workout, listing):
    workout("export", "form.yaml", "--out", "o")

    assert listing("o") == [
        "form",
        "form.ics",
        "form.json",
        "form/2026-08-04-hills.fit",
        "form/2026-08-06-easy.fit",
    ]


def test_losses_are_words_and_go_to_stderr(workout):
    done = workout("export", "six.yaml", "--to", "fit", "--out", "o")

    assert (done.code, done.out) == (0, "o/six.fit\n")
    assert done.err == "six.fit: steps[2].target: named pace: 'easy pace' is told in words\n"


STRICT = "fit: 1 thing would be lost\n  steps[2].target: named pace: 'easy pace' is told in words\n"


def test_strict_refuses_to_lose_anything_and_writes_nothing(workout, folder):
    done = workout("export", "six.yaml", "--to", "fit", "--strict", "--out", "o")

    assert (done.code, done.out, done.err) == (3, "", f"error: {STRICT}")
    assert not (folder / "o").exists()


def test_strict_refuses_one_document_and_writes_the_other(workout, listing):
    done = workout("export", "six.yaml", "easy.yaml", "--to", "json", "--to", "fit", "--strict", "--out", "o")

    assert (done.code, done.err) == (3, f"error: six.yaml: {STRICT}")
    assert done.out == "o/easy.json\no/easy.fit\n"
    assert listing("o") == ["easy.fit", "easy.json"]


def test_an_athlete_puts_numbers_in_the_place_of_zones(workout):
    done = workout("export", "six.yaml", "--to", "fit", "--athlete", "ada.yaml", "--strict", "--out", "o")

    assert (done.code, done.err) == (0, "")


def test_a_single_workouts_calendar_is_on_its_date(workout, folder):
    workout("export", "easy.yaml", "--to", "ics", "--date", "2026-09-01")

    assert b"DTSTART;VALUE=DATE:20260901\r\n" in (folder / "easy.ics").read_bytes()


def test_a_single_workouts_calendar_is_today_when_no_date_is_given(workout, folder):
    workout("export", "easy.yaml", "--to", "ics")

    assert b"DTSTART;VALUE=DATE:20260802\r\n" in (folder / "easy.ics").read_bytes()


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "", "1-2-3"])
def test_a_date_that_is_none_is_wrong_usage(workout, day):
    done = workout("export", "easy.yaml", "--date", day)

    assert done.code == 2
    assert done.err.endswith(
        f"Error: Invalid value for '--date': {day!r} is not a date (like '2026-08-03')\n"
    )


@pytest.mark.parametrize("day", ["0001-01-01", "1600-12-31", "9601-01-01", "9999-12-31"])
@pytest.mark.parametrize("to", FORMATS)
def test_a_date_at_either_end_of_the_calendar_is_wrong_usage(workout, to, day):
    done = workout("export", "easy.yaml", "--to", to, "--date", day)

    assert done.code == 2
    assert done.err.endswith(
        f"Error: Invalid value for '--date': a day must be 1601-01-01 to 9600-12-31: {day}\n"
    )


def test_steps_on_the_command_line_are_a_workout(workout, folder):
    done = workout("export", "--steps", "6x(800m @ 4:00/km, 400m jog)", "--name", "Hills", "--to", "json")

    assert done.out == "hills.json\n"
    assert read_document(folder / "hills.json") == read_text(
        "workout: Hills\nsteps: 6x(800m @ 4:00/km, 400m jog)\n"
    )


def test_a_mistake_in_steps_is_told_with_its_column(workout):
    done = workout("export", "--steps", "10min; 400m jgo")

    assert done.code == 1
    assert done.err.split("\n") == [
        "--steps:1:13: 'jgo' is not part of a step (did you mean 'jog'?)",
        "    10min; 400m jgo",
        "                ^",
        "",
    ]


ADVICE = "one document and one format, or a folder: '--out DIR'"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "what should be written? (give a document, or --steps)"),
        (["easy.yaml", "--out", "-"], f"--out - writes one file, and this makes 3 files ({ADVICE})"),
        (
            ["form.yaml", "--to", "fit", "--out", "-"],
            f"--out - writes one file, and this makes 2 files ({ADVICE})",
        ),
    ],
    ids=["nothing", "three formats", "two sessions"],
)
def test_what_cannot_be_meant_is_wrong_usage(workout, arguments, said):
    done = workout("export", *arguments)

    assert (done.code, done.out, done.err) == (2, "", f"{USAGE}{said}\n")


def test_one_file_may_go_to_stdout(here, folder):
    done = here("export", "six.yaml", "--to", "fit", "--out", "-")

    assert done.stdout[8:12] == b".FIT"
    assert done.stderr == b"six.fit: steps[2].target: named pace: 'easy pace' is told in words\n"
    assert not (folder / "six.fit").exists()


@pytest.mark.parametrize("name", ["easy.yaml", "form.yaml"])
def test_what_is_written_to_stdout_is_read_from_stdin(here, name):
    first = here("export", name, "--to", "json", "--out", "-")
    second = here("export", "-", "--to", "json", "--out", "-", stdin=first.stdout)

    assert first.stdout == second.stdout


@pytest.mark.parametrize(
    "document",
    [
        'workout: "Relax \\U0001F642"\nsteps: 10min\n',
        '{workout: "Relax \\U0001F642", steps: 10min}',
        '{"workout": "Relax \\ud83d\\ude42", "steps": "10min"}',
        '\ufeff \n{\n\t"steps": "10min",\n\t"workout": "Relax \\ud83d\\ude42"\n}\n',
    ],
    ids=["YAML", "YAML in braces", "JSON", "JSON with a mark and tabs"],
)
def test_stdin_may_be_yaml_or_json(workout, document):
    done = workout("fmt", "-", stdin=document.encode())

    assert (done.code, done.err) == (0, "")
    assert read_text(done.out).name == "Relax \U0001f642"


def test_a_document_from_stdin_is_called_what_its_workout_is_called(workout, folder):
    done = workout("export", "-", "--to", "json", stdin=b"workout: Long Hills\nsteps: 10min\n")

    assert done.out == "long-hills.json\n"
    assert (folder / "long-hills.json").exists()


def test_every_document_is_written_or_refused_on_its_own(workout, listing):
    documents = ["missing.yaml", "easy.yaml", "broken.yaml", "form.yaml", "ada.yaml"]
    done = workout("export", *documents, "--to", "json", "--out", "o")

    assert (done.code, done.out) == (1, "o/easy.json\no/form.json\n")
    assert listing("o") == ["easy.json", "form.json"]
    assert [line.partition(" ")[0] for line in done.err.splitlines() if line.endswith(tuple(")e"))] == [
        "missing.yaml:",
        "broken.yaml:2:1:",
        "broken.yaml:3:14:",
        "ada.yaml:",
    ]


def test_a_document_that_cannot_be_written_in_one_format_is_written_in_none(workout, folder, listing):
    (folder / "long.yaml").write_text("workout: Long\nsteps: |\n" + "  1km\n" * 51)
    done = workout("export", "long.yaml", "easy.yaml", "--to", "json", "--to", "fit", "--out", "o")

    assert (done.code, done.out) == (1, "o/easy.json\no/easy.fit\n")
    assert done.err.startswith("error: long.yaml: ")
    assert listing("o") == ["easy.fit", "easy.json"]


def test_the_files_of_a_document_that_is_refused_stay_as_they_were(workout, folder, listing):
    workout("export", "easy.yaml", "form.yaml", "--to", "json", "--out", "o")
    before = (folder / "o" / "form.json").read_bytes()
    (folder / "form.yaml").write_text("plan: Form\n")

    done = workout("export", "easy.yaml", "form.yaml", "--to", "json", "--out", "o", "--prune")

    assert (done.code, done.out) == (1, "o/easy.json\n")
    assert listing("o") == ["easy.json", "form.json"]
    assert (folder / "o" / "form.json").read_bytes() == before


WORST = {
    "a loss and nothing else": (["easy.yaml", "six.yaml"], 3),
    "a loss and wrong input": (["six.yaml", "broken.yaml"], 1),
    "wrong input and a disk that fails": (["broken.yaml", "x" * 300], 4),
    "a disk that fails, then a loss": (["x" * 300, "six.yaml"], 4),
}


@pytest.mark.parametrize(("documents", "code"), WORST.values(), ids=WORST)
@pytest.mark.parametrize("command", ["export", "check"])
def test_the_exit_code_is_the_worst_one(workout, command, documents, code):
    for given in (documents, documents[::-1]):
        assert workout(command, *given, "--to", "fit", "--strict").code == code


def test_the_problems_of_the_athlete_and_of_every_document_are_told_and_nothing_is_written(workout, listing):
    for command in ("export", "check"):
        done = workout(command, "easy.yaml", "broken.yaml", "--athlete", "missing.yaml", "--to", "json")

        assert done.code == 1
        assert done.err.startswith("missing.yaml: there is no such file\nbroken.yaml:2:1: ")
        assert "easy.json" not in listing()


def test_standard_output_takes_nothing_if_one_of_several_documents_is_refused(workout):
    done = workout("export", "easy.yaml", "broken.yaml", "--to", "json", "--out", "-")

    assert (done.code, done.out) == (1, "")


def test_what_is_wrong_with_the_folder_refuses_all_and_the_worst_code_is_returned(workout, folder):
    (folder / "again").mkdir()
    (folder / "again" / "easy.yaml").write_bytes((folder / "easy.yaml").read_bytes())

    done = workout("export", "easy.yaml", "again/easy.yaml", "x" * 300, "--to", "json", "--out", "o")

    assert done.code == 4
    assert done.err.endswith(
        "error: o/easy.json: two documents would be written to it (write them to two folders)\n"
    )
    assert not (folder / "o").exists()


def test_traceback_shows_where_the_error_of_each_document_came_from(here):
    done = here("export", "broken.yaml", "missing.yaml", "--traceback")

    assert done.stderr.count(b"Traceback (most recent call last)") == 2


def test_an_unknown_format_stops_all(workout, folder):
    done = workout("export", "easy.yaml", "--to", "json", "--to", "pdf", "--out", "o")

    assert (done.code, done.err) == (
        2,
        f"error: 'pdf' is not a format (one of {LISTED})\n",
    )
    assert not (folder / "o").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (
            "colour=red",
            "error: -O colour: no such option of fit, json (one of device, name-bytes, notes-bytes)\n",
        ),
        ("device", "error: -O device: write name=value (like 'device=fr935')\n"),
        ("=fr935", "error: -O =fr935: write name=value (like 'device=fr935')\n"),
    ],
)
def test_an_option_that_no_format_has_is_told(workout, option, said):
    done = workout("export", "easy.yaml", "--to", "fit", "--to", "json", "-O", option)

    assert (done.code, done.err) == (2, said)


def test_an_option_goes_to_the_formats_that_have_it(workout):
    done = workout("export", "easy.yaml", "--to", "fit", "--to", "json", "-O", "device = fr935")

    assert done.out == "easy.fit\neasy.json\n"


def test_a_plan_is_written_for_the_calendar_of_a_watch_beside_its_workouts_and_only_when_asked(workout):
    asked = workout(
        "export", "form.yaml", "--to", "fit", "--to", "fit-schedule", "-O", "most=1", "--out", "o"
    )

    assert asked.out == "o/form/2026-08-04-hills.fit\no/form/2026-08-06-easy.fit\no/form.schedule.fit\n"
    assert asked.err == (
        "form.schedule.fit: sessions[2]: too many: Easy on 2026-08-06 is left out, over the limit of 1\n"
    )
    assert "schedule" not in workout("export", "form.yaml", "--out", "p").out


def test_a_plan_that_is_over_is_not_written_for_the_calendar_of_a_watch(workout, folder):
    options = ("--to", "fit-schedule", "-O", "from=2026-09-01")
    done = workout("export", "form.yaml", "--out", "o", *options)

    told = "all workouts are before 2026-09-01 ('-O from=2026-08-04' begins with the first)"
    assert (done.code, done.out, done.err) == (1, "", f"error: Form: fit-schedule: {told}\n")
    assert not (folder / "o").exists()
    checked = workout("check", "form.yaml", *options)
    assert (checked.code, checked.err) == (1, f"form.yaml: Form: fit-schedule: {told}\n")


def test_two_documents_of_one_name_are_not_written_over_each_other(workout, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "easy.yaml").write_bytes((folder / "six.yaml").read_bytes())

    done = workout("export", "easy.yaml", "sub/easy.yaml", "--to", "json", "--out", "o")

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "error: o/easy.json: two documents would be written to it (write them to two folders)\n"
    )
    assert not (folder / "o").exists()


@pytest.mark.parametrize("link", [False, True], ids=["file", "symbolic link"])
def test_a_document_is_never_written_over_by_what_is_made_of_it(workout, folder, link):
    workout("export", "easy.yaml", "--to", "json", "--out", "o")
    document = folder / "o" / "easy.json"
    before = document.read_bytes()
    if link:
        (folder / "easy.json").symlink_to(document)

    done = workout("export", "easy.json" if link else str(document), "--to", "json", "--out", "o")

    assert done.code == 1
    assert done.err == (
        "error: o/easy.json: is one of the files that were read (write to another folder with '--out')\n"
    )
    assert document.read_bytes() == before


def test_an_athlete_is_never_written_over(workout, folder):
    (folder / "ada.json").write_text('{"athlete": "Ada"}', "utf-8")
    (folder / "o").mkdir()
    (folder / "o" / "ada.yaml").write_bytes((folder / "easy.yaml").read_bytes())

    done = workout("export", "o/ada.yaml", "--athlete", "ada.json", "--to", "json")

    assert (done.code, (folder / "ada.json").read_text("utf-8")) == (1, '{"athlete": "Ada"}')


def test_an_older_file_is_replaced_and_keeps_its_permissions(workout, folder):
    older = folder / "easy.json"
    older.write_bytes(b"older")
    older.chmod(0o640)

    workout("export", "easy.yaml", "--to", "json")

    assert read_document(older) == read_document("easy.yaml")
    assert stat.S_IMODE(older.stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed_and_stays(workout, folder):
    (folder / "far").mkdir()
    (folder / "far" / "away.json").write_bytes(b"older")
    (folder / "easy.json").symlink_to("far/away.json")

    done = workout("export", "easy.yaml", "--to", "json")

    assert done.out == "easy.json\n"
    assert (folder / "easy.json").is_symlink()
    assert read_document(folder / "far" / "away.json") == read_document("easy.yaml")


def test_two_names_of_one_file_are_noticed(workout, folder):
    (folder / "six.json").symlink_to("easy.json")

    done = workout("export", "easy.yaml", "six.yaml", "--to", "json")

    assert (done.code, (folder / "easy.json").exists()) == (1, False)


def test_a_link_to_itself_is_a_failure_of_the_disk(workout, folder):
    (folder / "easy.json").symlink_to("easy.json")

    done = workout("export", "easy.yaml", "--to", "json")

    assert (done.code, done.out) == (4, "")
    assert done.err == "error: easy.json: Too many levels of symbolic links\n"


def test_a_folder_in_the_place_of_a_file_is_a_failure_of_the_disk(workout, folder, listing):
    (folder / "easy.json").mkdir()
    before = listing()

    done = workout("export", "easy.yaml", "--to", "json")

    assert (done.code, done.out, done.err) == (4, "", "error: easy.json: Is a directory\n")
    assert listing() == before


@pytest.mark.parametrize("out", ["six.yaml", "six.yaml/below"])
def test_a_file_in_the_place_of_the_folder_is_a_failure_of_the_disk(workout, listing, out):
    before = listing()

    done = workout("export", "easy.yaml", "--to", "json", "--out", out)

    assert (done.code, done.out) == (4, "")
    assert listing() == before


@pytest.mark.parametrize(
    "name", ["mañana", "走る 🏃", "two  words", "-dash", "a.b.c", "x" * 240, "tab\there"]
)
def test_files_are_called_what_the_document_is_called(workout, folder, name):
    (folder / f"{name}.yaml").write_bytes((folder / "easy.yaml").read_bytes())

    done = workout("export", "--to", "json", "--out", "o", "--", f"{name}.yaml")

    assert (done.code, done.out) == (0, f"o/{name}.json\n")
    assert [path.name for path in (folder / "o").iterdir() if path.name != MANIFEST] == [f"{name}.json"]


@pytest.mark.parametrize("name", ["...yaml", "..yaml"])
def test_no_name_leads_out_of_the_folder(workout, folder, listing, name):
    (folder / name).write_bytes((folder / "form.yaml").read_bytes())

    workout("export", name, "--to", "fit", "--out", "o")

    assert listing("o") == ["form", "form/2026-08-04-hills.fit", "form/2026-08-06-easy.fit"]


def test_a_name_that_is_not_unicode_is_no_obstacle(here, folder):
    name = os.fsencode(folder) + b"/\xff.yaml"
    with open(name, "wb") as stream:  # noqa: PTH123 - a name of bytes
        stream.write((folder / "easy.yaml").read_bytes())

    done = here("export", os.fsdecode(name), "--to", "json", "--out", "o")

    assert (done.returncode, done.stderr) == (0, b"")
    names = {os.fsencode(path.name) for path in (folder / "o").iterdir()}
    assert names == {b"\xff.json", os.fsencode(MANIFEST)}


def test_windows_line_ends_make_no_difference(workout, folder):
    (folder / "windows.yaml").write_bytes((folder / "six.yaml").read_bytes().replace(b"\n", b"\r\n"))

    workout("export", "six.yaml", "windows.yaml", "--to", "json")

    assert (folder / "windows.json").read_bytes() == (folder / "six.json").read_bytes()


def test_the_same_input_gives_the_same_bytes(workout, folder):
    for out in ("one", "two"):
        workout("export", "six.yaml", "form.yaml", "--out", out)

    for path in (folder / "one").rglob("*.*"):
        assert path.read_bytes() == (folder / "two" / path.relative_to(folder / "one")).read_bytes()


def _bound_by_permissions() -> None:
    """Take from this process what lets root read and write everywhere."""
    drop_from_bounding_set, write_anything, read_anything = 24, 1, 2
    for capability in (write_anything, read_anything):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


def test_a_folder_that_may_not_be_written_is_a_failure_of_the_disk(process, folder, listing):
    (folder / "locked").mkdir()
    (folder / "locked").chmod(0o555)

    done = process("export", "easy.yaml", "--out", "locked", preexec_fn=_bound_by_permissions)

    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr == b"error: locked/easy.fit: Permission denied\n"
    assert listing("locked") == []


def test_a_document_that_may_not_be_read_is_a_failure_of_the_disk(process, folder):
    (folder / "easy.yaml").chmod(0o000)

    done = process("export", "easy.yaml", preexec_fn=_bound_by_permissions)

    assert (done.returncode, done.stderr) == (4, b"error: easy.yaml: Permission denied\n")


def test_a_full_disk_leaves_no_part_of_a_file(process, listing):
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    before = listing()

    done = process("export", "six.yaml", "easy.yaml", "--out", "o/p", preexec_fn=small_files_only)

    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr.splitlines()[-1] == b"error: o/p/six.fit: File too large"
    assert listing() == before


def test_a_full_disk_leaves_an_older_file_as_it_was(process, folder):
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    (folder / "easy.json").write_bytes(b"older")

    done = process("export", "easy.yaml", "--to", "json", preexec_fn=small_files_only)

    assert (done.returncode, (folder / "easy.json").read_bytes()) == (4, b"older")


def test_a_disk_without_room_leaves_nothing(process, tmp_path_factory):
    disk = tmp_path_factory.mktemp("disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        done = process("export", "form.yaml", "six.yaml", "--out", str(disk / "o"))

        assert (done.returncode, done.stdout) == (4, b"")
        assert done.stderr.splitlines()[-1].endswith(b": No space left on device")
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_an_exporter_that_fails_is_named(site, folder):
    site.install("acme", offering("[exporter(write=lambda *_: 1 / 0)]"))

    done = site.run("export", str(folder / "easy.yaml"), "--to", "json", "--to", "tcx", "--out", "o")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: tcx: acme:acme failed: ZeroDivisionError: division by zero\n"
    assert not (site.folder / "o").exists()


def test_what_a_plugin_writes_is_written(site, folder):
    site.install("acme", offering("[exporter()]"))

    done = site.run("export", str(folder / "easy.yaml"), "--to", "tcx", "--out", "o")

    assert (done.stdout, done.stderr) == ("o/easy.tcx\n", "")
    assert (site.folder / "o" / "easy.tcx").read_bytes() == b"written"


def test_json_is_one_document(here):
    done = here("export", "form.yaml", "--to", "json", "--out", "-")

    assert json.loads(done.stdout)["plan"] == "Form"


def test_a_transform_changes_what_is_written(here, site):
    site.install(
        "loud",
        """\
from attrs import evolve
from workout_core import Transform, hookimpl


@hookimpl
def workout_transforms():
    return [Transform(name="shout", title="Louder", apply=lambda workout, _: evolve(workout, name="LOUD"))]
""",
    )
    export, path = ("export", "easy.yaml", "--to", "json", "--out", "-"), str(site.folder)
    done = here(*export, "--transform", "shout", path=path)
    assert (done.returncode, b'"workout": "LOUD"' in done.stdout) == (0, True)
    done = here(*export, "--transform", "shuot", path=path)
    assert done.returncode == 2
    assert b"'shuot' is not a transform (did you mean 'shout'?)" in done.stderr


LONG = "plan: Long\nstart: 2026-08-03\nweeks:\n  - {mon: easy 30min, tue: easy 20min, repeat: 200}\n"


def test_long_work_shows_a_bar_on_a_terminal_and_nowhere_else(process, folder):
    (folder / "long.yaml").write_text(LONG)
    arguments = ("export", "long.yaml", "--to", "json", "--out", "out")
    assert process(*arguments).stderr == b""

    reading, terminal = os.openpty()
    try:
        done = process(*arguments, stderr=terminal, environ={"TERM": "xterm", "COLUMNS": "80"})
    finally:
        os.close(terminal)
    shown = os.read(reading, 10_000)
    os.close(reading)

    assert done.returncode == 0
    assert b"writing" in shown


@pytest.mark.slow
def test_no_more_files_are_written_of_a_plan_than_anybody_keeps(workout, folder):
    weeks = "weeks:\n  - {{repeat: 300, mon: [1km, 1km, 1km, 1km, {last}]}}\n"
    head = "plan: P\nstart: 2026-01-05\n"
    (folder / "most.yaml").write_text(head + weeks.format(last="1km"))
    (folder / "more.yaml").write_text(head + weeks.format(last="1km, 1km"))

    assert workout("export", "most.yaml", "--to", "fit").code == 0
    done = workout("export", "more.yaml", "--to", "fit", "--to", "ics")
    advice = "divide the plan, or write a calendar of it"
    said = f"error: fit: more than 1500 workouts to write one by one ({advice})\n"
    assert (done.code, done.out, done.err) == (1, "", said)


LOSING = """\
def flatten(workout, context):
    context.lose("steps[0]", "hill", f"{context.options.grade} % becomes flat")
    return workout

@frozen
class Grade:
    grade: int = 3

@hookimpl
def workout_transforms():
    return [Transform(name="flatten", title="Flat", apply=flatten, options=Grade)]
"""


def test_what_a_transform_loses_is_told_and_counted_by_strict(site):
    site.install("losing", LOSING)
    export = ("export", "--steps", "10min", "--to", "json", "--out", "-", "--transform")

    done = site.run(*export, "flatten grade=5")
    assert (done.returncode, done.stderr) == (0, "workout: steps[0]: hill: 5 % becomes flat\n")
    done = site.run(*export, "flatten", "--strict")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.splitlines() == [
        "error: --transform: 1 thing would be lost",
        "  steps[0]: hill: 3 % becomes flat",
    ]
    done = site.run(*export, "flatten grade")
    said = "error: --transform flatten grade: write name=value (like 'to=30min')\n"
    assert (done.returncode, done.stderr) == (2, said)


def test_different_workouts_that_watches_take_for_one_are_warned_of(workout, folder):
    (folder / "slow.yaml").write_text("workout: Easy\nsteps: 50min\n")
    (folder / "same.yaml").write_bytes((folder / "easy.yaml").read_bytes())
    done = workout("export", "easy.yaml", "same.yaml", "slow.yaml", "--to", "fit", "--out", "o")

    assert (done.code, len(done.out.splitlines())) == (0, 3)
    assert done.err == (
        "warning: slow.yaml: 'Easy' is called like easy.yaml, and watches and calendars take them for one "
        "(give one another name, or an 'id')\n"
    )
