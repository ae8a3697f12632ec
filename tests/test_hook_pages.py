"""The pages of the hooks show every hook, record and context as the code has them."""

import inspect
import re
from importlib import import_module
from pathlib import Path

import attrs
import pytest

import workout_core
from workout_core import hookspecs
from workout_core.fields.measures import MEASURES
from workout_core.plugins import HOOKS
from workout_core.testing import ExporterKit, ImporterKit, TransformKit, VoiceKit, faults

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {hook: DOCS / "hooks" / f"{hook.removeprefix('workout_')}.md" for hook in HOOKS}
TABLE = re.compile(r"^\| (?:field|member) of `(\w+)` \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", re.MULTILINE)
TABLES = {
    name: rows.replace("\\|", "¦").splitlines()
    for page in PAGES.values()
    for name, rows in TABLE.findall(page.read_text("utf-8"))
}
RECORDS = [
    "Exporter",
    "Capabilities",
    "Revision",
    "RevisionContext",
    "Importer",
    "Transform",
    "Recipe",
    "Movement",
    "Voice",
    "WatchProfile",
]
CONTEXTS = ["ExportContext", "ImportContext", "TransformContext", "VoiceContext"]
OTHER_FUNCTIONS = ("recognises", "read_all", "read_activity", "revise", "version")
IN_EVERY_CONTEXT = {"options", "exercises", "lose", "losses"}


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("¦", "|") for cell in row.strip("|").split("|")]


def _types(name: str) -> dict[str, str]:
    """Return the fields of a record and their types, as its module spells them."""
    kind = getattr(workout_core, name)
    return {each.name: inspect.get_annotations(kind)[each.name] for each in attrs.fields(kind)}


def _members(name: str) -> set[str]:
    kind = getattr(workout_core, name)
    return {each for each in dir(kind) if not each.startswith("_")}


def test_the_pages_are_those_of_the_hooks_and_describe_their_records():
    assert sorted(PAGES.values()) == sorted((DOCS / "hooks").glob("*.md"))
    assert set(TABLES) == {*RECORDS, *CONTEXTS}
    assert {kind.partition(":")[2] for kind in HOOKS.values()} == set(RECORDS) - {
        "Capabilities",
        "Revision",
        "RevisionContext",
    }


@pytest.mark.parametrize("hook", HOOKS)
def test_a_page_shows_its_hook_with_the_exact_signature(hook):
    returned = inspect.signature(getattr(hookspecs, hook)).return_annotation
    assert re.search(
        rf"^ *def {hook}\(\) -> {re.escape(returned)}:$", PAGES[hook].read_text("utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_documented_with_every_field_and_its_type(name):
    told = {cells[0].strip("`"): cells[1].strip("`") for cells in map(_cells, TABLES[name])}
    assert told == _types(name)
    assert list(told) == list(_types(name))


@pytest.mark.parametrize(
    "hook", [hook for hook in HOOKS if hook not in ("workout_exercises", "workout_watches")]
)
def test_the_function_of_a_record_has_its_signature_in_words_and_as_code(hook):
    name = HOOKS[hook].partition(":")[2]
    ((function, given, returned),) = [
        (field, *re.fullmatch(r"Callable\[\[(.+)\], (.+)\]", kind).groups())
        for field, kind in _types(name).items()
        if kind.startswith("Callable") and field not in OTHER_FUNCTIONS
    ]
    page = PAGES[hook].read_text("utf-8")
    ((arguments, told),) = re.findall(
        rf"the function: `{function}\((.+?)\) -> (.+?)`", page.replace("\\|", "|")
    )
    assert told == returned
    assert len(arguments.split(",")) == len(re.sub(r"\[.*?\]", "", given).split(","))


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_context_is_documented_with_every_member(name):
    told = {word for row in TABLES[name] for word in re.findall(r"`(\w+)[`(]", _cells(row)[0])}
    assert told == _members(name)
    for signature in re.findall(r"^\| `(\w+\(.*?\))`", "\n".join(TABLES[name]), re.MULTILINE):
        function, _, arguments = signature.rstrip(")").partition("(")
        parameters = list(inspect.signature(getattr(getattr(workout_core, name), function)).parameters)[1:]
        assert [each.partition("=")[0].strip() for each in arguments.split(",")] == parameters


def test_what_every_context_has_is_on_the_page_of_all_hooks():
    page = (DOCS / "hooks.md").read_text("utf-8")
    section = page.partition("## The context\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)", section, re.MULTILINE)) == IN_EVERY_CONTEXT
    assert set.intersection(*map(_members, CONTEXTS)) == IN_EVERY_CONTEXT


def test_a_loss_is_documented_with_every_field():
    page = (DOCS / "hooks.md").read_text("utf-8")
    section = page.partition("## Losses\n")[2].partition("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert told == [each.name for each in attrs.fields(workout_core.Loss)]


def test_every_kind_of_parameter_is_on_the_page_of_all_hooks():
    page = (DOCS / "hooks.md").read_text("utf-8")
    section = page.partition("## Options and parameters\n")[2].partition("\n## ")[0]
    assert set(MEASURES) <= set(re.findall(r"`([^`\n]+)`", section))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "offers", "settings"),
    [
        ("importers", "Minutes", {"samples": {"easy.min": b"30 easy\n5\n"}}),
        ("importers", "OneTime", {"samples": {"easy.time": b"#time 30"}}),
        ("exporters", "Trainer", {}),
        ("exporters", "Days", {}),
        ("transforms", "Rename", {}),
        ("transforms", "Heat", {}),
        ("voices", "Hum", {}),
    ],
)
def test_an_example_passes_the_tests_that_its_readers_are_told_to_run(
    tmp_path, monkeypatch, page, offers, settings
):
    text = (DOCS / "hooks" / f"{page}.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (block,) = (each for each in blocks if f"\nclass {offers}:" in each)
    name = f"example_{offers.lower()}"
    hook = f"workout_{page} = {offers}.workout_{page}\n"
    (tmp_path / f"{name}.py").write_text(f"{block}\n{hook}", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    kit = {
        "exporters": ExporterKit,
        "importers": ImporterKit,
        "transforms": TransformKit,
        "voices": VoiceKit,
    }[page]
    assert faults(kit, plugin=import_module(name), **settings) == {}
