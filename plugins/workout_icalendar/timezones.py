"""VTIMEZONE components that say what the tzdata package says, as yearly rules (RFC 5545 3.6.5)."""

from __future__ import annotations

import re
import struct
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from itertools import count
from typing import TypeAlias

from attrs import evolve, field, frozen
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from workout_core.errors import InvalidWorkout, suggestion

Recurrence: TypeAlias = dict[str, str | int | list[int]]

_EPOCH = 1970
_LATEST = 2100  # no table reaches further, and a rule that starts earlier than it must is as true
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST = 5  # the week that means "the last one of the month" in a footer
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
class Change:
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

    def change(self, year: int) -> Change:
        """Return the change of one year."""
        first = date(year, self.month, 1)
        day = first + timedelta((self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1))
        if day.month != self.month:
            day -= timedelta(7)
        return Change(datetime.combine(day, time()) + self.at, self.before, self.after)

    def recurrences(self) -> Iterator[Recurrence]:
        """Yield what RRULE must say: one for each month the changes may fall in."""
        days_later = self.at.days
        if days_later == 0:
            nth = -1 if self.week == _LAST else self.week
            yield {"BYMONTH": self.month, "BYDAY": f"{nth}{_WEEKDAYS[self.weekday]}"}
            return
        weekday = _WEEKDAYS[(self.weekday + days_later) % 7]
        for month, days in self._days(days_later).items():
            yield {"BYMONTH": month, "BYMONTHDAY": days, "BYDAY": weekday}

    def _days(self, days_later: int) -> dict[int, list[int]]:
        """Return the dates, by month, on which a change falls that lies days from its weekday."""
        # any year does that is no leap year: no zone changes its clock at the end of February
        earliest = min(7 * self.week, monthrange(2001, self.month)[1]) - 6
        days: dict[int, list[int]] = {}
        for number in range(7):
            day = date(2001, self.month, earliest) + timedelta(days_later + number)
            days.setdefault(day.month, []).append(day.day)
        return days


@frozen(kw_only=True)
class Zone:
    """A time zone of the tz database.

    Attributes:
        standard: the clock of the footer, for good where it has no rules.
        rules: the changes of every year, two or none; they hold after the table.
        table: the changes that were written down one by one.
    """

    standard: Clock
    rules: tuple[Rule, ...] = ()
    table: tuple[Change, ...] = field(default=(), repr=False)

    def ruled(self, year: int) -> tuple[Change, ...]:
        """Return what the rules alone make of a year."""
        return tuple(sorted((rule.change(year) for rule in self.rules), key=lambda change: change.onset))

    def changes(self, year: int) -> tuple[Change, ...]:
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


def vtimezone(name: str, first: date | None = None, last: date | None = None) -> Timezone:
    """Return the VTIMEZONE of a zone, right from *first* on.

    Zones change their minds: Morocco, Palestine or a zone that gives up summer time have changes in their
    table that their rule does not know. Those from the year before *first* to the year after *last* are
    written out one by one; the rule takes over in the first year from which it is right.

    Args:
        name: the zone's name in the tz database, ``Europe/Warsaw``.
        first: the first day of the calendar; without it the rule is written alone, as if it had always held.
        last: the last day of the calendar; a year after *first* when left out.

    Raises:
        InvalidWorkout: the tz database has no such zone.
    """
    zone = _zone(name)
    if first is None:
        zone = evolve(zone, table=())
    component = Timezone()
    component.add("TZID", name)
    for observance in _observances(zone, _years(first, last)):
        component.add_component(observance)
    return component


def _years(first: date | None, last: date | None) -> range:
    """Return the years to be right in, those around the calendar's own included."""
    if first is None:
        return range(_EPOCH, _EPOCH)
    start = min(max(first.year - 1, _EPOCH), _LATEST)
    end = last.year if last else start + 2
    return range(start, max(start, min(end + 1, _LATEST)) + 1)


