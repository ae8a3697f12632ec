"""How hard a set is, from the repetitions that are left in reserve."""

from __future__ import annotations

from typing import Final

WARM_UP: Final = ((0.5, 5), (0.75, 3), (1.0, 2))
"""Shares of the heaviest warm-up set, and their repetitions.

Where that is at 80 % of the working set, they are 5, 3 and 2 at 40, 60 and 80 % (M. Rippetoe, *Starting
Strength*, 3rd ed. 2011, which has the empty bar before them).
"""


def effort_of_reserve(reps_in_reserve: float) -> float:
    """Return the RPE of a set that leaves so many repetitions in reserve."""
    return 10 - reps_in_reserve
