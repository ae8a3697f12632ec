"""``--plugin FILE`` runs one Python file as a plugin, for one command and for whoever typed it."""

import re

import pytest

from distributions import PRELUDE

MINE = PRELUDE + "@hookimpl\ndef workout_exporters():\n    return [exporter('mine')]\n"
EXPORT = ("export", "--steps", "10min", "--to", "mine", "--out", "-")


@pytest.fixture
def mine(folder):
    (folder / "mine.py").write_text(MINE, "utf-8")
    return folder / "mine.py"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--plugin", "mine.py", *EXPORT),
        (*EXPORT, "--plugin", "mine.py"),
        (*EXPORT, "--plugin=mine.py"),
        ("--plugin", "mine.py", *EXPORT, "--plugin", "./mine.py"),
    ],
    ids=["before", "after", "with an equals sign", "twice"],
)
@pytest.mark.usefixtures("mine")
def test_a_file_is_a_plugin_before_and_after_the_command(workout, arguments):
    assert workout(*arguments).out == "written"
    assert workout(*EXPORT).err.startswith("error: 'mine' is not a format")


@pytest.mark.parametrize(
    "arguments",
    [
        ("formats",),
        ("formats", "mine"),
        ("plugins",),
        ("check", "easy.yaml", "--to", "mine"),
        ("schema",),
        ("recipes",),
        ("exercises", "plank"),
        ("plan", "show", "form.yaml"),
    ],
    ids=" ".join,
)
def test_every_command_takes_it(workout, mine, arguments):
    done = workout(*arguments, "--plugin", str(mine))
    assert (done.code, done.err) == (0, "")


def test_its_name_is_that_of_the_file(workout, mine):
    line = workout("plugins", "--plugin", str(mine)).out.splitlines()[-1]
    assert re.sub(r"[0-9]+ ms ", "", " ".join(line.split())) == "file:mine loaded exporters: mine"


def test_its_recipes_are_known_to_documents(workout, folder):
    (folder / "cook.py").write_text(
        """\
from attrs import frozen
from workout_core import Recipe, Workout, hookimpl, parameter, parse_steps

@frozen
class Yasso:
    count: int = parameter("count", "How many.", 10)

def build(wanted):
    return Workout(name="Yasso", items=parse_steps(f"{wanted.count}x(800m, 400m jog)"))

@hookimpl
def workout_recipes():
    return [Recipe(name="yasso", title="Yasso 800s", parameters=Yasso, build=build)]
""",
        "utf-8",
    )
    (folder / "yasso.yaml").write_text("workout: Mine\nrecipe: yasso\ncount: 3\n", "utf-8")
    assert "3 times:\n  800 m\n" in workout("show", "yasso.yaml", "--plugin", "cook.py").out
    assert workout("show", "yasso.yaml").code == 1
    assert "yasso" in workout("recipes", "--plugin", "cook.py").out


def test_a_file_runs_once_and_only_when_plugins_are_asked_for(workout, folder):
    count = "from pathlib import Path\nwith Path('runs').open('a') as file:\n    file.write('x')\n"
    (folder / "mine.py").write_text(count + MINE, "utf-8")
    assert workout("--plugin", "mine.py", "--help").code == 0
    assert workout("show", "easy.yaml", "--plugin", "mine.py").code == 0
    assert not (folder / "runs").exists()
    assert workout("export", "easy.yaml", "form.yaml", "--to", "mine", "--plugin", "mine.py").code == 0
    assert (folder / "runs").read_text() == "x"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("def (", "SyntaxError: invalid syntax (broken.py, line 1)"),
        ("import nowhere", "ModuleNotFoundError: No module named 'nowhere'"),
        ("import mine", "ModuleNotFoundError: No module named 'mine'"),
        ("raise SystemExit('no thanks')", "SystemExit: no thanks"),
        ("", "it implements no hook (is '@hookimpl' missing?)"),
    ],
    ids=["syntax", "import", "file beside it", "exit", "no hook"],
)
@pytest.mark.usefixtures("mine")
def test_a_file_that_is_broken_is_told_and_the_command_stops(workout, folder, code, reason):
    (folder / "broken.py").write_text(code, "utf-8")
    done = workout("export", "easy.yaml", "--plugin", "broken.py")
    assert (done.code, done.err) == (1, f"error: file:broken is broken: {reason}\n")
    assert workout("plugins", "--plugin", "broken.py").code == 0


def test_what_is_no_python_file_is_told(workout):
    done = workout("formats", "--plugin", "easy.yaml")
    assert done.code == 1
    assert done.err == "error: file:easy is broken: 'easy.yaml' is not a Python file (like 'mine.py')\n"


@pytest.mark.usefixtures("mine")
def test_two_files_of_one_name_are_refused(workout, folder):
    (folder / "other").mkdir()
    (folder / "other" / "mine.py").write_text(MINE, "utf-8")
    done = workout("formats", "--plugin", "mine.py", "--plugin", "other/mine.py")
    assert (done.code, done.err) == (1, "error: two plugins are called 'file:mine' (rename a file)\n")


@pytest.mark.parametrize("file", ["nowhere.py", "."])
def test_a_file_that_is_not_there_is_wrong_usage(workout, file):
    done = workout("formats", "--plugin", file)
    assert done.code == 2
    assert "--plugin" in done.err


def test_a_file_called_like_a_module_of_python_takes_the_place_of_none(workout, folder):
    (folder / "json.py").write_text(MINE, "utf-8")
    done = workout("formats", "--json", "--plugin", "json.py")
    assert (done.code, done.err) == (0, "")
    assert '"plugin": "file:json"' in done.out


@pytest.mark.usefixtures("mine")
def test_the_list_of_allowed_plugins_does_not_keep_a_file_out(workout, monkeypatch):
    monkeypatch.setenv("WORKOUT_PLUGINS", "json")
    assert workout(*EXPORT, "--plugin", "mine.py").out == "written"


@pytest.mark.usefixtures("mine")
def test_a_document_runs_no_code(workout, folder):
    (folder / "sly.yaml").write_text("workout: Sly\nplugin: mine.py\nsteps: 10min\n", "utf-8")
    assert workout("export", "sly.yaml", "--to", "json").code == 1
    assert not (folder / "mine.imported").exists()


@pytest.mark.parametrize(
    "words", ["workout export --plugin mine.py --to mi", "workout --plugin mine.py export --to mi"]
)
@pytest.mark.usefixtures("mine")
def test_its_formats_are_completed(process, words):
    asked = {
        "_WORKOUT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    assert process(environ=asked).stdout.decode().split() == ["plain,mine"]
