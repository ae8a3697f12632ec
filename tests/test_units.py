"""Texts become SI numbers, and SI numbers become texts that mean exactly the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.errors import InvalidWorkout
from workout_core.model.duration import Distance, Time
from workout_core.testing.strategies.choices import round_or_any
from workout_core.testing.strategies.durations import distances, times
from workout_core.testing.strategies.targets import speeds
from workout_core.units import (
    MILE,
    YARD,
    plain,
    read_clock,
    read_distance,
    read_mass,
    read_number,
    read_share,
    read_speed,
    read_time,
    say_ends,
    say_times,
    write_clock,
    write_distance,
    write_distances,
    write_exact_clock,
    write_percent,
    write_speed,
    write_speeds,
    write_time,
    write_times,
)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("15min", 900),
        ("1h10min", 4200),
        ("1h10", 4200),
        ("1 h 10", 4200),
        ("90s", 90),
        ("4:30", 270),
        ("1:10:00", 4200),
        ("0:00.5", 0.5),
        ("1h", 3600),
        ("1.5h", 5400),
        ("2min30s", 150),
        ("1h 10min 5s", 4205),
        ("1h5s", 3605),
        ("10 minutes", 600),
        ("1 hour 5 secs", 3605),
        ("15MIN", 900),
        (" 15\u00a0min ", 900),
        ("0.1s", 0.1),
        ("600:00", 36000),
    ],
    ids=str,
)
def test_times_are_read_as_people_write_them(text, seconds):
    assert read_time(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", " ", "15", "min", "15m", "10min1h", "4:60", "1:2:3:4", "-5s", "1e3s", "٣٤min", "5 s s"],
    ids=repr,
)
def test_what_is_no_time_is_refused_with_what_would_be_right(text):
    example = "like '4:30' or '1:10:00'" if ":" in text else "like '15min', '1h10min', '90s' or '4:30'"

    with pytest.raises(InvalidWorkout, match=re.escape(f"{text!r} is not a time ({example})")):
        read_time(text)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (900, "15min"),
        (4200, "1h10min"),
        (90, "90s"),
        (119, "119s"),
        (120, "2min"),
        (150, "2min30s"),
        (60, "1min"),
        (0, "0s"),
        (0.5, "0.5s"),
        (3605, "1h5s"),
        (270.25, "270.25s"),
        (1e-7, "0.0000001s"),
    ],
    ids=str,
)
def test_times_are_written_as_people_write_them(seconds, text):
    assert write_time(seconds) == text


@given(times())
def test_a_time_that_is_written_reads_back_exactly(time: Time):
    assert read_time(write_time(time.seconds)) == time.seconds


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (3599.7, "1:00:00"), (270, "4:30"), (12599.6, "3:30:00")],
    ids=str,
)
def test_a_clock_is_rounded_before_it_is_cut_into_minutes(seconds, text):
    assert write_clock(seconds) == text


@given(st.integers(0, 999_999))
def test_a_clock_reads_back_exactly(seconds):
    assert read_clock(write_clock(seconds)) == seconds


@given(st.integers(0, 5_000_000))
def test_an_exact_clock_keeps_hundredths(hundredths):
    assert read_clock(write_exact_clock(hundredths / 100)) == pytest.approx(hundredths / 100, abs=1e-9)


@pytest.mark.parametrize("text", ["4", "4:3", ":30", "4:30:", "4:30 ", "٤:٣٠", "1234567:00"], ids=repr)
def test_what_is_no_clock_is_refused(text):
    with pytest.raises(InvalidWorkout, match=re.escape(f"{text!r} is not a time (like '4:30' or '1:10:00')")):
        read_clock(text)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("800m", 800),
        ("5km", 5000),
        ("10.5 km", 10500),
        ("1mi", MILE),
        ("3 miles", 3 * MILE),
        ("100yd", 100 * YARD),
        ("half marathon", 21097.5),
        ("Half  Marathon", 21097.5),
        ("half", 21097.5),
        ("marathon", 42195),
        ("5k", 5000),
        ("10K", 10000),
        ("21.0975km", 21097.5),
        ("10 metres", 10),
        ("1 metre", 1),
        ("mile", MILE),
    ],
    ids=str,
)
def test_distances_are_read_as_people_write_them(text, metres):
    assert read_distance(text) == metres


@pytest.mark.parametrize("text", ["", "800", "km", "5 kmm", "٣km", "-5km", "1e3m", "8OOm"], ids=repr)
def test_what_is_no_distance_is_refused_with_what_would_be_right(text):
    message = f"{text!r} is not a distance (like '800m', '5km', '1mi' or 'half marathon')"

    with pytest.raises(InvalidWorkout, match=re.escape(message)):
        read_distance(text)


@pytest.mark.parametrize(
    ("metres", "text"),
    [
        (800, "800m"),
        (1000, "1km"),
        (1500, "1500m"),
        (5000, "5km"),
        (10500, "10.5km"),
        (21097.5, "21.0975km"),
        (MILE, "1mi"),
        (3.1 * MILE, "3.1mi"),
        (100 * YARD, "100yd"),
        (0.3, "0.3m"),
        (1234.5678, "1234.5678m"),
        (914400531250, "914400531.25km"),
    ],
    ids=str,
)
def test_distances_are_written_in_the_unit_a_runner_would_choose(metres, text):
    assert write_distance(metres) == text


@given(distances())
def test_a_distance_that_is_written_reads_back_exactly(distance: Distance):
    assert read_distance(write_distance(distance.metres)) == distance.metres


@pytest.mark.parametrize(
    ("text", "speed"),
    [
        ("4:10/km", 4.0),
        ("4:10 min/km", 4.0),
        ("7:00/mi", MILE / 420),
        ("7:00/mile", MILE / 420),
        ("1:45/100m", 100 / 105),
        ("1:40/100yd", 100 * YARD / 100),
        ("2:00/500m", 500 / 120),
        ("12km/h", 12 / 3.6),
        ("12 kph", 12 / 3.6),
        ("10mph", 10 * MILE / 3600),
        ("3.5m/s", 3.5),
        ("4:10/KM", 4.0),
        ("4:10.5/km", 1000 / 250.5),
    ],
    ids=str,
)
def test_paces_and_speeds_are_metres_per_second(text, speed):
    assert read_speed(text) == pytest.approx(speed, rel=1e-15)


@pytest.mark.parametrize("text", ["", "4:10", "4:10/furlong", "12", "٤:٣٤/km", "/km"], ids=repr)
def test_what_is_no_pace_is_refused_with_what_would_be_right(text):
    message = f"{text!r} is not a pace (like '4:10/km', '7:00/mi' or '12km/h')"

    with pytest.raises(InvalidWorkout, match=re.escape(message)):
        read_speed(text)


def test_a_pace_of_no_time_is_refused():
    with pytest.raises(InvalidWorkout, match=re.escape("'0:00/km' is no pace anybody runs")):
        read_speed("0:00/km")


@pytest.mark.parametrize(
    ("speeds", "first", "text"),
    [
        ((4.0,), "km", "4:10/km"),
        ((1000 / 250.5,), "km", "4:10.5/km"),
        ((1000 / 260, 1000 / 250), "km", "4:20-4:10/km"),
        ((MILE / 420,), "km", "7:00/mi"),
        ((MILE / 420, 4.0), "km", "3.831771428571429-4m/s"),
        ((100 / 105,), "100m", "1:45/100m"),
        ((100 / 105.5,), "100m", "1:45.5/100m"),
        ((100 / 105,), "km", "17:30/km"),
        ((100 * YARD / 75,), "100m", "1:15/100yd"),
        ((500 / 120,), "500m", "2:00/500m"),
        ((32 / 3.6,), "km/h", "32km/h"),
        ((30 / 3.6,), "km/h", "30km/h"),
        ((30 / 3.6,), "km", "2:00/km"),
        ((10 * MILE / 3600,), "km/h", "10mph"),
        ((3.3333333333333335,), "km", "5:00/km"),
        ((3.123456789,), "km", "3.123456789m/s"),
        ((1000.0,), "km", "0:01/km"),
        ((0.0,), "km", "0m/s"),
        ((1e-9,), "km", "16666666666:40/km"),
    ],
    ids=str,
)
def test_speeds_are_written_in_a_unit_that_says_all_of_them_exactly(speeds, first, text):
    assert write_speeds(speeds, first) == text


@given(speeds(), st.sampled_from(["km", "mi", "100m", "100yd", "500m", "km/h", "mph"]))
def test_a_speed_that_is_written_reads_back_exactly_whatever_unit_comes_first(speed, first):
    assert read_speed(write_speeds((speed,), first)) == speed
    assert read_speed(write_speed(speed)) == speed


@pytest.mark.parametrize(
    ("text", "share"),
    [("85%", 0.85), ("85 %", 0.85), ("0.1%", 0.001), ("102.5%", 1.025), ("7%", 0.07)],
    ids=str,
)
def test_percentages_are_shares(text, share):
    assert read_share(text) == share


@pytest.mark.parametrize("text", ["", "85", "0.85", "%85"], ids=repr)
def test_what_is_no_percentage_is_refused(text):
    with pytest.raises(InvalidWorkout, match=re.escape(f"{text!r} is not a percentage (like '85%')")):
        read_share(text)


@pytest.mark.parametrize("text", ["x%", "٣٤%", "1_0%", "nan%", "%%"], ids=repr)
def test_a_percentage_of_no_number_is_refused(text):
    with pytest.raises(InvalidWorkout, match=re.escape(f"{text[:-1]!r} is not a number")):
        read_share(text)


@given(round_or_any(0, 10, 0.01))
def test_a_share_that_is_written_in_percent_reads_back_exactly(share):
    assert read_share(f"{write_percent(share)}%") == share


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (0.85, "85"),
        (1.0, "100"),
        (0.07, "7"),
        (1.025, "102.5"),
        (0.29, "29"),
        (-0.0, "0"),
        (1e-9, "0.0000001"),
    ],
    ids=str,
)
def test_percents_have_no_more_digits_than_they_need(share, percent):
    assert write_percent(share) == percent


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [("60kg", 60), ("62.5 KG", 62.5), ("135lb", 135 * 0.45359237), ("1 lbs", 0.45359237)],
    ids=str,
)
def test_loads_are_kilograms(text, kilograms):
    assert read_mass(text) == pytest.approx(kilograms, rel=1e-15)


@pytest.mark.parametrize("text", ["", "60", "kg", "60 kilos", "٦٤kg"], ids=repr)
def test_what_is_no_load_is_refused(text):
    with pytest.raises(InvalidWorkout, match=re.escape(f"{text!r} is not a load (like '60kg' or '135lb')")):
        read_mass(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (" 0.5", 0.5), ("-3", -3), ("+3.", 3), (".5", 0.5), ("1.5e-3", 0.0015)],
    ids=repr,
)
def test_numbers_are_read(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "x", "nan", "inf", "-Infinity", "1_000", "٣٤", "1e400", "0x10", "1,5", "1 2", "."], ids=repr
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(InvalidWorkout, match=re.escape(f"{text!r} is not a number")):
        read_number(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_plain_number_has_digits_alone_and_reads_back_exactly(number):
    text = plain(number)

    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text)
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(5.0, "5"), (5, "5"), (-0.0, "0"), (0.1, "0.1"), (1e22, "1" + "0" * 22), (1e-7, "0.0000001")],
    ids=str,
)
def test_plain_numbers_have_no_exponent(number, text):
    assert plain(number) == text


READERS = (read_number, read_clock, read_time, read_distance, read_speed, read_share, read_mass)


@given(st.sampled_from(READERS), st.text())
def test_readers_return_a_number_or_refuse(read, text):
    try:
        assert isinstance(read(text), float)
    except InvalidWorkout as refused:
        assert re.search("is not an? |is no pace", str(refused))  # noqa: PT017 - either is right


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1h" + " " * 100_000 + "x",
        "1:" * 50_000,
        " " * 100_000,
        "1." + "0" * 100_000 + "km",
    ],
    ids=["digits", "spaces inside", "colons", "spaces", "decimals"],
)
def test_readers_refuse_long_texts_at_once_and_in_few_words(read, text):
    with pytest.raises(InvalidWorkout) as refused:
        read(text)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("least", "most", "written", "said"),
    [
        (1800, 2400, "30-40min", "30 to 40 min"),
        (60, 90, "60-90s", "60 to 90 s"),
        (60, 120, "1-2min", "1 to 2 min"),
        (90, 120, "90-120s", "90 to 120 s"),
        (90, 180, "90s-3min", "90 s to 3 min"),
        (3600, 4500, "60-75min", "60 to 75 min"),
        (3600, 7200, "1-2h", "1 to 2 h"),
        (6600, 7800, "1h50min-2h10min", "1 h 50 min to 2 h 10 min"),
        (10.5, 12, "10.5s-12s", "10.5 to 12 s"),
        (3599.96, 4500.04, "3599.96s-4500.04s", "60 to 75 min"),
    ],
)
def test_ranges_of_times_have_one_unit_where_people_use_one(least, most, written, said):
    assert write_times(least, most) == written
    assert say_times(least, most) == said


@pytest.mark.parametrize(
    ("least", "most", "written"),
    [
        (8000, 10000, "8-10km"),
        (200, 400, "200-400m"),
        (800, 1000, "800m-1km"),
        (5 * MILE, 6.5 * MILE, "5-6.5mi"),
        (91.44, 182.88, "100-200yd"),
    ],
)
def test_ranges_of_distances_have_one_unit_where_they_can(least, most, written):
    assert write_distances(least, most) == written


def test_a_range_that_is_said_as_one_amount_is_one():
    assert say_ends("9.2 km", "9.2 km") == "9.2 km"
