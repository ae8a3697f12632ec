"""The keys of a target: a quantity, and a range, a zone, a name or a ramp of it."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from workout_core.documents.kinds import Choice, Json, Kind, OneOf
from workout_core.documents.scalars import (
    BPM,
    COUNT,
    LINE,
    NUMBER,
    PER_MINUTE,
    SECONDS,
    SHARE,
    SPEED,
    WATTS,
    jsonable,
)
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.errors import shown
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Value, Zone

NUMBERS: Final = MappingProxyType(
    {
        Quantity.SPEED: SPEED,
        Quantity.HEART_RATE: BPM,
        Quantity.POWER: WATTS,
        Quantity.CADENCE: PER_MINUTE,
        Quantity.EFFORT: NUMBER,
    }
)
_SHAPES: Final = (("low", "high"), ("from", "to"), ("zone",), ("named",), ("named", "tolerance"))
_KEYS: Final = ("low", "high", "from", "to", "of", "zone", "named", "tolerance")


@frozen
class ValueKind:
    """What to hold of one quantity: ``low`` and ``high``, ``from`` and ``to``, ``zone``, or ``named``."""

    quantity: Quantity

    def read(self, node: Node, place: Place) -> Value | Failed:
        """Return a range, a ramp, a zone or a name."""
        if not isinstance(node, MappingNode):
            return place.problem(node, "must be 'low' and 'high', 'from' and 'to', 'zone' or 'named'")
        for key, _ in node.pairs:
            if key.text not in _KEYS:
                hint = node.suggestion(key.text, _KEYS)
                return place.problem(key, f"{shown(key.text)} is not a key of a target ({hint})")
        given = tuple(key.text for key, _ in node.pairs if key.text != "of")
        shape = next((shape for shape in _SHAPES if set(shape) == set(given)), None)
        if shape is None:
            return place.problem(node, "needs 'low' and 'high', or 'from' and 'to', or 'zone', or 'named'")
        return self._values(node, shape, place)

    def _values(self, node: MappingNode, shape: tuple[str, ...], place: Place) -> Value | Failed:
        of_node = node.get("of")
        of = None if of_node is None else self._references().read(of_node, place.key("of"))
        if of_node is not None and shape[0] in ("zone", "named"):
            return place.problem(of_node, f"'of' does not go with '{shape[0]}'")
        shared = of is not None
        values = [
            self._kind(name, shared=shared).read(node.get(name) or node, place.key(name)) for name in shape
        ]
        if of is FAILED or FAILED in values:
            return FAILED
        if shape == ("low", "high") and all(_is_pace(node.get(name)) for name in shape):
            values.sort()
        make: Any = {"low": Range, "from": Ramp, "zone": Zone, "named": Named}[shape[0]]
        alone = node.get(shape[0]) if len(shape) == 1 else None
        where = place if alone is None else place.key(shape[0])
        return where.attempt(alone or node, lambda: make(*values, *([of] if of else [])))

    def _kind(self, name: str, *, shared: bool) -> Kind[Any]:
        if name == "zone":
            return COUNT
        if name == "tolerance":
            return SECONDS
        if name == "named":
            return LINE
        return SHARE if shared else NUMBERS[self.quantity]

    def _references(self) -> Choice[Reference]:
        words = {of.value: of for of in Reference if of.quantity is self.quantity}
        return Choice(words, f"a reference of {self.quantity.value}")

    def write(self, value: Value) -> Json:
        """Return the object."""
        if isinstance(value, Zone):
            return {"zone": value.number}
        if isinstance(value, Named):
            return {"named": value.name} | (
                {"tolerance": jsonable(value.tolerance)} if value.tolerance else {}
            )
        kind = self._kind("low", shared=value.of is not None)
        of = {"of": value.of.value} if value.of else {}
        if isinstance(value, Ramp):
            return {"from": kind.write(value.start), "to": kind.write(value.end)} | of
        return {"low": kind.write(value.low), "high": kind.write(value.high)} | of

    def schema(self) -> dict[str, Json]:
        """Describe the four shapes."""
        number = self._kind("low", shared=False).schema()
        of = self._references().schema()
        shapes: list[dict[str, Any]] = [_object({"low": number, "high": number}, of)]
        shapes.append(_object({"from": number, "to": number}, of))
        if self.quantity in (Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER):
            shapes.append(_object({"zone": {"type": "integer", "minimum": 1, "maximum": 10}}))
        if self.quantity is Quantity.SPEED:
            named = _object({"named": {"type": "string"}})
            named["properties"]["tolerance"] = {"description": "seconds a kilometre"} | SECONDS.schema()
            shapes.append(named)
        return {"oneOf": shapes}


def _is_pace(node: Node | None) -> bool:
    """Tell whether a number is written as a pace, whose low end in seconds is the high one in speed."""
    return isinstance(node, ScalarNode) and "/" in node.text


def _object(properties: dict[str, Any], of: dict[str, Any] | None = None) -> dict[str, Any]:
    optional = {"of": of} if of and of["enum"] else {}
    return {
        "type": "object",
        "properties": properties | optional,
        "required": list(properties),
        "additionalProperties": False,
    }


TARGET: Final = OneOf(
    cases={quantity.value: (ValueKind(quantity), partial(Target, quantity)) for quantity in Quantity},
    case_of=lambda target: (target.quantity.value, target.value),
    what="a target",
)
