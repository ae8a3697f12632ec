"""A duration a format lacks becomes the nearest one it has, and is told."""

import pytest

from workout_core import (
    Calories,
    Capabilities,
    Distance,
    Exercise,
    Feature,
    HeartRateAbove,
    HeartRateBelow,
    Intensity,
    LapButton,
    PowerAbove,
    PowerBelow,
    Quantity,
    Range,
    Reps,
    Sport,
    Step,
    Target,
    Time,
    Workout,
    simplify,
)
from workout_core.model.duration import FARTHEST, LONGEST

EVERYTHING = frozenset(Feature)
DURATIONS = {
    Feature.TIME,
    Feature.DISTANCE,
    Feature.LAP_BUTTON,
    Feature.REPS,
    Feature.CALORIES,
    Feature.HEART_RATE_LIMIT,
    Feature.POWER_LIMIT,
}


def _duration(step: Step, *has: Feature, sport: Sport = Sport.RUNNING):
    supports = Capabilities(features=(EVERYTHING - DURATIONS) | {*has})
    simple, losses = simplify(Workout(name="Durations", items=[step], sport=sport), supports)
    return simple.items[0].duration, [str(loss) for loss in losses]


@pytest.mark.parametrize(
    ("has", "duration", "becomes", "words"),
    [
        ([Feature.TIME], Distance(1000), Time(300), "distance: '1 km' becomes '5 min'"),
        ([Feature.TIME], Distance(0.01), Time(1), "distance: '0.01 m' becomes '1 s'"),
        ([Feature.TIME], LapButton(), Time(300), "lap button: 'until you press lap' becomes '5 min'"),
        ([Feature.TIME], Reps(10), Time(40), "reps: '10 reps' becomes '40 s'"),
        ([Feature.TIME], Calories(100), Time(600), "calories: '100 kcal' becomes '10 min'"),
        (
            [Feature.TIME],
            HeartRateAbove(150),
            Time(300),
            "heart rate limit: 'until heart rate is above 150 bpm' becomes '5 min'",
        ),
        ([Feature.DISTANCE], Time(300), Distance(1000), "time: '5 min' becomes '1 km'"),
        ([Feature.DISTANCE], Time(0.001), Distance(1), "time: '0 s' becomes '1 m'"),
        (
            [Feature.DISTANCE],
            LapButton(),
            Distance(1000),
            "lap button: 'until you press lap' becomes '1 km'",
        ),
        ([Feature.LAP_BUTTON], Time(300), LapButton(), "time: '5 min' becomes 'until you press lap'"),
        ([Feature.LAP_BUTTON], Distance(800), LapButton(), "distance: '800 m' becomes 'until you press lap'"),
        (
            [Feature.LAP_BUTTON, Feature.TIME],
            Reps(1),
            LapButton(),
            "reps: '1 rep' becomes 'until you press lap'",
        ),
        ([Feature.LAP_BUTTON, Feature.TIME], Distance(1000), Time(300), "distance: '1 km' becomes '5 min'"),
        (
            [Feature.LAP_BUTTON, Feature.TIME],
            HeartRateBelow(120),
            LapButton(),
            "heart rate limit: 'until heart rate is below 120 bpm' becomes 'until you press lap'",
        ),
        (
            [Feature.LAP_BUTTON, Feature.TIME],
            PowerAbove(300),
            LapButton(),
            "power limit: 'until power is above 300 W' becomes 'until you press lap'",
        ),
        (
            [Feature.TIME],
            PowerBelow(100),
            Time(300),
            "power limit: 'until power is below 100 W' becomes '5 min'",
        ),
    ],
    ids=str,
)
def test_the_nearest_duration_takes_the_place(has, duration, becomes, words):
    assert _duration(Step(duration=duration), *has) == (becomes, [f"steps[0].duration: {words}"])


@pytest.mark.parametrize(
    ("step", "sport", "has", "becomes"),
    [
        (Step(duration=Time(600), intensity=Intensity.EASY), Sport.RUNNING, Feature.DISTANCE, Distance(1538)),
        (Step(duration=Time(600), intensity=Intensity.WALK), Sport.RUNNING, Feature.DISTANCE, Distance(909)),
        (
            Step(duration=Distance(1000), target=Target(Quantity.SPEED, Range(4.0, 4.0))),
            Sport.RUNNING,
            Feature.TIME,
            Time(250),
        ),
        (
            Step(
                duration=Reps(10),
                exercise=Exercise(name="Split squat", per_side=True, tempo="3-1-1"),
            ),
            Sport.STRENGTH,
            Feature.TIME,
            Time(60),
        ),
        (Step(duration=Distance(100)), Sport.POOL_SWIMMING, Feature.TIME, Time(130)),
    ],
    ids=["easy", "walking", "at a pace", "slow reps on both sides", "swimming"],
)
def test_the_estimate_knows_all_of_the_step_though_the_format_does_not(step, sport, has, becomes):
    supports = Capabilities(features={has})
    simple, _ = simplify(Workout(name="Durations", items=[step], sport=sport), supports)
    assert simple.items[0].duration == becomes


@pytest.mark.parametrize(
    ("step", "has", "becomes"),
    [
        (Step(duration=Distance(FARTHEST)), Feature.TIME, Time(LONGEST)),
        (
            Step(duration=Time(LONGEST), target=Target(Quantity.SPEED, Range(40, 40))),
            Feature.DISTANCE,
            Distance(FARTHEST),
        ),
    ],
    ids=["a time", "a distance"],
)
def test_an_estimate_beyond_what_a_step_can_last_is_the_longest_there_is(step, has, becomes):
    assert _duration(step, has)[0] == becomes


def test_a_format_that_lists_no_duration_is_given_the_lap_button():
    assert _duration(Step(duration=Time(300))) == (
        LapButton(),
        ["steps[0].duration: time: '5 min' becomes 'until you press lap'"],
    )
    assert _duration(Step(duration=LapButton())) == (LapButton(), [])
