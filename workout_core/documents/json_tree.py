"""JSON text → tree, with the places that the standard library's reader does not tell."""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from json.decoder import scanstring  # type: ignore[attr-defined]
from types import MappingProxyType
from typing import Final

from workout_core.budget import Budget, Work
from workout_core.documents.tree import (
    DEEPEST,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    TreeError,
    refuse_duplicates,
)
from workout_core.errors import TooMuchWork, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.patterns import lazy_pattern

_SPACE: Final = lazy_pattern(r"[ \t\r\n]*")
_ATOM: Final = lazy_pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
_WORD: Final = lazy_pattern(r"[^\s,:\[\]{}\"]*")
_COMMENT: Final = lazy_pattern(r"//|/\*|#")
_STRINGS: Final = MappingProxyType(
    {
        "Unterminated": gettext_noop("a text is never closed (write '\"' at its end)"),
        "Invalid control": gettext_noop("a control character in a text (write a line break as '\\n')"),
        "Invalid \\escape": gettext_noop("'\\' begins no known escape (write '\\\\')"),
        "Invalid \\uXXXX": gettext_noop("'\\u' needs four hexadecimal digits"),
    }
)


def read_json(text: str, budget: Budget) -> Node:
    """Read *text* as JSON (RFC 8259).

    Raises:
        TreeError: it is not JSON, or holds more than *budget* has.
    """
    return _Scanner(text, budget).document()


class _Scanner:
    """Walks through the text once."""

    def __init__(self, text: str, budget: Budget) -> None:
        self.text = text
        self.budget = budget
        self.starts = array("L", [0])
        self.starts.extend(found.end() for found in re.finditer("\n", text))

    def document(self) -> Node:
        start = self.skip(0)
        if start == len(self.text):
            raise TreeError(gettext("the document is empty (it begins with '{\"workout\": …')"), 1, 1)
        node, position = self.value(start, 0)
        if position < len(self.text):
            raise self.error(gettext("more after the end of the document"), position)
        return node

    def place(self, position: int) -> tuple[int, int]:
        line = bisect_right(self.starts, position)
        return line, position - self.starts[line - 1] + 1

    def error(self, message: str, position: int) -> TreeError:
        if _COMMENT.match(self.text, position):
            message = gettext("comments have no place in it (leave them out, or write YAML)")
        return TreeError(gettext("not JSON: {message}", message=message), *self.place(position))

    def skip(self, position: int) -> int:
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def value(self, position: int, depth: int) -> tuple[Node, int]:
        if depth > DEEPEST:
            raise TreeError(gettext("nested more than {most} deep", most=DEEPEST), *self.place(position))
        try:
            self.budget.spend(Work.NODES)
        except TooMuchWork as error:
            raise TreeError(str(error), *self.place(position)) from None
        first = self.text[position : position + 1]
        if first == "{":
            return self.mapping(position, depth)
        if first == "[":
            return self.sequence(position, depth)
        if first == '"':
            text, end = self.string(position)
            return ScalarNode(text, *self.place(position)), self.skip(end)
        found = _WORD.match(self.text, position)
        word = found[0] if found else ""
        if not _ATOM.fullmatch(word):
            wrong = (
                gettext("{word} is not a value (texts stand in double quotes)", word=shown(word))
                if word
                else gettext("a value is missing here")
            )
            raise self.error(wrong, position)
        return ScalarNode(word, *self.place(position), style=""), self.skip(position + len(word))

    def string(self, position: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, position + 1, True)  # noqa: FBT003 - strict
        except json.JSONDecodeError as error:
            said = next(
                (gettext(words) for part, words in _STRINGS.items() if error.msg.startswith(part)), error.msg
            )
            raise TreeError(
                gettext("not JSON: {message}", message=said), *self.place(min(error.pos, len(self.text)))
            ) from None
        return str(text), int(end)

    def sequence(self, position: int, depth: int) -> tuple[Node, int]:
        node = SequenceNode([], *self.place(position))
        position = self.skip(position + 1)
        while not self.text.startswith("]", position):
            item, position = self.value(position, depth + 1)
            node.items.append(item)
            position = self.comma(position, "]")
        return node, self.skip(position + 1)

    def mapping(self, position: int, depth: int) -> tuple[Node, int]:
        node = MappingNode([], *self.place(position))
        position = self.skip(position + 1)
        while not self.text.startswith("}", position):
            key, value, position = self.pair(position, depth)
            node.pairs.append((key, value))
            position = self.comma(position, "}")
        refuse_duplicates(node)
        return node, self.skip(position + 1)

    def pair(self, position: int, depth: int) -> tuple[ScalarNode, Node, int]:
        if not self.text.startswith('"', position):
            raise self.error(gettext("a key in double quotes is missing here"), position)
        name, end = self.string(position)
        colon = self.skip(end)
        if not self.text.startswith(":", colon):
            raise self.error(gettext("':' is missing here"), colon)
        value, after = self.value(self.skip(colon + 1), depth + 1)
        return ScalarNode(name, *self.place(position)), value, after

    def comma(self, position: int, closing: str) -> int:
        """Return the place of the next value, or of the closing bracket."""
        if self.text.startswith(closing, position):
            return position
        if not self.text.startswith(",", position):
            raise self.error(gettext("',' or '{closing}' is missing here", closing=closing), position)
        after = self.skip(position + 1)
        if self.text.startswith(closing, after):
            raise self.error(gettext("',' before '{closing}' (leave it out)", closing=closing), after)
        return after
