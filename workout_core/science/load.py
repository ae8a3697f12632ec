"""The load of a session: one number for a day, whatever was done."""

from __future__ import annotations

from collections.abc import Sequence


def session_rpe(seconds: float, effort: float) -> float:
    """Return minutes times effort on the CR-10 scale (C. Foster, *J Strength Cond Res* 15:109, 2001)."""
    return seconds / 60 * effort


def monotony(loads: Sequence[float]) -> float:
    """Return the mean of daily loads over their standard deviation (C. Foster, 1998); rest days count as 0.

    Infinite if all days are equal.
    """
    from statistics import fmean, pstdev  # noqa: PLC0415 - slow to load, and only plans ask

    spread = pstdev(loads)
    return fmean(loads) / spread if spread else float("inf")
