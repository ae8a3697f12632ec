"""What the documentation shows is true: documents read, notation parses, Python runs, commands print this."""

import inspect
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import workout_core
from commands import run_here
from every import every
from test_hostile_plugins import HOSTILE
from workout_core import parse_steps, read_text

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(
        found[1],
        found[2],
        id=f"{page.relative_to(ROOT)}:{page.read_text('utf-8')[: found.start()].count(chr(10)) + 1}",
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
def test_python_in_the_documentation_runs(monkeypatch, language, text):
    assert language == "python"
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        exec(compile(text, "shown", "exec"), vars(sys.modules["__main__"]))


def _commands(text: str) -> list[tuple[str, str]]:
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("language", "text"), _of("console"))
def test_commands_in_the_documentation_print_what_is_shown(beside_examples, language, text):
    assert language == "console"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, output in _commands(text):
        words = shlex.split(command, comments=True)
        if words[0] == "workout" and not {*command} & {*"|<>;&$`*?"}:
            done = run_here(*words[1:], folder=beside_examples)
            assert (done.stdout + done.stderr).decode().startswith(output.rstrip("\n"))
            assert (done.returncode == 0) is (not output.startswith(("error:", "--steps:")))
            continue
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


TOOLS = {"bash", "nice", "pip", "pre-commit", "pytest", "python", "python3", "sphinx-build"}
"""What developers run in a shell; .ci/run does, or it would take hours or reach the network."""


def _first_word(line: str) -> str:
    return next(word for word in line.split() if "=" not in word).removeprefix(".venv/bin/")


@pytest.mark.parametrize(("language", "text"), _of("sh"))
def test_commands_without_output_in_the_documentation_run(beside_examples, language, text):
    assert language == "sh"
    lines = text.splitlines()
    if not all(line.startswith("workout ") for line in lines):
        assert {_first_word(line) for line in lines} <= TOOLS
        return
    for line in lines:
        done = run_here(*shlex.split(line)[1:], folder=beside_examples)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("language", "text"), _of("toml"))
def test_projects_in_the_documentation_are_plugins(language, text):
    assert language == "toml"
    described = tomllib.loads(text)
    (module,) = described["project"]["entry-points"]["workout_core"].values()
    assert described["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"] == [f"{module}.py"]
    assert described["project"]["name"] == module.replace("_", "-")


def test_every_fence_is_one_of_those_blocks():
    for page in PAGES:
        fences = re.findall(r"^ *(?:```|~~~)(.*)$", page.read_text("utf-8"), re.MULTILINE)
        opened = [fence for fence in fences if fence]
        assert len(fences) == 2 * len(opened), page
        for fence in opened:
            directive = fence.startswith("{") and page.parent != ROOT
            assert directive or re.fullmatch(r"\w+", fence), (page, fence)


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
    page = (DOCS / "api.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `(\w+)` \| \S", page, re.MULTILINE)) == workout_core.__all__


def _anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of a page, as GitHub and the site make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    for target, anchor in re.findall(r"\]\(([^)#]*)(?:#([^)]+))?\)", page.read_text("utf-8")):
        if "://" not in target:
            place = page.parent / target if target else page
            assert place.exists(), target
            assert not anchor or anchor in _anchors(place), f"{target}#{anchor}"
        elif page.is_relative_to(DOCS):
            assert not target.startswith("file:")


def test_the_front_page_leads_to_every_page_once():
    listed = re.findall(r"^\* \[[^]]+\]\((.+?)\)", (DOCS / "index.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(
        page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md") if page.name != "index.md"
    )


def test_the_reference_shows_every_section_of_the_public_names_and_what_plugins_are_tested_with():
    shown = [
        found[1]
        for page in (DOCS / "reference").glob("*.md")
        for found in re.finditer(r"^```\{public-names\} (.+)$", page.read_text("utf-8"), re.MULTILINE)
    ]
    sections = re.findall(r"^## (.+)$", (DOCS / "api.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted([*sections, "workout_core.testing"])


@every("name", workout_core.__all__)
def test_the_docstring_of_a_record_describes_every_field(name):
    kind = getattr(workout_core, name)
    if not (isinstance(kind, type) and attrs.has(kind)):
        return
    docstrings = "\n".join(inspect.getdoc(base) or "" for base in kind.__mro__ if base is not object)
    for field in attrs.fields(kind):
        if field.init and not field.name.startswith("_") and "parameter" not in field.metadata:
            assert re.search(rf"^    {field.name}: \S|\*{field.name}\*", docstrings, re.MULTILINE), field.name


def test_reasons_in_the_page_on_debugging_are_those_that_plugins_get():
    page = (DOCS / "debugging.md").read_text("utf-8").partition("## Messages")[2]
    told = re.findall(r"^\| `(.+?)` \| [a-z]", page, re.MULTILINE)
    assert len(told) >= 10
    entry_point = "AttributeError: module 'hollow' has no attribute 'nothing'"
    given = [entry_point, *(reason.partition(": ")[2] for _, reason in HOSTILE.values())]
    for reason in told:
        pattern = re.escape(reason).replace("…", ".+")
        assert any(re.fullmatch(pattern, each) for each in given), reason
