"""The keys of a load."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, OneOf
from workout_core.documents.scalars import COUNT, KILOGRAMS, LINE, SHARE, choice
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.languages import gettext_noop
from workout_core.model.exercise import Band, BodyWeight, Implement, Load, OneRepMax, Weight

_LOADS: Final = MappingProxyType(
    {
        Weight: ("kilograms", ""),
        OneRepMax: ("one_rep_max", "share"),
        BodyWeight: ("body_weight", "added"),
        Band: ("band", "resistance"),
    }
)


def _load_of(load: Load) -> tuple[str, Any]:
    name, attribute = _LOADS[type(load)]
    return name, getattr(load, attribute) if attribute else load


class _WeightOrPieces:
    """A weight: a number of kilograms, or how many pieces of what."""

    _pieces = Table(
        gettext_noop("a weight"),
        (
            Key(name="each", kind=KILOGRAMS, attribute="kilograms", required=True, says="of one piece"),
            Key(name="pieces", kind=COUNT, attribute="pieces", default=1, says="lifted at once"),
            Key(
                name="implement",
                kind=choice(Implement, gettext_noop("an implement")),
                attribute="implement",
                says="what it is",
            ),
        ),
        Weight,
    )

    def read(self, node: Node, place: Place) -> Weight | Failed:
        """Return the weight."""
        if not isinstance(node, ScalarNode):
            return self._pieces.read(node, place)
        kilograms = KILOGRAMS.read(node, place)
        return FAILED if kilograms is FAILED else place.attempt(node, lambda: Weight(kilograms))

    def write(self, value: Weight) -> Json:
        """Return the number, or all there is to it."""
        return self._pieces.write(value) if value.is_told_apart else KILOGRAMS.write(value.kilograms)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [KILOGRAMS.schema(), self._pieces.schema()]}


def _as_it_is(load: Load) -> Load:
    return load


LOAD: Final[OneOf[Load]] = OneOf(
    cases={
        "kilograms": (_WeightOrPieces(), _as_it_is),
        "one_rep_max": (SHARE, OneRepMax),
        "body_weight": (KILOGRAMS, BodyWeight),
        "band": (LINE, Band),
    },
    case_of=_load_of,
    what=gettext_noop("a load"),
    words={"body weight": BodyWeight()},
)
