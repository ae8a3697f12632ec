"""Zones, shares, named paces and loads become numbers of one athlete, or the message names what lacks."""

import re
from math import inf

import pytest
from attrs import evolve
from hypothesis import given

from workout_core.analysis.reading import Reading
from workout_core.analysis.resolve import in_numbers, resolve_target
from workout_core.analysis.thresholds import threshold_speed
from workout_core.documents.reader import read_text
from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.model.athlete import Athlete, Race
from workout_core.model.duration import Time
from workout_core.model.exercise import BodyWeight, Exercise, OneRepMax, Weight
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Repeat, Step, Workout
from workout_core.phrases import say_load
from workout_core.testing.strategies import athletes, workouts
from workout_core.units import POUND, read_speed, write_clock

ADA = Athlete(
    name="Ada",
    threshold_speed=1000 / 285,
    threshold_heart_rate=168,
    max_heart_rate=186,
    resting_heart_rate=48,
    ftp=240,
    one_rep_max=[("back squat", 80)],
    paces=[("shuffle", Range(read_speed("7:00/km"), read_speed("7:00/km")))],
)
SPEED, HEART_RATE, POWER = Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER
PACE, LTHR, HRMAX = Reference.THRESHOLD_PACE, Reference.THRESHOLD_HEART_RATE, Reference.MAX_HEART_RATE
NO_HAMMER = (
    "'hammer' is not a pace of this athlete "
    "(one of shuffle, easy, marathon, threshold, interval, repetition, 10km pace)"
)
NEEDS_PACE = "threshold pace (give 'threshold_pace: 4:45/km', or a recent 'race')"
RESERVE, FTP = Reference.HEART_RATE_RESERVE, Reference.FTP


@pytest.mark.parametrize(
    ("target", "value"),
    [
        (Target(HEART_RATE, Range(0.85, 0.90, LTHR)), Range(143, 151)),
        (Target(HEART_RATE, Range(0.70, 0.80, HRMAX)), Range(130, 149)),
        (Target(HEART_RATE, Range(0.50, 0.60, RESERVE)), Range(117, 131)),
        (Target(HEART_RATE, Range(0, 0, RESERVE)), Range(48, 48)),
        (Target(POWER, Range(0.95, 1.05, FTP)), Range(228, 252)),
        (Target(POWER, Ramp(0.50, 0.75, FTP)), Ramp(120, 180)),
        (Target(HEART_RATE, Ramp(0.85, 0.8501, LTHR)), Range(143, 143)),
        (Target(HEART_RATE, Range(1.5, 1.5, LTHR)), Range(250, 250)),
        (Target(POWER, Range(0.01, 10, FTP)), Range(2, 2400)),
        (Target(HEART_RATE, Zone(1)), Range(109, 143)),
        (Target(HEART_RATE, Zone(2)), Range(143, 151)),
        (Target(HEART_RATE, Zone(5)), Range(168, 178)),
        (Target(POWER, Zone(2)), Range(132, 180)),
        (Target(POWER, Zone(7)), Range(360, 480)),
    ],
    ids=str,
)
def test_heart_rates_and_powers_are_whole_numbers_of_the_athlete(target, value):
    resolved = resolve_target(target, ADA)

    assert resolved == Target(target.quantity, value)
    assert all(isinstance(end, int) for end in vars_of(resolved.value))


def vars_of(value: Range | Ramp) -> tuple[float, float]:
    return (value.low, value.high) if isinstance(value, Range) else (value.start, value.end)


@pytest.mark.parametrize(
    ("value", "slow", "fast"),
    [
        (Range(0.95, 1.0, PACE), "5:00", "4:45"),
        (Zone(2), "6:08", "5:25"),
        (Zone(4), "5:02", "4:42"),
        (Named("easy"), "6:12", "5:29"),
        (Named("marathon"), "5:04", "5:04"),
        (Named("threshold"), "4:45", "4:45"),
        (Named("interval"), "4:22", "4:22"),
        (Named("repetition"), "4:07", "4:07"),
        (Named("10km pace"), "4:39", "4:39"),
        (Named("5k pace"), "4:29", "4:29"),
        (Named("half marathon pace"), "4:53", "4:53"),
        (Named("Shuffle"), "7:00", "7:00"),
    ],
    ids=str,
)
def test_speeds_are_paces_of_the_athlete(value, slow, fast):
    resolved = resolve_target(Target(SPEED, value), ADA).value

    assert (write_clock(1000 / resolved.low), write_clock(1000 / resolved.high)) == (slow, fast)


