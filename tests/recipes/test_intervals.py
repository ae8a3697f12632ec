"""Intervals, ladders, hills and strides, with rests between and the paces of whoever runs them."""

import pytest

from workout_core import (
    Athlete,
    Distance,
    Intensity,
    InvalidParameter,
    LapButton,
    Named,
    Registry,
    Repeat,
    Step,
    Time,
    Tolerance,
    cruise_intervals,
    fartlek,
    hills,
    intervals,
    ladder,
    outline,
    pyramid,
    run_walk,
    strides,
    tempo,
)

REGISTRY = Registry.discover()
ADA = Athlete(name="Ada", threshold_speed=1000 / 285)


def _said(workout):
    return [f"{'  ' * depth}{line}" for depth, line in outline(workout)]


def _steps(workout):
    return [item for _, item in workout.walk() if isinstance(item, Step)]


DEFAULTS = {
    "intervals": (
        intervals,
        "6 × 3 min",
        ["6 times, without the last rest:", "  3 min at interval pace ± 3 s/km", "  Recover 2 min"],
    ),
    "cruise intervals": (
        cruise_intervals,
        "Cruise intervals 4 × 8 min",
        ["4 times, without the last rest:", "  8 min at threshold pace ± 5 s/km", "  Recover 90 s"],
    ),
    "tempo": (tempo, "Tempo 20 min", ["20 min at threshold pace ± 5 s/km"]),
    "fartlek": (
        fartlek,
        "Fartlek 8 × 2 min",
        [
            "8 times, without the last rest:",
            "  2 min at effort 7 of 10 – Hard, by feel",
            "  Recover 2 min at effort 3 of 10",
        ],
    ),
    "hills": (
        hills,
        "Hills 8 × 45 s",
        [
            "8 times:",
            "  Uphill: 45 s at effort 8 of 10 – Tall, short steps, drive the arms",
            "  Downhill (recover): until you press lap – Jog down, press lap at the bottom",
        ],
    ),
    "strides": (
        strides,
        "Easy run and 6 strides",
        [
            "Easy 30 min at effort 3 of 10",
            "6 times, without the last rest:",
            "  Strides 20 s at effort 8 of 10 – Fast and relaxed, then ease off",
            "  Walk 1 min",
        ],
    ),
    "run-walk": (
        run_walk,
        "Run-walk 8 × 4 min and 1 min",
        ["8 times:", "  4 min at effort 4 of 10", "  Walk 1 min"],
    ),
    "ladder": (
        ladder,
        "Ladder 400 m · 800 m · 1200 m · 1600 m",
        [
            "400 m at interval pace ± 3 s/km",
            "Recover 200 m",
            "800 m at interval pace ± 3 s/km",
            "Recover 400 m",
            "1200 m at interval pace ± 3 s/km",
            "Recover 600 m",
            "1600 m at interval pace ± 3 s/km",
        ],
    ),
}


@pytest.mark.parametrize(("recipe", "name", "lines"), DEFAULTS.values(), ids=DEFAULTS)
def test_a_session_without_a_word_is_a_usual_one(recipe, name, lines):
    workout = recipe()
    assert workout.name == name
    assert _said(workout) == lines


def test_a_pyramid_comes_down_again_with_rests_of_half_the_piece_before_or_a_minute():
    workout = pyramid(rungs="1min, 2min, 3min")
    assert workout.name == "Pyramid 1 min · 2 min · 3 min · 2 min · 1 min"
    assert [step.duration.seconds for step in workout.items] == [60, 60, 120, 60, 180, 90, 120, 60, 60]


@pytest.mark.parametrize("recipe", [ladder, pyramid], ids=lambda recipe: recipe.name)
def test_a_ladder_without_rests_has_none(recipe):
    workout = recipe(rungs="1min, 2min", rest="none")
    assert {step.intensity for step in workout.items} == {Intensity.WORK}


