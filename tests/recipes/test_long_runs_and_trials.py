"""Long runs add up to what was asked for, and trials tell what they find out."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workout_core import (
    Distance,
    Intensity,
    InvalidParameter,
    Quantity,
    Repeat,
    Step,
    Time,
    Tolerance,
    long_run,
    outline,
    time_trial,
)
from workout_core.recipes import trials
from workout_core.recipes.long_runs import LongRunKind


def _said(workout):
    return [f"{'  ' * depth}{line}" for depth, line in outline(workout)]


def _total(items):
    """Return the seconds or metres of *items*, without the rests that are skipped."""
    total = 0.0
    for item in items:
        if isinstance(item, Repeat):
            total += item.times * _total(item.items) - item.skip_last_rest * _total(item.items[-1:])
        else:
            total += getattr(item.duration, "metres", None) or item.duration.seconds
    return total


LONG_RUNS = {
    "plain": ({"distance": "30km"}, "Long run 30 km", ["Easy 30 km at effort 3–4 of 10"]),
    "with an easy pace": (
        {"time": "2h", "easy": "5:30/km"},
        "Long run 2 h",
        ["Easy 2 h at 5:22–5:38/km"],
    ),
    "with a fast finish": (
        {"distance": "30km", "kind": "fast-finish"},
        "Long run 30 km with a fast finish",
        ["Easy 24 km at effort 3–4 of 10", "6 km at marathon pace ± 8 s/km"],
    ),
    "with a finish as fast and as long as said": (
        {"time": "2h", "kind": "fast finish", "work": "30min", "pace": "4:40/km", "tolerance": "5s"},
        "Long run 2 h with a fast finish",
        ["Easy 1 h 30 min at effort 3–4 of 10", "30 min at 4:35–4:45/km"],
    ),
    "with blocks": (
        {"distance": "30km", "kind": "race-pace-blocks"},
        "Long run 30 km with race-pace blocks",
        [
            "Easy 7.5 km at effort 3–4 of 10",
            "2 times, without the last rest:",
            "  6 km at marathon pace ± 8 s/km",
            "  Recover 3 km at effort 3–4 of 10",
            "Easy 7.5 km at effort 3–4 of 10",
        ],
    ),
    "with three blocks": (
        {"time": "2h", "kind": "race-pace-blocks", "times": 3, "work": "15min", "rest": "5min"},
        "Long run 2 h with race-pace blocks",
        [
            "Easy 32 min 30 s at effort 3–4 of 10",
            "3 times, without the last rest:",
            "  15 min at marathon pace ± 8 s/km",
            "  Recover 5 min at effort 3–4 of 10",
            "Easy 32 min 30 s at effort 3–4 of 10",
        ],
    ),
    "with one block": (
        {"distance": "20km", "kind": "race-pace-blocks", "times": 1, "work": "10km"},
        "Long run 20 km with race-pace blocks",
        ["Easy 5 km at effort 3–4 of 10", "10 km at marathon pace ± 8 s/km", "Easy 5 km at effort 3–4 of 10"],
    ),
}


@pytest.mark.parametrize(("given", "name", "lines"), LONG_RUNS.values(), ids=LONG_RUNS)
def test_a_long_run_is_made_of_what_its_kind_says(given, name, lines):
    workout = long_run(**given)
    assert workout.name == name
    assert _said(workout) == lines


@given(
    kilometres=st.integers(8, 60),
    kind=st.sampled_from([LongRunKind.FAST_FINISH, LongRunKind.RACE_PACE_BLOCKS]),
    times=st.integers(1, 5),
    share=st.floats(0.02, 0.5),
)
def test_the_parts_of_a_long_run_add_up(kilometres, kind, times, share):
    work, rest = kilometres * 1000 * share, kilometres * 1000 * share / 3
    assume(times * work + (times - 1) * rest < kilometres * 1000)
    workout = long_run(
        distance=kilometres * 1000.0, kind=kind, times=times, work=Distance(work), rest=Distance(rest)
    )
    assert _total(workout.items) == pytest.approx(kilometres * 1000, abs=0.01)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "distance: how far? (like '12km'; or 'time', like '1h')"),
        (
            {"distance": "30km", "time": "3h"},
            "time: both a distance and a time are given (leave one out)",
        ),
        (
            {"distance": "30km", "kind": "fast-finish", "work": "10min"},
            "work: must be a distance, as the whole is: '10 min'",
        ),
        (
            {"time": "2h", "kind": "race-pace-blocks", "work": "10min", "rest": "1km"},
            "rest: must be a time, as the whole is: '1 km'",
        ),
        (
            {"distance": "30km", "kind": "fast-finish", "work": "30km"},
            "work: takes all of the 30 km there are, and more",
        ),
        (
            {"distance": "30km", "kind": "race-pace-blocks", "work": "10km", "times": 3},
            "work: takes all of the 30 km there are, and more",
        ),
        (
            {"distance": "30km", "kind": "race blocks"},
            "kind: 'race blocks' is not one of the choices (did you mean 'race-pace-blocks'?)",
        ),
    ],
    ids=[
        "nothing",
        "both",
        "a finish by time",
        "a rest by distance",
        "all fast",
        "all blocks",
        "another kind",
    ],
)
def test_a_wrong_long_run_is_refused_and_the_message_says_what_would_be_right(given, message):
    with pytest.raises(InvalidParameter) as refused:
        long_run(**given)
    assert str(refused.value) == message
    assert refused.value.parameter == message.partition(":")[0]


def test_a_rest_that_is_too_long_is_not_blamed_on_the_work():
    with pytest.raises(InvalidParameter) as refused:
        long_run(distance="30km", kind="race-pace-blocks", work="3km", rest="25km")
    assert refused.value.parameter == "rest"


def test_blocks_that_fit_without_their_rests_are_not_said_to_fill_the_run_alone():
    with pytest.raises(InvalidParameter) as refused:
        long_run(distance="30km", kind="race-pace-blocks", times=4)
    assert refused.value.parameter in ("times", "work", "rest")
    assert "alone" not in refused.value.reason


def test_a_fast_finish_is_faster_than_the_easy_pace():
    with pytest.raises(InvalidParameter) as refused:
        long_run(distance="30km", kind="fast-finish", easy="4:30/km", pace="5:00/km")
    assert refused.value.parameter in ("pace", "easy")


@pytest.mark.parametrize("given", [{"work": "5km"}, {"pace": "4:30/km"}], ids=["work", "pace"])
def test_what_a_plain_long_run_does_not_have_is_not_left_out_in_silence(given):
    with pytest.raises(InvalidParameter) as refused:
        long_run(distance="30km", **given)
    assert [refused.value.parameter] == list(given)


def test_texts_and_numbers_make_the_same_long_run():
    texts = long_run(
        time="2h", kind="fast-finish", work="20min", pace="5:00/km", tolerance="2%", warmup="2km"
    )
    numbers = long_run(
        time=7200,
        kind=LongRunKind.FAST_FINISH,
        work=Time(1200),
        pace=1000 / 300,
        tolerance=Tolerance(0.02, relative=True),
        warmup=Distance(2000),
    )
    assert texts == numbers


TRIALS = {
    "lthr": ("Threshold heart rate test", [Time(900), Time(600), Time(1200), Time(600)]),
    "threshold": ("Threshold pace test", [Time(900), Time(1800), Time(600)]),
    "critical-speed": (
        "Critical speed test",
        [Time(900), Distance(3600), Time(1800), Distance(1200), Time(600)],
    ),
    "distance": ("5 km time trial", [Time(900), Distance(5000), Time(600)]),
}


@pytest.mark.parametrize(
    ("test", "name", "durations"), [(test, *TRIALS[test]) for test in TRIALS], ids=TRIALS
)
def test_a_trial_is_as_long_as_its_authors_say_between_a_warm_up_and_a_cool_down(test, name, durations):
    workout = time_trial(test=test)
    assert workout.name == name
    assert [step.duration for step in workout.items] == durations
    assert [workout.items[0].intensity, workout.items[-1].intensity] == [Intensity.WARMUP, Intensity.COOLDOWN]


@pytest.mark.parametrize("test", trials.Aim, ids=lambda test: test.value)
def test_a_trial_is_run_by_effort_and_says_what_to_do_with_its_result(test):
    workout = time_trial(test=test, warmup="none", cooldown="none")
    hard = [step for step in workout.items if step.intensity is Intensity.WORK]
    assert {step.target.quantity for step in hard} == {Quantity.EFFORT}
    assert all(isinstance(step, Step) and step.cue for step in hard)
    assert workout.description


def test_without_a_word_a_trial_is_of_the_threshold_heart_rate():
    assert time_trial() == time_trial(test="lthr", warmup="15min", cooldown="10min")


def test_a_trial_over_a_distance_is_over_that_distance():
    workout = time_trial(test="distance", distance="3km")
    assert (workout.name, workout.items[1].duration) == ("3 km time trial", Distance(3000))


def test_another_trial_is_refused():
    message = "test: 'vo2max' is not one of the choices (one of lthr, threshold, critical-speed, distance)"
    with pytest.raises(InvalidParameter) as refused:
        time_trial(test="vo2max")
    assert str(refused.value) == message
