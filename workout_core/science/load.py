"""The load of a session: one number for a day, whatever was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

STRESS: Final = 4
"""The power to which efforts are raised before their mean is taken."""


def session_rpe(seconds: float, effort: float) -> float:
    """Return minutes times effort on the CR-10 scale (C. Foster, *J Strength Cond Res* 15:109, 2001)."""
    return seconds / 60 * effort


def session_rating(parts: Sequence[tuple[float, float]]) -> float:
    """Return the effort that people give a whole session of *parts*, seconds and efforts from 1 to 10.

    The mean of fourth powers, as for power (A. Coggan, 2003): what is hard weighs more than its minutes, and
    what is even keeps its effort. Four is the smallest whole exponent that puts 4 x 16, 4 x 8 and 4 x 4 min
    in the order in which cyclists rated them (S. Seiler and O. Sylta, *IJSPP* 12:S2-80, 2017).
    """
    whole = sum(seconds for seconds, _ in parts)
    hardest = max((effort for _, effort in parts), default=0.0)
    if not whole or not hardest:
        return hardest
    stress = sum(seconds * (effort / hardest) ** STRESS for seconds, effort in parts)
    return hardest * float((stress / whole) ** (1 / STRESS))


def monotony(loads: Sequence[float]) -> float:
    """Return the mean of daily loads over their standard deviation (C. Foster, 1998); rest days count as 0.

    Infinite if all days are equal.
    """
    from statistics import fmean, pstdev  # noqa: PLC0415 - slow to load, and only plans ask

    spread = pstdev(loads)
    return fmean(loads) / spread if spread else float("inf")
