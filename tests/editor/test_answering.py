"""One entry: a question in JSON, its answer in JSON, whatever is asked."""

import json

import pytest

from workout_core.editor.answering import QUESTIONS, answer


def asked(question: str, **what: object) -> object:
    return json.loads(answer(question, json.dumps(what)))


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        ("analise", "{}", "'analise' is not a question (did you mean 'analyse'?)"),
        ("analyse", "{}", "text: is needed"),
        ("analyse", "[]", "a question is an object (like '{\"text\": \"10min @ easy\"}')"),
        ("analyse", '{"text": 1}', "text: must be a text"),
        ("analyse", '{"text": "", "nmae": ""}', "'nmae' is not asked here (did you mean 'name'?)"),
        ("analyse", "nul", "is no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("take", '{"text": "5km", "now": "2026-08-03T10:00:00Z"}', "today: is needed"),
        ("take", '{"text": "5km", "now": "x"}', "now: 'x' is not a moment (like '2026-08-03T10:00:00Z')"),
        ("losses", '{"text": "5km", "today": "3 Aug"}', "today: '3 Aug' is not a date (like '2026-08-03')"),
        ("open", '{"data": "%"}', "data: must be in base64"),
        ("watch", '{"text": "5km", "family": "sqare"}',
         "'sqare' is not a family of watches (did you mean 'square'?)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_question_is_a_problem(question, given, message):
    told = json.loads(answer(question, given))
    assert [each["message"] for each in told["problems"]] == [message]


def test_a_mistake_of_the_toolkit_is_told_as_such(monkeypatch):
    monkeypatch.setattr("workout_core.editor.listing.registry", lambda: 1 / 0)
    told = asked("recipes")["internal_error"]
    assert told["message"] == "ZeroDivisionError: division by zero"
    assert "in recipes" in told["trace"]


def test_every_question_has_its_record_and_its_function():
    for name in QUESTIONS:
        assert "internal_error" not in json.loads(answer(name, "{}"))
