"""A format says what it can carry, and is told at once when that makes no sense."""

import re

import pytest
from attrs import evolve

from workout_core import (
    Capabilities,
    Feature,
    InvalidWorkout,
    Link,
    Quantity,
    Sport,
    Workout,
    parse_steps,
    simplify,
)


def message_of(value):
    """Name a case by its message: sets are in no order."""
    return value if isinstance(value, str) else ""


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
        ({}, "the features are missing (write features={Feature.TIME, …})"),
        ({"features": "time"}, "the features cannot be 'time' (write features={Feature.TIME, …})"),
        ({"features": 7}, "the features cannot be 7 (write features={Feature.TIME, …})"),
        ({"features": {"time", "cue"}}, "'cue' is not a feature (write Feature.CUE)"),
        ({"features": {"lap button"}}, "'lap button' is not a feature (write Feature.LAP_BUTTON)"),
        ({"features": {"minutes"}}, "'minutes' is not a feature (write Feature.TIME)"),
        (
            {"features": {Feature.TIME}, "by_sport": {Sport.RUNNING: {"speed"}}},
            "'speed' is not a feature (write Feature.SPEED)",
        ),
        (
            {"features": {Feature.TIME}, "by_sport": {"cycling": {Feature.POWER}}},
            "by_sport: 'cycling' is not a sport (write Sport.CYCLING)",
        ),
        ({"features": {Feature.TAGS}, "max_tags": 0}, "max_tags must be 1 or more: 0"),
        (
            {"features": {Feature.TAGS}, "max_tag_bytes": 1},
            "max_tag_bytes must be 4 or more, for one character: 1",
        ),
    ],
    ids=message_of,
)
def test_nonsense_is_refused(given, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        Capabilities(**given)


@pytest.mark.parametrize(
    ("feature", "title"),
    [(Feature.TIME, "time"), (Feature.SHARE_OF_FTP, "share of ftp"), (Feature.REPEAT_UNTIL, "repeat until")],
    ids=message_of,
)
def test_a_feature_has_a_title_in_words(feature, title):
    assert feature.title == title


BIKE = Capabilities(
    features={Feature.TIME, Feature.SPEED},
    by_sport={Sport.CYCLING: {Feature.POWER, Feature.CADENCE}},
    echoes={Feature.POWER},
    max_name_bytes=20,
)


def test_what_is_carried_in_one_sport_only_is_carried_there_besides_the_rest():
    ride, run = BIKE.in_sport(Sport.CYCLING), BIKE.in_sport(Sport.RUNNING)
    assert ride.features == {Feature.TIME, Feature.SPEED, Feature.POWER, Feature.CADENCE}
    assert run.features == {Feature.TIME, Feature.SPEED}
    assert (ride.echoes, run.echoes) == ({Feature.POWER}, frozenset())
    assert BIKE.all_features == ride.features
    assert ride.max_name_bytes == run.max_name_bytes == 20


def test_a_workout_keeps_what_its_sport_has_and_loses_what_it_has_not():
    ride = Workout(name="Ride", sport=Sport.CYCLING, items=parse_steps("10min @ 200W"))
    assert simplify(ride, BIKE) == (evolve(ride, items=parse_steps("10min @ 200W")), ())
    simple, losses = simplify(evolve(ride, sport=Sport.RUNNING), BIKE)
    assert simple.items == parse_steps("10min")
    assert [loss.kind for loss in losses] == [Feature.POWER]


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({}, ""),
        ({"features": {Feature.TIME}}, ""),
        ({"max_name_bytes": 10}, ""),
        ({"max_name_bytes": 10, "max_steps": 3}, ""),
        ({"max_name_bytes": 21}, "max_name_bytes"),
        ({"max_name_bytes": None}, "max_name_bytes"),
        ({"features": {Feature.TIME, Feature.SPEED, Feature.REPEAT}}, "repeat in running"),
        ({"by_sport": {Sport.WALKING: {Feature.POWER}}, "echoes": ()}, "power in walking"),
        ({"sports": {Sport.YOGA}}, ""),
    ],
    ids=message_of,
)
def test_what_one_format_has_beyond_another_is_found(changes, more):
    assert evolve(BIKE, **changes).beyond(BIKE) == more


def test_a_format_that_lacks_a_sport_is_surpassed_by_one_that_has_it():
    assert BIKE.beyond(evolve(BIKE, sports=set(Sport) - {Sport.YOGA})) == "yoga"


def test_tags_and_links_are_as_many_and_as_long_as_the_format_takes():
    workout = Workout(
        name="Long run",
        items=parse_steps("10km"),
        tags=("marathon block", "easy", "hilly"),
        links=[Link("https://example.org/1"), Link("https://example.org/2")],
    )
    limits = Capabilities(features=set(Feature), max_tags=2, max_tag_bytes=8, max_links=1)
    simple, losses = simplify(workout, limits)
    assert simple.tags == ("marathon", "easy")
    assert [link.url for link in simple.links] == ["https://example.org/1"]
    assert [str(loss) for loss in losses] == [
        "tags[0]: tags: cut to 8 bytes: 'marathon'",
        "tags: tags: 1 of 3 left out (the format takes 2)",
        "links: links: 1 of 2 left out (the format takes 1)",
    ]
