"""From a race or a threshold to equivalent races, training paces and zones; against published figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Athlete, InvalidWorkout, MissingThreshold, Quantity, Range
from workout_core.analysis.fitness import (
    critical_speed_of,
    equivalents,
    read_race,
    training_speeds,
    zone_tables,
)
from workout_core.model.athlete import Race
from workout_core.units import MILE, read_clock

USUAL = [1500, MILE, 3000, 5000, 10_000, 15_000, 10 * MILE, 21_097.5, 42_195]
RACES = st.builds(
    lambda metres, speed: Race(metres, metres / speed), st.floats(1500, 42_195), st.floats(2.0, 6.3)
)


def _clocks(race, how):
    return {each.metres: getattr(each, how) for each in equivalents(race)}


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("10km in 47:30", 10_000, 2850),
        ("10 km in 47:30", 10_000, 2850),
        ("  10KM   IN   47:30 ", 10_000, 2850),
        ("10k 47:30", 10_000, 2850),
        ("10km=47:30", 10_000, 2850),
        ("10km = 0:47:30", 10_000, 2850),
        ("10km in 47.5min", 10_000, 2850),
        ("10km in 47min30s", 10_000, 2850),
        ("10km in 47 min 30 s", 10_000, 2850),
        ("half marathon in 1h45", 21_097.5, 6300),
        ("half marathon in 1h45min", 21_097.5, 6300),
        ("half marathon in 1 h 45 min", 21_097.5, 6300),
        ("marathon 3:30:00", 42_195, 12_600),
        ("Half-Marathon in 1:45:00", 21_097.5, 6300),
        ("5 miles in 40:00", 5 * MILE, 2400),
        ("mile in 6:00", MILE, 360),
        ("800m in 2:00.5", 800, 120.5),
        ("800m in 119s", 800, 119),
    ],
)
def test_a_race_is_read_as_people_write_it(text, metres, seconds):
    assert read_race(text) == Race(metres, seconds)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a race (like '10km in 47:30')"),
        ("10km", "'10km' is not a race (like '10km in 47:30')"),
        ("47:30", "'47:30' is not a race (like '10km in 47:30')"),
        ("10km in soon", "'10km in soon' is not a race (like '10km in 47:30')"),
        ("47:30 10km", "'47:30 10km' is not a race (like '10km in 47:30')"),
        ("far in 47:30", "'far' is not a distance (like '800m', '5km', '1mi' or 'half marathon')"),
        ("10km in 47:3", "'47:3' is not a time (like '4:30' or '1:10:00')"),
        ("300m in 0:50", "race distance must be 400 to 200000 m: 300"),
    ],
)
def test_what_is_no_race_is_refused_with_what_would_be_right(text, message):
    with pytest.raises(InvalidWorkout) as refused:
        read_race(text)
    assert str(refused.value) == message


@given(st.text(max_size=20))
def test_no_text_gives_anything_but_a_race_or_a_reason(text):
    try:
        race = read_race(text)
    except InvalidWorkout:
        return
    assert race.metres > 0 < race.seconds


@pytest.mark.parametrize(
    ("race", "how", "other", "clock"),
    [
        ("5km in 22:00", "riegel", 10_000, "45:52"),
        ("5km in 22:00", "riegel", 21_097.5, "1:41:12"),
        ("5km in 22:00", "riegel", 42_195, "3:31:00"),
        ("10km in 40:00", "cameron", 21_097.5, "1:28:11"),
        ("10km in 40:00", "cameron", 42_195, "3:07:25"),
        ("5km in 19:57", "vdot", 10_000, "41:21"),
        ("5km in 19:57", "vdot", 21_097.5, "1:31:35"),
        ("5km in 19:57", "vdot", 42_195, "3:10:49"),
        ("10km in 31:00", "vdot", 5000, "14:55"),
        ("10km in 31:00", "vdot", 42_195, "2:23:10"),
    ],
    ids=str,
)
def test_a_race_is_worth_what_the_authors_published(race, how, other, clock):
    assert _clocks(read_race(race), how)[other] == pytest.approx(read_clock(clock), rel=0.002)


@given(RACES)
def test_a_race_is_worth_itself_and_stands_among_the_usual_ones(race):
    made = equivalents(race)

    assert [each.metres for each in made] == sorted({*USUAL, race.metres})
    (own,) = (each for each in made if each.metres == race.metres)
    assert (own.vdot, own.riegel, own.cameron) == pytest.approx((race.seconds,) * 3, rel=1e-6)


@given(RACES)
def test_a_longer_race_takes_longer_at_a_slower_pace(race):
    for how in ("vdot", "riegel"):
        clocks = list(_clocks(race, how).items())
        assert [seconds for _, seconds in clocks] == sorted(seconds for _, seconds in clocks)
        paces = [seconds / metres for metres, seconds in clocks]
        assert paces == pytest.approx(sorted(paces), rel=1e-6)


def test_other_distances_can_be_asked_for():
    assert [each.metres for each in equivalents(Race(5000, 1200), (8000, 5000))] == sorted([*USUAL, 8000])


def test_two_races_are_a_critical_speed():
    found = critical_speed_of([read_race("1600m in 6:00"), read_race("3200m in 13:00")])

    assert found.speed == pytest.approx(3.8095, abs=0.0001)
    assert found.reserve == pytest.approx(228.6, abs=0.05)
    assert found.five_kilometres == pytest.approx(read_clock("20:52"), abs=0.5)


@pytest.mark.parametrize(
    ("races", "message"),
    [
        (["5km in 20:00"], "critical speed needs two trials of different times"),
        (["5km in 30:00", "10km in 30:00"], "critical speed needs two trials of different times"),
        (["5km in 20:00", "3km in 21:00"], "critical speed needs trials that go farther in a longer time"),
    ],
    ids=["one", "one time", "the wrong way round"],
)
def test_races_that_show_no_critical_speed_are_refused(races, message):
    with pytest.raises(InvalidWorkout, match=f"^{message}$"):
        critical_speed_of(list(map(read_race, races)))


@pytest.mark.parametrize(
    ("race", "easy", "marathon", "threshold", "interval", "repetition"),
    [
        ("5km in 24:08", ("5:56", "6:38"), "5:29", "5:06", "4:42", 106),
        ("5km in 19:57", ("4:56", "5:34"), "4:31", "4:15", "3:55", 87),
        ("5km in 17:03", ("4:15", "4:49"), "3:52", "3:40", "3:23", 75),
        ("5km in 14:55", ("3:44", "4:15"), "3:24", "3:14", "2:59", 65),
    ],
    ids=["VDOT 40", "VDOT 50", "VDOT 60", "VDOT 70"],
)
def test_training_paces_are_those_of_the_published_table(
    race, easy, marathon, threshold, interval, repetition
):
    speeds = training_speeds(Athlete(race=read_race(race)))
    paces = {name: (1000 / fast, 1000 / slow) for name, (slow, fast) in speeds.items()}

    assert paces["easy"] == pytest.approx(tuple(map(read_clock, easy)), abs=4)
    assert paces["marathon"] == pytest.approx((read_clock(marathon),) * 2, abs=4)
    assert paces["threshold"] == pytest.approx((read_clock(threshold),) * 2, abs=1)
    assert paces["interval"] == pytest.approx((read_clock(interval),) * 2, abs=1)
    assert paces["repetition"][0] * 0.4 == pytest.approx(repetition, abs=1.2)


@given(st.floats(2.2, 6.2))
def test_a_threshold_pace_is_the_athletes_own_among_the_training_paces(speed):
    speeds = training_speeds(Athlete(threshold_speed=speed))

    assert speeds["threshold"] == (speed, speed)
    assert list(speeds) == ["easy", "marathon", "threshold", "interval", "repetition"]
    fast = [high for _, high in speeds.values()]
    assert fast == sorted(fast)
    assert all(low <= high for low, high in speeds.values())


def test_a_threshold_pace_is_believed_before_a_race():
    both = Athlete(threshold_speed=3.5, race=Race(10_000, 2400))

    assert training_speeds(both) == training_speeds(Athlete(threshold_speed=3.5))


def test_without_a_race_or_a_threshold_there_are_no_training_paces():
    with pytest.raises(MissingThreshold) as missing:
        training_speeds(Athlete(max_heart_rate=190))
    assert missing.value.threshold == "threshold_pace"


def _lows(athlete, title):
    (found,) = (each for each in zone_tables(athlete) if each.title == title)
    return found.unit, [zone.low for zone in found.zones]


def test_zones_of_pace_are_friels():
    unit, lows = _lows(Athlete(threshold_speed=1000 / 300), "Pace zones (Friel)")

    assert (unit, lows[0]) == ("m/s", 0)
    clocks = ("6:27", "5:42", "5:18", "4:57", "4:51", "4:30")
    assert [1000 / low for low in lows[1:]] == pytest.approx(list(map(read_clock, clocks)), abs=0.5)


def test_zones_of_heart_rate_are_friels_of_the_maximum_and_of_the_reserve():
    athlete = Athlete(threshold_heart_rate=170, max_heart_rate=190, resting_heart_rate=60)

    friel = (0, 144.5, 153, 161.5, 170, 175.1, 180.2)
    assert _lows(athlete, "Heart rate zones (Friel, of LTHR)") == ("bpm", pytest.approx(friel, abs=1.8))
    assert _lows(athlete, "Heart rate zones (of the maximum)") == ("bpm", [95, 114, 133, 152, 171])
    reserve = pytest.approx([125, 138, 151, 164, 177])
    assert _lows(athlete, "Heart rate zones (Karvonen, of the reserve)") == ("bpm", reserve)


def test_zones_of_power_are_coggans_and_those_of_running_power():
    athlete = Athlete(ftp=200)

    coggan = pytest.approx([0, 110, 150, 180, 210, 240, 300], abs=1)
    assert _lows(athlete, "Power zones (Coggan, of FTP)") == ("W", coggan)
    stryd = pytest.approx([130, 160, 180, 200, 230])
    assert _lows(athlete, "Power zones (Stryd, if it is running power)") == ("W", stryd)


def test_zones_follow_from_what_is_known_and_from_nothing_else():
    assert list(zone_tables(Athlete())) == []
    assert list(zone_tables(Athlete(resting_heart_rate=50))) == []
    assert len(list(zone_tables(Athlete(max_heart_rate=190)))) == 1
    assert [each.unit for each in zone_tables(Athlete(race=Race(10_000, 2400)))] == ["m/s"]


@given(st.floats(2.2, 6.2), st.integers(120, 200), st.integers(100, 400))
def test_zones_have_no_gaps_and_do_not_overlap(speed, rate, watts):
    athlete = Athlete(
        threshold_speed=speed,
        threshold_heart_rate=rate,
        max_heart_rate=rate + 15,
        resting_heart_rate=50,
        ftp=watts,
    )
    for found in zone_tables(athlete):
        tops, bottoms = [zone.high for zone in found.zones], [zone.low for zone in found.zones]
        assert tops[:-1] == bottoms[1:]
        assert bottoms == sorted(bottoms)


def test_zones_and_paces_of_the_athletes_own_stand_in_the_place_of_the_usual_ones():
    own = (Range(100, 120), Range(120, 140))
    athlete = Athlete(
        threshold_heart_rate=168,
        max_heart_rate=186,
        threshold_speed=3.5,
        zones=((Quantity.HEART_RATE, own),),
        paces=(("marathon", Range(3.1, 3.2)), ("shuffle", Range(2.4, 2.4))),
    )

    assert [each.title for each in zone_tables(athlete)] == ["Own heart rate zones", "Pace zones (Friel)"]
    assert _lows(athlete, "Own heart rate zones") == ("bpm", [100, 120])
    assert training_speeds(athlete)["marathon"] == (3.1, 3.2)
    assert training_speeds(athlete)["shuffle"] == (2.4, 2.4)
