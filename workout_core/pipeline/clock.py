"""The present, which ``SOURCE_DATE_EPOCH`` fixes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext


def clock(environ: Mapping[str, str] | None = None) -> datetime:
    """Return the present, or the moment that ``SOURCE_DATE_EPOCH`` names, in UTC.

    Raises:
        InvalidWorkout: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    text = (os.environ if environ is None else environ).get("SOURCE_DATE_EPOCH", "")
    if not text:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise InvalidWorkout(
            gettext("SOURCE_DATE_EPOCH is not a number of seconds: {text}", text=repr(text))
        ) from None


def today(now: datetime, environ: Mapping[str, str] | None = None) -> date:
    """Return the date of *now*: where the user is, or in UTC when ``SOURCE_DATE_EPOCH`` fixes the clock.

    Raises:
        InvalidWorkout: ``TZ`` is a day or more away from UTC.
    """
    given = os.environ if environ is None else environ
    if given.get("SOURCE_DATE_EPOCH", ""):
        return now.date()
    try:
        return now.astimezone().date()
    except (ValueError, OverflowError, OSError):
        zone = shown(given.get("TZ", ""))
        raise InvalidWorkout(
            gettext("TZ must be a time zone (like 'Europe/Warsaw'): {zone}", zone=zone)
        ) from None
