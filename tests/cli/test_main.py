"""Every failure is a sentence on stderr and an exit code; a person never sees a traceback."""

import os
import pty
import signal
import subprocess
import time

import click
import pytest

from distributions import LISTED, WORKOUT, offering
from workout_core import __version__
from workout_core.cli import plan
from workout_core.cli.main import COMMANDS, cli

PROBLEMS = """\
broken.yaml:2:1: 'sprot' is not a key of a workout (did you mean 'sport'?)
    sprot: running
    ^
broken.yaml:3:14: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: 10min jgo
                 ^
"""
NO_COMMAND = """\
Usage: workout [OPTIONS] COMMAND [ARGS]...
Try 'workout --help' for help.

Error: 'shwo' is not a command (did you mean 'show'?)
"""
MEDDLING = """\
import workout_core.cli.read
workout_core.cli.read.write_yaml = lambda _: 1 / 0

@hookimpl
def workout_importers():
    read = lambda data, context: Workout(name="Odd", items=parse_steps("10min"))
    return [Importer(name="odd", title="Odd", suffixes=(".odd",), read=read)]
"""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["--help"], 0),
        (["--version"], 0),
        (["shwo", "six.yaml"], 2),
        (["--quiet"], 2),
        (["show"], 2),
        (["show", "six.yaml"], 0),
        (["show", "broken.yaml"], 1),
        (["show", "missing.yaml"], 1),
        (["show", "."], 1),
        (["show", "six.yaml/below"], 4),
        (["show", "six.yaml", "--athlete", "six.yaml"], 1),
        (["export", "six.yaml", "--to", "pdf"], 2),
        (["export", "six.yaml", "--to", "fit", "-O", "colour=red"], 2),
        (["export", "six.yaml", "--to", "fit", "-O", "device"], 2),
        (["export", "six.yaml", "--date", "soon"], 2),
        (["export", "six.yaml", "--strict"], 3),
        (["check", "six.yaml", "--to", "fit", "--strict"], 3),
        (["formats", "pdf"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_exit_code_says_what_kind_of_failure_it_was(workout, arguments, code):
    assert workout(*arguments).code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["shwo", "six.yaml"],
            NO_COMMAND,
        ),
        (["show", "broken.yaml"], PROBLEMS),
        (["show", "missing.yaml"], "missing.yaml: there is no such file\n"),
        (["show", "."], ".: is a folder, not a document\n"),
        (["show", "six.yaml/below"], "error: six.yaml/below: Not a directory\n"),
        (
            ["show", "six.yaml", "--athlete", "easy.yaml"],
            "easy.yaml: is a workout, not an athlete (an athlete begins with 'athlete:')\n",
        ),
        (
            ["show", "six.yaml", "--athlete", "form.yaml"],
            "form.yaml: is a plan, not an athlete (an athlete begins with 'athlete:')\n",
        ),
        (
            ["export", "ada.yaml"],
            "ada.yaml: is an athlete, not a workout or a plan (give it with '--athlete ada.yaml')\n",
        ),
        (
            ["formats", "pdf"],
            f"error: 'pdf' is not a format (one of {LISTED})\n",
        ),
        (["formats", "fitt"], "error: 'fitt' is not a format (did you mean 'fit'?)\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_failure_is_a_sentence_on_stderr(workout, arguments, said):
    done = workout(*arguments)

    assert (done.out, done.err) == ("", said)


def test_an_error_nobody_foresaw_is_a_sentence_too(site, folder):
    site.install("odd", MEDDLING)

    done = site.run_alone("read", str(folder / "easy.yaml"), "--from", "odd")

    assert (done.returncode, done.stdout) == (4, "")
    what = "ZeroDivisionError: division by zero (--traceback shows where)"
    assert done.stderr == f"error: this should not have happened: {what}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--traceback", "show", "missing.yaml"],
        ["show", "--traceback", "missing.yaml"],
        ["show", "missing.yaml", "--traceback"],
    ],
    ids=" ".join,
)
def test_traceback_anywhere_shows_where_an_error_came_from(here, arguments):
    done = here(*arguments)

    assert done.returncode == 1
    assert done.stderr.startswith(b"Traceback (most recent call last):\n")
    assert done.stderr.endswith(b"missing.yaml: there is no such file\n")


def test_the_exit_code_is_the_same_with_a_traceback(here):
    assert here("show", "six.yaml/below", "--traceback").returncode == 4
    assert here("formats", "pdf", "--traceback").returncode == 2


def test_a_file_may_be_called_traceback(here, folder):
    (folder / "--traceback").write_bytes((folder / "easy.yaml").read_bytes())

    assert here("show", "--", "--traceback").stdout.startswith(b"Easy\n")


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_begins_with_an_example(workout, name):
    done = workout(*filter(None, [name]), "--help")

    assert done.code == 0
    usage, blank, heading, example = done.out.split("\n")[:4]
    assert usage.startswith("Usage: workout ")
    assert (blank, heading.strip() in ("Example:", "Examples:")) == ("", True)
    assert f"workout {name or ''}" in example


