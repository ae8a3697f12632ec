"""Text ⇄ SI numbers: times, distances, speeds, loads and shares; the only place that knows ``4:30/km``.

Every ``read_x`` takes what people write and raises :class:`InvalidWorkout` with what would have been
right; every ``write_x`` returns a text that its reader turns back into exactly the same number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import inf, isfinite, log
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout, shown

MILE: Final = 1609.344
YARD: Final = 0.9144
POUND: Final = 0.45359237
NUMBER: Final = r"[0-9]{1,9}(?:\.[0-9]{1,400})?"
CLOCK: Final = r"[0-9]{1,6}(?::[0-5][0-9]){1,2}(?:\.[0-9]{1,20})?"
_HOURS: Final = rf"{NUMBER}\s*h(?:ours?|rs?)?"
_MINUTES: Final = rf"{NUMBER}\s*min(?:utes?|s)?"
_SECONDS: Final = rf"{NUMBER}\s*s(?:ec(?:onds?|s)?)?"
SPAN: Final = rf"{_HOURS}(?:\s*{_MINUTES})?(?:\s*{_SECONDS})?|{_MINUTES}(?:\s*{_SECONDS})?|{_SECONDS}"
HOURS_MINUTES: Final = r"[0-9]{1,5}\s*h\s*[0-9]{1,2}"
NAMED_DISTANCES: Final = MappingProxyType(
    {
        "half marathon": 21097.5,
        "half-marathon": 21097.5,
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

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SPAN = re.compile(SPAN)
_MOST_DAYS: Final = 36_525
_DAYS = re.compile(r"([+-]?[0-9]{1,5})\s*(?:d|days?|(?P<weeks>w|weeks?))?", re.IGNORECASE)
_PIECE = re.compile(rf"({NUMBER})\s*(h|min|s)")
_HOURS_MINUTES = re.compile(HOURS_MINUTES)
_CLOCK = re.compile(CLOCK)
_LENGTH = re.compile(rf"({NUMBER})\s*(m|km|mi|yd|metres?|meters?|miles?|yards?|yds|k)")
_PACE = re.compile(rf"({CLOCK})\s*(?:min\s*)?/\s*(km|mi|100m|100yd|500m|mile)")
_SPEED = re.compile(rf"({NUMBER})\s*(km/h|kmh|kph|mph|m/s)")
_MASS = re.compile(rf"({NUMBER})\s*(kg|lb|pound)s?")
_SECONDS_IN = MappingProxyType({"h": 3600.0, "min": 60.0, "s": 1.0})
_LONG_UNITS = MappingProxyType(
    {
        **dict.fromkeys(("metre", "metres", "meter", "meters"), "m"),
        **dict.fromkeys(("mile", "miles"), "mi"),
        **dict.fromkeys(("yard", "yards", "yds"), "yd"),
        "k": "km",
    }
)
_SPEED_UNITS = MappingProxyType({"kmh": "km/h", "kph": "km/h"})


def plain(number: float) -> str:
    """Write *number* as digits without an exponent, and without a decimal point when it is whole."""
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(float(number))), "f")


def read_number(text: str) -> float:
    """Read a number, ``12``, ``0.5`` or ``1.5e-3``."""
    number = float(text) if _DECIMAL.fullmatch(text.strip()) else inf
    if not isfinite(number):
        raise InvalidWorkout(f"{shown(text)} is not a number")
    return number


def read_clock(text: str) -> float:
    """Read ``4:30`` or ``1:10:00`` as seconds."""
    if not _CLOCK.fullmatch(text):
        raise InvalidWorkout(f"{shown(text)} is not a time (like '4:30' or '1:10:00')")
    return _seconds(text)


def _seconds(clock: str) -> float:
    """Return the seconds of a clock, correctly rounded: ``4:29.41`` is the number 269.41."""
    whole, point, hundredths = clock.partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return float(f"{seconds}{point}{hundredths}")


def write_clock(seconds: float) -> str:
    """Write whole seconds as ``4:30`` or ``1:10:00``, rounding first, so that no ``:60`` appears."""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def write_exact_clock(seconds: float) -> str:
    """Write seconds to the hundredth as minutes and seconds, ``4:07.5``, as paces are written."""
    minutes, left = divmod(Decimal(repr(float(seconds))), 60)
    whole = f"{int(minutes)}:{left:05.2f}" if left % 1 else f"{int(minutes)}:{int(left):02}"
    return whole.rstrip("0") if "." in whole else whole


def read_time(text: str) -> float:
    """Read a time as seconds: ``15min``, ``1h10min``, ``90s``, ``4:30``, ``1:10:00``."""
    clean = text.strip().casefold()
    if _CLOCK.fullmatch(clean):
        return _seconds(clean)
    if ":" in clean:
        return read_clock(text.strip())
    if _HOURS_MINUTES.fullmatch(clean):
        clean += "min"
    if not _SPAN.fullmatch(clean):
        raise InvalidWorkout(f"{shown(text)} is not a time (like '15min', '1h10min', '90s' or '4:30')")
    return sum(float(number) * _SECONDS_IN[unit] for number, unit in _PIECE.findall(clean))


def write_time(seconds: float) -> str:
    """Write *seconds* as ``15min``, ``1h10min``, ``90s`` or ``2min30s``."""
    if seconds != int(seconds) or (seconds < 120 and seconds % 60):  # noqa: PLR2004 - 90s reads better
        return f"{plain(seconds)}s"
    hours, left = divmod(int(seconds), 3600)
    minutes, left = divmod(left, 60)
    parts = ((hours, "h"), (minutes, "min"), (left, "s"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0s"


def read_distance(text: str) -> float:
    """Read a distance as metres: ``800m``, ``5km``, ``1mi``, ``100yd``, ``half marathon``."""
    clean = " ".join(text.casefold().split())
    if clean in NAMED_DISTANCES:
        return NAMED_DISTANCES[clean]
    found = _LENGTH.fullmatch(clean)
    if not found:
        raise InvalidWorkout(
            f"{shown(text)} is not a distance (like '800m', '5km', '1mi' or 'half marathon')"
        )
    return float(found[1]) * LENGTHS[_LONG_UNITS.get(found[2], found[2])]


def write_distance(metres: float) -> str:
    """Write *metres* as ``800m``, ``5km`` or ``1mi``, whichever a runner would write."""
    kilometres = ("km", 4 if metres >= 5000 else 0)  # noqa: PLR2004 - 1500m, but 10.5km
    for unit, decimals in (kilometres, ("m", 0), ("mi", 2), ("yd", 0)):
        number = _decimal(metres / LENGTHS[unit], decimals)
        if float(number) * LENGTHS[unit] == metres:
            return f"{number}{unit}"
    return f"{plain(metres)}m"


def read_speed(text: str) -> float:
    """Read a pace or a speed as metres per second: ``4:10/km``, ``7:00/mi``, ``1:45/100m``, ``12km/h``."""
    clean = text.strip().casefold()
    if found := _PACE.fullmatch(clean):
        seconds = read_clock(found[1])
        if seconds == 0:
            raise InvalidWorkout(f"{text!r} is no pace anybody runs")
        return PACE_LENGTHS[_LONG_UNITS.get(found[2], found[2])] / seconds
    if found := _SPEED.fullmatch(clean):
        return speed_in(float(found[1]), _SPEED_UNITS.get(found[2], found[2]))
    raise InvalidWorkout(f"{shown(text)} is not a pace (like '4:10/km', '7:00/mi' or '12km/h')")


def speed_in(number: float, unit: str) -> float:
    """Return *number* of ``km/h``, ``mph`` or ``m/s`` in metres per second."""
    return number if unit == "m/s" else number * _HOURLY[unit] / 3600


def write_speed(metres_per_second: float) -> str:
    """Write a speed as a pace if a round one says it exactly, otherwise in metres per second."""
    return write_speeds((metres_per_second,))


def write_speeds(speeds: tuple[float, ...], first: str = "km") -> str:
    """Write one speed or several, joined by ``-``, in a unit that says all of them exactly.

    Args:
        speeds: metres per second.
        first: the unit to prefer, a pace's length (``km``, ``100m``) or ``km/h``; then comes the roundest.
    """
    _, *others = sorted((*PACE_LENGTHS, *_HOURLY), key=lambda unit: _strangeness(unit, first))
    choices = [(first, decimals) for decimals in range(3)]
    choices += [(unit, decimals) for decimals in range(3) for unit in others]
    for unit, decimals in choices if all(speeds) else ():
        texts = [_in_unit(speed, unit, decimals) for speed in speeds]
        if all(_of_unit(text, unit) == speed for text, speed in zip(texts, speeds, strict=True)):
            return f"{'-'.join(texts)}{'/' * (unit in PACE_LENGTHS)}{unit}"
    return f"{'-'.join(map(plain, speeds))}m/s"


def _strangeness(unit: str, to: str) -> float:
    """Return how far *unit* is from what people who use the unit *to* know: 0 for itself."""
    for lengths in (PACE_LENGTHS, _HOURLY):
        if unit in lengths and to in lengths:
            return abs(log(lengths[unit] / lengths[to]))
    return inf


def _in_unit(speed: float, unit: str, decimals: int) -> str:
    if unit in PACE_LENGTHS:
        return write_exact_clock(round(PACE_LENGTHS[unit] / speed, decimals))
    return _decimal(speed * 3600 / _HOURLY[unit], decimals)


def _of_unit(text: str, unit: str) -> float:
    if unit in PACE_LENGTHS:
        return PACE_LENGTHS[unit] / (_seconds(text) or inf)
    return speed_in(float(text), unit)


def read_share(text: str) -> float:
    """Read ``85%`` as 0.85."""
    clean = text.strip()
    if not clean.endswith("%"):
        raise InvalidWorkout(f"{shown(text)} is not a percentage (like '85%')")
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
        raise InvalidWorkout(f"{shown(text)} is not a change (like '+{bare}' or '-{bare}')")
    part = read_share(clean[1:])
    return float(1 + Decimal(repr(part)) * (1 if clean[0] == "+" else -1))


def read_days(text: str) -> int:
    """Read ``7``, ``7 days``, ``-2d`` or ``1 week`` as a number of days."""
    found = _DAYS.fullmatch(text.strip())
    if not found:
        raise InvalidWorkout(f"{shown(text)} is not a number of days (like '7 days' or '1 week')")
    days = int(found[1]) * (7 if found["weeks"] else 1)
    if abs(days) > _MOST_DAYS:
        raise InvalidWorkout(f"days must be -{_MOST_DAYS} to {_MOST_DAYS}: {shown(text)}")
    return days


def write_percent(fraction: float) -> str:
    """Write 0.85 as ``85``, without the sign."""
    number = Decimal(repr(float(fraction) + 0.0)) * 100
    return format(number.normalize() if number % 1 else number.to_integral_value(), "f")


def read_mass(text: str) -> float:
    """Read ``60kg`` or ``135lb`` as kilograms."""
    found = _MASS.fullmatch(text.strip().casefold())
    if not found:
        raise InvalidWorkout(f"{shown(text)} is not a load (like '60kg' or '135lb')")
    return float(found[1]) * (1.0 if found[2] == "kg" else POUND)


def write_mass(kilograms: float) -> str:
    """Write *kilograms* as ``60kg`` or ``135lb``, whichever somebody would load on a bar."""
    pounds = _decimal(kilograms / POUND, 1)
    round_kilograms = kilograms == round(kilograms, 2)
    if not round_kilograms and float(pounds) * POUND == kilograms:
        return f"{pounds}lb"
    return f"{plain(kilograms)}kg"


def _decimal(number: float, decimals: int) -> str:
    text = f"{number:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
