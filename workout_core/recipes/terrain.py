"""The ups and downs of a course: their cost, where climbs end, and their cues."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import pairwise
from math import inf
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter, WorkoutWarning
from workout_core.languages import gettext, gettext_noop
from workout_core.model.course import Course
from workout_core.science import course as science
from workout_core.science.grade import measured_factor, minetti_factor
from workout_core.units import MILE, Units, say_computed_distance, say_height, write_distance

STEP: Final = 20.0
SMOOTHING: Final = 200.0
STEEPEST: Final = 0.30
LEAST_COST: Final = 0.5
"""Nobody runs down faster than at twice the pace of the flat, whatever it costs."""
CLIMB: Final = 10.0
"""Metres of height that a climb or a descent has at least, to be a leg of its own."""
SHORTEST_CLIMB: Final = 300.0
SHORTEST_FLAT: Final = 600.0
LEVEL: Final = 0.5
ALIKE: Final = 0.05
STEEP: Final = 0.12
WORTH_A_WORD: Final = 8.0
"""Metres up or down in one leg that the runner is told of."""
_ALIKE: Final = (0.985, 1.03)
_TOO_SHORT: Final = gettext_noop(
    "{name} measures {course}, and the race {race} (is a part missing? otherwise give its own length as "
    "'distance')"
)
_TOO_LONG: Final = gettext_noop(
    "{name} measures {course}, and the race {race} (is it another course? otherwise give its own length as "
    "'distance')"
)
_LIKELY: Final = (0.94, 1.06)
_HOLD_BACK: Final = gettext_noop("Up {height}, hold back")
_UP_AT_PACE: Final = gettext_noop("Up {height}, keep the pace")
_LET_IT_RUN: Final = gettext_noop("Down {height}, let it run")
_SHORT_STEPS: Final = gettext_noop("Down {height}, short, quick steps")
_DOWN_AT_PACE: Final = gettext_noop("Down {height}, keep the pace")


class HillCost(Enum):
    """How the cost of a slope is calculated."""

    GAP = "gap"
    MINETTI = "minetti"


_FACTORS: Final[MappingProxyType[HillCost, Callable[[float], float]]] = MappingProxyType(
    {HillCost.GAP: measured_factor, HillCost.MINETTI: minetti_factor}
)


@frozen
class Terrain:
    """The smoothed heights of a race from start to end, one every *step* metres."""

    heights: tuple[float, ...]
    step: float

    @property
    def metres(self) -> float:
        """How long the race is."""
        return self.step * (len(self.heights) - 1)

    @property
    def is_flat(self) -> bool:
        """Whether there is no slope at all."""
        return max(self.heights) - min(self.heights) < 1e-6  # noqa: PLR2004 - rounding

    def costs(self, hill_effort: float, cost: HillCost) -> list[float]:
        """Return the cost of each piece, relative to the flat."""
        slopes = science.grades(self.heights, self.step, STEEPEST)
        return [max(LEAST_COST, each) for each in science.efforts(slopes, _FACTORS[cost], hill_effort)]

    def rise(self, start: float, end: float) -> tuple[float, float]:
        """Return the metres up and the metres down from *start* to *end* metres into the race."""
        inside = [self._height(start), *self._between(start, end), self._height(end)]
        changes = [after - before for before, after in pairwise(inside)]
        return sum(max(0.0, each) for each in changes), -sum(min(0.0, each) for each in changes)

    def _height(self, metres: float) -> float:
        at = min(metres / self.step, len(self.heights) - 1)
        piece = min(int(at), len(self.heights) - 2)
        return self.heights[piece] + (at - piece) * (self.heights[piece + 1] - self.heights[piece])

    def _between(self, start: float, end: float) -> tuple[float, ...]:
        return self.heights[int(start / self.step) + 1 : int(end / self.step - 1e-9) + 1]

    def climbs(self, units: Units = Units.METRIC) -> list[float]:
        """Return where climbs, descents and flats end, in metres, up to the end of the race.

        They end at a tenth of a kilometre, or of a mile, as watches show it.
        """
        tenth = MILE / 10 if units is Units.IMPERIAL else 100.0
        ends, last = [], 0.0
        for turn in (round(turn * self.step / tenth) * tenth for turn in self._turns()):
            if turn - last >= SHORTEST_CLIMB and self.metres - turn >= SHORTEST_CLIMB:
                ends.append(turn)
                last = turn
        return [*ends, self.metres]

    def _turns(self) -> list[int]:
        """Return the tops and the bottoms, and the ends of long flats."""
        return sorted({*self._extremes(), *self._flats()})

    def _flats(self) -> Iterator[int]:
        """Yield both ends of each long part that stays within half a metre of its first height."""
        place = 0
        while place < len(self.heights) - 1:
            end = place
            while end + 1 < len(self.heights) and abs(self.heights[end + 1] - self.heights[place]) <= LEVEL:
                end += 1
            if (end - place) * self.step >= SHORTEST_FLAT:
                yield from (place, end)
            place = end if end - place > 1 else place + 1

    def _extremes(self) -> list[int]:
        """Return the highest and lowest places with at least CLIMB metres up or down between them."""
        extremes: list[int] = []
        heights, low, high = self.heights, 0, 0
        rising: bool | None = None
        for number, height in enumerate(heights):
            low = number if height < heights[low] - ALIKE else low
            high = number if height > heights[high] + ALIKE else high
            if rising is not True and height - heights[low] >= CLIMB:
                extremes.append(low)
                rising, high = True, number
            elif rising is not False and heights[high] - height >= CLIMB:
                extremes.append(high)
                rising, low = False, number
        return extremes if rising is None else [*extremes, high if rising else low]


def terrain_of(course: Course, metres: float, units: Units = Units.METRIC) -> Terrain:
    """Return *course* scaled to a race of *metres*.

    Raises:
        InvalidParameter: the course is much too short or too long, so it must be another one.
    """
    ratio = course.metres / metres
    name = course.name or gettext("the course")
    lengths = {"course": _length(course.metres, units), "race": _length(metres, units)}
    if not _LIKELY[0] <= ratio <= _LIKELY[1]:
        told = _TOO_SHORT if ratio < 1 else _TOO_LONG
        raise InvalidParameter("course", gettext(told, name=name, **lengths))
    if not _ALIKE[0] <= ratio <= _ALIKE[1]:
        told = gettext(
            "course: {name} measures {course}, and the race {race}: it is scaled to fit", name=name, **lengths
        )
        warnings.warn(WorkoutWarning(told), stacklevel=2)
    count = max(2, round(metres / STEP))
    step = metres / count
    if not course.heights:
        warnings.warn(
            WorkoutWarning(gettext("course: {name} has no heights, and is paced as flat", name=name)),
            stacklevel=2,
        )
        return Terrain((0.0,) * (count + 1), step)
    heights = science.resampled(course.along, course.heights, count)
    return Terrain(tuple(science.smoothed(heights, round(SMOOTHING / STEP / 2))), step)


def _length(metres: float, units: Units) -> str:
    if units is Units.IMPERIAL:
        return say_computed_distance(metres, units)
    return write_distance(round(metres, -2)) if metres % 1 else write_distance(metres)


def say_rise(
    up: float, down: float, *, by_effort: bool, metres: float = inf, units: Units = Units.METRIC
) -> str:
    """Say what is coming, as a cue: ``Up 24 m, hold back``; empty if it is nearly flat."""
    net = up - down
    if abs(net) >= WORTH_A_WORD:
        height = say_height(abs(net), units)
        if net > 0:
            return gettext(_HOLD_BACK if by_effort else _UP_AT_PACE, height=height)
        by_feel = _SHORT_STEPS if net < -STEEP * metres else _LET_IT_RUN
        return gettext(by_feel if by_effort else _DOWN_AT_PACE, height=height)
    if min(up, down) >= WORTH_A_WORD:
        heights = {"up": say_height(up, units), "down": say_height(down, units)}
        return gettext("Rolling, up {up} and down {down}", **heights)
    return ""
