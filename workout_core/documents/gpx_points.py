"""The points of a GPX file → how far along the course each lies and how high, without what nobody ran."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import accumulate
from typing import Final, NamedTuple

from workout_core.documents.gpx_reader import Point
from workout_core.errors import WorkoutWarning
from workout_core.languages import gettext
from workout_core.science.course import distances, haversine, legs
from workout_core.science.strays import stray_heights, stray_places

KNOWN: Final = 0.5
"""The share of points that must have a height for the others to be filled in between them."""


class Measured(NamedTuple):
    """A way without the points that nobody ran to.

    Attributes:
        along: metres from the start to each point.
        points: those of the way.
        strays: those that are left out.
    """

    along: list[float]
    points: Sequence[Point]
    strays: Sequence[Point]

    def warn(self, name: str) -> None:
        """Warn of the points that are left out, in the file of this *name*."""
        if self.strays:
            first = self.strays[0]
            told = _told_places(first, len(self.strays) - 1)
            _warn(name, first, told)


def reachable(points: Sequence[Point]) -> Measured:
    """Measure a way, without the points where no runner gets to from the others."""
    places = [point[:2] for point in points]
    apart = legs(places)
    numbers = stray_places(
        apart,
        lambda here, there: haversine(places[here], places[there]),
        lambda number: _seconds(points[number].time),
    )
    if not numbers:
        return Measured(list(accumulate(apart, initial=0.0)), points, ())
    left_out = set(numbers)
    kept = [number for number in range(len(points)) if number not in left_out]
    return Measured(
        distances([places[number] for number in kept]),
        [points[number] for number in kept],
        [points[number] for number in numbers],
    )


def _seconds(time: str) -> float | None:
    """Return the seconds of a moment, as if all were of one time zone; None for what is none."""
    try:
        moment = datetime.fromisoformat(time.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def believable_heights(along: Sequence[float], points: Sequence[Point], name: str) -> list[float | None]:
    """Return the height of each point, None for those too steep to be true, of which a warning tells."""
    heights = [point.elevation for point in points]
    known = [(number, height) for number, height in enumerate(heights) if height is not None]
    strays = stray_heights([along[number] for number, _ in known], [height for _, height in known])
    if strays:
        number, height = known[strays[0]]
        told = _told_heights(height, len(strays) - 1)
        _warn(name, points[number], told)
    for stray in strays:
        heights[known[stray][0]] = None
    return heights


def _told_places(first: Point, more: int) -> str:
    place = f"{first.latitude:g}, {first.longitude:g}"
    if not more:
        return gettext("the position {place} cannot be reached by running, and is left out", place=place)
    return gettext(
        "the position {place} and {count} more cannot be reached by running, and are left out",
        place=place,
        count=more,
    )


def _told_heights(first: float, more: int) -> str:
    metres = f"{first:.0f}"
    if not more:
        return gettext("the height {metres} m cannot be reached by running, and is left out", metres=metres)
    return gettext(
        "the height {metres} m and {count} more cannot be reached by running, and are left out",
        metres=metres,
        count=more,
    )


def _warn(name: str, first: Point, told: str) -> None:
    warnings.warn(WorkoutWarning(f"{name}:{first.line}: {told}"), stacklevel=5)


def filled(along: Sequence[float], heights: Sequence[float | None]) -> tuple[float, ...]:
    """Return all heights, the missing ones straight between their neighbours; none if too few are known."""
    known = [(where, height) for where, height in zip(along, heights, strict=True) if height is not None]
    if len(known) < max(2, KNOWN * len(heights)):
        return ()
    made: list[float] = []
    number = 0
    for where, height in zip(along, heights, strict=True):
        if height is not None:
            made.append(height)
            continue
        while number + 2 < len(known) and known[number + 1][0] < where:
            number += 1
        made.append(_between(where, *known[number : number + 2]))
    return tuple(made)


def _between(where: float, before: tuple[float, float], after: tuple[float, float]) -> float:
    if not before[0] < where < after[0]:
        return before[1] if where <= before[0] else after[1]
    return before[1] + (after[1] - before[1]) * (where - before[0]) / (after[0] - before[0])
