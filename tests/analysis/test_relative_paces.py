"""What is beside a pace, a time for a distance and a goal: in numbers, for a watch, and in words."""

import pytest
from attrs import evolve

from oracles.fit_decoders import read_with_fitdecode, read_with_garmin
from workout_core import (
    Athlete,
    InvalidWorkout,
    MissingThreshold,
    Named,
    Quantity,
    Race,
    Range,
    Reading,
    Registry,
    RepTime,
    Target,
    Units,
    Workout,
    export,
    outline,
    parse_steps,
    read_text,
    resolve_target,
    say_target,
    totals,
    write_json,
)
from workout_core.analysis.volume import more_of

SPEED = Quantity.SPEED
TEN = Athlete(race=Race(10_000, 2400), paces=[("shuffle", Range(1000 / 420, 1000 / 400))])
"""Whose 10 km pace is 4:00/km exactly."""
GOAL = Race(10_000, 3000)


def _seconds(target: Target, athlete: Athlete = TEN) -> tuple[float, float]:
    held = resolve_target(target, athlete).value
    return 1000 / held.low, 1000 / held.high


def _target(words: str) -> Target:
    return parse_steps(f"10min @ {words}")[0].target


@pytest.mark.parametrize(
    ("words", "slowest", "fastest"),
    [
        ("10km pace + 20s", 260, 260),
        ("10km pace - 5s/km", 235, 235),
        ("10km pace + 10-20s", 260, 250),
        ("10km pace - 10-20s", 230, 220),
        ("10km pace + 10s/mi", 240 + 10 / 1.609344, 240 + 10 / 1.609344),
        ("95% 10km pace", 240 / 0.95, 240 / 0.95),
        ("95-97% 10km pace", 240 / 0.95, 240 / 0.97),
        ("'shuffle' + 10s", 430, 410),
        ("50% 'shuffle'", 840, 800),
        ("72s/400m", 180, 180),
        ("70-72s/400m", 180, 175),
        ("7:00/1mi", 420 / 1.609344, 420 / 1.609344),
    ],
)
def test_it_is_so_many_seconds_a_kilometre(words, slowest, fastest):
    assert _seconds(_target(words)) == pytest.approx((slowest, fastest))


def test_a_tolerance_is_around_what_is_beside_a_pace():
    slowest, fastest = _seconds(_target("10km pace + 20s ~5s"))
    assert (slowest, fastest) == pytest.approx((265, 255), abs=0.15)


def test_nobody_is_faster_than_any_pace():
    with pytest.raises(InvalidWorkout, match="target: so far from '10km pace' is no pace anybody runs"):
        resolve_target(_target("10km pace - 300s"), TEN)


def _workout(steps: str, **others) -> Workout:
    return Workout(name="W", items=parse_steps(steps), **others)


def _on_the_watch(workout, read, athlete=None):
    (file,) = export(workout, "fit", registry=Registry.discover(), athlete=athlete)
    assert file.losses == ()
    steps = [fields for name, fields in read(file.data) if name == "workout_step"]
    ends = [(each["custom_target_speed_low"], each["custom_target_speed_high"]) for each in steps]
    return [(round(1000 / low, 1), round(1000 / high, 1)) for low, high in ends]


READERS = pytest.mark.parametrize("read", [read_with_garmin, read_with_fitdecode])


@READERS
def test_a_watch_gets_paces_with_the_usual_room_around_one(read):
    steps = "400m in 72s; 400m in 70-72s; 1km @ 10km pace + 20s; 1km @ 95-97% 10km pace; 1km @ 10km pace ~0"
    assert _on_the_watch(_workout(steps), read, TEN) == [
        (185.2, 175.1),
        (180.0, 175.0),
        (265.1, 255.1),
        (252.7, 247.4),
        (240.0, 240.0),
    ]


@READERS
def test_a_time_and_a_goal_need_no_athlete(read):
    steps = "400m in 72s; 1km @ goal pace - 5-10s"
    assert _on_the_watch(_workout(steps, goal=GOAL), read) == [(185.2, 175.1), (295.0, 290.0)]


@READERS
def test_a_workout_without_tolerance_gets_exactly_the_pace_of_a_time(read):
    assert _on_the_watch(_workout("400m in 72s", tolerance=0), read) == [(180.0, 180.0)]


def test_the_goal_is_that_of_the_workout_or_else_of_the_athlete():
    athlete = evolve(TEN, goal=Race(10_000, 2500), paces=[("goal pace", Range(2, 2))])
    own, given = (Reading(_workout("1km @ goal pace", goal=goal), athlete) for goal in (None, GOAL))
    target = _target("goal pace")

    assert own.target(target).value == Range(4, 4)
    assert given.target(target).value == Range(10 / 3, 10 / 3)
    assert Reading(own.workout, evolve(athlete, goal=None)).target(target).value == Range(2, 2)


