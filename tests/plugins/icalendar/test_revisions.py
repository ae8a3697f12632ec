"""What was published says what clients have: stamps only rise, and only where something has changed."""

import random
import re
from datetime import datetime, time, timedelta

import icalendar
import pytest
from attrs import evolve, frozen

from calendars import MONDAY, NOW, RUN, STRENGTH, feed, plan_of, revised, session
from workout_core import Workout, parse_steps, session_identity
from workout_core.testing.calendar.lint import lint

LATER = NOW + timedelta(hours=1)
A = session(RUN, MONDAY, slot="a", at=time(7, 0))
B = session(STRENGTH, MONDAY, slot="b", at=time(18, 30))


def first(*sessions, now=NOW, **more):
    """Return a calendar that nobody has seen."""
    return revised(feed(plan_of(*sessions), now=now, **more), None, now).data


def after(published, *sessions, now=LATER, **more):
    """Return what is published after a calendar."""
    return revised(feed(plan_of(*sessions), now=now, **more), published, now)


@frozen
class Shown:
    """An event in a client."""

    sequence: int
    modified: datetime
    text: bytes


def shown(data):
    """Return the events of a calendar by UID, as icalendar reads them."""
    return {
        str(event["UID"]): Shown(int(event["SEQUENCE"]), event["LAST-MODIFIED"].dt, event.to_ical())
        for event in icalendar.Calendar.from_ical(data).events
    }


def uid(each):
    return str(session_identity(plan_of(each), each))


def test_the_first_calendar_is_stamped_with_the_clock():
    for event in shown(first(A, B)).values():
        assert (event.sequence, event.modified) == (0, NOW)


def test_the_same_again_is_the_same_bytes_however_much_later():
    published = first(A, B)
    revision = after(published, A, B)
    assert revision.data == published
    assert (revision.kept, revision.changed, revision.added, revision.removed) == (2, 0, 0, 0)


def test_a_session_that_moves_is_revised_and_nothing_else_is():
    published = first(A, B)
    revision = after(published, evolve(A, day=MONDAY + timedelta(days=2)), B)
    assert (revision.kept, revision.changed) == (1, 1)
    before, now = shown(published), shown(revision.data)
    assert before.keys() == now.keys()
    assert [key for key in before if before[key] != now[key]] == [uid(A)]
    moved = now[uid(A)]
    assert (moved.sequence, moved.modified) == (1, LATER)
    assert moved.text.count(b"DTSTAMP:20260801T130000Z") == moved.text.count(b"LAST-MODIFIED:") == 1


def test_a_session_that_was_removed_counts_on_when_it_returns():
    published = first(A, B)
    without = after(published, B)
    assert without.removed == 1
    assert uid(A) not in shown(without.data)
    assert lint(without.data) == ()
    back = after(without.data, A, B)
    returned = shown(back.data)[uid(A)]
    assert (back.added, returned.sequence) == (1, 1)
    assert returned.modified >= LATER
    assert b"X-WORKOUT-GONE" not in back.data


def test_what_is_gone_is_remembered_over_many_revisions():
    published = first(A, B)
    for hours in range(1, 4):
        published = after(published, B, now=NOW + timedelta(hours=hours)).data
    assert shown(after(published, A, B).data)[uid(A)].sequence == 1


@pytest.mark.parametrize("hours", [0, -1, -100_000])
def test_a_clock_that_stands_still_or_is_put_back_does_not_take_stamps_back(hours):
    published = first(A, B)
    moved = evolve(A, day=MONDAY + timedelta(days=2))
    event = shown(after(published, moved, B, now=NOW + timedelta(hours=hours)).data)[uid(A)]
    assert event.modified == NOW + timedelta(seconds=1)


@pytest.mark.parametrize(
    "earlier",
    [
        b"",
        b"not a calendar",
        b"BEGIN:VCALENDAR\r\nPRODID:-//somebody else//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n",
        b"\xff" * 1000,
    ],
)
def test_what_is_no_calendar_of_ours_counts_for_nothing(earlier):
    assert after(earlier, A, B).data == first(A, B, now=LATER)


