"""Whatever somebody pastes into an editor is answered in time, and never becomes code."""

import json
from base64 import b64encode
from random import Random
from time import process_time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import CLOCK, ask
from workout_core.editor.answering import QUESTIONS, answer

PLAN = "plan: A\nstart: 2026-08-03\nworkouts:\n"
SCRIPT = "<script>alert(1)</script>"
MUCH = {
    "a million letters": "a" * 1_000_000,
    "a million spaces": " " * 1_000_000 + "x",
    "a million brackets": "(" * 1_000_000,
    "a million quotes": '"' * 1_000_000,
    "a million lines": "\n" * 1_000_000 + "10min",
    "many steps": "10min @ easy\n" * 80_000,
    "a long line of steps": "10min, " * 140_000,
    "many keys": "workout: A\n" + "".join(f"key{n}: a\n" for n in range(80_000)),
    "deep brackets": "workout: " + "[" * 100_000,
    "deep braces": '{"workout": ' * 50_000,
    "deep indentation": "workout: A\nsteps: |\n" + "".join(f"{' ' * (2 + n)}2x\n" for n in range(1_400)),
    "a long word in a document": "workout: A\nsteps: " + "x" * 1_000_000,
    "colons": ":" * 1_000_000,
    "dashes": "- " * 500_000,
    "tabs": "\t" * 1_000_000,
}
OF_A_TEXT = ("analyse", "tokens", "complete", "take", "run", "watch", "open", "athlete")
ODD = ("10min\0", "\0", "workout: A\0\nsteps: 10min", "10min \ud800", "\ufeff10min", "\x1b[31m10min")
LONGEST = 8.0
"""Seconds of a processor; a page stops a worker that takes longer."""


@pytest.mark.slow
@pytest.mark.parametrize("question", OF_A_TEXT)
@pytest.mark.parametrize("what", MUCH)
def test_a_megabyte_of_anything_is_answered_in_time(question, what):
    asked = {"text": MUCH[what]}
    if question == "complete":
        asked |= {"line": 1, "column": len(MUCH[what].split("\n")[0]) + 1}
    if question == "take":
        asked |= CLOCK
    before = process_time()
    ask(question, **asked)
    assert process_time() - before < LONGEST


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_a_question_that_is_nested_deep_is_refused(depth):
    told = json.loads(answer("analyse", "[" * depth + "]" * depth))
    assert len(told["problems"]) == 1


@pytest.mark.parametrize("text", ODD)
def test_odd_letters_are_answered(text):
    for question in ("analyse", "tokens", "run", "watch", "open"):
        ask(question, text=text)


def test_a_name_is_words_in_a_picture_and_never_code():
    head = f"workout: {SCRIPT}\ndescription: {SCRIPT}\n"
    told = ask("analyse", text=f'{head}steps: |\n  10min "{SCRIPT}"\n  "{SCRIPT}": 5km\n')
    root = ET.fromstring(told["picture"])
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "path", "text", "g", "line"}
    assert "<script" not in told["picture"]
    assert "alert(1)" in root.find("{http://www.w3.org/2000/svg}title").text


def test_a_session_is_words_in_a_small_picture():
    plan = f"{PLAN}  a: {{workout: '{SCRIPT}', steps: 10min}}\nweeks:\n  - mon: a\n"
    (week,) = ask("analyse", text=plan)["plan"]["weeks"]
    picture = week["days"][0]["sessions"][0]["picture"]
    assert "<script" not in picture
    assert ET.fromstring(picture) is not None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.fit", b"\x0e\x10\x00\x00\xff\xff\xff\xff.FIT" + Random(1).randbytes(2_000)),
        ("a.fit", b""),
        ("a.zwo", b"<workout_file>" * 10_000),
        ("a.gpx", b"<!DOCTYPE x>"),
        ("a.bin", Random(2).randbytes(100)),
    ],
    ids=range(5),
)
def test_rubbish_in_a_file_is_a_problem(name, data):
    told = ask("open", name=name, data=b64encode(data).decode())
    assert told["text"] == ""
    assert [each["severity"] for each in told["problems"]] == ["error"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a/../../ada", "C:\\ada", "\0", "x" * 300, "."]
)
def test_a_document_sees_no_file_but_those_that_are_held(name):
    plan = f"{PLAN}  a: {json.dumps(name + '.yaml')}\nweeks:\n  - mon: a\n"
    told = ask("analyse", text=plan, name="plan.yaml", files={"other.yaml": "workout: A\nsteps: 10min"})
    assert [each["severity"] for each in told["problems"]] == ["error"]
    assert told["problems"][0]["line"] == 4


def test_a_document_that_names_itself_is_refused():
    plan = f"{PLAN}  a: plan.yaml\nweeks:\n  - mon: a\n"
    told = ask("analyse", text=plan, name="plan.yaml", files={"plan.yaml": plan})
    said = "'plan.yaml' is this document, or one that names it"
    assert [each["message"] for each in told["problems"]] == [said]


FIELDS = (
    *("text", "name", "athlete", "files", "to", "line", "column", "session", "values"),
    *("today", "now", "data", "options"),
)
SHORT = st.text(max_size=9)
ANYTHING = st.one_of(
    *(st.none(), st.integers(), st.just("2026-08-03"), st.text(max_size=30)),
    *(st.lists(SHORT, max_size=3), st.dictionaries(SHORT, SHORT, max_size=3)),
)
LETTERS = "workutsep: \n|-{}[]()0123456789xkm@Z#\"'\\,;~%/é\t&*!"


@given(st.sampled_from(sorted(QUESTIONS)), st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_whatever_is_asked_is_answered_or_refused(question, asked):
    ask(question, **asked)


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=200))
def test_whatever_is_typed_is_answered(text):
    ask("analyse", text=text)
    ask("tokens", text=text)
    ask("complete", text=text, line=text.count("\n") + 1, column=99)
