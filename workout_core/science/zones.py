"""Zones as shares of a threshold or a maximum: the edges from the bottom of Z1 to the top of the last.

The bands of the sources leave gaps between whole percents; the edges here are contiguous.
"""

from __future__ import annotations

from typing import Final

THRESHOLD_HEART_RATE: Final = (0.65, 0.85, 0.90, 0.95, 1.00, 1.06)
"""Five zones of LTHR (J. Friel, *The Triathlete's Training Bible*), 5a to 5c as one."""

MAX_HEART_RATE: Final = (0.50, 0.60, 0.70, 0.80, 0.90, 1.00)
"""Five zones of the maximum, as GPS watches set them when nothing else is known."""

THRESHOLD_SPEED: Final = (1 / 1.60, 1 / 1.29, 1 / 1.14, 1 / 1.06, 1 / 0.99, 1 / 0.80)
"""Five zones of threshold speed (J. Friel, 2010, from shares of threshold pace), 5a to 5c as one."""

FTP: Final = (0.30, 0.55, 0.75, 0.90, 1.05, 1.20, 1.50, 2.00)
"""Seven zones of functional threshold power (A. Coggan)."""


def bounds(edges: tuple[float, ...], number: int) -> tuple[float, float]:
    """Return the low and the high share of zone *number*, from 1.

    Raises:
        IndexError: there is no such zone.
    """
    if not 1 <= number < len(edges):
        raise IndexError(number)
    return edges[number - 1], edges[number]
