"""Documents that use every key there is, in YAML and in JSON, and the models they stand for."""

from datetime import date, time

import pytest

from workout_core import (
    Athlete,
    Band,
    BodyWeight,
    Calories,
    Distance,
    Equipment,
    Event,
    EventKind,
    Exercise,
    HeartRateAbove,
    HeartRateBelow,
    Implement,
    Intensity,
    LapButton,
    Link,
    LinkKind,
    Named,
    OneRepMax,
    Plan,
    PowerAbove,
    PowerBelow,
    Quantity,
    Race,
    Ramp,
    Range,
    Reference,
    Repeat,
    Reps,
    RepTime,
    Session,
    Sport,
    Step,
    Stroke,
    Target,
    Time,
    Units,
    VolumeChange,
    Week,
    Weight,
    Workout,
    Zone,
    outline,
    read_text,
    to_json,
    write_json,
)
from workout_core.documents.athletes import ATHLETE
from workout_core.documents.plans.sessions import DATED, EVENT, SESSION, VOLUME, WEEK
from workout_core.documents.races import RACE
from workout_core.documents.workouts import EXERCISE, REPEAT, STEP, WORKOUT
from workout_core.languages import Language

WORKOUT_YAML = """\
workout: Everything
id: all-1
sport: pool swimming
description: |
  Long,
  and hard.
tags: [easy, 1]
links:
  - https://example.org/page
  - {url: https://example.org/film, title: How, kind: video}
pool_length: 25m
units: metric
tolerance: 8s/mi
goal: {distance: 10km, time: 45:00}
steps:
  - intensity: warmup
    name: Loosen up
    duration: {time: 15min}
    target: {heart_rate: {zone: 2}}
    second_target: {cadence: {low: 85rpm, high: 90rpm}}
    stroke: backstroke
    equipment: pull buoy
    cue: Long strokes
  - repeat: 3
    skip_last_rest: yes
    steps:
      - {duration: {reps: 5}, exercise: {name: Squat, load: {kilograms: 80kg}, per_side: no, tempo: 3-1-1}}
      - {duration: {calories: 20kcal}, exercise: {name: Row, load: {one_rep_max: 80%}}}
      - {duration: lap, exercise: {name: Pull-up, load: body weight, per_side: yes}}
      - {duration: lap, exercise: {name: Dip, load: {body_weight: 10}}}
      - {duration: lap, exercise: {name: Fly, load: {band: red}}}
      - {intensity: rest, duration: {time: 60}}
  - repeat: {until: {time: 20min}}
    steps:
      - {duration: {until: {heart_rate: {above: 160}}}, target: {speed: {named: threshold, tolerance: 0}}}
      - {duration: {until: {heart_rate: {below: 120}}}, target: {effort: {low: 3, high: 4}}}
      - {duration: {until: {power: {above: 300}}}, target: {power: {low: 95%, high: 1.05, of: ftp}}}
      - {duration: {until: {power: {below: 200}}}, target: {power: {from: 100, to: 300W}}}
  - repeat: {until: {heart_rate: {above: 170}}}
    steps: 100m
  - {repeat: 10, every: 1min, steps: [{duration: {reps: {low: 8, high: 10}}}]}
  - {repeat: 2, cap: 12:00, steps: 100m}
  - {duration: {distance: 400}, target: {speed: {time: 72s, distance: 400m}}}
  - {duration: {distance: 400}, target: {speed: {time: {low: 70, high: 1:12}, distance: 400}}}
  - {duration: {distance: 400}, target: {speed: {named: goal pace, offset: -5s}}}
  - duration: {distance: 400}
    target: {speed: {named: 10km pace, offset: {low: 10, high: 20s/km}, tolerance: 3}}
  - {duration: {distance: 400}, target: {speed: {named: 10km pace, share: 95%}}}
"""
WORKOUT_JSON = """\
{"format": 1, "workout": "Everything", "id": "all-1", "sport": "pool_swimming",
 "description": "Long,\\nand hard.", "tags": ["easy", "1"],
 "links": ["https://example.org/page",
           {"url": "https://example.org/film", "title": "How", "kind": "video"}],
 "pool_length": 25, "units": "metric", "tolerance": "8s/mi",
 "goal": {"distance": 10000, "time": 2700}, "steps": [
  {"intensity": "warmup", "name": "Loosen up", "duration": {"time": 900},
   "target": {"heart_rate": {"zone": 2}}, "second_target": {"cadence": {"low": 85, "high": 90}},
   "stroke": "backstroke", "equipment": "pull_buoy", "cue": "Long strokes"},
  {"repeat": 3, "skip_last_rest": true, "steps": [
    {"duration": {"reps": 5},
     "exercise": {"name": "Squat", "load": {"kilograms": 80}, "per_side": false, "tempo": "3-1-1"}},
    {"duration": {"calories": 20}, "exercise": {"name": "Row", "load": {"one_rep_max": 0.8}}},
    {"duration": "lap", "exercise": {"name": "Pull-up", "load": "body weight", "per_side": true}},
    {"duration": "lap", "exercise": {"name": "Dip", "load": {"body_weight": 10}}},
    {"duration": "lap", "exercise": {"name": "Fly", "load": {"band": "red"}}},
    {"intensity": "rest", "duration": {"time": 60}}]},
  {"repeat": {"until": {"time": 1200}}, "steps": [
    {"duration": {"until": {"heart_rate": {"above": 160}}},
     "target": {"speed": {"named": "threshold", "tolerance": 0}}},
    {"duration": {"until": {"heart_rate": {"below": 120}}}, "target": {"effort": {"low": 3, "high": 4}}},
    {"duration": {"until": {"power": {"above": 300}}},
     "target": {"power": {"low": 0.95, "high": 1.05, "of": "ftp"}}},
    {"duration": {"until": {"power": {"below": 200}}}, "target": {"power": {"from": 100, "to": 300}}}]},
  {"repeat": {"until": {"heart_rate": {"above": 170}}}, "steps": [{"duration": {"distance": 100}}]},
  {"repeat": 10, "every": 60, "steps": [{"duration": {"reps": {"low": 8, "high": 10}}}]},
  {"repeat": 2, "cap": 720, "steps": [{"duration": {"distance": 100}}]},
  {"duration": {"distance": 400}, "target": {"speed": {"time": 72, "distance": 400}}},
  {"duration": {"distance": 400}, "target": {"speed": {"time": {"low": 70, "high": 72}, "distance": 400}}},
  {"duration": {"distance": 400}, "target": {"speed": {"named": "goal pace", "offset": -5}}},
  {"duration": {"distance": 400},
   "target": {"speed": {"named": "10km pace", "offset": {"low": 10, "high": 20}, "tolerance": 3}}},
  {"duration": {"distance": 400}, "target": {"speed": {"named": "10km pace", "share": 0.95}}}]}
"""


