"""No command changes a file it read unless asked; no fault of the disk leaves anything half done."""

from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulated_disk import Killed, operations, with_fault
from workout_core import read_document, write_json
from workout_core.cli.main import cli
from workout_core.files.manifest import NAME

PLAN = """\
plan: P
sessions:
  - {slot: a, date: 2026-08-04, workout: {workout: Hills, steps: 30min easy}}
"""


WEEKS = "plan: P\nstart: 2026-08-03\nweeks:\n  - {name: A, mon: easy 30min}\n"


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != NAME
    }


def call(*arguments: str) -> int:
    return CliRunner().invoke(cli, arguments, standalone_mode=False).exit_code


@pytest.mark.parametrize(
    ("plan", "output"),
    [
        (WEEKS.replace("weeks", "workouts: {x: NAME}\nweeks"), "p.json"),
        (WEEKS.replace("weeks", "athlete: NAME\nweeks"), "p.json"),
        (WEEKS.replace("weeks", "over: [NAME]\nweeks"), "p.json"),
    ],
    ids=["workouts", "athlete", "over"],
)
@pytest.mark.parametrize("is_linked", [False, True], ids=["itself", "by another name"])
def test_an_export_never_replaces_what_its_document_names(workout, folder, plan, output, is_linked):
    named = {
        "workouts": '{"workout": "Easy", "steps": "30min easy"}',
        "athlete": '{"athlete": "Ada", "ftp": 250}',
        "over": '{"plan": "Q", "start": "2026-08-03", "weeks": [{"name": "B", "tue": "easy 20min"}]}',
    }
    kind = next(kind for kind in named if kind in plan)
    source = "source.json" if is_linked else output
    (folder / source).write_text(named[kind])
    if is_linked:
        (folder / output).hardlink_to(folder / source)
    (folder / "p.yaml").write_text(plan.replace("NAME", source))
    before = everything(folder)

    done = workout("export", "p.yaml")

    said = "error: p.json: is one of the files that were read (write to another folder with '--out')\n"
    assert (done.code, done.out, done.err) == (1, "", said)
    assert everything(folder) == before


def test_a_page_never_replaces_what_its_plan_names(workout, folder):
    (folder / "easy.html").write_text("workout: Easy\nsteps: 30min easy\n")
    (folder / "p.yaml").write_text(PLAN)
    (folder / "p.html").hardlink_to(folder / "p.yaml")
    done = workout("plan", "show", "p.yaml", "--html", "p.html")
    assert done.code == 1
    assert (folder / "p.yaml").read_text() == PLAN


COMMANDS = {
    "skip": ["plan", "skip", "p.yaml", "a"],
    "fmt": ["fmt", "--write", "p.yaml"],
    "combine": ["plan", "combine", "p.yaml", "q.yaml", "-o", "all.yaml"],
    "page": ["plan", "show", "p.yaml", "--html", "p.html"],
    "read": ["read", "six.json", "-o", "new.yaml"],
    "export": ["export", "p.yaml", "--to", "ics", "--to", "json"],
    "export and prune": ["export", "p.yaml", "--to", "fit", "--prune"],
}
FEED = ["feed", "build", "p.yaml", "--out", "o"]
FEED_AGAIN = ["feed", "build", "--out", "o"]


@pytest.mark.parametrize("kind", ["fails", "is the last"])
@pytest.mark.parametrize(
    "command",
    [
        *(pytest.param(words, id=name) for name, words in COMMANDS.items()),
        pytest.param(FEED, id="feed", marks=pytest.mark.slow),
        pytest.param(FEED_AGAIN, id="feed again", marks=pytest.mark.slow),
    ],
)
def test_whatever_operation_of_the_disk_is_hit_all_is_old_or_new(tmp_path, monkeypatch, command, kind):
    number = count()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")

    def prepared():
        folder = tmp_path / f"run {next(number)}"
        folder.mkdir()
        monkeypatch.chdir(folder)
        (folder / "p.yaml").write_text(PLAN)
        (folder / "q.yaml").write_text(PLAN.replace("plan: P", "plan: Q").replace("08-04", "08-05"))
        workout = read_document(tmp_path / "six.yaml")
        (folder / "six.json").write_text(write_json(workout))
        if "--prune" in command:
            assert call("export", "p.yaml", "--to", "fit") == 0
            (folder / "p.yaml").write_text(PLAN.replace("08-04", "08-06"))
        if command == FEED_AGAIN:
            assert call(*FEED) == 0
            (folder / "p.yaml").write_text(PLAN.replace("08-04", "08-06"))
        return folder

    def state(folder):
        below = {
            path.name: path.read_bytes()
            for sub in "po"
            for path in (folder / sub).rglob("*")
            if path.is_file()
        }
        return everything(folder) | below

    old = state(prepared())
    folder = prepared()
    with operations(monkeypatch) as done:
        assert call(*command) == 0
    new = state(folder)
    assert old != new
    for fault in range(len(done)):
        folder = prepared()
        with with_fault(monkeypatch, fault, kind), suppress(OSError, Killed):
            call(*command)
        assert call(*command) in (0, 1)  # the next run, which may find that all is done
        assert state(folder) == new, done[fault]


def test_what_is_pruned_and_what_is_kept_is_told(workout, folder):
    (folder / "p.yaml").write_text(PLAN)
    assert workout("export", "p.yaml", "--to", "fit").err == ""
    (folder / "p.yaml").write_text(PLAN.replace("08-04", "08-05"))
    old = "p/2026-08-04-hills.fit"

    assert workout("export", "p.yaml", "--to", "fit").err == (
        f"{old}: is from an earlier export (--prune removes it)\n"
    )
    assert workout("export", "p.yaml", "--to", "fit", "--prune").err == f"{old}: removed\n"
    assert not (folder / old).exists()

    (folder / "p.yaml").write_text(PLAN)
    (folder / "p" / "2026-08-05-hills.fit").write_bytes(b"mine by now")
    assert workout("export", "p.yaml", "--to", "fit", "--prune").err == (
        "p/2026-08-05-hills.fit: is from an earlier export (was changed since, and is kept)\n"
    )
    assert (folder / "p" / "2026-08-05-hills.fit").read_bytes() == b"mine by now"
