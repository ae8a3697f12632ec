"""Raw numbers → the round ones that they were written from: 3704 mm/s is 4:30 a kilometre."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

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


class Speeds(NamedTuple):
    """How speeds are measured in one workout.

    Attributes:
        sport: what it is for.
        metres: that paces are said of; or those of an hour, in cycling.
    """

    sport: Sport
    metres: float

    @classmethod
    def of(cls, raw: Collection[int], sport: Sport) -> Speeds:
        """Return how speeds were measured that are written as *raw*.

        That is as is usual in *sport*, unless all of them are round only as other people measure them.
        """
        own, other = (cls(sport, metres) for metres in _units(sport))
        return other if not own.are_round(raw) and other.are_round(raw) else own

    def are_round(self, raw: Collection[int]) -> bool:
        """Tell whether all that is written as *raw* is round."""
        return all(_round_speed(each, self.metres, 0, self.sport) for each in raw)

    def round(self, *raw: int) -> tuple[float, ...]:
        """Return the speeds in m/s that are written as *raw*, all with as few decimals as will do."""
        for decimals in range(_MOST_DECIMALS + 1):
            found = [_round_speed(each, self.metres, decimals, self.sport) for each in raw]
            if all(found):
                return tuple(filter(None, found))
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
