"""What is over before a watch shows its pace is run by effort, in every session that holds such pieces."""

import pytest

from workout_core import (
    Distance,
    Intensity,
    Quantity,
    Step,
    cruise_intervals,
    fartlek,
    hills,
    intervals,
    ladder,
    long_run,
    progressive,
    pyramid,
    strides,
    tempo,
)


def _steps(workout):
    return [item for _, item in workout.walk() if isinstance(item, Step)]


SHORT = {
    "30 s": (intervals, {"work": "30s"}),
    "30 s with a pace": (intervals, {"work": "30s", "pace": "3:20/km"}),
    "15 s": (intervals, {"work": "15s", "pace": "3:00/km"}),
    "100 m": (intervals, {"work": "100m"}),
    "100 m with a pace": (intervals, {"work": "100m", "pace": "3:20/km"}),
    "200 m in 30 s": (intervals, {"work": "200m", "pace": "2:30/km"}),
    "150 m": (intervals, {"work": "150m"}),
    "sets of 30 s": (intervals, {"work": "30s", "sets": "2", "pace": "3:20/km"}),
    "cruise intervals of 30 s": (cruise_intervals, {"work": "30s", "pace": "4:00/km"}),
    "a tempo of 30 s": (tempo, {"work": "30s", "pace": "4:00/km"}),
    "a ladder": (ladder, {"rungs": "10s, 20s, 30s", "pace": "3:20/km"}),
    "a ladder by distance": (ladder, {"rungs": "50m, 100m, 150m", "pace": "3:20/km"}),
    "a pyramid": (pyramid, {"rungs": "10s, 20s, 30s"}),
    "hills": (hills, {}),
    "long hills": (hills, {"work": "3min"}),
    "strides": (strides, {}),
    "strides by distance": (strides, {"work": "100m"}),
    "a fartlek": (fartlek, {"work": "30s"}),
    "cut-down repetitions of 30 s": (
        progressive,
        {"time": "3min", "kind": "cut-down", "every": "30s", "from": "4:00/km", "to": "3:30/km"},
    ),
    "cut-down repetitions of 100 m": (progressive, {"distance": "500m", "kind": "cut-down", "every": "100m"}),
    "a finish of 30 s": (
        progressive,
        {"time": "30min", "kind": "super-fast-finish", "every": "30s", "from": "6:00/km", "to": "3:30/km"},
    ),
    "a fast finish of 100 m": (long_run, {"distance": "10km", "kind": "fast-finish", "work": "100m"}),
    "blocks of 30 s": (
        long_run,
        {"time": "1h", "kind": "race-pace-blocks", "work": "30s", "rest": "60s", "pace": "4:00/km"},
    ),
}


@pytest.mark.parametrize(("recipe", "given"), SHORT.values(), ids=SHORT)
def test_what_is_over_before_a_watch_shows_its_pace_is_run_by_effort(recipe, given):
    steps = [
        step for step in _steps(recipe(**given)) if step.intensity in (Intensity.WORK, Intensity.STRIDES)
    ]
    short = [step for step in steps if _seconds(step) <= 30] or steps
    assert {step.target.quantity for step in short} == {Quantity.EFFORT}


def _seconds(step):
    """Return how long a step lasts at four metres a second."""
    return step.duration.metres / 4 if isinstance(step.duration, Distance) else step.duration.seconds


@pytest.mark.parametrize(
    "given",
    [
        {"work": "31s", "pace": "3:20/km"},
        {"work": "200m", "pace": "3:20/km"},
        {"work": "140m", "pace": "6:00/km"},
        {"work": "200m"},
        {"work": "1min"},
    ],
    ids=str,
)
def test_what_is_longer_is_run_by_pace(given):
    (repeat,) = intervals(**given).items
    assert repeat.items[0].target.quantity is Quantity.SPEED


@pytest.mark.parametrize(
    ("pace", "about"),
    [
        ("3:20/km", "about 3:20/km by feel"),
        ("5:20/mi", "about 5:20/mi by feel"),
    ],
    ids=["a kilometre", "a mile"],
)
def test_a_short_piece_says_the_pace_that_it_cannot_hold(pace, about):
    (repeat,) = intervals(work="20s", pace=pace).items
    assert repeat.items[0].cue == about


def test_in_a_ladder_only_the_short_rungs_are_by_effort():
    short, middle, long = [
        step
        for step in ladder(rungs="30s, 1min, 2min", pace="3:30/km").items
        if step.intensity is Intensity.WORK
    ]
    assert short.target.quantity is Quantity.EFFORT
    assert middle.target.quantity is long.target.quantity is Quantity.SPEED
