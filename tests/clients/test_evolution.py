"""Somebody who subscribes with Evolution sees every session where it is meant to be."""

import pytest

from clients.evolution import subscribed
from clients.plans import AUTUMN, DAY_ONE, DOCUMENT, NIGHTS, PLANS, becomes, calendar
from clients.serving import serving
from clients.shown import are_as_meant, differences, ends, meant, starts

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def feeds(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("served")) as feeds:
        yield feeds


@pytest.fixture(scope="module")
def evolution(feeds, tmp_path_factory):
    """Subscribe to all plans."""
    urls = {name: feeds.put(name, calendar(plan)) for name, plan in PLANS.items() if plan is not AUTUMN}
    urls["autumn"] = feeds.build("autumn", DOCUMENT, DAY_ONE)
    zones = {name: plan.timezone for name, plan in PLANS.items()}
    with subscribed(urls, zones, tmp_path_factory.mktemp("home")) as evolution:
        yield evolution


@pytest.fixture(scope="module")
def first(evolution):
    """Return what is there after a first fetch."""
    return evolution.shown(are_as_meant(PLANS))


@pytest.mark.parametrize("name", PLANS)
def test_evolution_shows_every_session(name, first):
    assert starts(first[name]) == starts(meant(PLANS[name]))


@pytest.mark.parametrize("name", NIGHTS)
def test_evolution_is_not_misled_when_the_clocks_change(name, first):
    assert ends(first[name]) == ends(meant(PLANS[name]))


def test_evolution_shows_texts_as_they_were_written(first):
    (told,) = (event.text for event in first["autumn"] if event.title == "6 × 400 m")
    assert told.splitlines()[:4] == ["Relax, then; C:\\New", "", "• 6 times:", "    • 400 m"]


def test_what_becomes_of_a_plan_is_shown_and_what_does_not_change_is_not_sent_again(evolution, feeds, first):
    assert differences(first["autumn"], AUTUMN) == []
    for name, plan, text, now in becomes():
        feeds.log.clear()
        evolution.shown(lambda _: bool(feeds.log))
        assert set(feeds.statuses("autumn")) == {304}, name
        feeds.build("autumn", text, now)
        shown = evolution.shown(are_as_meant(PLANS | {"autumn": plan}))
        assert (name, differences(shown["autumn"], plan)) == (name, [])
        assert 200 in feeds.statuses("autumn"), name
