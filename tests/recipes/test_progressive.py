"""Progressive runs get faster, by distance and by time, from pace to pace or relative to threshold."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workout_core import (
    Athlete,
    Distance,
    Intensity,
    InvalidParameter,
    Quantity,
    Reference,
    Time,
    Tolerance,
    progressive,
    resolve_target,
)
from workout_core.recipes.progressive import ProgressionKind

ADA = Athlete(name="Ada", threshold_speed=1000 / 300)
"""Her threshold is 5:00/km, so that 120 % of its time is 6:00/km."""
KINDS = [each.value for each in ProgressionKind]
MANY = pytest.mark.filterwarnings("ignore:.* steps, and many:workout_core.errors.WorkoutWarning")


def _work(workout):
    return [step for step in workout.items if step.intensity is Intensity.WORK]


def _splits(workout):
    return " ".join(re.search(r"Split ([0-9:]+), ", step.cue)[1] for step in workout.items)


def _seconds(step, athlete=ADA):
    """Return the fast and the slow end of a step's target, in seconds a kilometre."""
    value = resolve_target(step.target, athlete).value
    return 1000 / value.high, 1000 / value.low


def _size(step):
    return step.duration.metres if isinstance(step.duration, Distance) else step.duration.seconds


@pytest.mark.parametrize(
    ("distance", "every", "start", "finish", "splits"),
    [
        ("5mi", "1mi", "8:20/mi", "7:40/mi", "8:20 8:10 8:00 7:50 7:40"),
        ("5km", "1km", "5:10/km", "4:38/km", "5:10 5:02 4:54 4:46 4:38"),
        ("10km", "1km", "5:09/km", "4:51/km", "5:09 5:07 5:05 5:03 5:01 4:59 4:57 4:55 4:53 4:51"),
        ("10km", "3km", "6:00/km", "5:00/km", "18:00 17:00 16:00 5:00"),
    ],
    ids=["five miles", "eight seconds each", "two seconds each", "a rest"],
)
def test_each_part_is_as_much_faster_as_the_last(distance, every, start, finish, splits):
    workout = progressive(distance=distance, every=every, **{"from": start, "to": finish})
    assert _splits(workout) == splits


@pytest.mark.parametrize(
    ("kind", "lengths", "splits"),
    [
        ("thirds", [4000, 4000, 4000], "24:00 22:00 20:00"),
        ("fast-finish", [9000, 3000], "54:00 15:00"),
        ("super-fast-finish", [11_000, 1000], "1:06:00 5:00"),
    ],
    ids=["thirds", "fast finish", "super fast finish"],
)
def test_each_kind_goes_from_pace_to_pace(kind, lengths, splits):
    workout = progressive(distance="12km", kind=kind, **{"from": "6:00/km", "to": "5:00/km"})
    assert [_size(step) for step in workout.items] == pytest.approx(lengths)
    assert _splits(workout) == splits
    assert workout.description == "From 6:00/km to 5:00/km."


@pytest.mark.parametrize(
    ("given", "percents"),
    [
        ({"kind": "thirds", "time": "1h"}, [120, 110, 101]),
        ({"kind": "thirds", "distance": "12km"}, [120, 110, 101]),
        ({"kind": "fast-finish", "time": "1h"}, [120, 102.5]),
        ({"kind": "fast-finish", "distance": "15km"}, [120, 102.5]),
        ({"kind": "super-fast-finish", "time": "45min"}, [120, 92]),
        ({"kind": "super-fast-finish", "distance": "10km"}, [120, 92]),
        ({"kind": "cut-down", "distance": "5km", "every": "1km"}, [107, 105, 103, 100, 97]),
        ({"kind": "cut-down", "time": "20min", "every": "4min"}, [107, 105, 103, 100, 97]),
        ({"kind": "steady", "distance": "4km"}, [120, 115, 110, 105]),
        ({"kind": "steady", "time": "40min"}, [120, 115, 110, 105]),
    ],
    ids=lambda given: " ".join(given.values()) if isinstance(given, dict) else "",
)
def test_without_paces_a_run_is_relative_to_the_threshold_of_the_athlete(given, percents):
    steps = _work(progressive(**given))
    assert len(steps) == len(percents)
    for step, percent in zip(steps, percents, strict=True):
        assert step.target.value.of is Reference.THRESHOLD_PACE
        fast, slow = _seconds(step)
        assert fast < 3 * percent < slow
        assert (fast + slow) / 2 == pytest.approx(3 * percent, abs=3)


