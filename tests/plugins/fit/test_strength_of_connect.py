"""A strength workout written by Garmin Connect, and a document that says the same: equal field by field."""

from pathlib import Path

import fitdecode
import pytest

from workout_core import Registry, Step, Workout, export, parse_steps
from workout_core.model.workout import map_steps

FIXTURE = Path(__file__).parents[2] / "fixtures/fit/strength_connect_2023/D55A5738_FullBody_B_from_watch.fit"
STEPS = """\
warmup "Warm-up" lap
Wide-hands Push-up 3x15, rest 60s
2x
  warmup Alternating Dumbbell Row 8 reps @ 8kg
  rest lap
  Alternating Dumbbell Row 10 reps @ 10kg
  rest lap
Alternating Dumbbell Row 6x10 @ 10kg, rest 90s
warmup Incline Reverse Fly 10 reps
rest lap
Incline Reverse Fly 3x15 @ 2kg, rest 60s
warmup Dumbbell Lying Triceps Extension 8 reps @ 2kg
rest lap
Dumbbell Lying Triceps Extension 3x15 @ 4kg, rest 60s
warmup Dumbbell Hammer Curl 8 reps @ 2kg
rest lap
Dumbbell Hammer Curl 2x15 @ 4kg, rest 60s
Walking Lunge 4x10, rest 90s
2x
  Side Plank 30s
  rest 30s
  Side Plank 30s
  rest 30s
2x
  warmup Lying External Rotation 10 reps
  rest lap
  Lying External Rotation 20 reps @ 2kg
  rest lap
Lying External Rotation 2x20 @ 2kg, rest 60s
"""
"""Everything but the notes, which are the coach's own words and are taken from the file."""


def _messages(data, kind):
    """Return the messages of *kind* with every field that is valid, as raw values."""
    reader = fitdecode.FitReader(data, check_crc=fitdecode.CrcCheck.DISABLED)
    return [
        {field.name: field.raw_value for field in frame.fields if field.raw_value is not None}
        for frame in reader
        if isinstance(frame, fitdecode.FitDataMessage) and frame.name == kind
    ]


@pytest.fixture(scope="module")
def theirs():
    return FIXTURE.read_bytes()


@pytest.fixture(scope="module")
def ours(theirs):
    notes = iter([step.get("notes", "") for step in _messages(theirs, "workout_step") if "intensity" in step])

    def with_notes(_path, step):
        return Step(duration=step.duration, intensity=step.intensity, exercise=step.exercise, cue=next(notes))

    items = map_steps(parse_steps(STEPS), with_notes)
    workout = Workout(name="FullBody - Beginner - B", sport="strength", items=items)
    (file,) = export(workout, "fit", registry=Registry.discover(), strict=True)
    return file.data


def test_the_workout_is_the_same(ours, theirs):
    (mine,), (wanted,) = (_messages(data, "workout") for data in (ours, theirs))
    for field in ("wkt_name", "sport", "sub_sport", "num_valid_steps", "capabilities"):
        assert mine[field] == wanted[field]


@pytest.mark.parametrize("number", range(43))
def test_a_step_is_the_same_field_by_field(ours, theirs, number):
    mine, wanted = (_messages(data, "workout_step")[number] for data in (ours, theirs))
    assert mine == wanted


def test_there_are_as_many_steps(ours, theirs):
    assert len(_messages(ours, "workout_step")) == len(_messages(theirs, "workout_step")) == 43


def test_the_titles_are_the_same(ours, theirs):
    mine, wanted = (
        {
            (title["exercise_category"], title.get("exercise_name")): title["wkt_step_name"]
            for title in _messages(data, "exercise_title")
        }
        for data in (ours, theirs)
    )
    assert mine == wanted
    assert len(wanted) == 9
