"""The command as a process of its own, against Python's start and the imports that a format needs."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

WORKOUT = [sys.executable, "-c", "from workout_core.cli.main import main; main()"]
DOCUMENT = "workout: 6 x 800 m\nsteps: |\n  warmup 15min\n  6x\n    800m @ 3:50-4:00/km\n    400m jog\n"
PYTHON = [sys.executable, "-c", "pass"]


def _process(*command: str) -> Callable[[], object]:
    return partial(subprocess.run, command, check=True, capture_output=True)


@pytest.fixture
def document(tmp_path) -> Path:
    path = tmp_path / "six.yaml"
    path.write_text(DOCUMENT, "utf-8")
    return path


def test_help_takes_little_more_than_the_start_of_python(race):
    medians = race(
        {"python -c pass": _process(*PYTHON), "workout --help": _process(*WORKOUT, "--help")}, rounds=9
    )
    assert medians["workout --help"] / medians["python -c pass"] <= 20


@pytest.mark.parametrize(
    ("name", "imports"),
    [
        ("fit", "import fit_tool.profile.messages.workout_step_message, yaml, attrs, click, pluggy"),
        ("ics", "import icalendar, yaml, attrs, click, pluggy"),
        ("json", "import json, yaml, attrs, click, pluggy"),
    ],
    ids=["fit", "ics", "json"],
)
def test_an_export_takes_little_more_than_the_imports_it_needs(race, document, tmp_path, name, imports):
    export = (*WORKOUT, "export", str(document), "--to", name, "--out", str(tmp_path))
    medians = race(
        {
            imports: _process(sys.executable, "-c", imports),
            f"workout export --to {name}": _process(*export),
            "python -c pass": _process(*PYTHON),
        },
        rounds=9,
    )
    assert (tmp_path / f"six.{name}").stat().st_size > 0
    assert medians[f"workout export --to {name}"] / medians[imports] <= 5
