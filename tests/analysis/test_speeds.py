"""What has no pace is done at the athlete's own, and only without an athlete at those of most people."""

import re
from pathlib import Path

import pytest

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import totals
from workout_core.analysis.speeds import FTP_OF_EFFORT, PACE_OF_EFFORT, USUAL
from workout_core.model.athlete import Athlete, Race
from workout_core.model.sport import Sport
from workout_core.model.target import Range
from workout_core.model.workout import Workout
from workout_core.notation.parser import parse_steps
from workout_core.science import vdot
from workout_core.units import write_clock

FAST = Athlete(race=Race(5000, 31 * 60))
THRESHOLD = Athlete(threshold_speed=1000 / 228)
BY_HEART = Athlete(threshold_heart_rate=168)


def workout(text: str, sport: Sport = Sport.RUNNING) -> Workout:
    return Workout(name="Workout", items=parse_steps(text), sport=sport)


def minutes(text: str, athlete: Athlete | None, sport: Sport = Sport.RUNNING) -> float:
    return totals(workout(text, sport), athlete).time.value / 60


@pytest.mark.parametrize(
    ("athlete", "expected"),
    [(FAST, 79), (THRESHOLD, 47), (None, 65), (BY_HEART, 65)],
    ids=["31-minute 5 km", "3:48/km threshold", "nobody", "heart rate only"],
)
def test_ten_easy_kilometres_take_each_athlete_their_own_time(athlete, expected):
    assert minutes("10km easy", athlete) == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize("athlete", [FAST, THRESHOLD], ids=["race", "threshold"])
@pytest.mark.parametrize(
    ("part", "pace"),
    [
        ("warmup 3km", "easy"),
        ("cooldown 3km", "easy"),
        ("easy 3km", "easy"),
        ("jog 3km", "easy"),
        ("recover 3km", "easy"),
        ("steady 3km", "marathon"),
        ("3km", "threshold"),
        ("strides 200m", "repetition"),
    ],
)
def test_a_part_of_a_run_is_done_at_the_athletes_pace_for_it(athlete, part, pace):
    amount = part.split()[-1]
    assert minutes(part, athlete) == pytest.approx(minutes(f"{amount} @ {pace}", athlete))


@pytest.mark.parametrize("athlete", [FAST, THRESHOLD, BY_HEART, None])
def test_walking_is_walking_for_everybody(athlete):
    assert minutes("walk 1km", athlete) == 11


def test_own_paces_come_first_and_those_of_other_names_follow_from_them():
    own = Athlete(paces=[("easy", Range(1000 / 320, 1000 / 300)), ("jog", Range(2.5, 2.5))])

    assert minutes("easy 3km", own) == pytest.approx(15.5, abs=0.02)
    assert minutes("jog 3km", own) == 20
    assert minutes("steady 3km", own) / minutes("easy 3km", own) == pytest.approx(
        USUAL["easy"] / USUAL["marathon"]
    )


@pytest.mark.parametrize(
    ("held", "pace"),
    [
        ("RPE 3", "easy"),
        ("RPE 5", "marathon"),
        ("RPE 7", "threshold"),
        ("RPE 8", "interval"),
    ],
)
def test_what_is_run_by_effort_or_heart_rate_is_as_fast_as_that_is_for_them(held, pace):
    assert minutes(f"3km @ {held}", THRESHOLD) == pytest.approx(minutes(f"3km @ {pace}", THRESHOLD))
    assert minutes(f"3km @ {held}", None) == 15


def test_a_zone_of_heart_rate_is_the_same_zone_of_pace_for_who_has_only_a_pace():
    assert minutes("3km @ Z2 HR", THRESHOLD) == pytest.approx(minutes("3km @ Z2 pace", THRESHOLD))
    assert minutes("3km @ Z2 HR", None) == 15


def test_a_ride_is_as_fast_as_its_power():
    rider = Athlete(ftp=250)

    assert minutes("40km easy", None, Sport.CYCLING) == pytest.approx(89, abs=0.5)
    assert minutes("40km easy", rider, Sport.CYCLING) == pytest.approx(85, abs=2)
    assert minutes("40km @ 250W", None, Sport.CYCLING) < minutes("40km @ 150W", None, Sport.CYCLING)
    assert minutes("40km @ 60% FTP", rider, Sport.CYCLING) == pytest.approx(
        minutes("40km @ 150W", rider, Sport.CYCLING)
    )


@pytest.mark.parametrize(
    "text", ["40min easy", "40min @ 85% threshold", "40min @ threshold", "40min @ RPE 4"]
)
def test_a_distance_at_the_athletes_paces_is_an_estimate(text):
    reading = Reading(workout(text), THRESHOLD)

    assert reading.totals.time.exact
    assert not reading.totals.distance.exact


def test_a_long_run_is_hard_for_whom_it_is_long():
    slow = Athlete(race=Race(5000, 40 * 60))

    assert Reading(workout("15km easy"), slow).is_hard
    assert not Reading(workout("15km easy"), THRESHOLD).is_hard


def test_the_load_and_the_length_follow():
    readings = [Reading(workout("10km easy"), athlete) for athlete in (FAST, THRESHOLD)]
    seconds, loads = ([getattr(each, name) for each in readings] for name in ("totals", "load"))

    assert loads[0] / loads[1] == pytest.approx(seconds[0].time.value / seconds[1].time.value)


def test_the_paces_of_the_table_are_those_of_one_runner():
    easy = vdot.training_speeds(vdot.vdot_of_threshold(USUAL["threshold"]))["easy"]

    assert easy[0] < USUAL["easy"] < easy[1]


def test_the_documentation_says_which_speeds_are_usual():
    text = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text("utf-8")
    said = dict(re.findall(r"^\| .*`(\w+)` \| ([0-9:]+)/km \|$", text, re.MULTILINE))
    assert said == {
        name: write_clock(1000 / USUAL[name]) for name in ("easy", "marathon", "threshold", "repetition")
    }
    shares = re.findall(r"^\| ([0-9]+) \| (\w+) \| ([0-9]+) % \|$", text, re.MULTILINE)
    assert [(float(effort), int(share) / 100) for effort, _, share in shares] == list(FTP_OF_EFFORT[1:-1])
    assert [(float(effort), name) for effort, name, _ in shares] == list(PACE_OF_EFFORT)
