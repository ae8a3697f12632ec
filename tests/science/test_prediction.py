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


def test_trials_of_one_time_say_nothing():
    with pytest.raises(ValueError, match="two trials of different times"):
        prediction.critical_speed([(1600, 360)])
