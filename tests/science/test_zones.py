"""Zones are contiguous, and their edges are the published ones."""

import pytest

from workout_core.science import zones
from workout_core.units import write_clock

TABLES = (zones.THRESHOLD_HEART_RATE, zones.MAX_HEART_RATE, zones.THRESHOLD_SPEED, zones.FTP)


@pytest.mark.parametrize("edges", TABLES, ids=["LTHR", "HRmax", "threshold pace", "FTP"])
def test_every_zone_begins_where_the_one_before_ends(edges):
    for number in range(1, len(edges) - 1):
        low, high = zones.bounds(edges, number)
        assert low < high == zones.bounds(edges, number + 1)[0]


@pytest.mark.parametrize("edges", TABLES, ids=["LTHR", "HRmax", "threshold pace", "FTP"])
@pytest.mark.parametrize("beyond", [0, -1, 8, 100])
def test_there_is_no_zone_beyond_the_first_and_the_last(edges, beyond):
    with pytest.raises(IndexError):
        zones.bounds(edges, beyond)


@pytest.mark.parametrize(("number", "slow_end"), [(2, "6:27"), (3, "5:42"), (4, "5:18"), (5, "4:57")])
def test_the_pace_zones_of_a_threshold_of_five_minutes_are_friels(number, slow_end):
    low, _ = zones.bounds(zones.THRESHOLD_SPEED, number)

    assert write_clock(300 / low) == slow_end


@pytest.mark.parametrize(
    ("number", "watts"),
    [
        (1, (75, 137.5)),
        (2, (137.5, 187.5)),
        (3, (187.5, 225)),
        (4, (225, 262.5)),
        (5, (262.5, 300)),
        (6, (300, 375)),
    ],
)
def test_the_power_zones_of_250_watts_are_coggans(number, watts):
    assert [250 * share for share in zones.bounds(zones.FTP, number)] == pytest.approx(watts)


@pytest.mark.parametrize(("number", "shares"), [(1, (0.5, 0.6)), (5, (0.9, 1.0))])
def test_the_zones_of_the_maximum_are_those_of_watches(number, shares):
    assert zones.bounds(zones.MAX_HEART_RATE, number) == shares


@pytest.mark.parametrize(
    ("number", "shares"), [(2, (0.85, 0.90)), (3, (0.90, 0.95)), (4, (0.95, 1.0)), (5, (1.0, 1.06))]
)
def test_the_zones_of_the_threshold_heart_rate_are_friels(number, shares):
    assert zones.bounds(zones.THRESHOLD_HEART_RATE, number) == shares
