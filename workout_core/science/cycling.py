"""How fast a rider is at a power, on the flat and without wind."""

from __future__ import annotations

from typing import Final

AIR_DENSITY: Final = 1.225
"""kg/m³, at sea level and 15 °C (ISO 2533)."""
DRAG_AREA: Final = 0.39
"""m², of a rider with the hands on the tops."""
ROLLING: Final = 0.006
"""Coefficient of rolling resistance of a road tyre."""
WEIGHT: Final = 84 * 9.80665
"""Newtons, of a rider of 75 kg on a bicycle of 9 kg."""
EFFICIENCY: Final = 0.976
"""What the chain lets through."""
STEPS: Final = 50


def power_at(speed: float) -> float:
    """Return the watts that *speed*, in m/s, costs.

    Air and rolling resistance as in J. C. Martin et al., *J Appl Biomech* 14:276, 1998.
    """
    return (AIR_DENSITY * DRAG_AREA / 2 * speed**2 + ROLLING * WEIGHT) * speed / EFFICIENCY


def speed_at(watts: float) -> float:
    """Return the speed in m/s that *watts* give; the inverse of :func:`power_at`, by bisection."""
    low, high = 0.0, 40.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if power_at(middle) < watts else (low, middle)
    return (low + high) / 2
