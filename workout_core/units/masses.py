"""Masses: ``60kg``, ``135lb``."""

from __future__ import annotations

from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.patterns import lazy_pattern
from workout_core.units.numbers import NUMBER, plain, rounded_off, say_number, with_sign

POUND: Final = 0.45359237
_MASS = lazy_pattern(rf"({NUMBER})\s*(kg|lb|pound)s?")


def read_mass(text: str) -> float:
    """Read ``60kg`` or ``135lb`` as kilograms."""
    found = _MASS.fullmatch(text.strip().casefold())
    if not found:
        raise InvalidWorkout(gettext("{text} is not a load (like '60kg' or '135lb')", text=shown(text)))
    return float(found[1]) * (1.0 if found[2] == "kg" else POUND)


def write_mass(kilograms: float) -> str:
    """Write *kilograms* as ``60kg`` or ``135lb``, whichever somebody would load on a bar."""
    return f"{_pounds(kilograms)}lb" if is_in_pounds(kilograms) else f"{plain(kilograms)}kg"


def is_in_pounds(kilograms: float) -> bool:
    """Tell whether *kilograms* are a round number of pounds, and not of kilograms."""
    return kilograms != round(kilograms, 2) and float(_pounds(kilograms)) * POUND == kilograms


def _pounds(kilograms: float) -> str:
    return rounded_off(kilograms / POUND, 1)


def say_mass(kilograms: float) -> str:
    """Say a mass as ``60 kg``, or as ``135 lb`` where pounds are what is round."""
    if is_in_pounds(kilograms):
        return f"{with_sign(_pounds(kilograms))} lb"
    return f"{say_number(round(kilograms, 2))} kg"