@pytest.mark.parametrize(
    "target",
    [Target(SPEED, Range(4, 4)), Target(POWER, Ramp(100, 200)), Target(Quantity.EFFORT, Range(7, 7))],
    ids=str,
)
def test_what_is_absolute_stays_the_same_object(target):
    assert resolve_target(target, Athlete()) is target


def test_a_recent_race_stands_in_for_a_threshold():
    runner = Athlete(race=Race(10_000, 2400))

    assert write_clock(1000 / threshold_speed(runner)) == "4:07"
    assert resolve_target(Target(SPEED, Named("10km pace")), runner).value.low == pytest.approx(10_000 / 2400)


def test_a_threshold_that_is_given_goes_before_a_race():
    runner = Athlete(threshold_speed=4, race=Race(10_000, 1800))

    assert threshold_speed(runner) == 4
    for name in ("easy", "interval"):
        target = Target(SPEED, Named(name))
        assert resolve_target(target, runner) == resolve_target(target, Athlete(threshold_speed=4))


def test_without_a_threshold_heart_rate_zones_are_those_of_the_maximum():
    assert resolve_target(Target(HEART_RATE, Zone(2)), Athlete(max_heart_rate=190)).value == Range(114, 133)


def test_zones_of_the_athletes_own_come_first_and_are_kept_as_they_are():
    own = Athlete(ftp=240, zones=[(POWER, [Range(100, 149.5), Range(150, 200)])])

    assert resolve_target(Target(POWER, Zone(1)), own).value == Range(100, 149.5)


def test_a_pace_of_the_athletes_own_comes_before_one_of_the_same_name():
    own = Athlete(paces=[("easy", Range(2, 3))])

    assert resolve_target(Target(SPEED, Named("easy")), own).value == Range(2, 3)


