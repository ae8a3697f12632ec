"""What is written reads as the same model, and YAML is written in one form only."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Athlete, read_text, to_json, write_json, write_yaml
from workout_core.testing.strategies import athletes, plans, workouts
from workout_core.testing.strategies.strength import strength_workouts

documents = st.one_of(workouts(), workouts(exercises=False), plans(), athletes())


@given(documents)
def test_json_reads_as_the_same_model(document):
    assert read_text(write_json(document), is_json=True) == document


@given(documents)
def test_json_is_read_by_a_reader_of_yaml_too(document):
    assert read_text(write_json(document)) == document


@given(documents)
def test_json_is_what_the_standard_library_reads(document):
    assert json.loads(write_json(document)) == to_json(document)


@given(documents)
def test_yaml_reads_as_the_same_model(document):
    assert read_text(write_yaml(document)) == document


@given(strength_workouts())
def test_strength_is_equal_through_json_and_yaml(workout):
    assert read_text(write_json(workout), is_json=True) == workout
    assert read_text(write_yaml(workout)) == workout


@given(documents)
def test_canonical_yaml_is_its_own_canonical_form(document):
    written = write_yaml(document)

    assert write_yaml(read_text(written)) == written


@given(documents)
def test_any_reader_of_yaml_takes_names_for_texts(document):
    kind = next(key for key in to_json(document) if key != "format")

    assert yaml.safe_load(write_yaml(document))[kind] == document.name


MACHINES = """\
{
  "format": 1,
  "workout": "6 × 800 m",
  "sport": "running",
  "steps": [
    {
      "duration": {
        "distance": 800
      },
      "target": {
        "speed": {
          "low": 4.166666666666667,
          "high": 4.166666666666667
        }
      }
    }
  ]
}
"""
CANONICAL = {
    "a workout": (
        """\
steps: 'warmup 15min; 6x(800m @ 4:00/km, 400m jog)'
tags: [a, 'no']
workout: 4:30
sport: Trail running
description: "one\\n\\n  two"
""",
        """\
workout: '4:30'
sport: trail_running
description: |-
  one

    two
tags:
- a
- 'no'
steps: |
  warmup 15min
  6x
    800m @ 4:00/km
    recover 400m
""",
    ),
    "a workout that the notation has no words for": (
        """\
workout: Strength
sport: strength
steps: [10min, {duration: {reps: 5}, exercise: {name: Squat, load: {kilograms: 80kg}}, equipment: fins}]
""",
        """\
workout: Strength
sport: strength
steps:
- duration:
    time: 600
- duration:
    reps: 5
  equipment: fins
  exercise:
    name: Squat
    load:
      kilograms: 80
""",
    ),
    "an athlete": (
        """\
athlete: Ada
paces: {Shuffle: 7:30-7:00/km}
zones: {speed: [6:00/km, 5:00/km], power: [100, 200]}
ftp: 240W
race: {distance: half marathon, time: 1:45:00}
threshold_pace: 4:45/km
""",
        """\
athlete: Ada
threshold_pace: 4:45/km
race:
  distance: 21.0975km
  time: 1h45min
ftp: 240
zones:
  speed:
  - 6:00/km
  - 5:00/km
  power:
  - 100
  - 200
paces:
  shuffle: 7:00-7:30/km
""",
    ),
    "a plan": (
        """\
plan: Form
timezone: UTC
sessions:
  - {slot: b, date: 2026-08-05, event: {event: Call}}
  - {slot: a, date: 2026-08-04, at: 7:00, lasts: 45 min, workout: {workout: Easy, steps: 30min}}
""",
        """\
plan: Form
timezone: UTC
sessions:
- slot: a
  date: '2026-08-04'
  at: 07:00
  lasts: 45min
  workout:
    workout: Easy
    sport: running
    steps: |
      30min
- slot: b
  date: '2026-08-05'
  event:
    event: Call
""",
    ),
}


@pytest.mark.parametrize(("document", "canonical"), CANONICAL.values(), ids=CANONICAL)
def test_yaml_is_written_for_people(document, canonical):
    assert write_yaml(read_text(document)) == canonical


def test_json_is_written_for_machines():
    assert write_json(read_text("workout: 6 × 800 m\nsteps: 800m @ 4:00/km\n")) == MACHINES


def test_whole_numbers_are_written_without_a_point():
    assert to_json(Athlete(name="Ada", ftp=240.0)) == {"format": 1, "athlete": "Ada", "ftp": 240}
