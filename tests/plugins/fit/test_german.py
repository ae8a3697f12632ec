"""A watch of somebody who speaks German: its words, whole letters and no byte too many, and the way back."""

from datetime import UTC, datetime

import pytest

from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import (
    Distance,
    Exercise,
    ExerciseBook,
    Intensity,
    Quantity,
    Range,
    Registry,
    Reps,
    Sport,
    Step,
    Target,
    Time,
    Workout,
    export,
    import_data,
    in_language,
)

REGISTRY = Registry.discover()
FIT = REGISTRY.exporter("fit").supports
NOW = datetime(2026, 8, 3, tzinfo=UTC)
PARTS = {
    Intensity.EASY: "Locker",
    Intensity.STEADY: "Gleichmäßig",
    Intensity.WALK: "Gehen",
    Intensity.STRIDES: "Steigerungen",
    Intensity.DRILL: "Übung",
}
PACE = Target(Quantity.SPEED, Range(4.0, 4.0))
CADENCE = Target(Quantity.CADENCE, Range(180, 186))
ROLES = Workout(name="Lauf", items=[Step(duration=Time(60), intensity=each) for each in PARTS])
NAMED = Workout(
    name="Lauf",
    items=[
        Step(duration=Time(60), name="Bergan", intensity=Intensity.STEADY, cue="Knie hoch"),
        Step(duration=Distance(400), target=PACE, second_target=CADENCE, cue="Schultern locker"),
    ],
)
LONG = Workout(
    name="Tempodauerlauf über die Höhenstraße",
    items=[Step(duration=Time(600), cue="ä" * most) for most in (99, 100, 150)],
)


def _written(workout, language="de", **options):
    with in_language(language):
        (file,) = export(workout, "fit", registry=REGISTRY, now=NOW, options=options)
    return file


def _steps(data, read=read_with_garmin):
    return [fields for name, fields in read(data) if name == "workout_step"]


@pytest.mark.parametrize("read", [read_with_garmin, read_with_fitdecode])
def test_a_step_without_a_name_has_the_word_for_its_part(read):
    assert [each["wkt_step_name"] for each in _steps(_written(ROLES).data, read)] == list(PARTS.values())


def test_a_step_with_a_name_has_that_word_in_its_notes():
    assert _steps(_written(NAMED).data)[0]["notes"] == "Gleichmäßig\nKnie hoch"


def test_words_for_parts_fit_a_name_of_a_step():
    assert all(len(word.encode()) <= FIT.max_step_name_bytes for word in PARTS.values())


@pytest.mark.parametrize(
    ("device", "name", "notes"), [("generic", 31, 199), ("fr935", 15, 199), ("fr920xt", 15, 49)]
)
def test_long_texts_are_cut_between_letters(device, name, notes):
    file = _written(LONG, device=device)
    read = read_with_garmin(file.data)
    (called,) = (fields["wkt_name"] for kind, fields in read if kind == "workout")
    assert name - 1 <= len(called.encode()) <= name
    assert LONG.name.startswith(called)
    for fields, step in zip(_steps(file.data), LONG.items, strict=True):
        kept = min(len(step.cue), notes // 2)
        assert fields["notes"] == "ä" * kept
    assert file.losses[0].what == f"auf {name} Bytes gekürzt: „{called}“"


@pytest.mark.parametrize("written", ["de", "en"])
@pytest.mark.parametrize("read", ["de", "en"])
@pytest.mark.parametrize("workout", [ROLES, NAMED], ids=["parts", "names and two targets"])
def test_what_is_written_in_one_language_is_read_in_each(workout, written, read):
    data = _written(workout, written).data
    with in_language(read):
        found = import_data(data, "fit", registry=REGISTRY)
    assert found.subject.items == workout.items
    assert found.losses == ()


def test_what_the_file_adds_is_told():
    swim = Workout(name="Bad", items=[Step(duration=Distance(100))], sport=Sport.POOL_SWIMMING)
    assert [loss.what for loss in _written(swim).losses] == ["nicht angegeben: die Datei sagt 25 m"]


@pytest.mark.parametrize("read", ["de", "en"])
def test_exercises_are_called_as_people_call_them_and_read_as_documents_do(read):
    names = [each.name for each in ExerciseBook().movements()]
    for some in (names[:50], names[50:]):
        steps = [Step(duration=Reps(10), exercise=Exercise(name=each)) for each in some]
        data = _written(Workout(name="Kraft", items=steps, sport=Sport.STRENGTH)).data
        with in_language(read):
            found = import_data(data, "fit", registry=REGISTRY).subject
        assert [step.exercise.name for step in found.items] == some
