"""What was done stands on the page of a plan beside what was planned, in words and not by colour alone."""

from datetime import date

import pytest

from done_plans import save_done
from oracles.pages import of_class, read_page, words
from workout_core import read_document, read_text
from workout_core.analysis.readings import Readings
from workout_core.html.plan_page import plan_html
from workout_core.pipeline.activities import match_activity, read_activity
from workout_core.plans.outcomes import Outcomes
from workout_core.plugins import Registry

REGISTRY = Registry.discover()
MANY = """\
plan: Many
start: 2026-08-03
weeks:
  - {mon: easy 40min, tue: easy 40min, wed: easy 40min, thu: easy 40min, fri: easy 40min}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("done")
    files = sorted(save_done(folder).iterdir(), reverse=True)
    plan = read_document(folder / "form.yaml")
    reads = [read_activity(each.read_bytes(), each.name, REGISTRY) for each in files]
    return plan, [match_activity(each, plan, REGISTRY, None) for each in reads]


def page(made, count=6):
    plan, matches = made
    return read_page(plan_html(plan, Readings(), outcomes=Outcomes.of(plan, matches[:count])))


def said(element):
    return " ".join(words(element).split())


def test_each_session_of_the_weeks_says_whether_it_was_done(made):
    days = list(of_class(page(made), "session"))
    states = [[said(one) for one in of_class(each, "outcome")] for each in days]

    assert states == [
        ["✓ done"],
        ["◐ partly done"],
        ["✗ not done"],
        ["◐ partly done"],
        ["✓ done"],
        ["✓ done"],
        [],
    ]


def test_a_card_tells_what_was_done_and_what_was_missed(made):
    done = [said(each) for each in of_class(page(made), "done")]

    assert done == [
        "✓ done: 40:00, 7 km, 5:43/km, 139 bpm",
        (
            "◐ partly done: 19:46, 4.1 km, 4:52/km, 145 bpm Missed: 3 of 8 steps Step by step "
            "Warm up 10 min 10:00, 1.9 km, 5:16/km, 131 bpm "
            "800 m at 4:00–4:10/km 3:16, 800 m, 4:05/km, 168 bpm "
            "Recover 400 m 2:30, 400 m, 6:15/km, 140 bpm "
            "800 m at 4:00–4:10/km 3:00, 800 m, 3:45/km, 175 bpm (faster than the target) "
            "Recover 400 m 1:00, 160 m, 6:15/km, 140 bpm (cut short) "
            "800 m at 4:00–4:10/km missed Recover 400 m missed Cool down 10 min missed"
        ),
        "◐ partly done: on Sun 9 Aug 2026, 10:00, 2 km, 5:00/km, 160 bpm Cut short",
        (
            "✓ done: 1:00:00, 30 km, 30 km/h, 140 bpm, 210 W "
            "The laps do not say their steps; there are as many, and they are compared in order. "
            "A guess by the day: the activity does not name its workout."
        ),
        "✓ done: 45:00, 8 km, 5:38/km, 150 bpm Slower than the target",
    ]


def test_the_sign_of_a_state_is_for_the_eye_alone(made):
    signs = [each for state in of_class(page(made), "outcome") for each in state.iter("span")]
    assert {each.get("aria-hidden") for each in signs if words(each) in "✓◐✗"} == {"true"}


def test_what_was_done_says_the_same_in_whatever_order_it_is_read(made):
    plan, matches = made
    pages = {
        plan_html(plan, Readings(), outcomes=Outcomes.of(plan, each)) for each in (matches, matches[::-1])
    }
    assert len(pages) == 1


def test_the_same_activity_in_two_files_is_told_once(made):
    plan, matches = made
    copies = [each._replace(file=f"copy of {each.file}") for each in matches]
    assert Outcomes.of(plan, [*matches, *copies]) == Outcomes.of(plan, matches)


def test_no_session_is_called_not_done_before_a_later_one_was(made):
    plan, matches = made
    monday = [each for each in matches if each.file == "1.fit"]
    assert Outcomes.of(plan, monday).left == frozenset()
    assert [each.session.key for each in monday] == list(Outcomes.of(plan, monday).done)


def test_a_page_without_activities_is_what_it_was(made):
    plan, _ = made
    assert of_class(read_page(plan_html(plan, Readings())), "outcome") == []
    assert plan_html(plan, Readings(), outcomes=Outcomes.of(plan, ())) == plan_html(plan, Readings())


def test_of_many_days_the_last_that_was_done_and_the_next_are_shown_at_once(made):
    many = read_text(MANY)
    (monday,) = [each for each in made[1] if each.file == "1.fit"]
    tuesday = monday._replace(session=many.sessions[1], found=monday.found._replace(place=1))
    text = plan_html(many, Readings(), today=date(2026, 8, 6), outcomes=Outcomes.of(many, [tuesday]))
    shown = [said(each)[:16] for each in of_class(read_page(text), "dates")[0].iter("li")]

    assert shown == ["Tue 4 Aug ✓ done", "Next: Thu 6 Aug"]
