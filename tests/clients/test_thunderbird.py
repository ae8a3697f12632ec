"""Somebody who subscribes with Thunderbird sees every session where it is meant to be."""

import pytest

from clients.plans import AUTUMN, AUTUMN_CHANGED, NIGHTS, PLANS, calendar
from clients.serving import serving
from clients.shown import are_as_meant, ends, meant, starts
from clients.thunderbird import Thunderbird

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def feeds():
    with serving() as feeds:
        yield feeds


@pytest.fixture(scope="module")
def thunderbird(feeds, tmp_path_factory):
    """Subscribe to all plans."""
    urls = {name: feeds.put(name, calendar(plan)) for name, plan in PLANS.items()}
    zones = {name: plan.timezone for name, plan in PLANS.items()}
    return Thunderbird.subscribed(urls, zones, tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def first(thunderbird):
    """Return what is there after a first start."""
    return thunderbird.shown(are_as_meant(PLANS))


@pytest.mark.parametrize("name", PLANS)
def test_thunderbird_shows_every_session(name, first):
    assert starts(first[name]) == starts(meant(PLANS[name]))


@pytest.mark.parametrize("name", NIGHTS)
def test_thunderbird_is_not_misled_when_the_clocks_change(name, first):
    assert ends(first[name]) == ends(meant(PLANS[name]))


def test_thunderbird_shows_texts_as_they_were_written(first):
    (told,) = (event.text for event in first["autumn"] if event.title == "6 × 400 m")
    assert told.splitlines()[:4] == ["Relax, then; C:\\New", "", "• 6 times:", "    • 400 m"]


def test_what_was_moved_is_shown_once_after_the_next_start(thunderbird, feeds, first):
    assert starts(first["autumn"]) == starts(meant(AUTUMN))
    feeds.put("autumn", calendar(AUTUMN_CHANGED))
    shown = thunderbird.shown(are_as_meant(PLANS | {"autumn": AUTUMN_CHANGED}))
    assert starts(shown["autumn"]) == starts(meant(AUTUMN_CHANGED))
    assert [event.starts for event in shown["autumn"] if event.title == "6 × 400 m"] == ["2026-10-30 19:15"]
