"""A FIT file says what its workout says, in every reader that we did not write."""

import re
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve, frozen

from oracles.fit_decoders import Messages, from_garmin_js, read_with_fitdecode, read_with_garmin
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
    parse_steps,
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
    if not re.search("^(?:athlete|squad):", path.read_text("utf-8"), re.MULTILINE)
)
READERS = pytest.mark.parametrize("read", [read_with_garmin, read_with_fitdecode])


@frozen
class File:
    """A workout as the format can carry it, and the file that was written of it."""

    workout: Workout
    data: bytes


def _written(workout: Workout, athlete: Athlete | None = None) -> File:
    (file,) = export(workout, "fit", registry=REGISTRY, athlete=athlete)
    return File(simplify(workout, FIT, Reading(workout, athlete))[0], file.data)


def _workouts_of(path: Path) -> list[Workout]:
    document = read_document(path)
    if isinstance(document, Plan):
        return [session.activity for session in document.sessions if isinstance(session.activity, Workout)]
    assert isinstance(document, Workout)
    return [document]


@cache
def _files_of(path: Path, athlete: str | None) -> list[File]:
    """Write the workouts of a document, once for all readers."""
    ada = athlete and read_document(EXAMPLES / athlete)
    return [_written(workout, ada) for workout in _workouts_of(path)]


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
    for file in _files_of(path, athlete):
        _assert_says(file, read)


LOST = "\ufffd"
"""What stands for a letter that somebody could not decode."""


def _called(name: str) -> File:
    return _written(Workout(name=name, description=name, items=parse_steps(f'10min "{name}"')))


@READERS
@pytest.mark.parametrize("name", [LOST, f"a{LOST}", f"{LOST}b"], ids=ascii)
def test_a_letter_that_was_lost_is_a_letter(name, read):
    file = _called(name)

    assert file.workout.name == name
    _assert_says(file, read)


def test_the_javascript_decoder_leaves_out_what_stands_for_lost_letters(tmp_path):
    node_modules_or_skip()
    names = [LOST, f"a{LOST}"]
    files = [_called(name) for name in names]

    assert _read_with_javascript(files, tmp_path) == [
        _without_lost_letters(read_with_garmin(file.data)) for file in files
    ]


def _read_with_javascript(files: list[File], folder: Path) -> list[Messages]:
    """Decode files with Garmin's JavaScript SDK: they must be whole and without errors."""
    paths = [folder / f"{number}.fit" for number in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.data)
    read = read_fit_with_garmin_js(paths)
    assert all(found["integrity"] and found["errors"] == [] for found in read)
    return [from_garmin_js(found["messages"]) for found in read]


def _without_lost_letters(messages: Messages) -> Messages:
    """Return *messages* as Garmin's JavaScript SDK shows them, which takes U+FFFD for a fault of its own."""
    left = ((name, {field: _left(value) for field, value in fields.items()}) for name, fields in messages)
    return [(name, {field: value for field, value in fields.items() if value != ""}) for name, fields in left]


def _left(value: object) -> object:
    return value.replace(LOST, "") if isinstance(value, str) else value


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
    for file, found in zip(written, _read_with_javascript(written, tmp_path), strict=True):
        assert found == _without_lost_letters(read_with_garmin(file.data))


@READERS
def test_of_a_range_a_watch_gets_the_lower_end_and_the_words(read):
    steps = 'easy 30-40min "Relax"; 4-6x(8-10km @ 4:00/km, rest 60-90s)'
    written = _written(Workout(name="Ranges", items=parse_steps(steps)))
    told = [fields for name, fields in read(written.data) if name == "workout_step"]

    assert [each.get("duration_time", each.get("duration_distance")) for each in told[:3]] == [1800, 8000, 60]
    assert [each.get("notes") for each in told[:3]] == [
        "30 to 40 min\nRelax",
        "4 to 6 times, 8 to 10 km",
        "60 to 90 s",
    ]
    assert told[3]["repeat_steps"] == 4
