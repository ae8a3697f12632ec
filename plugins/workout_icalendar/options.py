"""What people may choose about their calendar."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import Final

from attrs import frozen
from attrs.converters import optional

from workout_core import Athlete, EventKind, Sport, Units, gettext, parameter

_LONGEST_BUFFER: Final = timedelta(hours=24)
_EARLIEST_ALARM: Final = timedelta(days=7)


class Skipped(Enum):
    """What becomes of a session that is skipped."""

    OMIT = "omit"
    CANCELLED = "cancelled"

    @property
    def says(self) -> str:
        """What it means, for who chooses."""
        return "it is not written" if self is Skipped.OMIT else "it stays, and is marked as cancelled"


class Lengths(Enum):
    """What distances are said in."""

    KILOMETRES = "km"
    MILES = "miles"


def _whole_seconds(span: timedelta) -> timedelta:
    return timedelta(seconds=round(span.total_seconds()))


@frozen(kw_only=True)
class CalendarOptions:
    """What ``-O`` sets for calendars; each option says what it does."""

    all_day: bool = parameter(says="put every session on its day, at no time of it", default=False)
    before: timedelta = parameter(
        says="how much earlier the event of a timed workout begins, for getting there",
        default=timedelta(),
        converter=_whole_seconds,
    )
    after: timedelta = parameter(
        says="how much later it ends, for a shower", default=timedelta(), converter=_whole_seconds
    )
    week_summaries: bool = parameter(says="add an event for each week of the plan", default=False)
    rest: bool = parameter(says="write days of rest", default=True)
    kinds: frozenset[Sport | EventKind] = parameter(
        says="the sports, and the kinds of events, that are written; all of them when left out",
        default=frozenset(),
    )
    busy: bool = parameter(says="say when, and nothing of what", default=False)
    alarm: timedelta | None = parameter(
        says="how long before it begins an event rings; never when left out",
        default=None,
        converter=optional(_whole_seconds),
    )
    skipped: Skipped = parameter(says="what becomes of sessions that are skipped", default=Skipped.OMIT)
    units: Lengths | None = parameter(
        says="what distances and paces are said in; as the athlete prefers when left out", default=None
    )

    def __attrs_post_init__(self) -> None:
        for name, buffer in (("before", self.before), ("after", self.after)):
            if not timedelta() <= buffer <= _LONGEST_BUFFER:
                message = gettext("{name} must be 24h at most (like '20min')", name=name)
                raise ValueError(message)
        if self.alarm is not None and not timedelta() <= self.alarm <= _EARLIEST_ALARM:
            raise ValueError(gettext("alarm must be 168h at most (like '30min')"))

    def units_for(self, athlete: Athlete | None) -> Units:
        """Return the units to say distances and paces in to *athlete*, if it is for one."""
        if self.units is None:
            return athlete.units if athlete else Units.METRIC
        return Units.IMPERIAL if self.units is Lengths.MILES else Units.METRIC
