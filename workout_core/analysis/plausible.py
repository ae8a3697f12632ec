"""Refuse a goal that nobody has: mostly a slip of hours, minutes and seconds."""

from __future__ import annotations

from typing import Final

from workout_core.errors import InvalidParameter
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
        raise InvalidParameter(
            "goal", f"{_told(metres, seconds)} is faster than the world record{_hint(metres, seconds, 60)}"
        )
    meant = metres * 1000
    if metres <= LEAST and fastest(meant) <= seconds <= SLOWEST * meant:
        raise InvalidParameter("distance", f"{metres:g} is {metres:g} metres (did you mean '{metres:g}km'?)")
    if seconds / metres > SLOWEST:
        raise InvalidParameter(
            "goal", f"{_told(metres, seconds)} is slower than a stroll{_hint(metres, seconds, 1 / 60)}"
        )


def _told(metres: float, seconds: float) -> str:
    return f"{say_distance(metres)} in {write_clock(seconds)}"


def _hint(metres: float, seconds: float, factor: float) -> str:
    meant = seconds * factor
    if fastest(metres) <= meant <= SLOWEST * metres:
        return f" (did you mean {write_clock(meant)!r}?)"
    return " (write hours:minutes:seconds)"


def fastest(metres: float) -> float:
    """Return a time that nobody runs *metres* in."""
    return records.fastest(records.RUNNING, metres)
