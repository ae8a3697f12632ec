"""Plain numbers: digits as people write them."""

from __future__ import annotations

from decimal import Decimal
from math import inf, isfinite
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import decimal_sign, gettext
from workout_core.patterns import lazy_pattern

NUMBER: Final = r"[0-9]{1,9}(?:\.[0-9]{1,400})?"
_DECIMAL = lazy_pattern(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def plain(number: float) -> str:
    """Write *number* as digits without an exponent, and without a decimal point when it is whole."""
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(float(number))), "f")


def say_number(number: float) -> str:
    """Say *number* with the sign that the language has before the tenths: ``10.5``."""
    return with_sign(plain(number))


def with_sign(digits: str) -> str:
    """Return *digits*, which are written with a point, as they are said: ``10.5``."""
    return digits.replace(".", decimal_sign())


def say_ends(low: str, high: str) -> str:
    """Say two amounts as a range, with a unit that they share once: ``8 to 10 km``, ``800 m to 1 km``."""
    if low == high:
        return low
    # units are signs of the SI and the like, which are the same in every language
    (number, _, unit), (_, _, other) = low.partition(" "), high.partition(" ")
    return gettext("{low} to {high}", low=number if unit == other else low, high=high)


def read_number(text: str) -> float:
    """Read a number, ``12``, ``0.5`` or ``1.5e-3``."""
    number = float(text) if _DECIMAL.fullmatch(text.strip()) else inf
    if not isfinite(number):
        raise InvalidWorkout(gettext("{text} is not a number", text=shown(text)))
    return number


def rounded_off(number: float, decimals: int) -> str:
    """Write *number* with so many *decimals* at most."""
    text = f"{number:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