def test_sets_have_a_longer_jog_between_and_none_after_the_last():
    (sets,) = intervals(sets=3, times=4, work="400m", rest="200m", set_rest="5min").items
    one, rest = sets.items
    assert (sets.times, sets.skip_last_rest, one.times, one.skip_last_rest) == (3, True, 4, True)
    assert (rest.duration, rest.intensity) == (Time(300), Intensity.RECOVERY)


@pytest.mark.parametrize("recipe", [intervals, cruise_intervals, fartlek], ids=lambda recipe: recipe.name)
def test_without_a_rest_the_pieces_follow_each_other(recipe):
    (repeat,) = recipe(rest="none").items
    assert len(repeat.items) == 1
    assert not repeat.skip_last_rest


def test_once_is_no_repeat():
    assert not [item for item in intervals(times=1).items if isinstance(item, Repeat)]


def test_the_way_down_a_hill_is_open_or_as_long_as_said():
    assert [hills(rest=rest).items[0].items[1].duration for rest in ("lap", "90s")] == [LapButton(), Time(90)]


def test_texts_and_numbers_make_the_same_intervals():
    texts = intervals(times="5", work="1km", rest="2min", pace="4:00/km", tolerance="4s", cooldown="lap")
    numbers = intervals(
        times=5,
        work=Distance(1000),
        rest=Time(120),
        pace=1000 / 240,
        tolerance=Tolerance(4),
        cooldown=LapButton(),
    )
    assert texts == numbers


NO_PACE = pytest.mark.parametrize(
    "recipe", [intervals, cruise_intervals, tempo, ladder, pyramid], ids=lambda recipe: recipe.name
)


@NO_PACE
def test_without_a_pace_a_session_is_run_at_a_pace_of_the_athlete(recipe):
    names = {step.target.value for step in _steps(recipe()) if step.target}
    assert names <= {Named("interval", 3), Named("threshold", 5)}


@pytest.mark.parametrize(
    ("recipe", "given", "message"),
    [
        (intervals, {"times": 0}, "times: must be 1 to 1000: '0'"),
        (intervals, {"times": "3.5"}, "times: '3.5' is not a whole number"),
        (intervals, {"work": "lap"}, "work: 'lap' is neither a time nor a distance (like '10min' or '2km')"),
        (intervals, {"pace": "0:30/km"}, "pace: must be 33:20/km to 1:20/km: '0:30/km'"),
        (intervals, {"sets": 2, "set_rest": "none"}, "set_rest: sets need a rest between (like '5min')"),
        (hills, {"rest": "none"}, "rest: hills need a way down (like 'lap' or '90s')"),
        (hills, {"effort": 11}, "effort: must be 1 to 10: '11'"),
        (ladder, {"rungs": "1min"}, "rungs: a ladder has two rungs or more (like '1min, 2min, 3min')"),
        (
            ladder,
            {"rungs": "1min 2min"},
            "rungs: '1min 2min' is neither a time nor a distance (like '10min' or '2km')",
        ),
    ],
    ids=[
        "none",
        "a half",
        "a lap",
        "a pace nobody runs",
        "sets",
        "a hill",
        "an effort",
        "one rung",
        "no commas",
    ],
)
def test_a_wrong_session_is_refused_and_the_message_says_what_would_be_right(recipe, given, message):
    with pytest.raises(InvalidParameter) as refused:
        recipe(**given)
    assert str(refused.value) == message
    assert refused.value.parameter == message.partition(":")[0]


@pytest.mark.parametrize(
    ("recipe", "given"),
    [
        (intervals, {"times": 3.5}),
        (intervals, {"work": 180}),
        (intervals, {"rest": 120}),
        (ladder, {"rungs": [60, 120]}),
        (fartlek, {"effort": float("nan")}),
    ],
    ids=["half a time", "work without a unit", "a rest without a unit", "rungs as numbers", "no effort"],
)
def test_numbers_that_do_not_fit_are_refused_by_the_name_of_their_parameter(recipe, given):
    with pytest.raises(InvalidParameter) as refused:
        recipe(**given)
    assert [refused.value.parameter] == list(given)
