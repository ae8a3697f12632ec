"""What to hold during a step: a range, a zone, a named pace, a time for a distance or a ramp."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import field, frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.bounds import as_whole, called, one_line, ordered, whole, within
from workout_core.model.duration import FARTHEST
from workout_core.model.value_object import ValueObject
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import with_sign


class Quantity(Enum):
    """What is measured, and in which unit: m/s, bpm, W, per minute, and RPE on the CR-10 scale."""

    # A member is the key of many tables, and the hash of Enum is a Python function.
    __hash__ = object.__hash__

    SPEED = "speed"
    HEART_RATE = "heart_rate"
    POWER = "power"
    CADENCE = "cadence"
    EFFORT = "effort"


_BOTH_OF: Final = MappingProxyType(
    {
        Quantity.SPEED: gettext_noop("both targets are of speed"),
        Quantity.HEART_RATE: gettext_noop("both targets are of heart_rate"),
        Quantity.POWER: gettext_noop("both targets are of power"),
        Quantity.CADENCE: gettext_noop("both targets are of cadence"),
        Quantity.EFFORT: gettext_noop("both targets are of effort"),
    }
)


def both_of(quantity: Quantity) -> str:
    """Say that both targets of a step are of one *quantity*."""
    return gettext(_BOTH_OF[quantity])


class Reference(Enum):
    """The athlete's number that a share refers to; the value is the field of the athlete."""

    THRESHOLD_PACE = "threshold_pace"
    THRESHOLD_HEART_RATE = "threshold_heart_rate"
    MAX_HEART_RATE = "max_heart_rate"
    HEART_RATE_RESERVE = "heart_rate_reserve"
    FTP = "ftp"

    @property
    def quantity(self) -> Quantity:
        """The quantity this is a threshold of; a share of a pace is a share of its speed."""
        return _QUANTITIES[self]


_QUANTITIES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: Quantity.SPEED,
        Reference.THRESHOLD_HEART_RATE: Quantity.HEART_RATE,
        Reference.MAX_HEART_RATE: Quantity.HEART_RATE,
        Reference.HEART_RATE_RESERVE: Quantity.HEART_RATE,
        Reference.FTP: Quantity.POWER,
    }
)
BOUNDS: Final = MappingProxyType(
    {
        Quantity.SPEED: (0.1, 40.0, "m/s"),
        Quantity.HEART_RATE: (30, 250, "bpm"),
        Quantity.POWER: (1, 5000, "W"),
        Quantity.CADENCE: (1, 300, "per minute"),
        Quantity.EFFORT: (1, 10, ""),
    }
)
_SLOWEST, _FASTEST, _ = BOUNDS[Quantity.SPEED]
SHARE_BOUNDS: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: (0.1, 3.0),
        Reference.THRESHOLD_HEART_RATE: (0.1, 1.5),
        Reference.MAX_HEART_RATE: (0.1, 1.0),
        Reference.HEART_RATE_RESERVE: (0.0, 1.0),
        Reference.FTP: (0.01, 10.0),
    }
)
OFFSET_BOUNDS: Final = (-600, 600, "s/km")
NAMED_SHARE_BOUNDS: Final = (0.1, 3.0)
"""Shares of the speed of a named pace, as of that at threshold."""
_PACE_NAME: Final = lazy_pattern(r"[^\W\d_][\w' +-]*|[0-9]+(?:\.[0-9]+)?(?:k|km|mi|m) pace")
_NOT_A_PACE_NAME: Final = lazy_pattern(r"z[0-9].*|rpe(?![^\W\d_]).*|.*\bramp")


@frozen(eq=False, repr=False)
class Range(ValueObject):
    """Stay between *low* and *high*, both included.

    Attributes:
        low: in the quantity's own unit, or a share (0.85 is 85 %) when *of* is given.
        high: the same.
        of: what low and high are shares of; of a threshold pace, of its speed.
    """

    low: float
    high: float
    of: Reference | None = None

    def __attrs_post_init__(self) -> None:
        ordered(self.low, self.high)


def is_capped(value: Range, quantity: Quantity) -> bool:
    """Tell whether *value*, of a heart rate or a power, begins with the least there is: under 140 bpm."""
    if quantity not in (Quantity.HEART_RATE, Quantity.POWER):
        return False
    least = BOUNDS[quantity][0] if value.of is None else SHARE_BOUNDS[value.of][0]
    return 0 < least == value.low < value.high


@frozen(eq=False, repr=False)
class Ramp(ValueObject):
    """Change evenly from *start* to *end* over the step.

    Attributes:
        start: in the quantity's own unit, or a share when *of* is given.
        end: the same.
        of: what start and end are shares of.
    """

    start: float
    end: float
    of: Reference | None = None

    def __attrs_post_init__(self) -> None:
        if self.start == self.end:
            number = with_sign(f"{self.start:.12g}")
            raise InvalidWorkout(gettext("a ramp needs two different ends: {number}", number=number))


@frozen(eq=False, repr=False)
class Zone(ValueObject):
    """Stay in zone *number*, of the athlete or else of the watch."""

    number: int = field(converter=as_whole)

    def __attrs_post_init__(self) -> None:
        whole("zone", self.number, 1, 10)


