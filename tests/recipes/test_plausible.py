"""A goal that somebody has run is a goal; one that nobody has, or that is slower than a walk, is a slip."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import InvalidParameter
from workout_core.analysis.plausible import fastest, refuse_impossible
from workout_core.units import MILE

RECORDS = {
    "100 m": (100.0, 9.58),
    "200 m": (200.0, 19.19),
    "400 m": (400.0, 43.03),
    "800 m": (800.0, 100.91),
    "1000 m": (1000.0, 131.96),
    "1500 m": (1500.0, 206.00),
    "a mile": (MILE, 223.13),
    "3000 m": (3000.0, 437.55),
    "5000 m": (5000.0, 755.36),
    "10,000 m": (10_000.0, 1571.00),
    "half marathon": (21_097.5, 3402.0),
    "marathon": (42_195.0, 7235.0),
    "50 km": (50_000.0, 9523.0),
    "100 km": (100_000.0, 21_935.0),
    "100 mi": (100 * MILE, 39_099.0),
    "24 hours": (319_614.0, 86_400.0),
}
"""Metres and seconds of world records, as published by World Athletics and the IAU."""


@pytest.mark.parametrize(("metres", "seconds"), RECORDS.values(), ids=RECORDS)
def test_a_record_is_a_goal(metres, seconds):
    refuse_impossible(metres, seconds)


@pytest.mark.parametrize(
    "distance",
    ["100 m", "400 m", "800 m", "1500 m", "5000 m", "10,000 m", "half marathon", "marathon", "100 km"],
)
def test_a_hundredth_less_than_a_record_is_not(distance):
    metres, seconds = RECORDS[distance]
    with pytest.raises(InvalidParameter, match=r"^goal: .* is faster than the world record \("):
        refuse_impossible(metres, seconds * 0.99)


@given(st.floats(1, 1_000_000), st.floats(1.0001, 3))
def test_more_metres_never_take_less_time(metres, times):
    assert fastest(metres * times) >= fastest(metres)


@pytest.mark.parametrize("metres", [100.0, 5000.0, 42_195.0, 160_934.4], ids=str)
def test_a_stroll_is_a_goal_and_what_is_slower_is_not(metres):
    refuse_impossible(metres, metres * 2)
    with pytest.raises(InvalidParameter, match=r"^goal: .* is slower than a stroll \("):
        refuse_impossible(metres, metres * 2 + 60)


@pytest.mark.parametrize(
    ("metres", "seconds", "message"),
    [
        (21_097.5, 105, "goal: 21.0975 km in 1:45 is faster than the world record (did you mean '1:45:00'?)"),
        (10_000, 2850 * 60, "goal: 10 km in 47:30:00 is slower than a stroll (did you mean '47:30'?)"),
        (5000, 20, "goal: 5 km in 0:20 is faster than the world record (did you mean '20:00'?)"),
        (
            42_195,
            3600,
            "goal: 42.195 km in 1:00:00 is faster than the world record (write hours:minutes:seconds)",
        ),
        (10_000, 21_600, "goal: 10 km in 6:00:00 is slower than a stroll (write hours:minutes:seconds)"),
    ],
    ids=["1:45 for 1:45:00", "47:30:00 for 47:30", "20 s for 20 min", "an hour", "six hours"],
)
def test_a_slip_of_hours_minutes_and_seconds_is_told_as_such(metres, seconds, message):
    with pytest.raises(InvalidParameter, match=f"^{re.escape(message)}$") as refused:
        refuse_impossible(metres, seconds)
    assert refused.value.parameter == "goal"
