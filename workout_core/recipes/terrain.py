"""The ups and downs of a course: what they cost, where climbs end, and what to say of them."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.errors import InvalidParameter, WorkoutWarning
from workout_core.model.course import Course
from workout_core.science import course as science
from workout_core.science.grade import measured_factor, minetti_factor
from workout_core.units import write_distance

STEP: Final = 20.0
SMOOTHING: Final = 200.0
STEEPEST: Final = 0.30
CLIMB: Final = 10.0
"""Metres of height that a climb or a descent has at least, to be a leg of its own or worth a word."""
SHORTEST_CLIMB: Final = 300.0
_ALIKE: Final = (0.985, 1.03)
_LIKELY: Final = (0.94, 1.06)


class HillCost(Enum):
    """What a slope is taken to cost."""

    GAP = "gap"
    MINETTI = "minetti"


_FACTORS: Final[MappingProxyType[HillCost, Callable[[float], float]]] = MappingProxyType(
    {HillCost.GAP: measured_factor, HillCost.MINETTI: minetti_factor}
)


@frozen
class Terrain:
    """The heights of a race, smoothed, from the start to the end in equal *step* metres."""

    heights: tuple[float, ...]
    step: float

    @property
    def metres(self) -> float:
        """How long the race is."""
        return self.step * (len(self.heights) - 1)

    @property
    def is_flat(self) -> bool:
        """Whether there is no slope at all."""
        return min(self.heights) == max(self.heights)

    def costs(self, hill_effort: float, cost: HillCost) -> list[float]:
        """Return what each piece asks relative to the flat."""
        slopes = science.grades(self.heights, self.step, STEEPEST)
        return science.efforts(slopes, _FACTORS[cost], hill_effort)

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

    def climbs(self) -> list[float]:
        """Return where climbs and descents end, in metres, up to the end of the race."""
        ends, last = [], 0.0
        for turn in (round(turn, -2) for turn in self._turns()):
            if turn - last >= SHORTEST_CLIMB and self.metres - turn >= SHORTEST_CLIMB:
                ends.append(turn)
                last = turn
        return [*ends, self.metres]

    def _turns(self) -> list[float]:
        """Return the highest and the lowest places between which the way goes CLIMB metres up or down."""
        turns: list[float] = []
        heights, low, high = self.heights, 0, 0
        rising: bool | None = None
        for number, height in enumerate(heights):
            low = number if height < heights[low] else low
            high = number if height > heights[high] else high
            if rising is not True and height - heights[low] >= CLIMB:
                turns.append(low * self.step)
                rising, high = True, number
            elif rising is not False and heights[high] - height >= CLIMB:
                turns.append(high * self.step)
                rising, low = False, number
        return turns


def terrain_of(course: Course, metres: float) -> Terrain:
    """Return *course* scaled to a race of *metres*.

    Raises:
        InvalidParameter: the course is another one, much too short or too long.
    """
    ratio = course.metres / metres
    name = course.name or "the course"
    told = f"{name} measures {_kilometres(course.metres)}, and the race {_kilometres(metres)}"
    if not _LIKELY[0] <= ratio <= _LIKELY[1]:
        advice = "is a part missing?" if ratio < 1 else "is it another course?"
        raise InvalidParameter("course", f"{told} ({advice} otherwise give its own length as 'distance')")
    if not _ALIKE[0] <= ratio <= _ALIKE[1]:
        warnings.warn(WorkoutWarning(f"course: {told}: it is scaled to fit"), stacklevel=2)
    count = max(2, round(metres / STEP))
    step = metres / count
    if not course.heights:
        warnings.warn(WorkoutWarning(f"course: {name} has no heights, and is paced as flat"), stacklevel=2)
        return Terrain((0.0,) * (count + 1), step)
    heights = science.resampled(course.along, course.heights, count)
    return Terrain(tuple(science.smoothed(heights, round(SMOOTHING / STEP / 2))), step)


def _kilometres(metres: float) -> str:
    return write_distance(round(metres, -2)) if metres % 1 else write_distance(metres)


def say_rise(up: float, down: float, *, by_effort: bool) -> str:
    """Say what is coming, as a cue: ``up 24 m, hold back``; nothing where it is as good as flat."""
    net = up - down
    if net >= CLIMB * 0.8:
        return f"Up {net:.0f} m, {'hold back' if by_effort else 'keep the pace'}"
    if net <= -CLIMB * 0.8:
        return f"Down {-net:.0f} m, {'let it run' if by_effort else 'keep the pace'}"
    if min(up, down) >= CLIMB * 0.8:
        return f"Rolling, up {up:.0f} m and down {down:.0f} m"
    return ""
