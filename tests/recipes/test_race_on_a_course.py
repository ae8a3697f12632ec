"""Races on a course: slower up and faster down by as much as is asked, and on the clock to the second."""

import re
import warnings
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    Course,
    InvalidParameter,
    block_split,
    even_split,
    negative_split,
    race,
    read_course,
)
from workout_core.errors import WorkoutWarning
from workout_core.units import read_clock, write_clock

FIXTURES = Path(__file__).parents[1] / "fixtures" / "gpx"
HALF = {"distance": "half marathon", "goal": "1:45:00"}
TEN = {"distance": "10km", "goal": "50:00"}
HILLS = Course(along=(0, 2000, 4000, 7000, 10_000), heights=(0, 80, 20, 98, 50), name="hills.gpx")
ROOF = Course(along=(0, 5000, 10_000), heights=(0, 200, 0), name="roof.gpx")
PROFILES = st.lists(st.integers(0, 400), min_size=2, max_size=30)


@cache
def _fixture(name):
    return read_course(FIXTURES / name)


def _course(heights):
    return Course(along=[10_000 * at / (len(heights) - 1) for at in range(len(heights))], heights=heights)


def _told(workout):
    """What is said of each split but its times, and its whole seconds."""
    cues = [re.fullmatch(r"(?:(.*)\. )?Split ([0-9:]+), clock ([0-9:]+)", step.cue) for step in workout.items]
    clock = 0.0
    for cue in cues:
        clock += read_clock(cue[2])
        assert clock == read_clock(cue[3])
    return [cue[1] or "" for cue in cues], [read_clock(cue[2]) for cue in cues]


def _halves(workout):
    return re.search(r"Halves ([0-9:]+) and ([0-9:]+)\.$", workout.description).groups()


@pytest.mark.parametrize(
    ("cost", "split", "halves", "seventh", "fifteenth"),
    [
        ("minetti", "0%", "53:16 51:44", "5:31", "4:26"),
        ("minetti", "2%", "53:47 51:13", "5:33", "4:24"),
        ("gap", "0%", "52:51 52:09", "5:14", "4:45"),
        ("gap", "2%", "53:22 51:38", "5:17", "4:43"),
    ],
    ids=["Minetti, even", "Minetti, 2 %", "GAP, even", "GAP, 2 %"],
)
def test_a_hilly_half_marathon_in_one_hour_forty_five(cost, split, halves, seventh, fifteenth):
    course = _fixture("inverness-half-marathon.gpx")
    workout = negative_split(**HALF, split=split, course=course, hill_cost=cost)
    said, splits = _told(workout)

    assert [read_clock(half) for half in _halves(workout)] == pytest.approx(
        [read_clock(half) for half in halves.split()], abs=1
    )
    assert splits[6] == pytest.approx(read_clock(seventh), abs=1)
    assert splits[14] == pytest.approx(read_clock(fifteenth), abs=1)
    assert (said[6], said[14]) == ("Up 19 m, hold back", "Down 22 m, let it run")
    assert (len(splits), sum(splits)) == (22, 6300)


@pytest.mark.parametrize(
    ("hill_effort", "fastest", "slowest"),
    [(0, "4:59", "4:59"), (0.5, "4:42", "5:15"), (1, "4:26", "5:31"), (1.3, "4:16", "5:40")],
    ids=["even pace", "half", "even effort", "more than effort"],
)
def test_hills_are_run_by_as_much_effort_as_is_asked_for(hill_effort, fastest, slowest):
    course = _fixture("inverness-half-marathon.gpx")
    given = {"hill_effort": hill_effort, "hill_cost": "minetti", "tolerance": "0s"}
    paces = [1000 / step.target.value.low for step in even_split(**HALF, course=course, **given).items[:-1]]

    assert [write_clock(min(paces)), write_clock(max(paces))] == [fastest, slowest]


@pytest.mark.parametrize(
    ("name", "distance", "goal", "halves"),
    [
        ("manchester-marathon-2026.gpx", "marathon", 12_600, ("1:44:59", "1:45:01")),
        ("korita-zbevnica-trail.gpx", "8.6km", 3600, ("36:29", "23:31")),
    ],
    ids=["a city marathon", "a noisy mountain trail"],
)
@pytest.mark.parametrize("by_climb", [False, True], ids=["by kilometres", "by climbs"])
def test_a_real_course_is_paced_to_the_second(name, distance, goal, halves, by_climb):
    workout = even_split(distance=distance, goal=goal, course=_fixture(name), by_climb=by_climb)

    assert sum(_told(workout)[1]) == goal
    for half, expected in zip(_halves(workout), halves, strict=True):
        assert read_clock(half) == pytest.approx(read_clock(expected), abs=1)


