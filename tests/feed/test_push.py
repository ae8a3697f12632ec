"""What a push does to a calendar is decided from what is there: nothing is sent that need not be."""

from datetime import UTC, datetime
from functools import cache

import icalendar
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Registry, export, plan_identity, read_text
from workout_core.feed.push import MARK, Stored, push
from workout_core.pipeline.doing import Doing
from workout_core.testing import lint_calendar

REGISTRY = Registry.discover()
NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 8, 2, 12, tzinfo=UTC)
DOCUMENT = r"""
plan: 'Zażółć, jesień; C:\Nowy'
start: 2026-10-19
timezone: Europe/Warsaw
times: {default: 18:30}
weeks:
  - name: Base
    mon: easy 30min
    tue: {workout: 6 × 400 m, description: 'Relax, then; C:\New — a line so long that it is folded, 🏃‍♀️',
          steps: '6x(400m, 200m jog)'}
    thu: {event: Call, kind: call, lasts: 45min, url: 'https://example.org/call?a=1&b=2', at: 20:00}
    sun: {workout: Long, steps: 90min @ RPE 4, at: all day}
"""
MOVED = "changes:\n  - {move: Base/thu/Call, to: 2026-10-23}\n"
SKIPPED = "changes:\n  - {skip: Base/thu/Call}\n"
RENAMED = DOCUMENT.replace("Zażółć", "Winter")
STRANGER = b"""\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//x//y//EN\r
BEGIN:VEVENT\r
UID:hers\r
DTSTAMP:20260101T000000Z\r
DTSTART;TZID=Europe/Warsaw:20261022T200000\r
SUMMARY:Call\r
END:VEVENT\r
END:VCALENDAR\r
"""


@cache
def calendar(text, **options):
    plan = read_text(text)
    (file,) = export(plan, "ics", registry=REGISTRY, options=options)
    return file.data, plan_identity(plan)


def decided(text, stored=(), now=NOW, **options):
    data, plan = calendar(text, **options)
    return push(data, stored, plan, now)


def stored(push, before=()):
    """Do what is to be done on a server that keeps what it is given."""
    there = {each.href: each for each in before}
    for change in push.changes:
        href = change.stored.href if change.stored else f"/{change.uid}.ics"
        there.pop(href, None)
        if change.data:
            there[href] = Stored(href=href, etag=f'"{len(change.data)}"', data=change.data)
    return tuple(there.values())


def event(data):
    (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert not found.errors
    return found


def edited(there, name, old, new):
    """Let somebody else edit the event of that name."""
    (one,) = (each for each in there if f"SUMMARY:{name}".encode() in each.data)
    assert old in one.data
    return [each for each in there if each is not one] + [evolve(one, data=one.data.replace(old, new))]


THERE = stored(decided(DOCUMENT))


def doings(push):
    return [(change.doing, change.title) for change in push.changes]


def test_all_is_created_where_nothing_is_by_the_time_of_the_events():
    found = decided(DOCUMENT)
    assert [(change.doing, change.start) for change in found.changes] == [
        (Doing.CREATE, "20261019T183000"),
        (Doing.CREATE, "20261020T183000"),
        (Doing.CREATE, "20261022T200000"),
        (Doing.CREATE, "20261025"),
    ]
    assert (found.unchanged, found.doubled, found.renamed) == (0, 0, ())


@pytest.mark.parametrize("change", decided(DOCUMENT).changes, ids=lambda change: change.start)
def test_each_event_is_a_calendar_that_readers_read_with_the_rules_of_its_zone(change):
    assert lint_calendar(change.data) == ()
    read = icalendar.Calendar.from_ical(change.data)
    (zones,) = [{str(zone["TZID"]) for zone in read.walk("VTIMEZONE")}]
    assert zones == ({"Europe/Warsaw"} if "T" in change.start else set())
    (one,) = read.walk("VEVENT")
    assert (one["UID"], one["SEQUENCE"], one["LAST-MODIFIED"].dt) == (change.uid, 0, NOW)
    assert one["DTSTAMP"].dt == NOW
    assert one[MARK] == f"{calendar(DOCUMENT)[1]}/{change.uid}"


def test_an_unchanged_plan_sends_nothing():
    found = decided(DOCUMENT, THERE, LATER)
    assert found.changes == ()
    assert found.unchanged == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"DTSTAMP:20260801T120000Z", b"DTSTAMP:20250101T000000Z\r\nX-APPLE-A:1"),
        (b"SEQUENCE:0", b"SEQUENCE:7"),
        (b"SUMMARY:Call\r\n", b"SUMM\r\n ARY;LANGUAGE=en:Ca\r\n ll\r\n"),
        (b"BEGIN:VEVENT", b"BEGIN:VEVENT\r\nSTATUS:CONFIRMED\r\nCOLOR:red"),
        (b"END:VEVENT", b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT"),
        (b"\r\n", b"\n"),
    ],
    ids=["stamps", "sequence", "form", "what others add", "a reminder", "line ends"],
)
def test_what_others_write_beside_the_plan_is_no_change(old, new):
    found = decided(DOCUMENT, edited(THERE, "Call", old, new), LATER)
    assert found.changes == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"20261022T200000", b"20261023T200000"),
        (b"SUMMARY:Call", b"SUMMARY:Meeting\r\nX-WAS:SUMMARY:Call"),
        (b"BEGIN:VEVENT", b"BEGIN:VEVENT\r\nRRULE:FREQ=DAILY"),
        (b"BEGIN:VEVENT", b"BEGIN:VEVENT\r\nSTATUS:CANCELLED"),
    ],
    ids=["its time", "its name", "how often it is", "whether it is"],
)
def test_the_plan_decides_about_what_people_see(old, new):
    there = edited(THERE, "Call", old, new)
    found = decided(DOCUMENT, there, LATER)
    assert [change.doing for change in found.changes] == [Doing.REPLACE]
    assert decided(DOCUMENT, stored(found, there)).changes == ()


