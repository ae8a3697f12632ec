"""Races on a watch: the paces of the file make the goal, and every split is in its range and in the notes."""

import re
import subprocess
import warnings
from functools import cache

import pytest

from distributions import WORKOUT
from every import every
from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import (
    ExportError,
    Registry,
    WorkoutWarning,
    block_split,
    even_split,
    export,
    negative_split,
    race,
)
from workout_core.units import read_clock

REGISTRY = Registry.discover()
RACES = {"10km": ("47:30", 10_000.0), "half": ("1:45:00", 21_097.5), "marathon": ("3:30:00", 42_195.0)}
LAST = {
    ("10km", "1km"): 1000.0,
    ("10km", "1mi"): 343.94,
    ("10km", "5km"): 5000.0,
    ("half", "1km"): 97.5,
    ("half", "1mi"): 176.03,
    ("half", "5km"): 1097.5,
    ("marathon", "1km"): 195.0,
    ("marathon", "1mi"): 352.06,
    ("marathon", "5km"): 2195.0,
}
"""Metres of the last split, worked out by hand."""
SPLITS = {
    "even": (even_split, {}),
    "negative": (negative_split, {"split": "2%"}),
    "positive": (negative_split, {"split": "-2%"}),
    "two halves": (negative_split, {"split": "2%", "shape": "halves"}),
    "blocks": (block_split, {"blocks": "3km +5s, 2km, rest"}),
    "10-10-10": (block_split, {"blocks": "10mi +5s/mi, 10mi, rest"}),
}
CASES = [
    (distance, every, split)
    for distance, every in LAST
    for split in SPLITS
    if split != "10-10-10" or distance == "marathon"
]
DECODERS = pytest.mark.parametrize(
    "decode", [read_with_garmin, read_with_fitdecode], ids=["garmin", "fitdecode"]
)
TOLD = re.compile(r"(?:.*\. )?Split ([0-9:]+), clock ([0-9:]+)")


@cache
def _exported(distance, every, split):
    recipe, more = SPLITS[split]
    workout = recipe(distance=distance, goal=RACES[distance][0], every=every, **more)
    (file,) = export(workout, "fit", registry=REGISTRY)
    assert file.losses == ()
    return file.data


def _steps(data, decode=read_with_garmin):
    return [fields for name, fields in decode(data) if name == "workout_step"]


def _told(step):
    """Return the split and the clock in the notes of *step*, in seconds."""
    split, clock = TOLD.fullmatch(step["notes"]).groups()
    return read_clock(split), read_clock(clock)


@DECODERS
@every("distance, length, split", CASES)
def test_a_race_at_the_middle_of_its_ranges_takes_the_goal(distance, length, split, decode):
    goal, metres = RACES[distance]
    steps = _steps(_exported(distance, length, split), decode)
    taken = sum(
        2 * step["duration_distance"] / (step["custom_target_speed_low"] + step["custom_target_speed_high"])
        for step in steps
    )
    assert abs(taken - read_clock(goal)) <= 0.2 * metres / 1000
    assert sum(step["duration_distance"] for step in steps) == pytest.approx(metres, abs=0.01 * len(steps))


@DECODERS
@every("distance, length, split", CASES)
def test_every_range_holds_the_split_that_is_told(distance, length, split, decode):
    for step in _steps(_exported(distance, length, split), decode):
        seconds, _ = _told(step)
        low, high = step["custom_target_speed_low"], step["custom_target_speed_high"]
        assert low - 0.001 <= step["duration_distance"] / seconds <= high + 0.001, step


@DECODERS
@every("distance, length, split", CASES)
def test_the_splits_that_are_told_add_up_to_each_clock_and_to_the_goal(distance, length, split, decode):
    clock = 0
    for step in _steps(_exported(distance, length, split), decode):
        seconds, at = _told(step)
        clock += seconds
        assert at == clock
    assert clock == read_clock(RACES[distance][0])


@every("distance, length, split", CASES)
def test_the_last_part_of_a_split_is_a_step_of_its_own(distance, length, split):
    *_, last = _steps(_exported(distance, length, split))
    assert last["duration_distance"] == pytest.approx(LAST[distance, length], abs=0.011)


@DECODERS
def test_what_to_tell_the_athlete_is_in_the_notes_where_it_belongs(decode):
    workout = negative_split(
        distance="half", goal="1:45:00", cues="0km Hold back, 10.5km Half way, 16km Now race"
    )
    (file,) = export(workout, "fit", registry=REGISTRY)
    steps = _steps(file.data, decode)
    names = {
        step["notes"].partition(".")[0]: step["wkt_step_name"] for step in steps if ". " in step["notes"]
    }
    assert names == {"Hold back": "to 1 km", "Half way": "to 11 km", "Now race": "to 17 km"}
    assert [step["duration_distance"] for step in steps[10:12]] == [500.0, 500.0]


