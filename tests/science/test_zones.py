"""Zones are contiguous, and their edges are the published ones."""

from itertools import pairwise
from math import inf

import pytest

from workout_core.science import zones
from workout_core.units import write_clock

EDGES = pytest.mark.parametrize(
    "edges",
    [zones.THRESHOLD_HEART_RATE, zones.MAX_HEART_RATE, zones.THRESHOLD_SPEED, zones.FTP],
    ids=["LTHR", "HRmax", "threshold pace", "FTP"],
)
TABLES = pytest.mark.parametrize(
    "table",
    [
        zones.FRIEL_HEART_RATE,
        zones.FRIEL_PACE,
        zones.COGGAN_POWER,
        zones.STRYD_POWER,
        zones.table(zones.MAX_HEART_RATE),
    ],
    ids=["Friel heart rate", "Friel pace", "Coggan power", "Stryd", "watches"],
)


@EDGES
def test_every_zone_begins_where_the_one_before_ends(edges):
    for number in range(1, len(edges) - 1):
        low, high = zones.bounds(edges, number)
        assert low < high == zones.bounds(edges, number + 1)[0]


@EDGES
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


@pytest.mark.parametrize(
    ("number", "shares"),
    [(1, (0.5, 0.6)), (2, (0.6, 0.7)), (3, (0.7, 0.8)), (4, (0.8, 0.9)), (5, (0.9, 1.0))],
)
def test_the_zones_of_the_maximum_are_those_of_watches(number, shares):
    assert zones.bounds(zones.MAX_HEART_RATE, number) == shares


@pytest.mark.parametrize(
    ("number", "shares"), [(2, (0.85, 0.90)), (3, (0.90, 0.95)), (4, (0.95, 1.0)), (5, (1.0, 1.06))]
)
def test_the_zones_of_the_threshold_heart_rate_are_friels(number, shares):
    assert zones.bounds(zones.THRESHOLD_HEART_RATE, number) == shares


@pytest.mark.parametrize(
    ("edges", "ends"),
    [
        (zones.THRESHOLD_HEART_RATE, (0.65, 1.06)),
        (zones.THRESHOLD_SPEED, (0.625, 1.25)),
        (zones.FTP, (0.3, 2.0)),
    ],
    ids=["LTHR", "threshold pace", "FTP"],
)
def test_zones_that_are_counted_end_where_training_does(edges, ends):
    assert (edges[0], edges[-1]) == pytest.approx(ends)


@TABLES
def test_a_table_has_no_gaps_and_no_overlaps(table):
    assert all(zone.low < zone.high for zone in table)
    assert all(below.high == above.low for below, above in pairwise(table))


@TABLES
def test_the_zones_of_a_table_have_names_of_their_own(table):
    assert len({zone.name for zone in table}) == len(table)


def _percents(table, name):
    """The whole per cents that are inside a zone, edges included, up to 200."""
    (zone,) = [zone for zone in table if zone.name == name]
    return [percent for percent in range(201) if zone.low - 1e-9 <= percent / 100 <= zone.high + 1e-9]


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("1", 0, 84),
        ("2", 85, 89),
        ("3", 90, 94),
        ("4", 95, 99),
        ("5a", 100, 102),
        ("5b", 103, 106),
        ("5c", 107, 200),
    ],
    ids=str,
)
def test_friels_heart_rate_zones_hold_his_per_cents_of_the_threshold(name, low, high):
    inside = _percents(zones.FRIEL_HEART_RATE, name)
    assert set(range(low, high + 1)) <= set(inside)
    assert len(inside) <= high - low + 2


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("1", 0, 54),
        ("2", 56, 75),
        ("3", 76, 90),
        ("4", 91, 105),
        ("5", 106, 120),
        ("6", 121, 150),
        ("7", 151, 200),
    ],
    ids=str,
)
def test_coggans_power_zones_hold_his_per_cents_of_the_threshold(name, low, high):
    inside = _percents(zones.COGGAN_POWER, name)
    assert set(range(low, high + 1)) <= set(inside)
    assert len(inside) <= high - low + 2


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("Easy", 65, 80),
        ("Moderate", 80, 90),
        ("Threshold", 90, 100),
        ("Interval", 100, 115),
        ("Repetition", 115, 130),
    ],
    ids=str,
)
def test_stryds_zones_are_between_its_per_cents_of_critical_power(name, low, high):
    assert _percents(zones.STRYD_POWER, name) == list(range(low, high + 1))


@pytest.mark.parametrize(
    ("name", "slowest", "fastest"),
    [
        ("1", 200, 130),
        ("2", 129, 114),
        ("3", 113, 106),
        ("4", 105, 99),
        ("5a", 98, 97),
        ("5b", 96, 90),
        ("5c", 89, 50),
    ],
    ids=str,
)
def test_friels_pace_zones_hold_his_per_cents_of_threshold_pace(name, slowest, fastest):
    """Of zones 4 and 5a, which overlap at 99 and 100 %, the slower one has both."""
    (zone,) = [zone for zone in zones.FRIEL_PACE if zone.name == name]
    for percent in range(fastest, slowest + 1):
        assert zone.low - 1e-9 <= 100 / percent <= zone.high + 1e-9


@pytest.mark.parametrize(
    ("name", "slow_end"),
    [("2", "6:27"), ("3", "5:42"), ("4", "5:18"), ("5a", "4:57"), ("5b", "4:51"), ("5c", "4:30")],
    ids=str,
)
def test_friels_pace_zones_of_a_threshold_of_five_minutes(name, slow_end):
    (zone,) = [zone for zone in zones.FRIEL_PACE if zone.name == name]
    assert write_clock(300 / zone.low) == slow_end


@pytest.mark.parametrize(
    "table",
    [zones.FRIEL_HEART_RATE, zones.FRIEL_PACE, zones.COGGAN_POWER],
    ids=["Friel heart rate", "Friel pace", "Coggan power"],
)
def test_what_the_source_leaves_open_begins_at_nothing_and_has_no_end(table):
    assert (table[0].low, table[-1].high) == (0, inf)


@pytest.mark.parametrize(
    ("edges", "table"),
    [
        (zones.THRESHOLD_HEART_RATE, zones.FRIEL_HEART_RATE),
        (zones.THRESHOLD_SPEED, zones.FRIEL_PACE),
        (zones.FTP, zones.COGGAN_POWER),
    ],
    ids=["Friel heart rate", "Friel pace", "Coggan power"],
)
def test_the_zones_that_are_counted_are_those_of_the_table_within_their_ends(edges, table):
    assert set(edges[1:-1]) <= {zone.low for zone in table}


def test_zones_without_names_are_counted():
    assert zones.table((0.5, 0.6, 0.7)) == (zones.ZoneBounds("1", 0.5, 0.6), zones.ZoneBounds("2", 0.6, 0.7))


@pytest.mark.parametrize("names", [["only"], ["a", "b", "c"]], ids=["too few", "too many"])
def test_every_zone_has_one_name(names):
    with pytest.raises(ValueError, match="zip"):
        zones.table((0.5, 0.6, 0.7), names)


@pytest.mark.parametrize(
    ("percent", "beats"),
    [(50, 125), (60, 138), (70, 151), (80, 164), (90, 177), (0, 60), (100, 190)],
    ids=str,
)
def test_shares_of_the_heart_rate_reserve_are_karvonens(percent, beats):
    assert zones.karvonen(percent / 100, 60, 190) == pytest.approx(beats)
