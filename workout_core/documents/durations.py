"""The keys of a duration, and of what ends a repeat."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_args

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Kind, OneOf
from workout_core.documents.scalars import COUNT, KILOCALORIES, METRES, SECONDS
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.model.duration import (
    Calories,
    Counted,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
    Until,
)

T = TypeVar("T")
_LIMITS = MappingProxyType(
    {
        ("heart_rate", "above"): HeartRateAbove,
        ("heart_rate", "below"): HeartRateBelow,
        ("power", "above"): PowerAbove,
        ("power", "below"): PowerBelow,
    }
)
_LIMIT_NAMES = MappingProxyType({kind: names for names, kind in _LIMITS.items()})


def _as_it_is(value: T) -> T:
    return value


def _limit_of(limit: Any) -> tuple[str, tuple[str, int]]:
    quantity, side = _LIMIT_NAMES[type(limit)]
    return quantity, (side, limit.bpm if quantity == "heart_rate" else limit.watts)


def _limit(quantity: str, sided: tuple[str, int]) -> Any:
    side, value = sided
    return _LIMITS[quantity, side](value)


def _sided(side: str, value: int) -> tuple[str, int]:
    return side, value


def _side(quantity: str) -> OneOf[tuple[str, int]]:
    return OneOf(
        cases={side: (COUNT, partial(_sided, side)) for side in ("above", "below")},
        case_of=_as_it_is,
        what=f"a limit of {quantity}",
    )


LIMIT: Final = OneOf(
    cases={quantity: (_side(quantity), partial(_limit, quantity)) for quantity in ("heart_rate", "power")},
    case_of=_limit_of,
    what="a limit",
)


class _RepsOrRange:
    """Repetitions, or what else is counted: a number, or the ends of a range."""

    def __init__(self, of: Counted) -> None:
        self._of = of
        self._ends = Table(
            f"a range of {of.value}",
            (
                Key(name="low", kind=COUNT, attribute="least", required=True),
                Key(name="high", kind=COUNT, attribute="count", required=True),
            ),
            partial(Reps, of=of),
        )

    def read(self, node: Node, place: Place) -> Reps | Failed:
        """Return the repetitions."""
        if not isinstance(node, ScalarNode):
            return self._ends.read(node, place)
        count = COUNT.read(node, place)
        return FAILED if count is FAILED else place.attempt(node, lambda: Reps(count, of=self._of))

    def write(self, value: Reps) -> Json:
        """Return the number, or both ends."""
        return value.count if value.least is None else self._ends.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [COUNT.schema(), self._ends.schema()]}


_AMOUNTS: Final[Mapping[str, tuple[Kind[Any], type, str]]] = MappingProxyType(
    {
        "time": (SECONDS, Time, "seconds"),
        "distance": (METRES, Distance, "metres"),
        **{of.value: (_RepsOrRange(of), Reps, "") for of in Counted},
        "calories": (KILOCALORIES, Calories, "kilocalories"),
    }
)


def _duration_of(duration: Duration) -> tuple[str, Any]:
    if isinstance(duration, Reps):
        return duration.of.value, duration
    for name, (_, kind, attribute) in _AMOUNTS.items():
        if isinstance(duration, kind):
            return name, getattr(duration, attribute) if attribute else duration
    return "until", duration


DURATION: Final[OneOf[Duration]] = OneOf(
    cases={
        name: (kind, make if attribute else _as_it_is) for name, (kind, make, attribute) in _AMOUNTS.items()
    }
    | {"until": (LIMIT, _as_it_is)},
    case_of=_duration_of,
    what="a duration",
    words={"lap": LapButton(), "max reps": MaxReps()},
)
UNTIL: Final[OneOf[Until]] = OneOf(
    cases={name: (kind, make) for name, (kind, make, _) in _AMOUNTS.items() if make in get_args(Until)}
    | dict(LIMIT.cases),
    case_of=lambda until: _duration_of(until) if _duration_of(until)[0] != "until" else _limit_of(until),
    what="what a repeat can last until",
)


class TimesOrUntil:
    """How often: a number, or ``{until: …}``."""

    inner = OneOf(
        cases={"until": (UNTIL, _as_it_is)}, case_of=lambda until: ("until", until), what="a repeat"
    )

    def read(self, node: Node, place: Place) -> int | Until | Failed:
        """Return a number of times, or what ends the repeat."""
        return COUNT.read(node, place) if isinstance(node, ScalarNode) else self.inner.read(node, place)

    def write(self, value: int | Until) -> Json:
        """Return the number, or an object with ``until``."""
        return value if isinstance(value, int) else self.inner.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [{"type": "integer", "minimum": 1}, *self.inner.schema()["oneOf"]]}