def test_help_says_what_the_exit_codes_mean(workout):
    assert "0 done, 1 wrong input, 2 wrong usage, 3 --strict found a loss" in workout("--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_listed_with_what_it_does(workout, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "100")

    assert f"\n  {name:10}  {COMMANDS[name]}" in workout("--help").out


@pytest.mark.parametrize("name", plan.COMMANDS)
def test_every_command_for_plans_is_listed_with_what_it_does(workout, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "100")

    assert f"\n  {name:7}  {plan.COMMANDS[name]}" in workout("plan", "--help").out
    assert workout("plan", name, "--help").code == 0


def test_a_misspelt_command_for_plans_is_corrected(workout):
    assert "'mvoe' is not a command (did you mean 'move'?)" in workout("plan", "mvoe").err


def test_the_version_is_that_of_the_package(workout):
    assert workout("--version").out == f"workout, version {__version__}\n"


@pytest.mark.parametrize("arguments", [["show", "six.yaml"], ["schema"], ["formats"], ["export", "--help"]])
def test_a_reader_that_goes_away_is_no_failure(process, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process(*arguments, stdout=writing)
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [["show", "six.yaml"], ["schema"], ["--help"]], ids=" ".join)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_cannot_be_written_is_a_failure(process, arguments, unbuffered):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = process(*arguments, stdout=full, environ={"PYTHONUNBUFFERED": unbuffered})

    assert done.returncode == 4
    assert done.stderr == b"error: No space left on device\n"


@pytest.mark.parametrize(
    "environ", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}]
)
@pytest.mark.parametrize(
    "arguments", [["show", "way.yaml"], ["fmt", "way.yaml"], ["show", "Fähre.yaml"], ["--help"]]
)
def test_a_terminal_without_unicode_is_served_all_the_same(process, folder, environ, arguments):
    (folder / "way.yaml").write_text("workout: 6 \u00d7 走る 🏃\nsteps: 10min @ easy\n", "utf-8")

    done = process(*arguments, environ=environ)

    assert done.returncode == (1 if "Fähre.yaml" in arguments else 0)
    assert b"Traceback" not in done.stderr


def _interrupted(folder, *arguments: str, until: str) -> tuple[int, bytes, bytes]:
    """Run a command, and interrupt it as soon as a file that matches *until* is there."""
    running = subprocess.Popen(
        [WORKOUT, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 30
    while not list(folder.glob(until)) and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    return running.returncode, out, err


SHORT_SLEEPS = """\
import os, time

def wait():
    # A signal that comes just before a sleep is seen only after it.
    for _ in range(6000):
        time.sleep(0.01)

"""
SLOW_WRITER = f"""\
{SHORT_SLEEPS}
def slow(subject, context):
    Path("begun").touch()
    wait()

"""
SLOW_DISK = f"""\
{SHORT_SLEEPS}
def write(subject, context):
    os.fsync = lambda number: wait()
    return b"written"

"""


def test_an_exporter_that_is_interrupted_leaves_nothing(site, folder):
    site.install("slow", SLOW_WRITER + offering("[exporter(write=slow)]"))

    code, out, err = _interrupted(
        folder, "export", "easy.yaml", "--to", "json", "--to", "tcx", "--out", "o", until="begun"
    )

    assert (code, out, err.strip()) == (130, b"", b"interrupted")
    assert not (folder / "o").exists()


def test_a_file_that_is_being_written_when_interrupted_leaves_nothing(site, folder, listing):
    site.install("slow", SLOW_DISK + offering("[exporter(write=write)]"))
    before = listing()

    code, out, err = _interrupted(
        folder, "export", "easy.yaml", "--to", "tcx", "--out", "o", until="o/.*.part"
    )

    assert (code, out, err.strip()) == (130, b"", b"interrupted")
    assert listing() == before


def _in_a_terminal(*arguments: str, **environ: str) -> bytes:
    """Run a command whose output is a terminal, and return what that shows."""
    mother, child = pty.openpty()
    try:
        subprocess.run(
            [WORKOUT, *arguments],
            stdout=child,
            env=os.environ | {"TERM": "xterm-256color"} | environ,
            check=True,
        )
        return os.read(mother, 100_000)
    finally:
        os.close(mother)
        os.close(child)


def test_a_terminal_gets_colour():
    assert b"\x1b[31m" in _in_a_terminal("show", "--steps", "30min @ RPE 8")


def test_no_color_and_pipes_get_no_escape_codes(process):
    assert b"\x1b" not in _in_a_terminal("show", "easy.yaml", NO_COLOR="1")
    assert b"\x1b" not in process("show", "easy.yaml").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "round.yaml"],
        ["check", "round.yaml"],
        ["fmt", "round.yaml"],
        ["read", "round.json", "-o", "x.yaml"],
    ],
    ids=" ".join,
)
def test_a_link_that_leads_to_itself_is_told_in_a_sentence(workout, folder, arguments):
    name = arguments[1]
    (folder / name).symlink_to(name)

    done = workout(*arguments)

    assert (done.code, done.out) == (4, "")
    assert done.err == f"error: {name}: Too many levels of symbolic links\n"


