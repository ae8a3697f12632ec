"""How to subscribe: links that open in a calendar, a code to scan, steps for each client, and downloads."""

import re
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest
import segno

from oracles.pages import SVG, of_class, of_id, policy_source, read_page, words
from workout_core import read_text
from workout_core.analysis.readings import Readings
from workout_core.html.plan_page import plan_html
from workout_core.html.subscription import Subscription

PLAN = read_text("""\
plan: Spring
timezone: Europe/Warsaw
start: 2026-08-03
workouts: {Easy: {steps: easy 30min}}
weeks: [{name: Base, mon: Easy, tue: Easy, wed: Easy, thu: Easy, sat: {steps: easy 1h}}]
""")
URL = "https://example.org/f/c2VjcmV0/spring.ics?a=1&b=2"
KEYS = [session.key for session in PLAN.sessions]
FILES = {KEYS[0]: (("FIT", "spring/a.fit"), ("JSON", "spring/a.json")), KEYS[4]: (("FIT", "b & c.fit"),)}
OFFER = Subscription(calendar="spring.ics", url=URL, files=FILES)


def page(offer=OFFER, today=None):
    return read_page(plan_html(PLAN, Readings(), today=today, subscription=offer))


def test_the_address_opens_in_a_calendar_and_can_be_copied_and_scanned():
    panel = of_id(page(), "subscribe")
    first, download = [each.get("href") for each in panel.iter("a")]
    assert first == "webcal://example.org/f/c2VjcmV0/spring.ics?a=1&b=2"
    assert download == "spring.ics"
    (field,) = panel.iter("input")
    assert field.get("value") == URL
    assert "readonly" in field.attrib
    assert [each.get("for") for each in panel.iter("label")] == [field.get("id")]
    assert page().find(".//nav//a").get("href") == "#subscribe"


def test_the_code_is_that_of_the_address_in_black_on_white():
    figure = of_class(page(), "code")[0]
    assert figure.get("aria-label") == "The address as a QR code"
    svg = figure.find(f"{SVG}svg")
    ground, modules = svg.iter(f"{SVG}path")
    made = segno.make_qr("webcal://example.org/f/c2VjcmV0/spring.ics?a=1&b=2", error="m")
    (expected,) = fromstring(made.svg_inline(omitsize=True)).iter("path")
    assert (ground.get("fill"), modules.get("stroke")) == ("#fff", "#000")
    assert modules.get("d") == expected.get("d")


@pytest.mark.parametrize("offer", [OFFER, Subscription(calendar="spring.ics")], ids=["url", "no url"])
def test_each_client_has_three_lines_with_how_often_it_looks(offer):
    clients = of_class(page(offer), "clients")[0]
    said = {words(each.find("h3")): [words(line) for line in each.iter("li")] for each in clients}
    assert list(said) == ["Google Calendar", "Apple Calendar", "Outlook", "Thunderbird"]
    assert all(len(lines) == 3 for lines in said.values())
    often = [re.search(r"changes (.*)\.$", lines[-1])[1] for lines in said.values()]
    assert often == [
        "every 8 to 24 hours",
        "as often as you set there, from every 5 minutes",
        "about every 3 hours",
        "every 30 minutes",
    ]


def test_where_the_address_is_not_known_the_page_says_how_to_get_it():
    tree = page(Subscription(calendar="sub/spring.ics"))
    panel = of_id(tree, "subscribe")
    assert [each.get("href") for each in panel.iter("a")] == ["sub/spring.ics"]
    assert "Press and hold this link" in words(panel)
    assert "scan" not in words(panel)
    assert not list(panel.iter("input"))
    assert not of_class(tree, "code")
    assert not list(tree.iter("script"))


def test_each_session_offers_its_own_files():
    easy, long = page().iter("article")
    lines = of_class(easy.find("details"), "dates")[0]
    assert [[each.get("href") for each in of_class(line, "file")] for line in lines] == [
        ["spring/a.fit", "spring/a.json"],
        [],
        [],
        [],
    ]
    (file,) = of_class(long, "file")
    assert (file.get("href"), words(file)) == ("b & c.fit", "FIT")
    assert (file.get("aria-label"), "download" in file.attrib) == ("FIT of Sat 8 Aug", True)


def test_what_is_next_can_be_had_at_once():
    easy = next(page(today=date(2026, 8, 3)).iter("article"))
    first = of_class(easy, "dates")[0]
    assert words(first).strip() == "Next: Mon 3 Aug FIT JSON"


def test_only_the_button_that_copies_is_a_script_and_the_policy_allows_no_other():
    tree = page()
    (script,) = tree.iter("script")
    (policy,) = [each.get("content") for each in tree.iter("meta") if each.get("http-equiv")]
    assert policy.endswith(f"; script-src {policy_source(script)}")
    assert not script.attrib
    (button,) = tree.iter("button")
    assert "hidden" in button.attrib  # until the script runs


def test_the_address_of_a_page_is_told_to_nobody():
    metas = {each.get("name"): each.get("content") for each in page().iter("meta")}
    assert (metas["referrer"], metas["robots"]) == ("no-referrer", "noindex")
    assert 'name="robots"' not in plan_html(PLAN, Readings())


def test_a_page_that_offers_nothing_has_no_panel():
    tree = page(None)
    assert not [each for each in tree.iter() if each.get("id") == "subscribe"]
    assert not list(tree.iter("script"))