def test_a_moved_session_is_replaced_and_counts_up():
    found = decided(DOCUMENT + MOVED, THERE, LATER)
    assert doings(found) == [(Doing.REPLACE, "Call")]
    (change,) = found.changes
    was, now = event(change.stored.data), event(change.data)
    assert (now["UID"], now["SEQUENCE"], now["LAST-MODIFIED"].dt) == (was["UID"], 1, LATER)
    assert now["DTSTART"].dt.isoformat() == "2026-10-23T20:00:00+02:00"
    assert lint_calendar(change.data) == ()
    assert found.unchanged == 3


def test_stamps_rise_even_where_the_clock_of_another_is_ahead():
    there = edited(THERE, "Call", b"LAST-MODIFIED:20260801", b"LAST-MODIFIED:20990801")
    there = edited(there, "Call", b"SEQUENCE:0", b"SEQUENCE:41")
    (change,) = decided(DOCUMENT + MOVED, there, LATER).changes
    assert event(change.data)["SEQUENCE"] == 42
    assert event(change.data)["LAST-MODIFIED"].dt.year == 2099


@pytest.mark.parametrize("said", ["99991231T235959Z", "20260230T000000Z", "today", ""])
def test_nonsense_for_a_stamp_is_not_believed(said):
    there = edited(THERE, "Call", b"LAST-MODIFIED:20260801T120000Z", f"LAST-MODIFIED:{said}".encode())
    (change,) = decided(DOCUMENT + MOVED, there, LATER).changes
    assert event(change.data)["LAST-MODIFIED"].dt == LATER


@pytest.mark.parametrize("said", ["-3", "many", "9" * 40, ""])
def test_nonsense_for_a_sequence_begins_anew(said):
    there = edited(THERE, "Call", b"SEQUENCE:0", f"SEQUENCE:{said}".encode())
    (change,) = decided(DOCUMENT + MOVED, there, LATER).changes
    assert event(change.data)["SEQUENCE"] == 1


def test_what_others_have_added_stays_when_the_plan_changes():
    added = b"COLOR:red\r\nX-MOZ-LASTACK:20260801T000000Z\r\nCREATED:20250101T000000Z\r\nBEGIN:VALARM"
    alarm = b"\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT"
    there = edited(THERE, "Call", b"END:VEVENT", added + alarm)
    (change,) = decided(DOCUMENT + MOVED, there, LATER).changes
    now = event(change.data)
    assert (now["COLOR"], now["X-MOZ-LASTACK"]) == ("red", "20260801T000000Z")
    assert now["CREATED"].dt.year == 2025
    assert [each["ACTION"] for each in now.walk("VALARM")] == ["AUDIO"]


def test_a_reminder_of_the_plan_goes_with_it_and_another_stays():
    there = stored(decided(DOCUMENT, alarm="15min"))
    assert decided(DOCUMENT, there, alarm="15min").changes == ()
    hers = b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT"
    there = edited(there, "Call", b"END:VEVENT", hers)
    assert decided(DOCUMENT, there, alarm="15min").changes == ()
    found = decided(DOCUMENT, there, LATER)
    assert len(found.changes) == 3
    (call,) = (change for change in found.changes if change.title == "Call")
    assert [each["ACTION"] for each in event(call.data).walk("VALARM")] == ["AUDIO"]


def test_a_session_that_is_gone_is_removed_and_comes_back():
    found = decided(DOCUMENT + SKIPPED, THERE, LATER)
    assert doings(found) == [(Doing.REMOVE, "Call")]
    left = stored(found, THERE)
    again = decided(DOCUMENT, left, LATER)
    assert doings(again) == [(Doing.CREATE, "Call")]
    assert stored(again, left)


