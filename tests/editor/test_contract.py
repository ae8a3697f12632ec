"""The page of documentation says every question, with every field that it has and every one of its answer."""

import re
from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import attrs
import pytest

from workout_core.editor.answering import QUESTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "editor-answers.md").read_text("utf-8")
WORDS = frozenset(re.findall(r"\w+", PAGE))


def _records(hint: object) -> set[type]:
    """Return the records that a type is made of."""
    if isinstance(hint, type) and attrs.has(hint):
        inner = (each for each in get_type_hints(hint).values())
        return {hint}.union(*map(_records, inner))
    return set().union(*map(_records, get_args(hint)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_and_its_answer_are_written_down(question):
    room = import_module(f"workout_core.editor.{QUESTIONS[question].module}")
    asked, function = getattr(room, QUESTIONS[question].record), getattr(room, QUESTIONS[question].function)
    told = get_type_hints(function)["return"]
    fields = {each.name.rstrip("_") for record in _records(told) | {asked} for each in attrs.fields(record)}
    assert question in WORDS
    assert fields - WORDS == set()
