"""Race times from race times. Distances are metres, times seconds, speeds metres per second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.languages import gettext

FATIGUE: Final = 1.06


def riegel(metres: float, seconds: float, other: float, exponent: float = FATIGUE) -> float:
    """Return the time over *other* metres: ``T2 = T1 (D2 / D1)^1.06``.

    P. Riegel, *American Scientist* 69:285, 1981.
    """
    return seconds * float((other / metres) ** exponent)


def cameron(metres: float, seconds: float, other: float) -> float:
    """Return the time over *other* metres (D. Cameron, 1998): for 800 m to the marathon."""
    return seconds / metres * other * _cameron_factor(metres) / _cameron_factor(other)


def _cameron_factor(metres: float) -> float:
    return 13.49681 - 0.000030363 * metres + 835.7114 / float(metres**0.7905)


def critical_speed(trials: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return critical speed and the metres D' that can be run above it, from trials of metres and seconds.

    The straight line ``d = CS·t + D'`` of least squares (H. Monod and J. Scherrer, *Ergonomics*, 1965).

    Raises:
        ValueError: fewer than two different times, or a longer time goes with a shorter distance.
    """
    if len({seconds for _, seconds in trials}) < 2:  # noqa: PLR2004 - a line needs two points
        raise ValueError(gettext("critical speed needs two trials of different times"))
    mean_time = sum(seconds for _, seconds in trials) / len(trials)
    mean_distance = sum(metres for metres, _ in trials) / len(trials)
    spread = sum((seconds - mean_time) ** 2 for _, seconds in trials)
    slope = sum((seconds - mean_time) * (metres - mean_distance) for metres, seconds in trials) / spread
    if slope <= 0:
        raise ValueError(gettext("critical speed needs trials that go farther in a longer time"))
    return slope, mean_distance - slope * mean_time


def critical_speed_seconds(speed: float, reserve: float, metres: float) -> float:
    """Return the time over *metres* at critical speed *speed* with *reserve* metres above it.

    Raises:
        ValueError: the reserve alone is as far as that.
    """
    if metres <= reserve:
        raise ValueError(f"critical speed says nothing of {metres:g} m with {reserve:g} m in reserve")
    return (metres - reserve) / speed
