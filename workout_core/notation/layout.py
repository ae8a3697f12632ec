"""Lines, indentation and brackets → a tree of statements that know where they stand."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from workout_core.budget import Budget, Work
from workout_core.errors import TooMuchWork
from workout_core.languages import gettext
from workout_core.model.workout import DEEPEST
from workout_core.notation.grammar import CUE
from workout_core.patterns import lazy_pattern

_SPACE: Final = lazy_pattern(r"\s*")
_ODD_SPACE: Final = lazy_pattern(r'("(?:[^"\\\n]|\\.)*"?)|[^\S\n\t ]')
_ODD_SPACE_ALONE: Final = lazy_pattern(r"[^\S\n\t ]")
_KINDS: Final = (
    *(
        "assisted",
        "close grip",
        "decline",
        "high bar",
        "incline",
        "low bar",
        "reverse",
        "suspension",
        "walking",
        "wide grip",
        "band",
        "banded",
        "bands",
        "barbell",
        "BB",
        "bent-knee",
        "body weight",
        "bodyweight",
        "cable",
    ),
    *(
        "DB",
        "dumbbell",
        "dumbbells",
        "EZ bar",
        "KB",
        "kettlebell",
        "kettlebells",
        "machine",
        "plate",
        "seated",
    ),
    *("single arm", "single leg", "single-arm", "single-leg", "smith machine", "standing", "straight-leg"),
    *("trap bar", "weighted"),
)
_KIND: Final = rf"(?<=[^\W\d_] )\((?ai:{'|'.join(_KINDS)})\)"
"""What gyms put in brackets behind the name of an exercise."""
_TOKEN: Final = lazy_pattern(
    rf"(?P<text>(?:{CUE}|[^\"#(),;\n]+|(?<=[^\s(),;])\#|{_KIND})+)"
    r"|(?P<comment>\#[^\n]*)|(?P<mark>[(),;\n])|(?P<open>\"[^\n]*)"
)
_LETTER: Final = lazy_pattern(r"[A-Za-z]?[0-9]{1,2}")
_INDENT: Final = lazy_pattern(r"[ \t]*")


class LayoutError(Exception):
    """The text cannot be cut into statements; ``offset`` says where."""

    def __init__(self, message: str, offset: int) -> None:
        self.offset = offset
        super().__init__(message)


class Part(NamedTuple):
    """A piece of a statement between commas, and where it begins in the text."""

    text: str
    offset: int

    def skip_spaces(self, position: int) -> int:
        """Return the position of the first character from *position* on that is not a space."""
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def after(self, position: int) -> Part:
        """Return what stands from *position* on, without the spaces before it."""
        start = self.skip_spaces(position)
        return Part(self.text[start:], self.offset + start)


class Statement:
    """One step or repeat as written: its parts between commas, and the statements inside it.

    It is joined to the one before it by a comma behind the brackets of that.
    """

    __slots__ = ("inside", "is_joined", "parts")

    def __init__(
        self, parts: list[Part], inside: list[Statement] | None = None, *, is_joined: bool = False
    ) -> None:
        self.parts = parts
        self.inside = inside
        self.is_joined = is_joined

    @property
    def offset(self) -> int:
        """Where the statement begins."""
        return self.parts[0].offset


class _Level:
    """Statements at one depth; *indent* is None inside brackets, where indentation says nothing."""

    __slots__ = ("fresh", "indent", "is_joined", "opened", "statements")

    def __init__(self, statements: list[Statement], indent: int | None, opened: int = 0) -> None:
        self.statements = statements
        self.indent = indent
        self.opened = opened
        self.fresh = True
        self.is_joined = False


class Layout(NamedTuple):
    """A text as statements, and where its comments begin."""

    statements: list[Statement]
    comments: list[int]


class _StatementCutter:
    """Walks over a text, and keeps the levels that are open."""

    def __init__(self, text: str, budget: Budget) -> None:
        self.text = text
        self.budget = budget
        self.parts = 0
        self.root: list[Statement] = []
        self.comments: list[int] = []
        self.levels = [_Level(self.root, None)]
        self.line_start = True

    def run(self) -> Layout:
        self._spend(Work.LETTERS, len(self.text))
        position = 0
        while position < len(self.text):
            if self.line_start:
                position = self._indentation(position)
            found = _TOKEN.match(self.text, position)
            if not found:
                break
            self._take(found)
            position = found.end()
        self._spend(Work.PARTS, self.parts)
        if self._in_brackets():
            raise LayoutError(
                gettext("'(' is never closed (write ')' after the last step)"), self.levels[-1].opened
            )
        return Layout(self.root, self.comments)

    def _spend(self, work: Work, amount: int) -> None:
        try:
            self.budget.spend(work, amount)
        except TooMuchWork as error:
            raise LayoutError(str(error), 0) from None

    def _in_brackets(self) -> bool:
        return len(self.levels) > 1 and self.levels[-1].indent is None

    def _take(self, found: re.Match[str]) -> None:
        if found["open"]:
            raise LayoutError(gettext("a cue is not closed (write '\"' at its end)"), found.start())
        if found["text"]:
            self._text(found["text"], found.start())
        elif found["comment"]:
            self.comments.append(found.start())
        elif found["mark"] == "\n":
            self.levels[-1].fresh, self.levels[-1].is_joined = True, False
            self.line_start = not self._in_brackets()
        elif found["mark"] == "(":
            self._open(found.start())
        elif found["mark"] == ")":
            self._close(found.start())
        elif found["mark"] == ";":
            self.levels[-1].fresh = True
        elif found["mark"] == ",":
            self._comma()

    def _comma(self) -> None:
        level = self.levels[-1]
        if level.statements and level.statements[-1].inside is not None:
            level.fresh = level.is_joined = True

    def _text(self, text: str, offset: int) -> None:
        lead = len(text) - len(text.lstrip())
        words = text.strip()
        if not words:
            return
        level = self.levels[-1]
        if level.fresh:
            level.statements.append(Statement([], is_joined=level.is_joined))
            level.fresh = level.is_joined = False
        statement = level.statements[-1]
        if statement.inside is not None:
            raise LayoutError(
                gettext("a step after ')' needs a comma or a new line before it"), offset + lead
            )
        statement.parts.append(Part(words, offset + lead))
        self.parts += 1

    def _open(self, offset: int) -> None:
        level = self.levels[-1]
        if level.fresh or level.statements[-1].inside is not None:
            raise LayoutError(gettext("'(' needs a repeat before it (like '6x(400m, 200m jog)')"), offset)
        self._push(level.statements[-1], None, offset)

    def _close(self, offset: int) -> None:
        if not self._in_brackets():
            raise LayoutError(gettext("')' closes nothing ({why})", why=self._why_not()), offset)
        if not self.levels[-1].statements:
            raise LayoutError(gettext("the brackets are empty (a repeat needs a step)"), offset)
        self.levels.pop()

    def _why_not(self) -> str:
        """Say what a bracket that closes nothing may have been meant as: ``A1)``."""
        statements = self.levels[-1].statements
        last = statements[-1].parts[-1].text if statements and statements[-1].parts else ""
        if _LETTER.fullmatch(last):
            return gettext("write '{text}' without it", text=last)
        return gettext("there is no '(' before it")

    def _push(self, parent: Statement, indent: int | None, offset: int) -> None:
        if len(self.levels) > DEEPEST:
            raise LayoutError(gettext("repeats are nested more than {most} deep", most=DEEPEST), offset)
        parent.inside = []
        self.levels.append(_Level(parent.inside, indent, offset))

    def _indentation(self, position: int) -> int:
        found = _INDENT.match(self.text, position)
        end = found.end() if found else position
        self.line_start = False
        if end == len(self.text) or self.text[end] in "\n#":
            return end
        width = len(self.text[position:end].expandtabs(8))
        level = self.levels[-1]
        if level.indent is None:
            level.indent = width
        elif width > level.indent:
            self._indent(width, end)
        while width < (self.levels[-1].indent or 0):
            if len(self.levels) == 1:
                raise LayoutError(gettext("indented less than the first line"), end)
            self.levels.pop()
        if width != self.levels[-1].indent:
            raise LayoutError(gettext("the indentation matches no line above it"), end)
        self.levels[-1].fresh = True
        return end

    def _indent(self, width: int, offset: int) -> None:
        statements = self.levels[-1].statements
        if not statements or statements[-1].inside is not None:
            raise LayoutError(
                gettext("indented, but there is no repeat above to belong to (like '6x')"), offset
            )
        self._push(statements[-1], width, offset)


def layout_of(text: str, budget: Budget) -> Layout:
    """Cut *text* into statements; offsets in them are offsets in *text*.

    Raises:
        LayoutError: brackets, quotes or indentation do not fit together, or it is more than *budget* has.
    """
    if _ODD_SPACE_ALONE.search(text):
        text = _ODD_SPACE.sub(lambda found: found[1] or " ", text)
    return _StatementCutter(text, budget).run()
