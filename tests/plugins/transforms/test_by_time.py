"""``by-time``: what ends by a distance or a button ends by the clock, so that a voice stays in step."""

import pytest
from hypothesis import given

import workout_transforms
from workout_core import (
    Athlete,
    Distance,
    ExportError,
    LapButton,
    Race,
    Reading,
    Registry,
    Repeat,
    Step,
    Time,
    Workout,
    format_steps,
    parse_steps,
    script_of,
    transformed,
    walk,
)
from workout_core.testing.strategies import athletes, workouts

REGISTRY = Registry.of(workout_transforms)
ADA = Athlete(name="Ada", race=Race(metres=10_000, seconds=2700))


def by_time(steps, athlete=None, sport="running"):
    """Return the steps that *steps* become, and what is told."""
    told = []
    made = transformed(
        Workout(name="Mine", items=parse_steps(steps), sport=sport),
        ["by-time"],
        REGISTRY,
        athlete,
        told.append,
    )
    return format_steps(made.items).strip(), [str(loss) for loss in told]


@pytest.mark.parametrize(
    ("steps", "becomes", "told"),
    [
        ("10min @ 5:00/km", "10min @ 5:00/km", []),
        (
            "800m @ 3:50-4:00/km",
            "3min10s @ 3:50-4:00/km",
            ["steps[0]: length: 3 min 10 s instead of 800 m"],
        ),
        ("warmup lap", "warmup 10min", ["steps[0]: length: 10 min instead of until you press lap"]),
        (
            "recover until HR < 120",
            "recover 2min",
            ["steps[0]: length: 2 min instead of until heart rate is below 120 bpm"],
        ),
        ("easy 30-40min", "easy 30min", ["steps[0]: length: 30 min instead of 30 to 40 min"]),
        (
            "repeat until 2km(400m @ 4:00/km, 1min rest)",
            "5x\n  95s @ 4:00/km\n  rest 1min",
            [
                "steps[0].steps[0]: length: 95 s instead of 400 m",
                "steps[0]: passes: 5 instead of 2 km",
            ],
        ),
        ("repeat until 20min(2min, 2min easy)", "repeat until 20min\n  2min\n  easy 2min", []),
    ],
)
def test_what_has_no_time_gets_the_one_that_the_totals_reckon_with(steps, becomes, told):
    assert by_time(steps) == (becomes, told)


def test_the_pace_is_the_athletes_own():
    slow, _ = by_time("1km @ threshold", Athlete(threshold_speed=1000 / 360))
    fast, _ = by_time("1km @ threshold", ADA)

    assert slow == "6min @ threshold"
    assert fast == "4min35s @ threshold"


def test_sets_that_are_counted_stay_and_are_told():
    steps, told = by_time("Back squat 3x12, rest 90s", sport="strength")

    assert steps == "Back squat 3x12, rest 90s"
    assert told == ["steps[0].steps[0]: length: 12 reps as before: nobody knows how long that takes"]


@pytest.mark.parametrize("steps", ["8 x 50m on 1:00", "EMOM 10\n  5 reps squat"])
def test_what_begins_on_the_clock_stays(steps):
    assert by_time(steps, sport="pool_swimming") == (format_steps(parse_steps(steps)).strip(), [])


@given(workouts(), athletes())
def test_no_distance_or_button_is_left_and_everything_else_is_as_it_was(workout, athlete):
    try:
        made = transformed(workout, ["by-time"], REGISTRY, athlete)
    except ExportError:  # a step of ten thousand kilometres takes longer than a month
        return

    assert all(
        isinstance(item.duration, Time) or not isinstance(item.duration, (Distance, LapButton))
        for item in _free(made.items)
    )
    assert [type(item) for _, item in walk(made.items)] == [type(item) for _, item in walk(workout.items)]
    assert transformed(made, ["by-time"], REGISTRY, athlete).items == made.items


def _free(items):
    """Yield the steps that no clock of a repeat holds."""
    for item in items:
        if isinstance(item, Step):
            yield item
        elif isinstance(item, Repeat) and item.every is None and item.cap is None:
            yield from _free(item.items)


def test_a_voice_stays_in_step_with_the_result():
    before = Workout(name="6 × 800 m", items=parse_steps("warmup 2km; 6x(800m @ 4:00/km, 400m jog); 1km"))
    after = transformed(before, ["by-time"], REGISTRY, ADA)

    assert not script_of(Reading(before, ADA)).is_exact
    assert script_of(Reading(after, ADA)).is_exact