def _observances(zone: Zone, years: range) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    settled = _settled(zone, years)
    if settled > years.start or not zone.rules:
        clock = zone.clock(years.start)
        yield _observance(Change(datetime.combine(date(years.start, 1, 1), time()), clock, clock))
    for year in range(years.start, settled):
        yield from map(_observance, zone.changes(year))
    for change, recurrence in sorted(_yearly(zone.rules, settled), key=lambda pair: pair[0].onset):
        yield _observance(change, recurrence)


def _settled(zone: Zone, years: range) -> int:
    """Return the first year from which on the rules alone are right."""
    unruly = [year for year in years if zone.changes(year) != zone.ruled(year)]
    return unruly[-1] + 1 if unruly else years.start


def _yearly(rules: Iterable[Rule], start: int) -> Iterator[tuple[Change, Recurrence]]:
    """Yield every recurrence with its first change; DTSTART must be one of those that RRULE gives."""
    for rule in rules:
        for recurrence in rule.recurrences():
            changes = (rule.change(year) for year in count(start))
            yield next(found for found in changes if found.onset.month == recurrence["BYMONTH"]), recurrence


def _observance(change: Change, recurrence: Recurrence | None = None) -> TimezoneStandard | TimezoneDaylight:
    component = TimezoneDaylight() if _is_daylight(change) else TimezoneStandard()
    component.add("DTSTART", change.onset)
    if recurrence:
        component.add("RRULE", vRecur({"FREQ": "YEARLY", **recurrence}))
    component.add("TZNAME", change.after.name)
    component.add("TZOFFSETFROM", change.before.offset)
    component.add("TZOFFSETTO", change.after.offset)
    return component


def _is_daylight(change: Change) -> bool:
    """Say which clock is daylight saving time to a calendar: the one ahead, also where the law differs."""
    if change.before.summer != change.after.summer:
        return change.after.offset > change.before.offset
    return change.after.summer


@cache
def _names() -> tuple[str, ...]:
    return tuple(files("tzdata").joinpath("zones").read_text("ascii").split())


@cache
def _zone(name: str) -> Zone:
    """Return the zone; only names of the list come near the file system."""
    if name not in _names():
        raise InvalidWorkout(f"{name!r} is not a time zone ({suggestion(name, _names(), limit=3)})")
    return _from_tzif(files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes())


def _from_tzif(data: bytes) -> Zone:
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


def _table(body: bytes, times: int, clocks: int, letters: int) -> Iterator[Change]:
    """Yield the changes since 1970; the first clock holds before the first of all changes."""
    moments = struct.unpack_from(f">{times}q", body)
    types = list(struct.iter_unpack(">lBB", body[times * 9 : times * 9 + clocks * 6]))
    names = body[times * 9 + clocks * 6 :][:letters]
    known = [Clock(timedelta(seconds=seconds), _letters(names, at), bool(dst)) for seconds, dst, at in types]
    afters = [known[index] for index in body[times * 8 : times * 9]]
    for moment, before, after in zip(moments, [known[0], *afters], afters, strict=False):
        if moment >= 0:
            onset = datetime.fromtimestamp(moment, UTC) + before.offset
            yield Change(onset.replace(tzinfo=None), before, after)


def _letters(names: bytes, start: int) -> str:
    return names[start : names.index(0, start)].decode("ascii")


def _from_footer(footer: str) -> Zone:
    """Read a POSIX TZ string (RFC 9636 3.3.1), whose offsets are what is added to local time."""
    match = _FOOTER.fullmatch(footer)
    if match is None:
        raise ValueError(f"{footer!r} is not a time zone rule (like 'CET-1CEST,M3.5.0,M10.5.0/3')")
    standard = Clock(-_span(match["offset"]), match["standard"].strip("<>"))
    if match["summer"] is None:
        return Zone(standard=standard)
    offset = -_span(given) if (given := match["summer_offset"]) else standard.offset + timedelta(hours=1)
    summer = Clock(offset, match["summer"].strip("<>"), summer=True)
    rules = (_rule(match["start"], standard, summer), _rule(match["end"], summer, standard))
    return Zone(standard=standard, rules=rules)


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
