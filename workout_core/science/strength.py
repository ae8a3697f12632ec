"""The one-rep max, estimated from sets of several repetitions."""

from __future__ import annotations

from math import floor
from typing import Final

SHARES: Final = (
    100, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2, 75.1,
    73.9, 72.8, 71.7, 70.7, 69.6, 68.6, 67.6, 66.6, 65.6, 64.7, 63.7, 62.8, 61.8,
)  # fmt: skip
"""Percent of 1RM for each half repetition in reserve (M. Tuchscherer's chart, unrounded)."""
LIGHTEST_EFFORT: Final = 6.0
MOST_REPS: Final = 12
BRZYCKI_REPS: Final = 36


def epley(kilograms: float, reps: int) -> float:
    """Return the estimated 1RM: ``w (1 + r/30)`` (B. Epley, 1985); one repetition is the 1RM itself."""
    return kilograms if reps == 1 else kilograms * (1 + reps / 30)


def brzycki(kilograms: float, reps: int) -> float:
    """Return the estimated 1RM: ``36 w / (37 - r)``, for up to 12 (M. Brzycki, *JOPERD* 64:88, 1993).

    Raises:
        ValueError: more repetitions than the formula has an answer for.
    """
    if reps > BRZYCKI_REPS:
        raise ValueError(f"the formula ends at {BRZYCKI_REPS} reps, not {reps}")
    return kilograms * 36 / (37 - reps)


def share_of_one_rep_max(reps: int, effort: float) -> float:
    """Return the share of 1RM for *reps* at *effort*: RPE 6 to 10, to the nearest half, a quarter down.

    Raises:
        ValueError: outside 1 to 12 repetitions or RPE 6 to 10.
    """
    if not 1 <= reps <= MOST_REPS or not LIGHTEST_EFFORT <= effort <= 10:  # noqa: PLR2004 - RPE ends at 10
        raise ValueError(f"the chart has 1 to 12 reps at RPE 6 to 10, not {reps} at {effort:g}")
    return SHARES[2 * (reps - 1) + floor(2 * (10 - effort) + 0.5)] / 100


def effort_of_reserve(reps_in_reserve: float) -> float:
    """Return the RPE of a set that leaves so many repetitions in reserve."""
    return 10 - reps_in_reserve
