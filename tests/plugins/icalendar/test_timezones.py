"""VTIMEZONE as others read it, against zoneinfo on the same tz database."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]
from ical.calendar_stream import IcsCalendarStream
from ical.timezone import IcsTimezoneInfo

from oracles.readers import read_with_icaljs
from workout_core.errors import InvalidWorkout
from workout_core.testing.calendar.lint import lint
from workout_core.time_zones import time_zone_names
from workout_icalendar.content_lines import component, content_line
from workout_icalendar.timezones import vtimezone

HALF_AN_HOUR = timedelta(minutes=30)
NEW_YEAR = date(2026, 1, 1)
ZONES = (
    "Africa/Cairo",  # ends summer time at 24:00 of a Thursday
    "Africa/Casablanca",  # pauses summer time in Ramadan
    "America/New_York",
    "America/Nuuk",  # changes at a negative time of day
    "America/Santiago",  # changes at 24:00, in the south
    "America/Sao_Paulo",
    "Asia/Gaza",  # a table that reaches to 2086
    "Asia/Kolkata",
    "Asia/Tehran",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Dublin",  # summer time in winter, by law
    "Europe/Warsaw",
    "Pacific/Apia",
    "UTC",
)
RULED = (
    *("Africa/Cairo", "America/New_York", "America/Nuuk", "America/Santiago", "Australia/Lord_Howe"),
    *("Australia/Sydney", "Europe/Berlin", "Europe/Dublin", "Europe/Warsaw"),
)


@cache
def oracle(name: str) -> ZoneInfo:
    """Return the zone as the standard library reads it, from the package and not from this machine."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, name)


def zone_of(name: str, first: date | None = None, last: date | None = None) -> icalendar.Timezone:
    """Return a zone as icalendar reads it."""
    zone = icalendar.Timezone.from_ical(vtimezone(name, first, last))
    assert isinstance(zone, icalendar.Timezone)
    assert [part.errors for part in zone.walk() if part.errors] == []
    return zone


def calendar_of(*names: str) -> bytes:
    """Return a calendar of nothing but zones."""
    head = content_line("VERSION", "2.0") + content_line("PRODID", "-//example.org//test//EN")
    return component("VCALENDAR", head + b"".join(vtimezone(name, NEW_YEAR) for name in names))


def with_dateutil(name: str, first: date) -> tzinfo:
    zone: tzinfo = tzical(StringIO(vtimezone(name, first).decode())).get(name)
    return zone


def with_ical(name: str, first: date) -> tzinfo:
    assert first == NEW_YEAR
    (zone,) = IcsCalendarStream.calendar_from_ics(calendar_of(name).decode()).timezones
    return IcsTimezoneInfo.from_timezone(zone)


def half_hours(year: int) -> Iterator[datetime]:
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        yield moment
        moment += HALF_AN_HOUR


def wall_times(name: str, year: int) -> Iterator[datetime]:
    """Yield every half hour that a clock shows, the first time it shows it (RFC 5545 3.3.5)."""
    for moment in half_hours(year):
        local = moment.astimezone(oracle(name))
        if local.year == year and local.fold == 0:
            yield local


def changes(name: str, year: int) -> Iterator[datetime]:
    """Yield the moments in UTC at which the offset changes; no zone changes off the half hour."""
    before: timedelta | None = None
    for moment in half_hours(year):
        offset = moment.astimezone(oracle(name)).utcoffset()
        if before not in {None, offset}:
            yield moment
        before = offset


def around_changes(name: str, year: int) -> Iterator[datetime]:
    """Yield wall times around every change, without those that a clock shows twice."""
    for change in changes(name, year):
        for hours in (-26, -3, -0.5, 0, 0.5, 3, 26):
            wall = (change + timedelta(hours=hours)).astimezone(oracle(name))
            if wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset():
                yield wall


def misread(walls: Iterable[datetime], zone: tzinfo) -> list[datetime]:
    """Return the wall times that are another moment to a reader's zone than to the oracle's."""
    return [wall for wall in walls if wall.replace(tzinfo=zone).utcoffset() != wall.utcoffset()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("reader", "name"),
    [
        *((with_dateutil, name) for name in ZONES),
        # ical passes over an observance without RRULE; it knows the tz database's names, so nobody notices
        *((with_ical, name) for name in RULED),
    ],
)
def test_every_half_hour_of_a_year_is_the_same_moment_to_every_reader(
    reader: Callable[[str, date], tzinfo], name: str
) -> None:
    assert misread(wall_times(name, 2026), reader(name, NEW_YEAR)) == []


@pytest.mark.parametrize("name", ZONES)
def test_every_half_hour_of_utc_has_its_wall_time(name: str) -> None:
    times, observances = zone_of(name, NEW_YEAR).get_transitions()

    for moment in half_hours(2026):
        offset, _, _ = observances[bisect_right(times, moment.replace(tzinfo=None)) - 1]

        assert offset == moment.astimezone(oracle(name)).utcoffset(), moment


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Africa/Casablanca", "Asia/Gaza", "Asia/Almaty", "Africa/Cairo"])
@pytest.mark.parametrize("year", [2021, 2023, 2024, 2029])
def test_years_that_the_rule_does_not_know_come_from_the_table(name: str, year: int) -> None:
    assert misread(wall_times(name, year), with_dateutil(name, date(year, 1, 1))) == []