def test_what_is_run_uphill_and_downhill_follows_from_the_cost_of_both_slopes():
    # 4 % costs 1.135 up and 0.918 down: 3000 s × 1.135 ÷ (5 × 1.135 + 5 × 0.918) are 5:32 a kilometre
    said, splits = _told(even_split(**TEN, course=ROOF))

    assert splits[1:4] == pytest.approx([read_clock("5:32")] * 3, abs=1)
    assert splits[6:9] == pytest.approx([read_clock("4:28")] * 3, abs=1)
    assert said[1:4] == ["Up 40 m, hold back"] * 3
    assert said[6:9] == ["Down 40 m, let it run"] * 3


@pytest.mark.parametrize("grade", [0.01, 0.05, -0.05, 0.2], ids=str)
@pytest.mark.parametrize("cost", ["gap", "minetti"])
def test_a_constant_slope_is_an_even_pace(grade, cost):
    height = abs(grade) * 10_000
    course = _course([0, height] if grade > 0 else [height, 0])
    sloping = even_split(**TEN, course=course, hill_cost=cost)

    assert [step.target for step in sloping.items] == [step.target for step in even_split(**TEN).items]
    assert _halves(sloping) == ("25:00", "25:00")


RECIPES = {
    "even": (even_split, {}),
    "ramp": (negative_split, {"split": "3%"}),
    "halves": (negative_split, {"split": "3%", "shape": "halves"}),
    "positive": (negative_split, {"split": "-2%"}),
    "by the clock": (negative_split, {"split": "3%", "split_of": "clock"}),
    "blocks": (block_split, {"blocks": "3km +5s, 4km, rest"}),
}


@pytest.mark.parametrize(("recipe", "more"), RECIPES.values(), ids=RECIPES)
@pytest.mark.parametrize("height", [0, 12.3], ids=str)
def test_a_flat_course_is_run_as_the_flat(recipe, more, height):
    flat = recipe(**TEN, **more)
    on_course = recipe(**TEN, **more, course=_course([height] * 5))

    assert on_course.items == flat.items
    assert on_course.description == recipe(**TEN, **more, course=_course([0, 0])).description


@pytest.mark.parametrize(("recipe", "more"), RECIPES.values(), ids=RECIPES)
def test_a_course_without_heights_is_run_as_the_flat_and_warns_once(recipe, more):
    with pytest.warns(WorkoutWarning) as warned:
        workout = recipe(**TEN, **more, course=Course(along=(0, 10_000), name="way.gpx"))

    message = "course: way.gpx has no heights, and is paced as flat"
    assert [str(each.message) for each in warned] == [message]
    assert workout.items == recipe(**TEN, **more).items


@given(
    PROFILES,
    st.integers(1600, 9000),
    st.sampled_from(["gap", "minetti"]),
    st.sampled_from(["ramp", "halves"]),
    st.floats(0, 1.3),
    st.floats(-0.05, 0.05),
)
def test_the_total_is_exact_whatever_the_course_and_the_split(heights, goal, cost, shape, effort, percent):
    hills = {"course": _course(heights), "hill_cost": cost, "hill_effort": effort}
    workout = negative_split(distance=10_000, goal=goal, split=percent, shape=shape, **hills)

    assert sum(_told(workout)[1]) == goal
    assert sum(map(read_clock, _halves(workout))) == goal
    assert sum(step.duration.metres for step in workout.items) == pytest.approx(10_000, abs=1e-3)


@given(
    st.lists(st.integers(0, 60), min_size=2, max_size=30),
    st.sampled_from(["gap", "minetti"]),
    st.sampled_from(["ramp", "halves"]),
    st.sampled_from([("0%", "25:00", "25:00"), ("2%", "25:15", "24:45"), ("-2%", "24:45", "25:15")]),
    st.booleans(),
)
def test_halves_of_the_clock_are_as_asked_on_any_course(heights, cost, shape, split, by_climb):
    percent, *halves = split
    hills = {"course": _course(heights), "hill_cost": cost, "by_climb": by_climb}
    workout = negative_split(**TEN, split=percent, shape=shape, split_of="clock", **hills)

    assert list(_halves(workout)) == halves


