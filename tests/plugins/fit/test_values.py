"""Durations, targets and repeats are the raw numbers that the profile wants."""

import pytest

from oracles.fit_decoders import read_raw
from workout_core import (
    Equipment,
    Intensity,
    Item,
    Registry,
    Sport,
    Step,
    Stroke,
    Time,
    Workout,
    export,
    parse_steps,
)
from workout_fit.values import raw_target

REGISTRY = Registry.discover()
NOT_THERE = None


def _rows(items: tuple[Item, ...], sport: Sport = Sport.RUNNING) -> list[dict]:
    workout = Workout(name="Values", items=items, sport=sport)
    (file,) = export(workout, "fit", registry=REGISTRY)
    return [fields for name, fields in read_raw(file.data) if name == "workout_step"]


def _row(text: str, sport: Sport = Sport.RUNNING) -> dict:
    (row,) = _rows(parse_steps(text), sport)
    return row


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("15min", 0, 900_000),
        ("90s", 0, 90_000),
        ("1:10:00", 0, 4_200_000),
        ("800m", 1, 80_000),
        ("1mi", 1, 160_934),
        ("half marathon", 1, 2_109_750),
        ("until HR < 120", 2, 220),
        ("until HR > 150", 3, 250),
        ("200kcal", 4, 200),
        ("lap", 5, NOT_THERE),
        ("until power < 150W", 14, 1150),
        ("until power > 300W", 15, 1300),
        ("12 reps", 29, 12),
        ("0.001s", 0, 1),
        ("720h", 0, 2_592_000_000),
        ("10000km", 1, 1_000_000_000),
    ],
)
def test_a_duration_is_ms_cm_kcal_a_count_or_a_value_with_its_offset(text, kind, value):
    row = _row(text)
    assert (row["duration_type"], row.get("duration_value")) == (kind, value)


@pytest.mark.parametrize(
    ("sport", "text", "kind", "zone", "low", "high"),
    [
        ("running", "4:10-4:30/km", 0, 0, 3704, 4000),
        ("running", "7:00/mi", 0, 0, 3832, 3832),
        ("running", "12-13km/h", 0, 0, 3333, 3611),
        ("running", "Z4 pace", 0, 4, NOT_THERE, NOT_THERE),
        ("running", "150-160bpm", 1, 0, 250, 260),
        ("running", "85-90% HRmax", 1, 0, 85, 90),
        ("running", "100% HRmax", 1, 0, 100, 100),
        ("running", "Z2 HR", 1, 2, NOT_THERE, NOT_THERE),
        ("running", "180spm", 3, 0, 90, 90),
        ("running", "175-181spm", 3, 0, 87, 91),
        ("running", "1-160spm", 3, 0, 1, 80),
        ("cycling", "1rpm", 3, 0, 1, 1),
        ("cycling", "1W", 4, 0, 1001, 1001),
        ("cycling", "1% FTP", 4, 0, 1, 1),
        ("running", "10% HRmax", 1, 0, 10, 10),
        ("running", "0.1m/s", 0, 0, 100, 100),
        ("cycling", "85-95rpm", 3, 0, 85, 95),
        ("cycling", "250-270W", 4, 0, 1250, 1270),
        ("cycling", "88-94% FTP", 4, 0, 88, 94),
        ("cycling", "1000% FTP", 4, 0, 1000, 1000),
        ("cycling", "Z3 power", 4, 3, NOT_THERE, NOT_THERE),
    ],
)
def test_a_target_is_a_zone_or_a_range_of_raw_numbers(sport, text, kind, zone, low, high):
    row = _row(f"10min @ {text}", Sport(sport))
    assert (row["target_type"], row["target_value"]) == (kind, zone)
    assert (row.get("custom_target_value_low"), row.get("custom_target_value_high")) == (low, high)


@pytest.mark.parametrize(
    ("text", "kind", "zone", "low", "high"),
    [
        ("10min @ 4:10-4:30/km, 150-160bpm", 1, 0, 250, 260),
        ("10min @ 4:10-4:30/km, Z2 HR", 1, 2, NOT_THERE, NOT_THERE),
        ("10min @ 150-160bpm, 4:10-4:30/km", 0, 0, 3704, 4000),
        ("10min @ 150-160bpm, 250-270W", 4, 0, 1250, 1270),
        ("10min @ 150-160bpm, 180spm", 3, 0, 90, 90),
    ],
)
def test_a_second_target_has_the_same_numbers_in_its_own_fields(text, kind, zone, low, high):
    row = _row(text)
    assert (row["secondary_target_type"], row["secondary_target_value"]) == (kind, zone)
    assert row.get("secondary_custom_target_value_low") == low
    assert row.get("secondary_custom_target_value_high") == high


