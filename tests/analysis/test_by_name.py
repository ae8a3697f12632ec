"""How hard exercises are drawn, the whole book of them, and steps of which only the name is known."""

import pytest

from every import every
from workout_core import Reading, read_text
from workout_core.analysis.by_name import effort_of_name
from workout_core.analysis.chart import bars
from workout_core.exercises.book import catalogue
from workout_core.exercises.movement import MovementKind
from workout_core.model.sport import Sport

RUNS = {"Strides": 8, "Hill sprint": 9, "Easy jog": 3, "Run/walk": 3}
KINDS = {
    MovementKind.PLYOMETRIC: 6,
    MovementKind.STRENGTH: 5,
    MovementKind.DRILL: 4,
    MovementKind.MOBILITY: 2,
    MovementKind.BREATHING: 1,
}


def drawn(steps, sport):
    return [
        bar.effort for bar in bars(Reading(read_text(f"workout: W\nsport: {sport}\nsteps: |-\n  {steps}\n")))
    ]


@pytest.mark.parametrize("sport", [Sport.STRENGTH, Sport.MOBILITY, Sport.YOGA, Sport.RUNNING], ids=str)
@every("movement", catalogue(), ids=lambda movement: movement.name)
def test_every_exercise_is_drawn_as_its_kind(movement, sport):
    (effort,) = set(drawn(f'"{movement.name}" 2x30s', sport.value))
    assert effort == RUNS.get(movement.name, KINDS[movement.kind])


@every("movement", catalogue(), ids=lambda movement: movement.name)
def test_an_effort_that_is_given_is_drawn(movement):
    assert set(drawn(f'"{movement.name}" 2x30s @ RPE 7', "strength")) == {7}


def test_a_squat_at_effort_seven_is_higher_than_a_stretch_and_both_higher_than_rest():
    squat, rest, stretch = drawn("Bodyweight squat 1x10 @ RPE 7; rest 60s; Calf stretch 1x30s", "strength")
    assert (squat, stretch, rest) == (7, 2, 1)


@pytest.mark.parametrize("sport", ["running", "strength", "yoga", "mobility"])
@pytest.mark.parametrize(
    ("steps", "effort"),
    [
        ("Savasana: 5min", 1),
        ("Box breathing: 5min", 1),
        ("Cool-down stretch: 10min", 2),
        ("Stretches: 10min", 2),
        ("Stretching: 10min", 2),
        ("Calf stretch: 30s", 2),
        ("Foam rolling: 5min", 2),
        ("Hip mobility: 10min", 2),
        ("Yoga: 20min", 3),
        ("Rest: 5min", 1),
        ("rest 5min", 1),
    ],
)
def test_what_is_gentle_by_its_name_is_drawn_low(steps, effort, sport):
    assert drawn(steps, sport) == [effort]


@pytest.mark.parametrize(
    ("steps", "effort"),
    [
        ("Stretch: 400m", 5),
        ("Stretch: 5min @ RPE 8", 8),
        ("Stretch: 5min @ threshold", 7),
        ("Stretch: 5min @ 5:00/km", 5),
        ("Hold on: 5min", 5),
    ],
)
def test_what_is_run_is_no_stretch(steps, effort):
    assert drawn(steps, "running") == [effort]


@pytest.mark.parametrize("name", ["", "Hold on", "Relaxed fast", "Rolling hills", "Zercher squat"])
def test_a_name_that_does_not_say_is_not_guessed(name):
    assert effort_of_name(name) is None