def _lift(duration, **exercise) -> Step:
    return Step(duration=duration, exercise=Exercise(**exercise))


def _held(duration, quantity, value) -> Step:
    return Step(duration=duration, target=Target(quantity, value))


EVERY_WORKOUT = Workout(
    name="Everything",
    id="all-1",
    sport=Sport.POOL_SWIMMING,
    description="Long,\nand hard.",
    tags=("easy", "1"),
    links=(Link("https://example.org/page"), Link("https://example.org/film", "How", LinkKind.VIDEO)),
    pool_length=25,
    units=Units.METRIC,
    tolerance=8 * 1000 / 1609.344,
    goal=Race(10_000, 2700),
    items=(
        Step(
            intensity=Intensity.WARMUP,
            name="Loosen up",
            duration=Time(900),
            target=Target(Quantity.HEART_RATE, Zone(2)),
            second_target=Target(Quantity.CADENCE, Range(85, 90)),
            stroke=Stroke.BACKSTROKE,
            equipment=Equipment.PULL_BUOY,
            cue="Long strokes",
        ),
        Repeat(
            times=3,
            skip_last_rest=True,
            items=(
                _lift(Reps(5), name="Squat", load=Weight(80), tempo="3-1-1"),
                _lift(Calories(20), name="Row", load=OneRepMax(0.8)),
                _lift(LapButton(), name="Pull-up", load=BodyWeight(), per_side=True),
                _lift(LapButton(), name="Dip", load=BodyWeight(10)),
                _lift(LapButton(), name="Fly", load=Band("red")),
                Step(intensity=Intensity.REST, duration=Time(60)),
            ),
        ),
        Repeat(
            until=Time(1200),
            items=(
                _held(HeartRateAbove(160), Quantity.SPEED, Named("threshold", 0)),
                _held(HeartRateBelow(120), Quantity.EFFORT, Range(3, 4)),
                _held(PowerAbove(300), Quantity.POWER, Range(0.95, 1.05, Reference.FTP)),
                _held(PowerBelow(200), Quantity.POWER, Ramp(100, 300)),
            ),
        ),
        Repeat(until=HeartRateAbove(170), items=(Step(duration=Distance(100)),)),
        Repeat(times=10, every=60, items=(Step(duration=Reps(10, least=8)),)),
        Repeat(times=2, cap=720, items=(Step(duration=Distance(100)),)),
        _held(Distance(400), Quantity.SPEED, RepTime(400, 72, 72)),
        _held(Distance(400), Quantity.SPEED, RepTime(400, 70, 72)),
        _held(Distance(400), Quantity.SPEED, Named("goal pace", offset=Range(-5, -5))),
        _held(Distance(400), Quantity.SPEED, Named("10km pace", 3, offset=Range(10, 20))),
        _held(Distance(400), Quantity.SPEED, Named("10km pace", share=Range(0.95, 0.95))),
    ),
)

