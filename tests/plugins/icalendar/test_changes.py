"""What changes in a plan changes in its calendar, and nothing beside it."""

from datetime import time, timedelta

import pytest
from attrs import evolve

from calendars import CALL, MONDAY, RACE, REST, RUN, STRENGTH, components, feed, plan_of, session
from workout_core import Week, session_identity

PLAN = plan_of(
    session(RUN, MONDAY, time(18, 30)),
    session(STRENGTH, MONDAY + timedelta(days=1), time(7, 0)),
    session(RUN, MONDAY + timedelta(days=2), time(18, 30), slot="again"),
    session(CALL, MONDAY + timedelta(days=3), time(19, 0)),
    session(REST, MONDAY + timedelta(days=4)),
    session(RACE, MONDAY + timedelta(days=13), time(9, 0)),
    weeks=[Week(start=MONDAY, name="Build")],
)
OPTIONS = {
    "plain": {},
    "room": {"before": "20min", "after": "15min", "alarm": "30min"},
    "weeks": {"week_summaries": "yes"},
    "all day": {"all_day": "yes"},
    "busy": {"busy": "yes"},
    "miles": {"units": "miles", "skipped": "cancelled"},
}


def changed(slot, **change):
    """Return the plan with a session changed, and the identifier of its event."""
    (old,) = (each for each in PLAN.sessions if each.slot == slot)
    sessions = [evolve(each, **change) if each is old else each for each in PLAN.sessions]
    return evolve(PLAN, sessions=sessions), f"UID:{session_identity(PLAN, old)}".encode()


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("slot", ["again", "Strength A", "Questions, and answers"])
def test_a_session_that_moves_changes_its_own_event_alone(options, slot):
    plan, uid = changed(slot, day=MONDAY + timedelta(days=5))
    before, after = components(feed(PLAN, **options)), components(feed(plan, **options))
    assert before.keys() == after.keys()
    assert [each for each in before if before[each] != after[each]] == [uid]


def test_a_session_at_another_time_changes_its_own_event_alone():
    plan, uid = changed("again", at=time(6, 45))
    before, after = components(feed(PLAN)), components(feed(plan))
    assert [each for each in before if before[each] != after.get(each)] == [uid]


def test_a_session_that_is_skipped_is_gone_or_cancelled_and_nothing_else_changes():
    plan, uid = changed("again", skipped=True)
    whole = components(feed(PLAN))
    assert components(feed(plan)) == {each: data for each, data in whole.items() if each != uid}
    cancelled = components(feed(plan, skipped="cancelled"))
    assert [each for each in whole if whole[each] != cancelled[each]] == [uid]
    assert b"STATUS:CANCELLED\r\n" in cancelled[uid]


def test_a_session_that_moves_to_another_week_changes_both_weeks_too():
    plan, uid = changed("again", day=MONDAY + timedelta(days=9))
    before, after = (components(feed(each, week_summaries="yes")) for each in (PLAN, plan))
    assert before.keys() == after.keys()
    different = [each for each in before if before[each] != after[each]]
    assert uid in different
    assert [b"SUMMARY:Week " in before[each] for each in different] == [True, True, False]


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_the_same_plan_and_the_same_options_give_the_same_bytes(options):
    assert feed(PLAN, **options) == feed(evolve(PLAN), **dict(reversed(options.items())))
