"""Text ⇄ SI numbers: times, distances, speeds, loads and shares; the only place that knows ``4:30/km``.

Every ``read_x`` takes what people write and raises :class:`InvalidWorkout` with what would have been
right; every ``write_x`` returns a text that its reader turns back into exactly the same number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout

MILE: Final = 1609.344
YARD: Final = 0.9144
POUND: Final = 0.45359237
NUMBER: Final = r"\d{1,9}(?:\.\d{1,20})?"
CLOCK: Final = rf"\d{{1,6}}(?::[0-5]\d){{1,2}}(?:\.\d{{1,20}})?"
NAMED_DISTANCES: Final = MappingProxyType(
    {
        "half marathon": 21097.5,
        "marathon": 42195.0,
        "half": 21097.5,
        "5k": 5000.0,
        "10k": 10000.0,
        "mile": MILE,
    }
)
LENGTHS: Final = MappingProxyType({"m": 1.0, "km": 1000.0, "mi": MILE, "yd": YARD})
PACE_LENGTHS: Final = MappingProxyType(
    {"km": 1000.0, "mi": MILE, "100m": 100.0, "100yd": 100 * YARD, "500m": 500.0}
)
_HOURLY: Final = MappingProxyType({"km/h": 1000.0, "mph": MILE})
_SWIMMING_SPEED: Final = 1.2

_SPAN = re.compile(
    rf"(?:(?P<h>{NUMBER})\s*h(?:ours?|rs?)?)?\s*"
    rf"(?:(?P<min>{NUMBER})\s*min(?:utes?|s)?)?\s*"
    rf"(?:(?P<s>{NUMBER})\s*s(?:ec(?:onds?|s)?)?)?"
)
_HOURS_MINUTES = re.compile(r"(\d{1,5})\s*h\s*(\d{1,2})")
_CLOCK = re.compile(CLOCK)
_LENGTH = re.compile(rf"({NUMBER})\s*(m|km|mi|yd|metres|meters|miles?|yards?|k)", re.IGNORECASE)
_PACE = re.compile(rf"({CLOCK})\s*(?:min)?\s*/\s*(km|mi|100m|100yd|500m|mile)")
_SPEED = re.compile(rf"({NUMBER})\s*(km/h|kmh|kph|mph|m/s)")
_LONG_UNITS = MappingProxyType(
    {"metres": "m", "meters": "m", "mile": "mi", "miles": "mi", "yard": "yd", "yards": "yd", "k": "km"}
)
_SPEED_UNITS = MappingProxyType({"kmh": "km/h", "kph": "km/h"})


def plain(number: float) -> str:
    """Write *number* as digits without an exponent, and without a decimal point when it is whole."""
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(float(number))), "f")


def read_number(text: str) -> float:
    """Read a plain number, ``12`` or ``0.5``."""
    try:
        number = float(text)
    except ValueError:
        raise InvalidWorkout(f"{text!r} is not a number") from None
    if "_" in text or number != number or abs(number) == float("inf"):  # noqa: PLR0124 - NaN
        raise InvalidWorkout(f"{text!r} is not a number")
    return number


def read_clock(text: str) -> float:
    """Read ``4:30`` or ``1:10:00`` as seconds."""
    if not _CLOCK.fullmatch(text):
        raise InvalidWorkout(f"{text!r} is not a time (like '4:30' or '1:10:00')")
    seconds = 0.0
    for part in text.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def write_clock(seconds: float) -> str:
    """Write whole seconds as ``4:30`` or ``1:10:00``, rounding first, so that no ``:60`` appears."""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _write_exact_clock(seconds: float) -> str:
    minutes, left = divmod(Decimal(repr(float(seconds))), 60)
    whole = f"{int(minutes)}:{left:05.2f}" if left % 1 else f"{int(minutes)}:{int(left):02}"
    return whole.rstrip("0") if "." in whole else whole


def read_time(text: str) -> float:
    """Read a time as seconds: ``15min``, ``1h10min``, ``90s``, ``4:30``, ``1:10:00``."""
    text = text.strip()
    if ":" in text:
        return read_clock(text)
    if short := _HOURS_MINUTES.fullmatch(text):
        return int(short[1]) * 3600.0 + int(short[2]) * 60
    found = _SPAN.fullmatch(text)
    if not found or not text:
        raise InvalidWorkout(f"{text!r} is not a time (like '15min', '1h10min', '90s' or '4:30')")
    hours, minutes, seconds = (float(found[unit] or 0) for unit in ("h", "min", "s"))
    return hours * 3600 + minutes * 60 + seconds


def write_time(seconds: float) -> str:
    """Write *seconds* as ``15min``, ``1h10min``, ``90s`` or ``2min30s``."""
    if seconds != int(seconds) or seconds < 120 and seconds % 60:  # noqa: PLR2004 - 90s reads better
        return f"{plain(seconds)}s"
    hours, left = divmod(int(seconds), 3600)
    minutes, left = divmod(left, 60)
    parts = ((hours, "h"), (minutes, "min"), (left, "s"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0s"


def read_distance(text: str) -> float:
    """Read a distance as metres: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""
    text = text.strip().casefold()
    if text in NAMED_DISTANCES:
        return NAMED_DISTANCES[text]
    found = _LENGTH.fullmatch(text)
    if not found:
        raise InvalidWorkout(f"{text!r} is not a distance (like '800m', '5km', '1mi' or 'half marathon')")
    return float(found[1]) * LENGTHS[_LONG_UNITS.get(found[2], found[2])]


