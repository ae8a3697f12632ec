"""The system of units that somebody reads."""

from __future__ import annotations

from enum import Enum


class Units(Enum):
    """How numbers are shown to somebody."""

    METRIC = "metric"
    IMPERIAL = "imperial"
