"""What is told of a text: how bad it is, and from where to where it is underlined."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from attrs import frozen

from workout_core.errors import Problem, did_you_mean
from workout_core.patterns import lazy_pattern

_QUOTED_FIRST: Final = lazy_pattern(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
_MARK: Final = "_"
_WORD: Final = lazy_pattern(r"[^\s,;()\[\]{}#:]+|[\[\]{}(),;:#]")
_IN_QUOTES: Final = lazy_pattern(r"""'[^'\n]*'?|"(?:[^"\\\n]|\\.)*"?""")
_PLACE: Final = lazy_pattern(r"(steps(?:\[[0-9]+\]|\.[a-z_]+)*): ")


class Severity(Enum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"
    ADVICE = "advice"


@frozen(kw_only=True)
class Remark:
    """Something that is told of a text.

    Attributes:
        line: where it begins, from 1; 0 for all of the text.
        column: in that line, from 1, in characters; 0 for all of the text.
        end_line: where it ends.
        end_column: behind the last character that is meant.
        severity: how bad it is.
        message: what is wrong (what would be right).
        suggestion: what to write in its place, if that is known.
        path: the place in the document.
        file: which other text it is of, if it is not of the one that was asked about.
    """

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    severity: Severity = Severity.ERROR
    message: str
    suggestion: str | None = None
    path: str | None = None
    file: str | None = None


def remarks(problems: Iterable[Problem], severity: Severity, file: str = "") -> tuple[Remark, ...]:
    """Return *problems* of the text called *file*, and of others, as they are shown."""
    return tuple(_remark(each, severity, file) for each in problems)


def _remark(problem: Problem, severity: Severity, file: str) -> Remark:
    start, end = _ends(problem) if problem.line else (0, 0)
    word = _first_quoted(problem.message)
    meant = _meant(problem.message)
    is_it = meant is not None and word == problem.text[start - 1 : end - 1]
    return Remark(
        line=problem.line,
        column=start,
        end_line=problem.line,
        end_column=end,
        severity=severity,
        message=problem.message,
        suggestion=meant if is_it else None,
        path=problem.path or None,
        file=problem.file if problem.file not in ("", file) else None,
    )


def _ends(problem: Problem) -> tuple[int, int]:
    """Return the columns in the line where what is wrong begins, and behind its end."""
    if not problem.column:
        return 1, max(len(problem.text), 1) + 1
    text = problem.text[problem.column - 1 :]
    word = _first_quoted(problem.message)
    if word and text.startswith(word):
        return problem.column, problem.column + len(word)
    found = _IN_QUOTES.match(text) if text[:1] in ("'", '"') else _WORD.match(text)
    return problem.column, problem.column + (len(found[0]) if found else 1)


def _meant(message: str) -> str | None:
    """Return the one word that *message* asks for, in the language that is spoken."""
    before, _, after = did_you_mean(_MARK).partition(repr(_MARK))
    found = re.search(f"{re.escape(before)}({_QUOTED_FIRST.pattern}){re.escape(after)}", message)
    return _unquoted(found[1]) if found else None


def _first_quoted(message: str) -> str:
    found = _QUOTED_FIRST.match(message)
    return _unquoted(found[0]) if found else ""


def _unquoted(quoted: str) -> str:
    try:
        return str(ast.literal_eval(quoted))
    except (SyntaxError, ValueError):
        return quoted[1:-1]


def placed_remarks(
    told: Iterable[str], severity: Severity, places: Mapping[str, tuple[int, int]], lines: list[str]
) -> tuple[Remark, ...]:
    """Return what is told of steps, each with its path in front, at their *places* in *lines*."""
    return tuple(_at_step(each, severity, places, lines) for each in dict.fromkeys(told))


def _at_step(
    told: str, severity: Severity, places: Mapping[str, tuple[int, int]], lines: list[str]
) -> Remark:
    found = _PLACE.match(told)
    if not found:
        return Remark(severity=severity, message=told)
    message = told[found.end() :]
    line, column = line_of(found[1], places)
    if not line:
        return Remark(severity=severity, message=message, path=found[1])
    text = lines[line - 1] if line <= len(lines) else ""
    end = max(len(re.sub(r"\s+(?:#.*)?$", "", text[:1000])), column)
    return Remark(
        line=line,
        column=column,
        end_line=line,
        end_column=end + 1,
        severity=severity,
        message=message,
        path=found[1],
    )


def line_of(path: str, places: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """Return the line and the column of *path*, or of what it is in; 0 for neither."""
    while path:
        if path in places:
            return places[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return 0, 0
