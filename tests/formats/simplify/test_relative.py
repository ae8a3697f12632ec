"""What refers to an athlete's numbers: kept where the format carries it, or else in numbers, or in words."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    Athlete,
    Capabilities,
    Feature,
    Quantity,
    Ramp,
    Range,
    Reading,
    Reference,
    Sport,
    Step,
    Target,
    Weight,
    Workout,
    features_of,
    parse_steps,
    simplify,
)
from workout_core.testing.strategies import athletes, workouts

EVERYTHING = frozenset(Feature)
ABSOLUTE = EVERYTHING - {Feature.RELATIVE}
NUMBERS = {Feature.SPEED, Feature.HEART_RATE, Feature.POWER}
ADA = Athlete(
    name="Ada", threshold_speed=1000 / 285, threshold_heart_rate=168, ftp=245, one_rep_max=[("squat", 80)]
)
BOB = Athlete(name="Bob")
REPEATS = {Feature.REPEAT, Feature.NESTED_REPEAT, Feature.SKIP_LAST_REST}
FTP = "needs the athlete's ftp (give 'ftp: 240')"
HEART_RATES = {
    Feature.HEART_RATE,
    Feature.HEART_RATE_ZONE,
    Feature.SHARE_OF_THRESHOLD_HEART_RATE,
    Feature.SHARE_OF_MAX_HEART_RATE,
}
NO_ZONE = "'Z9' is not a zone of this athlete (HR has Z1 to Z5)"
ZONE_9 = "steps[0].target: heart rate zone: 'heart rate zone 9'"


def written(steps: str, features, athlete: Athlete, sport: Sport = Sport.RUNNING, **limits):
    """Return the first step of *steps* as a format gets it, and the losses in words."""
    workout = Workout(name="x", items=parse_steps(steps), sport=sport)
    supports = Capabilities(features=features, **limits)
    simple, losses = simplify(workout, supports, Reading(workout, athlete))
    step = simple.items[0]
    assert isinstance(step, Step)
    return step, [str(loss) for loss in losses]


def power(low: float, high: float, of: Reference | None = None) -> Target:
    return Target(Quantity.POWER, Range(low, high, of))


@pytest.mark.parametrize(
    ("features", "steps", "target"),
    [
        (EVERYTHING, "5min @ 87% FTP", power(0.87, 0.87, Reference.FTP)),
        (ABSOLUTE, "5min @ 87% FTP", power(213, 213)),
        (EVERYTHING - {Feature.SHARE_OF_FTP}, "5min @ 87% FTP", power(213, 213)),
        (EVERYTHING - {Feature.POWER}, "5min @ 87% FTP", power(0.87, 0.87, Reference.FTP)),
        (ABSOLUTE - {Feature.POWER}, "5min @ 87% FTP", power(0.87, 0.87, Reference.FTP)),
        (EVERYTHING, "5min @ 87-90% FTP", power(0.87, 0.9, Reference.FTP)),
    ],
    ids=["carried", "numbers wanted", "not carried", "only shares", "no numbers", "a range"],
)
def test_a_target_stays_if_it_is_carried_and_is_resolved_if_not(features, steps, target):
    step, losses = written(steps, features, ADA)
    assert (step.target, losses) == (target, [])


SHARES = {Feature.SHARE_OF_FTP, Feature.SHARE_OF_THRESHOLD_PACE, Feature.RAMP, Feature.CUE}


@pytest.mark.parametrize(
    ("steps", "quantity", "value"),
    [
        ("5min @ 245W", Quantity.POWER, Range(1, 1, Reference.FTP)),
        ("5min @ 98-196W ramp", Quantity.POWER, Ramp(0.4, 0.8, Reference.FTP)),
        ("5min @ 245-245.01W ramp", Quantity.POWER, Range(1, 1, Reference.FTP)),
        ("5min @ Z4 power", Quantity.POWER, Range(0.902, 1.049, Reference.FTP)),
        ("5min @ 5:00/km", Quantity.SPEED, Range(0.95, 0.95, Reference.THRESHOLD_PACE)),
        ("5min @ 5:00-4:45/km", Quantity.SPEED, Range(0.95, 1, Reference.THRESHOLD_PACE)),
        ("5min @ threshold", Quantity.SPEED, Range(1, 1, Reference.THRESHOLD_PACE)),
    ],
)
def test_numbers_become_shares_of_the_athlete_where_a_format_has_only_those(steps, quantity, value):
    step, losses = written(steps, SHARES | {Feature.TIME}, ADA)
    assert losses == []
    assert (step.target, step.cue) == (Target(quantity, value), "")


def test_without_the_number_that_shares_are_of_a_target_becomes_words_and_says_what_to_give():
    step, losses = written("5min @ 245W", SHARES | {Feature.TIME}, BOB)
    assert (step.target, step.cue) == (None, "245 W")
    assert losses == [f"steps[0].target: power: '245 W' is told in words: {FTP}"]


def test_a_share_that_no_athlete_has_becomes_words():
    step, losses = written("5min @ 4000W", SHARES | {Feature.TIME}, evolve(ADA, ftp=100))
    assert (step.target, step.cue) == (None, "4000 W")
    assert losses == [
        "steps[0].target: power: '4000 W' is told in words: power must be 0.01 to 10 of ftp: 40"
    ]


def test_one_target_stays_where_another_is_resolved():
    step, losses = written("5min @ 87% FTP, Z2 HR", EVERYTHING - {Feature.HEART_RATE_ZONE}, ADA)
    assert step.target == power(0.87, 0.87, Reference.FTP)
    assert step.second_target == Target(Quantity.HEART_RATE, Range(143, 151))
    assert losses == []


def test_a_zone_above_the_highest_of_the_format_is_resolved():
    step, losses = written("5min @ Z4 power", EVERYTHING, ADA, zones=((Quantity.POWER, 3),))
    assert (step.target, losses) == (power(221, 257), [])


@pytest.mark.parametrize(
    ("features", "left", "losses"),
    [
        (EVERYTHING, True, []),
        (ABSOLUTE, False, [f"{ZONE_9} is told in words: {NO_ZONE}"]),
        (ABSOLUTE - {Feature.HEART_RATE_ZONE}, False, [f"{ZONE_9} is told in words: {NO_ZONE}"]),
        (ABSOLUTE - {Feature.CUE}, False, [f"{ZONE_9} is left out: {NO_ZONE}"]),
        (ABSOLUTE - {Feature.HEART_RATE}, True, []),
        (EVERYTHING - HEART_RATES, False, [f"{ZONE_9} is told in words"]),
    ],
    ids=["carried", "numbers wanted", "not carried", "no words", "no numbers", "neither: nothing is asked"],
)
def test_a_target_whose_number_is_missing_becomes_words_only_if_the_format_needs_the_number(
    features, left, losses
):
    step, told = written("5min @ Z9 HR", features, BOB)
    assert (step.target is not None, told) == (left, losses)
    assert step.cue == ("" if left or Feature.CUE not in features else "heart rate zone 9")


EFFORT = Target(Quantity.EFFORT, Range(5, 5))


@pytest.mark.parametrize(
    ("text", "features", "first", "second"),
    [
        ("5min @ 87% FTP", ABSOLUTE, EFFORT, None),
        ("5min @ 87% FTP, 85rpm", ABSOLUTE, EFFORT, Target(Quantity.CADENCE, Range(85, 85))),
        ("5min @ 87% FTP", ABSOLUTE - {Feature.EFFORT}, None, None),
        ("5min @ 87% FTP, RPE 6", ABSOLUTE, Target(Quantity.EFFORT, Range(6, 6)), None),
        ("5min @ RPE 6, 87% FTP", ABSOLUTE, Target(Quantity.EFFORT, Range(6, 6)), None),
        ("5min @ 87% FTP, Z4 HR", ABSOLUTE, EFFORT, None),
    ],
)
def test_another_quantity_takes_the_place_of_a_number_that_is_missing(text, features, first, second):
    step, losses = written(text, features, BOB)
    assert (step.target, step.second_target) == (first, second)
    assert losses == ([] if first else ["steps[0].target: effort: 'effort 5 of 10' is told in words"])


def test_a_second_target_takes_the_place_of_a_first_whose_number_is_missing():
    step, losses = written("5min @ Z9 HR, 85rpm", ABSOLUTE, BOB)
    assert step.target == Target(Quantity.CADENCE, Range(85, 85))
    assert step.second_target is None
    assert len(losses) == 1


LOAD = "80 % of one rep max"


@pytest.mark.parametrize(
    ("features", "athlete", "load", "cue", "lost"),
    [
        (EVERYTHING, ADA, "share", "", 0),
        (EVERYTHING, BOB, "share", "", 0),
        (ABSOLUTE, ADA, Weight(65), "", 0),
        (ABSOLUTE, BOB, None, f"{LOAD}, about effort 7.5 of 10", 1),
        (ABSOLUTE - {Feature.WEIGHT, Feature.ONE_REP_MAX}, BOB, None, LOAD, 1),
        (ABSOLUTE - {Feature.WEIGHT}, BOB, "share", "", 0),
    ],
    ids=["carried", "carried, unknown", "kilograms", "unknown", "no loads", "no kilograms"],
)
def test_a_share_of_a_one_rep_max_is_treated_alike(features, athlete, load, cue, lost):
    (repeat,) = parse_steps("Squat 2x5 @ 80% 1RM")
    workout = Workout(name="x", items=repeat.items, sport=Sport.STRENGTH)
    simple, losses = simplify(workout, Capabilities(features=features), Reading(workout, athlete))
    step = simple.items[0]
    assert (step.exercise.load, step.cue) == (
        workout.items[0].exercise.load if load == "share" else load,
        cue,
    )
    assert len(losses) == lost
    assert [bool(loss.needs) for loss in losses] == [Feature.WEIGHT in features] * lost


def test_what_the_clock_puts_into_words_is_told_with_what_is_missing():
    workout = Workout(name="x", items=parse_steps("EMOM 10\n  200m @ Z9 pace"))
    supports = Capabilities(features=ABSOLUTE - {Feature.SEND_OFF})
    simple, losses = simplify(workout, supports, Reading(workout, BOB))
    assert simple.items[0].items[0].cue == "200 m at pace zone 9, then rest"
    assert [loss.kind for loss in losses] == [Feature.SPEED_ZONE, Feature.SEND_OFF]


@given(workouts(), athletes() | st.just(BOB), st.sets(st.sampled_from(Feature)))
def test_a_format_that_keeps_what_it_carries_asks_for_nothing(workout, athlete, more):
    supports = Capabilities(features=features_of(workout) | more | {Feature.RELATIVE, Feature.LAP_BUTTON})
    assert simplify(workout, supports, Reading(workout, athlete)) == (workout, ())


@given(workouts(), athletes() | st.just(BOB), st.sets(st.sampled_from(Feature)))
def test_only_what_the_format_declares_is_left_for_an_athlete(workout, athlete, lacking):
    supports = Capabilities(features=EVERYTHING - lacking | {Feature.LAP_BUTTON, *REPEATS})
    simple, losses = simplify(workout, supports, Reading(workout, athlete))
    assert features_of(simple) <= supports.features
    if Feature.RELATIVE not in supports and supports.features >= {*NUMBERS, Feature.CUE}:
        known = {loss.path for loss in losses if loss.needs}
        places = {path for path, _ in Reading(workout, athlete).lacking if "target" in path}
        assert places <= known


def test_without_an_athlete_what_is_relative_stays():
    workout = Workout(name="x", items=parse_steps("5min @ 87% FTP"))
    supports = Capabilities(features=ABSOLUTE)
    assert simplify(workout, supports, Reading(workout)) == (workout, ())
    assert simplify(evolve(workout, name="y"), supports)[1] == ()
