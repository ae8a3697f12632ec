"""The keys of a duration, and of what ends a repeat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Kind, OneOf
from workout_core.documents.scalars import COUNT, KILOCALORIES, METRES, SECONDS
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
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
        what=lambda: gettext("a limit of {quantity}", quantity=quantity),
    )


LIMIT: Final = OneOf(
    cases={quantity: (_side(quantity), partial(_limit, quantity)) for quantity in ("heart_rate", "power")},
    case_of=_limit_of,
    what=gettext_noop("a limit"),
)


class NumberOrRange(Generic[T]):
    """A number, or both ends of a range: ``1800``, or ``{"low": 1800, "high": 2400}``.

    Args:
        what: a range of which, for messages.
        number: reads the number, and each end.
        make: makes the value of a number, or of both ends by their names.
        ends: the attributes of the value that have the ends.
        alone: the one of them that has the number where there is no range.
    """

    def __init__(
        self, what: str, number: Kind[Any], make: Callable[..., T], ends: tuple[str, str], alone: str
    ) -> None:
        low, high = ends
        self._alone = alone
        self._other = high if alone == low else low
        self._number = number
        self._make = make
        self._ends = Table(
            lambda: gettext("a range of {what}", what=pgettext("a range of", what)),
            (
                Key(name="low", kind=number, attribute=low, required=True),
                Key(name="high", kind=number, attribute=high, required=True),
            ),
            make,
        )

    def read(self, node: Node, place: Place) -> T | Failed:
        """Return what is made of the number, or of the ends."""
        if not isinstance(node, ScalarNode):
            return self._ends.read(node, place)
        number = self._number.read(node, place)
        return FAILED if number is FAILED else place.attempt(node, lambda: self._make(number))

    def write(self, value: T) -> Json:
        """Return the number, or both ends."""
        is_range = getattr(value, self._other) is not None
        return self._ends.write(value) if is_range else self._number.write(getattr(value, self._alone))

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [self._number.schema(), self._ends.schema()]}


_COUNTED: Final = MappingProxyType(
    {
        Counted.REPS: pgettext_noop("a range of", "reps"),
        Counted.STEPS: pgettext_noop("a range of", "steps"),
        Counted.BREATHS: pgettext_noop("a range of", "breaths"),
    }
)
_RANGES: Final[Mapping[str, NumberOrRange[Any]]] = MappingProxyType(
    {
        "time": NumberOrRange(
            pgettext_noop("a range of", "times"), SECONDS, Time, ("seconds", "longest"), "seconds"
        ),
        "distance": NumberOrRange(
            pgettext_noop("a range of", "distances"), METRES, Distance, ("metres", "farthest"), "metres"
        ),
        **{
            of.value: NumberOrRange(_COUNTED[of], COUNT, partial(Reps, of=of), ("least", "count"), "count")
            for of in Counted
        },
    }
)
_ALONE: Final[Mapping[str, tuple[Kind[Any], type, str]]] = MappingProxyType(
    {
        "time": (SECONDS, Time, "seconds"),
        "distance": (METRES, Distance, "metres"),
        "calories": (KILOCALORIES, Calories, "kilocalories"),
    }
)
_NAMES: Final = MappingProxyType({kind: name for name, (_, kind, _) in _ALONE.items()})


def _duration_of(duration: Duration) -> tuple[str, Any]:
    if isinstance(duration, Reps):
        return duration.of.value, duration
    name = _NAMES.get(type(duration), "until")
    return name, duration.kilocalories if isinstance(duration, Calories) else duration


def _until_of(until: Until) -> tuple[str, Any]:
    name = _NAMES.get(type(until))
    return (name, getattr(until, _ALONE[name][2])) if name else _limit_of(until)


DURATION: Final[OneOf[Duration]] = OneOf(
    cases={name: (kind, _as_it_is) for name, kind in _RANGES.items()}
    | {"calories": (KILOCALORIES, Calories), "until": (LIMIT, _as_it_is)},
    case_of=_duration_of,
    what=gettext_noop("a duration"),
    words={"lap": LapButton(), "max reps": MaxReps()},
)
UNTIL: Final[OneOf[Until]] = OneOf(
    cases={name: (kind, make) for name, (kind, make, _) in _ALONE.items()} | dict(LIMIT.cases),
    case_of=_until_of,
    what=gettext_noop("what a repeat can last until"),
)


class Passes(NamedTuple):
    """How often: a number of *times*, and in a range how often at *most*."""

    times: int
    most: int | None = None


class TimesOrUntil:
    """How often: a number, both ends of a range, or ``{until: …}``."""

    counted = NumberOrRange(pgettext_noop("a range of", "passes"), COUNT, Passes, ("times", "most"), "times")
    inner = OneOf(
        cases={"until": (UNTIL, _as_it_is)},
        case_of=lambda until: ("until", until),
        what=gettext_noop("a repeat"),
    )

    def read(self, node: Node, place: Place) -> Passes | Until | Failed:
        """Return a number of times, or what ends the repeat."""
        is_range = isinstance(node, MappingNode) and any(map(node.get, ("low", "high")))
        if isinstance(node, ScalarNode) or is_range:
            return self.counted.read(node, place)
        return self.inner.read(node, place)

    def write(self, value: Passes | Until) -> Json:
        """Return the number, both ends, or an object with ``until``."""
        return self.counted.write(value) if isinstance(value, Passes) else self.inner.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe all three."""
        count, ends = self.counted.schema()["oneOf"]
        return {"oneOf": [count | {"minimum": 1}, ends, *self.inner.schema()["oneOf"]]}
