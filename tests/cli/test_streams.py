"""Documents and JSON are UTF-8 whatever the code page; words degrade visibly; closed streams are told."""

import io
import json
import os
import pty
import re
import subprocess

import pytest

from distributions import WORKOUT
from workout_core.cli.main import run
from workout_core.cli.terminal import Styled, show_what_cannot_be_encoded, styled, visible

NAME = "łąka ≥ 🙂"
FOR_MACHINES = [
    ["fmt", "meadow.yaml"],
    ["fmt", "-"],
    ["show", "meadow.yaml", "--json"],
    ["check", "meadow.yaml", "--to", "fit", "--json"],
    ["read", "meadow.json"],
    ["export", "meadow.yaml", "--to", "json", "--out", "-"],
    ["export", "meadow.yaml", "--to", "ics", "--out", "-"],
    ["plan", "show", "plan.yaml", "--json"],
    ["plan", "show", "plan.yaml", "--html", "-"],
    ["plan", "combine", "plan.yaml", "other.yaml"],
    ["pace", "--distance", "10km", "--goal", "50:00", "--band", "-"],
    ["pace", "--distance", "10km", "--goal", "50:00", "--json"],
    *([each, "--json"] for each in ("formats", "plugins", "recipes", "exercises")),
    ["schema"],
    ["completion", "bash"],
]
PLAN = f"plan: WHICH {NAME}\nstart: 2026-08-03\nweeks:\n  - {{mon: {{workout: {NAME}, steps: 30min}}}}\n"


@pytest.fixture
def meadow(folder):
    text = f'workout: {NAME}\nsteps: 10min @ RPE 5 "{NAME}"\n'
    (folder / "meadow.yaml").write_text(text, "utf-8")
    (folder / "meadow.json").write_text(json.dumps({"workout": NAME, "steps": "10min"}), "utf-8")
    (folder / "plan.yaml").write_text(PLAN.replace("WHICH", "A"), "utf-8")
    (folder / "other.yaml").write_text(PLAN.replace("WHICH", "B"), "utf-8")
    return text.encode()


@pytest.fixture
def printed(monkeypatch):
    """Run a command in this process, with a stdout of an encoding, and return the bytes on it."""

    def call(encoding: str, *arguments: str, stdin: bytes = b"") -> bytes:
        stream = io.TextIOWrapper(io.BytesIO(), encoding)
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdout", stream)
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            show_what_cannot_be_encoded()
            assert run(list(arguments)) == 0
        stream.flush()
        # how long an import took is another number each time
        return re.sub(rb'"import_ms": [0-9.]+', b"", stream.buffer.getvalue())

    return call


@pytest.mark.parametrize("arguments", FOR_MACHINES, ids=" ".join)
def test_what_is_for_machines_is_utf_8_whatever_the_code_page(printed, meadow, arguments):
    usual = printed("utf-8", *arguments, stdin=meadow)

    assert usual.decode("utf-8")
    assert usual.count(b"\r") == (usual.count(b"\n") if b"VCALENDAR" in usual else 0)
    for encoding in ("cp1252", "ascii", "utf-16", "cp037"):
        assert printed(encoding, *arguments, stdin=meadow) == usual


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp1252", "C"],
)
@pytest.mark.parametrize("arguments", [["fmt", "meadow.yaml"], ["show", "meadow.yaml", "--json"]])
@pytest.mark.usefixtures("meadow")
def test_no_letter_of_a_document_becomes_a_question_mark(process, arguments, environ):
    done = process(*arguments, environ=environ)

    assert (done.returncode, NAME.encode() in done.stdout, b"?" in done.stdout) == (0, True, False)


@pytest.mark.parametrize(("encoding", "dot"), [("cp1252", b"\xb7"), ("ascii", b"-"), ("utf-8", "·".encode())])
@pytest.mark.usefixtures("meadow")
def test_words_degrade_where_they_can_be_seen(process, encoding, dot):
    done = process("show", "meadow.yaml", environ={"PYTHONIOENCODING": encoding})

    spelt = NAME.encode() if encoding == "utf-8" else rb"\u0142\u0105ka >= \U0001f642"
    assert done.stdout.splitlines()[:2] == [spelt, b"Running %b 10 min, about 2 km" % dot]
    assert b"?" not in done.stdout


