"""What is decided about events of a service that says anything at all."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import parse_steps
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.pipeline.doing import Doing
from workout_core.publish.icu_events import WantedEvent, known_event, publishing
from workout_core.publish.icu_sports import TYPES

PLAN = UUID("0f8dd5d2-6c4e-5f57-9a8e-6d8f3f5b7c31")
UID = f"workout-core:{PLAN}:{PLAN}"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(["id", "uid", "external_id", "name", "start_date_local", "push_errors"])


def test_every_sport_has_a_type():
    assert set(TYPES) == set(Sport)


@given(JSON | st.dictionaries(KEYS, JSON))
def test_whatever_a_service_says_is_nobody_of_ours(told):
    assert known_event(told) is None


@given(st.dictionaries(KEYS, JSON))
def test_whatever_else_it_says_of_one_of_ours_is_no_failure(told):
    assert known_event({**told, "id": 5, "uid": UID}).uid == UID


@pytest.mark.parametrize(
    "uid",
    ["", f"x{UID}", f"{UID}x", f"{UID}:", UID.upper(), f"{UID}\n"],
    ids=repr,
)
def test_what_only_looks_like_ours_is_not(uid):
    assert known_event({"id": 1, "uid": uid, "external_id": None}) is None


def test_of_two_events_of_one_session_the_older_stays():
    body = {"name": "Hills", "start_date_local": "2026-10-19T18:30:00"}
    wanted = WantedEvent(
        uid=UID, digest="d" * 16, body=body, workout=Workout(name="Hills", items=parse_steps("5min"))
    )
    told = {"uid": UID, "external_id": f"{UID}:{wanted.digest}", **body}
    found = publishing([wanted], [known_event({**told, "id": number}) for number in (2, 1)], PLAN)
    assert [each.number for each in found.unchanged] == [1]
    assert [(each.doing, each.known.number) for each in found.changes] == [(Doing.REMOVE, 2)]


def test_an_event_whose_day_makes_no_sense_is_on_no_day():
    found = publishing([], [known_event({"id": 1, "uid": UID, "start_date_local": "soon"})], PLAN)
    assert len(found.changes) == 1
    assert found.on(lambda _: True).changes == ()
