"""The keys of an athlete."""

from __future__ import annotations

import re
from typing import Any, Final

from workout_core.documents.kinds import Key, ListOf, PairsOf, Table
from workout_core.documents.places import FAILED, Place
from workout_core.documents.scalars import (
    BPM,
    KILOGRAMS,
    LINE,
    METRES,
    SECONDS,
    SPEED,
    WATTS,
    choice,
    jsonable,
)
from workout_core.documents.targets import NUMBERS
from workout_core.documents.tree import Node, Scalar
from workout_core.errors import InvalidWorkout, suggestion
from workout_core.model.athlete import Athlete, Race, Units
from workout_core.model.target import Quantity, Range
from workout_core.units import read_speed

_PACE_RANGE: Final = re.compile(r"([0-9:.]+)\s*[-\u2013]\s*([0-9:.]+)\s*(/.*)")
_ENDS: Final = Table(
    "a range",
    (
        Key(name="low", kind=SPEED, attribute="low", required=True),
        Key(name="high", kind=SPEED, attribute="high", required=True),
    ),
    Range,
)


class _Pace:
    """A pace of the athlete's own: one pace, or a range of paces."""

    def read(self, node: Node, place: Place) -> Any:
        """Return a range of metres per second."""
        if not isinstance(node, Scalar):
            return _ENDS.read(node, place)
        if found := _PACE_RANGE.fullmatch(node.text.strip()):
            return place.attempt(node, lambda: _range(found))
        speed = SPEED.read(node, place)
        return FAILED if speed is FAILED else Range(speed, speed)

    def write(self, value: Range) -> Any:
        """Return one number, or the two ends."""
        return jsonable(value.low) if value.low == value.high else _ENDS.write(value)

    def schema(self) -> dict[str, Any]:
        """Describe both."""
        return {"oneOf": [SPEED.schema(), _ENDS.schema()]}


def _range(found: re.Match[str]) -> Range:
    ends = sorted(read_speed(f"{pace}{found[3]}") for pace in (found[1], found[2]))
    return Range(*ends)


class _Zones:
    """Zones of the athlete's own: by quantity, the edges from the bottom of Z1 to the top of the last."""

    pairs: Final = PairsOf(ListOf(LINE))

    def read(self, node: Node, place: Place) -> Any:
        """Return pairs of a quantity and its zones."""
        named = self.pairs.read(node, place)
        if named is FAILED:
            return FAILED
        return place.attempt(node, lambda: tuple(self._quantity(*pair) for pair in named))

    @staticmethod
    def _quantity(name: str, edges: tuple[str, ...]) -> tuple[Quantity, tuple[Range, ...]]:
        zoned = {"heart_rate": Quantity.HEART_RATE, "speed": Quantity.SPEED, "power": Quantity.POWER}
        if name not in zoned:
            raise InvalidWorkout(f"{name!r} has no zones ({suggestion(name, zoned)})")
        numbers = [NUMBERS[zoned[name]].parse(edge) for edge in edges]
        ranges = tuple(Range(low, high) for low, high in zip(numbers, numbers[1:], strict=False))
        return zoned[name], ranges

    def write(self, value: Any) -> Any:
        """Return the edges by quantity."""
        return {
            quantity.value: [jsonable(zone.low) for zone in zones] + [jsonable(zones[-1].high)]
            for quantity, zones in value
        }

    def schema(self) -> dict[str, Any]:
        """Describe the edges."""
        edges = {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 11}
        return {"type": "object", "additionalProperties": edges}


RACE: Final = Table(
    "a race",
    (
        Key(name="distance", kind=METRES, attribute="metres", required=True),
        Key(name="time", kind=SECONDS, attribute="seconds", required=True),
    ),
    Race,
)
ATHLETE: Final = Table(
    "an athlete",
    (
        Key(name="athlete", kind=LINE, attribute="name", required=True, says="a name"),
        Key(name="threshold_pace", kind=SPEED, attribute="threshold_speed", says="about one hour's race"),
        Key(name="race", kind=RACE, attribute="race", says="a recent race, instead of a threshold"),
        Key(name="threshold_heart_rate", kind=BPM, attribute="threshold_heart_rate", says="LTHR"),
        Key(name="max_heart_rate", kind=BPM, attribute="max_heart_rate"),
        Key(name="resting_heart_rate", kind=BPM, attribute="resting_heart_rate"),
        Key(name="ftp", kind=WATTS, attribute="ftp", says="functional threshold power, or critical power"),
        Key(
            name="one_rep_max",
            kind=PairsOf(KILOGRAMS),
            attribute="one_rep_max",
            default=(),
            says="by exercise",
        ),
        Key(name="zones", kind=_Zones(), attribute="zones", default=(), says="own zones, as edges"),
        Key(name="paces", kind=PairsOf(_Pace()), attribute="paces", default=(), says="own named paces"),
        Key(name="units", kind=choice(Units, "units"), attribute="units", default=Units.METRIC),
    ),
    Athlete,
)
