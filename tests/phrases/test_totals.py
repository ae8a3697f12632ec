"""Exact, about and at least are three things, and each amount is said as people write it."""

import re
from string import digits

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workout_core.analysis.reading import Reading
from workout_core.analysis.totals import Amount
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.notation.parser import parse_steps
from workout_core.phrases import say_totals
from workout_core.phrases.totals import distance_words, time_words
from workout_core.testing.strategies import athletes, workouts
from workout_core.units import Units

ADA = Athlete(threshold_speed=1000 / 285)
MILES = Athlete(threshold_speed=1000 / 285, units=Units.IMPERIAL)
STRENGTH, SWIM = Sport.STRENGTH, Sport.POOL_SWIMMING


@pytest.mark.parametrize(
    ("text", "sport", "athlete", "said"),
    [
        ("8x(10s @ RPE 10, walk lap)", Sport.RUNNING, None, "about 41 min (at least 80 s), about 3.9 km"),
        ("easy 4mi", Sport.RUNNING, None, "about 42 min, 4 mi"),
        ("easy 4mi", Sport.RUNNING, MILES, "about 38 min, 4 mi"),
        ("40min @ 85% threshold", Sport.RUNNING, ADA, "40 min, about 7.2 km"),
        ("easy 30-40min", Sport.RUNNING, None, "30 to 40 min, about 4.6 to 6.2 km"),
        ("8-10km @ 4:00/km", Sport.RUNNING, None, "32 to 40 min, 8 to 10 km"),
        ("easy 5-6mi", Sport.RUNNING, MILES, "about 47 to 56 min, 5 to 6 mi"),
        ("rest 60-90s", Sport.RUNNING, None, "60 to 90 s"),
        ("10-12x50m", SWIM, None, "about 11 to 13 min, 500 to 600 m"),
        ("4-6x(3min @ 4:00/km, rest 60-90s)", Sport.RUNNING, None, "16 to 27 min, 3 to 4.5 km"),
        (
            "4-6x, skip last rest (3min @ 4:00/km, rest 1min)",
            Sport.RUNNING,
            None,
            "15 to 23 min, 3 to 4.5 km",
        ),
        ("2-3x(2-3x(1km @ 4:00/km))", Sport.RUNNING, None, "16 to 36 min, 4 to 9 km"),
        ("every 90s 8-10x: 1min @ 4:00/km", Sport.RUNNING, None, "12 to 15 min, 2 to 2.5 km"),
        (
            "warmup lap; 5-6km @ 4:00/km",
            Sport.RUNNING,
            None,
            "about 30 to 34 min (at least 20 min), about 6.5 to 7.5 km (at least 5 km)",
        ),
        ("for time 3-5x cap 12:00 (Burpee 30 reps, Squat 30 reps)", STRENGTH, None, "about 10 to 12 min"),
        ("A-skip 2x30m", Sport.RUNNING, None, "about 45 s, 60 m"),
        ("Farmer's carry 4x25m, rest 60s", STRENGTH, None, "about 5 min"),
        ("10km @ 4:00/km", Sport.RUNNING, None, "40 min, 10 km"),
        ("half marathon @ 4:00/km", Sport.RUNNING, None, "1 h 24 min 23 s, 21.1 km"),
        ("easy 5km", Sport.RUNNING, MILES, "about 29 min, 3.1 mi"),
        (
            "warmup lap; 5km @ 4:00/km",
            Sport.RUNNING,
            None,
            "about 30 min (at least 20 min), about 6.5 km (at least 5 km)",
        ),
        ("warmup lap", Sport.RUNNING, None, "about 10 min, about 1.5 km"),
        ("10x50m", SWIM, None, "about 11 min, 500 m"),
        ("30x50m", SWIM, None, "about 32 min, 1500 m"),
        ("40x50m", SWIM, None, "about 43 min, 2 km"),
        ("49x50m", SWIM, None, "about 53 min, 2450 m"),
        ("Squat 3x8, rest 60s", STRENGTH, None, "about 5 min"),
    ],
)
def test_totals_are_said(text, sport, athlete, said):
    workout = Workout(name="Workout", items=parse_steps(text), sport=sport)
    assert say_totals(workout, athlete) == said


NUMBERS = re.compile(r"([0-9.]+) (km|mi|m|h|min|s|yd)\b")


MILES_OF_WATER = Workout(
    name="Miles of water", items=parse_steps("5min @ 4:00/mi"), sport=Sport.OPEN_WATER_SWIMMING
)


@given(workouts(), athletes(), st.sampled_from(Units))
@example(MILES_OF_WATER, ADA, Units.METRIC)
def test_no_amount_has_more_than_a_decimal_or_is_in_metres_where_it_is_far(workout, athlete, units):
    for said in (say_totals(workout, units=units), say_totals(workout, athlete, units)):
        for number, unit in NUMBERS.findall(said):
            assert len(number.partition(".")[2]) <= 1
            assert unit != "m" or float(number) <= 1000 or workout.sport.in_water
            assert unit in ("h", "m", "yd") or len(number.strip(digits)) == 0 or float(number) < 100


@given(st.floats(0, 400_000), st.floats(0, 1), st.sampled_from(Units))
def test_at_least_is_never_said_of_more_than_there_is(value, share, units):
    amount = Amount(value, exact=False, at_least=value * share, is_open=True)
    for words, sizes in (
        (time_words(amount), {"h": 3600, "min": 60, "s": 1}),
        (distance_words(amount, units), {"km": 1000, "mi": 1609.344, "m": 1, "yd": 0.9144}),
    ):
        said = sum(float(number) * sizes[unit] for number, unit in NUMBERS.findall(words.at_least))
        assert said <= amount.at_least + 1e-6


@given(workouts(), athletes())
def test_a_lower_bound_is_one(workout, athlete):
    for amount in Reading(workout, athlete).totals:
        assert 0 <= amount.at_least <= amount.value * (1 + 1e-9)
        assert not amount.exact or amount.at_least == pytest.approx(amount.value)
