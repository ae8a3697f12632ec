"""What people may choose about their calendar."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import Final

from attrs import field, frozen
from attrs.converters import optional

from workout_core import Athlete, EventKind, Sport, Units

_LONGEST_BUFFER: Final = timedelta(hours=24)
_EARLIEST_ALARM: Final = timedelta(days=7)


class Skipped(Enum):
    """What becomes of a session that is skipped."""

    OMIT = "omit"
    CANCELLED = "cancelled"


class Lengths(Enum):
    """What distances are said in."""

    KILOMETRES = "km"
    MILES = "miles"


def _whole_seconds(span: timedelta) -> timedelta:
    return timedelta(seconds=round(span.total_seconds()))


@frozen(kw_only=True)
class CalendarOptions:
    """What ``-O`` sets for calendars.

    Attributes:
        all_day: put every session on its day, at no time of it.
        before: how much earlier the event of a timed workout begins, for getting there.
        after: how much later it ends, for a shower.
        week_summaries: add an event for each week of the plan.
        rest: write days of rest.
        kinds: the sports, and the kinds of events, that are written; all of them when empty.
        busy: say when, and nothing of what.
        alarm: how long before it begins an event rings; never when left out.
        skipped: what becomes of sessions that are skipped.
        units: what distances and paces are said in; as the athlete prefers when left out.
    """

    all_day: bool = False
    before: timedelta = field(default=timedelta(), converter=_whole_seconds)
    after: timedelta = field(default=timedelta(), converter=_whole_seconds)
    week_summaries: bool = False
    rest: bool = True
    kinds: frozenset[Sport | EventKind] = frozenset()
    busy: bool = False
    alarm: timedelta | None = field(default=None, converter=optional(_whole_seconds))
    skipped: Skipped = Skipped.OMIT
    units: Lengths | None = None

    def __attrs_post_init__(self) -> None:
        for name, buffer in (("before", self.before), ("after", self.after)):
            if not timedelta() <= buffer <= _LONGEST_BUFFER:
                raise ValueError(f"{name} must be 24h at most (like '20min')")
        if self.alarm is not None and not timedelta() <= self.alarm <= _EARLIEST_ALARM:
            raise ValueError("alarm must be 168h at most (like '30min')")

    def units_for(self, athlete: Athlete | None) -> Units:
        """Return the units to say distances and paces in to *athlete*, if it is for one."""
        if self.units is None:
            return athlete.units if athlete else Units.METRIC
        return Units.IMPERIAL if self.units is Lengths.MILES else Units.METRIC
