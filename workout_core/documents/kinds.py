"""How one kind of value is read from a node, written as JSON, and described in the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping as Words
from typing import Any, Protocol

from attrs import define, field, frozen

from workout_core.documents.places import FAILED, Place
from workout_core.documents.tree import Mapping, Node, Scalar, Sequence
from workout_core.errors import suggestion

Json = Any


class Kind(Protocol):
    """One kind of value; ``read`` returns FAILED after writing down what is wrong."""

    def read(self, node: Node, place: Place) -> Any:
        """Return the value of *node*."""

    def write(self, value: Any) -> Json:
        """Return *value* as JSON."""

    def schema(self) -> dict[str, Json]:
        """Describe the JSON."""


@frozen
class Text:
    """A text that *parse* makes a value of; a number in JSON is read by its digits.

    Attributes:
        parse: raises InvalidWorkout for what it cannot read.
        unparse: the value as JSON.
        described: the schema.
        what: what to call it when it is not a text at all.
    """

    parse: Callable[[str], Any]
    unparse: Callable[[Any], Json]
    described: dict[str, Json]
    what: str = "a text"

    def read(self, node: Node, place: Place) -> Any:
        """Return what *parse* makes of the text."""
        if not isinstance(node, Scalar):
            return place.problem(node, f"must be {self.what}")
        return place.attempt(node, lambda: self.parse(node.text))

    def write(self, value: Any) -> Json:
        """Return the value as JSON."""
        return self.unparse(value)

    def schema(self) -> dict[str, Json]:
        """Describe the text."""
        return self.described


@frozen
class Choice:
    """One of some words."""

    words: Words[str, Any]
    what: str

    def read(self, node: Node, place: Place) -> Any:
        """Return what the word stands for; case, hyphens and spaces do not matter."""
        if not isinstance(node, Scalar):
            return place.problem(node, f"must be {self.what}")
        word = node.text.strip().casefold().replace(" ", "_").replace("-", "_")
        if word not in self.words:
            return place.problem(node, f"{node.text!r} is not {self.what} ({suggestion(word, self.words)})")
        return self.words[word]

    def write(self, value: Any) -> Json:
        """Return the first word that stands for *value*."""
        return next(word for word, meant in self.words.items() if meant == value)

    def schema(self) -> dict[str, Json]:
        """List the words."""
        return {"type": "string", "enum": list(self.words)}


@frozen
class ListOf:
    """Values of one kind, in order."""

    kind: Kind

    def read(self, node: Node, place: Place) -> Any:
        """Return a tuple of the values."""
        if not isinstance(node, Sequence):
            return place.problem(node, "must be a list")
        values = tuple(self.kind.read(item, place.index(number)) for number, item in enumerate(node.items))
        return FAILED if FAILED in values else values

    def write(self, value: Iterable[Any]) -> Json:
        """Return a list."""
        return [self.kind.write(item) for item in value]

    def schema(self) -> dict[str, Json]:
        """Describe an array."""
        return {"type": "array", "items": self.kind.schema()}


@frozen
class PairsOf:
    """Values of one kind by names of the user's own."""

    kind: Kind
    names: Callable[[str], Any] = str
    unname: Callable[[Any], str] = str

    def read(self, node: Node, place: Place) -> Any:
        """Return a tuple of name and value pairs."""
        if not isinstance(node, Mapping):
            return place.problem(node, "must be names with values")
        pairs = tuple(
            (
                place.attempt(key, lambda key=key: self.names(key.text)),
                self.kind.read(value, place.key(key.text)),
            )  # type: ignore[misc]
            for key, value in node.pairs
        )
        return FAILED if any(FAILED in pair for pair in pairs) else pairs

    def write(self, value: Iterable[tuple[Any, Any]]) -> Json:
        """Return an object."""
        return {self.unname(name): self.kind.write(item) for name, item in value}

    def schema(self) -> dict[str, Json]:
        """Describe an object with any keys."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


@frozen
class OneOf:
    """Exactly one key, which says what the value is; or a single *word*.

    Attributes:
        cases: by key, the kind of the value, and what makes the value whole.
        case_of: the key and the inner value of a whole value.
        words: texts that stand for a value without a key.
        what: what to call it.
    """

    cases: Words[str, tuple[Kind, Callable[[Any], Any]]]
    case_of: Callable[[Any], tuple[str, Any]]
    what: str
    words: Words[str, Any] = field(factory=dict)

    def read(self, node: Node, place: Place) -> Any:
        """Return the value that the one key stands for."""
        if isinstance(node, Scalar):
            if node.text in self.words:
                return self.words[node.text]
            return place.problem(node, f"{node.text!r} is not {self.what} (like {self._example()})")
        if not isinstance(node, Mapping) or len(node.pairs) != 1:
            return place.problem(node, f"must be {self.what} with exactly one key (like {self._example()})")
        key, inner = node.pairs[0]
        if key.text not in self.cases:
            return place.problem(key, f"{key.text!r} is not {self.what} ({suggestion(key.text, self.cases)})")
        kind, make = self.cases[key.text]
        value = kind.read(inner, place.key(key.text))
        return FAILED if value is FAILED else place.attempt(inner, lambda: make(value))

    def _example(self) -> str:
        return " or ".join(f"'{{{key}: …}}'" for key in list(self.cases)[:2])

    def write(self, value: Any) -> Json:
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


@frozen(kw_only=True)
class Key:
    """One key of a table.

    Attributes:
        name: as documents spell it.
        kind: of its value.
        attribute: of the model; the key's own name when left out, None for a key the model does not keep.
        required: whether it must be given.
        default: the model's value when it is left out.
        always: write it even at its default.
        says: what it is for.
    """

    name: str
    kind: Kind
    attribute: str
    required: bool = False
    default: Any = None
    always: bool = False
    says: str = ""


@define
class Table:
    """A mapping with known keys, which *make* turns into a value.

    Attributes:
        what: what to call it.
        keys: every key there is.
        make: called with the attributes that are given.
    """

    what: str
    keys: tuple[Key, ...]
    make: Callable[..., Any]

    def read(self, node: Node, place: Place) -> Any:
        """Return what *make* makes of the values; every problem of every key is written down."""
        if not isinstance(node, Mapping):
            return place.problem(node, f"must be {self.what}, with keys such as '{self.keys[0].name}:'")
        values = self._values(node, place)
        missing = [key.name for key in self.keys if key.required and not self._given(node, key.name)]
        for name in missing:
            place.problem(node, f"{self.what} needs '{name}:'")
        if missing or FAILED in values.values():
            return FAILED
        return place.attempt(node, lambda: self.make(**values))

    @staticmethod
    def _given(node: Mapping, name: str) -> bool:
        value = node.get(name)
        return value is not None and not (isinstance(value, Scalar) and value.absent)

    def _values(self, node: Mapping, place: Place) -> dict[str, Any]:
        known = {key.name: key for key in self.keys}
        values: dict[str, Any] = {}
        for name, value in node.pairs:
            if name.text not in known:
                hint = suggestion(name.text, known)
                values[""] = place.problem(name, f"{name.text!r} is not a key of {self.what} ({hint})")
            elif not (isinstance(value, Scalar) and value.absent):
                key = known[name.text]
                values[key.attribute] = key.kind.read(value, place.key(key.name))
        return values

    def write(self, value: Any) -> Json:
        """Return an object of everything that is not left at its default."""
        result: dict[str, Json] = {}
        for key in self.keys:
            inner = getattr(value, key.attribute)
            if key.required or key.always or inner != key.default:
                result[key.name] = key.kind.write(inner)
        return result

    def schema(self) -> dict[str, Json]:
        """Describe an object with these keys and no others."""
        return {
            "type": "object",
            "properties": {
                key.name: key.kind.schema() | ({"description": key.says} if key.says else {})
                for key in self.keys
            },
            "required": [key.name for key in self.keys if key.required],
            "additionalProperties": False,
        }
