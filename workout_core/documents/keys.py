"""A mapping with known keys, which is read as one value of the model, and every problem of every key told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from attrs import define, frozen

from workout_core.documents.called import What, say_what
from workout_core.documents.kinds import Json, Kind
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.errors import InvalidParameter, InvalidWorkout, shown
from workout_core.languages import gettext

T = TypeVar("T")


@frozen(kw_only=True)
class Key:
    """One key of a table.

    Attributes:
        name: as documents spell it.
        kind: of its value.
        attribute: of the model.
        required: whether it must be given.
        default: the model's value when it is left out.
        always: write it even at its default.
        says: what it is for.
    """

    name: str
    kind: Kind[Any]
    attribute: str
    required: bool = False
    default: Any = None
    always: bool = False
    says: str = ""


@define
class Table(Generic[T]):
    """A mapping with known keys, which *make* turns into a value.

    Attributes:
        what: what to call it.
        keys: every key there is.
        make: called with the attributes that are given.
    """

    what: What
    keys: tuple[Key, ...]
    make: Callable[..., T]

    def read(self, node: Node, place: Place) -> T | Failed:
        """Return what *make* makes of the values; every problem of every key is written down."""
        if not isinstance(node, MappingNode):
            return place.problem(
                node,
                gettext(
                    "must be {what}, with keys such as '{name}:'",
                    what=say_what(self.what),
                    name=self.keys[0].name,
                ),
            )
        values = self._values(node, place)
        missing = [key.name for key in self.keys if key.required and key.attribute not in values]
        for name in missing:
            self._say_missing(node, name, place)
        if missing or FAILED in values.values():
            return FAILED
        return self._made(node, values, place)

    def _say_missing(self, node: MappingNode, name: str, place: Place) -> None:
        key = next((key for key, _ in node.pairs if key.text == name), None)
        if key is None:
            place.problem(node, gettext("{what} needs '{name}:'", what=say_what(self.what), name=name))
        else:
            place.problem(key, gettext("'{name}:' is empty (write its value behind it)", name=name))

    def _made(self, node: MappingNode, values: dict[str, Any], place: Place) -> T | Failed:
        """Make the value; what the model refuses is written down at the keys that are to blame."""
        try:
            return self.make(**values)
        except InvalidParameter as error:
            named = node.get(error.parameter) or node
            return place.key(error.parameter).problem(_item(named, error.item), error.reason)
        except InvalidWorkout as error:
            message = str(error)
        while message:
            key = self._to_blame(node, values, message)
            if key is None:
                return place.problem(node, message)
            place.key(key.name).problem(node.get(key.name) or node, message)
            values = _without(key, values)
            message = self._refused(values)
        return FAILED

    def _to_blame(self, node: MappingNode, values: dict[str, Any], message: str) -> Key | None:
        """Return the last key without which the model would take the rest, or refuse something else."""
        order = {key.text: number for number, (key, _) in enumerate(node.pairs)}
        ranked: list[tuple[bool, int, Key]] = []
        for key in self.keys:
            if key.attribute in values and not key.required:
                refused = self._refused(_without(key, values))
                if refused != message:
                    ranked.append((not refused, order[key.name], key))
        return max(ranked, key=lambda each: each[:2])[2] if ranked else None

    def _refused(self, values: dict[str, Any]) -> str:
        try:
            self.make(**values)
        except InvalidWorkout as error:
            return str(error)
        return ""

    def _values(self, node: MappingNode, place: Place) -> dict[str, Any]:
        known = {key.name: key for key in self.keys}
        values: dict[str, Any] = {}
        for name, value in node.pairs:
            if name.text not in known:
                hint = comma_slip(value) or node.suggestion(name.text, known)
                values[""] = place.problem(
                    name,
                    gettext(
                        "{text} is not a key of {what} ({hint})",
                        text=shown(name.text),
                        what=say_what(self.what),
                        hint=hint,
                    ),
                )
            elif not (isinstance(value, ScalarNode) and value.absent):
                key = known[name.text]
                values[key.attribute] = key.kind.read(value, place.key(key.name))
        return values

    def write(self, value: T) -> Json:
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


def comma_slip(value: Node) -> str:
    """Return a hint where a key has no *value* at all: inside braces a comma begins another key."""
    is_nothing = isinstance(value, ScalarNode) and value.absent
    return gettext("inside { } a text with a comma stands in quotes") if is_nothing else ""


def _item(node: Node, number: int | None) -> Node:
    """Return item *number* of a list, or its key in a mapping."""
    if number is None or isinstance(node, ScalarNode):
        return node
    items = [key for key, _ in node.pairs] if isinstance(node, MappingNode) else node.items
    return items[number] if number < len(items) else node


def _without(key: Key, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != key.attribute}
