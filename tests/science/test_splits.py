"""Splits add up to the second, and are those of published plans."""

from itertools import accumulate, pairwise
from random import Random

import pytest

from workout_core.science import splits
from workout_core.units import MILE, read_clock, write_clock

HALF, MARATHON = 21097.5, 42195.0


def clocks(lengths, seconds, shape):
    return [write_clock(split) for split in splits.rounded(splits.times(lengths, seconds, shape))]


def test_five_miles_ten_seconds_faster_each():
    lengths = [MILE] * 5
    shape = splits.blocks(lengths, [500, 490, 480, 470, 460])
    assert clocks(lengths, 2400, shape) == ["8:20", "8:10", "8:00", "7:50", "7:40"]


def test_the_same_five_miles_as_a_ramp():
    assert clocks([MILE] * 5, 2400, splits.ramp(0.0520833)) == ["8:20", "8:10", "8:00", "7:50", "7:40"]


@pytest.mark.parametrize(
    ("total", "percent", "halves"),
    [("4:00:00", 0.02, ["2:01:12", "1:58:48"]), ("3:30:00", 0.02, ["1:46:03", "1:43:57"])],
    ids=["4:00:00", "3:30:00"],
)
@pytest.mark.parametrize("shape", [splits.halves, splits.ramp], ids=["halves", "ramp"])
def test_a_percentage_is_of_the_mean_half(total, percent, halves, shape):
    assert clocks([MARATHON / 2] * 2, read_clock(total), shape(percent)) == halves


def test_quarters_at_four_paces():
    paces = [read_clock(pace) / MILE for pace in ("7:10", "7:05", "7:00", "6:55")]
    total = sum(10_500 * pace for pace in paces)
    assert write_clock(total) == "3:03:46"
    exact = splits.times([10_500] * 4, total, splits.blocks([1] * 4, paces))
    assert exact == pytest.approx([10_500 * pace for pace in paces])


def test_each_kilometre_eight_seconds_faster():
    first = read_clock("5:10")
    total = sum(first - 8 * number for number in range(5))
    shape = splits.blocks([1000] * 5, [first - 8 * number for number in range(5)])
    assert clocks([1000] * 5, total, shape) == ["5:10", "5:02", "4:54", "4:46", "4:38"]


def test_thirteen_miles_of_a_published_table_and_what_is_left():
    paces = [550, 545, *[540] * 8, 535, 530, 525, 52 / (HALF - 13 * MILE) * MILE]
    lengths = splits.segments(HALF, MILE)
    total = read_clock("1:57:37")
    shape = splits.blocks(lengths, paces)
    marks = list(accumulate(splits.rounded(splits.times(lengths, total, shape))))
    shown = {miles: write_clock(marks[miles - 1]) for miles in (3, 10, 11, 12, 13, 14)}
    assert shown == {
        3: "27:15",
        10: "1:30:15",
        11: "1:39:10",
        12: "1:48:00",
        13: "1:56:45",
        14: "1:57:37",
    }


def test_the_clock_of_a_fast_marathon_is_that_of_its_blocks():
    marks = [5000, 10_000, HALF, 30_000, 35_000, 40_000, MARATHON]
    clock = ["14:26", "28:42", "1:00:48", "1:26:31", "1:40:22", "1:54:23", "2:00:35"]
    lengths, taken = ([b - a for a, b in pairwise([0, *each])] for each in (marks, map(read_clock, clock)))
    shape = splits.blocks(lengths, [time / length for time, length in zip(taken, lengths, strict=True)])
    whole = splits.rounded(splits.times(lengths, sum(taken), shape))
    assert [write_clock(mark) for mark in accumulate(whole)] == clock
    assert clocks([HALF, HALF], sum(taken), shape) == ["1:00:48", "59:47"]


def test_ten_ten_ten():
    lengths = [10 * MILE, 10 * MILE, MARATHON - 20 * MILE]
    shape = splits.offsets(lengths, read_clock("3:30:00"), [5.5 / MILE, 0, None])
    exact = splits.times(lengths, read_clock("3:30:00"), shape)
    paces = [round(time / (length / MILE), 1) for time, length in zip(exact, lengths, strict=True)]
    assert paces == [486.1, 480.6, 471.7]
    assert clocks(lengths, 12600, shape) == ["1:21:01", "1:20:05", "48:54"]


def test_a_half_marathon_by_kilometres_ends_with_a_segment_of_its_own():
    lengths = splits.segments(HALF, 1000)
    assert lengths[-1] == pytest.approx(97.5)
    first = ["5:33", "5:33", "5:32", "5:31", "5:31", "5:30", "5:30", "5:29", "5:28", "5:28", "5:27"]
    second = ["5:26", "5:26", "5:26", "5:24", "5:24", "5:23", "5:23", "5:22", "5:22", "5:21", "0:31"]
    assert clocks(lengths, 6900, splits.ramp(0.02)) == first + second