def test_a_marathon_by_kilometres_fits_a_watch_with_its_warm_up_and_cool_down():
    workout = race(distance="marathon", goal="3:30:00", every="1km", warmup="15min", cooldown="10min")
    (file,) = export(workout, "fit", registry=REGISTRY)
    steps = _steps(file.data)
    assert len(steps) == 46
    assert [steps[0]["intensity"], steps[-1]["intensity"]] == ["warmup", "cooldown"]
    assert [steps[0]["duration_time"], steps[-1]["duration_time"]] == [900.0, 600.0]
    assert {step["intensity"] for step in steps[2:-1]} == {"active"}


@pytest.mark.parametrize(
    ("given", "count", "fitting"),
    [
        ({"distance": "marathon", "goal": "3:30:00", "every": "500m"}, 88, "1km"),
        ({"distance": "marathon", "goal": "3:30:00", "every": "400m"}, 109, "2km"),
        ({"distance": "marathon", "goal": "3:30:00", "every": "0.5mi"}, 56, "1mi"),
        ({"distance": "marathon", "goal": "3:30:00", "every": "100m"}, 425, "1km"),
        ({"distance": "100km", "goal": "10:00:00"}, 103, "5km"),
        ({"distance": "100mi", "goal": "24:00:00", "every": "1mi"}, 103, "5mi"),
        ({"distance": "48km", "goal": "4:00:00", "every": "500m", "cooldown": "none"}, 98, "1km"),
        ({"distance": "marathon", "goal": "3:30:00", "every": "500m", "warmup": "lap"}, 87, "1km"),
    ],
    ids=[
        "marathon by 500 m",
        "marathon by 400 m",
        "marathon by half miles",
        "marathon by 100 m",
        "100 km",
        "100 mi",
        "48 km",
        "marathon from a lap",
    ],
)
def test_too_many_splits_are_a_warning_that_names_a_length_that_fits(given, count, fitting):
    message = rf"^{count} steps, and many watches take 50 \(splits of {fitting} would fit\)$"
    with pytest.warns(WorkoutWarning, match=message):
        race(**given)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        workout = race(**(given | {"every": fitting}))
    (file,) = export(workout, "fit", registry=REGISTRY)
    assert len(_steps(file.data)) <= 50


@pytest.mark.parametrize(
    ("recipe", "given"),
    [
        (
            race,
            {
                "distance": "48km",
                "goal": "4:00:00",
                "every": "500m",
                "cues": "10.5km Eat, 20.5km Eat, 30.5km Eat",
            },
        ),
        (race, {"distance": "96km", "goal": "9:00:00", "cues": "21km Eat, 43km Eat"}),
        (
            block_split,
            {
                "distance": "48km",
                "goal": "4:00:00",
                "every": "500m",
                "blocks": "10.4km +5s, 10.1km, 10.1km, rest",
                "warmup": "15min",
                "cooldown": "10min",
            },
        ),
    ],
    ids=["cues", "cues in an ultra", "blocks"],
)
def test_the_length_that_fits_does_so_with_the_cues_and_blocks_between_the_splits(recipe, given):
    with pytest.warns(WorkoutWarning, match=" steps, and many ") as warned:
        recipe(**given)
    (fitting,) = re.findall(r"splits of (\S+) would fit", str(warned[0].message))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        workout = recipe(**(given | {"every": fitting}))
    assert len(workout.items) <= 50


@pytest.mark.filterwarnings("ignore:85 steps:workout_core.errors.WorkoutWarning")
def test_a_workout_of_too_many_steps_is_no_fit_file():
    workout = even_split(distance="marathon", goal="3:30:00", every="500m")
    with pytest.raises(ExportError) as refused:
        export(workout, "fit", registry=REGISTRY)
    assert str(refused.value) == (
        "Marathon in 3:30:00: fit: steps: 85 steps and repeats, and the format takes 50 "
        "(a watch drops what is over its limit: write what repeats as a repeat, join steps that differ only "
        "in their cue, use longer splits, or split the workout in two)"
    )


def test_nothing_is_written_when_one_of_the_formats_cannot_be(tmp_path):
    document = tmp_path / "marathon.yaml"
    document.write_text(
        "workout: Marathon\nrecipe: even-split\ndistance: marathon\ngoal: 3:30:00\nevery: 500m\n", "utf-8"
    )
    done = subprocess.run(
        [WORKOUT, "export", document, "--out", tmp_path / "out"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    warning, error = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    told = "85 steps, and many watches take 50 (splits of 1km would fit)"
    assert warning == f"warning: {tmp_path / 'marathon.yaml'}: {told}"
    assert error.startswith("error: Marathon: fit: steps: 85 steps and repeats, and the format takes 50 (")
    assert [path.name for path in tmp_path.iterdir()] == ["marathon.yaml"]
