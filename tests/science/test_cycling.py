"""Speed and power on a bicycle belong together."""

import pytest

from workout_core.science.cycling import power_at, speed_at


@pytest.mark.parametrize(("watts", "kilometres_an_hour"), [(100, 23), (150, 27), (200, 31), (300, 36)])
def test_a_power_gives_about_this_speed_on_the_flat(watts, kilometres_an_hour):
    # Wilson and Schmidt, Bicycling Science, 4th ed., power of a rider on the tops of a road bicycle
    assert speed_at(watts) * 3.6 == pytest.approx(kilometres_an_hour, abs=1.5)


@pytest.mark.parametrize("speed", [0.5, 3.0, 7.5, 12.0, 20.0])
def test_the_speed_of_a_power_is_the_inverse(speed):
    assert speed_at(power_at(speed)) == pytest.approx(speed)
