"""How hard a set is, from the repetitions that are left in reserve."""

from __future__ import annotations

from typing import Final

_LIGHT: Final = 3.0
"""RPE of light effort, where nobody can count what is in reserve (M. Zourdos et al., *J Strength Cond Res*
30:267, 2016)."""
WARM_UP: Final = ((0.5, 5), (0.75, 3), (1.0, 2))
"""Shares of the heaviest warm-up set, and their repetitions.

Where that is at 80 % of the working set, they are 5, 3 and 2 at 40, 60 and 80 % (M. Rippetoe, *Starting
Strength*, 3rd ed. 2011, which has the empty bar before them).
"""
TRAINING_MAX: Final = 0.9
"""Share of the one rep max that lifters call their training max (J. Wendler, *5/3/1*, 2009)."""


def effort_of_reserve(reps_in_reserve: float) -> float:
    """Return the RPE of a set that leaves so many repetitions in reserve."""
    return 10 - reps_in_reserve


def effort_of_share(share: float, reps: int) -> float:
    """Return the RPE of *reps* at a *share* of the one rep max, to the half.

    So many are possible as B. Epley's chart of 1985 says: ``1RM = load (1 + reps / 30)``.
    """
    possible = 30 * (1 / share - 1)
    effort = round(2 * effort_of_reserve(possible - reps)) / 2
    return min(max(effort, _LIGHT), 10.0)


def share_of_most(reps: int) -> float:
    """Return the share of the one rep max that can be lifted so often, by the same chart.

    A load that can be lifted once is all of it.
    """
    return 1.0 if reps == 1 else 1 / (1 + reps / 30)
