"""The published schema says of documents what the reader says, as far as a schema can."""

import json
import os
import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from workout_core import DocumentError, document_schema, read_text, to_json
from workout_core.testing.strategies import athletes, plans, workouts

SCHEMA = Draft202012Validator(document_schema())
JSON_EXAMPLE = """\
{"format": 1, "workout": "6 × 800 m", "sport": "running", "steps": [
  {"intensity": "warmup", "duration": {"time": 900}, "target": {"heart_rate": {"zone": 2}}},
  {"repeat": 6, "steps": [
    {"duration": {"distance": 800}, "target": {"speed": {"low": 4.1667, "high": 4.3478}},
     "cue": "Relax the shoulders"},
    {"intensity": "recovery", "duration": {"distance": 400}}]},
  {"intensity": "cooldown", "duration": {"time": 600}, "target": {"speed": {"named": "easy"}}}]}
"""
WORKOUT_EXAMPLE = """\
workout: 6 × 800 m
sport: running                 # running when left out
description: Hold the form when it gets hard.
steps: |
  warmup 15min @ Z2 HR
  6x
    800m @ 3:50-4:00/km "Relax the shoulders"
    400m jog
  cooldown 10min @ easy
"""
ATHLETE_EXAMPLE = """\
athlete: Ada
threshold_pace: 4:45/km        # or: race: {distance: 10km, time: 47:30}
threshold_heart_rate: 168
max_heart_rate: 186
resting_heart_rate: 48
ftp: 240
one_rep_max: {back squat: 80kg, romanian deadlift: 70kg}
paces: {shuffle: 7:00/km}
"""
RACE_EXAMPLE = "athlete: Ada\nrace: {distance: 10km, time: 47:30}\n"


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(document_schema())


@pytest.mark.parametrize("example", [WORKOUT_EXAMPLE, ATHLETE_EXAMPLE, RACE_EXAMPLE])
def test_examples_in_yaml_are_valid_and_read_when_every_scalar_is_a_text(example):
    assert list(SCHEMA.iter_errors(yaml.load(example, Loader=yaml.BaseLoader))) == []
    assert read_text(example)


def test_the_example_in_json_is_valid_and_read():
    assert list(SCHEMA.iter_errors(json.loads(JSON_EXAMPLE))) == []
    assert read_text(JSON_EXAMPLE, is_json=True)


@given(st.one_of(workouts(), plans(), athletes()))
def test_everything_that_is_written_is_valid(document):
    assert list(SCHEMA.iter_errors(to_json(document))) == []


def _step(step: object) -> dict[str, object]:
    return {"workout": "A", "steps": [step]}


def _target(target: object) -> dict[str, object]:
    return _step({"duration": "lap", "target": target})


def _session(**keys: object) -> dict[str, object]:
    return {"plan": "A", "sessions": [{"slot": "a", "date": "2026-08-03", "event": {"event": "B"}} | keys]}


def _race(**keys: object) -> dict[str, object]:
    return {"workout": "A", "recipe": "negative-split", "distance": "10km", "goal": "47:30"} | keys


