"""The picture of a workout: height is effort, width is time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Athlete, Intensity, Quantity, Reading, Workout, read_text
from workout_core.analysis.chart import (
    ASCII_BLOCKS,
    MOST_BARS,
    Bar,
    Column,
    bars,
    chart,
    columns,
    rows,
    say_width,
)
from workout_core.analysis.intensities import effort_of_zone, zone_of_effort
from workout_core.testing.strategies import athletes, workouts


def _workout(steps: str) -> Workout:
    return read_text(f"workout: A\nsteps: {steps}\n")


def _efforts(steps: str, athlete: Athlete | None = None) -> list[float]:
    return [round(bar.height, 3) for bar in bars(Reading(_workout(steps), athlete))]


@pytest.mark.parametrize(
    ("steps", "seconds"),
    [
        ("10min", [600]),
        ("10min; 5min rest", [600, 300]),
        ("3x(60s, 30s rest)", [60, 30] * 3),
        ("3x, skip last rest, (60s, 30s rest)", [60, 30, 60, 30, 60]),
        ("2x(2x(60s, 30s rest), 2min walk)", [60, 30, 60, 30, 120] * 2),
        ("repeat until 4min (60s, 30s rest)", [60, 30] * 3),
        ("repeat until HR > 160 (60s, 30s rest)", [60, 30]),
        ("1km @ 5:00/km", [300]),
    ],
)
def test_repeats_are_written_out(steps, seconds):
    assert [bar.seconds for bar in bars(Reading(_workout(steps)))] == seconds


def test_a_workout_without_end_is_drawn_from_its_beginning():
    assert len(bars(Reading(_workout("1000x(1000x(60s))")))) == MOST_BARS


@pytest.mark.parametrize(
    ("steps", "efforts"),
    [
        ("10min", [0.5]),
        ("10min rest; 10min walk; 10min jog; 10min strides", [0.1, 0.1, 0.2, 0.8]),
        ("10min @ RPE 3; 10min @ RPE 10", [0.3, 1.0]),
        ("10min @ Z1 HR; 10min @ Z5 HR; 10min @ Z7 power", [0.2, 0.8, 1.0]),
        ("10min @ easy; 10min @ threshold; 10min @ 10km pace; 10min @ 'hill'", [0.3, 0.7, 0.8, 0.5]),
        ("10min @ 100% FTP; 10min @ 50% FTP; 10min @ 90% HRmax", [0.7, 0.2, 0.7]),
        ("10min @ 60-100% FTP ramp", [0.3]),
        ("10min @ 4:00/km; 10min @ 8:00/km", [0.667, 0.333]),
        ("3x(10min @ 4:00/km, 10min @ 8:00/km)", [0.667, 0.333] * 3),
        ("10min @ 125bpm; 10min @ 250bpm; 10min @ 30bpm", [0.5, 0.5, 0.5]),
        ("10min @ 250W; 10min @ 125W", [0.5, 0.5]),
        ("10min @ 180spm", [0.5]),
    ],
)
def test_height_is_how_hard_a_step_is(steps, efforts):
    assert _efforts(steps) == efforts


def test_a_ramp_rises_from_how_hard_it_begins_to_how_hard_it_ends():
    (bar,) = bars(Reading(_workout("10min @ 60-130% FTP ramp")))
    assert (bar.effort, bar.rise) == (3, 6)
    assert [bar.effort_after(seconds) for seconds in (-1, 0, 300, 600, 700)] == [3, 3, 6, 9, 9]
    assert [column.effort for column in columns([bar], 6)] == [4, 5, 6, 7, 8, 9]
    (bar,) = bars(Reading(_workout("10min @ 130-60% FTP ramp")))
    assert [column.effort for column in columns([bar], 3)] == [9, 7, 5]


def test_an_effort_that_is_given_beside_a_ramp_does_not_rise():
    (bar,) = bars(Reading(_workout("10min @ 50-100% FTP ramp, RPE 5")))
    assert (bar.effort, bar.rise) == (5, 0)


def _spans(steps: str) -> list[tuple[float, float, int, int | None]]:
    found = chart(Reading(_workout(steps))).repeats
    return [(span.start, span.end, span.depth, span.item.times) for span in found]


def test_a_repeat_is_where_its_passes_are():
    nested = "10s; 2x(2x(60s, 30s rest), 2min walk); 5s"
    assert _spans(nested) == [(10, 190, 1, 2), (310, 490, 1, 2), (10, 610, 0, 2)]
    assert _spans("10min") == []
    assert _spans("10x(50m on 1:00)") == [(0, 600, 0, 10)]
    assert chart(Reading(_workout(nested))).seconds == 615


def test_repeats_that_are_not_finished_where_the_picture_ends_are_there_all_the_same():
    made = chart(Reading(_workout("1000x(1000x(60s))")))
    assert not made.is_whole
    assert made.seconds == MOST_BARS * 60
    assert [(each.start, each.end) for each in made.repeats] == [
        *((minutes * 60, minutes * 60 + 60_000) for minutes in range(0, MOST_BARS, 1000)),
        (0, 300_000),
    ]
    assert chart(Reading(_workout(f"5x({MOST_BARS // 5}x(60s))"))).is_whole


@pytest.mark.parametrize(
    ("step", "is_open", "is_known"),
    [
        ("lap", True, False),
        ("warmup lap", True, True),
        ("recover until HR < 120", True, True),
        ("10min", False, False),
        ("10min @ 4:00/km", False, False),
        ("10min @ Z2 HR", False, True),
        ("easy 30-40min", False, True),
    ],
)
def test_it_is_told_which_ends_and_which_efforts_nobody_knows(step, is_open, is_known):
    (bar,) = bars(Reading(_workout(step)))
    assert (bar.is_open, bar.is_known) == (is_open, is_known)


@pytest.mark.parametrize(
    ("effort", "zone"),
    [(1, 0), (2, 1), (2.5, 1), (3, 2), (4, 2), (4.5, 3), (6.9, 3), (7, 4), (8, 5), (9, 6), (9.9, 6), (10, 7)],
)
def test_an_effort_is_in_the_zone_that_it_is_drawn_in(effort, zone):
    assert zone_of_effort(effort) == zone


@pytest.mark.parametrize("quantity", [Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER])
def test_the_effort_of_a_zone_is_in_that_zone(quantity):
    numbers = range(1, 8 if quantity is Quantity.POWER else 6)
    assert [zone_of_effort(effort_of_zone(quantity, number)) for number in numbers] == list(numbers)


def test_an_athlete_gives_the_scale():
    ada = Athlete(threshold_speed=4, max_heart_rate=180, ftp=200)

    assert _efforts("10min @ 4m/s; 10min @ 120bpm; 10min @ 100W", ada) == [0.7, 0.3, 0.2]


def test_an_athlete_without_a_threshold_is_as_good_as_none():
    assert _efforts("10min @ 4:00/km", Athlete()) == _efforts("10min @ 4:00/km")


def _drawn(*parts: tuple[float, float], width: int) -> list[float]:
    return [column.effort for column in columns([Bar(*part, Intensity.WORK) for part in parts], width)]


@pytest.mark.parametrize(
    ("parts", "width", "drawn"),
    [
        ([(60, 0.5)], 3, [0.5, 0.5, 0.5]),
        ([(60, 1.0), (60, 0.2)], 2, [1.0, 0.2]),
        ([(60, 0.2), (60, 1.0)], 2, [0.2, 1.0]),
        ([(60, 1.0), (60, 0.2)], 4, [1.0, 1.0, 0.2, 0.2]),
        ([(30, 0.2), (60, 1.0), (30, 0.2)], 4, [0.2, 1.0, 1.0, 0.2]),
        ([(60, 0.2), (1, 1.0), (60, 0.2)], 3, [0.2, 1.0, 0.2]),
        ([(1, 0.1), (1, 0.2), (1, 0.3), (1, 0.4)], 2, [0.2, 0.4]),
        ([(1, 0.1), (1, 0.9)], 1, [0.9]),
        ([(0.1, 0.3)] * 3 + [(0.7, 0.6)], 10, [0.3] * 3 + [0.6] * 7),
        ([(1e-3, 0.3), (2.5e6, 0.6)], 2, [0.6, 0.6]),
    ],
    ids=str,
)
def test_every_column_shows_the_hardest_of_its_time_and_of_no_other(parts, width, drawn):
    assert _drawn(*parts, width=width) == drawn


def test_a_column_shows_the_easiest_of_its_time_if_that_is_asked_for():
    parts = [Bar(60, effort, Intensity.WORK) for effort in (3, 9, 2, 8)]
    assert [column.effort for column in columns(parts, 2, min)] == [3, 2]
    assert [column.effort for column in columns([Bar(60, 2, Intensity.WORK, 6)], 3, min)] == [2, 4, 6]


@pytest.mark.parametrize(
    ("efforts", "height", "picture"),
    [
        ([0.0, 0.5, 1.0], 1, [" ▄█"]),
        ([0.25, 0.5, 0.75, 1.0], 2, ["  ▄█", "▄███"]),
        ([1 / 8, 2 / 8, 3 / 8, 4 / 8, 5 / 8, 6 / 8, 7 / 8], 1, ["▁▂▃▄▅▆▇"]),
    ],
    ids=str,
)
def test_height_is_drawn_in_eighths_of_a_character(efforts, height, picture):
    assert list(rows([Column(10 * effort, Intensity.WORK) for effort in efforts], height)) == picture


def test_height_is_drawn_in_other_characters_where_there_are_no_blocks():
    heights = [Column(10 * effort, Intensity.WORK) for effort in (0.0, 0.3, 0.7, 1.0)]

    assert list(rows(heights, 1, ASCII_BLOCKS)) == [" .:#"]


@given(workouts(), st.none() | athletes(), st.integers(18, 98))
def test_any_workout_has_a_picture(workout, athlete, width):
    parts = bars(Reading(workout, athlete))
    picture = list(rows(columns(parts, width), 6))

    assert all(
        bar.seconds > 0 and 0.1 <= bar.height <= 1 and 1 <= bar.effort + bar.rise <= 10 for bar in parts
    )
    assert [len(row) for row in picture] == [width] * 6
    assert set(picture[-1]) <= set("▁▂▃▄▅▆▇█")


@pytest.mark.parametrize(
    ("seconds", "count", "said"),
    [(30.0, 3, "90 s"), (100.0, 30, "50 min"), (60.0, MOST_BARS, "first 83 h 20 min")],
    ids=str,
)
def test_the_width_is_said_as_a_time(seconds, count, said):
    assert say_width([Bar(seconds, 0.5, Intensity.WORK)] * count) == said
