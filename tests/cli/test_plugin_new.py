"""``workout plugin new`` writes a plugin that works, and passes its tests, without an edit."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from distributions import Site

KINDS = {
    "exporter": (),
    "plan": ("--plan",),
    "importer": ("--importer",),
    "recipe": ("--recipe",),
    "transform": ("--transform",),
    "voice": ("--voice",),
    "everything": ("--exporter", "--importer", "--recipe", "--transform", "--voice"),
}
BAD = "cannot be a name (use lower-case letters, digits and hyphens)"
EACH = pytest.mark.parametrize("flags", KINDS.values(), ids=KINDS)


def install(folder: Path) -> None:
    """Leave beside the sources what pip would leave."""
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    points = project["entry-points"]["workout_core"]
    (name, module) = next(iter(points.items()))
    Site(folder / "src").describe(
        project["name"],
        metadata=f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",
        entry_points=f"[workout_core]\n{name} = {module}\n",
    )


def tool(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(folder / "src")},
    )


@EACH
def test_what_is_written_is_listed_and_is_clean(workout, folder, flags):
    done = workout("plugin", "new", "my-thing", *flags)
    assert done.code == 0
    assert done.err == "try it: pip install -e './my-thing[test]' && pytest my-thing\n"
    files = sorted(path for path in (folder / "my-thing").rglob("*") if path.is_file())
    assert sorted(done.out.splitlines()) == sorted(str(path.relative_to(folder)) for path in files)
    assert not [path.name for path in files if "{{name" in path.read_text("utf-8")]
    assert not [path.name for path in files if "{{module" in path.read_text("utf-8")]
    ruff = Path(sys.executable).with_name("ruff")
    if not ruff.exists():
        pytest.skip("ruff is not installed")
    for words in (["check", "--select", "F,I,E,W,UP,B,SIM,PT,D1"], ["format", "--check"]):
        checked = subprocess.run(
            [ruff, *words, "--no-cache", "."],
            cwd=folder / "my-thing",
            capture_output=True,
            text=True,
            check=False,
        )
        assert checked.returncode == 0, checked.stdout


@pytest.mark.slow
@EACH
def test_it_passes_its_own_tests(workout, folder, flags):
    workout("plugin", "new", "my-thing", *flags)
    tested = tool(folder / "my-thing", "pytest", "-q", "-p", "no:cacheprovider")
    assert tested.returncode == 0, tested.stdout


@pytest.mark.slow
@EACH
def test_it_passes_a_strict_type_checker(workout, folder, flags):
    pytest.importorskip("mypy")
    workout("plugin", "new", "my-thing", *flags)
    checked = tool(folder / "my-thing", "mypy", "--strict", "src")
    assert checked.returncode == 0, checked.stdout


def test_it_is_there_once_it_is_installed(workout, here, folder):
    workout("plugin", "new", "my-thing", "--exporter", "--importer", "--recipe", "--transform")
    install(folder / "my-thing")

    def run(*arguments: str) -> str:
        done = here(*arguments, path=str(folder / "my-thing" / "src"))
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    assert "workout-my-thing:my-thing" in run("plugins")
    written = run("export", "easy.yaml", "--to", "my-thing", "--out", "-")
    assert written == "Easy\nrunning\n\n30min @ 5:00/km\n"
    (folder / "easy.my-thing").write_text(written, "utf-8")
    assert run("read", "easy.my-thing") == "workout: Easy\nsport: running\nsteps: |\n  30min @ 5:00/km\n"
    assert "how many repetitions there are" in run("recipes", "my-thing")
    (folder / "cued.yaml").write_text('workout: Cued\nsteps: 30min @ 5:00/km "relax"\n', "utf-8")
    assert "RELAX" in run("export", "cued.yaml", "--to", "json", "--transform", "my-thing", "--out", "-")


@EACH
def test_what_its_readme_shows_runs(workout, folder, flags):
    workout("plugin", "new", "my-thing", *flags)
    install(folder / "my-thing")
    for leftover in folder.glob("*.yaml"):
        leftover.unlink()
    shown = (folder / "my-thing" / "README.md").read_text("utf-8").split("```")[1]
    first, *commands = shown.removeprefix("sh\n").splitlines()
    assert first == "pip install -e '.[test]'"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-ec", "\n".join(commands)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(folder / "my-thing" / "src")},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "my-thing" in done.stdout


def test_a_plan_is_written_by_the_plugin_for_plans(workout, here, folder):
    workout("plugin", "new", "agenda", "--plan")
    install(folder / "agenda")
    export = ("export", "form.yaml", "--to", "agenda", "--out", "-")
    done = here(*export, path=str(folder / "agenda" / "src"))
    assert done.stdout.decode() == (
        "Form\n\n2026-08-04 Hills\n30min @ 5:00/km\n\n2026-08-05 Call\n\n2026-08-06 Easy\n20min @ 6:00/km\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ("My Format",),
            1,
            "error: 'My Format' cannot be a name (use lower-case letters, digits and hyphens)",
        ),
        (("../out",), 1, "error: '../out' cannot be a name (use lower-case letters, digits and hyphens)"),
        (("x" * 41,), 1, f"error: '{'x' * 41}' is too long for a name (40 letters at most)"),
        (("fit",), 1, "error: 'fit' is offered by workout-core:fit (choose another name)"),
        (("race", "--recipe"), 1, "error: 'race' is offered by workout-core:recipes (choose another name)"),
        (("core",), 1, "error: the module 'workout_core' is installed already (choose another name)"),
        (("taken",), 1, "error: taken: is there already (give another name, or remove it)"),
    ],
    ids=["spaces", "a path", "long", "a format", "a recipe", "a module", "a folder"],
)
def test_a_name_that_is_bad_or_taken_is_refused(workout, folder, listing, arguments, code, message):
    (folder / "taken").mkdir()
    before = listing(".")
    done = workout("plugin", "new", *arguments)
    assert (done.code, done.out, done.err) == (code, "", f"{message}\n")
    assert listing(".") == before


def test_a_plan_and_another_kind_are_two_plugins(workout, listing):
    before = listing(".")
    done = workout("plugin", "new", "both", "--plan", "--importer")
    assert done.code == 2
    assert "--plan stands alone: a name is one format only (leave out the other kinds)" in done.err
    assert listing(".") == before