def test_a_target_that_was_not_simplified_is_not_written():
    ramp = Workout(name="Ramp", items=parse_steps("10min @ 50-75% FTP ramp"))
    with pytest.raises(TypeError, match=r"^Ramp\("):
        raw_target(ramp.items[0].target, ramp.sport)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("6x", 6, 6),
        ("repeat until 20min", 7, 1_200_000),
        ("repeat until 5km", 8, 500_000),
        ("repeat until 300kcal", 9, 300),
        ("repeat until HR < 120", 10, 220),
        ("repeat until HR > 170", 11, 270),
        ("repeat until power < 180W", 12, 1180),
        ("repeat until power > 300W", 13, 1300),
    ],
)
def test_a_repeat_comes_after_its_steps_and_leads_back_to_the_first(text, kind, value):
    rows = _rows(parse_steps(f"10min\n{text}\n  400m\n  200m"))
    repeat = {"message_index": 3, "duration_type": kind, "duration_value": 1, "target_value": value}
    assert rows[3] == repeat, "a repeat has no target type and no intensity"


def test_a_repeat_inside_a_repeat_comes_before_the_one_it_is_in():
    rows = _rows(parse_steps("10min\n3x\n  1km\n  4x\n    200m\n    100m\n  5min\n10min"))
    repeats = {row["message_index"]: row["duration_value"] for row in rows if row["duration_type"] == 6}
    assert repeats == {4: 2, 6: 1}
    assert [row["message_index"] for row in rows] == [*range(8)]


@pytest.mark.parametrize(
    ("part", "intensity", "name"),
    [
        ("work", 0, ""),
        ("easy", 0, "Easy"),
        ("steady", 0, "Steady"),
        ("strides", 0, "Strides"),
        ("drill", 0, "Drill"),
        ("rest", 1, ""),
        ("warmup", 2, ""),
        ("cooldown", 3, ""),
        ("recovery", 4, ""),
        ("walk", 4, "Walk"),
    ],
)
def test_a_part_is_an_intensity_and_a_name_where_that_says_too_little(part, intensity, name):
    (row,) = _rows((Step(duration=Time(60), intensity=Intensity(part)),))
    assert (row["intensity"], row.get("wkt_step_name", "")) == (intensity, name)
    (named,) = _rows((Step(duration=Time(60), intensity=Intensity(part), name="Mine", cue="Tall"),))
    told = f"{name}\nTall" if name else "Tall"
    assert (named["intensity"], named["wkt_step_name"], named["notes"]) == (intensity, "Mine", told)


@pytest.mark.parametrize(
    ("stroke", "number"),
    [
        ("freestyle", 0),
        ("backstroke", 1),
        ("breaststroke", 2),
        ("butterfly", 3),
        ("drill", 4),
        ("mixed", 5),
        ("medley", 6),
        (None, 255),
    ],
)
def test_a_step_in_the_pool_has_a_stroke_for_a_target_and_any_stroke_when_none_is_given(stroke, number):
    step = Step(duration=Time(60), stroke=stroke and Stroke(stroke))
    (row,) = _rows((step,), Sport.POOL_SWIMMING)
    assert (row["target_type"], row["target_value"]) == (11, number)


@pytest.mark.parametrize("part", ["rest", "recovery", "walk"])
def test_a_rest_in_the_pool_has_no_target(part):
    (row,) = _rows((Step(duration=Time(60), intensity=Intensity(part)),), Sport.POOL_SWIMMING)
    assert (row["target_type"], row["target_value"]) == (2, 0)


@pytest.mark.parametrize(
    ("equipment", "number"), [("fins", 1), ("kickboard", 2), ("paddles", 3), ("pull_buoy", 4), ("snorkel", 5)]
)
def test_equipment_is_a_number_of_the_profile(equipment, number):
    items = (Step(duration=Time(60), equipment=Equipment(equipment)), Step(duration=Time(30)))
    with_it, without = _rows(items, Sport.POOL_SWIMMING)
    assert with_it["equipment"] == number
    assert "equipment" not in without
