"""What is measured of an athlete: beats, watts, steps a minute, masses and shares."""

from __future__ import annotations

import re
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.fields.measure import Measure, number_with_unit
from workout_core.languages import gettext
from workout_core.patterns import lazy_pattern
from workout_core.units import plain, read_mass, read_number, read_share, write_mass, write_percent


def _of_units(name: str, example: str, *units: str) -> Measure[float]:
    """Return the measure of a number with one of *units*, of which the first is written."""
    pattern = lazy_pattern(rf"([0-9]+(?:\.[0-9]+)?)\s*(?:{'|'.join(units)})", re.IGNORECASE)

    def read(text: str) -> float:
        found = pattern.fullmatch(text)
        if not found:
            raise InvalidWorkout(
                gettext(
                    "{text} is not a number of {unit} (like '{example}')",
                    text=shown(text),
                    unit=units[0],
                    example=example,
                )
            )
        return read_number(found[1])

    return number_with_unit(name, read, example, lambda number: f"{plain(number)}{units[0]}")


HEART_RATE: Final = _of_units("heart rate", "150bpm", "bpm")
POWER: Final = _of_units("power", "250W", "W", "watts")
CADENCE: Final = _of_units("cadence", "180spm", "spm", "rpm")
ENERGY: Final = _of_units("energy", "200kcal", "kcal")
MASS: Final = number_with_unit("mass", read_mass, "60kg", write_mass)
SHARE: Final = number_with_unit("share", read_share, "85%", lambda share: f"{write_percent(share)}%")
