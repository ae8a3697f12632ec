"""Numbers that plans have: how many times, how much more, how many days."""

from __future__ import annotations

import re
from typing import Final

from workout_core.analysis.loading import read_load_change
from workout_core.budget import Work
from workout_core.documents.kinds import Text
from workout_core.documents.scalars import COUNT, SECONDS, jsonable
from workout_core.errors import InvalidWorkout, shown
from workout_core.fields.measure import NUMBER_OR_TEXT
from workout_core.units import read_change, read_days

SHORTEST, LONGEST = 60, 7 * 86_400
_CLOCK: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}")
LEAST_VOLUME, MOST_VOLUME = 0.1, 3.0


def _volume(text: str) -> float:
    factor = read_change(text)
    if not LEAST_VOLUME <= factor <= MOST_VOLUME:
        raise InvalidWorkout(f"volume must be -90% to +200%: {shown(text)}")
    return factor


def _repeat(text: str) -> int:
    count = COUNT.parse(text)
    if not 1 <= count <= Work.WEEKS.most:
        raise InvalidWorkout(f"repeat must be 1 to {Work.WEEKS.most}: {shown(text)}")
    return count


def read_rise(text: str) -> float:
    """Read ``+25%`` as 0.25: by how much more than before a week may ask.

    Raises:
        InvalidWorkout: it is no change, or none that anybody means.
    """
    rise = read_change(text) - 1
    if not 0 < rise <= MOST_VOLUME:
        raise InvalidWorkout(f"rise must be +1% to +300%: {shown(text)}")
    return rise


RISE_KIND: Final = Text(read_rise, str, {"type": "string", "examples": ["+25%"]}, "a change like '+25%'")


def _lasts(text: str) -> float:
    if _CLOCK.fullmatch(text.strip()):
        raise InvalidWorkout(f"{shown(text)} is of hours or of minutes? (write '1h30min', or '90s')")
    seconds = SECONDS.parse(text)
    if not SHORTEST <= seconds <= LONGEST:
        raise InvalidWorkout(f"lasts must be 1 minute to 7 days: {shown(text)} (like '45min')")
    return seconds


LASTS: Final = Text(_lasts, jsonable, dict(NUMBER_OR_TEXT) | {"examples": ["45min"]}, "a time like '45min'")
VOLUME: Final = Text(_volume, str, {"type": "string", "examples": ["+10%"]}, "a change like '+10%'")
LOAD_CHANGE: Final = Text(
    read_load_change,
    lambda change: change.said,
    {"type": "string", "examples": ["+2.5kg", "-10%", "+5% 1RM", "deload"]},
    "a change like '+2.5kg', or 'deload'",
)
REPEAT: Final = Text(_repeat, int, {"type": "integer", "minimum": 1}, "a number of times")
DAYS: Final = Text(
    read_days, int, {"type": ["integer", "string"], "examples": ["7 days"]}, "a number of days"
)
