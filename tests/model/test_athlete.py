"""Athletes are what a plan needs to know of them, and no more than can be true."""

import re

import pytest
from hypothesis import given

from workout_core.errors import InvalidWorkout
from workout_core.model.athlete import Athlete, Race
from workout_core.model.target import Quantity, Range, Reference
from workout_core.testing.strategies import athletes


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Race(100, 12), "race distance must be 400 to 200000 m: 100"),
        (lambda: Race(10_000, 30), "race time must be 40 to 172800 s: 30"),
        (lambda: Race(10_000, 60), "race speed must be 1 to 12 m/s: 166.666666667"),
        (lambda: Race(400, 7200), "race speed must be 1 to 12 m/s: 0.0555555555556"),
        (lambda: Athlete(threshold_speed=0), "threshold pace must be 0.1 to 40 m/s: 0"),
        (lambda: Athlete(threshold_heart_rate=300), "threshold heart rate must be 30 to 250 bpm: 300"),
        (lambda: Athlete(max_heart_rate="186"), "max heart rate must be a number: '186'"),
        (lambda: Athlete(resting_heart_rate=10), "resting heart rate must be 20 to 150 bpm: 10"),
        (lambda: Athlete(ftp=0), "ftp must be 1 to 5000 W: 0"),
        (
            lambda: Athlete(threshold_heart_rate=186, max_heart_rate=168),
            "the threshold heart rate must be below the max one: 186 ≥ 168",
        ),
        (
            lambda: Athlete(resting_heart_rate=120, max_heart_rate=120),
            "the resting heart rate must be below the max one: 120 ≥ 120",
        ),
        (
            lambda: Athlete(one_rep_max=[("Back squat", 80), ("back-squats", 90)]),
            "two one rep maxes of 'back squat' (also as 'back-squats')",
        ),
        (lambda: Athlete(one_rep_max=[("squat", -5)]), "one rep max of 'squat' must be 1 to 600 kg: -5"),
        (lambda: Athlete(paces=[("shuffle", Range(0, 1))]), "the pace 'shuffle' must be 0.1 to 40 m/s: 0"),
        (
            lambda: Athlete(paces=[("shuffle", Range(0.8, 0.9, Reference.THRESHOLD_PACE))]),
            "the pace 'shuffle' must be in absolute numbers, not in shares of threshold_pace",
        ),
        (
            lambda: Athlete(paces=[("Z2", Range(3, 4))]),
            "'z2' cannot be the name of a pace (use words, or '10km pace')",
        ),
        (lambda: Athlete(zones=[(Quantity.POWER, [])]), "power needs 1 to 10 zones: 0"),
        (
            lambda: Athlete(zones=[(Quantity.POWER, [Range(1, 2)] * 11)]),
            "power needs 1 to 10 zones: 11",
        ),
        (
            lambda: Athlete(zones=[(Quantity.POWER, [Range(0, 100)])]),
            "power zone 1 must be 1 to 5000 W: 0",
        ),
        (
            lambda: Athlete(zones=[(Quantity.HEART_RATE, [Range(150, 160), Range(100, 149)])]),
            "low must not be above high: 150 > 100",
        ),
        (
            lambda: Athlete(zones=[(Quantity.CADENCE, [Range(80, 90)])]),
            "cadence has no zones (speed, heart_rate and power have)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_true_is_refused(make, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make()


def test_an_athlete_of_whom_nothing_is_known_is_fine():
    assert Athlete().name == ""


def test_names_of_lifts_and_paces_do_not_depend_on_case_and_spaces():
    ada = Athlete(one_rep_max=[("Back  Squat", 80)], paces=[(" Shuffle", Range(2, 2.5))])

    assert ada.one_rep_max == (("back squat", 80),)
    assert ada.paces == (("shuffle", Range(2, 2.5)),)


@given(athletes())
def test_athletes_are_values(athlete):
    assert hash(athlete) == hash(athlete)
