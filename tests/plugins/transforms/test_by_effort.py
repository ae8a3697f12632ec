"""``by-effort``: what needs a watch or a strap becomes an effort; what nothing says the effort of stays."""

import pytest
from attrs import evolve
from hypothesis import given

import workout_transforms
from workout_core import (
    Athlete,
    Quantity,
    Race,
    Registry,
    Repeat,
    Target,
    Workout,
    format_steps,
    map_steps,
    parse_steps,
    transformed,
    walk,
)
from workout_core.testing.strategies import athletes, workouts

REGISTRY = Registry.of(workout_transforms)
MEASURED = {Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER}
ADA = Athlete(name="Ada", race=Race(metres=10_000, seconds=2700), threshold_heart_rate=168, ftp=250)


def by_effort(steps, athlete=None, sport="running"):
    """Return the steps that *steps* become, and what is told."""
    told = []
    made = transformed(
        Workout(name="Mine", items=parse_steps(steps), sport=sport),
        ["by-effort"],
        REGISTRY,
        athlete,
        told.append,
    )
    return format_steps(made.items), [str(loss) for loss in told]


@pytest.mark.parametrize(
    ("steps", "becomes"),
    [
        ("10min @ easy", "10min @ RPE 3"),
        ("10min @ threshold", "10min @ RPE 7"),
        ("10min @ marathon pace", "10min @ RPE 5"),
        ("3x(1km @ 5km pace, 400m jog)", "3x(1km @ RPE 8, 400m jog)"),
        ("10min @ Z2 HR", "10min @ RPE 3"),
        ("10min @ 95-100% LTHR", "10min @ RPE 7"),
        ("10min @ 100% FTP", "10min @ RPE 7"),
        ("10min @ 50-70% FTP ramp", "10min @ RPE 2-3 ramp"),
        ("10min @ threshold, 180spm", "10min @ RPE 7, 180spm"),
        ("10min @ easy, RPE 2", "10min @ RPE 2"),
        ("10min @ RPE 6", "10min @ RPE 6"),
        ("10min @ 90rpm", "10min @ 90rpm"),
        ("warmup 10min", "warmup 10min"),
    ],
)
def test_what_is_named_or_relative_needs_no_athlete(steps, becomes):
    assert by_effort(steps) == (format_steps(parse_steps(becomes)), [])


@pytest.mark.parametrize(
    ("steps", "becomes"),
    [
        ("10min @ 4:40/km", "10min @ RPE 7"),
        ("10min @ 6:30/km", "10min @ RPE 2"),
        ("10min @ 150-160bpm", "10min @ RPE 5"),
        ("10min @ 250W", "10min @ RPE 7"),
        ("10min @ 5:45-4:40/km ramp", "10min @ RPE 3-7 ramp"),
    ],
)
def test_numbers_are_as_hard_as_they_are_for_the_athlete(steps, becomes):
    assert by_effort(steps, ADA) == (format_steps(parse_steps(becomes)), [])


def test_numbers_of_nobody_stay_and_are_told():
    said = "stays: nothing says how hard it is (give the athlete, or a zone or a named pace)"

    assert by_effort("2x(1km @ 4:00/km, 1min rest)") == (
        format_steps(parse_steps("2x(1km @ 4:00/km, 1min rest)")),
        [f"steps[0].steps[0].target: effort: 4:00/km {said}"],
    )


def test_a_workout_without_such_targets_is_the_very_same():
    workout = Workout(name="Mine", items=parse_steps("10min; 3x(20s strides, 40s walk)"))

    assert transformed(workout, ["by-effort"], REGISTRY) is workout


@given(workouts(), athletes())
def test_nothing_but_targets_changes_and_what_stays_is_told(workout, athlete):
    told = []
    made = transformed(workout, ["by-effort"], REGISTRY, athlete, told.append)

    bare = [
        map_steps(each.items, lambda _, step: evolve(step, target=None, second_target=None))
        for each in (workout, made)
    ]
    assert bare[0] == bare[1]
    left = {
        f"{path}.target"
        for path, item in walk(made.items)
        if not isinstance(item, Repeat)
        and any(
            isinstance(each, Target) and each.quantity in MEASURED
            for each in (item.target, item.second_target)
        )
    }
    assert left == {loss.path for loss in told}
