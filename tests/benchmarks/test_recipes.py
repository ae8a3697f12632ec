"""A race that writes itself and is exported, against exporting its steps; and a hundred miles of hills."""

from datetime import UTC, datetime
from math import sin
from textwrap import indent

import gpxpy

from workout_core import Registry, Workout, export, format_steps, negative_split, read_text
from workout_core.documents.gpx import course_of
from workout_core.recipes import terrain
from workout_core.recipes.races import NegativeSplit, plan_negative

REGISTRY = Registry.discover()
NOW = datetime(2026, 8, 3, tzinfo=UTC)
HALF = {"distance": 21097.5, "goal": 6300.0, "split": 0.02}
STEPS = negative_split(**HALF)
HUNDRED_MILES = 160_934.4
POINTS = 16_000
GPX = (
    '<gpx version="1.1" creator="test"><trk><trkseg>'
    + "".join(
        f'<trkpt lat="{number * HUNDRED_MILES / POINTS / 111_195.08:.7f}" lon="0">'
        f"<ele>{500 + 300 * sin(number / 200) + 20 * sin(number / 7):.1f}</ele></trkpt>"
        for number in range(POINTS + 1)
    )
    + "</trkseg></trk></gpx>"
)
COURSE = course_of(GPX.encode(), "hundred-miles.gpx")


DOCUMENT = """
workout: Half marathon in 1:45:00
recipe: negative-split
distance: half marathon
goal: 1:45:00
split: 2%
"""
SAME_STEPS = f"workout: Half marathon in 1:45:00\nsteps: |\n{indent(format_steps(STEPS.items), '  ')}"


def exported(workout: Workout, *formats: str) -> list[bytes]:
    return [export(workout, each, registry=REGISTRY, now=NOW)[0].data for each in formats]


def test_writing_a_race_and_exporting_it_costs_no_more_than_twice_exporting_its_steps(race):
    formats = ("fit", "ics", "json")
    best = race(
        {
            "its steps": lambda: exported(STEPS, *formats),
            "the recipe": lambda: exported(negative_split(**HALF), *formats),
            "its steps, FIT alone": lambda: exported(STEPS, "fit"),
            "the recipe, FIT alone": lambda: exported(negative_split(**HALF), "fit"),
        },
        rounds=40,
    )
    assert best["the recipe"] <= 2 * best["its steps"]
    # Packing FIT takes half the time of working out a race; against it, a faster packer would fail a recipe.
    assert best["the recipe, FIT alone"] <= best["its steps"] / 2


def test_a_document_with_a_recipe_is_on_the_watch_sooner_than_one_with_its_steps(race):
    ways = {
        "its steps": lambda: exported(read_text(SAME_STEPS), "fit"),
        "the recipe": lambda: exported(read_text(DOCUMENT), "fit"),
    }
    assert read_text(SAME_STEPS).items == read_text(DOCUMENT).items
    best = race(ways, rounds=20)
    assert best["the recipe"] <= best["its steps"]


def paced() -> object:
    given = NegativeSplit(distance=HUNDRED_MILES, goal=24 * 3600.0, split=0.0, every=1609.344, course=COURSE)
    return plan_negative(given)


def read() -> object:
    return course_of(GPX.encode(), "hundred-miles.gpx")


def parsed() -> object:
    return gpxpy.parse(GPX)


def test_a_hundred_miles_by_ten_metres_are_paced_in_less_than_parsing_the_course_takes(race, monkeypatch):
    monkeypatch.setattr(terrain, "STEP", 10.0)
    assert paced().legs[-1].clock == 24 * 3600
    best = race({work.__name__: work for work in (paced, parsed)}, rounds=5)
    assert best["paced"] < best["parsed"]


def test_a_course_is_read_and_measured_in_less_than_gpxpy_takes_to_parse_it(race):
    best = race({work.__name__: work for work in (read, parsed)}, rounds=5)
    assert best["read"] < best["parsed"]
