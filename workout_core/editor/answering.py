"""The one entry: a question in JSON → its answer in JSON, whatever happens."""

from __future__ import annotations

import json
import traceback
from base64 import b64encode
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from workout_core.editor.asking import plain, read_question
from workout_core.editor.desk import heard, problems_of
from workout_core.editor.underlining import Remark, Severity, remarks
from workout_core.errors import InvalidWorkout, WorkoutError, say_error, shown, suggestion
from workout_core.languages import Language, language_scope, speak

LARGEST: Final = 40_000_000
"""Letters of a question: a file of the largest size in base64, and more."""


class Question(NamedTuple):
    """What is asked: the room, the record and the function; each is imported when it is first asked for."""

    module: str
    record: str
    function: str


LANGUAGE: Final = "language"
"""The field of every question that says what its answer is told in: ``de``."""

QUESTIONS: Final[Mapping[str, Question]] = MappingProxyType(
    {
        "analyse": Question("analysing", "Analyse", "analyse"),
        "athlete": Question("athletes", "Portray", "portray"),
        "complete": Question("completing", "Complete", "complete"),
        "formats": Question("listing", "ListFormats", "formats"),
        "keep": Question("changing", "KeepSession", "change"),
        "losses": Question("losing", "Losing", "losses"),
        "move": Question("changing", "MoveSession", "change"),
        "pages": Question("printing", "Print", "pages"),
        "open": Question("opening", "Open", "open_"),
        "pause": Question("changing", "PausePlan", "change"),
        "recipe": Question("cooking", "Cook", "cook"),
        "recipes": Question("listing", "ListRecipes", "recipes"),
        "run": Question("running", "Rehearse", "rehearse"),
        "shift": Question("changing", "ShiftPlan", "change"),
        "skip": Question("changing", "SkipSession", "change"),
        "swap": Question("changing", "SwapSessions", "change"),
        "take": Question("taking", "Take", "take"),
        "tokens": Question("highlighting", "Highlight", "highlight"),
        "watch": Question("watch_view", "ViewOnWatch", "watch_view"),
    }
)


def answer(question: str, asked: str) -> str:
    """Return the answer to *question*, which says *asked*; both are JSON objects.

    What is wrong with what was asked is told as ``problems``. What is wrong with the toolkit itself is told
    as ``internal_error``, with a traceback to report.

    Args:
        question: a key of ``QUESTIONS``.
        asked: an object with the fields of its record.
    """
    try:
        told = plain_answer(question, asked)
    except WorkoutError as error:
        told = {"problems": plain(remarks(problems_of(error), Severity.ERROR))}
    except RecursionError:
        told = {"problems": [{"severity": "error", "message": "is nested too deep"}]}
    except Exception as error:  # noqa: BLE001 - whoever asks is in another language, and must be told
        told = {"internal_error": {"message": say_error(error), "trace": traceback.format_exc()}}
    return json.dumps(told, ensure_ascii=False, default=_base64, separators=(",", ":"))


def plain_answer(question: str, asked: str) -> Any:
    """Return the answer as JSON values, but bytes as bytes.

    Raises:
        WorkoutError: what is wrong with what was asked.
    """
    if question not in QUESTIONS:
        raise InvalidWorkout(f"{shown(question)} is not a question ({suggestion(question, QUESTIONS)})")
    if len(asked) > LARGEST:
        raise InvalidWorkout(f"is longer than {LARGEST:,} letters, which no question is")
    try:
        given = json.loads(asked)
    except ValueError as error:
        raise InvalidWorkout(f"is no JSON: {error}") from None
    record, function = _found(*QUESTIONS[question])
    said: list[str] = []
    with language_scope(), heard(said):
        speak(_language(given))
        told = plain(function(read_question(record, given)))
    if said and isinstance(told, dict):
        more = [Remark(severity=Severity.WARNING, message=each) for each in dict.fromkeys(said)]
        told["problems"] = [*told.get("problems", ()), *plain(more)]
    return told


def _language(given: object) -> Language | None:
    """Take the language out of a question, and return it.

    Raises:
        InvalidWorkout: nothing is said in it.
    """
    tag = given.pop(LANGUAGE, None) if isinstance(given, dict) else None
    if tag is None:
        return None
    known = {each.value: each for each in Language}
    if tag not in known:
        raise InvalidWorkout(
            f"{LANGUAGE}: {shown(str(tag))} is not spoken here ({suggestion(str(tag), known)})"
        )
    return known[tag]


def _found(module: str, record: str, function: str) -> tuple[type[Any], Callable[[Any], Any]]:
    room = import_module(f"workout_core.editor.{module}")
    return getattr(room, record), getattr(room, function)


def _base64(value: object) -> str:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    raise TypeError(type(value).__name__)
