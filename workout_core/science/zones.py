"""Zones as shares of a threshold or a maximum: the edges from the bottom of Z1 to the top of the last.

The bands of the sources leave gaps between whole percents; the edges here are contiguous. A zone that its
source leaves open begins at 0, or ends at infinity. The edges by which zones are counted, ``Z1`` and up, are
closed, for a watch needs both ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from types import MappingProxyType
from typing import Final

from attrs import frozen

THRESHOLD_HEART_RATE: Final = (0.65, 0.85, 0.90, 0.95, 1.00, 1.06)
"""Five zones of LTHR (J. Friel, *The Triathlete's Training Bible*), 5a to 5c as one."""

MAX_HEART_RATE: Final = (0.50, 0.60, 0.70, 0.80, 0.90, 1.00)
"""Five zones of the maximum, as GPS watches set them when nothing else is known."""

THRESHOLD_SPEED: Final = (1 / 1.60, 1 / 1.29, 1 / 1.14, 1 / 1.06, 1 / 0.99, 1 / 0.80)
"""Five zones of threshold speed (J. Friel, 2010, from shares of threshold pace), 5a to 5c as one."""

FTP: Final = (0.30, 0.55, 0.75, 0.90, 1.05, 1.20, 1.50, 2.00)
"""Seven zones of functional threshold power (A. Coggan)."""


@frozen
class ZoneBounds:
    """One zone of a table.

    Attributes:
        name: what its source calls it, ``4``, ``5a`` or ``Easy``.
        low: the share at its lower edge; 0 when the source gives none.
        high: the share at its upper edge, where the next one begins; infinite when the source gives none.
    """

    name: str
    low: float
    high: float


def table(edges: Sequence[float], names: Iterable[str] = ()) -> tuple[ZoneBounds, ...]:
    """Return the zones between *edges*, called *names*, or by their numbers when there are none.

    Raises:
        ValueError: there are more zones than names, or fewer.
    """
    called = tuple(names) or tuple(str(number) for number in range(1, len(edges)))
    return tuple(
        ZoneBounds(name, low, high) for name, (low, high) in zip(called, pairwise(edges), strict=True)
    )


_FRIEL: Final = ("1", "2", "3", "4", "5a", "5b", "5c")
_STRYD: Final = ("Easy", "Moderate", "Threshold", "Interval", "Repetition")

FRIEL_HEART_RATE: Final = table((0.0, 0.85, 0.90, 0.95, 1.00, 1.03, 1.06, inf), _FRIEL)
"""Seven zones of LTHR for running (J. Friel, 2009)."""

FRIEL_PACE: Final = table((0.0, 1 / 1.29, 1 / 1.14, 1 / 1.06, 1 / 0.99, 1 / 0.97, 1 / 0.90, inf), _FRIEL)
"""Seven zones of threshold speed (J. Friel, 2010, from shares of threshold pace)."""

COGGAN_POWER: Final = table((0.0, *FTP[1:-1], inf))
"""Seven zones of functional threshold power (A. Coggan, 2003)."""

STRYD_POWER: Final = table((0.65, 0.80, 0.90, 1.00, 1.15, 1.30), _STRYD)
"""Five zones of critical power for running (Stryd, support article 360039774153); closed at both ends."""

DANIELS_HEART_RATE: Final = MappingProxyType(
    {"easy": (0.65, 0.79), "marathon": (0.80, 0.89), "threshold": (0.88, 0.92), "interval": (0.975, 1.00)}
)
"""Shares of the maximum heart rate of E, M, T and I; R is too short for the heart to follow (J. Daniels,
*Daniels' Running Formula*, 3rd ed., chapter 4)."""

SCALE_SPEED: Final = (*THRESHOLD_SPEED[:-1], 1 / 0.90, 1 / 0.80)
"""Threshold speed by Friel's zones, with 5c apart from 5a and 5b, as a sixth."""

SCALE_MAX_HEART_RATE: Final = (0.50, 0.65, 0.79, 0.88, 0.92, 1.00)
"""The maximum heart rate by the zones of Friel: where Daniels' E and T begin and end."""

SCALE_HEART_RATE_RESERVE: Final = (0.40, 0.59, 0.74, 0.83, 0.88, 1.00)
"""The heart rate reserve by the zones of Friel: where E and T begin and end in shares of VO2max (J. Daniels),
which are those of the reserve (D. Swain and B. Leutholtz, *Med Sci Sports Exerc* 29:410, 1997)."""

SCALE_CRITICAL_POWER: Final = (0.50, *(zone.low for zone in STRYD_POWER), STRYD_POWER[-1].high)
"""Critical power of running by the zones of Friel: Stryd's five from the second up."""


def bounds(edges: tuple[float, ...], number: int) -> tuple[float, float]:
    """Return the low and the high share of zone *number*, from 1.

    Raises:
        IndexError: there is no such zone.
    """
    if not 1 <= number < len(edges):
        raise IndexError(number)
    return edges[number - 1], edges[number]


def karvonen(share: float, resting: float, maximum: float) -> float:
    """Return the heart rate at *share* of the reserve: ``rest + f (max - rest)``.

    M. Karvonen, E. Kentala and O. Mustala, *Ann Med Exp Biol Fenn* 35:307, 1957.
    """
    return resting + share * (maximum - resting)
