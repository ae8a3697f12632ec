"""YAML text → tree, from the parser's events: nothing is guessed about types, and nothing is constructed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from attrs import define, field

from workout_core.documents.tree import (
    DEEPEST,
    Bounds,
    Mapping,
    Node,
    Scalar,
    Sequence,
    TreeError,
    refuse_duplicates,
)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> Node:
    """Read *text* as one YAML document.

    Raises:
        TreeError: it is not YAML, or not one document of plain values.
    """
    try:
        return _Builder(yaml.parse(text, Loader=_Loader), Bounds(len(text)).nodes).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = " ".join(filter(None, (error.context, error.problem)))
        raise TreeError(f"not YAML: {message}", *_place(mark)) from None
    except yaml.YAMLError as error:
        raise TreeError(f"not YAML: {' '.join(str(error).split())}") from None


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


@define
class _Builder:
    """Builds the tree from events, and counts what it builds."""

    events: Iterator[Any]
    nodes_left: int
    anchors: dict[str, tuple[Node, int]] = field(factory=dict)

    def document(self) -> Node:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise TreeError("the document is empty (it begins with 'workout:', 'athlete:' or 'plan:')", 1, 1)
        node = self.node(next(self.events), 0)
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise TreeError("a second document begins here (one file holds one)", *_place(event.start_mark))
        return node

    def node(self, event: Any, depth: int) -> Node:
        place = _place(event.start_mark)
        if depth > DEEPEST:
            raise TreeError(f"nested more than {DEEPEST} deep", *place)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event.anchor, place)
        if event.tag not in (None, "!"):
            raise TreeError(f"{event.tag!r}: tags have no meaning here (leave it out)", *place)
        before = self.nodes_left
        self.spend(1, place)
        node = self.collection(event, depth, place)
        if event.anchor:
            self.anchors[event.anchor] = (node, before - self.nodes_left)
        return node

    def collection(self, event: Any, depth: int, place: tuple[int, int]) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            return Scalar(event.value, *place, plain, block=event.style == "|")
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(list(self.items(depth)), *place)
        mapping = Mapping(list(self.pairs(depth)), *place)
        refuse_duplicates(mapping)
        return mapping

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise TreeError("a key must be a word", *_place(event.start_mark))
            yield key, self.node(next(self.events), depth + 1)

    def alias(self, anchor: str, place: tuple[int, int]) -> Node:
        if anchor not in self.anchors:
            raise TreeError(f"'*{anchor}' repeats nothing that stands before it", *place)
        node, size = self.anchors[anchor]
        self.spend(size, place)
        return node

    def spend(self, nodes: int, place: tuple[int, int]) -> None:
        self.nodes_left -= nodes
        if self.nodes_left < 0:
            raise TreeError("aliases make this document too large", *place)
