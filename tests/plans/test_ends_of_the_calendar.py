"""The first and the last days that can be planned are days like others, in every place that calculates."""

from datetime import date, time

import pytest

from workout_core import (
    Event,
    EventKind,
    InvalidWorkout,
    Plan,
    Readings,
    Registry,
    Session,
    Week,
    Workout,
    conflicts,
    export,
    parse_steps,
    pause,
    shift,
    week_totals,
)
from workout_core.html.plan_page import plan_html
from workout_core.model.bounds import FIRST_DAY, LAST_DAY
from workout_core.plans.checks import doubts
from workout_core.plans.conflicts import RISE, ConflictKind
from workout_core.plans.settling import Policy, settled
from workout_core.testing.calendar.lint import lint

HARD = Workout(name="Hard", items=parse_steps("6x(5min @ RPE 9, 1min)"))
RACE = Event(name="Race", kind=EventKind.RACE)
ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Warsaw", "UTC", "Africa/Cairo")
OPTIONS = {"before": "24h", "after": "24h", "alarm": "168h", "week-summaries": "yes"}


def plan_on(day: date, zone: str) -> Plan:
    times = {"midnight": time(0), "noon": time(12), "late": time(23, 59, 59)}
    sessions = [
        Session(slot=slot, day=day, at=at, activity=HARD, lasts=7 * 86400) for slot, at in times.items()
    ]
    sessions += [
        Session(slot="race", day=day, activity=RACE),
        Session(slot="own", day=day, at=time(7), activity=HARD),
    ]
    return Plan(name="Ends", sessions=sessions, timezone=zone, weeks=[Week(start=day, name="The one")])


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY], ids=str)
def test_a_plan_at_an_end_is_exported_shown_and_settled(day, zone):
    plan = plan_on(day, zone)
    registry = Registry.discover()
    readings = Readings(None)
    (file,) = export(plan, "ics", registry=registry, options=OPTIONS, day=day)
    assert lint(file.data) == ()
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}".encode() in file.data
    assert export(plan, "json", registry=registry, day=day)
    assert export(plan, "fit", registry=registry, day=day)
    assert week_totals(plan, readings)
    assert conflicts(plan, readings)
    assert list(doubts(plan)) == []
    assert plan_html(plan, readings)
    assert settled(plan, dict.fromkeys(ConflictKind, Policy.MOVE), readings, RISE, [])


@pytest.mark.parametrize(
    ("day", "days"),
    [(FIRST_DAY, -1), (LAST_DAY, 1), (FIRST_DAY, -400_000), (LAST_DAY, 4_000_000)],
)
def test_what_leads_beyond_an_end_is_refused_with_the_days_there_are(day, days):
    plan = Plan(name="P", sessions=[Session(slot="a", day=day, activity=HARD)])
    with pytest.raises(InvalidWorkout, match="1601-01-01 to 9600-12-31"):
        shift(plan, days)
    if days > 0:
        with pytest.raises(InvalidWorkout, match="1601-01-01 to 9600-12-31"):
            pause(plan, day, days)


@pytest.mark.parametrize("day", [date.min, date(1600, 12, 31), date(9601, 1, 1), date.max], ids=str)
def test_days_beyond_the_ends_are_none_of_a_plan(day):
    with pytest.raises(InvalidWorkout, match=f"^a session's day must be 1601-01-01 to 9600-12-31: {day}$"):
        Session(slot="a", day=day, activity=HARD)
    with pytest.raises(InvalidWorkout, match=f"^the first day of a week must be .* to 9600-12-31: {day}$"):
        Week(start=day)
