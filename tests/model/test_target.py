"""Targets hold a quantity within its bounds, and say which bound was broken."""

import re

import pytest
from hypothesis import given

from workout_core.errors import InvalidWorkout
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.testing.strategies import targets
from workout_core.testing.strategies.targets import pace_names


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Range(2, 1), "low must not be above high: 2 > 1"),
        (lambda: Ramp(1, 1), "a ramp needs two different ends: 1"),
        (lambda: Zone(0), "zone must be 1 to 10: 0"),
        (lambda: Zone(1.5), "zone must be a whole number: 1.5"),
        (lambda: Target(Quantity.SPEED, Range(0, 4)), "speed must be 0.1 to 40 m/s: 0"),
        (lambda: Target(Quantity.HEART_RATE, Range(150, 251)), "heart_rate must be 30 to 250 bpm: 251"),
        (lambda: Target(Quantity.POWER, Ramp(0, 250)), "power must be 1 to 5000 W: 0"),
        (lambda: Target(Quantity.CADENCE, Range(90, 301)), "cadence must be 1 to 300 per minute: 301"),
        (lambda: Target(Quantity.EFFORT, Range(0, 5)), "effort must be 1 to 10: 0"),
        (
            lambda: Target(Quantity.HEART_RATE, Range(0.9, 1.1, Reference.MAX_HEART_RATE)),
            "heart_rate must be 0.1 to 1 of max_heart_rate: 1.1",
        ),
        (
            lambda: Target(Quantity.POWER, Range(85, 90, Reference.FTP)),
            "power must be 0.01 to 10 of ftp: 85",
        ),
        (lambda: Target(Quantity.SPEED, Range(0.9, 1, Reference.FTP)), "ftp is not a speed"),
        (lambda: Target(Quantity.POWER, Named("easy")), "only a speed can be named: 'easy'"),
        (
            lambda: Target(Quantity.CADENCE, Zone(2)),
            "cadence has no zones (speed, heart_rate and power have)",
        ),
        (lambda: Target(Quantity.EFFORT, Zone(2)), "effort has no zones (speed, heart_rate and power have)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_target_that_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make()


@pytest.mark.parametrize("reference", Reference, ids=lambda of: of.value)
def test_a_share_belongs_to_the_quantity_of_its_reference_alone(reference):
    Target(reference.quantity, Range(0.8, 0.9, reference))
    for quantity in set(Quantity) - {reference.quantity}:
        with pytest.raises(InvalidWorkout, match=f"^{reference.value} is not a {quantity.value}$"):
            Target(quantity, Range(0.8, 0.9, reference))


@pytest.mark.parametrize(
    "name",
    [
        "easy",
        "10km pace",
        "5k pace",
        "1.5mi pace",
        "half marathon pace",
        "Ada's own",
        "long+",
        "rpeak",
        "zone",
        "ñu",
    ],
)
def test_a_pace_may_have_any_name_of_words(name):
    assert Named(name).name == name.casefold()


@pytest.mark.parametrize(
    "name",
    [
        "",
        "4:10/km",
        "5",
        "z2",
        "Z2 tempo",
        "RPE",
        "rpe 7",
        "rpe7",
        "my ramp",
        "10km",
        "٣km pace",
        "a,b",
        'a"b',
    ],
)
def test_a_pace_cannot_be_named_like_another_target(name):
    said = f"{name.casefold()!r} cannot be the name of a pace (use words, or '10km pace')"

    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        Named(name)


def test_the_case_and_the_spaces_of_a_pace_name_do_not_matter():
    assert Named("  Half   MARATHON pace ") == Named("half marathon pace")


@given(pace_names())
def test_naming_a_pace_again_changes_nothing(name):
    assert Named(Named(name).name) == Named(name)


def test_a_zone_given_as_a_float_is_the_same_zone():
    assert repr(Zone(2.0)) == "Zone(number=2)"


@given(targets())
def test_targets_are_values(target):
    assert target == Target(target.quantity, target.value)
    assert hash(target) == hash(Target(target.quantity, target.value))
