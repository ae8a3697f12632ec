"""Whatever is around a command, it writes the same bytes: code pages, homes, zone databases, small stacks."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from attrs import evolve, field, frozen

EXAMPLES = Path(__file__).parents[2] / "examples"
GIVEN = {
    "deep.json": '{"workout": "Deep", "steps": '
    + 90 * '[{"repeat": 2, "steps": '
    + '"1km"'
    + 90 * "}]"
    + "}",
    "brackets.json": "[" * 100_000,
    "brackets.yaml": "[" * 100_000,
    "repeats.yaml": "workout: Deep\nsteps: " + "2x(" * 90 + "400m" + ")" * 90,
    "dashes.yaml": "workout: Deep\nsteps:\n" + "".join(f"{' ' * depth}-\n" for depth in range(1400)),
    "letters.json": '{"workout": "6 × 800 m – łąka 🙂", "steps": "6x800m \\"Głowa ↑\\""}',
}
WRITTEN = {
    "export --out o examples/six-by-800.yaml examples/strength-a.yaml --athlete examples/ada.yaml": 0,
    "export --out o examples/half-marathon.yaml --athlete examples/ada.yaml": 0,
    "export --out - examples/half-marathon.yaml --to ics": 0,
    "export --out - examples/hilly-10km.yaml --to fit": 0,
    "plan show examples/half-marathon.yaml --html page.html": 0,
    "plan combine examples/half-marathon.yaml examples/course/course.yaml": 0,
    "fmt examples/six-by-800.yaml letters.json": 0,
    "show letters.json --json": 0,
    "read letters.json": 0,
    "schema": 0,
}
"""Commands that write documents, files and JSON, and how they end."""
SAID = {
    "show examples/six-by-800.yaml --athlete examples/ada.yaml": 0,
    "show letters.json": 0,
    "plan show examples/half-marathon.yaml --athlete examples/ada.yaml": 0,
    "check examples/first-5km.yaml deep.json repeats.yaml brackets.json brackets.yaml dashes.yaml": 1,
    "pace --distance 10km --goal 47:30 --negative 2%": 0,
    "exercises squat": 0,
}
"""Commands that speak to people, and how they end."""
PLAIN = {"LC_ALL": "C.UTF-8", "COLUMNS": "80", "SOURCE_DATE_EPOCH": "1785700800"}
DRIVER = """\
import json, os, sys, warnings
from workout_core.__main__ import main
warnings.simplefilter("ignore")  # that threads and forks do not go together: there are no threads
outside = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "urllib.")
def watch(event, _):
    if event.startswith(outside):
        raise RuntimeError(event)
if "WATCHED" in os.environ:
    sys.addaudithook(watch)
for number, command in enumerate(json.loads(sys.argv[1])):
    if os.fork() == 0:
        for stream, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"{number}.{name}", os.O_WRONLY | os.O_CREAT), stream)
        os.chdir(str(number))
        sys.argv = ["workout", *command.split()]
        main()
    print(os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
"""
"""Runs each command in a process and a folder of its own; importing all anew would take most of the time."""


@frozen
class Ran:
    """How a command ended, what it printed, and the files it left, by name."""

    code: int
    out: bytes
    err: bytes
    left: dict[str, bytes] = field(repr=False)


Run = Callable[..., dict[str, Ran]]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run every command, with an environment besides the plain one, and a stack of so many kilobytes."""

    def call(stack: int = 0, **environ: str) -> dict[str, Ran]:
        root = tmp_path_factory.mktemp("ran")
        commands = [*WRITTEN, *SAID]
        for number, _ in enumerate(commands):
            _furnish(root / str(number))
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, json.dumps(commands)],
            cwd=root,
            env={"PATH": os.environ["PATH"]} | PLAIN | {"HOME": str(root)} | environ,
            stdout=subprocess.PIPE,
            check=True,
            preexec_fn=(lambda: _limit_stack(stack)) if stack else None,
        )
        codes = map(int, done.stdout.split())
        return {
            command: Ran(code, *_left(root, number))
            for number, (command, code) in enumerate(zip(commands, codes, strict=True))
        }

    return call


def _furnish(folder: Path) -> None:
    folder.mkdir()
    (folder / "examples").symlink_to(EXAMPLES)
    for name, text in GIVEN.items():
        (folder / name).write_text(text, "utf-8")


def _limit_stack(kilobytes: int) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_STACK)
    resource.setrlimit(resource.RLIMIT_STACK, (kilobytes * 1024, most))


def _left(root: Path, number: int) -> tuple[bytes, bytes, dict[str, bytes]]:
    folder = root / str(number)
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in GIVEN and "examples" not in path.parts[-2:]
    }
    return (root / f"{number}.out").read_bytes(), (root / f"{number}.err").read_bytes(), written


@pytest.fixture(scope="module")
def plain(ran: Run) -> dict[str, Ran]:
    """Run every command where nothing is odd."""
    return ran()


@pytest.mark.slow
def test_the_commands_end_as_they_should(plain):
    assert {command: done.code for command, done in plain.items()} == WRITTEN | SAID
    assert [command for command, done in plain.items() if b"Traceback" in done.err] == []


@pytest.mark.slow
@pytest.mark.parametrize("home", ["/nonexistent", "", __file__], ids=["none", "unset", "a file"])
def test_no_home_is_needed(ran, plain, home):
    """A file is a home that nobody can write to, root neither."""
    assert ran(HOME=home, XDG_CACHE_HOME=home, XDG_CONFIG_HOME=home) == plain


@pytest.mark.slow
def test_no_command_opens_a_connection_or_starts_a_program(ran, plain):
    assert ran(WATCHED="yes") == plain


@pytest.mark.slow
def test_the_c_locale_is_utf_8(ran, plain):
    assert ran(LC_ALL="C") == plain


@pytest.mark.slow
def test_half_a_megabyte_of_stack_is_enough(ran, plain):
    assert ran(stack=512) == plain


@pytest.mark.slow
def test_another_database_of_zones_beside_the_package_changes_nothing(ran, plain, tmp_path):
    (tmp_path / "Europe").mkdir()
    tahiti = files("tzdata").joinpath("zoneinfo", "Pacific", "Tahiti").read_bytes()
    (tmp_path / "Europe" / "Warsaw").write_bytes(tahiti)

    assert ran(PYTHONTZPATH=str(tmp_path)) == plain


@pytest.mark.slow
@pytest.mark.parametrize(
    "environ",
    [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["a code page", "ASCII"],
)
def test_documents_and_files_are_the_same_bytes_where_a_terminal_has_few_letters(ran, plain, environ):
    """Words for people have what letters there are."""
    narrow = ran(**environ)

    for command in WRITTEN:
        assert evolve(narrow[command], err=plain[command].err) == plain[command]
    assert {command: narrow[command].code for command in SAID} == SAID
    assert [command for command in SAID if not narrow[command].out + narrow[command].err] == []
    assert [command for command in SAID if b"Traceback" in narrow[command].err] == []
