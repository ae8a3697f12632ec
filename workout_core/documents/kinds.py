"""How one kind of value is read from a node, written as JSON, and described in the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

from attrs import field, frozen

from workout_core.documents.called import What, say_is_not, say_what
from workout_core.documents.source import FAILED, Failed, Place, all_or_failed
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import either, shown, suggestion
from workout_core.languages import gettext, gettext_noop
from workout_core.model.bounds import one_line

T = TypeVar("T")
Json: TypeAlias = Any
"""What ``json`` writes: mypy takes a recursive type only with a cast at every key."""
_A_TEXT: Final = gettext_noop("a text")


class Kind(Protocol[T]):
    """One kind of value; ``read`` returns FAILED after writing down what is wrong."""

    def read(self, node: Node, place: Place) -> T | Failed:
        """Return the value of *node*."""

    def write(self, value: T) -> Json:
        """Return *value* as JSON."""

    def schema(self) -> dict[str, Json]:
        """Describe the JSON."""


@frozen
class Text(Generic[T]):
    """A text that *parse* makes a value of; a number in JSON is read by its digits.

    Attributes:
        parse: raises InvalidWorkout for what it cannot read.
        unparse: the value as JSON.
        described: the schema.
        what: what to call it when it is not a text at all.
    """

    parse: Callable[[str], T]
    unparse: Callable[[T], Json]
    described: dict[str, Json]
    what: What = _A_TEXT

    def read(self, node: Node, place: Place) -> T | Failed:
        """Return what *parse* makes of the text."""
        if not isinstance(node, ScalarNode):
            return place.problem(node, gettext("must be {what}", what=say_what(self.what)))
        return place.attempt(node, lambda: self.parse(node.text))

    def write(self, value: T) -> Json:
        """Return the value as JSON."""
        return self.unparse(value)

    def schema(self) -> dict[str, Json]:
        """Describe the text."""
        return self.described


@frozen
class Choice(Generic[T]):
    """One of some words."""

    words: Mapping[str, T]
    what: What

    def read(self, node: Node, place: Place) -> T | Failed:
        """Return what the word stands for; case, hyphens and spaces do not matter."""
        if not isinstance(node, ScalarNode):
            return place.problem(node, gettext("must be {what}", what=say_what(self.what)))
        word = self.word(node)
        if word not in self.words:
            return place.problem(node, say_is_not(node.text, self.what, suggestion(word, self.words)))
        return self.words[word]

    @staticmethod
    def word(node: ScalarNode) -> str:
        """Return the text of *node* as the words are spelt."""
        return node.text.strip().casefold().replace(" ", "_").replace("-", "_")

    def write(self, value: T) -> Json:
        """Return the first word that stands for *value*."""
        return next(word for word, meant in self.words.items() if meant == value)

    def schema(self) -> dict[str, Json]:
        """List the words."""
        return {"type": "string", "enum": list(self.words)}


@frozen
class Later:
    """A value that is read when all others are.

    Attributes:
        described: the schema.
    """

    described: dict[str, Json]

    def read(self, node: Node, place: Place) -> tuple[Node, Place]:
        """Return where it is."""
        return node, place

    def write(self, value: Any) -> Json:
        """Refuse: it is written otherwise."""
        raise TypeError(value)

    def schema(self) -> dict[str, Json]:
        """Describe the value."""
        return self.described


@frozen
class OneOrMore(Generic[T]):
    """Values of one kind, in a list or one alone."""

    kind: Kind[T]

    def read(self, node: Node, place: Place) -> tuple[T, ...] | Failed:
        """Return a tuple of the values."""
        if isinstance(node, SequenceNode):
            return ListOf(self.kind).read(node, place)
        value = self.kind.read(node, place)
        return FAILED if value is FAILED else (value,)

    def write(self, value: Iterable[T]) -> Json:
        """Return a list."""
        return ListOf(self.kind).write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [self.kind.schema(), ListOf(self.kind).schema()]}


@frozen
class ListOf(Generic[T]):
    """Values of one kind, in order, *least* of them or more."""

    kind: Kind[T]
    least: int = 0

    def read(self, node: Node, place: Place) -> tuple[T, ...] | Failed:
        """Return a tuple of the values."""
        if not isinstance(node, SequenceNode):
            return place.problem(node, gettext("must be a list"))
        if len(node.items) < self.least:
            return place.problem(
                node,
                gettext(
                    "must be a list of {least} or more: {count}", least=self.least, count=len(node.items)
                ),
            )
        return all_or_failed(
            [self._value(item, place.index(number)) for number, item in enumerate(node.items)]
        )

    def _value(self, node: Node, place: Place) -> T | Failed:
        if isinstance(node, ScalarNode) and node.absent:
            return place.problem(node, gettext("is empty (write a value, or leave it out)"))
        return self.kind.read(node, place)

    def write(self, value: Iterable[T]) -> Json:
        """Return a list."""
        return [self.kind.write(item) for item in value]

    def schema(self) -> dict[str, Json]:
        """Describe an array."""
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.kind.schema()} | least


@frozen
class PairsOf(Generic[T]):
    """Values of one kind by names of the user's own."""

    kind: Kind[T]

    def read(self, node: Node, place: Place) -> tuple[tuple[str, T], ...] | Failed:
        """Return a tuple of name and value pairs."""
        if not isinstance(node, MappingNode):
            return place.problem(node, gettext("must be names with values"))
        pairs = all_or_failed([self._pair(key, value, place) for key, value in node.pairs])
        if pairs is FAILED:
            return FAILED
        seen: set[str] = set()
        for key, _ in node.pairs:
            folded = " ".join(key.text.casefold().split())
            if folded in seen:
                return place.problem(
                    key,
                    gettext(
                        "{text} is given twice (upper and lower case are the same)", text=shown(key.text)
                    ),
                )
            seen.add(folded)
        return pairs

    def _pair(self, key: ScalarNode, value: Node, place: Place) -> tuple[str, T] | Failed:
        name = place.attempt(key, lambda: one_line(key.text))
        read = self.kind.read(value, place.key(key.text))
        return FAILED if name is FAILED or read is FAILED else (name, read)

    def write(self, value: Iterable[tuple[str, T]]) -> Json:
        """Return an object."""
        return {name: self.kind.write(item) for name, item in value}

    def schema(self) -> dict[str, Json]:
        """Describe an object with any keys."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


@frozen
class OneOf(Generic[T]):
    """Exactly one key, which says what the value is; or a single *word*.

    Attributes:
        cases: by key, the kind of the value, and what makes the value whole.
        case_of: the key and the inner value of a whole value.
        words: texts that stand for a value without a key.
        what: what to call it.
    """

    cases: Mapping[str, tuple[Kind[Any], Callable[[Any], T]]]
    case_of: Callable[[T], tuple[str, Any]]
    what: What
    words: Mapping[str, T] = field(factory=dict)

    def read(self, node: Node, place: Place) -> T | Failed:
        """Return the value that the one key stands for."""
        if isinstance(node, ScalarNode):
            if node.text in self.words:
                return self.words[node.text]
            return place.problem(
                node,
                gettext(
                    "{text} is not {what} (like {example})",
                    text=shown(node.text),
                    what=say_what(self.what),
                    example=self._example(),
                ),
            )
        if not isinstance(node, MappingNode) or len(node.pairs) != 1:
            return place.problem(
                node,
                gettext(
                    "must be {what} with exactly one key (like {example})",
                    what=say_what(self.what),
                    example=self._example(),
                ),
            )
        key, inner = node.pairs[0]
        if key.text not in self.cases:
            return place.problem(key, say_is_not(key.text, self.what, suggestion(key.text, self.cases)))
        kind, make = self.cases[key.text]
        inside = place.key(key.text)
        value = kind.read(inner, inside)
        return FAILED if value is FAILED else inside.attempt(inner, lambda: make(value))

    def _example(self) -> str:
        return either(f"'{{{key}: …}}'" for key in list(self.cases)[:2])

    def write(self, value: T) -> Json:
        """Return the word, or an object of one key."""
        for word, meant in self.words.items():
            if meant == value:
                return word
        key, inner = self.case_of(value)
        return {key: self.cases[key][0].write(inner)}

    def schema(self) -> dict[str, Json]:
        """Describe the alternatives."""
        cases: list[Json] = [{"const": word} for word in self.words]
        for key, (kind, _) in self.cases.items():
            cases.append(
                {
                    "type": "object",
                    "properties": {key: kind.schema()},
                    "required": [key],
                    "additionalProperties": False,
                }
            )
        return {"oneOf": cases}
