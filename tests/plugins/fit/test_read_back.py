"""A FIT file says what its workout says, in every reader that we did not write."""

import re
from pathlib import Path

import pytest
from attrs import evolve, frozen

from oracles.fit_decoders import from_garmin_js, read_with_fitdecode, read_with_garmin
from oracles.fit_intended import intended
from oracles.readers import node_modules_or_skip, read_fit_with_garmin_js
from workout_core import (
    Athlete,
    ExportError,
    Plan,
    Registry,
    Workout,
    WorkoutError,
    export,
    read_document,
    simplify,
)
from workout_core.analysis.reading import Reading

EXAMPLES = Path(__file__).parents[3] / "examples"
REGISTRY = Registry.discover()
FIT = REGISTRY.exporter("fit").supports
DOCUMENTS = sorted(
    path
    for path in EXAMPLES.rglob("*.yaml")
    if not re.search("^athlete:", path.read_text("utf-8"), re.MULTILINE)
)
READERS = pytest.mark.parametrize("read", [read_with_garmin, read_with_fitdecode])


@frozen
class File:
    """A workout as the format can carry it, and the file that was written of it."""

    workout: Workout
    data: bytes


def _written(workout: Workout, athlete: Athlete | None = None) -> File:
    (file,) = export(workout, "fit", registry=REGISTRY, athlete=athlete)
    known = workout if athlete is None else Reading(workout, athlete).resolved
    return File(simplify(known, FIT)[0], file.data)


def _workouts_of(path: Path) -> list[Workout]:
    document = read_document(path)
    if isinstance(document, Plan):
        return [session.activity for session in document.sessions if isinstance(session.activity, Workout)]
    assert isinstance(document, Workout)
    return [document]


def _attempt(workout: Workout, athlete: Athlete | None = None) -> File | WorkoutError:
    try:
        return _written(workout, athlete)
    except WorkoutError as error:
        return error


@pytest.fixture(scope="module")
def attempts(many_workouts) -> list[File | WorkoutError]:
    """What became of each of many workouts."""
    return [_attempt(workout) for workout in many_workouts]


@pytest.fixture(scope="module")
def files(attempts) -> list[File]:
    """The workouts that were written."""
    return [file for file in attempts if isinstance(file, File)]


@pytest.fixture(scope="module")
def resolved(many_workouts) -> list[File]:
    """Workouts with the numbers of an athlete who has all that is asked for."""
    ada = read_document(EXAMPLES / "ada.yaml")
    return [file for file in (_attempt(workout, ada) for workout in many_workouts) if isinstance(file, File)]


def _assert_says(file: File, read) -> None:
    messages = read(file.data)
    wanted = intended(file.workout)
    assert [name for name, _ in messages[:3]] == ["file_id", "file_creator", "workout"]
    assert messages[2][1] == wanted.workout
    steps = [("workout_step", step) for step in wanted.steps]
    assert messages[3:] == steps + [("exercise_title", title) for title in wanted.titles]


@READERS
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("athlete", ["ada.yaml", None])
def test_an_example_reads_back_as_it_was_meant(path, athlete, read):
    ada = athlete and read_document(EXAMPLES / athlete)
    for workout in _workouts_of(path):
        _assert_says(_written(workout, ada), read)


@pytest.mark.slow
@READERS
def test_five_hundred_workouts_read_back_as_they_were_meant(files, read):
    assert len(files) >= 500
    for file in files:
        _assert_says(file, read)


@pytest.mark.slow
@READERS
def test_a_hundred_workouts_read_back_with_the_numbers_of_an_athlete(resolved, read):
    assert len(resolved) >= 100
    for file in resolved:
        _assert_says(file, read)


@pytest.mark.slow
def test_no_workout_is_refused_but_for_too_many_steps(many_workouts, attempts):
    for workout, error in zip(many_workouts, attempts, strict=True):
        if not isinstance(error, File):
            _assert_too_many_steps(workout, error)


@pytest.mark.slow
def test_a_workout_of_many_steps_is_refused_and_told_how_many_they_are(many_workouts):
    for workout in many_workouts[:100]:
        long = evolve(workout, items=workout.items * 51)
        _assert_too_many_steps(long, _attempt(long))


def _assert_too_many_steps(workout: Workout, error: File | WorkoutError) -> None:
    count = len(list(simplify(workout, evolve(FIT, max_steps=None))[0].walk()))
    assert count > 50
    assert isinstance(error, ExportError)
    told = f"{workout.name}: fit: steps: {count} steps and repeats, and the format takes 50 "
    assert str(error).startswith(told)


@pytest.mark.slow
def test_the_javascript_decoder_reads_the_same_from_every_file(files, resolved, tmp_path):
    node_modules_or_skip()
    written = [*files, *resolved]
    paths = [tmp_path / f"{number}.fit" for number in range(len(written))]
    for path, file in zip(paths, written, strict=True):
        path.write_bytes(file.data)
    for file, found in zip(written, read_fit_with_garmin_js(paths), strict=True):
        assert found["integrity"]
        assert found["errors"] == []
        assert from_garmin_js(found["messages"]) == read_with_garmin(file.data)
