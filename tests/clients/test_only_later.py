"""Somebody whose client updates only what is later misses nothing of what becomes of a plan."""

from datetime import timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.only_later import RISES, OnlyLater
from clients.plans import AUTUMN, DAY_ONE, DOCUMENT, STAGES, becomes, calendar, published
from clients.serving import serving
from clients.shown import differences


@pytest.mark.parametrize("stamp", RISES)
def test_all_that_becomes_of_a_plan_is_shown(stamp, tmp_path):
    client = OnlyLater(stamp)
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as feeds:
        url = feeds.build("autumn", DOCUMENT, DAY_ONE)
        assert client.refresh(url) == 200
        assert differences(client.shown(), AUTUMN) == []
        for name, plan, text, now in becomes():
            assert client.refresh(url) == 304
            feeds.build("autumn", text, now)
            assert client.refresh(url) == 200
            assert (name, differences(client.shown(), plan)) == (name, [])
    assert client.ignored == []


@given(st.lists(st.sampled_from([AUTUMN, *STAGES.values()]), max_size=5), st.integers(0, 3))
def test_whatever_becomes_of_a_plan_is_shown_also_to_who_missed_some_of_it(plans, missed):
    clients = [OnlyLater(stamp) for stamp in RISES]
    data = calendar(AUTUMN)
    for client in clients:
        client.take(data)
    for number, plan in enumerate(plans):
        # the clock may have been put back
        data = published(plan, data, DAY_ONE + timedelta(days=-1 if number % 3 == 2 else number))
        for client in clients if number >= missed else clients[:1]:
            client.take(data)
            assert differences(client.shown(), plan) == []
    assert not any(client.ignored for client in clients)


def test_the_model_ignores_what_is_not_later():
    client = OnlyLater("SEQUENCE")
    data = calendar(AUTUMN)
    client.take(data)
    other = data.replace("SUMMARY:6 × 400 m".encode(), "SUMMARY:8 × 400 m".encode())
    client.take(other)
    uid = next(uid for uid, event in client.events.items() if event["SUMMARY"] == "6 × 400 m")
    assert client.ignored == [uid]
    client.take(other.replace(b"SEQUENCE:0", b"SEQUENCE:1"))
    assert client.events[uid]["SUMMARY"] == "8 × 400 m"


def test_the_model_forgets_what_is_gone():
    client = OnlyLater("LAST-MODIFIED")
    client.take(calendar(AUTUMN))
    empty = icalendar.Calendar()
    client.take(empty.to_ical())
    assert client.events == {}
