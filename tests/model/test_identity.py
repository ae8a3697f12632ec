"""Who is who depends on names and ids, never on dates, words or steps."""

import sys
import unicodedata
from datetime import date, timedelta
from uuid import UUID, uuid5

import pytest
from attrs import evolve
from hypothesis import given

from workout_core.model.identity import (
    NAMESPACE,
    name_based,
    plan_identity,
    session_identity,
    workout_identity,
)
from workout_core.model.plan import Event, Plan, Session
from workout_core.model.workout import Step, Workout
from workout_core.testing.strategies import plans, workouts

SESSION = Session(slot="week 1 tue", day=date(2026, 8, 4), activity=Event(name="Call"))
PLAN = Plan(name="Form", sessions=[SESSION])


def test_identities_never_change():
    """These three are in people's calendars and on their watches: a change here duplicates everything."""
    workout = Workout(name="6 \u00d7 800 m", items=[Step()])

    assert workout_identity(workout) == UUID("9402efc0-0664-5b41-a199-d066007d28de")
    assert plan_identity(PLAN) == UUID("39c41fdd-9182-5068-b128-db83e50b42f7")
    assert session_identity(PLAN, SESSION) == UUID("c33cc889-be4a-5ef8-a9cc-0cccb2ea7c1d")


@given(workouts())
def test_a_workout_stays_itself_when_its_steps_change(workout):
    changed = evolve(workout, items=(Step(),), description="new", tags=())

    assert workout_identity(changed) == workout_identity(workout)


@given(plans())
def test_a_session_stays_itself_when_it_moves(plan):
    for session in plan.sessions:
        moved = evolve(session, day=session.day + timedelta(days=1), at=None)
        assert session_identity(plan, moved) == session_identity(plan, session)


@given(plans())
def test_the_sessions_of_a_plan_are_different_from_each_other_and_from_the_plan(plan):
    slots = {unicodedata.normalize("NFC", session.slot) for session in plan.sessions}
    identities = {session_identity(plan, session) for session in plan.sessions}

    assert len(identities) == len(slots)
    assert plan_identity(plan) not in identities


def test_an_id_outlives_the_name():
    assert plan_identity(evolve(PLAN, id="f1")) == plan_identity(evolve(PLAN, id="f1", name="Other"))
    assert plan_identity(evolve(PLAN, name="Other")) != plan_identity(PLAN)


def test_the_same_name_typed_on_another_keyboard_is_the_same_name():
    assert plan_identity(evolve(PLAN, name="Caf\u00e9")) == plan_identity(evolve(PLAN, name="Cafe\u0301"))


@pytest.mark.parametrize("name", ["", "workout\nTempo", "séance\n\N{GRINNING FACE}"])
def test_identities_are_those_of_the_standard_library(name):
    assert name_based(NAMESPACE, name) == uuid5(NAMESPACE, name)


def test_identities_are_the_same_without_the_private_sha1(monkeypatch):
    known = name_based(NAMESPACE, "Tempo")
    monkeypatch.setitem(sys.modules, "_sha1", None)
    assert name_based(NAMESPACE, "Tempo") == known