def test_half_a_calendar_counts_for_what_it_holds():
    published = after(first(A, B), evolve(A, day=MONDAY + timedelta(days=2)), B).data
    assert published.index(uid(A).encode()) > published.index(uid(B).encode())
    half = published[: published.index(uid(A).encode())]
    event = shown(after(half, A, B, now=LATER).data)
    assert event[uid(B)].modified == NOW
    assert event[uid(A)].modified == LATER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"SEQUENCE:0", b"SEQUENCE:" + b"9" * 5000),
        (rb"SEQUENCE:0", b"SEQUENCE:-1"),
        (rb"SEQUENCE:0\r\n", b""),
        (rb"LAST-MODIFIED:.*Z", b"LAST-MODIFIED:99991231T235959Z"),
        (rb"(?:DTSTAMP|LAST-MODIFIED):.*\r\n", b""),
        (rb"DTSTAMP:.*Z", b"DTSTAMP:soon"),
    ],
)
def test_damaged_stamps_are_no_obstacle(old, new):
    damaged = re.sub(old, new, first(A, B))
    event = shown(after(damaged, evolve(A, day=MONDAY + timedelta(days=2)), B).data)[uid(A)]
    assert 0 < event.sequence < 2**31
    assert event.modified >= LATER


def test_many_events_that_have_no_end_take_no_time():
    head = first(A)[: first(A).index(b"BEGIN:VEVENT")]
    earlier = head + b"BEGIN:VEVENT\r\nSUMMARY:a\r\n" * 200_000
    assert shown(after(earlier, A).data).keys() == {uid(A)}


def test_a_calendar_of_another_kind_takes_its_place_and_back():
    published = first(A, B)
    busy = after(published, A, B, busy="yes").data
    assert {event.sequence for event in shown(busy).values()} == {1}
    assert b"X-WORKOUT-IDENTITY" not in busy
    assert {event.sequence for event in shown(after(busy, A, B).data).values()} == {2}


def test_what_only_has_another_identity_is_told():
    published = first(A, B)
    revision = after(published, evolve(A, slot="another"), B)
    assert revision.renamed == (("Summer\na", "Summer\nanother"),)
    assert (revision.added, revision.removed) == (1, 1)


class LaterOnly:
    """A client that takes a revision only if its number is higher, or else if it was made later."""

    def __init__(self):
        self.events = {}

    def read(self, data):
        found = shown(data)
        self.events = {
            key: max(self.events.get(key, new), new, key=lambda each: (each.sequence, each.modified))
            for key, new in found.items()
        }


WORKOUTS = [
    RUN,
    STRENGTH,
    *(Workout(name=f"{minutes} min", items=parse_steps(f"easy {minutes}min")) for minutes in (30, 50)),
]


def edited(sessions, slots, chance):
    """Return sessions after an edit: something moves, changes, goes or comes, or nothing does."""
    at = chance.randrange(len(sessions)) if sessions else 0
    kind = chance.choice(["move", "change", "remove", "add", "skip", "nothing"])
    if kind == "add" or len(sessions) < 2:
        free = sorted(slots - {each.slot for each in sessions})
        day = MONDAY + timedelta(days=chance.randrange(20))
        more = [session(chance.choice(WORKOUTS), day, slot=chance.choice(free))] if free else []
        return [*sessions, *more]
    one = sessions[at]
    instead = {
        "move": [evolve(one, day=MONDAY + timedelta(days=chance.randrange(20)))],
        "change": [evolve(one, activity=chance.choice(WORKOUTS))],
        "skip": [evolve(one, skipped=not one.skipped)],
        "nothing": [one],
        "remove": [],
    }
    return [*sessions[:at], *instead[kind], *sessions[at + 1 :]]


def check_a_history(seed):
    chance = random.Random(seed)
    sessions = [A, B]
    now = NOW
    published = None
    highest = {}
    client = LaterOnly()
    for _ in range(12):
        sessions = edited(sessions, set("abcdef"), chance)
        now += timedelta(seconds=chance.choice([-100, 0, 1, 3600]))
        if all(each.skipped for each in sessions):
            continue
        new = feed(plan_of(*sessions), now=now)
        revision = revised(new, published, now)
        assert revised(new, revision.data, now + timedelta(days=1)).data == revision.data
        published = revision.data
        events = shown(published)
        assert len(events) == published.count(b"BEGIN:VEVENT")
        for key, event in events.items():
            before = highest.get(key, event)
            assert (event.sequence, event.modified) >= (before.sequence, before.modified)
            assert event.modified >= before.modified
            assert (event.text == before.text) or event.sequence > before.sequence
            highest[key] = event
        client.read(published)
        assert {key: event.text for key, event in client.events.items()} == {
            key: event.text for key, event in events.items()
        }
        assert lint(published) == ()


@pytest.mark.parametrize("seed", range(20))
def test_over_any_edits_stamps_rise_and_who_updates_only_what_is_later_has_it_all(seed):
    check_a_history(seed)


@pytest.mark.slow
def test_over_three_hundred_histories():
    for seed in range(300):
        check_a_history(seed)
