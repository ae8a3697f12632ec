"""A workout is unrolled into what is done, step by step."""

from itertools import islice

import pytest

from workout_core import (
    Athlete,
    Distance,
    Intensity,
    Readings,
    Reps,
    Time,
    Workout,
    parse_steps,
    totals,
    unrolled,
)
from workout_core.testing.samples import kitchen_sink


def done(text: str) -> list[tuple[str, object]]:
    steps = unrolled(Workout(name="Set", items=parse_steps(text)))
    return [(path, step.duration) for path, step in steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10min; 5min", [("steps[0]", Time(600)), ("steps[1]", Time(300))]),
        (
            "2x(800m, rest 60s)",
            [("steps[0].steps[0]", Distance(800)), ("steps[0].steps[1]", Time(60))] * 2,
        ),
        (
            "2x, skip last rest (800m, rest 60s)",
            [
                ("steps[0].steps[0]", Distance(800)),
                ("steps[0].steps[1]", Time(60)),
                ("steps[0].steps[0]", Distance(800)),
            ],
        ),
        ("2x(2x(1min))", [("steps[0].steps[0].steps[0]", Time(60))] * 4),
        (
            "repeat until 10min (3min, 2min)",
            [("steps[0].steps[0]", Time(180)), ("steps[0].steps[1]", Time(120))] * 2,
        ),
    ],
    ids=["steps", "repeat", "skipped rest", "nested", "until"],
)
def test_every_step_comes_as_often_as_it_is_done(text, expected):
    assert done(text) == expected


def test_what_is_left_of_an_interval_is_a_rest():
    items = parse_steps("EMOM 4\n  Back squat 5 reps")
    steps = list(unrolled(Workout(name="EMOM", items=items)))
    assert [path for path, _ in steps] == ["steps[0].steps[0]", "steps[0]"] * 4
    assert steps[0][1].duration == Reps(5)
    assert steps[1][1].intensity is Intensity.REST


def test_a_reading_gives_the_passes_of_its_athlete():
    workout = Workout(name="Laps", items=parse_steps("repeat until 20min (1km @ easy)"))
    slow, fast = (Readings(Athlete(name="Ada", threshold_speed=speed)).of(workout) for speed in (2.5, 5.0))
    assert len(list(unrolled(slow))) < len(list(unrolled(fast)))


def test_it_is_lazy():
    huge = Workout(name="Huge", items=parse_steps("1000x(1000x(1s))"))
    assert len(list(islice(unrolled(huge), 3))) == 3


def test_the_paths_are_those_of_the_workout():
    sink = kitchen_sink()
    items = dict(sink.walk())
    assert all(items[path] is step or path in items for path, step in islice(unrolled(sink), 500))


def test_it_takes_as_long_as_the_totals_say():
    workout = Workout(name="Set", items=parse_steps("10min; 3x, skip last rest (4min, rest 2min); 5min"))
    assert sum(step.duration.seconds for _, step in unrolled(workout)) == totals(workout).time.value
