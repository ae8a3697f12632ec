"""Calendars as readers that are not ours take them, and the bytes that clients depend on."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from oracles.readers import (
    node_modules_or_skip,
    read_with_ical,
    read_with_icalendar,
    read_with_icaljs,
    read_with_recurring_ical_events,
    read_with_vobject,
)
from workout_core import (
    Athlete,
    Event,
    EventKind,
    InvalidWorkout,
    Link,
    LinkKind,
    Plan,
    Registry,
    Session,
    Workout,
    export,
    parse_steps,
    read_document,
)
from workout_core.testing.calendar.lint import lint
from workout_core.testing.strategies import plans

EXAMPLES = Path(__file__).parents[3] / "examples"
WORKOUTS = [path for path in sorted(EXAMPLES.glob("*.yaml")) if isinstance(read_document(path), Workout)]
ADA = read_document(EXAMPLES / "ada.yaml")
REGISTRY = Registry.discover()
RUN = Workout(name="Easy run", items=parse_steps("easy 40min @ Z2 HR"))
TUESDAY = date(2026, 8, 4)


def _feed(subject: Workout | Plan, athlete: Athlete | None = None) -> bytes:
    (file,) = export(subject, "ics", registry=REGISTRY, athlete=athlete, day=TUESDAY)
    return file.data


def _plan(*sessions: Session, timezone: str = "Europe/Warsaw") -> Plan:
    return Plan(name="Summer", sessions=sessions, timezone=timezone)


def _lines(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def _everyone(data: bytes) -> list[list[dict]]:
    return [read_with_icalendar(data), read_with_ical(data), read_with_vobject(data)]


@pytest.mark.parametrize("athlete", [ADA, None], ids=["for Ada", "for nobody"])
@pytest.mark.parametrize("path", WORKOUTS, ids=lambda path: path.stem)
def test_every_reader_takes_an_example(path, athlete):
    workout = read_document(path)
    data = _feed(workout, athlete)
    assert lint(data) == ()
    for events in _everyone(data):
        (event,) = events
        assert event["summary"] == workout.name
        assert event["start"] == TUESDAY
        assert event["end"] == TUESDAY + timedelta(days=1)
        assert event["description"] == _everyone(data)[0][0]["description"]
    (event,) = read_with_recurring_ical_events(data, TUESDAY, TUESDAY)
    assert event["summary"] == workout.name


def test_ical_js_takes_every_example(tmp_path):
    node_modules_or_skip()
    feeds = {tmp_path / f"{path.stem}.ics": _feed(read_document(path), ADA) for path in WORKOUTS}
    for path, data in feeds.items():
        path.write_bytes(data)
    for file, data in zip(read_with_icaljs(feeds), feeds.values(), strict=True):
        assert file["error"] is None
        (event,) = file["events"]
        (expected,) = read_with_icalendar(data)
        assert {name: event[name] for name in expected} == expected


@given(plan=plans())
def test_every_reader_takes_any_plan_and_reads_what_was_meant(plan):
    data = _feed(plan)
    assert lint(data) == ()
    done = [session for session in plan.sessions if not session.skipped] or plan.sessions
    meant = [(session.name, session.day) for session in done]
    for events in _everyone(data):
        assert sorted(event["summary"] for event in events) == sorted(name for name, _ in meant)
        assert len({event["uid"] for event in events}) == len(meant)


@given(plan=st.lists(plans(), min_size=1, max_size=1))
def test_the_same_plan_gives_the_same_bytes(plan):
    assert _feed(plan[0]) == _feed(plan[0])


@pytest.mark.parametrize(
    "text",
    [
        "C:\\New",
        "a\\nb",
        "a, b; c",
        'say "hi"',
        "ein Läufer 🏃‍♀️",
        "x" * 200,
        "=?utf-8?q?x?=",
        "\\",
        "\\\\N",
        "BEGIN:VEVENT",
    ],
    ids=repr,
)
def test_a_text_is_read_as_it_was_written(text):
    workout = evolve(RUN, name=text, description=f"{text}\n{text}")
    for events in _everyone(_feed(workout)):
        assert events[0]["summary"] == text
        assert events[0]["description"].startswith(f"{text}\n{text}\n\n")


def test_a_calendar_has_neither_a_method_nor_an_identifier_of_its_own():
    head = _feed(RUN).partition(b"BEGIN:VEVENT")[0]
    assert b"METHOD" not in head
    assert b"UID" not in head
    assert head.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in head
    assert b"X-PUBLISHED-TTL:PT6H\r\n" in head


def test_the_name_of_a_calendar_has_nothing_that_readers_disagree_about():
    lines = _lines(_feed(evolve(RUN, name="Tempo, then; C:\\Easy")))
    assert "X-WR-CALNAME:Tempo then C: Easy" in lines
    assert "NAME:Tempo then C: Easy" in lines


def test_a_workout_on_its_own_is_all_day_and_leaves_the_day_free():
    lines = _lines(_feed(RUN))
    assert {"DTSTART;VALUE=DATE:20260804", "DTEND;VALUE=DATE:20260805", "TRANSP:TRANSPARENT"} <= set(lines)
    assert not any(line.startswith("BEGIN:VTIMEZONE") for line in lines)


def test_a_session_at_a_time_takes_its_time_on_the_wall_clock_of_the_plan():
    plan = _plan(Session(slot="a", day=TUESDAY, at=time(18, 30), activity=RUN))
    lines = _lines(_feed(plan))
    assert "DTSTART;TZID=Europe/Warsaw:20260804T183000" in lines
    assert "DTEND;TZID=Europe/Warsaw:20260804T191000" in lines
    assert {"TRANSP:OPAQUE", "X-WR-TIMEZONE:Europe/Warsaw"} <= set(lines)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Warsaw", date(2026, 3, 29)),
        ("Europe/Warsaw", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Asia/Kolkata", date(2026, 6, 1)),
    ],
    ids=str,
)
def test_an_hour_and_a_half_is_that_across_a_change_of_the_clock(zone, day):
    plan = _plan(Session(slot="a", day=day, at=time(1, 0), lasts=5400, activity=RUN), timezone=zone)
    for events in _everyone(_feed(plan)):
        (event,) = events
        assert event["end"] - event["start"] == timedelta(minutes=90)


def test_an_unknown_time_zone_is_named_with_the_nearest_there_is():
    plan = _plan(Session(slot="a", day=TUESDAY, at=time(18, 30), activity=RUN), timezone="Europe/Warsawa")
    with pytest.raises(
        InvalidWorkout, match=r"'Europe/Warsawa' is not a time zone \(did you mean 'Europe/Warsaw'\?\)"
    ):
        _feed(plan)


def test_a_description_reads_as_the_workout_with_the_link_last():
    workout = Workout(
        name="6 × 800 m",
        description="Hold the form.",
        items=parse_steps(
            'warmup 15min @ Z2 HR\n6x(800m @ 3:50-4:00/km "Relax", 400m jog)\ncooldown 10min @ easy'
        ),
        links=(Link("https://example.org/plan"), Link("https://example.org/form", "Form", LinkKind.VIDEO)),
    )
    (event,) = read_with_icalendar(_feed(workout, ADA))
    assert event["description"] == (
        "Hold the form.\n"
        "\n"
        "• Warm up 15 min at heart rate zone 2 (143–151 bpm)\n"
        "• 6 times:\n"
        "    • 800 m at 3:50–4:00/km – Relax\n"
        "    • Recover 400 m\n"
        "• Cool down 10 min at easy pace (5:29–6:12/km)\n"
        "\n"
        "Total: about 58 min, about 11.5 km\n"
        "\n"
        "Form: https://example.org/form\n"
        "https://example.org/plan"
    )


def test_an_event_that_is_no_workout_says_what_it_is():
    call = Event(name="Questions and answers", kind=EventKind.CALL, links=(Link("https://example.org/call"),))
    lines = _lines(_feed(_plan(Session(slot="call", day=TUESDAY, at=time(19, 0), lasts=2700, activity=call))))
    assert {
        "SUMMARY:Questions and answers",
        "CATEGORIES:Call",
        "DTEND;TZID=Europe/Warsaw:20260804T194500",
        "DESCRIPTION:https://example.org/call",
        "URL:https://example.org/call",
    } <= set(lines)
    note = Event(name="Rest")
    lines = _lines(_feed(_plan(Session(slot="note", day=TUESDAY, at=time(19, 0), activity=note))))
    assert {"CATEGORIES:Event", "DTEND;TZID=Europe/Warsaw:20260804T200000"} <= set(lines)
