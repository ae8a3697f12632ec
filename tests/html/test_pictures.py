"""The pictures of a page: the parts of a workout from left to right, the harder the higher."""

import re

import pytest

from oracles.pages import SVG, page_around, read_page, words
from workout_core import Reading, Workout, parse_steps
from workout_core.html.pictures import FINEST, load_bar, profile_picture


def drawn(markup):
    """Return the words of a picture, and the paths of each class."""
    tree = read_page(page_around(markup))
    (svg,) = tree.iter(f"{SVG}svg")
    assert svg.get("role") == "img"
    return words(svg), {path.get("class"): path.get("d") for path in svg.iter(f"{SVG}path")}


def picture(steps):
    return drawn(profile_picture(Reading(Workout(name="Six", items=parse_steps(steps)))))


def test_a_workout_is_drawn_with_effort_as_height_and_time_as_width():
    said, paths = picture("warmup 10min @ RPE 3; 2x(4min @ RPE 9, 1min rest); cooldown 10min @ RPE 2")

    assert said == "Profile of Six, 30 min: height is effort, width is time"
    assert paths == {
        "easy": "M0 40V28H80V40zM160 40V32H240V40z",
        "work": "M80 40V4H112V40zM120 40V4H152V40z",
        "rest": "M112 40V36H120V40zM152 40V36H160V40z",
    }


def test_a_workout_of_very_many_steps_is_drawn_in_columns():
    _, paths = picture("600x(20s @ RPE 9, 20s rest)")
    assert 0 < sum(path.count("M") for path in paths.values()) <= FINEST


def test_what_is_too_short_to_see_is_not_drawn():
    _, paths = picture("10h @ RPE 4; 1s rest; 1h @ RPE 5")
    assert set(paths) == {"work"}


@pytest.mark.parametrize(("share", "width", "percent"), [(0, 0, 0), (0.704, 70, 70), (1, 100, 100)])
def test_a_load_is_a_bar_as_long_as_its_share(share, width, percent):
    said, paths = drawn(load_bar(share))
    assert said == f"{percent} % of the week that asks most"
    assert re.fullmatch(rf"M0 0H{width}V10H0z", paths[None])
