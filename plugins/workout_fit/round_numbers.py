"""Raw numbers → the round ones that they were written from: 3704 mm/s is 4:30 a kilometre."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core import Sport
from workout_fit.values import PER_METRE, PER_METRE_PER_SECOND
from workout_fit.workout_message import YARD

MILE: Final = 1609.344
_KM: Final = 1000.0
_MOST_DECIMALS: Final = 2
"""With so many of the seconds of a pace, it says every millimetre a second."""


def round_metres(raw: int) -> float:
    """Return the metres that are written as *raw* centimetres: whole ones, hundredths of a mile, or yards."""
    metres = raw / PER_METRE
    if raw % PER_METRE:
        for unit, decimals in ((MILE, 2), (YARD, 0)):
            whole = round(metres / unit, decimals) * unit
            if int(whole * PER_METRE + 0.5) == raw:
                return whole
    return metres


def round_speeds(raw: tuple[int, ...], sport: Sport) -> tuple[float, ...]:
    """Return the speeds in m/s that are written as *raw* and are round, all in one unit.

    Whole seconds of the unit that *sport* is measured in come first, then those of the unit of other people,
    then parts of a second. Where nothing is round, a speed is what is written.
    """
    own, other = _units(sport)
    for metres, decimals in ((own, 0), (other, 0), *((own, each) for each in range(1, _MOST_DECIMALS + 1))):
        found = tuple(_round_speed(each, metres, decimals, sport) for each in raw)
        if all(found):
            return tuple(each for each in found if each is not None)
    return tuple(each / PER_METRE_PER_SECOND for each in raw)


def _units(sport: Sport) -> tuple[float, float]:
    """Return the metres that paces in *sport* are said of, here and elsewhere; or those of an hour."""
    if sport.in_water:
        return 100.0, 100 * YARD
    return (500.0, _KM) if sport.in_rowing else (_KM, MILE)


def _round_speed(raw: int, metres: float, decimals: int, sport: Sport) -> float | None:
    """Return the speed with so many *decimals* that is written as *raw*, if there is one."""
    if not raw:
        return None
    for speed in _near(raw / PER_METRE_PER_SECOND, metres, decimals, sport):
        if int(speed * PER_METRE_PER_SECOND + 0.5) == raw:
            return speed
    return None


def _near(speed: float, metres: float, decimals: int, sport: Sport) -> Iterator[float]:
    """Yield speeds near *speed*, by hour in cycling, and else by the time that *metres* take."""
    if sport.in_cycling:
        yield round(speed * 3600 / metres, decimals + 1) * metres / 3600
    elif seconds := round(metres / speed, decimals):
        yield metres / seconds
