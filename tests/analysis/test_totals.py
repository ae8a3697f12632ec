"""Totals are exact where the steps say so, estimated where they do not, and never silently too short."""

import pytest
from hypothesis import given

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import totals
from workout_core.analysis.totals import Amount, Totals
from workout_core.errors import InvalidWorkout
from workout_core.model.athlete import Athlete
from workout_core.model.duration import (
    Calories,
    Distance,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    Reps,
    Time,
)
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity, Repeat, Step, Workout
from workout_core.testing.strategies import athletes, workouts


def at(*paces: str) -> Target:
    speeds = sorted(1000 / (int(pace[0]) * 60 + int(pace[2:])) for pace in paces)
    return Target(Quantity.SPEED, Range(speeds[0], speeds[-1]))


def item_totals(item: Step | Repeat, sport: Sport, athlete: Athlete | None = None) -> Totals:
    return Reading.of_items((item,), sport, athlete).totals


step_totals = item_totals
EASY = Target(Quantity.SPEED, Named("easy"))
ADA = Athlete(threshold_speed=4.0)
RUNNING, STRENGTH, POOL = Sport.RUNNING, Sport.STRENGTH, Sport.POOL_SWIMMING
EXACT, ABOUT, OPEN = (True, False), (False, False), (False, True)


def amount(value: float, hedges: tuple[bool, bool] = EXACT, at_least: float | None = None) -> Amount:
    """Return an amount; at least all of it if it is exact, nothing if not, unless *at_least* says so."""
    exact, is_open = hedges
    least = value * exact if at_least is None else at_least
    return Amount(pytest.approx(value), exact, pytest.approx(least), is_open)


@pytest.mark.parametrize(
    ("step", "sport", "time", "distance"),
    [
        (Step(duration=Time(300), target=at("5:00")), RUNNING, amount(300), amount(1000)),
        (Step(duration=Distance(1000), target=at("5:00")), RUNNING, amount(300), amount(1000)),
        (
            Step(duration=Distance(1000), target=at("5:00", "5:30")),
            RUNNING,
            amount(315, ABOUT, 300),
            amount(1000),
        ),
        (
            Step(duration=Time(315), target=at("5:00", "5:30")),
            RUNNING,
            amount(315),
            amount(1000, ABOUT, 315 / 0.33),
        ),
        (
            Step(duration=Distance(1000), target=Target(Quantity.SPEED, Ramp(1000 / 330, 1000 / 300))),
            RUNNING,
            amount(315, ABOUT, 300),
            amount(1000),
        ),
        (
            Step(
                duration=Distance(1000), target=Target(Quantity.HEART_RATE, Zone(4)), second_target=at("5:00")
            ),
            RUNNING,
            amount(300),
            amount(1000),
        ),
        (Step(duration=Distance(1000)), RUNNING, amount(300, ABOUT), amount(1000)),
        (
            Step(duration=Time(390), target=EASY, intensity=Intensity.EASY),
            RUNNING,
            amount(390),
            amount(1000, ABOUT),
        ),
        (Step(duration=Time(130)), POOL, amount(130), amount(100, ABOUT)),
        (Step(duration=Time(60), intensity=Intensity.REST), RUNNING, amount(60), amount(0)),
        (Step(duration=Time(60), intensity=Intensity.REST), Sport.CYCLING, amount(60), amount(0)),
        (Step(duration=Distance(100), intensity=Intensity.REST), RUNNING, amount(66, ABOUT), amount(100)),
        (Step(duration=Time(100)), Sport.CYCLING, amount(100), amount(750, ABOUT)),
        (Step(duration=Time(40)), STRENGTH, amount(40), amount(0)),
        (
            Step(duration=Time(25), exercise=Exercise(name="Side plank", per_side=True)),
            STRENGTH,
            amount(60, ABOUT, 50),
            amount(0),
        ),
        (Step(intensity=Intensity.WARMUP), STRENGTH, amount(600, OPEN), amount(0)),
        (Step(intensity=Intensity.REST), RUNNING, amount(60, OPEN), amount(0)),
        (Step(), RUNNING, amount(300, OPEN), amount(1000, OPEN)),
        (Step(duration=HeartRateBelow(120)), STRENGTH, amount(300, OPEN), amount(0)),
        (Step(duration=PowerAbove(300)), STRENGTH, amount(300, OPEN), amount(0)),
        (Step(duration=Reps(10)), STRENGTH, amount(40, ABOUT), amount(0)),
        (
            Step(duration=Reps(8), exercise=Exercise(name="Step-up", tempo="3-1-X", per_side=True)),
            STRENGTH,
            amount(90, ABOUT),
            amount(0),
        ),
        (
            Step(duration=Reps(10, least=8), exercise=Exercise(name="Squat", tempo="3-1-1")),
            STRENGTH,
            amount(55, ABOUT),
            amount(0),
        ),
        (
            Step(duration=Distance(28), exercise=Exercise(name="Farmer's carry")),
            STRENGTH,
            amount(20, ABOUT),
            amount(28),
        ),
        (
            Step(duration=Distance(20), exercise=Exercise(name="A-skip")),
            RUNNING,
            amount(20 / 1.4, ABOUT),
            amount(20),
        ),
        (
            Step(duration=Distance(20), intensity=Intensity.WALK),
            RUNNING,
            amount(20 * 0.66 + 25, ABOUT),
            amount(20),
        ),
        (Step(duration=Calories(100)), RUNNING, amount(600, ABOUT), amount(2000, ABOUT)),
        (Step(duration=Calories(100)), STRENGTH, amount(600, ABOUT), amount(0)),
    ],
    ids=lambda value: "" if isinstance(value, (Step, Amount)) else value.value,
)
def test_a_step_takes_so_long_and_goes_so_far(step, sport, time, distance):
    assert step_totals(step, sport) == Totals(time, distance)


