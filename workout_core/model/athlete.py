"""The athlete: the numbers that relative targets refer to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.exercises.names import key
from workout_core.languages import Language, gettext, gettext_noop
from workout_core.model.bounds import called, one_line, ordered, within
from workout_core.model.target import (
    BOUNDS,
    Named,
    Quantity,
    Ramp,
    Range,
    Target,
    Zone,
    check_tolerance,
)
from workout_core.model.value_object import ValueObject
from workout_core.units import POUND, Units

_IN_ORDER: Final = MappingProxyType(
    {
        ("resting", "threshold"): gettext_noop(
            "the resting heart rate must be below the threshold one: {low} ≥ {high}"
        ),
        ("resting", "max"): gettext_noop("the resting heart rate must be below the max one: {low} ≥ {high}"),
        ("threshold", "max"): gettext_noop(
            "the threshold heart rate must be below the max one: {low} ≥ {high}"
        ),
    }
)
PLATES: Final = 2.5
"""Two plates of 1.25 kg, the smallest of most gyms."""
POUND_PLATES: Final = 5 * POUND
"""Two plates of 2.5 lb, the smallest of most gyms that have pounds."""
SAME_AS: Final = MappingProxyType({"tempo": "threshold", "css": "threshold", "steady": "marathon"})
"""What a name means to an athlete who has said nothing of it: what another name does.

