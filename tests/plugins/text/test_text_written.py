"""A workout or a plan as text: what a coach pastes into a message."""

from datetime import date, time
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from workout_core import (
    Event,
    EventKind,
    Link,
    Plan,
    Registry,
    Session,
    Sport,
    Step,
    Time,
    Units,
    Week,
    Workout,
    export,
    parse_steps,
    read_document,
)
from workout_core.testing import false_claims
from workout_core.testing.strategies import plans
from workout_text.options import TextSteps

EXAMPLES = Path(__file__).parents[3] / "examples"
REGISTRY = Registry.discover()
ADA = read_document(EXAMPLES / "ada.yaml")
EASY = Workout(name="Easy run", items=parse_steps("40min easy"))


def written(subject, athlete=None, **options):
    (file,) = export(subject, "text", registry=REGISTRY, athlete=athlete, options=options)
    return file.data.decode()


def test_a_workout_is_its_title_its_totals_what_it_is_for_and_its_steps():
    assert written(read_document(EXAMPLES / "six-by-800.yaml"), ADA) == (
        "6 × 800 m\n"
        "about 58 min, about 11.5 km\n"
        "\n"
        "Hold the form when it gets hard.\n"
        "\n"
        "- Warm up 15 min at heart rate zone 2 (143–151 bpm)\n"
        "- 6 times:\n"
        "  - 800 m at 3:50–4:00/km – Relax the shoulders\n"
        "  - Recover 400 m\n"
        "- Cool down 10 min at easy pace (5:29–6:12/km)\n"
    )


def test_the_sport_is_told_unless_it_is_running():
    ride = Workout(name="Ride", items=[Step(duration=Time(3600))], sport=Sport.INDOOR_CYCLING)
    assert written(ride).startswith("Ride\nindoor cycling · 1 h, about 27 km\n")


def test_links_come_last_and_each_on_its_line():
    links = (Link("https://example.org/a", "The drills"), Link("https://example.org/b"))
    text = written(Workout(name="Drills", items=EASY.items, links=links))
    assert text.endswith("\n\nThe drills: https://example.org/a\nhttps://example.org/b\n")


def test_a_bullet_is_what_the_option_says():
    assert "\n• Easy 40 min\n" in written(EASY, bullet="•")


def test_steps_can_be_left_out():
    assert written(EASY, steps="no") == "Easy run\n40 min, about 6.2 km\n"


def a_plan():
    call = Event(name="Call", kind=EventKind.CALL, links=[Link("https://example.org/live")])
    return Plan(
        name="Two weeks",
        timezone="Europe/Warsaw",
        description="For a first race.",
        weeks=[Week(start=date(2026, 8, 3), name="Base", note="Run easy.", coach_note="As last year")],
        sessions=[
            Session(slot="a", day=date(2026, 8, 4), at=time(18), activity=EASY),
            Session(slot="b", day=date(2026, 8, 5), at=time(19), activity=call, lasts=1800),
            Session(slot="c", day=date(2026, 8, 6), activity=EASY, skipped=True),
            Session(slot="d", day=date(2026, 8, 9), activity=Event(name="Rest", kind=EventKind.REST)),
            Session(slot="e", day=date(2026, 8, 15), activity=Event(name="Race", kind=EventKind.RACE)),
        ],
    )


def test_a_plan_is_its_weeks_and_every_session_of_them():
    assert written(a_plan()) == (
        "Two weeks\n"
        "Tue 4 Aug 2026 to Sat 15 Aug 2026 · 2 weeks · 5 sessions · Europe/Warsaw\n"
        "\n"
        "For a first race.\n"
        "\n"
        "Week 1 of 2: Base\n"
        "40 min, about 6.2 km\n"
        "\n"
        "Run easy.\n"
        "\n"
        "Tue 4 Aug, 18:00 · Easy run · 40 min, about 6.2 km\n"
        "- Easy 40 min\n"
        "\n"
        "Wed 5 Aug, 19:00 · Call · call · 30 min\n"
        "https://example.org/live\n"
        "\n"
        "Thu 6 Aug · Easy run · skipped\n"
        "\n"
        "Sun 9 Aug · Rest\n"
        "\n"
        "Week 2 of 2\n"
        "\n"
        "Sat 15 Aug · Race · race\n"
    )


def test_a_plan_without_steps_is_a_line_for_each_session():
    assert written(a_plan(), steps="no").split("\n\n")[4].split("\n") == [
        "Tue 4 Aug, 18:00 · Easy run · 40 min, about 6.2 km",
        "Wed 5 Aug, 19:00 · Call · call · 30 min",
        "Thu 6 Aug · Easy run · skipped",
        "Sun 9 Aug · Rest",
    ]


def test_a_plan_in_the_notation_has_the_steps_as_they_are_typed():
    assert "\nTue 4 Aug, 18:00 · Easy run · 40 min, about 6.2 km\neasy 40min\n" in written(
        a_plan(), steps="notation"
    )


def test_a_name_in_hebrew_does_not_turn_the_numbers_beside_it_around():
    plan = Plan(
        name="P",
        sessions=[Session(slot="a", day=date(2026, 8, 4), activity=Workout(name="שבת", items=EASY.items))],
    )
    assert "Tue 4 Aug · \u2068שבת\u2069 · 40 min" in written(plan)


def test_units_are_those_of_the_athlete():
    text = written(a_plan(), evolve(ADA, units=Units.IMPERIAL))
    assert "miles" in text or " mi" in text
    assert " km" not in text


@given(plans())
def test_every_session_of_any_plan_is_told(plan):
    text = written(plan)
    assert text.endswith("\n")
    assert all(session.name in text for session in plan.sessions)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_line_of_an_example_ends_with_a_space_and_no_two_are_empty(path):
    subject = read_document(path)
    if isinstance(subject, (Workout, Plan)):
        text = written(subject)
        assert [line for line in text.split("\n") if line != line.rstrip()] == []
        assert "\n\n\n" not in text


@pytest.mark.parametrize("steps", ["words", "notation"])
def test_what_is_claimed_is_written_and_the_rest_is_told(steps):
    (exporter,) = [each for each in REGISTRY.exporters() if each.name == "text"]
    assert false_claims(exporter, exporter.options(steps=TextSteps(steps))) == []
