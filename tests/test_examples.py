"""Every example is a document a person would want, and goes all the way to every format."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from every import every
from workout_core import (
    Registry,
    Workout,
    export,
    format_steps,
    parse_steps,
    read_document,
    read_text,
    write_yaml,
)

EXAMPLES = Path(__file__).parents[1] / "examples"
DOCUMENTS = sorted(EXAMPLES.rglob("*.yaml"))
WORKOUTS = [path for path in DOCUMENTS if isinstance(read_document(path), Workout)]
ADA = read_document(EXAMPLES / "ada.yaml")


@pytest.fixture(scope="module")
def registry():
    return Registry.discover()


def test_there_are_examples_of_all_that_is_promised():
    wanted = {
        "ada",
        "six-by-800",
        "cruise-intervals",
        "hill-repeats",
        "fartlek",
        "long-run",
        "run-walk",
        "over-unders",
        "pool-session",
        "strength-a",
        "strength-b",
        "drills-and-form",
        "mobility",
        "circuit",
        "course",
        "half-marathon",
        "first-5km",
    }
    assert wanted <= {path.stem for path in DOCUMENTS}


@pytest.mark.parametrize("format_name", ["fit", "ics", "json"])
@pytest.mark.parametrize("athlete", [ADA, None], ids=["for Ada", "for nobody"])
@every("path", WORKOUTS, ids=lambda path: path.stem)
def test_an_example_is_exported(path, format_name, athlete, registry):
    (file,) = export(
        read_document(path),
        format_name,
        registry=registry,
        athlete=athlete,
        name=path.stem,
        day=date(2026, 8, 4),
    )
    assert file.name == f"{path.stem}.{format_name}"
    assert len(file.data) > 100


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_canonical_form_of_an_example_is_the_same_document(path):
    document = read_document(path)
    assert read_text(write_yaml(document)) == document


@pytest.mark.parametrize("path", WORKOUTS, ids=lambda path: path.stem)
def test_the_steps_of_an_example_can_be_written_and_read_again(path):
    workout = read_document(path)
    assert parse_steps(format_steps(workout.items, workout.sport)) == workout.items


def test_the_example_plugin_is_one(registry):
    sys.path.insert(0, str(EXAMPLES / "plugin"))
    try:
        import workout_checklist
    finally:
        sys.path.pop(0)
    registry = Registry.of(workout_checklist)
    (file,) = export(
        read_document(EXAMPLES / "six-by-800.yaml"),
        "checklist",
        registry=registry,
        athlete=ADA,
        options={"box": "*"},
    )
    assert file.data.decode().splitlines()[:5] == [
        "6 × 800 m",
        "",
        "* Warm up 15 min at heart rate zone 2 (143–151 bpm)",
        "* 6 times:",
        "  * 800 m at 3:50–4:00/km – Relax the shoulders",
    ]
    assert file.losses == ()


@pytest.mark.slow
def test_the_example_plugin_passes_its_own_tests():
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        capture_output=True,
        text=True,
        cwd=EXAMPLES / "plugin",
        check=False,
    )
    assert tested.returncode == 0, tested.stdout


@pytest.mark.parametrize(
    ("script", "arguments", "printed"),
    [
        ("export_for_the_watch.py", [EXAMPLES / "six-by-800.yaml", EXAMPLES / "ada.yaml"], r"6-x-800-m\.fit"),
        ("build_in_python.py", [], r"6x\n  800m @ 3:50-4:00.*"),
    ],
    ids=["export_for_the_watch", "build_in_python"],
)
def test_a_script_runs(script, arguments, printed, tmp_path):
    result = subprocess.run(
        [sys.executable, EXAMPLES / "scripts" / script, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert re.search(printed, result.stdout)
