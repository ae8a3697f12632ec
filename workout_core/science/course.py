"""A course as numbers: pieces of equal length with a grade each, and the effort every piece takes.

Points are (latitude, longitude, elevation) in degrees and metres.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS: Final = 6_371_008.8


def haversine(here: Sequence[float], there: Sequence[float]) -> float:
    """Return the metres between two points on the sphere (R. W. Sinnott, *Sky & Telescope*, 1984)."""
    (lat1, lon1), (lat2, lon2) = ((radians(point[0]), radians(point[1])) for point in (here, there))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))


def distances(points: Sequence[Sequence[float]]) -> list[float]:
    """Return how far along each point lies, from 0."""
    return list(accumulate((haversine(here, there) for here, there in pairwise(points)), initial=0.0))


def resampled(along: Sequence[float], heights: Sequence[float], count: int) -> list[float]:
    """Return the heights at ``count + 1`` places equally far apart, straight between the points."""
    total = along[-1]
    made: list[float] = []
    for number in range(count + 1):
        at = total * number / count
        after = min(max(bisect_right(along, at), 1), len(along) - 1)
        span = along[after] - along[after - 1]
        into = (at - along[after - 1]) / span if span else 0.0
        made.append(heights[after - 1] + (heights[after] - heights[after - 1]) * into)
    return made


def smoothed(values: Sequence[float], reach: int) -> list[float]:
    """Return the mean of each value with up to *reach* neighbours on both sides."""
    sums = [0.0, *accumulate(values)]
    last = len(values)
    return [
        (sums[min(last, at + reach + 1)] - sums[max(0, at - reach)])
        / (min(last, at + reach + 1) - max(0, at - reach))
        for at in range(last)
    ]


def grades(heights: Sequence[float], step: float, steepest: float) -> list[float]:
    """Return the grade of each piece *step* metres long, clamped to ±*steepest*."""
    return [min(max((after - before) / step, -steepest), steepest) for before, after in pairwise(heights)]


def efforts(slopes: Sequence[float], factor: Callable[[float], float], hill_effort: float) -> list[float]:
    """Return ``1 + k (f(g) - 1)`` for each piece: k = 0 is even pace, 1 even effort."""
    return [1 + hill_effort * (factor(slope) - 1) for slope in slopes]


def percent_for_halves(costs: Sequence[float], percent: float) -> float:
    """Return the negative split of effort that makes one of the clock of *percent* on a course of *costs*.

    With A = ΣLf, B = ΣLf(1 - x0 - x1) over the course and A1, B1 over its first half,
    ``p = (øA - A1) / (B1 - øB)`` for ø = 1/2 + percent/4.
    """
    count = len(costs)
    tilt = [1 - (2 * number + 1) / count for number in range(count)]
    whole, whole_tilt = sum(costs), sum(cost * lean for cost, lean in zip(costs, tilt, strict=True))
    half, half_tilt = (
        _first_half(costs),
        _first_half([cost * lean for cost, lean in zip(costs, tilt, strict=True)]),
    )
    share = 0.5 + percent / 4
    return (share * whole - half) / (half_tilt - share * whole_tilt)


def _first_half(values: Sequence[float]) -> float:
    middle, odd = divmod(len(values), 2)
    return sum(values[:middle]) + (values[middle] / 2 if odd else 0.0)


def shape_of(costs: Sequence[float], percent: float) -> Callable[[float], float]:
    """Return the shape, as in :mod:`~workout_core.science.splits`, with a negative split of effort."""
    count = len(costs)
    weights = [cost * (1 + percent * (1 - (2 * number + 1) / count)) for number, cost in enumerate(costs)]
    clock = [0.0, *accumulate(weights)]

    def shape(share: float) -> float:
        at = share * count
        piece = min(int(at), count - 1)
        return (clock[piece] + (at - piece) * weights[piece]) / clock[-1]

    return shape