REFUSED = {
    "a list": [],
    "a text": "10min",
    "nothing": {},
    "no steps": {"workout": "A"},
    "no step in a list": {"workout": "A", "steps": []},
    "a number for steps": {"workout": "A", "steps": 10},
    "a list for a name": {"workout": ["A"], "steps": "10min"},
    "two kinds": {"workout": "A", "athlete": "B", "steps": "10min"},
    "a newer format": {"format": 2, "workout": "A", "steps": "10min"},
    "a misspelt key": {"workout": "A", "steps": "10min", "sprot": "running"},
    "a sport there is not": {"workout": "A", "steps": "10min", "sport": "chess"},
    "a text for tags": {"workout": "A", "steps": "10min", "tags": "easy"},
    "a step without a duration": _step({"intensity": "rest"}),
    "a step with a misspelt key": _step({"duration": "lap", "que": "Relax"}),
    "a part there is not": _step({"duration": "lap", "intensity": "warmpu"}),
    "a duration of two": _step({"duration": {"time": 1, "distance": 1}}),
    "a duration in words": _step({"duration": "15min"}),
    "half a repetition": _step({"duration": {"reps": 2.5}}),
    "no repeats": _step({"repeat": 0, "steps": "400m"}),
    "a repeat without steps": _step({"repeat": 6}),
    "a repeat until repetitions": _step({"repeat": {"until": {"reps": 6}}, "steps": "400m"}),
    "a broken step in a repeat": _step({"repeat": 6, "steps": [{"duration": {}}]}),
    "a target in words": _target("Z2 HR"),
    "a target of two quantities": _target({"power": {"zone": 2}, "heart_rate": {"zone": 2}}),
    "a misspelt quantity": _target({"hart_rate": {"zone": 2}}),
    "low without high": _target({"power": {"low": 250}}),
    "a range and a zone": _target({"power": {"low": 250, "high": 260, "zone": 2}}),
    "zone 0": _target({"power": {"zone": 0}}),
    "zone 11": _target({"power": {"zone": 11}}),
    "a zone of cadence": _target({"cadence": {"zone": 2}}),
    "a named power": _target({"power": {"named": "easy"}}),
    "a threshold of another quantity": _target({"power": {"low": 0.5, "high": 1, "of": "max_heart_rate"}}),
    "a threshold of cadence": _target({"cadence": {"low": 0.5, "high": 1, "of": "ftp"}}),
    "an athlete with a misspelt key": {"athlete": "A", "threshold_hart_rate": 168},
    "a race without a time": {"athlete": "A", "race": {"distance": "10km"}},
    "zones of cadence": {"athlete": "A", "zones": {"cadence": [80, 90]}},
    "zones with one edge": {"athlete": "A", "zones": {"power": [80]}},
    "eleven zones": {"athlete": "A", "zones": {"power": list(range(100, 112))}},
    "units there are not": {"athlete": "A", "units": "metrisch"},
    "a plan of nothing": {"plan": "A", "sessions": []},
    "a session without a slot": {"plan": "A", "sessions": [{"date": "2026-08-03", "event": {"event": "B"}}]},
    "a session of nothing": {"plan": "A", "sessions": [{"slot": "a", "date": "2026-08-03"}]},
    "a session of two things": _session(workout={"workout": "B", "steps": "10min"}),
    "a session with a misspelt key": _session(att="7:00"),
    "a kind of event there is not": _session(event={"event": "B", "kind": "live"}),
    "a time of day in words": _session(at="dawn"),
    "a broken workout in a plan": _session(event=None, workout={"workout": "B"}),
    "one for true": _session(skipped=1),
    "zero for false": _session(skipped=0),
    "on for true": _session(skipped="on"),
    "off for a rest that is skipped": _step(
        {"repeat": 3, "skip_last_rest": "off", "steps": "400m; rest 1min"}
    ),
    "zero for a recipe's no": _race(by_climb=0),
    "off for a recipe's no": _race(by_climb="off"),
    "a count that ends in a point": _step({"repeat": "5.", "steps": "400m"}),
    "a count with a space": _step({"repeat": " 5", "steps": "400m"}),
    "repetitions with a space": _step({"duration": {"reps": "5 "}}),
    "an effort that ends in a point": _target({"effort": {"low": "5.", "high": 6}}),
    "a recipe's count with a space": {"workout": "A", "recipe": "intervals", "times": "5 "},
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED)
def test_what_the_schema_refuses_the_reader_refuses(document):
    assert list(SCHEMA.iter_errors(document))
    with pytest.raises(DocumentError):
        read_text(json.dumps(document), is_json=True)


@pytest.mark.parametrize("share", ["2e-2", "0.02", "-2E-2"])
def test_a_share_is_read_as_json_writes_numbers(share):
    document = _race(split=float(share))
    assert list(SCHEMA.iter_errors(document)) == []
    text = json.dumps(document).replace(json.dumps(float(share)), share)
    assert read_text(text, is_json=True) == read_text(json.dumps(document), is_json=True)


def test_every_table_says_what_its_required_keys_are_for():
    for name, table in document_schema()["$defs"].items():
        for key in table.get("required", ()):
            assert table["properties"][key].get("description"), f"{name}.{key}"


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_schema_is_the_same_bytes_in_every_process(seed):
    command = [sys.executable, "-c", "from workout_core.cli.main import run; run(['schema'])"]

    done = subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})

    assert done.stdout == (json.dumps(document_schema(), ensure_ascii=False, indent=2) + "\n").encode()
