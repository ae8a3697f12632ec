"""What no human does is asked, with a limit that has a source; what somebody has done is not."""

import pytest
from attrs import evolve
from hypothesis import given

from workout_core import Athlete, Race, Reading, read_text
from workout_core.phrases.questions import questions
from workout_core.science import records
from workout_core.testing.strategies import athletes, workouts

ADA = Athlete(name="Ada", race=Race(10_000, 2850), max_heart_rate=186)
FAR = "far beyond 47:30, which the race over 10 km in 47:30 predicts"
IF_SO = "; if it is meant, write 'tags: [meant]')"


def workout(steps, sport="running"):
    lines = "".join(f"\n  {line.strip()}" for line in steps.split(";"))
    return read_text(f"workout: W\nsport: {sport}\nsteps: |-{lines}\n")


def asked(steps, sport="running", athlete=None):
    return [each.removesuffix(IF_SO) for each in questions(Reading(workout(steps, sport), athlete))]


@pytest.mark.parametrize(
    ("steps", "sport", "said"),
    [
        ("5x1km @ 40:00/km", "running", "steps[0].steps[0].target: 40:00/km? (a stroll is 33:20/km"),
        (
            "1km @ 2:00/km",
            "running",
            "steps[0].target: 2:00/km? (nobody is faster than 2:06/km over such a distance",
        ),
        (
            "1h @ 60km/h",
            "cycling",
            "steps[0].target: 60 km/h? (nobody is faster than 56.8 km/h over such a distance",
        ),
        (
            "100m @ 0:40/100m",
            "pool_swimming",
            "steps[0].target: 0:40/100 m? (nobody is faster than 0:45/100 m over such a distance",
        ),
        (
            "2km @ 1:10/500m",
            "indoor_rowing",
            "steps[0].target: 1:10/500 m? (nobody is faster than 1:20/500 m over such a distance",
        ),
        ("10min @ 250bpm", "running", "steps[0].target: 250 bpm? (no heart beats above 230 bpm"),
        ("easy until HR > 240", "running", "steps[0]: 240 bpm? (no heart beats above 230 bpm"),
        ("10min @ 1500W", "cycling", "steps[0].target: 1500 W for 10 min? (nobody holds 750 W so long"),
        (
            "easy 5min; 10min @ RPE 7, 1500W",
            "cycling",
            "steps[1].second_target: 1500 W for 10 min? (nobody holds 750 W so long",
        ),
        ("lap @ 2800W", "cycling", "steps[0].target: 2800 W? (nobody holds 2700 W"),
        ("10min @ Z9 HR", "running", "steps[0].target: Z9? (usual systems have 5 to 7 zones"),
        ("5000km easy", "running", "5000 km? (the most that anybody has done in a day is 320 km"),
        ("100x(50km)", "running", "5000 km? (the most that anybody has done in a day is 320 km"),
        ("1500km @ Z2 power", "cycling", "1500 km? (the most that anybody has done in a day is 1026 km"),
        ("30h easy", "running", "30 h? (a day has 24 h"),
        ("30h", "yoga", "30 h? (a day has 24 h"),
        ("Deadlift 1x1 @ 550kg", "strength", "steps[0]: 550 kg? (the heaviest deadlift was 510 kg"),
    ],
    ids=lambda value: value if value and "?" not in value else "",
)
def test_what_no_human_does_is_asked(steps, sport, said):
    assert asked(steps, sport) == [said]


@pytest.mark.parametrize("metres", [length for length, _ in records.RUNNING])
def test_a_world_record_is_not_asked_and_what_is_a_fiftieth_faster_is(metres):
    best = dict(records.RUNNING)[metres]
    for factor, is_asked in ((1, False), (0.98, True)):
        speed = metres / (best * factor)
        assert bool(asked(f"{metres:.12g}m @ {speed:.4f}m/s")) is is_asked


@pytest.mark.parametrize(
    ("steps", "sport"),
    [
        ("10s @ 1500W", "cycling"),
        ("60min @ 300W", "cycling"),
        ("10min @ Z7 power", "cycling"),
        ("20min @ 215bpm", "running"),
        ("10min @ 190-235bpm", "running"),
        ("walk 20min @ 20:00/km", "running"),
        ("2km @ 40:00/km", "hiking"),
        ("100km easy", "running"),
        ("300km", "cycling"),
        ("Back squat 3x5 @ 200kg", "strength"),
    ],
)
def test_what_people_do_is_not_asked(steps, sport):
    assert asked(steps, sport) == []


def test_a_zone_of_the_athlete_is_one():
    edges = "[100, 110, 120, 130, 140, 150, 160, 170, 180, 190]"
    ada = read_text(f"athlete: Ada\nzones: {{heart_rate: {edges}}}\n")
    assert asked("10min @ Z9 HR", athlete=ada) == []
    assert asked("10min @ Z9 HR; 10min @ Z10 HR", athlete=ADA) == [
        "steps[0].target: Z9? (usual systems have 5 to 7 zones",
        "steps[1].target: Z10? (usual systems have 5 to 7 zones",
    ]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("10x(1km @ 3:30/km)", ["10 km in 35:00? (" + FAR]),
        ("5km @ 3:30/km; 5km @ 3:32-3:28/km", ["10 km in 35:00? (" + FAR]),
        ("race 10km in 35:00", ["10 km in 35:01? (" + FAR]),
        ("10x(1km @ 4:30/km)", []),
        ("10x(400m @ 3:40/km, 200m jog)", []),
        ("20min @ threshold; 10min @ 10km pace", []),
    ],
    ids=str,
)
def test_a_race_far_beyond_the_own_one_is_asked_with_both_times(steps, said):
    assert asked(steps, athlete=ADA) == said
    assert asked(steps) == []


def test_each_question_is_asked_once_and_not_of_who_means_it():
    odd = workout("3x(10min @ 250bpm, 1min jog); 10min @ 250bpm")
    assert questions(Reading(odd)) == (
        f"steps[0].steps[0].target: 250 bpm? (no heart beats above 230 bpm{IF_SO}",
    )
    assert questions(Reading(evolve(odd, tags=("meant",)))) == ()


@given(workouts(), athletes())
def test_any_workout_can_be_asked_about(workout, athlete):
    for reading in (Reading(workout), Reading(workout, athlete)):
        told = questions(reading)
        assert len(set(told)) == len(told)
        assert all(each.endswith(IF_SO) and "? (" in each for each in told)
