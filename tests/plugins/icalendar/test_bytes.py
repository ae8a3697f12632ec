"""The bytes of a calendar: those that icalendar writes of the same properties."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vDuration, vUTCOffset
from icalendar.parser import Contentline

from calendars import CALL, MONDAY, NOTE, RACE, REST, RUN, STRENGTH, plan_of, session
from oracles import icalendar_writer
from oracles.icalendar_writer import Escaped, write_with_icalendar
from workout_core import (
    Athlete,
    EventKind,
    ExportContext,
    InvalidOption,
    Plan,
    Sport,
    Week,
    Workout,
    plan_identity,
    read_document,
)
from workout_core.testing.strategies import plans
from workout_core.time_zones import time_zone_names
from workout_icalendar.calendar import calendar
from workout_icalendar.content_lines import content_line, duration, text_line, utc_offset
from workout_icalendar.options import CalendarOptions, Lengths, Skipped
from workout_icalendar.timezones import vtimezone

EXAMPLES = Path(__file__).parents[3] / "examples"
ADA = read_document(EXAMPLES / "ada.yaml")
SUBJECTS = {
    str(path.relative_to(EXAMPLES)): subject
    for path in sorted(EXAMPLES.rglob("*.yaml"))
    if isinstance(subject := read_document(path), (Workout, Plan))
}
CHOICES = {
    "all_day": [True],
    "before": [timedelta(minutes=20)],
    "after": [timedelta(minutes=25)],
    "week_summaries": [True],
    "rest": [False],
    "kinds": [frozenset({Sport.RUNNING, EventKind.CALL, EventKind.REST})],
    "busy": [True],
    "alarm": [timedelta(), timedelta(minutes=30), timedelta(days=7), timedelta(hours=25, seconds=1)],
    "skipped": [Skipped.CANCELLED],
    "units": [Lengths.MILES],
}
ALONE = [{name: value} for name, values in CHOICES.items() for value in values]
PAIRS = [
    first | second
    for first, second in combinations(ALONE, 2)
    if first.keys() != second.keys()
    and first.keys() | second.keys() != {"all_day", "busy"}  # which is nothing
]
NASTY = (
    "C:\\New, a; b\\",
    "tab\there, \\N and \\n",
    "one\ntwo\n\nthree",
    "x" * 500,
    "\\" * 300,
    "\\;," * 100,
    "^" * 150,
    "a" * 66 + "🏃\u200d♀️é走ö" * 60,
    "e\u0301" * 90,
    "—" * 25 + "\\" * 25 + "🏃" * 25,
)
options = st.fixed_dictionaries({}, optional={name: st.sampled_from(each) for name, each in CHOICES.items()})
odd = st.text(
    st.sampled_from("a \\;,\n^:\té—走🏃\u200d\u0301") | st.characters(exclude_categories=["Cs", "Cc"])
)


def everything(text: str) -> Plan:
    """Return a plan of sessions of each kind, all of which are called and described by *text*."""
    name = text.replace("\n", " ")
    told = [evolve(each, name=name, description=text) for each in (RUN, CALL, RACE, STRENGTH, REST, NOTE)]
    timed = [
        session(each, MONDAY + timedelta(days=day), at, slot=f"{number} {day}")
        for number, each in enumerate(told)
        for day, at in enumerate((time(18, 30), None, time(2, 30)))
    ]
    skipped = session(told[0], date(2026, 10, 25), time(2, 30), slot="skipped", skipped=True)
    return plan_of(*timed, skipped, name=name, weeks=[Week(start=MONDAY, name=name, note=text)])


def planned(subject: Workout | Plan) -> Plan:
    """Return a plan; a workout on its own is done at a time and on a day."""
    if isinstance(subject, Plan):
        return subject
    return plan_of(session(subject, MONDAY, time(18, 30)), session(subject, MONDAY, slot="a day"))


def said(chosen: dict[str, object]) -> str:
    """Say options the same in every process; a set has no order."""
    words = {
        name: sorted(map(str, value)) if isinstance(value, frozenset) else str(value)
        for name, value in chosen.items()
    }
    return " ".join(f"{name}={value}" for name, value in words.items()) or "none"


def both(plan: Plan, athlete: Athlete | None = None, **chosen: object) -> tuple[bytes, bytes]:
    """Return the calendar as we write it, and as icalendar does."""
    context = ExportContext(
        now=datetime(2026, 8, 3, tzinfo=UTC),
        day=MONDAY,
        identity=plan_identity(plan),
        athlete=athlete,
        options=CalendarOptions(**chosen),
    )
    return calendar(plan, context), write_with_icalendar(plan, context)


@pytest.mark.parametrize("athlete", [ADA, None], ids=["for Ada", "for nobody"])
@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS.keys())
def test_an_example_is_written_as_icalendar_writes_it(subject, athlete):
    ours, theirs = both(planned(subject), athlete)
    assert ours == theirs


@pytest.mark.slow
@pytest.mark.parametrize("chosen", [{}, *ALONE, *PAIRS], ids=said)
def test_any_one_or_two_options_give_the_bytes_of_icalendar(chosen):
    ours, theirs = both(everything("Hard, then easy; öfter"), **chosen)
    assert ours == theirs


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_a_text_is_escaped_and_folded_where_icalendar_does(text):
    ours, theirs = both(everything(text), week_summaries=True, alarm=timedelta(minutes=30))
    assert ours == theirs


@given(plan=plans(), chosen=options)
def test_any_plan_with_any_options_gives_the_bytes_of_icalendar(plan, chosen):
    try:
        ours, theirs = both(plan, **chosen)
    except InvalidOption:
        assert chosen.keys() & {"kinds", "rest", "busy"}
        return
    assert ours == theirs


@given(text=odd | st.builds(str.__mul__, odd, st.integers(0, 60)))
def test_any_text_is_folded_where_icalendar_folds_it(text):
    escaped = Escaped(text).to_ical().decode()
    assert text_line("X-NOTE", text) == content_line("X-NOTE", escaped)
    assert content_line("X-NOTE", escaped) == Contentline(f"X-NOTE:{escaped}").to_ical() + b"\r\n"


@pytest.mark.parametrize("last", ["a", "é", "走", "🏃", "\\", "\\\\", "^", "^n"], ids=ascii)
def test_a_line_is_folded_before_the_character_that_would_be_the_75th_octet(last):
    for length in range(60, 170):
        line = f"X:{'x' * length}{last}"
        for more in ("", "y", "y" * 80):
            folded = Contentline(line + more).to_ical() + b"\r\n"
            assert content_line("X", (line + more)[2:]) == folded
            assert max(map(len, folded.split(b"\r\n"))) <= 75


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        (date(2026, 1, 1), None),
        (date(1972, 1, 1), date(1976, 1, 1)),
        (date(2021, 3, 1), date(2030, 2, 1)),
        (date(2085, 1, 1), date(2200, 1, 1)),
    ],
    ids=str,
)
def test_a_time_zone_is_written_as_icalendar_writes_it(first, last):
    for name in time_zone_names():
        assert vtimezone(name, first, last) == icalendar_writer.vtimezone(name, first, last).to_ical()


@pytest.mark.slow
def test_a_time_in_any_zone_is_written_as_icalendar_writes_it():
    for name in time_zone_names():
        ours, theirs = both(plan_of(session(RUN, date(2026, 10, 25), time(2, 30)), timezone=name))
        assert ours == theirs


@given(st.integers(-8 * 86400, 8 * 86400).map(lambda seconds: timedelta(seconds=seconds)))
def test_a_span_is_written_as_icalendar_writes_it(span):
    assert duration(span).encode() == vDuration(span).to_ical()


@given(st.integers(-86399, 86399).map(lambda seconds: timedelta(seconds=seconds)))
def test_an_offset_from_utc_is_written_as_icalendar_writes_it(offset):
    assert utc_offset(offset) == vUTCOffset(offset).to_ical()
