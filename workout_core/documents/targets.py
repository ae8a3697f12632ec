"""The keys of a target: a quantity, and a range, a zone, a name or a ramp of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Choice, Json, Kind, OneOf, Text
from workout_core.documents.scalars import (
    BPM,
    COUNT,
    LINE,
    METRES,
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
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, RepTime, Target, Value, Zone
from workout_core.units import read_number

NUMBERS: Final = MappingProxyType(
    {
        Quantity.SPEED: SPEED,
        Quantity.HEART_RATE: BPM,
        Quantity.POWER: WATTS,
        Quantity.CADENCE: PER_MINUTE,
        Quantity.EFFORT: NUMBER,
    }
)
_SHAPES: Final = (("low", "high"), ("from", "to"), ("zone",), ("time", "distance"), ("named",))
_OF_NAMED: Final = ("tolerance", "offset", "share")
_KEYS: Final = (*(key for shape in _SHAPES for key in shape), *_OF_NAMED, "of")


def _offset(text: str) -> float:
    """Read seconds a kilometre, with a sign where they are fewer: ``20``, ``-5s``, ``+10s/km``."""
    clean = text.strip().replace("\N{MINUS SIGN}", "-").removesuffix("/km").rstrip()
    number = clean.removesuffix("s").rstrip()
    try:
        return read_number(number)
    except InvalidWorkout:
        told = gettext("{text} is not an offset (like '20s' or '-5s', a kilometre)", text=shown(text))
        raise InvalidWorkout(told) from None


OFFSET: Final = Text(
    _offset, jsonable, {"type": ["number", "string"], "examples": [20, "-5s"]}, gettext_noop("seconds")
)


@frozen
class _OneOrTwo:
    """A number, or the low and the high end of a range of them."""

    inner: Kind[float]

    def read(self, node: Node, place: Place) -> Range | Failed:
        """Return a range."""
        if isinstance(node, MappingNode):
            return self._table().read(node, place)
        one = self.inner.read(node, place)
        return FAILED if one is FAILED else Range(one, one)

    def _table(self) -> Table[Range]:
        keys = [Key(name=name, kind=self.inner, attribute=name, required=True) for name in ("low", "high")]
        return Table(gettext_noop("a range"), tuple(keys), Range)

    def write(self, value: Range) -> Json:
        """Return one number, or the two ends."""
        return self.inner.write(value.low) if value.low == value.high else self._table().write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [self.inner.schema(), self._table().schema()]}


_PARTS_OF_NAMED: Final[Mapping[str, Kind[Any]]] = MappingProxyType(
    {"tolerance": SECONDS, "offset": _OneOrTwo(OFFSET), "share": _OneOrTwo(SHARE)}
)
_PARTS_OF_TIME: Final[Mapping[str, Kind[Any]]] = MappingProxyType(
    {"time": _OneOrTwo(SECONDS), "distance": METRES}
)


@frozen
class ValueKind:
    """What to hold of one quantity.

    ``low`` and ``high``, ``from`` and ``to``, ``zone``, ``time`` and ``distance``, or ``named``.
    """

    quantity: Quantity

    def read(self, node: Node, place: Place) -> Value | Failed:
        """Return a range, a ramp, a zone or a name."""
        if not isinstance(node, MappingNode):
            return place.problem(
                node, gettext("must be 'low' and 'high', 'from' and 'to', 'zone' or 'named'")
            )
        for key, _ in node.pairs:
            if key.text not in _KEYS:
                hint = node.suggestion(key.text, _KEYS)
                return place.problem(
                    key, gettext("{text} is not a key of a target ({hint})", text=shown(key.text), hint=hint)
                )
        given = {key.text for key, _ in node.pairs} - {"of"}
        of_named = given & set(_OF_NAMED) if "named" in given else set()
        shape = next((shape for shape in _SHAPES if set(shape) == given - of_named), None)
        if shape is None:
            return place.problem(
                node, gettext("needs 'low' and 'high', or 'from' and 'to', or 'zone', or 'named'")
            )
        return self._values(node, shape, place)

    def _values(self, node: MappingNode, shape: tuple[str, ...], place: Place) -> Value | Failed:
        of_node = node.get("of")
        of = None if of_node is None else self._references().read(of_node, place.key("of"))
        if of_node is not None and shape[0] in ("zone", "named", "time"):
            return place.problem(of_node, gettext("'of' does not go with '{key}'", key=shape[0]))
        if shape[0] in ("named", "time"):
            return self._pace(node, place)
        shared = of is not None
        values = [
            self._kind(name, shared=shared).read(node.get(name) or node, place.key(name)) for name in shape
        ]
        if of is FAILED or FAILED in values:
            return FAILED
        if shape == ("low", "high") and all(_is_pace(node.get(name)) for name in shape):
            values.sort()
        make: Any = {"low": Range, "from": Ramp, "zone": Zone}[shape[0]]
        alone = node.get(shape[0]) if len(shape) == 1 else None
        where = place if alone is None else place.key(shape[0])
        return where.attempt(alone or node, lambda: make(*values, *([of] if of else [])))

    @staticmethod
    def _pace(node: MappingNode, place: Place) -> Named | RepTime | Failed:
        """Return a pace that has a name, or a time for a distance."""
        kinds = {**_PARTS_OF_NAMED, **_PARTS_OF_TIME, "named": LINE}
        read: dict[str, Any] = {}
        for key, value in node.pairs:
            read[key.text] = kinds[key.text].read(value, place.key(key.text))
        if FAILED in read.values():
            return FAILED
        name = node.get("named")
        if name is None:
            time = read["time"]
            return place.attempt(node, lambda: RepTime(read["distance"], time.low, time.high))
        alone = len(read) == 1
        where = place.key("named") if alone else place
        return where.attempt(name if alone else node, lambda: Named(read.pop("named"), **read))

    def _kind(self, name: str, *, shared: bool) -> Kind[Any]:
        if name == "zone":
            return COUNT
        return SHARE if shared else NUMBERS[self.quantity]

    def _references(self) -> Choice[Reference]:
        words = {of.value: of for of in Reference if of.quantity is self.quantity}
        return Choice(words, lambda: gettext("a reference of {quantity}", quantity=self.quantity.value))

    def write(self, value: Value) -> Json:
        """Return the object."""
        if isinstance(value, Zone):
            return {"zone": value.number}
        if isinstance(value, Named):
            parts = {name: getattr(value, name) for name in _OF_NAMED}
            own = {
                name: _PARTS_OF_NAMED[name].write(part) for name, part in parts.items() if part is not None
            }
            return {"named": value.name} | own
        if isinstance(value, RepTime):
            time = _PARTS_OF_TIME["time"].write(Range(value.fastest, value.slowest))
            return {"time": time, "distance": METRES.write(value.metres)}
        kind = self._kind("low", shared=value.of is not None)
        of = {"of": value.of.value} if value.of else {}
        if isinstance(value, Ramp):
            return {"from": kind.write(value.start), "to": kind.write(value.end)} | of
        return {"low": kind.write(value.low), "high": kind.write(value.high)} | of

    def schema(self) -> dict[str, Json]:
        """Describe the shapes."""
        number = self._kind("low", shared=False).schema()
        of = self._references().schema()
        shapes: list[dict[str, Any]] = [_object({"low": number, "high": number}, of)]
        shapes.append(_object({"from": number, "to": number}, of))
        if self.quantity in (Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER):
            shapes.append(_object({"zone": {"type": "integer", "minimum": 1, "maximum": 10}}))
        if self.quantity is Quantity.SPEED:
            named = _object({"named": {"type": "string"}})
            says = ("seconds a kilometre", "seconds a kilometre slower, negative if faster", "of its speed")
            for (name, kind), words in zip(_PARTS_OF_NAMED.items(), says, strict=True):
                named["properties"][name] = {"description": words} | kind.schema()
            shapes.append(named)
            shapes.append(_object({name: kind.schema() for name, kind in _PARTS_OF_TIME.items()}))
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
    what=gettext_noop("a target"),
)