@pytest.mark.parametrize("free", [[], [None, None]], ids=["none", "two"])
def test_one_segment_makes_up_the_time(free):
    with pytest.raises(ValueError, match=f"one segment makes up the time, not {len(free)}"):
        splits.offsets([1000] * 3, 900, [0.0] * (3 - len(free)) + free)


@pytest.mark.parametrize(
    ("metres", "every", "lengths"),
    [
        (1000, 1000, [1000]),
        (1000, MILE, [1000]),
        (MILE * 5, MILE, [MILE] * 5),
        (0.3, 0.1, [0.1] * 3),
        (2195, 1000, [1000, 1000, 195]),
        (1995, 1000, [1000, 995]),
        (0, 1000, []),
    ],
    ids=["one", "more than all", "miles", "tenths", "a rest", "nearly two", "nothing"],
)
def test_a_distance_is_cut_into_whole_lengths_and_what_is_left(metres, every, lengths):
    assert splits.segments(metres, every) == pytest.approx(lengths)


@pytest.mark.parametrize(
    "shape",
    [
        splits.even,
        splits.ramp(0.02),
        splits.halves(-0.02),
        splits.offsets([1000], 300, [None]),
    ],
    ids=["even", "ramp", "halves", "offsets"],
)
def test_one_segment_takes_all_the_time(shape):
    assert splits.times([1000], 300, shape) == pytest.approx([300])
    assert splits.times([], 300, shape) == []
    assert (shape(0.0), shape(1.0)) == (0.0, pytest.approx(1.0))


@pytest.mark.parametrize(
    "shape",
    [splits.ramp(0), splits.halves(0), splits.blocks([1000] * 4, [300] * 4)],
    ids=["ramp", "halves", "blocks"],
)
def test_no_split_is_an_even_pace(shape):
    assert splits.times([1000] * 4, 1200, shape) == pytest.approx([300] * 4)


@pytest.mark.parametrize(
    ("exact", "whole"),
    [([], []), ([300.5], [301]), ([0.4] * 5, [0, 1, 0, 1, 0]), ([0.5] * 4, [1, 0, 1, 0]), ([0.0], [0])],
    ids=["none", "one", "less than half a second", "halves", "nothing"],
)
def test_splits_are_rounded_by_the_clock(exact, whole):
    assert splits.rounded(exact) == whole


def test_ten_kilometres_two_seconds_faster_each():
    shape = splits.blocks([1000] * 10, [309 - 2 * number for number in range(10)])
    expected = "5:09 5:07 5:05 5:03 5:01 4:59 4:57 4:55 4:53 4:51"
    assert clocks([1000] * 10, 3000, shape) == expected.split()


@pytest.mark.parametrize(
    ("first", "second", "total", "percent"),
    [
        ("1:00:48", "59:47", "2:00:35", 1.69),
        ("1:01:40", "59:45", "2:01:25", 3.16),
        ("1:01:06", "1:00:33", "2:01:39", 0.90),
        ("1:01:45", "1:01:12", "2:02:57", 0.89),
        ("1:03:06", "1:02:05", "2:05:11", 1.62),
        ("1:03:04", "1:02:46", "2:05:50", 0.48),
        ("59:50", "1:01:19", "2:01:09", -2.45),
    ],
    ids=[
        "Chicago 2023",
        "London 2023",
        "Berlin 2018",
        "Berlin 2014",
        "Chicago 2018",
        "Chicago 2018 b",
        "Berlin 2022",
    ],
)
def test_the_halves_of_fast_marathons_are_those_of_their_percentage(first, second, total, percent):
    halves = [read_clock(first), read_clock(second)]
    assert sum(halves) == read_clock(total)
    share = (halves[0] - halves[1]) / (sum(halves) / 2)
    assert share * 100 == pytest.approx(percent, abs=0.006)
    assert clocks([MARATHON / 2] * 2, sum(halves), splits.ramp(share)) == [first, second]


@pytest.mark.slow
def test_twenty_thousand_plans_are_exact():
    random = Random(1)
    for _ in range(20_000):
        metres = random.choice([5000.0, 10_000.0, HALF, MARATHON, random.uniform(1500, 160_000)])
        seconds = round(metres * random.uniform(0.15, 0.6))
        percent = random.uniform(-0.08, 0.08)
        every = random.choice([400.0, 1000.0, MILE, 5000.0])
        shape = random.choice([splits.ramp, splits.halves])(percent)
        lengths = splits.segments(metres, every)
        exact = splits.times(lengths, seconds, shape)
        whole = splits.rounded(exact)
        assert sum(whole) == seconds
        assert sum(lengths) == pytest.approx(metres)
        for shown, true in zip(accumulate(whole), accumulate(exact), strict=True):
            assert abs(shown - true) <= 0.5 + 1e-6
        assert all(":60" not in write_clock(split) for split in whole)
        _is_monotone(whole[:-1], percent)


def _is_monotone(whole, percent):
    for before, after in pairwise(whole):
        assert (after - before) * (1 if percent > 0 else -1) <= 1
