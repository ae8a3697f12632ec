"""The load of a session: one number for a day, whatever was done."""

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
    """Return 100 for an hour at threshold, by the square of speed: ``100 · h · (v / v_threshold)²``.

    Like A. Coggan's stress score, which goes by power (*Training and Racing Using a Power Meter*, 2003).
    """
    return 100 * seconds / 3600 * (speed / threshold_speed) ** 2


def heart_rate_load(seconds: float, heart_rate: float, threshold_heart_rate: float) -> float:
    """Return 100 for an hour at threshold, by the square of heart rate: ``100 · h · (HR / LTHR)²``.

    Like :func:`run_load`, which goes by speed (after A. Coggan, 2003).
    """
    return 100 * seconds / 3600 * (heart_rate / threshold_heart_rate) ** 2


def steady_speed(pieces: Sequence[tuple[float, float]]) -> float:
    """Return the steady speed that is as hard as *pieces* of seconds and speed: ``(Σ t v⁴ / Σ t)^¼``.

    The mean of fourth powers is A. Coggan's (2003); speeds up and down hill are grade-adjusted first.

    Raises:
        ValueError: the pieces take no time.
    """
    total = sum(seconds for seconds, _ in pieces)
    if total <= 0:
        raise ValueError("no time has no speed")
    return float((sum(seconds * speed**4 for seconds, speed in pieces) / total) ** 0.25)


def intensity(pieces: Sequence[tuple[float, float]], threshold_speed: float) -> float:
    """Return the share of threshold speed that *pieces* of seconds and speed are as hard as.

    Raises:
        ValueError: the pieces take no time.
    """
    return steady_speed(pieces) / threshold_speed


def trimp(seconds: float, heart_rate: float, resting: float, maximum: float, sex: str = "male") -> float:
    """Return the training impulse: ``min · h · a · e^(b·h)``, h the share of the heart rate reserve.

    E. Banister, in *Physiological Testing of Elite Athletes*, 1991; *sex* is ``male`` or ``female``. Nothing
    at or below the *resting* heart rate.
    """
    share = max(0.0, (heart_rate - resting) / (maximum - resting))
    scale, growth = _BANISTER[sex]
    return seconds / 60 * share * scale * exp(growth * share)


def edwards(zone_seconds: Sequence[float]) -> float:
    """Return minutes in each zone times its number, from 1 (S. Edwards, *The Heart Rate Monitor Book*, 1993).

    The source has five zones of the maximum heart rate, each a tenth of it wide, from one half.
    """
    return sum(number * seconds / 60 for number, seconds in enumerate(zone_seconds, start=1))


def monotony(loads: Sequence[float]) -> float:
    """Return the mean of daily loads over their standard deviation (C. Foster, 1998); rest days count as 0.

    Infinite if all days are equal.
    """
    spread = pstdev(loads)
    return fmean(loads) / spread if spread else float("inf")


def strain(loads: Sequence[float]) -> float:
    """Return the sum of daily loads times their monotony (C. Foster, 1998); nothing for a week of rest."""
    total = sum(loads)
    return total * monotony(loads) if total else 0.0