def _folded(text: str) -> str:
    return " ".join(one_line(text).casefold().split())


def check_tolerance(seconds: float | None) -> None:
    """Refuse a tolerance that is none: *seconds* a kilometre, or None where nothing is said of it.

    Raises:
        InvalidWorkout: it is negative, or more than a minute.
    """
    if seconds is not None:
        within("tolerance", seconds, 0, 60, "s/km")


@frozen(eq=False, repr=False)
class Named(ValueObject):
    """Hold the pace that the athlete calls *name*: ``easy``, ``threshold``, ``10km pace``.

    Attributes:
        name: of the pace.
        tolerance: how many seconds a kilometre it may be off; 0 is exactly, and None as is usual.
        offset: seconds a kilometre slower than it, or faster where they are negative; or
        share: of its speed: 0.95 is 95 %.
    """

    name: str = field(converter=_folded)
    tolerance: float | None = None
    offset: Range | None = None
    share: Range | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it is slower or faster than the pace it names."""
        return self.offset is not None or self.share is not None

    def __attrs_post_init__(self) -> None:
        check_tolerance(self.tolerance)
        if self.is_relative:
            _check_relative(self.offset, self.share)
        if not _PACE_NAME.fullmatch(self.name) or _NOT_A_PACE_NAME.fullmatch(self.name):
            raise InvalidWorkout(
                gettext(
                    "{name} cannot be the name of a pace (use words, or '10km pace')", name=shown(self.name)
                )
            )


def _check_relative(offset: Range | None, share: Range | None) -> None:
    if offset is not None and share is not None:
        raise InvalidWorkout(gettext("a named pace has either an offset or a share"))
    for what, held, bounds in (
        ("offset", offset, OFFSET_BOUNDS),
        ("share", share, (*NAMED_SHARE_BOUNDS, "of the pace's speed")),
    ):
        if held is None:
            continue
        if not isinstance(held, Range) or held.of is not None:
            raise InvalidWorkout(f"the {what} of a named pace must be a range of numbers: {held!r:.80}")
        for end in (held.low, held.high):
            within(what, end, *bounds)
    if offset is not None and offset.low < 0 < offset.high:
        told = gettext_noop(
            "an offset is slower or faster, and not both: {low} to {high} (a tolerance is both)"
        )
        raise InvalidWorkout(gettext(told, low=f"{offset.low:g}", high=f"{offset.high:g}"))


@frozen(eq=False, repr=False)
class RepTime(ValueObject):
    """Cover *metres* in *fastest* to *slowest* seconds: the time of a repetition, as ``400m in 70-72s``.

    Attributes:
        metres: which the times are for, often the length of the step itself.
        fastest: seconds, the fewer; the same as
        slowest: where it is one time.
    """

    metres: float
    fastest: float
    slowest: float

    def __attrs_post_init__(self) -> None:
        within("distance", self.metres, 0.01, FARTHEST, "m")
        ordered(self.fastest, self.slowest)
        within("time", self.fastest, self.metres / _FASTEST, self.metres / _SLOWEST, "s")
        within("time", self.slowest, self.metres / _FASTEST, self.metres / _SLOWEST, "s")

    @property
    def speeds(self) -> Range:
        """The speeds in m/s that cover the distance in that time."""
        ends = self.metres / self.slowest, self.metres / self.fastest
        low, high = (min(max(end, _SLOWEST), _FASTEST) for end in ends)
        return Range(low, high)


Value: TypeAlias = Range | Ramp | Zone | Named | RepTime


@frozen(eq=False, repr=False)
class Target(ValueObject):
    """Hold *value* of *quantity*."""

    quantity: Quantity
    value: Value

    def __attrs_post_init__(self) -> None:
        value, quantity = self.value, self.quantity
        if isinstance(value, (Range, Ramp)):
            self._check(value)
        if isinstance(value, Named) and quantity is not Quantity.SPEED:
            raise InvalidWorkout(gettext("only a speed can be named: {name}", name=repr(value.name)))
        if isinstance(value, RepTime) and quantity is not Quantity.SPEED:
            raise InvalidWorkout(
                gettext("a time for a distance is a speed, not a {quantity}", quantity=called(quantity.value))
            )
        if isinstance(value, Zone) and quantity not in (Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER):
            raise InvalidWorkout(
                gettext(
                    "{quantity} has no zones (speed, heart_rate and power have)",
                    quantity=called(quantity.value),
                )
            )

    def _check(self, value: Range | Ramp) -> None:
        ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
        if value.of is None:
            low, high, unit = BOUNDS[self.quantity]
        elif value.of.quantity is self.quantity:
            low, high, unit = *SHARE_BOUNDS[value.of], f"of {value.of.value}"
        else:
            raise InvalidWorkout(
                gettext("{of} is not a {quantity}", of=value.of.value, quantity=called(self.quantity.value))
            )
        for end in ends:
            if type(end) is not float or not low <= end <= high:
                within(self.quantity.value, end, low, high, unit)
