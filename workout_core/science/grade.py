"""The cost of a slope: the factor by which running up or down is harder than on the flat.

A grade is rise over run: 0.05 is 5 %. A factor of 1.25 means that 5:00/km there is as hard as 4:00/km on
the flat.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

STEEPEST: Final = 0.45
MEASURED: Final = (
    (-0.45, 2.096),
    (-0.30, 1.495),
    (-0.25, 1.273),
    (-0.20, 1.081),
    (-0.15, 0.941),
    (-0.10, 0.876),
    (-0.08, 0.876),
    (-0.06, 0.891),
    (-0.04, 0.918),
    (-0.02, 0.960),
    (0.0, 1.0),
    (0.02, 1.055),
    (0.04, 1.135),
    (0.06, 1.228),
    (0.08, 1.337),
    (0.10, 1.459),
    (0.15, 1.846),
    (0.20, 2.297),
    (0.25, 2.727),
    (0.30, 3.158),
    (0.45, 4.286),
)
"""Factors that a widely used grade-adjusted pace applies, measured by its treatment of synthetic runs."""
_GRADES: Final = tuple(grade for grade, _ in MEASURED)


def measured_factor(grade: float) -> float:
    """Return the factor of *grade*, interpolated between the measured ones; beyond them, that of the last."""
    if grade <= _GRADES[0]:
        return MEASURED[0][1]
    if grade >= _GRADES[-1]:
        return MEASURED[-1][1]
    after = bisect_right(_GRADES, grade)
    (low, below), (high, above) = MEASURED[after - 1], MEASURED[after]
    return below + (above - below) * (grade - low) / (high - low)


def minetti_cost(grade: float) -> float:
    """Return the energy of running, J/kg/m (A. Minetti et al., *J Appl Physiol* 93:1039, 2002), for ±0.45."""
    i = min(max(grade, -STEEPEST), STEEPEST)
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + 3.6


def minetti_factor(grade: float) -> float:
    """Return the energy of running at *grade* relative to the flat."""
    return minetti_cost(grade) / minetti_cost(0.0)
