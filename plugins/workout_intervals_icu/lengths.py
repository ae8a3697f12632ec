"""How long a step is: times and distances as the workout builder spells them, where m is a minute."""

from __future__ import annotations

import re
from typing import Final

from workout_core import Distance, Time

_MILE: Final = 1609.344
_YARD: Final = 0.9144
_HALF_MILLIMETRE: Final = 0.0005
_KILOMETRE: Final = 1000
_SECONDS: Final = {"h": 3600.0, "m": 60.0, "s": 1.0}
_CLOCK_PART: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s?(''|[a-z'’′\"”″]?)", re.IGNORECASE)  # noqa: RUF001
_UNIT_BY_MARK: Final = {"'": "m", "’": "m", "′": "m", '"': "s", "”": "s", "″": "s", "''": "s"}  # noqa: RUF001
_LONG_WORD: Final = re.compile(r"(?<=[hms])[a-z]+", re.IGNORECASE)
_LENGTH: Final = re.compile(r"([0-9.,]+)\s?([a-z]+)", re.IGNORECASE)


def number(text: str) -> float:
    """Return the number of *text*, which has a point or a comma."""
    return float(text.replace(",", "."))


def read_time(text: str) -> Time:
    """Return the time of ``1h2m30s``, ``1m30``, ``5'`` or ``10min``.

    A number without a unit is of the next smaller one.

    Raises:
        InvalidWorkout: nothing lasts as long.
    """
    seconds, last = 0.0, ""
    for amount, mark in _CLOCK_PART.findall(_LONG_WORD.sub("", text)):
        last = _UNIT_BY_MARK.get(mark, mark.casefold()) or {"h": "m"}.get(last, "s")
        seconds += number(amount) * _SECONDS[last]
    return Time(round(seconds, 3))


def write_time(seconds: int) -> str:
    """Return ``1h2m30s``."""
    hours, left = divmod(seconds, 3600)
    minutes, left = divmod(left, 60)
    return "".join(f"{many}{unit}" for many, unit in ((hours, "h"), (minutes, "m"), (left, "s")) if many)


def read_distance(text: str) -> Distance:
    """Return the distance of ``800mtr``, ``0.8 km``, ``1mi`` or ``100yrd``.

    Raises:
        InvalidWorkout: nothing is as far.
    """
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    unit = found[2].casefold()
    metres = (
        _YARD
        if unit.startswith("y")
        else _KILOMETRE
        if unit.startswith("k")
        else _MILE
        if "mi" in unit
        else 1
    )
    return Distance(round(number(found[1]) * metres, 4))


def write_distance(metres: float) -> str:
    """Return *metres* in the unit that suits them: ``800mtr``, ``1.5km``, ``1mi``, ``100yrd``.

    They are written to the centimetre, and never as ``m``, which are minutes.
    """
    for unit, size, decimals in (("mi", _MILE, 2), ("yrd", _YARD, 0)):
        many = round(metres / size, decimals)
        if many and abs(many * size - metres) < _HALF_MILLIMETRE and metres != round(metres):
            return f"{many:g}{unit}"
    decimals = 2 if metres == round(metres) else 4
    kilometres = round(metres / _KILOMETRE, decimals)
    if metres >= _KILOMETRE and abs(kilometres * _KILOMETRE - metres) < _HALF_MILLIMETRE:
        return f"{_plain(kilometres, decimals)}km"
    return f"{_plain(max(metres, 0.01), 2)}mtr"


def _plain(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")
