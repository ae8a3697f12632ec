"""Masses: ``60kg``, ``135lb``."""

from __future__ import annotations

from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import NUMBER, plain, rounded_off

POUND: Final = 0.45359237
_MASS = lazy_pattern(rf"({NUMBER})\s*(kg|lb|pound)s?")


def read_mass(text: str) -> float:
    """Read ``60kg`` or ``135lb`` as kilograms."""
    found = _MASS.fullmatch(text.strip().casefold())
    if not found:
        raise InvalidWorkout(f"{shown(text)} is not a load (like '60kg' or '135lb')")
    return float(found[1]) * (1.0 if found[2] == "kg" else POUND)


def write_mass(kilograms: float) -> str:
    """Write *kilograms* as ``60kg`` or ``135lb``, whichever somebody would load on a bar."""
    pounds = rounded_off(kilograms / POUND, 1)
    round_kilograms = kilograms == round(kilograms, 2)
    if not round_kilograms and float(pounds) * POUND == kilograms:
        return f"{pounds}lb"
    return f"{plain(kilograms)}kg"


def say_mass(kilograms: float) -> str:
    """Say a mass as ``60 kg``, or as ``135 lb`` where pounds are what is round."""
    text = write_mass(kilograms)
    return f"{text[:-2]} lb" if text.endswith("lb") else f"{plain(round(kilograms, 2))} kg"
