"""The canonical form is what a coach would have written."""

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport, Stroke
from workout_core.model.target import Quantity, Target
from workout_core.model.workout import Step
from workout_core.notation.parser import parse_steps
from workout_core.notation.words import write_duration, write_target, write_until
from workout_core.notation.writer import format_steps


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("15min warmup@Z2   hr", "warmup 15min @ Z2 HR"),
        ("Jog 200 M", "recover 200m"),
        ("run 1:10:00", "1h10min"),
        ("4:30", "4min30s"),
        ("90s rest", "rest 90s"),
        ("5k @ 10k pace", "5km @ 10km pace"),
        ("half marathon", "21.0975km"),
        ("1mi @ 7:00-7:10/mile", "1mi @ 7:00-7:10/mi"),
        ("4:00 @ 4:20-4:10/km", "4min @ 4:10-4:20/km"),
        ("10min @ 4:10/km ~5s", "10min @ 4:05-4:15/km"),
        ("10min @ 4:00/km ~3%", "10min @ 3:52.8-4:07.2/km"),
        ("10min @ 85% LTHR ~3%", "10min @ 82-88% LTHR"),
        ("10min @ 95% cp", "10min @ 95% FTP"),
        ("10min @ 75-50%FTP ramp", "10min @ 75-50% FTP ramp"),
        ("10min @ 250 watts, 90rpm", "10min @ 250W, 90rpm"),
        ("10min @ rpe 7-8", "10min @ RPE 7-8"),
        ("10min @ 'Intervals'", "10min @ 'intervals'"),
        ("10min @ 'easy'", "10min @ easy"),
        ("10min @ z2 hr, 'easy'", "10min @ Z2 HR, 'easy'"),
        ("until HR<120 recover", "recover until HR < 120"),
        ("until power > 300", "until power > 300W"),
        ("warmup 90 meters", "warmup 90 metres"),
        ("easy 100m", "easy 100m"),
        ('"Hills": 30s', "Hills: 30s"),
        ('"Easy": 30s', '"Easy": 30s'),
        ('"repeat until x": 30s', '"repeat until x": 30s'),
        ('"a, b": 30s "c"', '"a, b": 30s "c"'),
        ('30s "a\\nb\\\\"', '30s "a\\nb\\\\"'),
        ("50m with fins medley", "50m medley with fins"),
    ],
    ids=str,
)
def test_a_step_is_written_in_its_canonical_form(text, canonical):
    assert format_steps(parse_steps(text)) == f"{canonical}\n"


def test_repeats_are_written_as_indented_blocks():
    text = "2x(repeat until HR > 160(400m); 3x,skip last rest(1km,2min jog)); repeat until 5km 400m"

    assert format_steps(parse_steps(text)) == (
        "2x\n"
        "  repeat until HR > 160\n"
        "    400m\n"
        "  3x, skip last rest\n"
        "    1km\n"
        "    recover 2min\n"
        "repeat until 5km\n"
        "  400m\n"
    )


@pytest.mark.parametrize(
    ("text", "sport", "canonical"),
    [
        ("1:45/100m", Sport.POOL_SWIMMING, "1:45/100m"),
        ("1:45/100m", Sport.RUNNING, "17:30/km"),
        ("1:15/100yd", Sport.OPEN_WATER_SWIMMING, "1:15/100yd"),
        ("2:00/500m", Sport.INDOOR_ROWING, "2:00/500m"),
        ("30km/h", Sport.CYCLING, "30km/h"),
        ("32-30km/h", Sport.CYCLING, "30-32km/h"),
        ("20-18mph", Sport.CYCLING, "18-20mph"),
        ("32-30km/h ramp", Sport.CYCLING, "32-30km/h ramp"),
        ("2.017-3.1234567m/s", Sport.RUNNING, "2.017-3.1234567m/s"),
        ("12km/h", Sport.RUNNING, "5:00/km"),
        ("90rpm", Sport.CYCLING, "90rpm"),
        ("180rpm", Sport.TRAIL_RUNNING, "180spm"),
    ],
    ids=str,
)
def test_units_are_those_of_the_sport(text, sport, canonical):
    target = parse_steps(f"10min @ {text}")[0].target

    assert write_target(target, sport) == canonical


def test_what_ends_a_repeat_is_written_without_the_word_until():
    assert write_until(parse_steps("until HR < 120")[0].duration) == "HR < 120"


@pytest.mark.parametrize(
    "write",
    [write_duration, lambda value: write_target(Target(Quantity.SPEED, value))],
    ids=["duration", "target"],
)
def test_a_value_of_an_unknown_kind_is_a_mistake_of_the_programmer(write):
    with pytest.raises(TypeError):
        write(object())


def test_an_exercise_with_a_stroke_has_no_words_in_the_notation():
    with pytest.raises(InvalidWorkout, match=r"^the notation has no words for such an exercise: 'Plank'$"):
        format_steps([Step(exercise=Exercise(name="Plank"), stroke=Stroke.MIXED)])
