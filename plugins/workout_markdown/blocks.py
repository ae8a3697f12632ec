"""The lines of a session, or of a workout, in Markdown → what it is for, its steps and its links."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from attrs import evolve

from workout_core import DocumentError, ExerciseBook, Item, Link, Problem, parse_steps
from workout_markdown.inline import read_inline, read_link, read_paragraphs

FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})\s*(\w*)\s*")
_ITEM: Final = re.compile(r"(\s*)(?:[-*+]|[0-9]+[.)])\s+(.*)")


class LogLine(NamedTuple):
    """A line of the file, and its number, from 1."""

    text: str
    number: int


class Fence:
    """Follows the lines of a text, and tells which of them are code: fences, and what is between them."""

    def __init__(self) -> None:
        self.mark = ""

    def holds(self, line: str) -> bool:
        """Tell whether *line*, the next one, is a fence or code."""
        found = FENCE.fullmatch(line)
        if self.mark:
            if found and not found[2] and found[1].startswith(self.mark):
                self.mark = ""
            return True
        self.mark = found[1] if found else ""
        return bool(found)


class LogBody(NamedTuple):
    """What stands below the title of a session or a workout.

    Attributes:
        description: what it is for.
        items: its steps, where they are in the notation.
        words: what is in lists, as it is written.
        is_code: whether there is a block of code, which can be nothing but steps.
        problems: what is wrong with the steps.
        links: what to read, watch or listen to.
    """

    description: str = ""
    items: tuple[Item, ...] = ()
    words: str = ""
    is_code: bool = False
    problems: tuple[Problem, ...] = ()
    links: tuple[Link, ...] = ()


def read_body(lines: list[LogLine], exercises: ExerciseBook) -> LogBody:
    """Read *lines*; what is in a block of code is in the notation, and a list may be."""
    code, listed, plain = _parted(lines)
    links = [(line, read_link(line.text.strip().removesuffix("\\"))) for line in plain]
    body = LogBody(
        description=read_paragraphs([line.text for line, found in links if found is None]),
        links=tuple(found for _, found in links if found),
    )
    body = body._replace(words=_as_list(listed), is_code=bool(code))
    try:
        return body._replace(items=_steps(code or listed, exercises)) if code or listed else body
    except DocumentError as error:
        return body._replace(problems=tuple(error.problems))


def _as_list(lines: list[LogLine]) -> str:
    """Return *lines* with a bullet each."""
    least = min((_indent(line) for line in lines), default=0)
    return "\n".join(f"{' ' * (_indent(line) - least)}- {line.text.lstrip()}" for line in lines)


def _indent(line: LogLine) -> int:
    return len(line.text) - len(line.text.lstrip())


def _parted(lines: list[LogLine]) -> tuple[list[LogLine], list[LogLine], list[LogLine]]:
    """Return the lines of blocks of code, those of lists, and all others."""
    code: list[LogLine] = []
    listed: list[LogLine] = []
    plain: list[LogLine] = []
    fence = Fence()
    for line in lines:
        was_open = bool(fence.mark)
        if fence.holds(line.text):
            if was_open and fence.mark:
                code.append(line)
        elif (found := _ITEM.fullmatch(line.text)) and read_link(found[2]) is None:
            listed.append(LogLine(f"{found[1]}{read_inline(found[2])}", line.number))
        else:
            plain.append(LogLine(found[2], line.number) if found else line)
    return code, listed, plain


def _steps(lines: list[LogLine], exercises: ExerciseBook) -> tuple[Item, ...]:
    """Read *lines* in the notation; what is wrong is told with its line in the file.

    Raises:
        DocumentError: it is not the notation.
    """
    try:
        return parse_steps("\n".join(line.text for line in lines), exercises=exercises)
    except DocumentError as error:
        raise DocumentError(
            evolve(each, line=lines[each.line - 1].number) if each.line else each for each in error.problems
        ) from None
