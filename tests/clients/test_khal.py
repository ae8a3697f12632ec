"""Somebody who subscribes with vdirsyncer and khal sees every session where it is meant to be."""

from datetime import timedelta

import pytest

from clients.khal import Khal
from clients.plans import AUTUMN, DAY_ONE, DOCUMENT, NIGHTS, PLANS, becomes, calendar
from clients.serving import serving
from clients.shown import differences, ends, meant, starts

ABROAD = "America/Los_Angeles"
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def khal(tmp_path_factory):
    """Subscribe to all plans, and fetch them once."""
    with serving(tmp_path_factory.mktemp("served")) as feeds:
        urls = {name: feeds.put(name, calendar(plan)) for name, plan in PLANS.items()}
        khal = Khal.subscribed(urls, tmp_path_factory.mktemp("khal"))
        khal.refresh()
        yield khal


def _listed(khal, name, plan, zone):
    return khal.listed(name, plan.sessions[0].day - DAY, plan.sessions[-1].day + DAY, zone)


@pytest.mark.parametrize("name", PLANS)
def test_khal_lists_every_session(name, khal):
    plan = PLANS[name]
    assert starts(_listed(khal, name, plan, plan.timezone or "UTC")) == starts(meant(plan))


@pytest.mark.parametrize("name", NIGHTS)
@pytest.mark.parametrize("zone", ["", ABROAD], ids=["at home", "abroad"])
def test_khal_is_not_misled_when_the_clocks_change(name, zone, khal):
    plan = PLANS[name]
    listed = _listed(khal, name, plan, zone or plan.timezone)
    assert ends(listed) == ends(meant(plan, zone))


def test_khal_shows_texts_as_they_were_written(khal):
    (told,) = (event.text for event in _listed(khal, "autumn", AUTUMN, ABROAD) if event.title == "6 × 400 m")
    assert told.splitlines()[:4] == ["Relax, then; C:\\New", "", "• 6 times:", "    • 400 m"]


def test_what_becomes_of_a_plan_is_listed_after_the_next_fetch(tmp_path):
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as feeds:
        khal = Khal.subscribed({"plan": feeds.build("plan", DOCUMENT, DAY_ONE)}, tmp_path)
        khal.refresh()
        assert differences(_listed(khal, "plan", AUTUMN, AUTUMN.timezone), AUTUMN) == []
        for name, plan, text, now in becomes():
            feeds.build("plan", text, now)
            khal.refresh()
            shown = _listed(khal, "plan", plan, plan.timezone)
            assert (name, differences(shown, plan)) == (name, [])