def test_halves_that_nobody_could_run_on_the_course_are_refused():
    wall = Course(along=(0, 5000, 10_000), heights=(0, 1000, 0))
    with pytest.raises(InvalidParameter) as refused:
        negative_split(**TEN, split="0%", split_of="clock", hill_cost="minetti", course=wall)
    assert refused.value.parameter == "split_of"


def test_even_halves_of_the_clock_are_not_called_an_even_effort():
    description = negative_split(**TEN, split="0%", split_of="clock", course=ROOF).description

    assert "Halves 25:00 and 25:00." in description
    assert "effort" not in description


def test_by_climb_a_split_ends_at_each_top_and_each_bottom():
    workout = even_split(**TEN, course=HILLS, by_climb=True)
    said, splits = _told(workout)

    assert [step.name for step in workout.items] == ["to 2 km", "to 4 km", "to 7 km", "to 10 km"]
    assert [re.sub(r"[0-9]+", "…", each) for each in said] == [
        "Up … m, hold back",
        "Down … m, let it run",
    ] * 2
    assert [int(re.search(r"[0-9]+", each)[0]) for each in said] == pytest.approx([80, 60, 78, 48], abs=5)
    assert sum(splits) == 3000


@pytest.mark.parametrize("hill_effort", [0, 1], ids=["even pace", "even effort"])
def test_the_other_way_round_what_went_up_goes_down(hill_effort):
    there, back = ROOF, Course(along=ROOF.along, heights=[200 - height for height in ROOF.heights])
    up, down = (_told(even_split(**TEN, course=each, hill_effort=hill_effort))[0] for each in (there, back))

    swapped = {"Up": "Down", "Down": "Up", "hold back": "let it run", "let it run": "hold back"}
    turned = [re.sub("|".join(swapped), lambda found: swapped[found[0]], each) for each in up]
    assert down == turned
    assert len(set(up)) > 2


def test_what_is_told_by_distance_stands_before_what_is_told_of_the_hills():
    cues = ((0, "Off we go"), (2500, "Drink"), (9000, "Now race"))
    workout = race(**TEN, course=ROOF, cues=cues, warmup=None, cooldown=None)
    said, splits = _told(workout)

    assert said[1:5] == [
        "Up 40 m, hold back",
        "Up 20 m, hold back",
        "Drink. Up 20 m, hold back",
        "Up 40 m, hold back",
    ]
    assert (said[0][:10], said[-1][:9]) == ("Off we go.", "Now race.")
    assert (len(splits), sum(splits)) == (11, 3000)


@pytest.mark.parametrize(
    ("length", "warned"),
    [
        (10_200, []),
        (10_500, ["course: way.gpx measures 10.5km, and the race 10km: it is scaled to fit"]),
        (9500, ["course: way.gpx measures 9.5km, and the race 10km: it is scaled to fit"]),
    ],
    ids=["2 % long", "5 % long", "5 % short"],
)
@pytest.mark.parametrize(("recipe", "more"), RECIPES.values(), ids=RECIPES)
def test_a_course_is_scaled_to_the_race_and_more_than_a_little_is_said_once(recipe, more, length, warned):
    course = Course(along=(0, length / 2, length), heights=(0, 200, 0), name="way.gpx")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        workout = recipe(**TEN, **more, course=course)

    assert [str(each.message) for each in said] == warned
    assert workout.items == recipe(**TEN, **more, course=ROOF).items


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"by_climb": True}, "by_climb: climbs need a course (give 'course: file.gpx')"),
        ({"hill_effort": 1.4}, "hill_effort: must be 0 (even pace) to 1.3: 1.4 (1 is even effort)"),
        ({"hill_effort": -0.1}, "hill_effort: must be 0 (even pace) to 1.3: -0.1 (1 is even effort)"),
        ({"hill_cost": "free"}, "hill_cost: 'free' is not one of the choices (one of gap, minetti)"),
        ({"split_of": "time"}, "split_of: 'time' is not one of the choices (one of effort, clock)"),
        (
            {"course": "way.gpx"},
            (
                "course: 'way.gpx' is a file, which only a document may name "
                "(in a script: read_course('way.gpx'))"
            ),
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)  # fmt: skip
def test_what_cannot_be_run_is_refused_with_what_would_be_right(more, message):
    with pytest.raises(InvalidParameter, match=f"^{re.escape(message)}$"):
        negative_split(**TEN, **more)