@pytest.mark.parametrize(
    ("target", "threshold", "said"),
    [
        (Target(SPEED, Zone(2)), "threshold_pace", NEEDS_PACE),
        (Target(SPEED, Range(1, 1, PACE)), "threshold_pace", NEEDS_PACE),
        (Target(SPEED, Named("easy")), "threshold_pace", NEEDS_PACE),
        (Target(SPEED, Named("threshold")), "threshold_pace", NEEDS_PACE),
        (Target(SPEED, Named("10km pace")), "threshold_pace", NEEDS_PACE),
        (
            Target(HEART_RATE, Zone(2)),
            "threshold_heart_rate",
            "threshold heart rate (give 'threshold_heart_rate: 168')",
        ),
        (
            Target(HEART_RATE, Range(0.9, 0.9, LTHR)),
            "threshold_heart_rate",
            "threshold heart rate (give 'threshold_heart_rate: 168')",
        ),
        (
            Target(HEART_RATE, Range(0.9, 0.9, HRMAX)),
            "max_heart_rate",
            "max heart rate (give 'max_heart_rate: 186')",
        ),
        (
            Target(HEART_RATE, Range(0.5, 0.5, RESERVE)),
            "resting_heart_rate",
            "resting heart rate (give 'resting_heart_rate: 48')",
        ),
        (Target(POWER, Zone(2)), "ftp", "ftp (give 'ftp: 240')"),
        (Target(POWER, Range(0.9, 0.9, FTP)), "ftp", "ftp (give 'ftp: 240')"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(getattr(value, "value", value)),
)
def test_a_missing_threshold_is_named_with_how_to_give_it(target, threshold, said):
    said = f"needs the athlete's {said}"

    with pytest.raises(MissingThreshold, match=f"^{re.escape(said)}$") as missing:
        in_numbers(target, Athlete())
    assert missing.value.threshold == threshold


def test_the_reserve_needs_the_maximum_as_well():
    with pytest.raises(MissingThreshold, match="needs the athlete's max heart rate"):
        in_numbers(Target(HEART_RATE, Range(0.5, 0.5, RESERVE)), Athlete(resting_heart_rate=50))


@pytest.mark.parametrize(
    ("target", "athlete", "said"),
    [
        (Target(HEART_RATE, Zone(6)), ADA, "'Z6' is not a zone of this athlete (HR has Z1 to Z5)"),
        (Target(SPEED, Zone(6)), ADA, "'Z6' is not a zone of this athlete (pace has Z1 to Z5)"),
        (Target(POWER, Zone(8)), ADA, "'Z8' is not a zone of this athlete (power has Z1 to Z7)"),
        (
            Target(POWER, Zone(2)),
            Athlete(zones=[(POWER, [Range(1, 2)])]),
            "'Z2' is not a zone of this athlete (power has Z1 to Z1)",
        ),
        (
            Target(SPEED, Named("shufle")),
            ADA,
            "'shufle' is not a pace of this athlete (did you mean 'shuffle'?)",
        ),
        (
            Target(SPEED, Named("hammer")),
            ADA,
            NO_HAMMER,
        ),
        (
            Target(SPEED, Named("x km pace")),
            ADA,
            "'x km pace' is not a pace of this athlete (did you mean '10km pace'?)",
        ),
        (
            Target(SPEED, Named("0km pace")),
            ADA,
            "'0km pace' is not a pace of this athlete (did you mean '10km pace'?)",
        ),
        (
            Target(SPEED, Range(3, 3, PACE)),
            Athlete(threshold_speed=20),
            "speed must be 0.1 to 40 m/s: 60",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_this_athlete_does_not_have_is_refused_at_its_place(target, athlete, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(f'here: {said}')}$"):
        resolve_target(target, athlete, "here")


def test_a_value_of_an_unknown_kind_is_a_mistake_of_the_programmer():
    with pytest.raises(TypeError):
        resolve_target(Target(SPEED, object()), ADA)


def test_problems_are_told_with_the_path_of_the_step():
    step = Step(
        duration=Time(60),
        target=Target(SPEED, Range(4, 4)),
        second_target=Target(HEART_RATE, Zone(9)),
    )
    workout = Workout(name="x", items=[Step(), Repeat(items=[step], times=2)])

    with pytest.raises(InvalidWorkout, match=r"^steps\[1\]\.steps\[0\]\.second_target: 'Z9' is not a zone"):
        _ = Reading(workout, Athlete()).resolved


@pytest.mark.parametrize(
    ("share", "kilograms"), [(0.8, 65), (0.70, 55), (0.01 + 0.04, 5), (1.0, 80), (0.71875, 57.5)], ids=str
)
def test_a_share_of_one_rep_max_becomes_the_nearest_plates(share, kilograms):
    assert lifted(Exercise(name="Back  SQUAT", load=OneRepMax(share)), ADA).load == Weight(kilograms)


def lifted(exercise: Exercise, athlete: Athlete) -> Exercise:
    return Reading(Workout(name="x", items=[Step(exercise=exercise)]), athlete).resolved.items[0].exercise


def test_other_loads_stay_as_they_are():
    exercise = Exercise(name="Dip", load=BodyWeight(10))

    assert lifted(exercise, Athlete()) is exercise


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        ("back squat", "Back squats"),
        ("Barbell back squat", "back-squat"),
        ("back squat", "Barbell squat"),
        ("Romanian deadlift", "RDL"),
        ("rdl", "Romanian deadlifts"),
        ("my own lift", "My own lifts"),
    ],
)
def test_a_one_rep_max_counts_for_the_exercise_by_any_of_its_names(named, asked):
    athlete = Athlete(one_rep_max=[("plank", 10), (named, 100)])
    assert lifted(Exercise(name=asked, load=OneRepMax(0.8)), athlete).load == Weight(80)


@pytest.mark.parametrize("asked", ["Front squat", "Squat", "My other lift", "Deadlift"])
def test_a_one_rep_max_counts_for_no_other_exercise(asked):
    athlete = Athlete(one_rep_max=[("back squat", 100), ("my own lift", 100)])
    with pytest.raises(MissingThreshold):
        lifted(Exercise(name=asked, load=OneRepMax(0.8)), athlete)


@pytest.mark.parametrize(
    ("plates", "share", "kilograms"),
    [
        (2.5, 0.8, 65),
        (5, 0.8, 65),
        (1.25, 0.8, 65),
        (1.25, 0.77, 62.5),
        (0.5, 0.77, 62.5),
        (0.1, 0.773, 62.6),
        (20, 0.05, 20),
        (2 * POUND, 0.8, 142 * POUND),
    ],
)
def test_a_load_is_what_the_athletes_plates_allow(plates, share, kilograms):
    athlete = Athlete(one_rep_max=[("back squat", 81)], plates=plates)
    load = lifted(Exercise(name="Back squat", load=OneRepMax(share)), athlete).load
    assert load == Weight(kilograms)


@pytest.mark.parametrize(
    ("best", "plates", "said"),
    [
        ("225lb", "", "180 lb"),
        ("225lb", "2.5lb", "180 lb"),
        ("227lb", "2.5lb", "182.5 lb"),
        ("227lb", "1lb", "182 lb"),
        ("100kg", "5lb", "175 lb"),
        ("100kg", "2.5lb", "177.5 lb"),
        ("225lb", "1.25kg", "81.25 kg"),
        ("100kg", "", "80 kg"),
    ],
)
def test_a_one_rep_max_or_plates_in_pounds_give_loads_in_pounds(best, plates, said):
    text = f"athlete: Mae\none_rep_max: {{back squat: {best}}}\n{f'plates: {plates}' if plates else ''}"
    load = lifted(Exercise(name="Back squat", load=OneRepMax(0.8)), read_text(text)).load
    assert say_load(load) == said


def test_a_missing_one_rep_max_is_named_with_how_to_give_it():
    said = (
        "steps[0].exercise.load: needs the athlete's one rep max of 'Bench press' "
        "(give 'one_rep_max: {bench press: 80kg}')"
    )

    with pytest.raises(MissingThreshold, match=f"^{re.escape(said)}$") as missing:
        lifted(Exercise(name="Bench press", load=OneRepMax(0.8)), ADA)
    assert missing.value.threshold == "one_rep_max"


def test_a_load_beyond_any_bar_is_refused_at_its_place():
    strong = Athlete(one_rep_max=[("sled", 600)])

    with pytest.raises(
        InvalidWorkout, match=r"^steps\[0\]\.exercise\.load: load must be 0\.1 to 600 kg: 900$"
    ):
        lifted(Exercise(name="Sled", load=OneRepMax(1.5)), strong)


def is_relative(target: Target | None) -> bool:
    return target is not None and (isinstance(target.value, (Zone, Named)) or target.value.of is not None)


@given(workouts(), athletes())
def test_nothing_relative_is_left_and_nothing_else_is_changed(workout, athlete):
    try:
        resolved = Reading(workout, athlete).resolved
    except (InvalidWorkout, MissingThreshold) as error:
        assert str(error).startswith("steps[")  # noqa: PT017 - other athletes have it
        return
    for (path, before), (same, after) in zip(workout.walk(), resolved.walk(), strict=True):
        assert path == same
        if isinstance(after, Step):
            assert not is_relative(after.target)
            assert not is_relative(after.second_target)
            kept = {"target": None, "second_target": None, "exercise": None}
            assert evolve(after, **kept) == evolve(before, **kept)


@given(workouts(), athletes())
def test_resolving_twice_changes_nothing_more(workout, athlete):
    try:
        once = Reading(workout, athlete).resolved
    except (InvalidWorkout, MissingThreshold):
        return
    assert Reading(once, athlete).resolved == once


@given(athletes())
def test_faster_named_paces_are_faster(athlete):
    plain = evolve(athlete, paces=(), means=())
    names = ("easy", "threshold", "interval")
    speeds = [resolve_target(Target(SPEED, Named(name)), plain).value.low for name in names]

    assert 0 < speeds[0] < speeds[1] < speeds[2] < inf
