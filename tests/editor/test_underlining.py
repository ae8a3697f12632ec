"""What is wrong is underlined at the very line and column that the command says, and as far as it goes."""

import json
from base64 import b64encode
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from commands import run_here
from questions import ask, errors

DOCUMENTS = Path(__file__).parents[1] / "documents"


def _table(name: str, table: str = "BROKEN") -> dict[str, tuple]:
    """Return the broken documents of another test, by what is wrong with each."""
    spec = spec_from_file_location(name, DOCUMENTS / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, table)


TABLES = {
    "broken": "broken.yaml",
    "broken_json": "broken.json",
    "broken_notation": "broken.yaml",
    "broken_people": "broken.yaml",
    "broken_steps": "broken.yaml",
    "broken_yaml": "broken.yaml",
}


def _said_by_the_command(name: str, folder: Path) -> list[tuple[int, int, str, str]]:
    done = run_here("check", name, "--json", folder=folder)
    (found,) = json.loads(done.stdout)
    return [(each["line"], each["column"], each["path"], each["message"]) for each in found["problems"]]


@pytest.mark.parametrize("table", TABLES)
def test_every_broken_document_is_told_as_the_command_tells_it(table, tmp_path):
    name = TABLES[table]
    for what, (text, _) in _table(f"test_{table}").items():
        if "\ud800" in text:
            continue  # which no file can hold
        (tmp_path / name).write_text(text, "utf-8", newline="")
        told = ask("analyse", text=text, name=name)
        if not text.strip():
            assert told == {**told, "kind": "none", "problems": []}, what
            continue
        if "\0" in text:  # what is no text to the command has been typed here, and has a place
            assert errors(told) == [(1, 11, "", "holds the control character U+0000 (remove it)")]
            continue
        assert errors(told) == _said_by_the_command(name, tmp_path) != [], what
        for each in told["problems"]:
            _is_underlined(each, text, what)


def _is_underlined(told: dict, text: str, what: str) -> None:
    """Look at where a remark begins and ends: in one line, a letter long at least."""
    if not told["line"]:
        assert (told["column"], told["end_line"], told["end_column"]) == (0, 0, 0), what
        return
    assert told["end_line"] == told["line"], what
    assert told["end_column"] > told["column"] >= 1, what
    longest = max(map(len, text.replace("\r", "\n").split("\n")))
    assert told["end_column"] <= longest + 2, what


def test_every_broken_file_is_told_as_the_command_tells_it(tmp_path):
    for what, (data, _) in _table("test_broken_bytes").items():
        (tmp_path / "broken.yaml").write_bytes(data)
        told = ask("open", name="broken.yaml", data=b64encode(data).decode())
        if not told["problems"] and not told["text"].strip():
            continue  # nothing is written yet
        if not told["problems"]:
            told = ask("analyse", text=told["text"], name="broken.yaml")
        assert errors(told) == _said_by_the_command("broken.yaml", tmp_path), what


@pytest.mark.parametrize(
    ("text", "marked", "suggestion"),
    [
        ("warmpu 10min", "warmpu", "warmup"),
        ("10min 800", "800", None),
        ("10min @ 4:10-", "4:10-", None),
        ("10min @ Z11 HR", "Z11", None),
        ('10min "Easy', '"Easy', None),
        ("workout: A\nsprot: running\nsteps: 10min", "sprot", "sport"),
        ("workout: A\nsport: runing\nsteps: 10min", "runing", "running"),
        ("workout: A\nsteps: |\n  10min\n  5km jgo # back", "jgo", "jog"),
        ("workout: A\nrecipe: negativ-split\ngoal: 40:00", "negativ-split", "negative-split"),
        ("workout: A\nsteps: ['10min', 'jgo 5min']", "jgo", "jog"),
        ("workuot: A\nsteps: 10min", "workuot", "workout"),
        ("workout: 'Ada's run'\nsteps: 10min", "s", None),
        ('{"workout": "A", "steps": "10min jgo"}', "jgo", "jog"),
    ],
    ids=str,
)
def test_a_mistake_is_underlined_from_its_beginning_to_its_end(text, marked, suggestion):
    first = ask("analyse", text=text)["problems"][0]
    line = text.split("\n")[first["line"] - 1]
    assert line[first["column"] - 1 : first["end_column"] - 1] == marked
    assert first.get("suggestion") == suggestion


def test_a_question_is_asked_at_its_step():
    text = "workout: A\nsteps: |\n  warmup 10min\n  3x\n    400m @ 1:00/km  # fast\n    200m jog\n"
    first = ask("analyse", text=text)["problems"][0]
    assert (first["severity"], first["line"], first["column"], first["end_column"]) == ("question", 5, 5, 19)
    assert first["path"] == "steps[1].steps[0].target"
    assert first["message"].startswith("1:00/km? (nobody is faster than")


def test_what_is_wrong_with_another_text_is_told_with_its_name():
    plan = "plan: A\nstart: 2026-08-03\nweeks:\n  - mon: easy.yaml\n"
    told = ask("analyse", text=plan, name="plan.yaml", files={"easy.yaml": "workout: E\nsteps: jgo 10min\n"})
    assert [(each["file"], each["line"], each["column"]) for each in told["problems"]] == [
        ("easy.yaml", 2, 8)
    ]


@pytest.mark.parametrize("mark", ["\U0001f600", "é", "日本"])
def test_columns_count_characters(mark):
    text = f'10min "{mark}"; 5km jgo'
    first = ask("analyse", text=text)["problems"][0]
    assert text[first["column"] - 1 : first["end_column"] - 1] == "jgo"
