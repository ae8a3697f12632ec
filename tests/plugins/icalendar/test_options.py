"""The options of a calendar: what they are called, and what is said of a wrong one."""

import re
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars import REGISTRY, RUN, everyone, feed, plan_of, session
from workout_core import InvalidOption
from workout_core.testing.calendar.lint import lint
from workout_core.testing.strategies import plans

PLAN = plan_of(session(RUN, at=time(18, 30)), session(RUN, slot="all day"))
NOT_A_TIME = "is not a time (like '15min', '1h10min', '90s' or '4:30')"
EVERY_KIND = (
    "-O kinds: '' is not one of the choices (one of running, trail_running, "
    "treadmill_running, track_running, walking, hiking, cycling, "
    "indoor_cycling, mountain_biking, gravel_cycling, pool_swimming, open_water_swimming, …)"
)
CHOICES = {
    "all_day": ["yes", "no"],
    "before": ["0min", "20min"],
    "after": ["25min"],
    "week_summaries": ["yes"],
    "rest": ["no"],
    "kinds": ["running", "strength,call", "race,note,rest,video"],
    "busy": ["yes"],
    "alarm": ["0min", "30min", "1h30min"],
    "skipped": ["omit", "cancelled"],
    "units": ["km", "miles"],
}
options = st.fixed_dictionaries({}, optional={name: st.sampled_from(each) for name, each in CHOICES.items()})


def test_a_calendar_has_these_options():
    assert REGISTRY.exporter("ics").option_names() == tuple(name.replace("_", "-") for name in CHOICES)


def test_what_is_not_given_is_as_it_was():
    given_all = {
        "all_day": "no",
        "before": "0min",
        "after": "0min",
        "week_summaries": "no",
        "rest": "yes",
        "busy": "no",
        "skipped": "omit",
        "units": "km",
    }
    assert feed(PLAN, **given_all) == feed(PLAN)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("all-day", "maybe", "-O all-day: 'maybe' is neither yes nor no"),
        ("before", "20", f"-O before: '20' {NOT_A_TIME}"),
        ("before", "soon", f"-O before: 'soon' {NOT_A_TIME}"),
        ("before", "-5min", f"-O before: '-5min' {NOT_A_TIME}"),
        ("before", "25h", "-O: before must be 24h at most (like '20min')"),
        ("after", "24h1min", "-O: after must be 24h at most (like '20min')"),
        ("week-summaries", "2", "-O week-summaries: '2' is neither yes nor no"),
        ("rest", "none", "-O rest: 'none' is neither yes nor no"),
        ("kinds", "strenght", "-O kinds: 'strenght' is not one of the choices (did you mean 'strength'?)"),
        ("kinds", "running, calls", "-O kinds: 'calls' is not one of the choices (did you mean 'call'?)"),
        (
            "kinds",
            "",
            EVERY_KIND,
        ),
        ("busy", "very", "-O busy: 'very' is neither yes nor no"),
        ("alarm", "none", f"-O alarm: 'none' {NOT_A_TIME}"),
        ("alarm", "169h", "-O: alarm must be 168h at most (like '30min')"),
        ("skipped", "cancel", "-O skipped: 'cancel' is not one of the choices (did you mean 'cancelled'?)"),
        ("skipped", "no", "-O skipped: 'no' is not one of the choices (one of omit, cancelled)"),
        ("units", "mi", "-O units: 'mi' is not one of the choices (one of km, miles)"),
        ("kind", "running", "-O kind: ics has no such option (did you mean 'kinds'?)"),
        ("kinds", "call", "-O kinds: nothing of 'Summer' is left for the calendar"),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(name, text, message):
    with pytest.raises(InvalidOption, match=f"^{re.escape(message)}$"):
        feed(PLAN, **{name: text})


def test_options_that_leave_nothing_are_all_named():
    with pytest.raises(
        InvalidOption, match=r"^-O kinds, rest, busy, all-day: nothing of 'Summer' is left for the calendar$"
    ):
        feed(PLAN, kinds="running", rest="no", busy="yes", all_day="yes")


@given(plan=plans(), chosen=options)
def test_every_reader_takes_any_plan_with_any_options(plan, chosen):
    try:
        data = feed(plan, **chosen)
    except InvalidOption:
        assert chosen.keys() & {"kinds", "rest", "busy"}
        return
    assert lint(data) == ()
    assert data == feed(plan, **chosen)
    read = [sorted(each, key=lambda event: event["uid"]) for each in everyone(data)]
    assert read[0] == read[1] == read[2]
    assert len({event["uid"] for event in read[0]}) == len(read[0])