ATHLETE_YAML = """\
athlete: Ada
threshold_pace: 4:10/km
race: {distance: 10km, time: 47:30}
threshold_heart_rate: 168bpm
max_heart_rate: 186
resting_heart_rate: 48
ftp: 240W
one_rep_max: {back squat: 80kg, Romanian Deadlift: 70}
plates: 1.25kg
zones: {heart_rate: [100, 120, 140], speed: [6:40/km, 5:00/km], power: [100W, 200]}
paces: {shuffle: 7:00/km, hill: 6:00-7:00/km, sprint: {low: 8, high: 9}, bike: 30-36km/h}
means: {easy: Z2 HR, LT: RPE 7, marathon: 240-255W, "10km pace": 92-95% LTHR, hard: shuffle}
tolerance: 8s
goal: {distance: half marathon, time: 1:45:00}
units: imperial
language: de
"""
ATHLETE_JSON = """\
{"format": 1, "athlete": "Ada", "threshold_pace": 4, "race": {"distance": 10000, "time": 2850},
 "threshold_heart_rate": 168, "max_heart_rate": 186, "resting_heart_rate": 48, "ftp": 240,
 "one_rep_max": {"back squat": 80, "romanian deadlift": 70}, "plates": 1.25,
 "zones": {"heart_rate": [100, 120, 140], "speed": [2.5, 3.3333333333333335], "power": [100, 200]},
 "paces": {"shuffle": 2.380952380952381, "hill": {"low": "7:00/km", "high": "6:00/km"},
           "sprint": {"low": 8, "high": 9}, "bike": "30-36km/h"},
 "means": {"easy": "Z2 HR", "threshold": "RPE 7", "marathon": "240-255W", "10km pace": "92-95% LTHR",
           "hard": "shuffle"},
 "tolerance": 8, "goal": {"distance": 21097.5, "time": 6300}, "units": "imperial",
 "language": "de"}
"""
EVERY_ATHLETE = Athlete(
    name="Ada",
    threshold_speed=4,
    race=Race(10_000, 2850),
    threshold_heart_rate=168,
    max_heart_rate=186,
    resting_heart_rate=48,
    ftp=240,
    one_rep_max=(("back squat", 80), ("romanian deadlift", 70)),
    plates=1.25,
    tolerance=8,
    goal=Race(21_097.5, 6300),
    zones=(
        (Quantity.HEART_RATE, (Range(100, 120), Range(120, 140))),
        (Quantity.SPEED, (Range(2.5, 1000 / 300),)),
        (Quantity.POWER, (Range(100, 200),)),
    ),
    paces=(
        ("shuffle", Range(1000 / 420, 1000 / 420)),
        ("hill", Range(1000 / 420, 1000 / 360)),
        ("sprint", Range(8, 9)),
        ("bike", Range(30_000 / 3600, 10)),
    ),
    means=(
        ("easy", Target(Quantity.HEART_RATE, Zone(2))),
        ("threshold", Target(Quantity.EFFORT, Range(7, 7))),
        ("marathon", Target(Quantity.POWER, Range(240, 255))),
        ("10km pace", Target(Quantity.HEART_RATE, Range(0.92, 0.95, Reference.THRESHOLD_HEART_RATE))),
        ("hard", Target(Quantity.SPEED, Named("shuffle"))),
    ),
    units=Units.IMPERIAL,
    language=Language.GERMAN,
)

