"""Time zones as the tzdata package has them: a table of changes, and yearly rules after it (RFC 9636)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from attrs import evolve, field, frozen

from workout_core import time_zone_data

LAST_WEEK = 5  # the week that means "the last one of the month"

_HEADER = 44  # bytes

_NAME = r"<[A-Za-z0-9+-]+>|[A-Za-z]+"
_TIME = r"[+-]?\d+(?::\d+){0,2}"
_DATE = rf"M\d+\.\d\.\d(?:/{_TIME})?"
_FOOTER = re.compile(
    rf"(?P<standard>{_NAME})(?P<offset>{_TIME})"
    rf"(?:(?P<summer>{_NAME})(?P<summer_offset>{_TIME})?,(?P<start>{_DATE}),(?P<end>{_DATE}))?"
)


@frozen
class Clock:
    """One way in which a zone tells the time.

    Attributes:
        offset: what is added to UTC.
        name: what people call it, ``CEST``.
        summer: whether the table calls it daylight saving time; Ireland's is in winter.
    """

    offset: timedelta
    name: str
    summer: bool = False


@frozen
class ClockChange:
    """The moment a zone goes from one clock to another.

    Attributes:
        onset: what the clock shows that is left behind, without a zone.
        before: the clock that is left.
        after: the clock that is taken up.
    """

    onset: datetime
    before: Clock
    after: Clock

    @property
    def utc(self) -> datetime:
        """The moment in UTC, without a zone."""
        return self.onset - self.before.offset


@frozen(kw_only=True)
class Rule:
    """A change that happens every year.

    Attributes:
        month: 1 to 12.
        week: 1 to 4, or 5 for the last of the month.
        weekday: 0 is Sunday.
        at: how long after midnight of that day; it may be negative, or days.
        before: the clock that is left.
        after: the clock that is taken up.
    """

    month: int
    week: int
    weekday: int
    at: timedelta
    before: Clock
    after: Clock

    def change(self, year: int) -> ClockChange:
        """Return the change of one year."""
        first = date(year, self.month, 1)
        day = first + timedelta((self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1))
        if day.month != self.month:
            day -= timedelta(7)
        return ClockChange(datetime.combine(day, time()) + self.at, self.before, self.after)


@frozen(kw_only=True)
class TimeZone:
    """A time zone of the tz database.

    Attributes:
        standard: the clock of the footer, for good where it has no rules.
        rules: the changes of every year, two or none; they hold after the table.
        table: the changes that were written down one by one.
    """

    standard: Clock
    rules: tuple[Rule, ...] = ()
    table: tuple[ClockChange, ...] = field(default=(), repr=False)

    @property
    def is_utc(self) -> bool:
        """Whether it has shown UTC ever since 1970."""
        return self.standard.name in {"GMT", "UTC"} and not self.rules and not self.table

    def ruled(self, year: int) -> tuple[ClockChange, ...]:
        """Return what the rules alone make of a year."""
        return tuple(sorted((rule.change(year) for rule in self.rules), key=lambda change: change.onset))

    def changes(self, year: int) -> tuple[ClockChange, ...]:
        """Return what happens in a year: what the table says, then what the rules say."""
        if not self.table:
            return self.ruled(year)
        end = self.table[-1].utc
        tabled = tuple(change for change in self.table if change.onset.year == year)
        return tabled + tuple(change for change in self.ruled(year) if change.utc > end)

    def clock(self, year: int) -> Clock:
        """Return the clock that the table has at the start of a year."""
        if not self.table:
            return self.standard
        past = [change.after for change in self.table if change.onset.year < year]
        return past[-1] if past else self.table[0].before


@cache
def read_zone(name: str) -> TimeZone:
    """Return the zone of that name.

    Raises:
        InvalidWorkout: the tz database has no such zone.
    """
    return _from_tzif(time_zone_data(name))


def _from_tzif(data: bytes) -> TimeZone:
    """Read the second block, which has 64 bits for a time, and the footer (RFC 9636 3.1 to 3.3)."""
    start = _HEADER + _block_size(_counts(data, 0), 4)
    counts = _counts(data, start)
    body = data[start + _HEADER :]
    footer = body[_block_size(counts, 8) :].decode("ascii").strip()
    return evolve(_from_footer(footer), table=tuple(_table(body, *counts[3:])))


def _counts(data: bytes, start: int) -> tuple[int, ...]:
    """Return how many there are: UTC flags, standard flags, leap seconds, times, clocks, letters."""
    return struct.unpack_from(">6L", data, start + 20)


def _block_size(counts: tuple[int, ...], width: int) -> int:
    utc_flags, standard_flags, leaps, times, clocks, letters = counts
    return times * (width + 1) + clocks * 6 + letters + leaps * (width + 4) + standard_flags + utc_flags


def _table(body: bytes, times: int, clocks: int, letters: int) -> Iterator[ClockChange]:
    """Yield the changes since 1970; the first clock holds before the first of all changes."""
    moments = struct.unpack_from(f">{times}q", body)
    types = list(struct.iter_unpack(">lBB", body[times * 9 : times * 9 + clocks * 6]))
    names = body[times * 9 + clocks * 6 :][:letters]
    known = [Clock(timedelta(seconds=seconds), _letters(names, at), bool(dst)) for seconds, dst, at in types]
    afters = [known[index] for index in body[times * 8 : times * 9]]
    for moment, before, after in zip(moments, [known[0], *afters], afters, strict=False):
        if moment >= 0:
            onset = datetime.fromtimestamp(moment, UTC) + before.offset
            yield ClockChange(onset.replace(tzinfo=None), before, after)


def _letters(names: bytes, start: int) -> str:
    return names[start : names.index(0, start)].decode("ascii")


def _from_footer(footer: str) -> TimeZone:
    """Read a POSIX TZ string (RFC 9636 3.3.1), whose offsets are what is added to local time."""
    match = _FOOTER.fullmatch(footer)
    if match is None:
        raise ValueError(f"{footer!r} is not a time zone rule (like 'CET-1CEST,M3.5.0,M10.5.0/3')")
    standard = Clock(-_span(match["offset"]), match["standard"].strip("<>"))
    if match["summer"] is None:
        return TimeZone(standard=standard)
    offset = -_span(given) if (given := match["summer_offset"]) else standard.offset + timedelta(hours=1)
    summer = Clock(offset, match["summer"].strip("<>"), summer=True)
    rules = (_rule(match["start"], standard, summer), _rule(match["end"], summer, standard))
    return TimeZone(standard=standard, rules=rules)


def _rule(text: str, before: Clock, after: Clock) -> Rule:
    """Read ``M10.5.0/3``: month, week, weekday and hours, 2 when left out."""
    days, _, hours = text[1:].partition("/")
    month, week, weekday = map(int, days.split("."))
    at = _span(hours or "2")
    return Rule(month=month, week=week, weekday=weekday, at=at, before=before, after=after)


def _span(text: str) -> timedelta:
    """Read ``-1``, ``5:30`` or ``+26:00:00``."""
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if text.startswith("-") else span
