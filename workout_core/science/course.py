"""A course as numbers: pieces of equal length with a grade each, and the effort every piece takes.

Points are (latitude, longitude, elevation) in degrees and metres.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Final

from workout_core.science.splits import Shape, ramp

EARTH_RADIUS: Final = 6_371_008.8


def haversine(here: Sequence[float], there: Sequence[float]) -> float:
    """Return the metres between two points on the sphere (R. W. Sinnott, *Sky & Telescope*, 1984)."""
    (lat1, lon1), (lat2, lon2) = ((radians(point[0]), radians(point[1])) for point in (here, there))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))


def legs(points: Sequence[Sequence[float]]) -> list[float]:
    """Return the metres from each point to the next."""
    return [haversine(here, there) for here, there in pairwise(points)]


def distances(points: Sequence[Sequence[float]]) -> list[float]:
    """Return the metres from the start to each point."""
    return list(accumulate(legs(points), initial=0.0))


def resampled(along: Sequence[float], heights: Sequence[float], count: int) -> list[float]:
    """Return the heights at ``count + 1`` equally spaced places, interpolated linearly."""
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
    """Return the mean of each value and its *reach* neighbours on either side.

    Beyond an end, the values continue as the series turned by half a turn about that end, so that a constant
    slope stays as it is.
    """
    reach = min(reach, len(values) - 1)
    if reach < 1:
        return list(values)
    before = [2 * values[0] - value for value in values[reach:0:-1]]
    after = [2 * values[-1] - value for value in values[-2 : -reach - 2 : -1]]
    sums = [0.0, *accumulate((*before, *values, *after))]
    width = 2 * reach + 1
    return [(sums[at + width] - sums[at]) / width for at in range(len(values))]


def grades(heights: Sequence[float], step: float, steepest: float) -> list[float]:
    """Return the grade of each piece *step* metres long, clamped to ±*steepest*."""
    return [min(max((after - before) / step, -steepest), steepest) for before, after in pairwise(heights)]


def efforts(slopes: Sequence[float], factor: Callable[[float], float], hill_effort: float) -> list[float]:
    """Return ``1 + k (f(g) - 1)`` for each piece: k = 0 is even pace, 1 even effort."""
    return [1 + hill_effort * (factor(slope) - 1) for slope in slopes]


def percent_for_halves(
    costs: Sequence[float], percent: float, family: Callable[[float], Shape] = ramp
) -> float:
    """Return the negative split of effort that gives *percent* by the clock, on a course of *costs*.

    With A the time of the course at even effort and B what one unit of split adds to it, A1 and B1 the same
    over the first half, ``p = (øA - A1) / (B1 - øB)`` for ø = 1/2 + percent/4. Where so much of the climbing
    is in one half that the split is beyond what *family* can run, no pacing does what is asked.

    Args:
        costs: of each piece, relative to the flat.
        percent: the split of the clock.
        family: from a split to its shape on the flat, in which the split counts once.
    """
    plain, tilted = _clock(costs, family(0.0)), _clock(costs, family(1.0))
    whole, half = plain(1.0), plain(0.5)
    share = 0.5 + percent / 4
    return (share * whole - half) / (tilted(0.5) - half - share * (tilted(1.0) - whole))


def _clock(costs: Sequence[float], flat: Shape) -> Shape:
    """Return the time spent up to each share of the course; the total is 1 if every cost is 1."""
    count = len(costs)
    marks = [flat(number / count) for number in range(count + 1)]
    spent = [cost * (after - before) for cost, (before, after) in zip(costs, pairwise(marks), strict=True)]
    passed = [0.0, *accumulate(spent)]

    def clock(share: float) -> float:
        piece = min(int(share * count), count - 1)
        return passed[piece] + costs[piece] * (flat(share) - marks[piece])

    return clock


def over(costs: Sequence[float], flat: Shape) -> Shape:
    """Return the shape that spends effort on a course of *costs* as *flat* spends time on the flat."""
    clock = _clock(costs, flat)
    total = clock(1.0)
    return lambda share: clock(share) / total
