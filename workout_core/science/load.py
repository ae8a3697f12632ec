"""How much a session asks: one number for a day, whatever was done."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, pstdev


def session_rpe(seconds: float, effort: float) -> float:
    """Return minutes times effort on the CR-10 scale (C. Foster, *J Strength Cond Res* 15:109, 2001)."""
    return seconds / 60 * effort


def monotony(loads: Sequence[float]) -> float:
    """Return the mean of daily loads over their standard deviation (C. Foster, 1998); rest days count as 0.

    Infinite when every day is alike.
    """
    spread = pstdev(loads)
    return fmean(loads) / spread if spread else float("inf")
