"""Refuse a goal that nobody has: mostly a slip of hours, minutes and seconds."""

from __future__ import annotations

from typing import Final

from workout_core.errors import InvalidParameter, did_you_mean
from workout_core.languages import gettext
from workout_core.science import records
from workout_core.units import say_distance, write_clock

LEAST: Final = 200.0
"""Metres up to which a distance may have been meant as kilometres."""
SLOWEST: Final = 2.0
"""Seconds a metre that are slower than any walk."""


def refuse_impossible(metres: float, seconds: float) -> None:
    """Raise for a goal that nobody has run, or that nobody needs to run.

    Raises:
        InvalidParameter: the goal is one of these; says what it may have been meant to be.
    """
    if seconds < fastest(metres):
        told = gettext("{race} is faster than the world record", race=_told(metres, seconds))
        raise InvalidParameter("goal", f"{told} ({_hint(metres, seconds, 60)})")
    meant = metres * 1000
    if metres <= LEAST and fastest(meant) <= seconds <= SLOWEST * meant:
        told = gettext("{metres} is {metres} metres (did you mean '{metres}km'?)", metres=f"{metres:g}")
        raise InvalidParameter("distance", told)
    if seconds / metres > SLOWEST:
        told = gettext("{race} is slower than a stroll", race=_told(metres, seconds))
        raise InvalidParameter("goal", f"{told} ({_hint(metres, seconds, 1 / 60)})")


def _told(metres: float, seconds: float) -> str:
    return gettext("{race} in {time}", race=say_distance(metres), time=write_clock(seconds))


def _hint(metres: float, seconds: float, factor: float) -> str:
    meant = seconds * factor
    if fastest(metres) <= meant <= SLOWEST * metres:
        return did_you_mean(write_clock(meant))
    return gettext("write hours:minutes:seconds")


def fastest(metres: float) -> float:
    """Return a time that nobody runs *metres* in."""
    return records.fastest(records.RUNNING, metres)
