"""A format says what it can carry, and is told at once when that makes no sense."""

import re

import pytest

from workout_core import Capabilities, Feature, InvalidWorkout, Quantity, Sport


def test_a_feature_is_carried_only_if_it_is_listed():
    supports = Capabilities(features={Feature.TIME})
    assert Feature.TIME in supports
    assert Feature.REPEAT not in supports


def test_a_format_knows_every_sport_and_has_no_limits_unless_it_says_so():
    supports = Capabilities(features={Feature.TIME})
    assert supports.sports == frozenset(Sport)
    assert supports.max_steps is None
    assert supports.highest_zone(Quantity.HEART_RATE) is None


def test_the_highest_zone_is_that_of_the_quantity():
    supports = Capabilities(features={Feature.TIME}, zones=((Quantity.HEART_RATE, 5), (Quantity.POWER, 7)))
    assert supports.highest_zone(Quantity.HEART_RATE) == 5
    assert supports.highest_zone(Quantity.POWER) == 7
    assert supports.highest_zone(Quantity.SPEED) is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"features": {Feature.TIME}, "echoes": {Feature.SPEED}},
            "only features that are carried can be echoed",
        ),
        (
            {
                "features": {Feature.TIME, Feature.SPEED, Feature.TEMPO, Feature.STROKE},
                "echoes": {Feature.SPEED, Feature.STROKE, Feature.TEMPO},
            },
            "only features of targets can be echoed, not TEMPO, STROKE",
        ),
        ({"features": {Feature.TIME}, "max_steps": 0}, "max_steps must be 1 or more: 0"),
        (
            {"features": {Feature.TIME}, "max_name_bytes": 3},
            "max_name_bytes must be 4 or more, for one character: 3",
        ),
        (
            {"features": {Feature.TIME}, "max_cue_bytes": 0},
            "max_cue_bytes must be 4 or more, for one character: 0",
        ),
    ],
    ids=["echo of what is lacking", "echo of no target", "no steps", "tiny name", "no cue"],
)
def test_nonsense_is_refused(given, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        Capabilities(**given)


@pytest.mark.parametrize(
    ("feature", "title"),
    [(Feature.TIME, "time"), (Feature.SHARE_OF_FTP, "share of ftp"), (Feature.REPEAT_UNTIL, "repeat until")],
    ids=str,
)
def test_a_feature_has_a_title_in_words(feature, title):
    assert feature.title == title
