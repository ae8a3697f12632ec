"""Shares and changes: ``85%``, ``+10%``."""

from __future__ import annotations

from decimal import Decimal

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.units.numbers import read_number, with_sign


def read_share(text: str) -> float:
    """Read ``85%`` as 0.85."""
    clean = text.strip()
    if not clean.endswith("%"):
        raise InvalidWorkout(gettext("{text} is not a percentage (like '85%')", text=shown(text)))
    return share(clean[:-1].strip())


def share(percent: str) -> float:
    """Return the share that a number of percent is, correctly rounded."""
    read_number(percent)
    return float(Decimal(percent) / 100)


def read_change(text: str) -> float:
    """Read ``+10%`` as 1.1 and ``-20%`` as 0.8: so many times as much."""
    clean = text.strip().replace("\N{MINUS SIGN}", "-")
    if clean[:1] not in ("+", "-") or not clean.endswith("%"):
        bare = f"{clean.strip('+-% ')}%"
        raise InvalidWorkout(
            gettext("{text} is not a change (like '+{number}' or '-{number}')", text=shown(text), number=bare)
        )
    part = read_share(clean[1:])
    return float(1 + Decimal(repr(part)) * (1 if clean[0] == "+" else -1))


def write_percent(fraction: float) -> str:
    """Write 0.85 as ``85``, without the sign."""
    number = Decimal(repr(float(fraction) + 0.0)) * 100
    return format(number.normalize() if number % 1 else number.to_integral_value(), "f")


def say_percent(fraction: float) -> str:
    """Say 0.855 as ``85.5``, without the sign, to a tenth."""
    return with_sign(write_percent(round(fraction, 3)))
