"""A JSON file is the workout or the plan and nothing less: it reads back equal, and fits the schema."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from workout_core import (
    DocumentError,
    Plan,
    Registry,
    Workout,
    document_schema,
    export,
    import_data,
    read_document,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = sorted(
    path
    for path in EXAMPLES.rglob("*.yaml")
    if not re.search("^(?:athlete|squad):", path.read_text("utf-8"), re.MULTILINE)
)
REGISTRY = Registry.discover()


def read(data):
    return import_data(data, "json", registry=REGISTRY).subject


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    published = json.loads(json.dumps(document_schema()))
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


def _assert_carried_whole(subject: Workout | Plan, schema: Draft202012Validator) -> None:
    (file,) = export(subject, "json", registry=REGISTRY)
    assert read(file.data) == subject
    assert file.losses == ()
    schema.validate(json.loads(file.data))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_example_is_carried_whole(path, schema):
    _assert_carried_whole(read_document(path), schema)


@pytest.mark.slow
def test_five_hundred_workouts_are_carried_whole(many_workouts, schema):
    assert len(many_workouts) >= 500
    for workout in many_workouts:
        _assert_carried_whole(workout, schema)


@pytest.mark.slow
def test_a_hundred_plans_are_carried_whole(many_plans, schema):
    assert len(many_plans) >= 100
    for plan in many_plans:
        _assert_carried_whole(plan, schema)


def test_an_athlete_is_neither_a_workout_nor_a_plan():
    with pytest.raises(DocumentError, match="is an athlete, not a workout or a plan"):
        read(b'{"format": 1, "athlete": "Ada"}')