def _commands(command, words):
    """Every command there is, with the words that call it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from _commands(command.get_command(context, name), [*words, name])
    else:
        yield words, command


OPTIONS = [
    pytest.param(words, option, id=f"{' '.join(words)} {option.opts[-1]}")
    for words, command in _commands(cli, [])
    for option in command.params
    if isinstance(option, click.Option) and not option.is_flag
]


@pytest.mark.parametrize(("words", "option"), OPTIONS)
def test_an_option_of_one_value_is_not_given_twice_and_the_last_taken_in_silence(workout, words, option):
    for name in option.opts:
        done = workout(*words, name, "1", option.opts[-1], "2")

        refused = f"Error: {option.opts[-1]} is given 2 times (give it once)\n"
        assert done.err.endswith(refused) != option.multiple
        assert option.multiple or (done.code, done.out) == (2, "")


def test_which_option_is_given_twice_is_told_with_how_the_command_is_used(workout):
    assert workout("export", "easy.yaml", "--athlete", "ada.yaml", "--athlete=bob.yaml").err == (
        "Usage: workout export [OPTIONS] DOC…\n"
        "Try 'workout export --help' for help.\n\n"
        "Error: --athlete is given 2 times (give it once)\n"
    )


def test_a_flag_may_be_given_twice_and_what_follows_two_dashes_is_no_option(workout):
    assert workout("show", "easy.yaml", "--json", "--json").code == 0
    assert workout("export", "--", "--out", "--out").err.startswith("--out: there is no such file")


@pytest.mark.parametrize("again", ["week-summaries=no", "week_summaries=yes"])
def test_an_option_of_a_format_is_given_once(workout, again):
    done = workout("export", "form.yaml", "--to", "ics", "-O", "week-summaries=yes", "-O", again)

    name = again.partition("=")[0]
    assert (done.code, done.err) == (2, f"error: -O {name}: is given twice (give it once)\n")


def test_a_kind_of_conflict_is_given_one_policy(workout):
    done = workout(
        "plan", "combine", "form.yaml", "form.yaml", "--on", "load", "keep", "--on", "load", "move"
    )

    assert done.err.endswith("Error: --on 'load' is given with two policies (give one)\n")
    assert done.code == 2


@pytest.fixture
def coach(folder):
    """Keep athletes in one folder and plans in another."""
    for name in ("athletes", "plans"):
        (folder / name).mkdir()
    (folder / "ada.yaml").rename(folder / "athletes" / "ada.yaml")
    text = "plan: P\nstart: 2026-08-03\nathlete: ../athletes/ada.yaml\nweeks:\n  - {mon: easy 30min}\n"
    (folder / "plans" / "plan.yaml").write_text(text)


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "plans/plan.yaml"],
        ["check", "plans/plan.yaml"],
        ["show", "plans/plan.yaml"],
        ["fmt", "plans/plan.yaml"],
        ["plan", "show", "plans/plan.yaml"],
        ["plan", "combine", "plans/plan.yaml", "form.yaml"],
        ["plan", "move", "plans/plan.yaml", "2026-08-03", "tue"],
        ["plan", "skip", "plans/plan.yaml", "2026-08-03"],
        ["plan", "shift", "plans/plan.yaml", "3"],
        ["plan", "pause", "plans/plan.yaml", "2026-08-03", "--for", "2"],
    ],
    ids=" ".join,
)
def test_documents_name_files_outside_their_folder_only_below_a_root(workout, monkeypatch, arguments):
    refused = workout(*arguments)
    assert refused.code == 1
    assert "or allow a folder above both with '--root DIR')" in refused.err
    assert workout(*arguments, "--root", "plans").code == 1

    assert workout(*arguments, "--root", ".").code == 0
    monkeypatch.setenv("WORKOUT_ROOT", ".")
    assert workout("check", "plans/plan.yaml").code == 0


NO_ROOT = ["edit"]
"""A page holds what lies in the folder of its document, and nothing above."""


def test_every_command_that_reads_documents_can_be_given_a_root():
    reading = {"documents", "document", "plan", "plans"}
    lacking = [
        " ".join(words)
        for words, command in _commands(cli, [])
        if reading & {each.name for each in command.params}
        and "root" not in {each.name for each in command.params}
    ]
    assert lacking == NO_ROOT


def test_a_root_is_a_folder(workout):
    done = workout("show", "easy.yaml", "--root", "easy.yaml")

    assert done.code == 2
    assert done.err.endswith("Error: Invalid value for '--root': Directory 'easy.yaml' is a file.\n")
