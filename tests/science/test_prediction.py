"""Race times from race times, against published figures."""

import pytest

from workout_core.science import prediction
from workout_core.units import read_clock, write_clock

HALF, MARATHON = 21097.5, 42195.0


@pytest.mark.parametrize(
    ("metres", "expected"),
    [(10_000, "45:52"), (HALF, "1:41:12"), (MARATHON, "3:31:00")],
    ids=["10 km", "half", "marathon"],
)
def test_riegel_of_five_kilometres_in_22_minutes(metres, expected):
    assert write_clock(prediction.riegel(5000, read_clock("22:00"), metres)) == expected


@pytest.mark.parametrize(
    ("metres", "expected"), [(HALF, "1:28:11"), (MARATHON, "3:07:25")], ids=["half", "marathon"]
)
def test_cameron_of_ten_kilometres_in_40_minutes(metres, expected):
    assert write_clock(prediction.cameron(10_000, 2400, metres)) == expected


def test_critical_speed_from_two_trials():
    speed, reserve = prediction.critical_speed([(1600, 360), (3200, 780)])
    assert speed == pytest.approx(3.8095, abs=1e-4)
    assert reserve == pytest.approx(228.57, abs=0.01)
    assert prediction.critical_speed_seconds(speed, reserve, 5000) == pytest.approx(
        read_clock("20:52"), abs=1
    )


@pytest.mark.parametrize("seconds", [360, 0.1], ids=str)
@pytest.mark.parametrize("metres", [[], [1600], [1600, 1700, 1800]], ids=["none", "one", "three"])
def test_trials_of_one_time_say_nothing(metres, seconds):
    with pytest.raises(ValueError, match="two trials of different times"):
        prediction.critical_speed([(each, seconds) for each in metres])


@pytest.mark.parametrize("farther", [1600, 1500], ids=["as far", "less far"])
def test_trials_that_go_no_farther_in_a_longer_time_say_nothing(farther):
    with pytest.raises(ValueError, match="go farther in a longer time"):
        prediction.critical_speed([(1600, 360), (farther, 400)])


@pytest.mark.parametrize("metres", [100, 200], ids=str)
def test_critical_speed_says_nothing_of_what_the_reserve_alone_covers(metres):
    with pytest.raises(ValueError, match=f"nothing of {metres} m with 200 m in reserve"):
        prediction.critical_speed_seconds(4.0, 200, metres)


@pytest.mark.parametrize("slope", [4.5, 0.8], ids=["runner", "swimmer"])
def test_critical_speed_is_the_slope_of_many_trials(slope):
    trials = [(slope * seconds + 150 + off, seconds) for seconds, off in ((180, 1), (420, -2), (660, 1))]
    speed, reserve = prediction.critical_speed(trials)
    assert (speed, reserve) == (pytest.approx(slope), pytest.approx(150))


@pytest.mark.parametrize("predict", [prediction.riegel, prediction.cameron], ids=["Riegel", "Cameron"])
def test_the_same_distance_takes_the_same_time(predict):
    assert predict(5000, 1320, 5000) == pytest.approx(1320)


def test_twice_the_distance_takes_more_than_twice_the_time():
    assert prediction.riegel(5000, 1, 10_000) == pytest.approx(2.08493, abs=5e-6)
    assert prediction.riegel(50_000, 1, 100_000, exponent=1.15) == pytest.approx(2.2191, abs=5e-5)
