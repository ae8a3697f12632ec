"""Loads as they are put together of what there is: plates in kilograms or in pounds."""

from __future__ import annotations

from math import floor

from workout_core.model.athlete import PLATES, POUND_PLATES, Athlete
from workout_core.units.masses import POUND, is_in_pounds


def plates_of(athlete: Athlete | None) -> float:
    """Return the smallest step of the loads that *athlete* has, or what is usual."""
    return athlete.plates if athlete else PLATES


def on_plates(kilograms: float, like: float, plates: float = PLATES) -> float:
    """Return the load nearest to *kilograms* that *plates* allow: pounds if they, or *like*, are pounds."""
    if is_in_pounds(like) and plates == PLATES:
        plates = POUND_PLATES
    count = max(1, floor(round(kilograms / plates, 6) + 0.5))
    if is_in_pounds(plates):
        return round(count * plates / POUND, 6) * POUND
    return round(count * plates, 6)
