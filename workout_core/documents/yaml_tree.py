"""YAML text → tree, from the parser's events: nothing is guessed about types, and nothing is constructed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

import yaml

from workout_core.budget import Budget, Work
from workout_core.documents.tree import (
    DEEPEST,
    YAML_BREAK,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    TreeError,
    refuse_duplicates,
)
from workout_core.errors import TooMuchWork, shown
from workout_core.languages import gettext, gettext_noop

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_HALF_A_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_ESCAPE: Final = "unknown escape"
_NO_CHARACTER: Final = gettext_noop("an escape here is no character (leave it out)")
_NO_DASH: Final = gettext_noop("'-' is missing before this (indent the items of a list alike)")
_WRONG_HERE: Final = MappingProxyType(
    {
        "cannot start any token": gettext_noop("a text cannot begin with this character (put it in quotes)"),
        "mapping values are not allowed": gettext_noop(
            "':' does not fit here (indent keys alike, and put a text that holds ': ' in quotes)"
        ),
        "sequence entries are not allowed": gettext_noop(
            "'-' does not fit here (begin a list on a line of its own)"
        ),
        "expected ',' or ']'": gettext_noop("'[' is not closed, or a ',' is missing before this"),
        "expected ',' or '}'": gettext_noop("'{' is not closed, or a ',' is missing before this"),
        "did not find expected key": gettext_noop(
            "this is no key (indent keys alike, and write 'key: value')"
        ),
        "block collection expected <block end>": _NO_DASH,
        "expected <block end>": gettext_noop("this is no key (indent keys alike, and write 'key: value')"),
        "did not find expected '-'": _NO_DASH,
        "undefined tag handle": gettext_noop("tags have no meaning here (leave it out)"),
        "incompatible YAML document": gettext_noop("only version 1 of YAML is known (leave '%YAML' out)"),
        _ESCAPE: gettext_noop("'\\' begins no known escape (write '\\\\', or use single quotes)"),
        "node content": gettext_noop("a value is missing here"),
        "<document start>": gettext_noop("this stands after the end of the document"),
    }
)
_WRONG_FROM_ITS_BEGINNING: Final = MappingProxyType(
    {
        "unexpected end of stream": gettext_noop("a quote is never closed"),
        "unexpected document": gettext_noop("a quote is never closed"),
        "could not find expected ':'": gettext_noop("':' is missing after this key"),
        "non-alphabetical": gettext_noop("a key cannot begin with '%' (put it in quotes)"),
        "scanning a directive expected alphabetic": gettext_noop(
            "a key cannot begin with '%' (put it in quotes)"
        ),
        "invalid Unicode character escape": _NO_CHARACTER,
    }
)


def read_yaml(text: str, budget: Budget) -> Node:
    """Read *text* as one YAML document.

    Raises:
        TreeError: it is not YAML, or not one document of plain values.
    """
    _refuse_controls(text)
    try:
        return _Builder(yaml.parse(text, Loader=_Loader), len(text), budget).document()
    except yaml.MarkedYAMLError as error:
        message, mark = _explained(error, text)
        raise TreeError(gettext("not YAML: {message}", message=message), *_place(mark)) from None
    except yaml.YAMLError as error:
        raise TreeError(gettext("not YAML: {message}", message=" ".join(str(error).split()))) from None
    except TooMuchWork:
        raise
    except (ValueError, OverflowError):  # without libyaml, chr() refuses what an escape asks for
        raise TreeError(gettext("not YAML: {message}", message=gettext(_NO_CHARACTER))) from None


def _refuse_controls(text: str) -> None:
    if found := _CONTROL.search(text):
        before = YAML_BREAK.split(text[: found.start()])
        code = f"U+{ord(found[0]):04X}"
        message = gettext("holds the control character {code} (remove it)", code=code)
        raise TreeError(message, len(before), len(before[-1]) + 1)


def _explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, Any]:
    """Return in plain words what is wrong, and where: what is never closed is told where it is opened."""
    problem, mark = str(error.problem), error.problem_mark or error.context_mark
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        return gettext("a tab cannot indent (use spaces)"), mark
    said = " ".join(filter(None, (error.context, problem)))
    for words, place in ((_WRONG_HERE, mark), (_WRONG_FROM_ITS_BEGINNING, error.context_mark or mark)):
        for part, message in words.items():
            if part in said:
                return gettext(message), _before_escape(place) if part == _ESCAPE else place
    return said, mark


def _before_escape(mark: Any) -> Any:
    """Return where the backslash is; without libyaml, the parser tells of the letter behind it."""
    if _Loader is yaml.SafeLoader:
        return yaml.Mark(mark.name, mark.index - 1, mark.line, mark.column - 1, None, 0)
    return mark


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


class _Builder:
    """Builds the tree from events, and counts what it builds: aliases may repeat things, not explode."""

    def __init__(self, events: Iterator[Any], letters: int, budget: Budget) -> None:
        self.events = events
        self.budget = budget
        self.nodes = 0
        self.most_nodes = 1000 + letters
        self.anchors: dict[str, tuple[Node, int]] = {}

    def document(self) -> Node:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise TreeError(
                gettext("the document is empty (it begins with 'workout:', 'athlete:', 'plan:' or 'squad:')"),
                1,
                1,
            )
        node = self.node(next(self.events), 0)
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise TreeError(
                gettext("a second document begins here (one file holds one)"), *_place(event.start_mark)
            )
        return node

    def node(self, event: Any, depth: int) -> Node:
        place = _place(event.start_mark)
        if depth > DEEPEST:
            raise TreeError(gettext("nested more than {most} deep", most=DEEPEST), *place)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event.anchor, place)
        if event.tag not in (None, "!"):
            raise TreeError(
                gettext("{tag}: tags have no meaning here (leave it out)", tag=shown(event.tag)), *place
            )
        before = self.nodes
        self.spend(1, place)
        node = self.collection(event, depth, place)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.nodes - before)
        return node

    def collection(self, event: Any, depth: int, place: tuple[int, int]) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            if _HALF_A_CHARACTER.search(event.value):  # which libyaml refuses by itself
                raise TreeError(gettext("not YAML: {message}", message=gettext(_NO_CHARACTER)), *place)
            folded = not event.style and not event.anchor and _place(event.end_mark)[0] > place[0]
            return ScalarNode(event.value, *place, event.style or "", folded)
        if isinstance(event, yaml.SequenceStartEvent):
            return SequenceNode(list(self.items(depth)), *place)
        mapping = MappingNode(list(self.pairs(depth)), *place)
        refuse_duplicates(mapping)
        return mapping

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[ScalarNode, Node]]:
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, ScalarNode):
                raise TreeError(gettext("a key must be a word"), *_place(event.start_mark))
            key = key._replace(line=event.start_mark.line + 1, column=event.start_mark.column + 1)
            yield key, self.node(next(self.events), depth + 1)

    def alias(self, anchor: str | None, place: tuple[int, int]) -> Node:
        if anchor is None or anchor not in self.anchors:
            raise TreeError(
                gettext("{alias} repeats nothing that stands before it", alias=shown(f"*{anchor}")), *place
            )
        node, size = self.anchors[anchor]
        self.spend(size, place)
        return node

    def spend(self, nodes: int, place: tuple[int, int]) -> None:
        self.nodes += nodes
        if self.nodes > self.most_nodes:
            raise TreeError(gettext("aliases make this document too large"), *place)
        try:
            self.budget.spend(Work.NODES, nodes)
        except TooMuchWork as error:
            raise TreeError(str(error), *place) from None
