"""Where in a document the reader is, and what it found wrong there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from attrs import define, field

from workout_core.documents.tree import Node, Scalar
from workout_core.errors import InvalidWorkout, Problem

MOST_PROBLEMS: Final = 100


class Failed:
    """Stands for a value that could not be read; the problem is written down already."""


FAILED: Final = Failed()


@define
class Source:
    """One document: its name, its lines, and the problems found so far."""

    file: str
    lines: list[str]
    folder: Path | None = None
    problems: list[Problem] = field(factory=list)

    def problem(self, message: str, path: str, line: int, column: int) -> None:
        """Write down one problem, unless there are too many already."""
        if len(self.problems) >= MOST_PROBLEMS:
            return
        text = self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""
        self.problems.append(
            Problem(message=message, path=path, line=line, column=column, file=self.file, text=text)
        )


@define
class Place:
    """A source and the path of the value that is being read."""

    source: Source
    path: str = ""

    def key(self, name: str) -> Place:
        """Return the place of key *name*."""
        return Place(self.source, f"{self.path}.{name}" if self.path else name)

    def index(self, number: int) -> Place:
        """Return the place of item *number*."""
        return Place(self.source, f"{self.path}[{number}]")

    def problem(self, node: Node, message: str) -> Any:
        """Write down what is wrong with *node*, and return FAILED."""
        self.source.problem(message, self.path, node.line, node.column)
        return FAILED

    def attempt(self, node: Node, action: Callable[[], Any]) -> Any:
        """Return what *action* returns; write down what it refuses."""
        try:
            return action()
        except InvalidWorkout as error:
            return self.problem(node, str(error))

    def problem_inside(self, node: Scalar, message: str, row: int, column: int) -> None:
        """Write down what is wrong in row *row* and column *column* (both from 1) of a text."""
        line, first = self._inside(node, row)
        self.source.problem(message, self.path, line, first + column - 1 if first else node.column)

    def _inside(self, node: Scalar, row: int) -> tuple[int, int]:
        """Return the line of the file where a row of the text stands, and its first column; 0 if unknown."""
        rows = node.text.split("\n")
        line = node.line + row if node.block else node.line
        if line > len(self.source.lines) or row > 1 and not node.block:
            return node.line, 0
        after = 0 if node.block else node.column - 1
        found = self.source.lines[line - 1].find(rows[row - 1], after) if rows[row - 1] else -1
        return (line, found + 1) if found >= 0 else (node.line, 0)
