"""What is written and read back is what FIT carries of a workout; so are files that others wrote."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings

from oracles.fit_carried import carried, in_units, with_cues_of
from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import (
    Distance,
    Equipment,
    Exercise,
    Intensity,
    Reading,
    Registry,
    Sport,
    Step,
    Stroke,
    Time,
    Workout,
    WorkoutError,
    export,
    format_steps,
    import_data,
    parse_steps,
    read_document,
    simplify,
)
from workout_core.testing.strategies import workouts

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "fixtures" / "fit"
CONNECT = FIXTURES / "strength_connect_2023" / "D55A5738_FullBody_B_from_watch.fit"
TRAINERROAD = FIXTURES / "trainerroad" / "trainerroad_744490.fit"
REGISTRY = Registry.discover()
FIT = REGISTRY.exporter("fit").supports


def _written(workout: Workout, **more) -> bytes:
    (file,) = export(workout, "fit", registry=REGISTRY, **more)
    return file.data


def _read(data: bytes, file: str = "") -> Workout:
    return import_data(data, "fit", registry=REGISTRY, file=file).subject


def _judge(workout: Workout) -> None:
    try:
        data = _written(workout)
    except WorkoutError:  # it has too many steps
        return
    read = in_units(_read(data))
    simple = simplify(workout, FIT, Reading(workout))[0]
    assert read == with_cues_of(read, in_units(carried(simple)), simple)


def _calls_steps_what_they_are(workout: Workout) -> bool:
    """Tell whether the label of a step is its exercise, which nobody could tell from a cue."""
    steps = [item for _, item in workout.walk() if isinstance(item, Step)]
    return any(step.exercise and step.name.startswith(step.exercise.name) for step in steps)


@given(workouts())
def test_what_is_written_is_read_back(workout):
    assume(not _calls_steps_what_they_are(workout))
    _judge(workout)


@pytest.mark.slow
@settings(max_examples=2000, suppress_health_check=list(HealthCheck))
@given(workouts())
def test_two_thousand_workouts_are_read_back(workout):
    assume(not _calls_steps_what_they_are(workout))
    _judge(workout)


@pytest.mark.parametrize("decode", [read_with_fitdecode, read_with_garmin])
@pytest.mark.parametrize("path", [CONNECT, TRAINERROAD], ids=["connect", "trainerroad"])
def test_a_file_of_others_is_read_and_written_with_the_same_steps(path, decode):
    theirs = decode(path.read_bytes())
    ours = decode(_written(_read(path.read_bytes())))

    assert _steps(ours) == _steps(theirs)
    assert [fields["wkt_name"] for name, fields in ours if name == "workout"] == [
        fields["wkt_name"] for name, fields in theirs if name == "workout"
    ]


def _steps(messages):
    """Return the steps; what a power is an average of is told as a loss, and the title names no step."""
    return [
        _of_any_average({field: value for field, value in fields.items() if value is not None})
        for name, fields in messages
        if name == "workout_step"
    ]


def _of_any_average(fields):
    # the decoder has no names for the numbers of a power of a lap
    if fields.get("target_type") not in ("power_lap", "power"):
        return fields
    names = {
        "target_power_zone": "target_value",
        "custom_target_power_low": "custom_target_value_low",
        "custom_target_power_high": "custom_target_value_high",
    }
    return {names.get(name, name): value for name, value in fields.items()} | {"target_type": "power"}


def test_the_strength_workout_of_a_watch_is_a_document_that_a_person_would_write():
    workout = _read(CONNECT.read_bytes())
    lines = format_steps(workout.items, workout.sport).split("\n")

    assert (workout.name, workout.sport) == ("FullBody - Beginner - B", Sport.STRENGTH)
    assert lines[0] == 'warmup "Warm-up" lap "Mobilisations articulaires"'
    assert lines[1].startswith('Wide-hands Push-up 3x15, rest 1min "Rétraction scapulaire')
    assert lines[2:5:2] == ["superset 2x, rest lap", "  rest lap"]
    assert [line for line in lines if line.startswith("Incline")] == [
        "Incline Reverse Fly 3x15 @ 2kg, rest 1min"
    ]


def test_what_is_read_of_others_without_a_loss_can_be_written_strictly():
    data = CONNECT.read_bytes()
    imported = import_data(data, "fit", registry=REGISTRY)

    assert imported.losses == ()
    assert imported.warnings == ()
    assert _written(imported.subject, strict=True)


def test_that_a_power_is_the_average_of_a_lap_is_told_once():
    imported = import_data(TRAINERROAD.read_bytes(), "fit", registry=REGISTRY)

    told = "steps[0].target: power lap: what it is an average of is left out, here and in all steps"
    assert [str(loss) for loss in imported.losses] == [told]


@pytest.mark.parametrize(
    ("sport", "steps"),
    [
        ("running", "warmup 15min @ Z2 HR\n6x\n  800m @ 3:50-4:00/km\n  recover 400m\ncooldown 10min"),
        ("running", "2x\n  3x\n    400m @ 3:45/km\n    rest 1min\n  rest 3min"),
        ("running", "1mi @ 7:00-7:30/mi\neasy 30min @ 8:10-8:20/mi"),
        ("running", "10min @ 180spm\n10min @ 4:10-4:30/km, 150-160bpm\nstrides 20s\nwalk 1min"),
        ("running", "20min @ 85-90% HRmax\nuntil HR < 120\nuntil HR > 150\n200kcal\nlap"),
        ("running", "repeat until 20min\n  1min\n  2min\nrepeat until 5km\n  400m\n  100m"),
        ("running", "repeat until 300kcal\n  1min\nrepeat until HR > 170\n  1min"),
        ("cycling", "20min @ 88-94% FTP\n10min @ 250-270W\n10min @ Z3 power\n5min @ 85-95rpm"),
        ("cycling", "10min @ 30-32km/h\nuntil power > 300W\nuntil power < 150W"),
        ("rowing", "2km @ 1:55-2:00/500m\nrest 3min"),
        ("pool_swimming", "warmup 400m\n10x50m on 1:00\n4x100m on 1:45\n200m @ 1:40/100m\nrest lap"),
        ("strength", "Back squat 4x5 @ 80kg, rest 2min\nPlank 3x45s, rest 30s\nWall sit 40s"),
        ("strength", "superset 3x, rest 90s\n  Bench press 8 reps @ 60kg\n  Pull-up 8 reps"),
        ("strength", "Goblet squat 3x10 @ 35lb, rest 1min"),
    ],
)
def test_steps_come_back_in_the_same_words(sport, steps):
    workout = Workout(name="Same words", sport=sport, items=parse_steps(steps))
    read = _read(_written(workout))

    assert format_steps(read.items, read.sport) == format_steps(workout.items, workout.sport)


@pytest.mark.parametrize("part", Intensity)
@pytest.mark.parametrize(
    ("name", "exercise"), [("Mine", None), ("A1", "Push-up"), ("", "Push-up"), ("", None)]
)
@pytest.mark.parametrize("cue", ["", "Tall"])
def test_a_part_comes_back_beside_a_name_an_exercise_and_a_cue(part, name, exercise, cue):
    step = Step(
        duration=Time(60), intensity=part, name=name, exercise=exercise and Exercise(name=exercise), cue=cue
    )
    workout = Workout(name="Parts", sport="strength", items=[step])

    assert _read(_written(workout, strict=True)) == workout


def test_notes_that_have_no_room_for_a_part_are_cut_and_that_is_told():
    step = Step(duration=Time(60), intensity="drill", name="Mine", cue="x" * 199)
    (file,) = export(Workout(name="Long", items=[step]), "fit", registry=REGISTRY)

    assert [str(loss).partition(": 'Drill")[0] for loss in file.losses] == ["steps[0]: cue: cut to 199 bytes"]
    assert _read(file.data).items == (evolve(step, cue="x" * 193),)


@pytest.mark.parametrize("stroke", [None, *Stroke])
@pytest.mark.parametrize("equipment", [None, *Equipment])
def test_strokes_and_equipment_come_back(stroke, equipment):
    step = Step(duration=Distance(100), stroke=stroke, equipment=equipment)
    workout = Workout(name="Swim", sport="pool_swimming", items=[step], pool_length=22.86)

    assert _read(_written(workout)) == workout


@pytest.mark.parametrize("name", ["six-by-800", "cut-down", "pool-session", "long-run"])
def test_an_example_reads_back_with_its_name_its_sport_and_its_description(name):
    example = read_document(ROOT / "examples" / f"{name}.yaml")
    read = _read(_written(example, athlete=read_document(ROOT / "examples" / "ada.yaml")))

    assert (read.name, read.sport, read.description) == (example.name, example.sport, example.description)
