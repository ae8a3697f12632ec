"""What a workout asks of a format: one smallest workout for each feature, which needs that and no more."""

import pytest
from hypothesis import given

from workout_core import (
    Distance,
    Feature,
    Intensity,
    LapButton,
    PowerBelow,
    Quantity,
    Ramp,
    Reference,
    Repeat,
    Reps,
    Step,
    Target,
    Time,
    Workout,
    features_of,
)
from workout_core.formats.features import features_of_item
from workout_core.testing.samples import SAMPLES
from workout_core.testing.strategies import workouts

TIME = {Feature.TIME}
LIFT = {Feature.EXERCISE, Feature.TIME}
NEEDS = {
    Feature.REPEAT: TIME,
    Feature.NESTED_REPEAT: {Feature.REPEAT, *TIME},
    Feature.REPEAT_UNTIL: {Feature.REPEAT, *TIME},
    Feature.REPEAT_RANGE: {Feature.REPEAT, *TIME},
    Feature.REPEAT_EVERY: {Feature.REPEAT, Feature.DISTANCE, *TIME},
    Feature.SEND_OFF: {Feature.REPEAT, Feature.DISTANCE},
    Feature.TIME_CAP: {Feature.REPEAT, *TIME},
    Feature.SKIP_LAST_REST: {Feature.REPEAT, *TIME},
    Feature.TIME: set(),
    Feature.DISTANCE: set(),
    Feature.LAP_BUTTON: set(),
    Feature.REPS: set(),
    Feature.AMOUNT_RANGE: TIME,
    Feature.REPS_RANGE: {Feature.REPS},
    Feature.MAX_REPS: set(),
    Feature.COUNTED: {Feature.REPS},
    Feature.CALORIES: set(),
    Feature.HEART_RATE_LIMIT: set(),
    Feature.POWER_LIMIT: set(),
    Feature.SPEED: TIME,
    Feature.HEART_RATE: TIME,
    Feature.POWER: TIME,
    Feature.CADENCE: TIME,
    Feature.EFFORT: TIME,
    Feature.REP_TIME: {Feature.DISTANCE},
    Feature.RAMP: {Feature.SPEED, *TIME},
    Feature.SECOND_TARGET: {Feature.SPEED, Feature.HEART_RATE, *TIME},
    Feature.SPEED_ZONE: TIME,
    Feature.HEART_RATE_ZONE: TIME,
    Feature.POWER_ZONE: TIME,
    Feature.SHARE_OF_THRESHOLD_PACE: TIME,
    Feature.SHARE_OF_THRESHOLD_HEART_RATE: TIME,
    Feature.SHARE_OF_MAX_HEART_RATE: TIME,
    Feature.SHARE_OF_HEART_RATE_RESERVE: TIME,
    Feature.SHARE_OF_FTP: TIME,
    Feature.RELATIVE_PACE: TIME,
    Feature.NAMED_PACE: TIME,
    Feature.ROLE: TIME,
    Feature.STEP_NAME: TIME,
    Feature.CUE: TIME,
    Feature.EXERCISE: TIME,
    Feature.PER_SIDE: LIFT,
    Feature.TEMPO: LIFT,
    Feature.WEIGHT: LIFT,
    Feature.IMPLEMENTS: {Feature.WEIGHT, *LIFT},
    Feature.ONE_REP_MAX: LIFT,
    Feature.BODY_WEIGHT: LIFT,
    Feature.BAND: LIFT,
    Feature.STROKE: TIME,
    Feature.STROKE_BESIDE_TARGET: {Feature.STROKE, Feature.SPEED, *TIME},
    Feature.EQUIPMENT: TIME,
    Feature.DESCRIPTION: TIME,
    Feature.TAGS: TIME,
    Feature.LINKS: TIME,
    Feature.POOL_LENGTH: TIME,
}


@pytest.mark.parametrize(("feature", "others"), NEEDS.items(), ids=lambda value: getattr(value, "name", ""))
def test_the_sample_of_a_feature_needs_it_and_no_more(feature, others):
    assert features_of(SAMPLES[feature]) == {feature, *others}


def test_every_feature_is_in_the_table_but_the_one_that_no_workout_needs():
    assert set(Feature) - set(NEEDS) == {Feature.RELATIVE}


@pytest.mark.parametrize(
    ("item", "features"),
    [
        (Repeat(until=Distance(1000), items=[Step(duration=Time(60))]), "REPEAT REPEAT_UNTIL DISTANCE"),
        (Repeat(until=PowerBelow(150), items=[Step()]), "REPEAT REPEAT_UNTIL POWER_LIMIT"),
        (Repeat(times=2, items=[Step(duration=Reps(5))]), "REPEAT"),
        (
            Step(target=Target(Quantity.POWER, Ramp(0.5, 0.75, Reference.FTP))),
            "LAP_BUTTON RAMP SHARE_OF_FTP",
        ),
    ],
    ids=["until a distance", "until a power", "a repeat without its items", "a ramp of shares"],
)
def test_what_a_step_or_a_repeat_needs_by_itself(item, features):
    assert features_of_item(item) == {Feature[name] for name in features.split()}


@pytest.mark.parametrize(
    ("intensity", "needs_role"),
    [
        (Intensity.WORK, False),
        (Intensity.WARMUP, False),
        (Intensity.COOLDOWN, False),
        (Intensity.RECOVERY, False),
        (Intensity.REST, False),
        (Intensity.EASY, True),
        (Intensity.STEADY, True),
        (Intensity.WALK, True),
        (Intensity.STRIDES, True),
        (Intensity.DRILL, True),
    ],
    ids=lambda value: getattr(value, "value", ""),
)
def test_the_five_plain_roles_need_no_feature(intensity, needs_role):
    assert (Feature.ROLE in features_of_item(Step(intensity=intensity))) is needs_role


def test_what_stands_deep_inside_is_needed_as_well():
    deep = Repeat(times=2, items=[Repeat(times=2, items=[Step(cue="Deep", duration=LapButton())])])
    workout = Workout(name="Deep", items=[deep])
    assert features_of(workout) == {
        Feature.REPEAT,
        Feature.NESTED_REPEAT,
        Feature.LAP_BUTTON,
        Feature.CUE,
    }


def test_what_is_no_step_and_no_repeat_has_no_features():
    with pytest.raises(TypeError):
        features_of_item("800m")


@given(workouts())
def test_a_workout_needs_what_its_items_need(workout):
    for _, item in workout.walk():
        assert features_of_item(item) <= features_of(workout)
