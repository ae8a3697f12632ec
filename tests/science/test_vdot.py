"""VDOT against the published tables (J. Daniels, *Daniels' Running Formula*, 3rd ed.), eight rows of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.science.vdot import (
    oxygen_cost,
    race_seconds,
    speed_at,
    threshold_speed,
    training_speeds,
    vdot,
    vdot_of_threshold,
)
from workout_core.units import read_clock


def clock(text: str) -> float:
    return read_clock(text)


RACES = """
30 30:40 63:46 98:14 2:21:04 4:49:17
40 24:08 50:03 77:06 1:50:59 3:49:45
45 21:50 45:16 69:40 1:40:20 3:28:26
50 19:57 41:21 63:36 1:31:35 3:10:49
55 18:22 38:06 58:33 1:24:18 2:56:01
60 17:03 35:22 54:18 1:18:09 2:43:25
70 14:55 31:00 47:32 1:08:21 2:23:10
80 13:17 27:41 42:25 1:00:54 2:07:38
"""
PACES = """
30 7:27 8:14 7:03 6:24 - -
40 5:56 6:38 5:29 5:06 4:42 106
45 5:23 6:03 4:57 4:38 4:16 96
50 4:56 5:34 4:31 4:15 3:55 87
55 4:34 5:10 4:10 3:56 3:37 81
60 4:15 4:49 3:52 3:40 3:23 75
70 3:44 4:15 3:24 3:14 2:59 65
"""
INTERVAL_LAPS = [(30, 142), (40, 112), (45, 102), (50, 93), (55, 87), (60, 81), (70, 71)]
DISTANCES = (5000.0, 10_000.0, 15_000.0, 21_097.5, 42_195.0)
RACE_ROWS = [
    (float(fitness), metres, clock(time))
    for fitness, *times in map(str.split, RACES.strip().splitlines())
    for metres, time in zip(DISTANCES, times, strict=True)
]
PACE_ROWS = [line.split() for line in PACES.strip().splitlines()]


@pytest.mark.parametrize(
    ("metres", "time", "fitness"),
    [
        (5000, "24:34", 39.11039839652726),
        (5000, "27:00", 34.96321966414413),
        (5000, "20:00", 49.8062),
        (10_000, "40:00", 51.9440826680247),
        (21_097.5, "1:30:00", 50.977),
        (42_195, "3:00:00", 53.528),
    ],
    ids=str,
)
def test_a_race_shows_a_fitness(metres, time, fitness):
    assert vdot(metres, clock(time)) == pytest.approx(fitness, abs=5e-4)


@pytest.mark.parametrize(("fitness", "metres", "seconds"), RACE_ROWS, ids=str)
def test_races_are_predicted_within_a_fifth_of_a_percent_of_the_table(fitness, metres, seconds):
    assert race_seconds(fitness, metres) == pytest.approx(seconds, rel=0.002)


@pytest.mark.parametrize("row", PACE_ROWS, ids=lambda row: f"VDOT {row[0]}")
def test_training_paces_are_those_of_the_table(row):
    """Easy is within 3.4 s/km, marathon 2.5, the others 0.7; VDOT 30 is the table's worst row."""
    fitness, fast, slow, marathon, threshold, interval, _ = row
    paces = {name: [1000 / speed for speed in ends] for name, ends in training_speeds(float(fitness)).items()}

    easy, race = (5, 11) if fitness == "30" else (3.4, 2.5)

    assert paces["easy"] == [pytest.approx(clock(slow), abs=easy), pytest.approx(clock(fast), abs=easy)]
    assert paces["marathon"] == [pytest.approx(clock(marathon), abs=race)] * 2
    assert paces["threshold"] == [pytest.approx(clock(threshold), abs=0.7)] * 2
    if interval != "-":
        assert paces["interval"] == [pytest.approx(clock(interval), abs=0.7)] * 2


@pytest.mark.parametrize(("fitness", "seconds"), INTERVAL_LAPS, ids=str)
def test_laps_of_intervals_are_those_of_the_table(fitness, seconds):
    speed, _ = training_speeds(fitness)["interval"]

    assert 400 / speed == pytest.approx(seconds, abs=0.95)


@pytest.mark.parametrize(
    "row", [row for row in PACE_ROWS if row[-1] != "-"], ids=lambda row: f"VDOT {row[0]}"
)
def test_laps_of_repetitions_are_those_of_the_table(row):
    repetition, _ = training_speeds(float(row[0]))["repetition"]

    assert 400 / repetition == pytest.approx(float(row[-1]), abs=0.95)


@pytest.mark.parametrize("fitness", [30, 50, 80], ids=str)
def test_marathon_pace_is_that_of_the_predicted_marathon(fitness):
    slow, fast = training_speeds(fitness)["marathon"]

    assert slow == fast == pytest.approx(42_195 / race_seconds(fitness, 42_195))


@pytest.mark.parametrize("fitness", [30, 50, 80], ids=str)
def test_a_lap_of_repetitions_is_six_seconds_shorter_than_one_of_intervals(fitness):
    speeds = training_speeds(fitness)

    assert 400 / speeds["interval"][0] - 400 / speeds["repetition"][0] == pytest.approx(6)


@given(st.floats(20, 85), st.sampled_from([1500.0, *DISTANCES]))
def test_a_predicted_race_shows_the_fitness_it_was_predicted_from(fitness, metres):
    assert vdot(metres, race_seconds(fitness, metres)) == pytest.approx(fitness, rel=1e-9)


@given(st.floats(1, 8))
def test_the_speed_of_an_oxygen_cost_is_its_inverse(speed):
    assert speed_at(oxygen_cost(speed)) == pytest.approx(speed, rel=1e-12)


@given(st.floats(20, 85))
def test_the_fitness_of_a_threshold_is_its_inverse(fitness):
    assert vdot_of_threshold(threshold_speed(fitness)) == pytest.approx(fitness, rel=1e-12)


@given(st.floats(25, 85))
def test_each_training_pace_is_faster_than_the_one_before(fitness):
    speeds = [end for ends in training_speeds(fitness).values() for end in dict.fromkeys(ends)]

    assert speeds == sorted(speeds)


@pytest.mark.parametrize("metres", [1e-3, 1e15])
def test_a_race_of_any_length_is_predicted_in_a_fixed_number_of_steps(metres):
    assert metres / 12 <= race_seconds(50, metres) <= metres / 0.5


@pytest.mark.parametrize(("fitness", "speed"), [(200, 12), (0, 0.5)], ids=["too fast", "too slow"])
def test_nobody_races_faster_than_a_sprinter_or_slower_than_a_stroller(fitness, speed):
    assert 5000 / race_seconds(fitness, 5000) == pytest.approx(speed)