def write_distance(metres: float) -> str:
    """Write *metres* as ``800m``, ``5km`` or ``1mi``, whichever a runner would write."""
    kilometres = ("km", 4 if metres >= 5000 else 0)  # noqa: PLR2004 - 1500m, but 10.5km
    for unit, decimals in (kilometres, ("m", 0), ("mi", 2), ("yd", 0)):
        text = f"{_decimal(metres / LENGTHS[unit], decimals)}{unit}"
        if read_distance(text) == metres:
            return text
    return f"{plain(metres)}m"


def read_speed(text: str) -> float:
    """Read a pace or a speed as metres per second: ``4:10/km``, ``7:00/mi``, ``1:45/100m``, ``12km/h``."""
    text = text.strip()
    if found := _PACE.fullmatch(text):
        seconds = read_clock(found[1])
        if seconds == 0:
            raise InvalidWorkout(f"{text!r} is no pace anybody runs")
        return PACE_LENGTHS[_LONG_UNITS.get(found[2], found[2])] / seconds
    if found := _SPEED.fullmatch(text):
        return speed_in(float(found[1]), _SPEED_UNITS.get(found[2], found[2]))
    raise InvalidWorkout(f"{text!r} is not a pace (like '4:10/km', '7:00/mi' or '12km/h')")


def speed_in(number: float, unit: str) -> float:
    """Return *number* of ``km/h``, ``mph`` or ``m/s`` in metres per second."""
    return number if unit == "m/s" else number * _HOURLY[unit] / 3600


def write_speed(metres_per_second: float) -> str:
    """Write a speed as a pace if a round one says it exactly, otherwise in metres per second."""
    return write_speeds((metres_per_second,))


def write_speeds(speeds: tuple[float, ...]) -> str:
    """Write one speed or several, joined by ``-``, in the roundest unit that says all of them exactly."""
    slow = max(speeds) < _SWIMMING_SPEED
    lengths = sorted(PACE_LENGTHS.items(), key=lambda pair: slow and pair[1])
    for decimals in (0, 1, 2):
        for unit, length in lengths:
            paces = [_write_exact_clock(round(length / speed, decimals)) for speed in speeds]
            if all(length / read_clock(pace) == speed for pace, speed in zip(paces, speeds, strict=True)):
                return f"{'-'.join(paces)}/{unit}"
        for unit, length in _HOURLY.items():
            numbers = [_decimal(speed * 3600 / length, decimals) for speed in speeds]
            if all(speed_in(float(text), unit) == speed for text, speed in zip(numbers, speeds, strict=True)):
                return f"{'-'.join(numbers)}{unit}"
    return f"{'-'.join(map(plain, speeds))}m/s"


def read_share(text: str) -> float:
    """Read ``85%`` as 0.85."""
    text = text.strip()
    if not text.endswith("%"):
        raise InvalidWorkout(f"{text!r} is not a percentage (like '85%')")
    return share(text[:-1].strip())


def share(percent: str) -> float:
    """Return the share that a number of percent is, correctly rounded."""
    read_number(percent)
    return float(Decimal(percent) / 100)


def write_percent(fraction: float) -> str:
    """Write 0.85 as ``85``, without the sign."""
    number = Decimal(repr(float(fraction))) * 100
    return format(number.normalize() if number % 1 else number.to_integral_value(), "f")


def read_mass(text: str) -> float:
    """Read ``60kg`` or ``135lb`` as kilograms."""
    found = re.fullmatch(rf"({NUMBER})\s*(kg|lbs?)", text.strip())
    if not found:
        raise InvalidWorkout(f"{text!r} is not a load (like '60kg' or '135lb')")
    return float(found[1]) * (1.0 if found[2] == "kg" else POUND)


def _decimal(number: float, decimals: int) -> str:
    text = f"{number:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