def test_all_of_a_plan_is_removed_and_nothing_else():
    hers = Stored(href="/hers.ics", etag='"1"', data=STRANGER)
    found = push(b"", (*THERE, hers), calendar(DOCUMENT)[1], LATER)
    assert [change.doing for change in found.changes] == [Doing.REMOVE] * 4
    assert stored(found, (*THERE, hers)) == (hers,)


def test_an_event_of_somebody_else_is_not_touched_even_if_it_looks_the_same():
    hers = Stored(href="/hers.ics", etag='"1"', data=STRANGER)
    assert decided(DOCUMENT, (*THERE, hers)).changes == ()
    assert all(change.stored is not hers for change in decided(DOCUMENT + SKIPPED, (*THERE, hers)).changes)


def test_a_copy_of_an_event_is_somebody_elses():
    (call,) = (each for each in THERE if b"SUMMARY:Call" in each.data)
    uid = event(call.data)["UID"]
    copy = evolve(call, href="/copy.ics", data=call.data.replace(f"UID:{uid}".encode(), b"UID:copy", 1))
    assert decided(DOCUMENT, (*THERE, copy)).changes == ()
    assert [each.stored for each in decided(DOCUMENT + SKIPPED, (*THERE, copy)).changes] == [call]


def test_another_plan_in_the_same_calendar_is_left_alone_and_told_where_it_looks_the_same():
    found = decided(RENAMED, THERE)
    assert [change.doing for change in found.changes] == [Doing.CREATE] * 4
    assert found.doubled == 4
    assert len(found.renamed) == 4
    assert found.renamed[0] == (
        "Zażółć, jesień; C:\\Nowy\nBase/mon/running",
        "Winter, jesień; C:\\Nowy\nBase/mon/running",
    )
    kept = RENAMED.replace("start:", "id: 'Zażółć, jesień; C:\\Nowy'\nstart:", 1)
    found = decided(kept, THERE)
    assert (found.doubled, found.renamed, found.unchanged) == (0, (), 4)


def test_a_week_of_another_name_is_told_of():
    found = decided(DOCUMENT.replace("name: Base", "name: Start"), THERE)
    assert [change.doing for change in found.changes].count(Doing.REMOVE) == 4
    assert found.doubled == 0
    assert len(found.renamed) == 4


def test_an_event_that_was_imported_is_taken_over():
    data, _ = calendar(DOCUMENT)
    whole = icalendar.Calendar.from_ical(data)
    (call,) = (each for each in whole.walk("VEVENT") if each["SUMMARY"] == "Call")
    alone = icalendar.Calendar()
    alone.add_component(call)
    imported = Stored(href="/imported.ics", etag='"1"', data=alone.to_ical())
    found = decided(DOCUMENT, [imported])
    (change,) = (each for each in found.changes if each.doing is Doing.REPLACE)
    assert change.stored is imported
    assert event(change.data)[MARK]


def test_one_that_somebody_made_repeat_with_an_exception_is_one_again():
    more = (
        b"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:%b\r\nRECURRENCE-ID:20261023T180000Z\r\n"
        b"DTSTART:20261024T180000Z\r\nSUMMARY:Call, late\r\nEND:VEVENT"
    )
    (call,) = (each for each in THERE if b"SUMMARY:Call" in each.data)
    there = edited(THERE, "Call", b"END:VEVENT", more % event(call.data)["UID"].encode())
    (change,) = decided(DOCUMENT, there).changes
    assert event(change.data)["SUMMARY"] == "Call"


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_a_server_has_is_read(data):
    for hers in (data, STRANGER.replace(b"SUMMARY:Call", data), STRANGER[:-30] + data):
        other = Stored(href="/x.ics", etag='"1"', data=hers)
        assert decided(DOCUMENT, (*THERE, other)).changes == ()


@given(st.lists(st.sampled_from([DOCUMENT, DOCUMENT + MOVED, DOCUMENT + SKIPPED]), min_size=1, max_size=6))
def test_after_any_pushes_the_calendar_is_the_plan_and_counts_never_go_back(texts):
    there, counts = (), {}
    for number, text in enumerate(texts):
        found = decided(text, there, NOW.replace(minute=number))
        there = stored(found, there)
        assert decided(text, there).changes == ()
        uids = [event(each.data)["UID"] for each in there]
        assert sorted(uids) == sorted(
            str(each["UID"]) for each in icalendar.Calendar.from_ical(calendar(text)[0]).walk("VEVENT")
        )
        now = {str(event(each.data)["UID"]): event(each.data)["SEQUENCE"] for each in there}
        assert all(count >= counts.get(uid, 0) for uid, count in now.items())
        counts = now
