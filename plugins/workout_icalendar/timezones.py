"""VTIMEZONE components that say what the tzdata package says, as yearly rules (RFC 5545 3.6.5)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count

from attrs import evolve

from workout_icalendar.content_lines import component, content_line, date_line, utc_offset
from workout_icalendar.tzif import LAST_WEEK, ClockChange, Rule, TimeZone, read_zone

_EPOCH = 1970
_LATEST = 2100  # no table reaches further, and a rule that starts earlier than it must is as true
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")


def vtimezone(name: str, first: date | None = None, last: date | None = None) -> bytes:
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
    found = b"".join(_observance(*each) for each in observances(name, first, last))
    return component("VTIMEZONE", content_line("TZID", name) + found)


def observances(name: str, first: date | None, last: date | None) -> Iterator[tuple[ClockChange, str]]:
    """Yield the changes of a VTIMEZONE, each with its RRULE; that is empty for one that happens once.

    Raises:
        InvalidWorkout: the tz database has no such zone.
    """
    zone = read_zone(name)
    if first is None:
        zone = evolve(zone, table=())
    years = _years(first, last)
    settled = _settled(zone, years)
    if settled > years.start or not zone.rules:
        clock = zone.clock(years.start)
        yield ClockChange(datetime.combine(date(years.start, 1, 1), time()), clock, clock), ""
    for year in range(years.start, settled):
        for change in zone.changes(year):
            yield change, ""
    yield from sorted(_yearly(zone.rules, settled), key=lambda pair: pair[0].onset)


def _years(first: date | None, last: date | None) -> range:
    """Return the years to be right in, those around the calendar's own included."""
    if first is None:
        return range(_EPOCH, _EPOCH)
    start = min(max(first.year - 1, _EPOCH), _LATEST)
    end = last.year if last else start + 2
    return range(start, max(start, min(end + 1, _LATEST)) + 1)


def _settled(zone: TimeZone, years: range) -> int:
    """Return the first year from which on the rules alone are right."""
    unruly = [year for year in years if zone.changes(year) != zone.ruled(year)]
    return unruly[-1] + 1 if unruly else years.start


def _yearly(rules: Iterable[Rule], start: int) -> Iterator[tuple[ClockChange, str]]:
    """Yield every recurrence with its first change; DTSTART must be one of those that RRULE gives."""
    for rule in rules:
        for month, days in _recurrences(rule):
            changes = (rule.change(year) for year in count(start))
            first = next(found for found in changes if found.onset.month == month)
            yield first, f"FREQ=YEARLY;{days};BYMONTH={month}"


def _observance(change: ClockChange, recurrence: str) -> bytes:
    lines = (
        date_line("DTSTART", change.onset),
        content_line("RRULE", recurrence) if recurrence else b"",
        content_line("TZNAME", change.after.name),
        content_line("TZOFFSETFROM", utc_offset(change.before.offset)),
        content_line("TZOFFSETTO", utc_offset(change.after.offset)),
    )
    return component("DAYLIGHT" if is_daylight(change) else "STANDARD", b"".join(lines))


def is_daylight(change: ClockChange) -> bool:
    """Say which clock is daylight saving time to a calendar: the one ahead, also where the law differs."""
    if change.before.summer != change.after.summer:
        return change.after.offset > change.before.offset
    return change.after.summer


def _recurrences(rule: Rule) -> Iterator[tuple[int, str]]:
    """Yield each month that the changes may fall in, and on which of its days RRULE must say they do."""
    days_later = rule.at.days
    if days_later == 0:
        nth = -1 if rule.week == LAST_WEEK else rule.week
        yield rule.month, f"BYDAY={nth}{_WEEKDAYS[rule.weekday]}"
        return
    weekday = _WEEKDAYS[(rule.weekday + days_later) % 7]
    for month, days in _days(rule).items():
        yield month, f"BYDAY={weekday};BYMONTHDAY={','.join(map(str, days))}"


def _days(rule: Rule) -> dict[int, list[int]]:
    """Return the dates, by month, of a rule like Egypt's, which ends at 24:00 of a Thursday."""
    # any year does that is no leap year: no zone changes its clock at the end of February
    earliest = min(7 * rule.week, monthrange(2001, rule.month)[1]) - 6
    days: dict[int, list[int]] = {}
    for number in range(7):
        day = date(2001, rule.month, earliest) + timedelta(rule.at.days + number)
        days.setdefault(day.month, []).append(day.day)
    return days
