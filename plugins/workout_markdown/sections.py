"""A log cut into its head and the sections below its headings, and these into sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from workout_core import DocumentError, ImportContext, Problem, gettext
from workout_markdown.blocks import Fence, LogLine
from workout_markdown.session_lines import SessionLine, session_line

_HEADING: Final = re.compile(r"(#{1,6})\s+(\S.*)")
_EMPHASISED: Final = re.compile(r"\*(?![*\s])(.*)(?<![*\s])\*")


@define
class LogEntry:
    """A session as it stands in the log: its line, and those below it that belong to it."""

    line: SessionLine
    body: list[LogLine] = field(factory=list)


@define
class LogSection:
    """What stands below a heading.

    Attributes:
        title: the heading, without its signs; that of the first section is the log's.
        numbers: the first line that is all in italics, which says days, times and distances.
        lines: all others that are of no session.
        entries: the sessions.
    """

    title: str = ""
    numbers: str = ""
    lines: list[LogLine] = field(factory=list)
    entries: list[LogEntry] = field(factory=list)

    def add(self, line: LogLine) -> None:
        """Add a line that is of no session."""
        found = _EMPHASISED.fullmatch(line.text.strip())
        if found and not self.numbers:
            self.numbers = found[1]
        else:
            self.lines.append(line)


def sections_of(text: str, context: ImportContext) -> list[LogSection]:
    """Return the sections of *text*, the first of which is its head; what belongs nowhere is warned of.

    Raises:
        DocumentError: the line of a session has a time of day that is none.
    """
    sections = [LogSection()]
    entry: LogEntry | None = None
    for line, is_code in _lines(text):
        heading = None if is_code else _HEADING.fullmatch(line.text)
        found = None if is_code else _session(line)
        if heading:
            entry = None
            if sections[0].title or len(heading[1]) > 1:
                sections.append(LogSection())
            sections[-1].title = heading[2].strip()
        elif found:
            entry = LogEntry(found)
            sections[-1].entries.append(entry)
        elif entry and (is_code or not line.text.strip() or line.text[0].isspace()):
            entry.body.append(line)
        elif entry:
            message = gettext("is not read (indent it if it belongs to the session above)")
            context.warn(message, line=line.number, column=1)
        else:
            sections[-1].add(line)
    return sections


def _lines(text: str) -> Iterator[tuple[LogLine, bool]]:
    """Yield the lines, and whether they are code."""
    fence = Fence()
    for number, line in enumerate(text.split("\n"), 1):
        yield LogLine(line, number), fence.holds(line)


def _session(line: LogLine) -> SessionLine | None:
    try:
        return session_line(line.text, line.number)
    except ValueError:
        message = gettext("has a time of day that is none (like '18:30')")
        raise DocumentError([Problem(message=message, line=line.number, column=1)]) from None
