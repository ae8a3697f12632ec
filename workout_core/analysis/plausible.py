"""Refuse a goal that nobody has: mostly a slip of hours, minutes and seconds."""

from __future__ import annotations

from typing import Final

from workout_core.errors import InvalidParameter
from workout_core.units import say_distance, write_clock

LEAST: Final = 200.0
"""Metres up to which a distance may have been meant as kilometres."""
SLOWEST: Final = 2.0
"""Seconds a metre that are slower than any walk."""
FASTEST: Final = (
    (100.0, 9.58),
    (400.0, 43.03),
    (800.0, 100.91),
    (1500.0, 206.0),
    (5000.0, 755.36),
    (10_000.0, 1571.0),
    (21_097.5, 3402.0),
    (42_195.0, 7235.0),
    (100_000.0, 21_935.0),
)
"""Metres and seconds of the world's best, men's, as of 2025."""


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
    """Return a time that nobody runs *metres* in: at the pace of the longest record that is not longer."""
    length, seconds = max((each for each in FASTEST if each[0] <= metres), default=FASTEST[0])
    return seconds / length * metres