@pytest.mark.usefixtures("meadow")
def test_messages_degrade_where_they_can_be_seen(process):
    done = process("show", "łąki.yaml", environ={"PYTHONIOENCODING": "ascii"})

    assert done.stderr == rb"\u0142\u0105ki.yaml: there is no such file" + b"\n"


def _with(closed: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command from a shell that closes some of its streams."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", WORKOUT, *arguments], capture_output=True, check=False
    )


@pytest.mark.parametrize(
    "arguments", [["fmt", "-"], ["show", "-"], ["read", "-", "--from", "json"]], ids=" ".join
)
def test_a_closed_stdin_is_told(arguments):
    done = _with("<&-", *arguments)

    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr == b"error: standard input: is closed\n"


@pytest.mark.parametrize(
    "arguments",
    [
        *(["fmt", "six.yaml"], ["show", "six.yaml"], ["formats"], ["plugins", "--json"], ["schema"]),
        ["export", "six.yaml", "--to", "fit", "--out", "-"],
        ["plan", "show", "form.yaml", "--html", "-"],
        ["plan", "show", "form.yaml"],
    ],
    ids=" ".join,
)
def test_a_closed_stdout_is_told(arguments):
    done = _with(">&-", *arguments)

    assert (done.returncode, done.stderr) == (4, b"error: standard output: is closed\n")


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_closed_streams_that_are_not_needed_do_no_harm(process, closed):
    assert _with(closed, "fmt", "six.yaml").stdout == process("fmt", "six.yaml").stdout


def test_closed_streams_never_give_a_traceback_nor_another_exit_code():
    for closed in ("2>&-", "<&- >&- 2>&-"):
        assert _with(closed, "show", "missing.yaml").returncode == 1
        assert _with(closed, "formats", "pdf").returncode == 2
        assert _with(closed, "--help").returncode == 0


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("6 × 800 m, łąka 走る 🏃 👩\u200d🚀 \xa0é", None),
        ("two\nlines\tand a tab", None),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b31m\x85\x7f\r", r"\x9b31m\x85\x7f\x0d"),
        ("a\u202eb\u2066c\u200ed\u061ce", r"a\u202eb\u2066c\u200ed\u061ce"),
        ("\udcff\ufeff\uffff\U0010ffff\u2028", r"\udcff\ufeff\uffff\U0010ffff\u2028"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text, safe):
    assert visible(text) == (text if safe is None else safe)


def test_what_is_styled_is_safe_inside_and_is_not_changed_again():
    bold = styled("a\x1b[2Jb", bold=True)

    assert bold == "\x1b[1ma\\x1b[2Jb\x1b[0m"
    assert isinstance(bold, Styled)
    assert visible(bold) is bold


def _shown(*arguments: str) -> str:
    """Return what a terminal gets, on both of its streams."""
    mother, child = pty.openpty()
    try:
        subprocess.run([WORKOUT, *arguments], stdin=child, stdout=child, stderr=child, check=False)
        return os.read(mother, 100_000).decode()
    finally:
        os.close(mother)
        os.close(child)


def test_a_document_is_safe_on_a_terminal_and_exact_in_a_pipe(folder, process):
    (folder / "a.yaml").write_text('workout: "A\\u202Eb"\nsteps: 10min\n', "utf-8")

    assert "workout: A\\u202eb" in _shown("fmt", "a.yaml")
    assert process("fmt", "a.yaml").stdout.startswith("workout: A\u202eb\n".encode())


@pytest.mark.parametrize("name", ["\x1b]0;pwned\x07.yaml", "\x9b2J.yaml", "gpj\u202e.yaml"], ids=ascii)
@pytest.mark.parametrize("command", ["show", "fmt", "check", "export"])
def test_the_name_of_a_file_never_reaches_a_terminal_raw(workout, folder, command, name):
    (folder / name).write_text("workout: Broken\nsprot: running\n", "utf-8")

    for arguments in ([command, name], [command, f"missing{name}"], [name], [command, f"--{name}"]):
        done = workout(*arguments)
        assert done.code
        assert not set(done.out + done.err) & set("\x1b\x07\x9b\u202e")
