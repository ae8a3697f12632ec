"""How intense names, zones and shares are, whoever they are for: on one scale of zones, and as efforts.

Friel numbers his zones of heart rate and of pace alike, and Coggan's of power agree with them up to the
sixth. So a place on the scale says the same of all of them: 1 to 2 is the second zone, 1.5 its middle.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from math import inf, nextafter
from types import MappingProxyType
from typing import Final, TypeAlias

from workout_core.errors import InvalidWorkout
from workout_core.model.athlete import SAME_AS
from workout_core.model.target import Quantity, Ramp, Range, Reference
from workout_core.science import zones
from workout_core.units import read_distance

Span: TypeAlias = tuple[float, float]

PACE_NAMES: Final = ("easy", "marathon", "threshold", "interval", "repetition")
_PLACES: Final = MappingProxyType(
    {name: (float(number), number + 1.0) for number, name in enumerate(PACE_NAMES, start=1)}
)
"""The zone of each of Daniels' five intensities: E is Friel's second, of aerobic endurance, M his third,
tempo, T his fourth, just below threshold, I his 5a and 5b, and R what lies above."""
_RACES: Final = (
    (2_500.0, ("repetition",)),
    (7_500.0, ("interval",)),
    (15_000.0, ("threshold", "interval")),
    (30_000.0, ("marathon", "threshold")),
    (float("inf"), ("marathon",)),
)
"""Below so many metres, a race is run at one of these intensities, or between two: R is the pace of a race
over a mile, I of 3 to 5 km, T of an hour (J. Daniels, *Daniels' Running Formula*)."""

EFFORT_WORDS: Final = MappingProxyType({"moderate": 6.0, "hard": 9.0, "all out": 10.0})
"""Words that are an effort and nothing else, unless an athlete says what they mean."""
_NAMED: Final = MappingProxyType(
    {"easy": 3.0, "marathon": 5.0, "threshold": 7.0, "interval": 8.0, "repetition": 8.0, **EFFORT_WORDS}
)
_RACE_PACE: Final = 8.0
_HALF_PACE: Final = 6.0
_MARATHON_PACE: Final = 5.0
_OF_HALF: Final = 15_000.0
_OF_MARATHON: Final = 30_000.0
"""Metres of a race from which on its pace is like that of a half marathon, and of a marathon."""
_OF_THRESHOLD_PACE: Final = (1 / 1.30, 1 / 1.145, 1 / 1.05, 1 / 0.97)
"""Shares of threshold speed between recovery, easy, steady, threshold and faster."""
_BY_SPEED: Final = (2.0, 3.0, 5.0, 7.0, 8.0)
_BY_ZONE: Final = MappingProxyType(
    {
        Quantity.SPEED: (2.0, 3.0, 5.0, 7.0, 8.0),
        Quantity.HEART_RATE: (2.0, 3.0, 5.0, 7.0, 8.0),
        Quantity.POWER: (2.0, 3.0, 5.0, 7.0, 8.0, 9.0, 10.0),
    }
)
ZONES_FROM: Final = (2.0, 3.0, nextafter(4.0, inf), 7.0, 8.0, 9.0, 10.0)
"""From which effort on each zone is: the efforts above, from Z1, but that whatever is easy is Z2, and Z3
begins there. What asks for less than Z1 is rest."""
_EDGES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_HEART_RATE: (Quantity.HEART_RATE, zones.THRESHOLD_HEART_RATE),
        Reference.MAX_HEART_RATE: (Quantity.HEART_RATE, zones.SCALE_MAX_HEART_RATE),
        Reference.HEART_RATE_RESERVE: (Quantity.HEART_RATE, zones.SCALE_HEART_RATE_RESERVE),
        Reference.FTP: (Quantity.POWER, zones.FTP),
    }
)
_RACE_NAME: Final = re.compile(r"(.+) pace")


def race_metres(name: str) -> float | None:
    """Return how far the race is that the pace *name* is of: ``10km pace``; None if it is of no race."""
    race = _RACE_NAME.fullmatch(name)
    try:
        return read_distance(race[1]) if race else None
    except InvalidWorkout:
        return None


def rows_of(name: str) -> tuple[str, ...]:
    """Return which of the five intensities *name* is, or which two it lies between; none if it is unknown."""
    short = name.removesuffix(" pace")
    short = SAME_AS.get(short, short)
    if short in _PLACES:
        return (short,)
    metres = race_metres(name)
    return () if not metres else next(rows for below, rows in _RACES if metres < below)


def is_known(name: str) -> bool:
    """Tell whether *name* is an intensity to everybody."""
    return name in EFFORT_WORDS or bool(rows_of(name))


def place_of_name(name: str) -> Span | None:
    """Return where *name* is on the scale of zones; None if it is unknown there."""
    rows = rows_of(name)
    return mean_span([_PLACES[row] for row in rows]) if rows else None


def mean_span(spans: list[Span]) -> Span:
    """Return the span whose ends are the means of those of *spans*."""
    low, high = (sum(ends) / len(spans) for ends in zip(*spans, strict=True))
    return low, high


def effort_of_intensity(name: str) -> float | None:
    """Return how hard what is called *name* is, from 1 to 10; None if the name does not say."""
    short = name.removesuffix(" pace")
    if (effort := _NAMED.get(SAME_AS.get(short, short))) is not None:
        return effort
    metres = race_metres(name)
    if metres is None:
        return _RACE_PACE if name.endswith(" pace") else None
    return _MARATHON_PACE if metres >= _OF_MARATHON else _HALF_PACE if metres >= _OF_HALF else _RACE_PACE


def effort_of_zone(quantity: Quantity, number: int) -> float | None:
    """Return how hard zone *number* of *quantity* is; None if it has no zones."""
    efforts = _BY_ZONE.get(quantity, ())
    return efforts[min(number, len(efforts)) - 1] if efforts else None


def zone_of_effort(effort: float) -> int:
    """Return the zone from 1 to 7 that an *effort* from 1 to 10 is in; 0 for rest."""
    return bisect_right(ZONES_FROM, effort)


def effort_of_share(share: float, of: Reference) -> float:
    """Return how hard a *share* of a threshold or a maximum is."""
    if of is Reference.THRESHOLD_PACE:
        return _BY_SPEED[bisect_right(_OF_THRESHOLD_PACE, share)]
    quantity, edges = _EDGES[of]
    efforts = _BY_ZONE[quantity]
    return efforts[min(bisect_right(edges[1:-1], share), len(efforts) - 1)]


_CAPPED: Final = 3.5
"""How many times its lower end the upper one of a range is, of which only the upper one is meant."""
_BELOW_A_CAP: Final = 0.93
_EFFORTS: Final = 10
"""Numbers up to it are efforts or speeds, which have ranges so wide."""


def middle(value: Range | Ramp) -> float:
    """Return the mean of the two ends; near the upper one where the lower one is no real end."""
    if isinstance(value, Ramp):
        return (value.start + value.end) / 2
    if value.low * _CAPPED < value.high and (value.of is not None or value.high > _EFFORTS):
        return value.high * _BELOW_A_CAP
    return (value.low + value.high) / 2
