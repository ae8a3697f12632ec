"""What notebooks show, as IPython asks for it."""

from base64 import b64decode
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from oracles.pages import page_around, read_page, words
from workout_core import Athlete, Reading, Time, read_text
from workout_core.model import showing
from workout_core.model.workout import Step
from workout_core.testing.strategies import plans

WORKOUT = read_text(
    "workout: Six & six\ndescription: Why\nsteps: '10min; 6x(800m @ 4:00/km \"Relax\", 400m jog)'\n"
)
PLAN = read_text("""\
plan: Two <weeks>
start: 2026-08-03
timezone: UTC
times: {default: 18:00}
weeks:
  - {name: Base, mon: easy 30min, wed: {event: Call}}
  - {name: Build, tue: "6x(2min @ RPE 8, 1min)"}
changes:
  - {skip: Base/mon/running}
""")


@pytest.fixture(scope="module")
def shown():
    """Return what the formatter of IPython makes of a value, without a shell."""
    from IPython.core.formatters import DisplayFormatter

    formatter = DisplayFormatter()
    formatter.active_types = ["text/plain", "text/html"]

    def call(value):
        return formatter.format(value)[0]

    return call


def page(text):
    """Return the tree of *text* as a part of a page."""
    return read_page(page_around(text))


def pictures(tree):
    """Return the words of each image, and its picture."""
    prefix = "data:image/svg+xml;base64,"
    images = [(each.get("alt"), each.get("src")) for each in tree.iter("img")]
    return [(alt, ET.fromstring(b64decode(src.removeprefix(prefix)))) for alt, src in images]


def test_a_workout_shows_its_picture_and_its_steps(shown):
    bundle = shown(WORKOUT)
    assert bundle["text/plain"].startswith("Workout(name='Six & six'")
    tree = page(bundle["text/html"])
    ((alt, picture),) = pictures(tree)
    assert alt == "Profile of Six & six, 45 min"
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert [words(each) for each in tree.iter("li")] == [
        *("10 min", "6 times:", "800 m at 4:00/km – Relax", "Recover 400 m")
    ]
    assert "Why" in words(tree)


def test_a_reading_shows_the_numbers_of_its_athlete(shown):
    tree = page(
        shown(Reading(read_text("workout: W\nsteps: 10min @ Z2 HR\n"), Athlete(max_heart_rate=190)))[
            "text/html"
        ]
    )
    assert [words(each) for each in tree.iter("li")] == ["10 min at heart rate zone 2 (114–133 bpm)"]


def test_a_plan_shows_its_weeks(shown):
    tree = page(shown(PLAN)["text/html"])
    (table,) = tree.iter("table")
    heads, *weeks = table.iter("tr")
    assert [words(each) for each in heads] == ["Week", *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    assert [words(week[0])[:11] for week in weeks] == ["Week 1 of 2", "Week 2 of 2"]
    days = [" ".join(words(each).split()) for each in weeks[0]][1:]
    assert days == ["Mon 3 Aug 18:00 Easy 30 min", "", "Wed 5 Aug Call", "", "", "", ""]
    assert [words(each) for each in weeks[0].iter("s")] == ["Easy 30 min"]
    ((alt, _),) = pictures(weeks[1])
    assert alt == "Profile of 6 × 2 min, 18 min"
    assert pictures(weeks[0]) == []


@given(plans())
def test_any_plan_can_be_shown(plan):
    page(plan._repr_html_())


def test_what_has_no_picture_is_shown_as_ever(shown):
    assert set(shown(Step(duration=Time(60)))) == {"text/plain"}


def test_a_model_without_the_house_shows_nothing_more(monkeypatch):
    monkeypatch.setattr(showing, "_writers", [])
    assert WORKOUT._repr_html_() is None
