"""A session stays the same session, whatever happens to its date, its name and its neighbours."""

import re
import unicodedata
from datetime import date, time, timedelta

import pytest
from attrs import evolve

from oracles.fit_decoders import read_raw
from workout_core import Event, Plan, Registry, Session, Workout, export, parse_steps
from workout_core.model.identity import plan_identity, session_identity, workout_identity

REGISTRY = Registry.discover({})
EASY = Workout(name="Easy hour", items=parse_steps("1h"))
HILLS = Workout(name="Hills", items=parse_steps("10x(1min, 2min jog)"))
TUESDAY = Session(slot="w1-tue", day=date(2026, 8, 4), at=time(18, 30), activity=HILLS)
SUNDAY = Session(slot="w1-sun", day=date(2026, 8, 9), activity=EASY)
PLAN = Plan(name="Form", sessions=[TUESDAY, SUNDAY], timezone="Europe/Warsaw")


def moved(plan: Plan, days: int) -> Plan:
    return evolve(plan, sessions=[evolve(each, day=each.day + timedelta(days)) for each in plan.sessions])


def uids(plan: Plan) -> dict[str, str]:
    """Return the UID of every event of the plan's calendar, by its summary."""
    (file,) = export(plan, "ics", registry=REGISTRY)
    text = file.data.decode().replace("\r\n ", "")
    events = text.split("BEGIN:VEVENT")[1:]
    return {re.search("SUMMARY:(.*)\r", event)[1]: re.search("UID:(.*)\r", event)[1] for event in events}


def fit_files(plan: Plan) -> dict[str, bytes]:
    """Return the FIT file of every workout, by its name in the plan's folder."""
    files = export(plan, "fit", registry=REGISTRY)
    return {file.name.partition("/")[2]: file.data for file in files}


def file_id(data: bytes) -> dict:
    """Return what a watch knows a file by."""
    (found,) = [fields for name, fields in read_raw(data) if name == "file_id"]
    return found


CHANGES = {
    "moved": moved(PLAN, 3),
    "at another time": evolve(PLAN, sessions=[evolve(TUESDAY, at=time(6)), SUNDAY]),
    "in another zone": evolve(PLAN, timezone="America/New_York"),
    "with another neighbour": evolve(PLAN, sessions=[TUESDAY, evolve(SUNDAY, activity=Event(name="Sleep"))]),
    "with more sessions": evolve(
        PLAN,
        sessions=[
            evolve(TUESDAY, slot="w1-tue-early", at=None),
            Session(slot="w0", day=date(2026, 7, 1), activity=EASY),
            *PLAN.sessions,
        ],
    ),
    "alone": evolve(PLAN, sessions=[TUESDAY]),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_a_session_keeps_its_uid_and_its_fit_file(changed):
    assert uids(changed)["Hills"] == str(session_identity(PLAN, TUESDAY))
    files = export(changed, "fit", registry=REGISTRY)
    assert fit_files(PLAN)["2026-08-04-hills.fit"] in [file.data for file in files]


def test_a_session_with_another_workout_is_still_that_session():
    edited = evolve(TUESDAY, activity=evolve(HILLS, name="Flat", items=parse_steps("5km")))
    assert session_identity(PLAN, edited) == session_identity(PLAN, TUESDAY)
    assert uids(evolve(PLAN, sessions=[edited, SUNDAY]))["Flat"] == uids(PLAN)["Hills"]


def test_the_same_workout_twice_is_two_sessions():
    twice = evolve(PLAN, sessions=[TUESDAY, evolve(SUNDAY, activity=HILLS)])
    first, second = export(twice, "fit", registry=REGISTRY)
    assert first.data != second.data


@pytest.mark.parametrize(
    ("identity", "thing"),
    [(workout_identity, HILLS), (plan_identity, PLAN)],
    ids=["workout", "plan"],
)
def test_a_name_may_change_where_there_is_an_id(identity, thing):
    with_id = evolve(thing, id="h-1")
    assert identity(evolve(with_id, name="Mountains")) == identity(with_id)
    assert identity(evolve(thing, name="Mountains")) != identity(thing)
    assert identity(with_id) != identity(evolve(thing, id="h-2"))


def test_a_plan_that_is_renamed_keeps_its_sessions_if_it_has_an_id():
    with_id = evolve(PLAN, id="form-1")
    renamed = evolve(with_id, name="Form and speed")
    assert uids(renamed) == uids(with_id)
    assert fit_files(renamed) == fit_files(with_id)


def test_a_workout_edited_and_exported_again_replaces_itself():
    longer = evolve(HILLS, items=parse_steps("12x(1min, 2min jog)"), description="More")
    (before,) = export(HILLS, "fit", registry=REGISTRY)
    (after,) = export(longer, "fit", registry=REGISTRY)
    assert file_id(before.data) == file_id(after.data)
    assert before.data != after.data
    edited = evolve(PLAN, sessions=[evolve(TUESDAY, activity=longer), SUNDAY])
    assert uids(edited) == uids(PLAN)


@pytest.mark.parametrize("day", [date(2026, 8, 4), date(2027, 1, 1)], ids=str)
def test_a_workout_on_its_own_is_one_event_whatever_its_day(day):
    (file,) = export(HILLS, "ics", registry=REGISTRY, day=day)
    (first,) = export(HILLS, "ics", registry=REGISTRY, day=date(2020, 2, 29))
    uid = re.compile(rb"UID:.*\r")
    assert uid.findall(file.data) == uid.findall(first.data)


def test_accents_are_the_same_however_they_are_typed():
    name = "Bergläufe"
    composed, decomposed = (evolve(HILLS, name=unicodedata.normalize(form, name)) for form in ("NFC", "NFD"))
    assert composed.name != decomposed.name
    assert workout_identity(composed) == workout_identity(decomposed)
