"""The plans among the examples keep what they promise: so many runs a week, no leaps, days of rest."""

from datetime import date, time, timedelta
from itertools import accumulate
from pathlib import Path

import pytest

from oracles.fit_decoders import read_with_garmin
from oracles.readers import read_with_icalendar
from workout_core import Registry, Sport, Workout, export, read_document, read_text, totals
from workout_core.testing.calendar.lint import lint

EXAMPLES = Path(__file__).parents[1] / "examples"
HALF = read_document(EXAMPLES / "half-marathon.yaml")
FIRST = read_document(EXAMPLES / "first-5km.yaml")
REGISTRY = Registry.discover()
RUNNER = read_text("athlete: Runner\nrace: {distance: half marathon, time: 1:45:00}\n")
CUT_BACKS = (3, 7)


def _weeks(plan):
    """Return the workouts of each week."""
    return [
        [
            session.activity
            for session in plan.sessions
            if week.start <= session.day < week.start + timedelta(days=7)
            and isinstance(session.activity, Workout)
        ]
        for week in plan.weeks
    ]


def _metres(workouts):
    return sum(totals(workout, RUNNER).distance.value for workout in workouts)


def test_the_half_marathon_is_twelve_weeks_of_four_runs_and_strength():
    sports = [sorted(workout.sport.value for workout in week) for week in _weeks(HALF)]
    assert sports == [["running"] * 4 + ["strength"]] * 12


def test_no_week_of_the_half_marathon_is_a_tenth_more_than_the_most_before():
    metres = [_metres(week) for week in _weeks(HALF)]
    most = list(accumulate(metres, max))
    assert all(this <= 1.1 * before for this, before in zip(metres[1:], most[:-1], strict=True))


@pytest.mark.parametrize("week", CUT_BACKS)
def test_every_fourth_week_before_the_taper_is_cut_back(week):
    metres = [_metres(workouts) for workouts in _weeks(HALF)]
    assert metres[week] < 0.85 * metres[week - 1]


def test_the_half_marathon_tapers_to_its_race():
    weeks = _weeks(HALF)
    before_the_race = [_metres(weeks[10]), _metres(weeks[11][:-1])]
    assert before_the_race[0] < 0.75 * _metres(weeks[9])
    assert before_the_race[1] < 0.75 * before_the_race[0]
    *_, race = HALF.sessions
    assert (race.slot, race.name, race.is_race) == ("race", "City half marathon", True)
    assert (race.day, race.at, race.lasts) == (date(2026, 10, 25), time(10), 6300)
    assert totals(race.activity).distance.value == pytest.approx(21097.5)


def test_the_first_five_kilometres_take_eight_weeks_of_three_days_apart():
    assert len(FIRST.weeks) == 8
    assert [session.day.weekday() for session in FIRST.sessions] == [1, 3, 5] * 8
    assert all(session.at is None and session.activity.sport is Sport.RUNNING for session in FIRST.sessions)
    assert FIRST.sessions[-1].name == "Five kilometres"


@pytest.mark.parametrize("plan", [HALF, FIRST], ids=lambda plan: plan.name)
def test_a_plan_fits_on_a_watch_and_in_a_calendar(plan):
    files = export(plan, "fit", registry=REGISTRY, athlete=RUNNER)
    assert len(files) == sum(map(len, _weeks(plan)))
    for file in files:
        messages = read_with_garmin(file.data)
        assert 1 <= sum(name == "workout_step" for name, _ in messages) <= 50
    (calendar,) = export(plan, "ics", registry=REGISTRY, athlete=RUNNER)
    assert lint(calendar.data) == ()
    assert [event["summary"] for event in read_with_icalendar(calendar.data)] == [
        session.name for session in plan.sessions
    ]
