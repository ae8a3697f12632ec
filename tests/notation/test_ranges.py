"""Ranges in amounts: what is read, what is written, and what is asked."""

import pytest
from hypothesis import given

from workout_core import Distance, Repeat, Step, Time, format_steps, parse_steps
from workout_core.errors import DocumentError
from workout_core.model.duration import is_range
from workout_core.testing.strategies.durations import ranges
from workout_core.units import MILE

WRITTEN = [
    ("easy 30-40min", Time(1800, longest=2400), "easy 30-40min"),
    ("30\u201340min easy", Time(1800, longest=2400), "easy 30-40min"),
    ("easy 30min-40min", Time(1800, longest=2400), "easy 30-40min"),
    ("easy 30 to 40 min", Time(1800, longest=2400), "easy 30-40min"),
    ("rest 60-90s", Time(60, longest=90), "rest 60-90s"),
    ("rest 1:30-2:00", Time(90, longest=120), "rest 90-120s"),
    ("rest 90s-2min", Time(90, longest=120), "rest 90-120s"),
    ("recover 2-3min", Time(120, longest=180), "recover 2-3min"),
    ("2-3 minutes jog", Time(120, longest=180), "recover 2-3min"),
    ("easy 60-75min", Time(3600, longest=4500), "easy 60-75min"),
    ("easy 1h-1h15", Time(3600, longest=4500), "easy 60-75min"),
    ("easy 1-1h15min", Time(3600, longest=4500), "easy 60-75min"),
    ("easy 50:00-1:10:00", Time(3000, longest=4200), "easy 50-70min"),
    ("easy 1-1.5h", Time(3600, longest=5400), "easy 60-90min"),
    ("easy 2h-2h30min", Time(7200, longest=9000), "easy 2h-2h30min"),
    ("easy 1-2h", Time(3600, longest=7200), "easy 1-2h"),
    ("1min30s-1min45.5s", Time(90, longest=105.5), "90s-105.5s"),
    ("8-10km easy", Distance(8000, farthest=10000), "easy 8-10km"),
    ("5-6mi", Distance(5 * MILE, farthest=6 * MILE), "5-6mi"),
    ("jog 200-400m", Distance(200, farthest=400), "recover 200-400m"),
    ("easy 800m-1km", Distance(800, farthest=1000), "easy 800m-1km"),
    ("strides 80-100 metres", Distance(80, farthest=100), "strides 80-100m"),
    ("easy 30-40 metres", Distance(30, farthest=40), "easy 30-40 metres"),
]


@pytest.mark.parametrize(("text", "duration", "written"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_both_ends_are_read_and_written_in_one_unit(text, duration, written):
    (step,) = parse_steps(text)

    assert step.duration == duration
    assert format_steps([step]) == f"{written}\n"
    assert parse_steps(written) == (step,)


PASSES = [
    ("4-6x(3min @ threshold, 90s jog)", (4, 6)),
    ("4\u20136x400m", (4, 6)),
    ("10-12 x 1min", (10, 12)),
    ("6 to 8 x 400m", (6, 8)),
    ("3-4 rounds of (Push-up 10 reps, Squat 12 reps)", (3, 4)),
    ("superset 3-4x, rest 60-90s (Push-up 10 reps, Squat 12 reps)", (3, 4)),
    ("every 90s 8-10x: Squat 5 reps", (8, 10)),
    ("for time 3-5x cap 12:00 (Push-up 10 reps, Squat 12 reps)", (3, 5)),
    ("Back squat 3-4x8-10 @ 60kg, rest 2-3min", (3, 4)),
    ("Back squat 3-4 sets of 8", (3, 4)),
    ("Plank 3-4x30-45s", (3, 4)),
    ("A1 Squat 3-4x8\nA2 Push-up 3-4x10, rest 1-2min", (3, 4)),
    ("1-2x(400m, 200m jog)", (1, 2)),
]


@pytest.mark.parametrize(("text", "ends"), PASSES, ids=[row[0] for row in PASSES])
def test_a_number_of_passes_or_sets_may_be_a_range(text, ends):
    items = parse_steps(text)

    assert [(item.times, item.most) for item in items if isinstance(item, Repeat)] == [ends]
    assert parse_steps(format_steps(items)) == items


@given(ranges())
def test_a_range_is_read_as_it_is_written(duration):
    items = (Step(duration=duration),)

    assert is_range(duration)
    assert parse_steps(format_steps(items)) == items


NO_RANGES = [
    ("10-20-30 min", ["10min", "20min", "30min"]),
    ("4-3-2-1 min", ["4min", "3min", "2min", "1min"]),
    ("400-800-1200", ["400m", "800m", "1200m"]),
    ("10min @ 4:10-4:20/km", ["10min @ 4:10-4:20/km"]),
    ("Squat 8-10 reps", ["Squat 8-10 reps"]),
]


@pytest.mark.parametrize(("text", "means"), NO_RANGES, ids=[row[0] for row in NO_RANGES])
def test_ladders_and_targets_stay_what_they_are(text, means):
    assert parse_steps(text) == tuple(step for each in means for step in parse_steps(each))


UP = "a range goes upwards"
WRONG = [
    ("easy 40-30min", 6, f"'40-30min': {UP} (did you mean '30-40min'?)"),
    ("easy 40min-30min", 6, f"'40min-30min': {UP} (did you mean '30min-40min'?)"),
    ("easy 30-30min", 6, f"'30-30min': {UP} (did you mean '30min'?)"),
    ("jog 400-200m", 5, f"'400-200m': {UP} (did you mean '200-400m'?)"),
    ("easy 1km-800m", 6, f"'1km-800m': {UP} (did you mean '800m-1km'?)"),
    ("6-4x(400m)", 1, f"'6-4': {UP} (did you mean '4-6'?)"),
    ("4-4x400m", 1, f"'4-4': {UP} (did you mean '4'?)"),
    ("Back squat 4-3x8", 12, f"'4-3': {UP} (did you mean '3-4'?)"),
    ("superset 4-3x (Squat 5 reps, Push-up 5 reps)", 10, f"'4-3': {UP} (did you mean '3-4'?)"),
    (
        "easy 1:00-1:15:00",
        6,
        "'1:00-1:15:00' begins with minutes and ends with hours (did you mean '1:00:00-1:15:00'?)",
    ),
    (
        "easy 30-40m",
        6,
        "'30-40m' is 30-40 metres: did you mean '30-40min'? (if not, write '30-40 metres')",
    ),
    ("easy 15-20", 6, "'15-20' needs a unit (did you mean '15-20min', '15-20km' or '15-20mi'?)"),
    ("easy 400-800", 6, "'400-800' needs a unit (did you mean '400-800m'?)"),
    ("easy 4-4:30", 6, "'4-4:30': '4' needs a unit (like '60-75min')"),
    ("0-1001x400m", 1, "repeat must be 1 to 1000: 0"),
    ("easy 1-99999999h", 6, "time must be 0.001 to 2592000 s: 359999996400"),
]


@pytest.mark.parametrize(("text", "column", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_no_range_says_what_would_be_right(text, column, said):
    with pytest.raises(DocumentError) as refused:
        parse_steps(text)

    assert [(each.column, each.message) for each in refused.value.problems] == [(column, said)]


@pytest.mark.parametrize("text", ["repeat until 20-30min\n  1min", "AMRAP 10-12min\n  Squat 5 reps"])
def test_what_ends_a_repeat_is_one_number(text):
    with pytest.raises(DocumentError):
        parse_steps(text)
