"""What an intensity means to an athlete: as they say themselves, or by the table, from the best they have.

An athlete without the number that a name, a zone or a share needs gets the same place on the scale of zones
in another quantity: on foot the pace, then the heart rate, then the power; on a bicycle the power, then the
heart rate; elsewhere the heart rate. An effort is there for everybody. What is in numbers stays as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from attrs import evolve

from workout_core.analysis.intensities import (
    EFFORT_WORDS,
    Span,
    effort_of_intensity,
    effort_of_share,
    effort_of_zone,
    is_known,
    mean_span,
    middle,
    place_of_name,
    race_metres,
    rows_of,
)
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, RepTime, Target, Zone
from workout_core.model.workout import Step
from workout_core.science import zones

T = TypeVar("T")
_SCALES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: zones.SCALE_SPEED,
        Reference.THRESHOLD_HEART_RATE: zones.THRESHOLD_HEART_RATE,
        Reference.MAX_HEART_RATE: zones.SCALE_MAX_HEART_RATE,
        Reference.HEART_RATE_RESERVE: zones.SCALE_HEART_RATE_RESERVE,
        Reference.FTP: zones.FTP,
    }
)
_ZONES: Final = MappingProxyType(
    {
        Quantity.SPEED: len(zones.THRESHOLD_SPEED) - 1,
        Quantity.HEART_RATE: len(zones.THRESHOLD_HEART_RATE) - 1,
        Quantity.POWER: len(zones.FTP) - 1,
    }
)
"""How many zones the table has of a quantity; of those beyond them nobody knows what they are."""
_WORDS: Final = MappingProxyType(
    {Target(Quantity.EFFORT, Range(effort, effort)): word for word, effort in EFFORT_WORDS.items()}
    | {Target(Quantity.POWER, Range(0.88, 0.94, Reference.FTP)): "sweet spot"}
)
"""Words that the notation reads as the same target for everybody."""
_SHARE_DECIMALS: Final = 6
_DECIMALS: Final = MappingProxyType({Quantity.SPEED: 6, Quantity.HEART_RATE: 0, Quantity.POWER: 0})


class Scale(NamedTuple):
    """The scale of zones in a quantity of one athlete: the edges of its zones from the first up.

    Attributes:
        quantity: what is held.
        edges: in its own unit, or in shares.
        of: what shares are of.
    """

    quantity: Quantity
    edges: tuple[float, ...]
    of: Reference | None = None


def own_pace(name: str, athlete: Athlete) -> Range | None:
    """Return the pace that *athlete* calls *name*, if there is one."""
    return _called(name, athlete.paces)


def own_meaning(target: Target, athlete: Athlete, sport: Sport = Sport.RUNNING) -> Target | None:
    """Return what *athlete* says that *target* means; None if they say nothing of it.

    A word for an effort, ``hard``, means what they say only where one gets somewhere: a set has no pace.
    """
    if not athlete.means:
        return None
    if isinstance(target.value, Named):
        return _called(target.value.name, athlete.means)
    moves = sport.on_foot or sport.in_cycling or sport.in_water or sport.in_rowing
    return dict(athlete.means).get(_WORDS.get(target, "")) if moves else None


def _called(name: str, pairs: tuple[tuple[str, T], ...]) -> T | None:
    """Return what *pairs* have by *name*, or by the name of a race over the same distance."""
    own = dict(pairs)
    if name in own or not own or (metres := race_metres(name)) is None:
        return own.get(name)
    return next((value for other, value in pairs if race_metres(other) == metres), None)


def other_name(value: Named) -> str | None:
    """Return which of the five intensities has *value* for another name: ``threshold`` has ``tempo``."""
    rows = rows_of(value.name)
    is_other = len(rows) == 1 and value.name not in rows and race_metres(value.name) is None
    return rows[0] if is_other else None


def is_by_pace(value: Named, sport: Sport) -> bool:
    """Tell whether paces say what a name is: those of a runner are of no use on a bicycle."""
    return sport.on_foot or not is_known(value.name)


def instead(
    target: Target, athlete: Athlete, sport: Sport, beside: tuple[Range, Range] | None = None
) -> Target | None:
    """Return what takes the place of *target* for an athlete without its number: another one, or an effort.

    Args:
        target: a name, a zone or a share.
        athlete: who lacks a number.
        sport: in which it is held.
        beside: of what is beside a named pace: the usual shares of threshold speed of the name and of it.

    Returns:
        A target of which the athlete has the number; None if *target* is in numbers, or of a zone or a name
        that is unknown.
    """
    effort = _effort(Target(Quantity.SPEED, beside[1]) if beside else target)
    if effort is None or (place := _place(target)) is None:
        return effort
    if beside:
        place = _moved(place, *beside)
    for scale in scales(athlete, sport):
        ends = (not beside and _daniels(target, scale)) or _ends(place, scale.edges)
        if ends is not None:
            return Target(scale.quantity, _held(target, ends, scale))
    return effort


def scales(athlete: Athlete, sport: Sport) -> Iterator[Scale]:
    """Yield the scales by which *athlete* can hold an intensity in *sport*, the best first."""
    order = (Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER) if sport.on_foot else (Quantity.HEART_RATE,)
    for quantity in (Quantity.POWER, Quantity.HEART_RATE) if sport.in_cycling else order:
        own = dict(athlete.zones).get(quantity, ())
        if len(own) == _ZONES[quantity] and all(low.high <= high.low for low, high in pairwise(own)):
            yield Scale(quantity, (*(zone.low for zone in own), own[-1].high))
        else:
            yield from (Scale(quantity, _edges(of, sport), of) for of in _references(quantity, athlete))


def _references(quantity: Quantity, athlete: Athlete) -> Iterator[Reference]:
    """Yield what *athlete* has of *quantity*."""
    if quantity is Quantity.SPEED and (athlete.threshold_speed or athlete.race):
        yield Reference.THRESHOLD_PACE
    if quantity is Quantity.POWER and athlete.ftp:
        yield Reference.FTP
    if quantity is Quantity.HEART_RATE and athlete.threshold_heart_rate:
        yield Reference.THRESHOLD_HEART_RATE
    elif quantity is Quantity.HEART_RATE and athlete.max_heart_rate:
        yield Reference.MAX_HEART_RATE


def _edges(of: Reference, sport: Sport) -> tuple[float, ...]:
    return zones.SCALE_CRITICAL_POWER if of is Reference.FTP and sport.on_foot else _SCALES[of]


def _effort(target: Target) -> Target | None:
    """Return how hard *target* is, where that is known without an athlete; None if it is not."""
    value = target.value
    found: tuple[float | None, ...] = (None,)
    if isinstance(value, Named):
        found = (effort_of_intensity(value.name) if is_known(value.name) else None,)
    elif isinstance(value, Zone) and value.number <= _ZONES[target.quantity]:
        found = (effort_of_zone(target.quantity, value.number),)
    elif isinstance(value, Ramp) and value.of is not None:
        found = tuple(_effort_of_share(end, value.of) for end in (value.start, value.end))
    elif isinstance(value, Range) and value.of is not None:
        found = (_effort_of_share(middle(value), value.of),)
    first, last = found[0], found[-1]
    if first is None or last is None:
        return None
    return Target(Quantity.EFFORT, Range(first, last) if first == last else Ramp(first, last))


def _effort_of_share(share: float, of: Reference) -> float | None:
    """Return how hard a share is: of the maximum heart rate and the reserve, by the zones of Daniels."""
    if of in (Reference.MAX_HEART_RATE, Reference.HEART_RATE_RESERVE):
        return effort_of_zone(Quantity.HEART_RATE, int(_place_of(share, _SCALES[of])) + 1)
    return effort_of_share(share, of)


def _place(target: Target) -> Span | None:
    """Return where *target* is on the scale of zones, from its low or first end to the other."""
    value = target.value
    if isinstance(value, Named):
        return place_of_name(value.name)
    if isinstance(value, Zone):
        return value.number - 1.0, float(value.number)
    if isinstance(value, RepTime) or value.of is None:
        return None
    ends = (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)
    first, last = (_place_of(end, _SCALES[value.of]) for end in ends)
    return first, last


def _moved(place: Span, name: Range, beside: Range) -> Span:
    """Return *place* on the scale moved as far as what is *beside* a *name* is from it."""
    here, there = (_place_of(middle(share), zones.SCALE_SPEED) for share in (name, beside))
    low, high = (min(max(end + there - here, 0.0), len(zones.SCALE_SPEED) - 1.0) for end in place)
    return (low, high) if low < high else place


def _place_of(share: float, edges: tuple[float, ...]) -> float:
    """Return where *share* lies between *edges*; what is beyond them is at their ends."""
    share = min(max(share, edges[0]), edges[-1])
    below = min(bisect_right(edges, share), len(edges) - 1) - 1
    return below + (share - edges[below]) / (edges[below + 1] - edges[below])


def _ends(place: Span, edges: tuple[float, ...]) -> Span | None:
    """Return what lies at the two ends of *place* between *edges*; None if all of it is above them."""
    top = len(edges) - 1
    if min(place) >= top:
        return None
    below = [min(int(end), top - 1) for end in place]
    first, last = (
        edges[at] + min(end - at, 1.0) * (edges[at + 1] - edges[at])
        for at, end in zip(below, place, strict=True)
    )
    return first, last


def _daniels(target: Target, scale: Scale) -> Span | None:
    """Return the shares of the maximum heart rate that Daniels gives for a name; None if he gives none."""
    if scale.of is not Reference.MAX_HEART_RATE or not isinstance(target.value, Named):
        return None
    given = [zones.DANIELS_HEART_RATE.get(row) for row in rows_of(target.value.name)]
    found = [span for span in given if span is not None]
    return mean_span(found) if len(found) == len(given) else None


def _held(target: Target, ends: Span, scale: Scale) -> Range | Ramp:
    decimals = _SHARE_DECIMALS if scale.of else _DECIMALS[scale.quantity]
    first, last = (round(end, decimals) for end in ends)
    if isinstance(target.value, Ramp) and first != last:
        return Ramp(first, last, scale.of)
    return Range(min(first, last), max(first, last), scale.of)


def with_targets(step: Step, first: Target | None, second: Target | None) -> Step:
    """Return *step* with what its two targets are now.

    If they are of one quantity, that which was of another before is left out: the other says what is meant.
    """
    if first is step.target and second is step.second_target:
        return step
    if first and second and first.quantity is second.quantity:
        is_as_before = step.second_target is not None and step.second_target.quantity is second.quantity
        first, second = second if is_as_before else first, None
    return evolve(step, target=first, second_target=second)
