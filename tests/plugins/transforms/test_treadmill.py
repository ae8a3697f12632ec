"""``treadmill``: every step of a run says how fast the belt is, in the athlete's own units."""

import re

import pytest
from attrs import evolve
from hypothesis import given

import workout_transforms
from workout_core import (
    Athlete,
    InvalidOption,
    Range,
    Registry,
    Sport,
    Units,
    Workout,
    map_steps,
    parse_steps,
    transformed,
    walk,
)
from workout_core.testing.strategies import athletes, workouts

REGISTRY = Registry.of(workout_transforms)
# 12 km/h, so that shares of it are numbers to see at a glance; easy is what the athlete says it is
ADA = Athlete(name="Ada", threshold_speed=12 / 3.6, paces=[("easy", Range(9 / 3.6, 10 / 3.6))])


def cues(steps, athlete=None, options="", sport="running"):
    """Return the cue of each step, the sport, and what is told."""
    told = []
    made = transformed(
        Workout(name="Mine", items=parse_steps(steps), sport=sport),
        [f"treadmill {options}"],
        REGISTRY,
        athlete,
        told.append,
    )
    said = [item.cue for _, item in walk(made.items) if hasattr(item, "cue")]
    return said, made.sport, [str(loss) for loss in told]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("10min @ 5:00/km", ["Belt 12 km/h"]),
        ("10min @ 12km/h", ["Belt 12 km/h"]),
        ("10min @ 6:00-5:00/km", ["Belt 10\N{EN DASH}12 km/h"]),
        ("10min @ 6:00-5:00/km ramp", ["Belt from 10 to 12 km/h"]),
    ],
)
def test_paces_in_numbers_need_no_athlete(steps, said):
    assert cues(steps) == (said, Sport.TREADMILL_RUNNING, [])


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("10min @ 90% threshold", "Belt 10.8 km/h"),
        ("10min @ threshold", "Belt 12 km/h"),
        ("10min @ easy", "Belt 9\N{EN DASH}10 km/h"),
        ("10min easy", "Belt about 9.5 km/h"),
        ("10min @ RPE 7", "Belt about 12 km/h"),
        ("400m jog", "Belt about 9.5 km/h"),
        ('1km @ threshold "Tall"', "Belt 12 km/h\nTall"),
    ],
)
def test_what_is_relative_goes_by_the_athlete(steps, said):
    assert cues(steps, ADA) == ([said], Sport.TREADMILL_RUNNING, [])


def test_who_reads_miles_reads_miles_an_hour():
    athlete = evolve(ADA, units=Units.IMPERIAL)

    assert cues("10min @ threshold", athlete)[0] == ["Belt 7.5 mph"]
    assert cues("10min @ 10mph", athlete)[0] == ["Belt 10 mph"]


def test_the_incline_is_told_and_the_speed_stays():
    assert cues("10min @ 5:00/km", None, "incline=1%")[0] == ["Belt 12 km/h, incline 1 %"]
    assert cues("10min @ 5:00/km", None, "incline=2.5%")[0] == ["Belt 12 km/h, incline 2.5 %"]


@pytest.mark.parametrize(
    ("incline", "said"),
    [
        ("41%", "incline must be 0% to 40%"),
        ("-1%", "incline must be 0% to 40%"),
        ("steep", "'steep' is not a percentage (like '2%')"),
    ],
)
def test_an_incline_that_no_belt_has_is_refused(incline, said):
    with pytest.raises(InvalidOption, match=f"{re.escape(said)}$"):
        cues("10min", None, f"incline={incline}")


def test_what_would_be_a_guess_is_not_said_but_told_once():
    said, _, told = cues("10min @ easy; 3x(1km @ 4:00/km, 2min jog, 1min walk, 1min rest)")

    assert said == ["", "Belt 15 km/h", "", "Belt about 5.5 km/h", ""]
    why = "has no pace, and the athlete none to go by (give a threshold pace or a race)"
    assert told == [f"steps[0]: belt speed: {why} (and 1 like it)"]


@pytest.mark.parametrize("sport", ["cycling", "strength", "pool_swimming"])
def test_other_sports_stay_as_they_are(sport):
    workout = Workout(name="Mine", items=parse_steps("10min"), sport=sport)

    assert transformed(workout, ["treadmill"], REGISTRY, ADA) is workout


def test_a_walk_stays_a_walk():
    assert cues("10min", None, sport="walking") == (["Belt about 5 km/h"], Sport.WALKING, [])


@given(workouts(), athletes())
def test_nothing_but_cues_and_the_sport_changes_and_twice_is_once(workout, athlete):
    made = transformed(workout, ["treadmill"], REGISTRY, athlete)

    bare = [map_steps(each.items, lambda _, step: evolve(step, cue="")) for each in (workout, made)]
    assert bare[0] == bare[1]
    assert transformed(made, ["treadmill"], REGISTRY, athlete).items == made.items
