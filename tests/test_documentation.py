"""What the documentation shows is true: documents read, notation parses, Python runs, commands print this."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import workout_core
from workout_core import parse_steps, read_text

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(
        found[1], found[2], id=f"{page.name}:{page.read_text('utf-8')[: found.start()].count(chr(10)) + 1}"
    )
    for page in PAGES
    for found in FENCE.finditer(page.read_text("utf-8"))
]


def _of(language: str) -> list:
    return [block for block in BLOCKS if block.values[0] == language]


@pytest.fixture
def beside_examples(tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_block_is_of_a_language_that_is_checked():
    assert {block.values[0] for block in BLOCKS} <= {
        "yaml",
        "json",
        "steps",
        "python",
        "console",
        "sh",
        "toml",
        "text",
    }


@pytest.mark.parametrize(("language", "text"), [*_of("yaml"), *_of("json")])
def test_documents_in_the_documentation_are_read(language, text):
    assert read_text(text, is_json=language == "json", folder=ROOT / "examples")


@pytest.mark.parametrize(("language", "text"), _of("steps"))
def test_notation_in_the_documentation_is_read(language, text):
    assert language == "steps"
    assert parse_steps(text)


@pytest.mark.parametrize(("language", "text"), _of("python"))
@pytest.mark.usefixtures("beside_examples")
def test_python_in_the_documentation_runs(language, text):
    assert language == "python"
    result = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def _commands(text: str) -> list[tuple[str, str]]:
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("language", "text"), _of("console"))
@pytest.mark.usefixtures("beside_examples")
def test_commands_in_the_documentation_print_what_is_shown(language, text):
    assert language == "console"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, output in _commands(text):
        result = subprocess.run(
            command,
            shell=True,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"PATH": path, "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        assert (result.stdout + result.stderr).startswith(output.rstrip("\n"))
        assert (result.returncode == 0) is (not output.startswith(("error:", "--steps:")))


def test_the_two_commands_of_the_readme_are_what_the_check_runs():
    readme, check = ((ROOT / name).read_text("utf-8") for name in ("README.md", ".ci/run"))
    install, tests = (
        found[2] for found in FENCE.finditer(readme) if found[1] == "sh" and ".venv/bin/pip" in found[2]
    )
    assert "workout export examples/six-by-800.yaml --athlete examples/ada.yaml --out out" in install
    assert "-m pytest" in tests
    (reader,) = re.findall(r"^readme\(\) \{\n.*?^\}\n", check, re.MULTILINE | re.DOTALL)
    for number, command in enumerate([install, tests], 1):
        assert f'\nbash -euxc "$(readme {number})"\n' in check
        read = subprocess.run(
            ["bash", "-c", f"{reader}readme {number}"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert read.stdout == command


def test_every_public_name_has_its_line_in_the_reference():
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `(\w+)` \| \S", page, re.MULTILINE)) == workout_core.__all__


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target
