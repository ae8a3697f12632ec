"""Races on a course: slower up and faster down by as much as is asked, and on the clock to the second."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workout_core import (
    Course,
    DocumentError,
    InvalidParameter,
    Workout,
    block_split,
    even_split,
    negative_split,
    race,
    read_course,
    read_document,
    read_text,
)
from workout_core.errors import WorkoutWarning
from workout_core.units import read_clock, write_clock

FIXTURES = Path(__file__).parents[2].parent / "shared" / "fixtures" / "gpx"
INVERNESS = "inverness-half-marathon.gpx"
HALF = {"distance": "half marathon", "goal": "1:45:00"}
TEN = {"distance": "10km", "goal": "50:00"}
"""Two and a half minutes a half kilometre, to be run by kilometres."""
FLAT = Course(along=(0, 10_000), heights=(12.3, 12.3), name="flat.gpx")
HILLS = Course(along=(0, 2000, 4000, 7000, 10_000), heights=(0, 80, 20, 100, 55), name="hills.gpx")
PROFILES = st.lists(st.integers(0, 400), min_size=2, max_size=30)
GPX = '<gpx><trk><trkseg><trkpt lat="0" lon="0">{0}</trkpt><trkpt lat="0" lon="0.0899322">{1}</trkpt></trkseg></trk></gpx>'


@cache
def _fixture(name):
    if not (FIXTURES / name).exists():
        pytest.skip(f"the course is not here: ../shared/fixtures/gpx/{name}")
    return read_course(FIXTURES / name)


def _course(heights):
    return Course(along=[10_000 * at / (len(heights) - 1) for at in range(len(heights))], heights=heights)


def _splits(workout):
    """The whole seconds of each split, as its cue says them."""
    return [read_clock(re.search(r"Split ([0-9:]+), clock", step.cue)[1]) for step in workout.items]


def _paces(workout):
    """Exact seconds a kilometre of each step of a race without tolerance."""
    return [1000 / step.target.value.low for step in workout.items]


def _halves(workout):
    return re.search(r"Halves ([0-9:]+) and ([0-9:]+)\.$", workout.description).groups()