@pytest.mark.parametrize("last", [date(2026, 12, 31), date(2031, 6, 1)], ids=str)
def test_the_table_is_followed_until_the_year_after_the_last_day(last: date) -> None:
    zone = tzical(StringIO(vtimezone("Asia/Gaza", NEW_YEAR, last).decode())).get()
    walls = [wall for year in range(2026, last.year + 2) for wall in around_changes("Asia/Gaza", year)]

    assert misread(walls, zone) == []


def test_every_zone_of_the_database_is_right_in_every_season() -> None:
    for name in time_zone_names():
        noons = (datetime(2026, month, 1, 12, tzinfo=oracle(name)) for month in (1, 4, 7, 10))

        assert misread(noons, with_dateutil(name, NEW_YEAR)) == []


def test_javascript_reads_the_hours_around_every_change(tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(calendar_of(*ZONES))
    walls = {f"{name} {wall:%m-%d %H:%M}": wall for name in ZONES for wall in around_changes(name, 2026)}
    for uid, wall in walls.items():
        add_event(calendar, uid, wall)
    path = tmp_path / "changes.ics"
    path.write_bytes(calendar.to_ical())

    (read,) = read_with_icaljs([path])

    assert read["error"] is None
    assert {event["uid"]: event["start"] for event in read["events"]} == {
        uid: wall.astimezone(UTC) for uid, wall in walls.items()
    }


def add_event(calendar: icalendar.Calendar, uid: str, start: datetime) -> None:
    event = icalendar.Event()
    event.add("UID", uid)
    event.add("DTSTAMP", datetime(2026, 1, 1, tzinfo=UTC))
    event.add("DTSTART", start.replace(tzinfo=None), parameters={"TZID": str(start.tzinfo)})
    calendar.add_component(event)


def test_the_onset_is_the_wall_time_that_is_left_behind() -> None:
    assert vtimezone("Europe/Warsaw", NEW_YEAR).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Warsaw",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("America/New_York", ["BYDAY=2SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=11"]),
        ("Australia/Sydney", ["BYDAY=1SU;BYMONTH=4", "BYDAY=1SU;BYMONTH=10"]),
        (
            "America/Santiago",
            ["BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=4", "BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=9"],
        ),
        (
            "Africa/Cairo",
            [
                "BYDAY=-1FR;BYMONTH=4",
                "BYDAY=FR;BYMONTHDAY=26,27,28,29,30,31;BYMONTH=10",
                "BYDAY=FR;BYMONTHDAY=1;BYMONTH=11",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_rule_is_written_in_the_order_of_its_onsets(name: str, rules: list[str]) -> None:
    lines = vtimezone(name, NEW_YEAR).decode().split("\r\n")

    assert [line for line in lines if line.startswith("RRULE")] == [
        f"RRULE:FREQ=YEARLY;{rule}" for rule in rules
    ]


def test_nothing_is_written_that_some_reader_refuses_or_ignores() -> None:
    for name in time_zone_names():
        assert lint(calendar_of(name)) == ()
        assert {key for part in zone_of(name, NEW_YEAR).walk() for key in part} <= {
            *("TZID", "DTSTART", "RRULE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO")
        }


def test_what_is_read_back_is_written_the_same() -> None:
    data = vtimezone("Africa/Casablanca", NEW_YEAR)

    assert icalendar.Timezone.from_ical(data).to_ical() == data


def test_daylight_is_the_clock_that_is_ahead_also_where_the_law_differs() -> None:
    (daylight,) = zone_of("Europe/Dublin", NEW_YEAR).daylight

    assert (daylight["TZNAME"], daylight.TZOFFSETTO) == ("IST", timedelta(hours=1))


def test_without_a_first_day_the_rule_has_always_held() -> None:
    lines = vtimezone("Asia/Gaza").decode().split("\r\n")

    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART:19700328T020000",
        "DTSTART:19701024T020000",
    ]


def test_a_zone_without_summer_time_is_one_observance() -> None:
    (kolkata,) = zone_of("Asia/Kolkata").standard

    assert kolkata.TZOFFSETFROM == kolkata.TZOFFSETTO == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize("first", [date.min, date.max], ids=str)
@pytest.mark.parametrize("name", ["Europe/Warsaw", "Africa/Cairo", "UTC"])
def test_any_day_may_be_the_first(first: date, name: str) -> None:
    assert zone_of(name, first, first).subcomponents


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Europe/Warsawa", "'Europe/Warsawa' is not a time zone (did you mean 'Europe/Warsaw'?)"),
        ("europe/warsaw", "'europe/warsaw' is not a time zone (did you mean 'Europe/Warsaw'?)"),
        (
            "../zones",
            "'../zones' is not a time zone (one of Africa/Abidjan, Africa/Algiers, Africa/Bissau, …)",
        ),
        ("/etc/localtime", "'/etc/localtime' is not a time zone (one of "),
        ("Europe", "'Europe' is not a time zone (did you mean "),
        ("", "'' is not a time zone (one of "),
    ],
)
def test_a_name_that_is_no_zone_is_refused(name: str, message: str) -> None:
    with pytest.raises(InvalidWorkout) as refusal:
        vtimezone(name)

    assert str(refusal.value).startswith(message)
