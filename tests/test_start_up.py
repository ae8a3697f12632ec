"""Nothing is imported before it is needed: seen in a fresh interpreter, not with a stopwatch."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from distributions import Site, offering

HEAVY = {"fit_tool", "fitdecode", "icalendar", "jinja2", "pyexpat", "segno", "wcwidth", "xml", "yaml"}
COMMAND = "from workout_core.cli.main import run; run({arguments})"
READING = "import workout_core; workout_core.read_document({file!r})"
WATCHED = """\
import os, sys
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
{code}
os.write(out, " ".join(sorted({{name.partition(".")[0] for name in sys.modules}})).encode())
"""
DOCUMENT = '{"workout": "Easy", "steps": "30min @ 5:00/km"}'

PLAN = '{"plan": "P", "start": "2026-08-03", "weeks": [{"mon": "easy 30min"}]}'
BAND = ("pace", "--distance", "5km", "--goal", "25:00", "--band")
RIDE = Path(__file__).with_name("fixtures") / "fit" / "trainerroad" / "trainerroad_744490.fit"
STRENGTH = '{"workout": "Strength", "sport": "strength", "steps": "Back squat 3x8 @ 60kg, rest 60s"}'


@pytest.fixture
def imported(tmp_path):
    """Run code in a fresh interpreter, and tell which of the heavy packages it imported."""
    (tmp_path / "easy.json").write_text(DOCUMENT, "utf-8")
    (tmp_path / "easy.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "plan.json").write_text(PLAN, "utf-8")
    (tmp_path / "strength.json").write_text(STRENGTH, "utf-8")
    (tmp_path / "ride.fit").write_bytes(RIDE.read_bytes())

    def call(code: str, **environ: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", WATCHED.format(code=code)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": ""} | environ,
            stdout=subprocess.PIPE,
            check=True,
        )
        return set(done.stdout.decode().split())

    return call


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import workout_core", set()),
        (COMMAND.format(arguments=["--help"]), set()),
        (COMMAND.format(arguments=["--version"]), set()),
        (COMMAND.format(arguments=["export", "--help"]), set()),
        (COMMAND.format(arguments=["plan", "--help"]), set()),
        (COMMAND.format(arguments=["formats"]), set()),
        (COMMAND.format(arguments=["formats", "fit"]), set()),
        (COMMAND.format(arguments=["formats", "fit-schedule"]), set()),
        (COMMAND.format(arguments=["plugins"]), set()),
        (COMMAND.format(arguments=["transforms"]), set()),
        (COMMAND.format(arguments=["show", "easy.json", "--transform", "shorten to=10min"]), set()),
        (COMMAND.format(arguments=["schema"]), set()),
        (COMMAND.format(arguments=["check", "easy.json"]), set()),
        (COMMAND.format(arguments=["check", "easy.yaml"]), {"yaml"}),
        (COMMAND.format(arguments=["fmt", "easy.json"]), set()),
        (COMMAND.format(arguments=["fmt", "easy.yaml"]), {"yaml"}),
        (COMMAND.format(arguments=["show", "easy.json", "--json"]), set()),
        (COMMAND.format(arguments=["show", "easy.json"]), set()),
        (COMMAND.format(arguments=["export", "easy.json", "--to", "json", "--out", "o"]), set()),
        (COMMAND.format(arguments=["export", "easy.yaml", "--to", "json"]), {"yaml"}),
        (COMMAND.format(arguments=["export", "--steps", "10min", "--to", "json"]), set()),
        (COMMAND.format(arguments=["export", "--steps", "10min", "--to", "svg"]), set()),
        (COMMAND.format(arguments=["export", "--steps", "half marathon", "--to", "json"]), set()),
        (COMMAND.format(arguments=["exercises"]), set()),
        (COMMAND.format(arguments=["exercises", "plank"]), set()),
        (COMMAND.format(arguments=["check", "strength.json"]), set()),
        (COMMAND.format(arguments=["export", "strength.json", "--to", "json"]), set()),
        (COMMAND.format(arguments=["export", "--steps", "10min", "--to", "fit"]), set()),
        (COMMAND.format(arguments=["export", "easy.json", "--to", "fit-schedule"]), set()),
        (COMMAND.format(arguments=["export", "strength.json", "--to", "fit"]), set()),
        (COMMAND.format(arguments=[*BAND, "band.txt"]), set()),
        (COMMAND.format(arguments=[*BAND, "band.html"]), {"jinja2"}),
        (COMMAND.format(arguments=["plan", "show", "plan.json"]), {"wcwidth"}),
        (COMMAND.format(arguments=["plan", "show", "plan.json", "--html", "plan.html"]), {"jinja2"}),
        (COMMAND.format(arguments=["export", "plan.json", "--to", "json", "--out", "o"]), set()),
        (COMMAND.format(arguments=["read", "ride.fit", "-o", "ride.json"]), {"fitdecode"}),
        (READING.format(file="strength.json"), set()),
        (READING.format(file="easy.json"), set()),
        (READING.format(file="easy.yaml"), {"yaml"}),
    ],
)
def test_only_what_is_needed_is_imported(imported, code, needed):
    assert imported(code) & HEAVY == needed


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("fit", {"icalendar", "wcwidth", "yaml"}),
        ("fit-schedule", {"icalendar", "wcwidth", "yaml"}),
        ("ics", {"fit_tool", "icalendar", "wcwidth", "yaml"}),
    ],
)
def test_a_format_imports_its_own_machine_and_no_other(imported, name, others):
    code = COMMAND.format(arguments=["export", "easy.json", "--to", name])

    assert not imported(code) & others


def test_plugins_are_found_without_a_parser_of_mail(imported):
    found = imported(COMMAND.format(arguments=["export", "--steps", "10min", "--to", "fit"]))

    assert {"fastcrc", "workout_fit"} <= found
    assert not found & {"email", "zipfile"}


@pytest.mark.parametrize("arguments", [["--help"], ["plan", "--help"], ["--version"]], ids=" ".join)
def test_help_imports_click_and_the_groups_and_nothing_else(tmp_path, arguments):
    code = COMMAND.format(arguments=arguments) + "; import sys; print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    ours = {name for name in done.stdout.split() if name.startswith("workout_core.")}
    needed = {"", ".main", ".discovered", ".failures", ".lazy_group", ".speaking", ".terminal", ".plan"}
    languages = {"workout_core.languages", "workout_core.languages.spoken"}
    assert ours <= {f"workout_core.cli{name}" for name in needed} | languages
    assert not {"attr", "shutil"} & set(done.stdout.split())


@pytest.mark.parametrize("to", ["fit", "ics"])
def test_notation_on_the_command_line_imports_no_documents(tmp_path, to):
    code = COMMAND.format(arguments=["export", "--steps", "6x(800m @ 4:00/km, 400m jog)", "--to", to])

    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    modules = set(done.stdout.split())
    assert not {name for name in modules if name.startswith("workout_core.documents.")}
    assert "workout_core.notation.writer" not in modules


def test_importing_the_package_imports_the_standard_library_at_most(imported):
    found = imported("import workout_core") - imported("")

    assert found - sys.stdlib_module_names == {"workout_core"}


def test_help_loads_no_plugin(imported, tmp_path):
    site = Site(tmp_path)
    site.install("acme", offering("[exporter()]"))

    for arguments in (["--help"], ["export", "--help"], ["check", "easy.json"]):
        imported(COMMAND.format(arguments=arguments), PYTHONPATH=str(site.folder))
        assert site.imported() == set()


@pytest.mark.parametrize(
    ("steps", "cooked"),
    [
        ('"steps": "30min @ 5:00/km"', set()),
        ('"steps": "race 5km in 25:00"', {"races"}),
        ('"recipe": "strides"', {"intervals"}),
    ],
    ids=["steps", "race", "recipe"],
)
def test_only_a_document_with_a_recipe_imports_it(tmp_path, steps, cooked):
    (tmp_path / "easy.json").write_text(f'{{"workout": "Easy", {steps}}}', "utf-8")
    code = READING.format(file="easy.json") + "; import sys; print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    kitchens = {"races", "progressive", "intervals", "ladders", "long_runs", "trials"}
    assert {each for each in kitchens if f"workout_core.recipes.{each}" in done.stdout.split()} == cooked
