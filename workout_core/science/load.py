"""How much a session asks: one number for a day, whatever was done."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from statistics import fmean, pstdev
from typing import Final

_BANISTER: Final = {"male": (0.64, 1.92), "female": (0.86, 1.67)}


def session_rpe(seconds: float, effort: float) -> float:
    """Return minutes times effort on the CR-10 scale (C. Foster, *J Strength Cond Res* 15:109, 2001)."""
    return seconds / 60 * effort


def run_load(seconds: float, speed: float, threshold_speed: float) -> float:
    """Return 100 for an hour at threshold, by the square of speed: ``100 · h · (v / v_threshold)²``."""
    return 100 * seconds / 3600 * (speed / threshold_speed) ** 2


def trimp(seconds: float, heart_rate: float, resting: float, maximum: float, sex: str = "male") -> float:
    """Return the training impulse: ``min · h · a · e^(b·h)``, h the share of the heart rate reserve.

    E. Banister, in *Physiological Testing of Elite Athletes*, 1991; *sex* is ``male`` or ``female``.
    """
    share = (heart_rate - resting) / (maximum - resting)
    scale, growth = _BANISTER[sex]
    return seconds / 60 * share * scale * exp(growth * share)


def monotony(loads: Sequence[float]) -> float:
    """Return the mean of daily loads over their standard deviation (C. Foster, 1998); rest days count as 0.

    Infinite when every day is alike.
    """
    spread = pstdev(loads)
    return fmean(loads) / spread if spread else float("inf")


def strain(loads: Sequence[float]) -> float:
    """Return the sum of daily loads times their monotony (C. Foster, 1998)."""
    return sum(loads) * monotony(loads)
