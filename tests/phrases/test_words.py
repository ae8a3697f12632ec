"""Words are what a coach would say."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import phrases
from workout_core.errors import InvalidWorkout, MissingThreshold, WorkoutError
from workout_core.model.athlete import Athlete
from workout_core.model.duration import (
    Calories,
    Distance,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.exercise import Band, BodyWeight, Exercise, OneRepMax, Weight
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity, Repeat, Step, Workout
from workout_core.phrases import (
    outline,
    say_change_of_volume,
    say_duration,
    say_load,
    say_repeat,
    say_speed,
    say_step,
    say_target,
    say_totals,
)
from workout_core.testing.strategies import athletes, durations, targets, workouts
from workout_core.units import MILE, Units, read_speed, say_distance, say_time

IMPERIAL = Units.IMPERIAL
SPEED, HEART_RATE, POWER = Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER
CADENCE, EFFORT = Quantity.CADENCE, Quantity.EFFORT
RUNNING, CYCLING, POOL, ROWING = Sport.RUNNING, Sport.CYCLING, Sport.POOL_SWIMMING, Sport.ROWING
ADA = Athlete(threshold_speed=1000 / 285, threshold_heart_rate=168, ftp=240)


def pace(*texts: str) -> Target:
    speeds = sorted(map(read_speed, texts))
    return Target(SPEED, Range(speeds[0], speeds[-1]))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (15, "15 s"),
        (60, "1 min"),
        (90, "90 s"),
        (119.96, "2 min"),
        (120, "2 min"),
        (150, "2 min 30 s"),
        (4200, "1 h 10 min"),
        (3599.6, "1 h"),
        (59.99, "1 min"),
        (0.5, "0.5 s"),
        (12.34, "12.3 s"),
        (270.25, "4 min 30 s"),
        (0, "0 s"),
    ],
    ids=str,
)
def test_times_are_said(seconds, said):
    assert say_time(seconds) == said


@pytest.mark.parametrize(
    ("metres", "units", "said"),
    [
        (800, Units.METRIC, "800 m"),
        (5000, Units.METRIC, "5 km"),
        (21097.5, Units.METRIC, "21.0975 km"),
        (MILE, Units.METRIC, "1 mi"),
        (91.44, Units.METRIC, "100 yd"),
        (1234.56789, Units.METRIC, "1.2 km"),
        (5000, IMPERIAL, "5 km"),
        (1000, IMPERIAL, "1 km"),
        (5.5 * MILE, IMPERIAL, "5.5 mi"),
        (5000.5, IMPERIAL, "3.1 mi"),
        (21097.5, IMPERIAL, "13.1 mi"),
        (0.21 * MILE + 1.5, IMPERIAL, "371 yd"),
        (400, IMPERIAL, "400 m"),
        (MILE, IMPERIAL, "1 mi"),
    ],
    ids=str,
)
def test_distances_are_said(metres, units, said):
    assert say_distance(metres, units) == said


@pytest.mark.parametrize(
    ("speed", "sport", "units", "said"),
    [
        (4.0, RUNNING, Units.METRIC, "4:10/km"),
        (MILE / 420, RUNNING, IMPERIAL, "7:00/mi"),
        (10.0, CYCLING, Units.METRIC, "36 km/h"),
        (10.0, CYCLING, IMPERIAL, "22.4 mph"),
        (100 / 105, POOL, Units.METRIC, "1:45/100 m"),
        (500 / 120, ROWING, Units.METRIC, "2:00/500 m"),
    ],
    ids=str,
)
def test_speeds_are_said_as_the_sport_does(speed, sport, units, said):
    assert say_speed(speed, sport, units) == said


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (Time(900), "15 min"),
        (Distance(800), "800 m"),
        (LapButton(), "until you press lap"),
        (Reps(1), "1 rep"),
        (Reps(12), "12 reps"),
        (Calories(200), "200 kcal"),
        (HeartRateAbove(160), "until heart rate is above 160 bpm"),
        (HeartRateBelow(120), "until heart rate is below 120 bpm"),
        (PowerAbove(300), "until power is above 300 W"),
        (PowerBelow(200), "until power is below 200 W"),
    ],
    ids=str,
)
def test_durations_are_said(duration, said):
    assert say_duration(duration) == said


@pytest.mark.parametrize(
    ("target", "sport", "said"),
    [
        (pace("4:10/km"), RUNNING, "4:10/km"),
        (pace("3:50/km", "4:00/km"), RUNNING, "3:50\u20134:00/km"),
        (pace("4:00/km", "4:00.2/km"), RUNNING, "4:00/km"),
        (pace("30km/h", "32km/h"), CYCLING, "30\u201332 km/h"),
        (Target(SPEED, Ramp(2.5, 4.0)), RUNNING, "from 6:40 to 4:10/km"),
        (Target(SPEED, Ramp(4.0, 4.0001)), RUNNING, "4:10/km"),
        (
            Target(SPEED, Range(0.95, 1, Reference.THRESHOLD_PACE)),
            RUNNING,
            "95\u2013100 % of threshold speed",
        ),
        (
            Target(HEART_RATE, Range(0.85, 0.9, Reference.THRESHOLD_HEART_RATE)),
            RUNNING,
            "85\u201390 % of LTHR",
        ),
        (Target(HEART_RATE, Range(0.7, 0.7, Reference.MAX_HEART_RATE)), RUNNING, "70 % of max heart rate"),
        (
            Target(HEART_RATE, Range(0.5, 0.6, Reference.HEART_RATE_RESERVE)),
            RUNNING,
            "50\u201360 % of heart rate reserve",
        ),
        (Target(POWER, Ramp(0.5, 0.75, Reference.FTP)), CYCLING, "from 50 to 75 % of FTP"),
        (Target(POWER, Range(0.851234, 0.851234, Reference.FTP)), CYCLING, "85.1 % of FTP"),
        (Target(HEART_RATE, Range(150, 160)), RUNNING, "150\u2013160 bpm"),
        (Target(POWER, Range(250, 250)), CYCLING, "250 W"),
        (Target(POWER, Range(250.123456, 260.9)), CYCLING, "250.1\u2013260.9 W"),
        (Target(CADENCE, Range(180, 180)), RUNNING, "180 steps a minute"),
        (Target(CADENCE, Range(90, 95)), CYCLING, "90\u201395 revolutions a minute"),
        (Target(CADENCE, Range(30, 30)), POOL, "30 strokes a minute"),
        (Target(EFFORT, Range(7, 7)), RUNNING, "effort 7 of 10"),
        (Target(EFFORT, Range(5, 7)), RUNNING, "effort 5\u20137 of 10"),
        (Target(HEART_RATE, Zone(2)), RUNNING, "heart rate zone 2"),
        (Target(SPEED, Zone(3)), RUNNING, "pace zone 3"),
        (Target(POWER, Zone(4)), RUNNING, "power zone 4"),
        (Target(SPEED, Named("easy")), RUNNING, "easy pace"),
        (Target(SPEED, Named("10km pace")), RUNNING, "10km pace"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_targets_are_said(target, sport, said):
    assert say_target(target, sport) == said


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target(HEART_RATE, Zone(2)), "heart rate zone 2 (143\u2013151 bpm)"),
        (Target(POWER, Ramp(0.5, 0.75, Reference.FTP)), "from 50 to 75 % of FTP (from 120 to 180 W)"),
        (Target(SPEED, Named("threshold")), "threshold pace (4:45/km)"),
        (Target(POWER, Range(200, 200)), "200 W"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_relative_is_followed_by_the_athletes_own_numbers(target, said):
    assert say_target(target, RUNNING, ADA) == said


def test_an_athletes_units_are_used():
    imperial = Athlete(threshold_speed=MILE / 420, units=IMPERIAL)
    step = Step(duration=Distance(MILE), target=Target(SPEED, Named("threshold")))

    assert say_step(step, RUNNING, imperial) == "1 mi at threshold pace (7:00/mi)"


def test_units_may_be_chosen_without_an_athlete():
    steps = (
        Step(duration=Distance(MILE), target=pace("4:00/km")),
        Step(duration=Distance(MILE), target=Target(SPEED, Named("threshold"))),
    )
    workout = Workout(name="Miles", items=(Repeat(items=steps, times=2),))
    assert list(outline(workout, units=IMPERIAL)) == [
        (0, "2 times:"),
        (1, "1 mi at 6:26/mi"),
        (1, "1 mi at threshold pace"),
    ]
    assert say_totals(workout, units=IMPERIAL) == "about 29 min, 4 mi"


@given(workouts(), athletes())
def test_chosen_units_are_said_to_an_athlete_as_their_own_would_be(workout, athlete):
    try:
        said = list(outline(workout, evolve(athlete, units=IMPERIAL)))
    except WorkoutError:
        with pytest.raises(WorkoutError):
            list(outline(workout, athlete, IMPERIAL))
    else:
        assert list(outline(workout, athlete, IMPERIAL)) == said


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (Weight(62.5), "62.5 kg"),
        (Weight(135 * 0.45359237), "135 lb"),
        (Weight(61.234), "61.23 kg"),
        (BodyWeight(25 * 0.45359237), "body weight + 25 lb"),
        (OneRepMax(0.8), "80 % of one rep max"),
        (OneRepMax(0.80123), "80.1 % of one rep max"),
        (BodyWeight(), "body weight"),
        (BodyWeight(10), "body weight + 10 kg"),
        (Band("light"), "light band"),
        (Band(), "band"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_loads_are_said(load, said):
    assert say_load(load) == said


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(duration=Distance(800), target=pace("4:10/km")), "800 m at 4:10/km"),
        (Step(duration=Time(900), intensity=Intensity.WARMUP), "Warm up 15 min"),
        (Step(intensity=Intensity.COOLDOWN), "Cool down until you press lap"),
        (
            Step(duration=HeartRateBelow(120), intensity=Intensity.RECOVERY),
            "Recover until heart rate is below 120 bpm",
        ),
        (Step(name="Hills", duration=Time(30)), "Hills: 30 s"),
        (Step(name="A-skip", duration=Distance(20), intensity=Intensity.DRILL), "A-skip (drill): 20 m"),
        (Step(name="Strides", duration=Time(20), intensity=Intensity.STRIDES), "Strides: 20 s"),
        (Step(duration=Time(60), cue="Relax\nthe  shoulders"), "1 min \u2013 Relax the shoulders"),
        (
            Step(duration=Time(600), target=Target(POWER, Ramp(0.5, 0.75, Reference.FTP))),
            "10 min from 50 to 75 % of FTP",
        ),
        (
            Step(duration=Time(600), target=pace("5:00/km"), second_target=Target(CADENCE, Range(180, 180))),
            "10 min at 5:00/km and 180 steps a minute",
        ),
        (
            Step(
                duration=Time(600), target=pace("5:00/km"), second_target=Target(HEART_RATE, Ramp(140, 150))
            ),
            "10 min at 5:00/km and from 140 to 150 bpm",
        ),
        (
            Step(
                duration=Time(600), target=Target(HEART_RATE, Ramp(140, 150)), second_target=pace("5:00/km")
            ),
            "10 min from 140 to 150 bpm and at 5:00/km",
        ),
        (
            Step(duration=Distance(100), stroke=Stroke.FREESTYLE, equipment=Equipment.PULL_BUOY),
            "100 m freestyle with pull buoy",
        ),
        (
            Step(
                duration=Reps(5),
                exercise=Exercise(name="Back squat", load=OneRepMax(0.8), tempo="3-1-1"),
                target=Target(EFFORT, Range(8, 8)),
            ),
            "Back squat: 5 reps, with 80 % of one rep max, tempo 3-1-1, at effort 8 of 10",
        ),
        (
            Step(duration=Time(25), exercise=Exercise(name="Side plank", per_side=True)),
            "Side plank: 25 s each side",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_step_is_said_in_one_line(step, said):
    assert say_step(step) == said


HARD = Step(duration=Distance(1000), target=pace("4:00/km"))
JOG = Step(duration=Time(90), intensity=Intensity.REST)


@pytest.mark.parametrize(
    ("repeat", "said"),
    [
        (Repeat(items=[HARD], times=6), "6 times"),
        (Repeat(items=[HARD], times=1), "Once"),
        (Repeat(items=[HARD, JOG], times=6, skip_last_rest=True), "6 times, without the last rest"),
        (Repeat(items=[HARD], until=Time(1200)), "Repeat for 20 min"),
        (Repeat(items=[HARD], until=HeartRateAbove(160)), "Repeat until heart rate is above 160 bpm"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_repeat_is_said(repeat, said):
    assert say_repeat(repeat) == said


def test_an_outline_has_a_line_for_every_item_as_deep_as_it_lies():
    workout = Workout(name="x", items=[JOG, Repeat(items=[HARD, Repeat(items=[JOG], times=2)], times=3)])

    assert list(outline(workout)) == [
        (0, "Rest 90 s"),
        (0, "3 times:"),
        (1, "1 km at 4:00/km"),
        (1, "2 times:"),
        (2, "Rest 90 s"),
    ]


@pytest.mark.parametrize(
    ("items", "sport", "units", "said"),
    [
        ([HARD, JOG], RUNNING, Units.METRIC, "5 min 30 s, 1 km"),
        ([Step(duration=Time(1800))], RUNNING, Units.METRIC, "30 min, about 6 km"),
        ([Step(duration=Time(1800))], RUNNING, IMPERIAL, "30 min, about 3.7 mi"),
        ([Step(duration=Time(100))], RUNNING, Units.METRIC, "100 s, about 330 m"),
        ([Step(duration=Distance(5000))], RUNNING, Units.METRIC, "about 25 min, 5 km"),
        ([Step(duration=Distance(5000))], RUNNING, IMPERIAL, "about 25 min, 3.1 mi"),
        (
            [HARD, Step(intensity=Intensity.WARMUP)],
            RUNNING,
            Units.METRIC,
            "about 14 min (at least 3 min), about 2.5 km (at least 1 km)",
        ),
        ([HARD, Step(intensity=Intensity.REST)], RUNNING, Units.METRIC, "about 5 min (at least 3 min), 1 km"),
        ([Step(duration=Reps(10))], Sport.STRENGTH, Units.METRIC, "about 40 s"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_totals_are_said_with_a_hedge_where_they_are_not_exact(items, sport, units, said):
    assert say_totals(Workout(name="x", items=items, sport=sport), Athlete(units=units)) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((90, 480), (90, 540), "9 min 30 s to 10 min 30 s"),
        ((660, 525), (660, 530), "19 min 45 s to 19 min 50 s"),
        ((660, 539), (660, 545), "19 min 59 s to 20 min"),
        ((660, 541), (660, 575), "20 min to 21 min"),
        ((660, 3600), (660, 3600), ""),
    ],
    ids=str,
)
def test_a_change_of_volume_is_said_to_the_second_below_twenty_minutes_and_to_the_minute_above(
    before, after, said
):
    old, new = (
        Workout(name="Run", items=[Step(duration=Time(seconds)) for seconds in steps])
        for steps in (before, after)
    )
    assert say_change_of_volume(old, new) == said


def test_a_change_of_volume_is_said_in_distances_where_they_are_known():
    old, new = (Workout(name="Long", items=[Step(duration=Distance(far))]) for far in (12_000, 13_250))
    assert say_change_of_volume(old, new) == "12 km to 13.2 km"


@given(targets(), st.sampled_from(Sport))
def test_every_target_is_said_in_a_short_line(target, sport):
    said = say_target(target, sport)

    assert 0 < len(said) <= 80
    assert "\n" not in said


@given(durations(), st.sampled_from(Units))
def test_every_duration_is_said_in_a_short_line(duration, units):
    assert 0 < len(say_duration(duration, units)) <= 50


@given(workouts(), athletes())
def test_every_workout_is_said(workout, athlete):
    assert len(list(outline(workout))) <= len(list(workout.walk()))
    assert all("\n" not in line for _, line in outline(workout))
    assert say_totals(workout)
    try:
        assert [depth for depth, _ in outline(workout, athlete)] == [depth for depth, _ in outline(workout)]
    except (MissingThreshold, InvalidWorkout):
        assert say_totals(workout, athlete)


@pytest.mark.parametrize(
    "say",
    [say_duration, say_load, lambda value: say_target(Target(SPEED, value))],
    ids=["duration", "load", "target"],
)
def test_a_value_of_an_unknown_kind_is_a_mistake_of_the_programmer(say):
    with pytest.raises(TypeError):
        say(object())


def test_totals_beyond_any_lifetime_are_said():
    item = Step(duration=Distance(914400.53125))
    for _ in range(16):
        item = Repeat(items=[item], times=1000)

    assert say_totals(Workout(name="x", items=[item])).startswith("about ")


def test_the_names_that_may_be_used_are_sorted():
    assert phrases.__all__ == sorted(phrases.__all__)
