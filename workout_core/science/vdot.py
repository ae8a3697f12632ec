"""Running fitness as one number, VDOT, and the paces that follow from it.

Source: J. Daniels and J. Gilbert, *Oxygen Power: Performance Tables for Distance Runners*, 1979.
Speeds are metres per second, times seconds, distances metres.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import Final

MARATHON: Final = 42195.0
EASY: Final = (0.63, 0.735)
THRESHOLD: Final = 0.88
INTERVAL: Final = 0.975
REPETITION_GAIN: Final = 6.0
BISECTIONS: Final = 50


def oxygen_cost(speed: float) -> float:
    """Return the oxygen uptake, ml/kg/min, of running at *speed*."""
    per_minute = speed * 60
    return -4.60 + 0.182258 * per_minute + 0.000104 * per_minute**2


def speed_at(oxygen: float) -> float:
    """Return the speed that costs *oxygen* ml/kg/min; the inverse of :func:`oxygen_cost`."""
    return (-0.182258 + sqrt(0.182258**2 + 4 * 0.000104 * (4.60 + oxygen))) / (2 * 0.000104) / 60


def sustainable_share(seconds: float) -> float:
    """Return the share of VO2max that can be held for *seconds*."""
    minutes = seconds / 60
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def vdot(metres: float, seconds: float) -> float:
    """Return the VDOT that a race of *metres* in *seconds* shows."""
    return oxygen_cost(metres / seconds) / sustainable_share(seconds)


def vdot_of_threshold(speed: float) -> float:
    """Return the VDOT of an athlete whose threshold is *speed*."""
    return oxygen_cost(speed) / THRESHOLD


def threshold_speed(fitness: float) -> float:
    """Return the threshold speed of an athlete of VDOT *fitness*."""
    return speed_at(THRESHOLD * fitness)


def race_seconds(fitness: float, metres: float) -> float:
    """Return the time an athlete of VDOT *fitness* races *metres* in, by bisection."""
    low, high = metres / 12, metres / 0.5
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        low, high = (middle, high) if vdot(metres, middle) > fitness else (low, middle)
    return (low + high) / 2


def training_speeds(fitness: float) -> dict[str, tuple[float, float]]:
    """Return the slow and the fast end of each training pace of VDOT *fitness*, by name.

    Easy is 63 to 73.5 % of VDOT, marathon the predicted race, threshold 88 %, interval 97.5 %, and
    repetition 6 s per 400 m faster than interval (J. Daniels, *Daniels' Running Formula*, 3rd ed.).
    """
    easy_low, easy_high = (speed_at(share * fitness) for share in EASY)
    marathon = MARATHON / race_seconds(fitness, MARATHON)
    threshold = threshold_speed(fitness)
    interval = speed_at(INTERVAL * fitness)
    repetition = 400 / (400 / interval - REPETITION_GAIN)
    return {
        "easy": (easy_low, easy_high),
        "marathon": (marathon, marathon),
        "threshold": (threshold, threshold),
        "interval": (interval, interval),
        "repetition": (repetition, repetition),
    }
