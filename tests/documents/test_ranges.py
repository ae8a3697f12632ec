"""Ranges in documents: both ends, by their names, and where one is wrong."""

import json

import pytest
from jsonschema import Draft202012Validator

from workout_core import (
    Distance,
    DocumentError,
    Intensity,
    Repeat,
    Reps,
    Step,
    Time,
    Workout,
    document_schema,
    read_text,
    to_json,
    write_json,
    write_yaml,
)

RANGES = Workout(
    name="Ranges",
    items=[
        Step(duration=Time(1800, longest=2400)),
        Repeat(
            times=4,
            most=6,
            skip_last_rest=True,
            items=[
                Step(duration=Distance(8000, farthest=10000)),
                Step(duration=Time(60, longest=90), intensity=Intensity.REST),
            ],
        ),
        Step(duration=Reps(12, least=8)),
    ],
)


def test_both_ends_are_written_by_their_names_and_read_back():
    assert to_json(RANGES)["steps"] == [
        {"duration": {"time": {"low": 1800, "high": 2400}}},
        {
            "repeat": {"low": 4, "high": 6},
            "skip_last_rest": True,
            "steps": [
                {"duration": {"distance": {"low": 8000, "high": 10000}}},
                {"intensity": "rest", "duration": {"time": {"low": 60, "high": 90}}},
            ],
        },
        {"duration": {"reps": {"low": 8, "high": 12}}},
    ]
    assert read_text(write_json(RANGES)) == read_text(write_yaml(RANGES)) == RANGES


def test_the_schema_has_both_ends():
    schema = Draft202012Validator(document_schema())
    whole = json.loads(write_json(RANGES))

    assert list(schema.iter_errors(whole)) == []
    for wrong in ({"low": 4}, {"low": 4, "high": 6, "most": 8}, {"low": 4, "until": {"time": 60}}):
        assert list(schema.iter_errors(whole | {"steps": [{"repeat": wrong, "steps": ["10min"]}]}))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (
            "duration: {time: {low: 2400, high: 1800}}",
            "steps[0].duration.time: a range of times goes upwards: 2400 to 1800 s",
        ),
        (
            "duration: {distance: {low: 5km, high: 5km}}",
            "steps[0].duration.distance: a range of distances goes upwards: 5000 to 5000 m",
        ),
        ("duration: {time: {low: 30min}}", "steps[0].duration.time: a range of times needs 'high:'"),
        (
            "{repeat: {low: 6, high: 4}, steps: 10min}",
            "steps[0]: a range of passes goes upwards: 6 to 4",
        ),
        ("{repeat: {high: 4}, steps: 10min}", "steps[0].repeat: a range of passes needs 'low:'"),
        ("{repeat: {low: 4, high: 2000}, steps: 10min}", "steps[0]: repeat must be 1 to 1000: 2000"),
        (
            "{repeat: {until: {time: {low: 600, high: 900}}}, steps: 10min}",
            "steps[0].repeat.until.time: must be a number or a text like '1:45:00'",
        ),
    ],
)
def test_a_range_that_is_wrong_is_told_where_it_stands(step, said):
    with pytest.raises(DocumentError) as refused:
        read_text(f"workout: A\nsteps:\n  - {step}\n")

    assert [f"{each.path}: {each.message}" for each in refused.value.problems] == [said]


def test_more_volume_is_more_of_both_ends():
    plan = read_text(
        "plan: P\nstart: 2026-08-03\nweeks:\n"
        "  - {mon: easy 30-40min, sun: easy 12-15km}\n  - {like: 1, volume: +10%}\n"
    )
    made = [session.activity.items[0].duration for session in plan.sessions[2:]]

    assert made == [Time(1980, longest=2640), Distance(13000, farthest=16500)]
    assert plan.sessions[2].volume.what == "30 to 40 min becomes 33 to 44 min"
    assert plan.sessions[3].activity.name == "Easy 13 to 16.5 km"
