"""Events are at the time that the clock on the wall shows, also when it goes forward or back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from calendars import CALL, NOTE, RACE, RUN, events, everyone, feed, lines, minutes, plan_of, session
from oracles.readers import node_modules_or_skip, read_with_icaljs, read_with_recurring_ical_events
from workout_core import parse_steps
from workout_core.testing.calendar.lint import lint

CHANGES = {
    "Europe/Warsaw": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 4, 5), date(2026, 10, 4)),
    "Asia/Kolkata": (date(2026, 3, 29),),
}
TIMES = (time(0, 20), time(3, 10), time(6, 30), time(12, 5), time(18, 30), time(23, 50))
PASSED_OVER = [
    (
        "Europe/Warsaw",
        date(2026, 3, 29),
        time(2, 30),
        ";TZID=Europe/Warsaw:20260329T033000",
        "2026-03-29T01:30",
    ),
    (
        "Europe/Warsaw",
        date(2026, 3, 29),
        time(2, 0),
        ";TZID=Europe/Warsaw:20260329T030000",
        "2026-03-29T01:00",
    ),
    (
        "America/New_York",
        date(2026, 3, 8),
        time(2, 30),
        ";TZID=America/New_York:20260308T033000",
        "2026-03-08T07:30",
    ),
    (
        "Australia/Lord_Howe",
        date(2026, 10, 4),
        time(2, 15),
        ";TZID=Australia/Lord_Howe:20261004T024500",
        "2026-10-03T15:45",
    ),
]
TWICE = [
    ("Europe/Warsaw", date(2026, 10, 25), time(2, 30), ":20261025T003000Z", "2026-10-25T00:30"),
    ("America/New_York", date(2026, 11, 1), time(1, 30), ":20261101T053000Z", "2026-11-01T05:30"),
    ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), ":20260404T144500Z", "2026-04-04T14:45"),
]


def across(zone):
    """Return a plan with sessions from nine days before to nine days after every change of the clock."""
    days = [change + timedelta(days=number) for change in CHANGES[zone] for number in range(-9, 10)]
    slots = [(f"{day} {at}", day, at) for day in days for at in TIMES]
    return plan_of(*(session(RUN, day, at, slot=slot) for slot, day, at in slots), timezone=zone)


def on_the_wall(read, zone):
    return sorted(event["start"].astimezone(ZoneInfo(zone)).replace(tzinfo=None) for event in read)


@pytest.mark.parametrize("zone", CHANGES)
def test_every_reader_finds_every_session_at_its_time_of_day(zone):
    plan = across(zone)
    data = feed(plan)
    meant = [datetime.combine(each.day, each.at) for each in plan.sessions]
    assert lint(data) == ()
    for read in everyone(data):
        assert on_the_wall(read, zone) == meant
        assert {event["end"] - event["start"] for event in read} == {minutes(40)}


@pytest.mark.slow
@pytest.mark.parametrize("zone", CHANGES)
def test_every_day_has_its_sessions_where_a_client_asks_for_that_day(zone):
    plan = across(zone)
    data = feed(plan)
    for day in sorted({each.day for each in plan.sessions}):
        read = read_with_recurring_ical_events(data, day, day + timedelta(days=1))
        begun = [wall for wall in on_the_wall(read, zone) if wall.date() == day]
        assert begun == [datetime.combine(day, at) for at in TIMES]


def test_ical_js_finds_every_session_at_its_time_of_day(tmp_path):
    node_modules_or_skip()
    paths = {zone: tmp_path / f"{zone.replace('/', '-')}.ics" for zone in CHANGES}
    for zone, path in paths.items():
        path.write_bytes(feed(across(zone)))
    for zone, file in zip(paths, read_with_icaljs(paths.values()), strict=True):
        assert file["error"] is None
        meant = [datetime.combine(each.day, each.at) for each in across(zone).sessions]
        assert on_the_wall(file["events"], zone) == meant


@pytest.mark.parametrize(("zone", "day", "at", "written", "utc"), PASSED_OVER + TWICE)
def test_a_time_that_the_clock_passes_over_or_shows_twice_is_one_moment_to_every_reader(
    zone, day, at, written, utc
):
    data = feed(plan_of(session(RUN, day, at), timezone=zone))
    assert f"DTSTART{written}" in lines(data)
    assert lint(data) == ()
    for (event,) in everyone(data):
        assert event["start"] == datetime.fromisoformat(utc).replace(tzinfo=UTC)
        assert event["end"] - event["start"] == minutes(40)


def test_ical_js_takes_them_for_the_same_moments(tmp_path):
    node_modules_or_skip()
    cases = {tmp_path / f"{number}.ics": case for number, case in enumerate(PASSED_OVER + TWICE)}
    for path, (zone, day, at, _, _) in cases.items():
        path.write_bytes(feed(plan_of(session(RUN, day, at), timezone=zone)))
    for file, (*_, utc) in zip(read_with_icaljs(cases), cases.values(), strict=True):
        assert [event["start"] for event in file["events"]] == [datetime.fromisoformat(f"{utc}+00:00")]


@pytest.mark.parametrize("at", [time(2, 30), time(2, 30, fold=1)], ids=["first", "second"])
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)], ids=str)
def test_equal_plans_have_equal_calendars_whatever_the_fold_of_their_times(day, at):
    assert feed(plan_of(session(RUN, day, at))) == feed(plan_of(session(RUN, day, time(2, 30))))


@pytest.mark.parametrize(
    ("steps", "lasts"),
    [("20s", 5), ("30min", 30), ("30min; 1s", 35), ("31min", 35), ("35min; 30s", 40), ("200h", 7 * 24 * 60)],
)
def test_an_event_ends_at_the_next_five_minutes_within_a_week(steps, lasts):
    run = evolve(RUN, items=parse_steps(steps))
    (event,) = events(feed(plan_of(session(run, at=time(18, 30))))).values()
    assert event.duration == minutes(lasts)


def test_an_event_has_room_before_and_after_a_workout_and_says_when_that_is():
    data = feed(plan_of(session(RUN, at=time(18, 30))), before="20min", after="15min")
    assert {
        "DTSTART;TZID=Europe/Warsaw:20260804T181000",
        "DTEND;TZID=Europe/Warsaw:20260804T192500",
    } <= set(lines(data))
    description = str(events(data)["Easy run"]["DESCRIPTION"])
    assert description.startswith("Starts at 18:30, ends at 19:10\n\n• Easy 40 min")


@pytest.mark.parametrize(
    ("options", "said"),
    [({"before": "1h"}, "Starts at 7:05"), ({"after": "90s"}, "Ends at 7:45"), ({}, "• Easy 40 min")],
    ids=["before", "after", "neither"],
)
def test_only_what_the_event_does_not_show_is_said(options, said):
    event = events(feed(plan_of(session(RUN, at=time(7, 5))), **options))["Easy run"]
    assert event["DESCRIPTION"].split(" at heart rate")[0].split("\n")[0] == said


@pytest.mark.parametrize("activity", [CALL, RACE, NOTE], ids=lambda activity: activity.kind.value)
def test_what_is_no_workout_needs_no_room(activity):
    plan = plan_of(session(activity, at=time(18, 30)))
    assert feed(plan, before="20min", after="15min") == feed(plan)


def test_room_may_begin_the_day_before():
    data = feed(plan_of(session(RUN, date(2026, 1, 1), time(0, 10))), before="20min")
    assert "DTSTART;TZID=Europe/Warsaw:20251231T235000" in lines(data)
    for (event,) in everyone(data):
        assert event["start"] == datetime(2025, 12, 31, 22, 50, tzinfo=UTC)


def test_an_end_that_the_clock_shows_twice_is_written_in_utc():
    data = feed(plan_of(session(RUN, date(2026, 10, 25), time(1, 40))))
    assert {"DTSTART;TZID=Europe/Warsaw:20261025T014000", "DTEND:20261025T002000Z"} <= set(lines(data))
    assert lint(data) == ()
    for (event,) in everyone(data):
        assert event["end"] - event["start"] == minutes(40)


def test_room_that_begins_in_the_second_of_two_equal_hours_is_written_in_utc():
    data = feed(plan_of(session(RUN, date(2026, 10, 25), time(3, 10))), before="20min")
    assert {"DTSTART:20261025T015000Z", "DTEND;TZID=Europe/Warsaw:20261025T035000"} <= set(lines(data))
    assert lint(data) == ()
    for (event,) in everyone(data):
        assert event["start"] == datetime(2026, 10, 25, 1, 50, tzinfo=UTC)
        assert event["end"] - event["start"] == minutes(60)


@pytest.mark.parametrize(
    ("at", "taken"), [(time(9, 0), "OPAQUE"), (None, "TRANSPARENT")], ids=["at 9", "all day"]
)
def test_a_race_takes_its_own_time(at, taken):
    event = events(feed(plan_of(session(RACE, at=at, lasts=3000)), before="1h"))["City 10 km"]
    assert event["TRANSP"] == taken
    assert event.duration == (minutes(50) if at else timedelta(days=1))


def test_every_session_may_go_all_day():
    plan = plan_of(session(RUN, at=time(18, 30)), session(CALL, at=time(19, 0)), session(NOTE))
    data = feed(plan, all_day="yes", before="20min", alarm="10min")
    assert not any("TZ" in line or "TIMEZONE" in line or "VALARM" in line for line in lines(data))
    for event in events(data).values():
        assert (event.start, event.end, event["TRANSP"]) == (
            date(2026, 8, 4),
            date(2026, 8, 5),
            "TRANSPARENT",
        )
    assert "Starts at" not in data.decode()
