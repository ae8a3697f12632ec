"""Pages and pictures in German: what an athlete reads there, and what stays as somebody wrote it."""

from datetime import date

import pytest

from oracles.pages import of_class, of_id, policy_source, read_page, words
from workout_core import Athlete, in_language, parse_steps, read_text
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.html.band import band_html
from workout_core.html.outcomes import ShownState
from workout_core.html.pictures import picture_words, profile_svg
from workout_core.html.plan_page import plan_html
from workout_core.html.squad_page import squad_html
from workout_core.html.subscription import Subscription
from workout_core.model.workout import Workout
from workout_core.plans.squad_totals import MemberWeeks
from workout_core.recipes.races import NegativeSplit, plan_negative

PLAN = read_text("""\
plan: Frühling
timezone: Europe/Berlin
start: 2026-08-03
weeks:
  - {name: Base, mon: easy 30min, tue: rest}
  - name: Build
    mon: {steps: easy 30min, links: [{url: "https://example.org/film", title: Der Film, kind: video}]}
    wed: {event: Call mit Ada, kind: call, url: "https://example.org/call"}
    sun: {event: "City 10 km", kind: race, description: Bring a jacket.}
""")
NOW = date(2026, 8, 11)
OFFER = Subscription(calendar="plan.ics", url="https://example.org/plan.ics")
HARD = Workout(name="Schnell & <kurz>", items=parse_steps("15min warmup; 5x(1km @ RPE 8, 400m jog)"))


@pytest.fixture(scope="module", autouse=True)
def _german():
    with in_language("de"):
        yield


def said(element):
    return " ".join(words(element).split())


def page(**more):
    return read_page(plan_html(PLAN, Readings(PLAN.athlete), today=NOW, **more))


def test_a_page_says_which_language_it_is_in():
    assert page().get("lang") == "de"
    with in_language("en"):
        assert page().get("lang") == "en"


def test_the_headings_of_a_plan():
    assert [said(each) for each in page(subscription=OFFER).iter("h2")] == [
        "Diese Woche",
        "Die Saison auf einen Blick",
        "Abonnieren",
        "Einheiten",
        "Vergangene Wochen",
    ]


def test_the_same_page_in_another_language_afterwards():
    page()
    with in_language("en"):
        assert [said(each) for each in page().iter("h2")] == [
            "This week",
            "The season at a glance",
            "Sessions",
            "Weeks that are over",
        ]


def test_a_week_of_the_season_for_who_cannot_see_its_bar():
    assert [said(each) for each in of_class(of_id(page(), "season"), "sr")][1] == (
        "Woche 2, diese Woche, Build, Belastung 90, Wettkampf: City 10 km"
    )


def test_the_dates_of_a_plan():
    assert said(page().find(".//header")).startswith("Frühling Mo 3. Aug. 2026 bis So 16. Aug. 2026 · ")


def test_what_an_event_is():
    cards = {said(each.find("h3")): said(of_class(each, "numbers")[0]) for each in page().iter("article")}
    assert cards["Call mit Ada"] == "Gespräch"
    assert cards["City 10 km"] == "Wettkampf"


def test_a_name_that_looks_like_an_element_is_none():
    name = "<b>Eve</b> & {name}"
    text = plan_html(PLAN, Readings(Athlete(name=name)), today=NOW)
    header = read_page(text).find(".//header")
    assert f"für {name}" in said(header)
    assert header.find(".//b") is None
    assert "für <bdi>&lt;b&gt;Eve&lt;/b&gt; &amp; {name}</bdi>" in text


def test_a_button_tells_that_it_has_copied():
    tree = page(subscription=OFFER)
    script = tree.find(".//script")
    assert 'status.textContent = "Kopiert."' in words(script)
    policy = next(each for each in tree.iter("meta") if each.get("http-equiv"))
    assert policy_source(script) in policy.get("content")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ShownState.DONE, "gemacht"),
        (ShownState.PARTLY, "teilweise gemacht"),
        (ShownState.NOT_DONE, "nicht gemacht"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_became_of_a_session(state, expected):
    assert state.words == expected


def test_a_link_says_what_it_leads_to():
    links = [said(each) for each in of_class(page(), "links")]
    assert "Der Film (Video)" in links


def test_a_picture_for_who_cannot_see_it():
    told = picture_words(Reading(HARD))
    assert told.title.startswith("Profil von „Schnell & <kurz>“, ")
    assert told.lines[0] == (
        "Die Höhe zeigt die Anstrengung von 1 bis 10, die Breite die Zeit und die Farbe die Zone; "
        "die gestrichelte Linie ist die Schwelle."
    )


def test_what_is_written_in_a_picture():
    drawn = profile_svg(Reading(HARD), width=900)
    assert "Schwelle</text>" in drawn
    assert "5 × (1 km mit Anstrengung 8 von 10, 400 m Trabpause)</text>" in drawn
    assert "Schnell &amp; &lt;kurz&gt;</text>" in drawn
    assert 'lang="de"' in drawn


def test_a_band():
    legs = plan_negative(NegativeSplit(distance=5000.0, goal=1500.0)).legs
    heads = [said(each) for each in read_page(band_html("5 km", "", legs)).iter("th")]
    assert heads == ["km", "Split", "Gesamt"]


def test_a_squad():
    tree = read_page(squad_html("Gruppe", [MemberWeeks(key="Eva", problem="nothing fits")]))
    assert [said(each) for each in tree.iter("h2")] == ["Was fehlt"]
