"""The best that anybody has done: what is beyond it was hardly meant."""

from __future__ import annotations

from typing import Final

RUNNING: Final = (
    (100.0, 9.58),
    (400.0, 43.03),
    (800.0, 100.91),
    (1500.0, 206.0),
    (5000.0, 755.36),
    (10_000.0, 1571.0),
    (21_097.5, 3402.0),
    (42_195.0, 7235.0),
    (100_000.0, 21_935.0),
)
"""Metres and seconds of the world's best on foot, men's, as of 2025 (World Athletics, IAU)."""
CYCLING: Final = ((200.0, 9.088), (1000.0, 55.433), (4000.0, 239.153), (56_792.0, 3600.0))
"""The same on a bicycle, alone and on the level (UCI)."""
SWIMMING: Final = ((50.0, 19.90), (100.0, 44.84), (400.0, 212.25), (1500.0, 846.88))
"""The same in water, free style in a short pool (World Aquatics)."""
ROWING: Final = ((500.0, 70.5), (2000.0, 318.68))
"""The same on a machine (Concept2) and in an eight (World Rowing)."""
DAY: Final = 86_400.0
RUN_IN_A_DAY: Final = 319_614.0
RIDDEN_IN_A_DAY: Final = 1_026_215.0
"""Metres that one has done in 24 h, the most (IAU; World Ultra Cycling Association)."""
POWER: Final = (
    (0.0, 2700.0),
    (15.0, 2000.0),
    (60.0, 1200.0),
    (300.0, 750.0),
    (1200.0, 600.0),
    (3600.0, 520.0),
)
"""Seconds and watts that nobody holds for longer: the best of A. Coggan's power profile (24, 11.5, 7.6 and
6.4 W/kg for 5 s, 1 min, 5 min and an hour) at 100, 100, 90 and 80 kg, with some room between them."""
HEART_RATE: Final = 230.0
"""Beats a minute that no heart makes: 208 - 0.7 x age (H. Tanaka, 2001) at ten years, and three deviations of
10."""
ZONES: Final = 7
"""The most zones of a usual system: Coggan's of power, and Friel's with 5a, 5b and 5c as three."""
LOAD: Final = 510.0
"""Kilograms of the heaviest deadlift (H. Bjornsson, 2025)."""


def fastest(bests: tuple[tuple[float, float], ...], metres: float) -> float:
    """Return a time that nobody takes for *metres*: at the pace of the longest of *bests* not above it."""
    length, seconds = max((each for each in bests if each[0] <= metres), default=bests[0])
    return seconds / length * metres


def most_power(seconds: float) -> float:
    """Return the watts that nobody holds for *seconds*."""
    return min(watts for length, watts in POWER if length <= seconds)
