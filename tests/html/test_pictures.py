"""The pictures of a page: the parts of a workout from left to right, the harder the higher."""

import re

import pytest

from oracles.pages import SVG, page_around, read_page, words
from workout_core import Athlete, Reading, Sport, Workout, parse_steps
from workout_core.analysis.palette import NO_COLOUR, ZONE_COLOURS
from workout_core.html.picture_style import INK, PAPER, PictureTheme, page_style
from workout_core.html.pictures import profile_picture, thumbnail
from workout_core.html.sport_marks import MARK_COLOURS, kind_of


def drawn(markup):
    """Return the words of a picture, and the paths of each class."""
    tree = read_page(page_around(markup))
    (svg,) = tree.iter(f"{SVG}svg")
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == words(svg.find(f"{SVG}title"))
    return words(svg.find(f"{SVG}title")), {
        path.get("class"): path.get("d") for path in svg.iter(f"{SVG}path")
    }


def reading(steps, sport=Sport.RUNNING, athlete=None):
    return Reading(Workout(name="Six", items=parse_steps(steps), sport=sport), athlete)


def glance(steps, sport=Sport.RUNNING):
    return drawn(thumbnail(reading(steps, sport)))


def test_a_workout_is_drawn_with_effort_as_height_and_time_as_width():
    said, paths = glance("warmup 10min @ RPE 3; 2x(4min @ RPE 9, 1min rest); cooldown 10min @ RPE 2")

    assert said == "Profile of Six, 30 min, running"
    del paths["run"]
    assert paths == {
        "z2": "M18 32V22.7H51.2V32z",
        "z6": "M52 32V4.1H64.8V32zM69 32V4.1H81.8V32z",
        "z0": "M65.6 32V28.9H68.3V32zM82.6 32V28.9H85.3V32z",
        "z1": "M86 32V25.8H119.2V32z",
    }


def test_a_ramp_is_a_slope_in_the_colours_of_the_zones_that_it_goes_through():
    _, paths = glance("20min @ 50-100% FTP ramp", Sport.CYCLING)
    del paths["ride"]
    assert paths == {
        "z1": "M18 32V25.8L38.2 22.7V32z",
        "z2": "M38.2 32V22.7L58.5 19.6V32z",
        "z3": "M58.5 32V19.6L119.2 10.3V32z",
    }


def test_what_nobody_knows_the_end_of_has_a_ragged_one_where_there_is_room():
    ragged = re.compile(r"(l-4 [0-9.]+l4 [0-9.]+){3,}V")
    ends, sure = drawn(profile_picture(reading("warmup lap; 10min @ RPE 5")))[1], "warmup 5min; 10min @ RPE 5"
    assert ragged.search(ends["z2"])
    assert not ragged.search(ends["z3"])
    assert not ragged.search(drawn(profile_picture(reading(sure)))[1]["z2"])


def test_what_nobody_knows_the_effort_of_has_no_zone():
    paces = "warmup 10min; 4x(1km @ 4:00/km, 2min rest)"
    assert set(glance(paces)[1]) == {"run", "z0", "z2", "unknown"}
    known = drawn(thumbnail(reading(paces, athlete=Athlete(threshold_speed=4.1))))[1]
    assert set(known) == {"run", "z0", "z2", "z4"}


def test_a_workout_of_very_many_steps_is_drawn_in_columns():
    for picture in (thumbnail, profile_picture):
        markup = picture(reading("600x(20s @ RPE 9, 20s rest)"))
        assert 0 < sum(path.count("M") for path in drawn(markup)[1].values()) <= 240
        assert len(markup) < 8000


def test_what_is_too_short_to_see_is_not_drawn():
    _, paths = glance("10h @ RPE 4; 1s rest; 1h @ RPE 5")
    assert set(paths) == {"run", "z2", "z3"}


@pytest.mark.parametrize("sport", Sport, ids=lambda sport: sport.value)
def test_the_kind_of_session_is_told_by_a_mark(sport):
    said, paths = glance("10min @ RPE 4", sport)
    assert said.endswith(sport.title.lower())
    assert set(paths) == {kind_of(sport), "z2"}


def test_kinds_of_sessions_have_marks_of_different_shapes_and_colours():
    shapes = {kind_of(sport): glance("10min @ RPE 4", sport)[1][kind_of(sport)] for sport in Sport}
    assert set(shapes) == set(MARK_COLOURS)
    assert len(set(shapes.values())) == len(set(MARK_COLOURS.values())) == len(shapes)


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [PictureTheme.LIGHT, PictureTheme.DARK], ids=lambda theme: theme.value)
def test_colours_stand_out_from_the_paper(theme):
    """WCAG 2.2, 1.4.11: 3 to 1 for pictures; 1.4.3: 4.5 to 1 for words."""
    number = (PictureTheme.LIGHT, PictureTheme.DARK).index(theme)
    colours = [each[1 + number] for each in (*ZONE_COLOURS, NO_COLOUR)]
    colours += [pair[number] for pair in MARK_COLOURS.values()]
    paper = _luminance(PAPER[theme])
    for colour in (*colours, INK[theme]):
        darker, lighter = sorted((paper, _luminance(colour)))
        assert (lighter + 0.05) / (darker + 0.05) >= (4.5 if colour == INK[theme] else 3), colour
    assert len(set(colours)) == len(colours)


def test_the_style_of_a_page_has_a_rule_for_every_class():
    style = page_style()
    light, dark = style.split("@media screen and (prefers-color-scheme: dark)")
    classes = {f"z{zone}" for zone in range(8)} | {"unknown", *MARK_COLOURS}
    for rules in (light, dark):
        assert classes <= set(re.findall(r"\.picture \.(\w+) \{ fill: #", rules))
