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
from workout_core.languages import gettext, gettext_noop
from workout_core.units import read_change, read_days

SHORTEST, LONGEST = 60, 7 * 86_400
_CLOCK: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}")
LEAST_VOLUME, MOST_VOLUME = 0.1, 3.0


def _volume(text: str) -> float:
    factor = read_change(text)
    if not LEAST_VOLUME <= factor <= MOST_VOLUME:
        raise InvalidWorkout(gettext("volume must be -90% to +200%: {text}", text=shown(text)))
    return factor


def _repeat(text: str) -> int:
    count = COUNT.parse(text)
    if not 1 <= count <= Work.WEEKS.most:
        raise InvalidWorkout(
            gettext("repeat must be 1 to {most}: {text}", most=Work.WEEKS.most, text=shown(text))
        )
    return count


def read_rise(text: str) -> float:
    """Read ``+25%`` as 0.25: by how much more than before a week may ask.

    Raises:
        InvalidWorkout: it is no change, or none that anybody means.
    """
    rise = read_change(text) - 1
    if not 0 < rise <= MOST_VOLUME:
        raise InvalidWorkout(gettext("rise must be +1% to +300%: {text}", text=shown(text)))
    return rise


RISE_KIND: Final = Text(
    read_rise, str, {"type": "string", "examples": ["+25%"]}, gettext_noop("a change like '+25%'")
)


def _lasts(text: str) -> float:
    if _CLOCK.fullmatch(text.strip()):
        raise InvalidWorkout(
            gettext("{text} is of hours or of minutes? (write '1h30min', or '90s')", text=shown(text))
        )
    seconds = SECONDS.parse(text)
    if not SHORTEST <= seconds <= LONGEST:
        raise InvalidWorkout(
            gettext("lasts must be 1 minute to 7 days: {text} (like '45min')", text=shown(text))
        )
    return seconds


LASTS: Final = Text(
    _lasts, jsonable, dict(NUMBER_OR_TEXT) | {"examples": ["45min"]}, gettext_noop("a time like '45min'")
)
VOLUME: Final = Text(
    _volume, str, {"type": "string", "examples": ["+10%"]}, gettext_noop("a change like '+10%'")
)
LOAD_CHANGE: Final = Text(
    read_load_change,
    lambda change: change.said,
    {"type": "string", "examples": ["+2.5kg", "-10%", "+5% 1RM", "deload"]},
    gettext_noop("a change like '+2.5kg', or 'deload'"),
)
REPEAT: Final = Text(_repeat, int, {"type": "integer", "minimum": 1}, gettext_noop("a number of times"))
DAYS: Final = Text(
    read_days, int, {"type": ["integer", "string"], "examples": ["7 days"]}, gettext_noop("a number of days")
)
