"""The clock is the present, or the moment that SOURCE_DATE_EPOCH names; a day is where the user is."""

import re
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from recorders import offering, record
from workout_core import InvalidWorkout, Registry, Step, Workout, export
from workout_core.pipeline.export import clock, today

WORKOUT = Workout(name="Run", items=[Step()])
REGISTRY = Registry.of(offering(record("steps")))
MOMENT = datetime(2026, 8, 4, 23, 30, tzinfo=UTC)


def told(**given) -> list[str]:
    """Return the day and the moment that a writer is told."""
    (file,) = export(WORKOUT, "steps", registry=REGISTRY, **given)
    return file.data.decode().splitlines()[2:4]


@pytest.fixture
def in_warsaw(monkeypatch):
    """Let the user be in Warsaw, where it is two hours later in summer."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    monkeypatch.setenv("TZ", "Europe/Warsaw")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("0", datetime(1970, 1, 1, tzinfo=UTC)),
        ("1785886200", datetime(2026, 8, 4, 23, 30, tzinfo=UTC)),
        ("-86400", datetime(1969, 12, 31, tzinfo=UTC)),
    ],
)
def test_source_date_epoch_fixes_the_clock(text, moment):
    assert clock({"SOURCE_DATE_EPOCH": text}) == moment


@pytest.mark.parametrize("environ", [{}, {"SOURCE_DATE_EPOCH": ""}], ids=["not set", "empty"])
def test_without_it_the_clock_is_the_present_in_utc(environ):
    now = clock(environ)
    assert now.tzinfo is UTC
    assert abs(datetime.now(UTC) - now) < timedelta(minutes=1)


@pytest.mark.parametrize("text", ["yesterday", "1.5", "2026-08-04", "0x10", "9" * 30, "-" + "9" * 12, "nan"])
def test_anything_but_a_number_of_seconds_is_refused(text, monkeypatch):
    message = f"^{re.escape(f'SOURCE_DATE_EPOCH is not a number of seconds: {text!r}')}$"
    with pytest.raises(InvalidWorkout, match=message):
        clock({"SOURCE_DATE_EPOCH": text})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(InvalidWorkout, match=message):
        told()


@pytest.mark.usefixtures("in_warsaw")
def test_today_is_where_the_user_is_unless_the_clock_is_fixed():
    assert today(MOMENT, {}) == date(2026, 8, 5)
    assert today(MOMENT, {"SOURCE_DATE_EPOCH": "0"}) == date(2026, 8, 4)


@pytest.mark.parametrize("zone", ["UTC+99", "UTC-99", "AAA+24:59:59", "UTC+167"])
def test_a_zone_of_days_is_refused_as_what_it_is(zone, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with pytest.raises(InvalidWorkout) as refused:
            told()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert str(refused.value) == f"TZ must be a time zone (like 'Europe/Warsaw'): {zone!r}"


@pytest.mark.parametrize("day", [date.min, date(1600, 12, 31), date(9601, 1, 1), date.max], ids=str)
def test_a_day_at_either_end_of_the_calendar_is_refused_before_a_writer_sees_it(day):
    with pytest.raises(InvalidWorkout, match=f"^the day must be 1601-01-01 to 9600-12-31: {day}$"):
        told(day=day)


def test_a_clock_at_the_end_of_the_calendar_is_refused_too(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "253402300799")
    with pytest.raises(InvalidWorkout, match=r"^the day must be 1601-01-01 to 9600-12-31: 9999-12-31$"):
        told()


@pytest.mark.usefixtures("in_warsaw")
def test_a_writer_is_told_the_clock_and_the_day(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert told(now=MOMENT) == ["2026-08-05", "2026-08-04T23:30:00+00:00"]
    assert told(now=MOMENT, day=date(2026, 1, 1)) == ["2026-01-01", "2026-08-04T23:30:00+00:00"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785886200")
    assert told() == ["2026-08-04", "2026-08-04T23:30:00+00:00"]