PLAN_YAML = """\
plan: Form
id: form-1
timezone: Europe/Warsaw
week_starts: sat
description: Four weeks.
links: [https://example.org]
athlete: {athlete: Ada, ftp: 240W}
weeks: [{start: 2026-08-03, name: Base, note: Easy does it., coach_note: Moved.}]
sessions:
  - slot: 1-tue
    date: 2026-08-04
    at: 7:00
    lasts: 45min
    race: yes
    volume: {factor: 1.1, what: 27 min to 30 min}
    load: "+2.5kg: Back squat 100 kg to 102.5 kg"
    workout: {workout: Easy, steps: 30min @ easy}
  - slot: 1-wed
    date: 2026-08-05
    skipped: true
    of: base
    event: {event: Call, kind: call, description: Bring questions., links: [https://example.org/call]}
"""
PLAN_JSON = """\
{"format": 1, "plan": "Form", "id": "form-1", "timezone": "Europe/Warsaw",
 "week_starts": "saturday", "description": "Four weeks.", "links": ["https://example.org"],
 "athlete": {"athlete": "Ada", "ftp": 240}, "weeks": [
  {"start": "2026-08-03", "name": "Base", "note": "Easy does it.", "coach_note": "Moved."}], "sessions": [
  {"slot": "1-tue", "date": "2026-08-04", "at": "07:00", "lasts": 2700,
   "race": true, "volume": {"factor": 1.1, "what": "27 min to 30 min"},
   "load": "+2.5kg: Back squat 100 kg to 102.5 kg", "workout":
   {"workout": "Easy", "sport": "running", "steps":
    [{"duration": {"time": 1800}, "target": {"speed": {"named": "easy"}}}]}},
  {"slot": "1-wed", "date": "2026-08-05", "skipped": true, "of": "base", "event":
   {"event": "Call", "kind": "call", "description": "Bring questions.",
    "links": ["https://example.org/call"]}}]}
"""
EVERY_PLAN = Plan(
    name="Form",
    id="form-1",
    timezone="Europe/Warsaw",
    first_weekday=5,
    description="Four weeks.",
    links=(Link("https://example.org"),),
    athlete=Athlete(name="Ada", ftp=240),
    weeks=(Week(start=date(2026, 8, 3), name="Base", note="Easy does it.", coach_note="Moved."),),
    sessions=(
        Session(
            slot="1-tue",
            day=date(2026, 8, 4),
            at=time(7),
            lasts=2700,
            race=True,
            volume=VolumeChange(factor=1.1, what="27 min to 30 min"),
            load="+2.5kg: Back squat 100 kg to 102.5 kg",
            activity=Workout(name="Easy", items=(_held(Time(1800), Quantity.SPEED, Named("easy")),)),
        ),
        Session(
            slot="1-wed",
            day=date(2026, 8, 5),
            skipped=True,
            plan="base",
            activity=Event(
                name="Call",
                kind=EventKind.CALL,
                description="Bring questions.",
                links=(Link("https://example.org/call"),),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("yaml", "json", "model"),
    [
        (WORKOUT_YAML, WORKOUT_JSON, EVERY_WORKOUT),
        (ATHLETE_YAML, ATHLETE_JSON, EVERY_ATHLETE),
        (PLAN_YAML, PLAN_JSON, EVERY_PLAN),
    ],
    ids=["workout", "athlete", "plan"],
)
def test_yaml_and_json_stand_for_the_same_model(yaml, json, model):
    assert read_text(yaml) == model
    assert read_text(json, is_json=True) == model
    assert read_text(json) == model


def _keys(written: object) -> set[str]:
    if isinstance(written, dict):
        return set(written).union(*map(_keys, written.values()))
    return set().union(*map(_keys, written)) if isinstance(written, list) else set()


@pytest.mark.parametrize(
    ("model", "tables"),
    [
        (EVERY_WORKOUT, (WORKOUT, STEP, REPEAT, EXERCISE)),
        (EVERY_ATHLETE, (ATHLETE, RACE)),
        (EVERY_PLAN, (DATED, SESSION, VOLUME, EVENT, WEEK)),
    ],
    ids=["workout", "athlete", "plan"],
)
def test_these_documents_use_every_key(model, tables):
    assert {key.name for table in tables for key in table.keys} <= _keys(to_json(model))


@pytest.mark.parametrize("implement", list(Implement), ids=lambda each: each.value)
def test_every_implement_is_written_and_read(implement):
    load = Weight(kilograms=9, implement=implement)
    step = Step(duration=Reps(8), exercise=Exercise(name="Slam", load=load))
    workout = Workout(name="Slams", sport=Sport.STRENGTH, items=[step])
    assert read_text(write_json(workout), is_json=True) == workout
    assert implement.value.replace("_", " ") in "".join(words for _, words in outline(workout))
