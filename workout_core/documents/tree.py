"""What YAML and JSON are both read as: scalars as text, sequences and mappings, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple, TypeAlias

from workout_core.errors import closest, listed, shown, suggestion
from workout_core.languages import gettext
from workout_core.patterns import lazy_pattern

DEEPEST: Final = 64
YAML_BREAK: Final = lazy_pattern("\r\n|[\r\n\x85\u2028\u2029]")


class TreeError(Exception):
    """A text is not YAML or JSON, or goes beyond all bounds; says where."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        self.line = line
        self.column = column
        super().__init__(message)


class ScalarNode(NamedTuple):
    """A value as text.

    Attributes:
        text: without quotes and escapes.
        line: where it begins, from 1.
        column: in that line, from 1.
        style: how it is written: a quote, ``|`` or ``>`` for a block, empty for a plain word.
        folded: whether it is plain and goes over several lines, which YAML makes one.
    """

    text: str
    line: int
    column: int
    style: str = '"'
    folded: bool = False

    @property
    def absent(self) -> bool:
        """Whether nothing was given: a plain ``null`` in JSON, or nothing at all in YAML."""
        return not self.style and self.text in ("", "~", "null")


class SequenceNode(NamedTuple):
    """Values in order."""

    items: list[Node]
    line: int
    column: int


class MappingNode(NamedTuple):
    """Values by key, in the order written."""

    pairs: list[tuple[ScalarNode, Node]]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """Return the value of *name*, if it has one."""
        return next((value for key, value in self.pairs if key.text == name), None)

    def suggestion(self, word: str, known: Iterable[str]) -> str:
        """Say which *known* key that is not given *word* may be a slip of, one that is, or what there is."""
        names, here = list(known), {key.text for key, _ in self.pairs}
        if close := closest(word, [name for name in names if name not in here]):
            return suggestion(word, [close])
        given = closest(word, names)
        return gettext("{given} is given already", given=repr(given)) if given else listed(names)


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def refuse_duplicates(mapping: MappingNode) -> None:
    """Raise when a key stands twice.

    Raises:
        TreeError: at the second place.
    """
    seen: dict[str, ScalarNode] = {}
    for key, _ in mapping.pairs:
        if key.text in seen:
            first = seen[key.text].line
            raise TreeError(
                gettext("{text} is given twice (first in line {first})", text=shown(key.text), first=first),
                key.line,
                key.column,
            )
        seen[key.text] = key