CSS is the critical speed of swimmers, near that of the lactate threshold (K. Wakayoshi, 1993)."""


@frozen(eq=False, repr=False)
class Race(ValueObject):
    """A race that was run, or that is the goal: *metres* in *seconds*."""

    metres: float
    seconds: float

    def __attrs_post_init__(self) -> None:
        within("race distance", self.metres, 400, 200_000, "m")
        within("race time", self.seconds, 40, 172_800, "s")
        within("race speed", self.metres / self.seconds, 1, 12, "m/s")


def _named_pairs(pairs: Iterable[tuple[str, object]]) -> tuple[tuple[str, object], ...]:
    return tuple((" ".join(one_line(name).casefold().split()), value) for name, value in pairs)


def _zone_pairs(
    pairs: Iterable[tuple[Quantity, Iterable[Range]]],
) -> tuple[tuple[Quantity, tuple[Range, ...]], ...]:
    return tuple((quantity, tuple(zones)) for quantity, zones in pairs)


@frozen(kw_only=True, eq=False, repr=False)
class Athlete(ValueObject):
    """What is known of an athlete; only what a workout refers to is needed.

    Attributes:
        name: what people call them.
        threshold_speed: metres per second at lactate threshold, about one hour's race.
        race: a recent race, from which paces follow when the threshold is not known.
        threshold_heart_rate: bpm at lactate threshold (LTHR).
        max_heart_rate: bpm.
        resting_heart_rate: bpm.
        ftp: functional threshold power, or critical power, in watts.
        one_rep_max: pairs of an exercise and kilograms.
        plates: the smallest change of a load that their plates allow, in kilograms; 5 lb rather than the
            usual 2.5 kg where a one rep max is in pounds.
        zones: pairs of a quantity and its own zones from the first up, in absolute numbers.
        paces: pairs of a name and the range of metres per second it stands for.
        means: pairs of a name and what it means to them, in any quantity; it may lead to another name, but
            not back to itself.
        tolerance: how many seconds a kilometre a named pace that is one number may be off, where neither the
            step nor the workout says so.
        goal: the race to come and its time, whose pace is ``goal pace`` where neither the workout nor its
            plan has a goal of its own.
        units: how numbers are shown.
        language: in which they are told about workouts; English where it is None.
    """

    name: str = field(default="", converter=one_line)
    threshold_speed: float | None = None
    race: Race | None = None
    threshold_heart_rate: float | None = None
    max_heart_rate: float | None = None
    resting_heart_rate: float | None = None
    ftp: float | None = None
    one_rep_max: tuple[tuple[str, float], ...] = field(default=(), converter=_named_pairs)
    plates: float = PLATES
    zones: tuple[tuple[Quantity, tuple[Range, ...]], ...] = field(default=(), converter=_zone_pairs)
    paces: tuple[tuple[str, Range], ...] = field(default=(), converter=_named_pairs)
    means: tuple[tuple[str, Target], ...] = field(default=(), converter=_named_pairs)
    tolerance: float | None = None
    goal: Race | None = None
    units: Units = Units.METRIC
    language: Language | None = None

    def __attrs_post_init__(self) -> None:
        for what, value, quantity in (
            ("threshold pace", self.threshold_speed, Quantity.SPEED),
            ("threshold heart rate", self.threshold_heart_rate, Quantity.HEART_RATE),
            ("max heart rate", self.max_heart_rate, Quantity.HEART_RATE),
            ("ftp", self.ftp, Quantity.POWER),
        ):
            if value is not None:
                within(what, value, *BOUNDS[quantity])
        if self.resting_heart_rate is not None:
            within("resting heart rate", self.resting_heart_rate, 20, 150, "bpm")
        self._check_heart_rates()
        for quantity, zones in self.zones:
            _check_zones(quantity, zones)
        for name, pace in self.paces:
            Named(name)
            _check_absolute(f"the pace {shown(name)}", Quantity.SPEED, pace)
        _check_meanings(self.means, dict(self.paces))
        _check_one_rep_maxes(self.one_rep_max)
        within("plates", self.plates, 0.1, 50, "kg")
        check_tolerance(self.tolerance)

    def _check_heart_rates(self) -> None:
        rates = [
            ("resting", self.resting_heart_rate),
            ("threshold", self.threshold_heart_rate),
            ("max", self.max_heart_rate),
        ]
        known = [(name, rate) for name, rate in rates if rate is not None]
        for (lower, low), (upper, high) in pairwise(known):
            if low >= high:
                told = _IN_ORDER[lower, upper]
                raise InvalidWorkout(gettext(told, low=f"{low:g}", high=f"{high:g}"))


def _check_meanings(means: tuple[tuple[str, Target], ...], paces: dict[str, Range]) -> None:
    known = dict(means)
    for name, target in means:
        Named(name)
        if name in paces:
            raise InvalidWorkout(
                gettext("{name} is a pace of this athlete already (give it once)", name=shown(name))
            )
        if isinstance(target.value, Ramp):
            raise InvalidWorkout(
                gettext("{name} must mean something that stays the same, and a ramp climbs", name=shown(name))
            )
        if isinstance(target.value, Named) and name in _led(target, known, paces):
            raise InvalidWorkout(
                gettext(
                    "{name} must not lead back to itself, by way of {other}",
                    name=shown(name),
                    other=shown(target.value.name),
                )
            )


def _led(target: Target | None, known: dict[str, Target], paces: dict[str, Range]) -> list[str]:
    """Return the names that a meaning leads to, one after the other, until there is something else."""
    led: list[str] = []
    while target is not None and isinstance(target.value, Named) and target.value.name not in paces:
        name = target.value.name
        led.append(name if name in known else SAME_AS.get(name, name))
        if led[-1] in led[:-1]:
            break
        target = known.get(led[-1])
    return led


def _check_one_rep_maxes(pairs: tuple[tuple[str, float], ...]) -> None:
    known: dict[str, str] = {}
    for name, kilograms in pairs:
        within(f"one rep max of {shown(name)}", kilograms, 1, 600, "kg")
        if key(name) in known:
            raise InvalidWorkout(
                gettext(
                    "two one rep maxes of {other} (also as {name})",
                    other=shown(known[key(name)]),
                    name=shown(name),
                )
            )
        known[key(name)] = name


def _check_zones(quantity: Quantity, zones: tuple[Range, ...]) -> None:
    if not 1 <= len(zones) <= 10:  # noqa: PLR2004 - zones are numbered from 1 to 10
        raise InvalidWorkout(
            gettext(
                "{quantity} needs 1 to 10 zones: {number}", quantity=called(quantity.value), number=len(zones)
            )
        )
    Target(quantity, Zone(1))
    for number, zone in enumerate(zones, start=1):
        _check_absolute(f"{quantity.value} zone {number}", quantity, zone)
    for lower, upper in pairwise(zones):
        ordered(lower.low, upper.low)


def _check_absolute(what: str, quantity: Quantity, held: Range) -> None:
    if held.of is not None:
        raise InvalidWorkout(
            gettext("{what} must be in absolute numbers, not in shares of {of}", what=what, of=held.of.value)
        )
    for end in (held.low, held.high):
        within(what, end, *BOUNDS[quantity])
