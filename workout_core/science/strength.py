"""How hard a set is, from the repetitions that are left in reserve."""

from __future__ import annotations


def effort_of_reserve(reps_in_reserve: float) -> float:
    """Return the RPE of a set that leaves so many repetitions in reserve."""
    return 10 - reps_in_reserve
