"""The keys of an athlete."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeAlias

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, ListOf, PairsOf
from workout_core.documents.races import RACE
from workout_core.documents.scalars import (
    BPM,
    KILOGRAMS,
    LANGUAGE,
    LINE,
    SPEED,
    TOLERANCE,
    UNITS,
    WATTS,
    jsonable,
)
from workout_core.documents.source import FAILED, Failed, Place, all_or_failed
from workout_core.documents.targets import NUMBERS
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.errors import shown, suggestion
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import PLATES, Athlete
from workout_core.model.target import Named, Quantity, Range, Target
from workout_core.notation.targets import name_meant, target_alone
from workout_core.notation.words import write_target
from workout_core.patterns import lazy_pattern
from workout_core.units import Units, read_speed

_QuantityZones: TypeAlias = tuple[Quantity, tuple[Range, ...]]
_PACE_RANGE: Final = lazy_pattern(r"([0-9:.]+)\s*[-\u2013]\s*([0-9:.]+)\s*(/.*|km/h|mph|m/s)")
_ZONED: Final = MappingProxyType(
    {quantity.value: quantity for quantity in (Quantity.HEART_RATE, Quantity.SPEED, Quantity.POWER)}
)
_ENDS: Final = Table(
    gettext_noop("a range"),
    (
        Key(name="low", kind=SPEED, attribute="low", required=True),
        Key(name="high", kind=SPEED, attribute="high", required=True),
    ),
    Range,
)


class _Pace:
    """A pace of the athlete's own: one pace, or a range of paces."""

    def read(self, node: Node, place: Place) -> Range | Failed:
        """Return a range of metres per second."""
        if not isinstance(node, ScalarNode):
            return _ENDS.read(node, place)
        if found := _PACE_RANGE.fullmatch(node.text.strip()):
            return place.attempt(node, lambda: _range(found))
        speed = SPEED.read(node, place)
        return FAILED if speed is FAILED else Range(speed, speed)

    def write(self, value: Range) -> Json:
        """Return one number, or the two ends."""
        return jsonable(value.low) if value.low == value.high else _ENDS.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [SPEED.schema(), _ENDS.schema()]}


def _range(found: re.Match[str]) -> Range:
    low, high = sorted(read_speed(f"{pace}{found[3]}") for pace in (found[1], found[2]))
    return Range(low, high)


class _Zones:
    """Zones of the athlete's own: by quantity, the edges from the bottom of Z1 to the top of the last."""

    def read(self, node: Node, place: Place) -> tuple[_QuantityZones, ...] | Failed:
        """Return pairs of a quantity and its zones."""
        if not isinstance(node, MappingNode):
            return place.problem(
                node, gettext("must be edges by quantity, such as 'heart_rate: [100, 120, 140]'")
            )
        return all_or_failed([self._quantity(key, value, place) for key, value in node.pairs])

    @staticmethod
    def _quantity(key: ScalarNode, node: Node, place: Place) -> _QuantityZones | Failed:
        if key.text not in _ZONED:
            hint = suggestion(key.text, _ZONED)
            return place.problem(
                key, gettext("{text} has no zones ({hint})", text=shown(key.text), hint=hint)
            )
        quantity, inside = _ZONED[key.text], place.key(key.text)
        edges = ListOf(NUMBERS[quantity], least=2).read(node, inside)
        if edges is FAILED:
            return FAILED
        return inside.attempt(
            node, lambda: _checked(quantity, tuple(Range(*ends) for ends in pairwise(edges)))
        )

    def write(self, value: tuple[_QuantityZones, ...]) -> Json:
        """Return the edges by quantity."""
        return {
            quantity.value: [jsonable(zone.low) for zone in zones] + [jsonable(zones[-1].high)]
            for quantity, zones in value
        }

    def schema(self) -> dict[str, Json]:
        """Describe the edges of each quantity."""
        return {
            "type": "object",
            "properties": {
                name: ListOf(NUMBERS[quantity], least=2).schema() | {"maxItems": 11}
                for name, quantity in _ZONED.items()
            },
            "additionalProperties": False,
        }


class _Means:
    """What names mean to the athlete: targets in the notation, by name."""

    def read(self, node: Node, place: Place) -> tuple[tuple[str, Target], ...] | Failed:
        """Return pairs of a name and a target; a short name for another one, ``MP``, is that."""
        pairs = PairsOf(_TargetText()).read(node, place)
        if pairs is FAILED or not isinstance(node, MappingNode):
            return FAILED
        named: dict[str, Target] = {}
        texts: dict[str, str] = {}
        for (text, target), (key, _) in zip(pairs, node.pairs, strict=True):
            name = name_meant(text)
            if name in named:
                return place.problem(
                    key,
                    gettext(
                        "{text} is given twice (as {other} too)", text=shown(text), other=shown(texts[name])
                    ),
                )
            # where a name leads can only be seen among all of them
            checked: Callable[[], object] = partial(Athlete, means=((name, target),))
            if isinstance(target.value, Named):
                checked = partial(Named, name)
            if place.attempt(key, checked) is FAILED:
                return FAILED
            named[name], texts[name] = target, text
        means = tuple(named.items())
        return FAILED if place.attempt(node, partial(Athlete, means=means)) is FAILED else means

    def write(self, value: tuple[tuple[str, Target], ...]) -> Json:
        """Return the targets by name, as the notation writes them."""
        return PairsOf(_TargetText()).write(value)

    def schema(self) -> dict[str, Json]:
        """Describe texts by name."""
        return PairsOf(_TargetText()).schema()


class _TargetText:
    """A target in the notation."""

    def read(self, node: Node, place: Place) -> Target | Failed:
        """Return the target; what is wrong with it is told at its letter."""
        if not isinstance(node, ScalarNode):
            return place.problem(node, gettext("must be one target (like 'Z2 HR', 'RPE 7' or '240-255W')"))
        found = target_alone(node.text)
        return found if isinstance(found, Target) else place.problems_inside(node, [found])

    def write(self, value: Target) -> Json:
        """Return the target as the notation writes it."""
        return write_target(value)

    def schema(self) -> dict[str, Json]:
        """Describe a text."""
        return {"type": "string", "examples": ["Z2 HR", "RPE 7", "240-255W"]}


def _checked(quantity: Quantity, zones: tuple[Range, ...]) -> _QuantityZones:
    """Return the pair if an athlete may have it."""
    return Athlete(zones=((quantity, zones),)).zones[0]


ATHLETE: Final = Table(
    gettext_noop("an athlete"),
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
        Key(
            name="plates",
            kind=KILOGRAMS,
            attribute="plates",
            default=PLATES,
            says="the smallest change of a load that the plates allow",
        ),
        Key(name="zones", kind=_Zones(), attribute="zones", default=(), says="own zones, as edges"),
        Key(name="paces", kind=PairsOf(_Pace()), attribute="paces", default=(), says="own named paces"),
        Key(
            name="means",
            kind=_Means(),
            attribute="means",
            default=(),
            says="what names of intensities mean, as targets in the notation",
        ),
        Key(name="tolerance", kind=TOLERANCE, attribute="tolerance", says="of named paces; 5s when left out"),
        Key(name="goal", kind=RACE, attribute="goal", says="the race to come, for 'goal pace'"),
        Key(name="units", kind=UNITS, attribute="units", default=Units.METRIC),
        Key(name="language", kind=LANGUAGE, attribute="language", says="what they are told in"),
    ),
    Athlete,
)
