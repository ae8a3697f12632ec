"""``workout export`` again: the calendar that is there says what clients have seen."""

from pathlib import Path

import icalendar
import pytest

from workout_core import read_document, session_identity

PLAN = """\
plan: Summer
start: 2026-08-03
timezone: Europe/Berlin
times: {default: 18:00}
workouts: {hills: hills.yaml}
weeks:
  - {name: Base, mon: easy 30min, tue: hills, sun: easy 60min}
  - {name: Build, mon: easy 40min, tue: hills}
"""
CALL = PLAN.replace("sun: easy 60min", "sun: {event: Talk, kind: call, at: 18:00}")


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")
    (tmp_path / "hills.yaml").write_text("workout: Hills\nsteps: 6x(60s @ RPE 8, 90s jog)\n")
    path = tmp_path / "summer.yaml"
    path.write_text(PLAN)
    return path


@pytest.fixture
def published(workout, plan):
    """Export, and return what stderr says and the calendar."""

    def publish(text=PLAN):
        plan.write_text(text)
        done = workout("export", str(plan), "--to", "ics", "--out", str(plan.parent / "out"))
        assert done.code == 0, done.err
        return done.err, Path(plan.parent, "out", "summer.ics").read_bytes()

    return publish


def revisions(data):
    events = icalendar.Calendar.from_ical(data).events
    return {str(each["UID"]): (int(each["SEQUENCE"]), each["LAST-MODIFIED"].dt) for each in events}


def test_what_did_not_change_is_not_touched(published, plan, monkeypatch):
    _, first = published()
    before = (plan.parent / "out" / "summer.ics").stat()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785787200")
    _, second = published()
    assert second == first
    assert (plan.parent / "out" / "summer.ics").stat() == before


def test_one_session_that_changes_is_one_event_that_changes(published, monkeypatch):
    _, first = published()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785787200")
    err, second = published(PLAN.replace("60min", "70min"))
    assert err == ""
    before, after = revisions(first), revisions(second)
    changed = {uid: (before[uid], after[uid]) for uid in before if before[uid] != after[uid]}
    ((old, new),) = changed.values()
    assert (old[0], new[0]) == (0, 1)
    assert new[1] > old[1]
    assert len(set(first.splitlines()) ^ set(second.splitlines())) < 20


def test_a_file_of_somebody_else_makes_room_and_counts_for_nothing(published, plan):
    folder = plan.parent / "out"
    folder.mkdir()
    (folder / "summer.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:else\r\nEND:VCALENDAR\r\n")
    err, data = published()
    assert "it is summer.ics~ now" in err
    assert {number for number, _ in revisions(data).values()} == {0}


@pytest.mark.parametrize(
    ("old", "new", "many", "told"),
    [
        (
            "plan: Summer",
            "plan: Autumn",
            "5 sessions become new ones",
            "the plan is called 'Autumn' now (to keep them: 'id: Summer')",
        ),
        (
            "name: Base",
            "name: 'Basis: one'",
            "3 sessions become new ones",
            "the week is called 'Basis: one' now (to keep them: 'id: Base' in it)",
        ),
        (
            "sun: easy 60min",
            "sun: {slot: long, steps: easy 60min}",
            "1 session becomes a new one",
            "'Base/long' was 'Base/sun/running' (to keep it: 'slot: sun/running')",
        ),
    ],
)
def test_what_would_be_somebody_else_is_told_with_what_keeps_it(published, old, new, many, told):
    _, first = published()
    err, second = published(PLAN.replace(old, new))
    assert err == f"summer.ics: {many} to who has subscribed: {told}\n"
    assert revisions(first).keys() != revisions(second).keys()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plan: Summer", "plan: Autumn\nid: Summer"),
        ("name: Base", "name: Foundation, id: Base"),
        ("sun: easy 60min", "sun: {slot: sun/running, steps: easy 60min}"),
        ("name: Build, mon", "name: Build, id: Build, mon"),
    ],
)
def test_the_line_that_is_told_keeps_who_they_are(published, old, new):
    _, first = published()
    err, second = published(PLAN.replace(old, new))
    assert err == ""
    assert revisions(first).keys() == revisions(second).keys()


def test_weeks_of_one_id_that_are_repeated_are_told_apart(plan):
    plan.write_text(PLAN.replace("{name: Build,", "{name: Build, id: b, repeat: 2,"))
    read = read_document(plan)
    assert [week.name for week in read.weeks] == ["Base", "Build", "Build 2"]
    assert {each.slot.partition("/")[0] for each in read.sessions} == {"Base", "b", "b 2"}
    assert len({session_identity(read, each) for each in read.sessions}) == 7


def test_two_weeks_with_one_id_are_refused(workout, plan):
    plan.write_text(PLAN.replace("name: Build,", "name: Build, id: Base,"))
    done = workout("check", str(plan))
    assert done.code == 1
    assert "two weeks go by 'Base'" in done.err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("event: Talk", "event: Phone", "'Base/sun/Phone'"),
        ("sun: {", "sat: {", "'Base/sat/Talk'"),
    ],
)
def test_an_event_of_another_name_or_day_is_told_too(published, old, new, told):
    published(CALL)
    err, _ = published(CALL.replace(old, new))
    kept = "was 'Base/sun/Talk' (to keep it: 'slot: sun/Talk')"
    assert err == f"summer.ics: 1 session becomes a new one to who has subscribed: {told} {kept}\n"