def test_paces_of_the_athlete_are_used_if_there_is_one():
    step = Step(duration=Distance(1000), target=Target(Quantity.SPEED, Named("threshold")))

    assert step_totals(step, RUNNING, ADA).time == amount(250, ABOUT, 250)
    assert step_totals(step, RUNNING).time == amount(300, ABOUT)


@pytest.mark.parametrize(
    "target",
    [EASY, Target(Quantity.SPEED, Zone(9)), Target(Quantity.SPEED, Range(0.9, 1, Reference.THRESHOLD_PACE))],
    ids=["threshold missing", "no such zone", "share"],
)
def test_what_the_athlete_lacks_is_estimated_like_anybodys(target):
    step = Step(duration=Distance(1000), target=target)

    assert step_totals(step, RUNNING, Athlete()) == step_totals(step, RUNNING)


def test_a_duration_of_an_unknown_kind_is_refused():
    with pytest.raises(InvalidWorkout, match=r"duration cannot be 5"):
        step_totals(Step(duration=5), RUNNING)


HARD = Step(duration=Distance(1000), target=at("4:00"))
JOG = Step(duration=Time(90), intensity=Intensity.REST)


@pytest.mark.parametrize(
    ("repeat", "time", "distance"),
    [
        (Repeat(items=[HARD, JOG], times=6), amount(1980), amount(6000)),
        (Repeat(items=[HARD, JOG], times=6, skip_last_rest=True), amount(1890), amount(6000)),
        (
            Repeat(items=[HARD, Step(intensity=Intensity.REST)], times=1, skip_last_rest=True),
            amount(240),
            amount(1000),
        ),
        (
            Repeat(items=[HARD, Step(intensity=Intensity.REST)], times=2, skip_last_rest=True),
            amount(540, OPEN, 480),
            amount(2000),
        ),
        (Repeat(items=[HARD, JOG], until=Time(660)), amount(660), amount(2000, ABOUT)),
        (Repeat(items=[HARD, JOG], until=Distance(3000)), amount(990, ABOUT), amount(3000)),
        (Repeat(items=[JOG], until=Distance(3000)), amount(90, OPEN, 90), amount(0, OPEN)),
        (Repeat(items=[HARD], until=HeartRateBelow(100)), amount(240, OPEN, 240), amount(1000, OPEN, 1000)),
        (Repeat(items=[Repeat(items=[HARD], times=2), JOG], times=3), amount(1710), amount(6000)),
    ],
    ids=lambda value: "" if isinstance(value, Amount) else None,
)
def test_a_repeat_counts_every_pass(repeat, time, distance):
    assert item_totals(repeat, RUNNING) == Totals(time, distance)


def test_deep_nesting_is_counted_once_a_level():
    item = JOG
    for _ in range(16):
        item = Repeat(items=[HARD, item] if item is JOG else [item], times=2, skip_last_rest=item is JOG)

    assert item_totals(item, RUNNING).distance == amount(2**16 * 1000)


@given(workouts(), athletes())
def test_totals_are_never_negative_and_never_nothing(workout, athlete):
    for total in (totals(workout), totals(workout, athlete)):
        assert total.time.value > 0
        assert total.distance.value >= 0


@given(workouts())
def test_a_workout_is_the_sum_of_its_items(workout):
    items = [item_totals(item, workout.sport) for item in workout.items]

    assert totals(workout).time.value == pytest.approx(sum(item.time.value for item in items))
    assert totals(workout).time.exact == all(item.time.exact for item in items)
    assert totals(workout).time.is_open == any(item.time.is_open for item in items)


@given(workouts())
def test_a_lap_button_leaves_the_total_open(workout):
    pressed = Workout(name="x", items=(*workout.items, Step(duration=LapButton())), sport=workout.sport)

    assert totals(pressed).time.is_open
    assert not totals(pressed).time.exact


PUSH = Step(duration=Reps(10), exercise=Exercise(name="Push-up"))
WAIT = Step(duration=Time(60), intensity=Intensity.REST)
RUN = Step(duration=Distance(1000), target=at("5:00"))


@pytest.mark.parametrize(
    ("repeat", "time", "distance"),
    [
        (Repeat(times=10, every=60, items=[PUSH]), amount(600), amount(0)),
        (Repeat(times=10, every=30, items=[PUSH]), amount(300), amount(0)),
        (Repeat(times=2, every=200, items=[RUN]), amount(600), amount(2000)),
        (Repeat(times=3, cap=600, items=[PUSH, WAIT]), amount(300, ABOUT, 180), amount(0)),
        (
            Repeat(times=3, cap=600, items=[PUSH, WAIT], skip_last_rest=True),
            amount(240, ABOUT, 120),
            amount(0),
        ),
        (Repeat(times=3, cap=600, items=[RUN]), amount(600, ABOUT, 600), amount(2000, ABOUT)),
        (Repeat(times=1, cap=600, items=[RUN]), amount(300, ABOUT, 300), amount(1000)),
        (Repeat(times=1, cap=900, items=[Step()]), amount(300, OPEN), amount(1000, OPEN)),
        (Repeat(times=3, cap=600, items=[PUSH]), amount(120, ABOUT), amount(0)),
    ],
)
def test_what_is_done_by_the_clock(repeat, time, distance):
    assert item_totals(repeat, RUNNING) == Totals(time, distance)


def test_how_far_one_gets_in_a_drill_by_time_nobody_knows():
    drill = Step(duration=Time(20), exercise=Exercise(name="High knees"))
    assert step_totals(drill, RUNNING).distance == amount(0, ABOUT)
    assert step_totals(drill, STRENGTH).distance == amount(0)
