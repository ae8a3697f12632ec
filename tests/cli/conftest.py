"""A folder with documents to work in, and the command run in this process or in one of its own."""

import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from commands import run_here
from distributions import WORKOUT, Site
from workout_core.cli.main import run
from workout_core.files.manifest import NAME as MANIFEST

DOCUMENTS = {
    "six.yaml": """\
workout: Six by 800
steps: |
  warmup 15min @ Z2 HR
  6x
    800m @ 3:50-4:00/km "Relax the shoulders"
    400m jog
  cooldown 10min @ easy
""",
    "easy.yaml": "workout: Easy\nsteps: 30min @ 5:00/km\n",
    "ada.yaml": "athlete: Ada\nthreshold_pace: 4:45/km\nmax_heart_rate: 186\nthreshold_heart_rate: 168\n",
    "form.yaml": """\
plan: Form
timezone: Europe/Warsaw
sessions:
  - {slot: a, date: 2026-08-04, at: 7:00, workout: {workout: Hills, steps: 30min @ 5:00/km}}
  - {slot: b, date: 2026-08-05, event: {event: Call}}
  - {slot: c, date: 2026-08-06, workout: {workout: Easy, steps: 20min @ 6:00/km}}
""",
    "broken.yaml": "workout: Broken\nsprot: running\nsteps: 10min jgo\n",
}


@frozen
class Done:
    """What a command left behind: its exit code, and what it said on both streams."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a few documents, at a fixed moment and in a terminal of 60 columns."""
    for name, text in DOCUMENTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")
    for name in ("NO_COLOR", "FORCE_COLOR", "WORKOUT_PLUGINS", "WORKOUT_DISABLE", "WORKOUT_ROOT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def workout(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run a command in this process."""

    def call(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(list(arguments))
        return Done(code, *capfd.readouterr())

    return call


@pytest.fixture
def process(folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command in a process of its own."""

    def call(*arguments: str, stdin: bytes = b"", **how: object) -> subprocess.CompletedProcess[bytes]:
        environ = os.environ | dict(how.pop("environ", {}))
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
        return subprocess.run(
            [WORKOUT, *arguments], cwd=folder, input=stdin, env=environ, check=False, **streams
        )

    return call


@pytest.fixture
def here(folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command in this process as the fixture *process* runs it, all of it, in bytes."""

    def call(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
        return run_here(*arguments, folder=folder, stdin=stdin, **environ)

    return call


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Make a folder of plugins that processes see."""
    made = Site(tmp_path_factory.mktemp("site"))
    monkeypatch.setenv("PYTHONPATH", str(made.folder))
    return made


@pytest.fixture
def listing(folder: Path) -> Callable[[str], list[str]]:
    """List the files and folders below a folder, all but the list of what was exported there."""

    def below(name: str = ".") -> list[str]:
        root = folder / name
        found = (path for path in root.rglob("*") if path.name != MANIFEST)
        return sorted(path.relative_to(root).as_posix() for path in found)

    return below