@pytest.mark.parametrize(
    ("given", "durations"),
    [
        ({"kind": "steady", "distance": "4km"}, [Distance(1000)] * 4),
        ({"kind": "steady", "time": "30min"}, [Time(600)] * 3),
        ({"kind": "thirds", "time": "1h"}, [Time(1200)] * 3),
        ({"kind": "fast-finish", "distance": "15km"}, [Distance(12_000), Distance(3000)]),
        ({"kind": "fast-finish", "time": "1h"}, [Time(2700), Time(900)]),
        ({"kind": "super-fast-finish", "distance": "15km"}, [Distance(14_000), Distance(1000)]),
        ({"kind": "super-fast-finish", "time": "1h"}, [Time(3300), Time(300)]),
        ({"kind": "fast-finish", "time": "1h", "every": "20min"}, [Time(2400), Time(1200)]),
        ({"kind": "cut-down", "distance": "3km"}, [Distance(1000)] * 3),
        ({"kind": "cut-down", "time": "12min"}, [Time(240)] * 3),
        ({"distance": "10.5km", "every": "2km"}, [Distance(2000)] * 5 + [Distance(500)]),
        ({"distance": "10.2km"}, [Distance(1000)] * 9 + [Distance(1200)]),
        ({"time": "65min"}, [Time(600)] * 6 + [Time(300)]),
        ({"time": "61min"}, [Time(600)] * 5 + [Time(660)]),
    ],
    ids=lambda given: " ".join(given.values()) if isinstance(given, dict) else "",
)
def test_a_run_is_cut_into_parts_and_a_short_rest_goes_with_the_last(given, durations):
    assert [step.duration for step in _work(progressive(**given))] == durations


def test_between_cut_down_repetitions_is_a_jog():
    workout = progressive(kind="cut-down", distance="3km", every="1km", rest="400m")
    jogs = workout.items[1::2]
    assert [(jog.intensity, jog.duration) for jog in jogs] == [(Intensity.RECOVERY, Distance(400))] * 2
    assert len(workout.items) == 5


@MANY
@given(metres=st.integers(1500, 60_000), every=st.integers(700, 8000), kind=st.sampled_from(KINDS))
def test_however_a_distance_is_cut_it_is_whole_and_each_part_is_faster(metres, every, kind):
    assume(every < metres - 250)
    given = {"distance": float(metres), "every": Distance(every), "kind": kind, "tolerance": "3%"}
    _whole_and_faster(_made(given), metres)
    _whole_and_faster(_made(given | {"from": 2.5, "to": 4.0}), metres)


@MANY
@given(seconds=st.integers(600, 20_000), every=st.integers(200, 4000), kind=st.sampled_from(KINDS))
def test_however_a_time_is_cut_it_is_whole_and_each_part_is_faster(seconds, every, kind):
    assume(every < seconds)
    given = {"time": float(seconds), "every": Time(every), "kind": kind, "tolerance": "3%"}
    _whole_and_faster(_made(given), seconds)
    _whole_and_faster(_made(given | {"from": 2.5, "to": 4.0}), seconds)


def _made(given):
    """Return the run; what cannot be cut is refused by its name."""
    try:
        return progressive(**given)
    except InvalidParameter as refused:
        wrong = refused.parameter
    assert wrong == "every"
    return None


def _whole_and_faster(workout, size):
    if workout is None:
        return
    steps = _work(workout)
    assert len(steps) >= 2
    assert sum(map(_size, steps)) == pytest.approx(size, abs=1e-4)
    paced = [_seconds(step) for step in steps if step.target.quantity is Quantity.SPEED]
    assert paced == sorted(paced, reverse=True)
    assert len(paced) < 2 or paced[-1] < paced[0]


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ({"distance": "2.1km", "every": "2km"}, 2100),
        ({"distance": "10km", "every": "8.5km", "kind": "cut-down"}, 10_000),
        ({"time": "21min", "every": "20min"}, 1260),
    ],
    ids=["distance", "repetitions", "time"],
)
def test_one_part_and_hardly_more_gets_faster_as_well_or_is_refused(given, size):
    _whole_and_faster(_made(given), size)


def test_cues_stand_where_they_belong():
    given = {"from": "6:00/km", "to": "5:00/km", "cues": "0km Easy, 4km Half way"}
    workout = progressive(distance="8km", every="2km", **given)
    assert [step.cue.partition(". ")[0] for step in workout.items if ". " in step.cue] == ["Easy", "Half way"]
    assert workout.items[2].cue == "Half way. Split 10:40, clock 34:00"


def test_a_tolerance_is_around_the_pace():
    workout = progressive(time="30min", tolerance="10s", **{"from": "6:00/km", "to": "5:00/km"})
    first = workout.items[0].target
    assert first.quantity is Quantity.SPEED
    assert _seconds(workout.items[0]) == pytest.approx((350, 370), abs=0.6)


@pytest.mark.parametrize("tolerance", ["2s", "20s", "1%", "6%"])
def test_a_tolerance_of_an_athletes_paces_is_what_was_given(tolerance):
    usual = progressive(time="30min", kind="thirds")
    assert progressive(time="30min", kind="thirds", tolerance=tolerance) != usual


def test_texts_and_numbers_make_the_same_run():
    texts = progressive(
        distance="10km", kind="thirds", tolerance="3%", warmup="lap", **{"from": "6:00/km", "to": "5:00/km"}
    )
    numbers = progressive(
        distance=10_000,
        kind=ProgressionKind.THIRDS,
        start=1000 / 360,
        finish=1000 / 300,
        tolerance=Tolerance(0.03, relative=True),
        warmup=texts.items[0].duration,
    )
    assert texts == numbers


@pytest.mark.parametrize(
    ("start", "finish"), [("10.8km/h", "12.96km/h"), (3.0, 3.6), (2.77, 3.3)], ids=["an hour", "round", "odd"]
)
def test_paces_are_said_as_runners_say_them(start, finish):
    workout = progressive(distance="10km", **{"from": start, "to": finish})
    assert re.findall(r"/100yd|/100m|/500m|m/s", workout.description) == []