WEEK = "{mon: 10min @ goal pace, tue: {goal: {distance: 5km, time: 20:00}, steps: 1km @ GP + 5s}, wed: 10min}"
PLAN = f"plan: P\nrace: {{name: Cup, date: 2026-10-25, distance: 10km, goal: 50:00}}\nweeks: [{WEEK}]\n"


def test_the_race_of_a_plan_is_the_goal_of_its_workouts_at_goal_pace():
    plan = read_text(PLAN)
    assert [session.activity.goal for session in plan.sessions[:3]] == [GOAL, Race(5000, 1200), None]
    assert read_text(write_json(plan), is_json=True) == plan


def test_a_race_without_a_goal_gives_none():
    plan = read_text(PLAN.replace(", goal: 50:00", ""))
    assert plan.sessions[0].activity.goal is None


def test_who_has_no_goal_is_told_how_to_give_one():
    with pytest.raises(MissingThreshold) as caught:
        resolve_target(_target("goal pace - 5s"), TEN)
    assert caught.value.threshold == "goal"
    assert str(caught.value) == (
        "target: needs the athlete's goal (give 'goal: {distance: 10km, time: 47:30}', or a plan's 'race' "
        "with 'distance' and 'goal')"
    )


def test_it_is_said_as_it_is_written_with_the_pace_beside_it():
    times = "400m in 72s @ 180spm; 800m in 2:40-2:45; 1200m @ 72s/400m"
    paces = "1km @ 10km pace + 20s; 1km @ 95% 'shuffle'"
    assert [words for _, words in outline(_workout(f"{times}; {paces}"))] == [
        "400 m in 72 s (3:00/km) and at 180 steps a minute",
        "800 m in 2:40\N{EN DASH}2:45 (3:20\N{EN DASH}3:26/km)",
        "1200 m at 72 s per 400 m (3:00/km)",
        "1 km at 10km pace + 20 s/km",
        "1 km at 95 % of shuffle pace",
    ]


def test_what_is_beside_a_pace_is_followed_by_the_athletes_numbers():
    assert say_target(_target("10km pace + 20s"), athlete=TEN) == "10km pace + 20 s/km (4:20/km)"
    assert (
        say_target(_target("10km pace - 5-10s ~2s"))
        == "10km pace \N{MINUS SIGN} 5\N{EN DASH}10 s/km ± 2 s/km"
    )
    assert say_target(_target("10km pace + 10s/mi"), units=Units.IMPERIAL) == "10km pace + 10 s/mi"
    assert say_target(_target("72s/400m")) == "72 s per 400 m (3:00/km)"


def test_a_single_time_is_exactly_how_long_it_takes():
    time = totals(_workout("6x400m in 72s")).time
    assert time.value == pytest.approx(432)
    assert time.exact


def test_more_of_it_keeps_the_pace():
    assert more_of(_workout("400m in 72s"), 1.5).items[0].target.value == RepTime(400, 72, 72)


@pytest.mark.parametrize(
    ("words", "goal", "effort"),
    [
        ("10km pace + 20s", None, 7),
        ("marathon + 60s", None, 3),
        ("marathon - 5s", None, 5),
        ("120% threshold", None, 8),
        ("goal pace", Race(10_000, 3000), 8),
        ("goal pace", Race(42_195, 15_000), 5),
        ("goal pace + 60s", Race(42_195, 15_000), 3),
        ("goal pace", None, 8),
    ],
)
def test_it_is_as_hard_as_it_would_be_for_somebody_where_nobody_is_known(words, goal, effort):
    workout = _workout(f"10min @ {words}", goal=goal)
    assert Reading(workout).known_effort(workout.items[0]) == effort


def test_it_is_as_hard_as_the_athletes_numbers_say():
    workout = _workout("10min @ 10km pace + 60s; 400m in 75s")
    reading = Reading(workout, TEN)
    assert [reading.known_effort(step) for step in workout.items] == [3, 8]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: RepTime(400, 72, 70), "low must not be above high: 72 > 70"),
        (lambda: RepTime(400, 9, 70), "time must be 10 to 4000 s: 9"),
        (
            lambda: Target(Quantity.POWER, RepTime(400, 70, 72)),
            "a time for a distance is a speed, not a power",
        ),
        (
            lambda: Named("easy", offset=Range(1, 1), share=Range(1, 1)),
            "a named pace has either an offset or a share",
        ),
        (
            lambda: Named("easy", offset=Range(-5, 5)),
            "an offset is slower or faster, and not both: -5 to 5 (a tolerance is both)",
        ),
    ],
)
def test_what_nobody_means_is_refused(make, message):
    with pytest.raises(InvalidWorkout) as caught:
        make()
    assert str(caught.value) == message
