"""What a ZWO file says of a workout, and what is told where it has no place for something."""

from xml.etree import ElementTree as ET

import pytest

from workout_core import (
    Athlete,
    ExportError,
    Feature,
    Loss,
    Race,
    Registry,
    Sport,
    Workout,
    export,
    parse_steps,
)

REGISTRY = Registry.discover()
RIDE, RUN = Sport.CYCLING, Sport.RUNNING


def write(steps: str, sport: Sport = RIDE, athlete: Athlete | None = None, *, options=None, **more):
    """Return the root of what is written, and the losses."""
    workout = Workout(name="W", items=parse_steps(steps), sport=sport, **more)
    (file,) = export(workout, "zwo", registry=REGISTRY, athlete=athlete, options=options or {})
    return ET.fromstring(file.data), file.losses


def blocks(steps: str, sport: Sport = RIDE, athlete: Athlete | None = None, **more) -> list[str]:
    """Return the blocks that are written, as they would be in a line."""
    root, _ = write(steps, sport, athlete, **more)
    return [_spelt(block) for block in root.find("workout")]


def _spelt(block) -> str:
    head = " ".join([block.tag, *(f"{name}={value}" for name, value in block.attrib.items())])
    return " | ".join([head, *(_spelt(each) for each in block)])


@pytest.mark.parametrize(
    ("step", "block"),
    [
        ("5min @ 85% FTP", "SteadyState Duration=300 Power=0.85"),
        ("5min @ 80-90% FTP", "SteadyState Duration=300 PowerLow=0.8 PowerHigh=0.9"),
        ("5min @ Z2 power", "SteadyState Duration=300 Zone=2"),
        ("5min @ 50-80% FTP ramp", "Ramp Duration=300 PowerLow=0.5 PowerHigh=0.8"),
        ("5min @ 80-50% FTP ramp", "Ramp Duration=300 PowerLow=0.8 PowerHigh=0.5"),
        ("warmup 5min @ 50-80% FTP ramp", "Warmup Duration=300 PowerLow=0.5 PowerHigh=0.8"),
        ("warmup 5min @ 50% FTP", "Warmup Duration=300 PowerLow=0.5 PowerHigh=0.5"),
        ("cooldown 5min @ 80-50% FTP ramp", "Cooldown Duration=300 PowerLow=0.8 PowerHigh=0.5"),
        ("5min", "FreeRide Duration=300"),
        ("10s @ RPE 10", "MaxEffort Duration=10"),
        ("5min @ 85% FTP, 90rpm", "SteadyState Duration=300 Power=0.85 Cadence=90"),
        ("5min @ 85% FTP, 85-95rpm", "SteadyState Duration=300 Power=0.85 CadenceLow=85 CadenceHigh=95"),
        ("5min @ 90rpm", "FreeRide Duration=300 Cadence=90"),
        (
            '5min @ 85% FTP "Sit up"',
            "SteadyState Duration=300 Power=0.85 | textevent timeoffset=0 message=Sit up",
        ),
        (
            "3x (40s @ 120% FTP, recover 20s @ 50% FTP)",
            "IntervalsT Repeat=3 OnDuration=40 OffDuration=20 OnPower=1.2 OffPower=0.5",
        ),
        ("3x (40s @ 120% FTP)", "IntervalsT Repeat=3 OnDuration=40 OffDuration=0 OnPower=1.2"),
        (
            "3x (2min @ 95% FTP, 2min @ 105% FTP)",
            "IntervalsT Repeat=3 OnDuration=120 OffDuration=120 OnPower=0.95 OffPower=1.05 OverUnder=1",
        ),
    ],
)
def test_a_step_is_a_block_and_nothing_is_lost(step, block):
    assert blocks(step) == [block]
    assert write(step)[1] == ()


def test_powers_in_watts_set_the_ftp_that_they_are_shares_of():
    root, losses = write("5min @ 220W")
    assert (root.findtext("ftpOverride"), losses) == ("100", ())
    assert blocks("5min @ 220W") == ["SteadyState Duration=300 Power=2.2"]
    assert write("5s @ 1500W")[0].findtext("ftpOverride") == "1000"


def test_beside_shares_powers_in_watts_become_shares_of_the_athlete():
    steps = "5min @ 50% FTP\n5min @ 220W"
    assert blocks(steps, athlete=Athlete(ftp=200))[1] == "SteadyState Duration=300 Power=1.1"
    assert blocks(steps)[1] == "FreeRide Duration=300 | textevent timeoffset=0 message=220 W"
    assert write(steps)[1][0].kind is Feature.POWER


def test_a_run_has_shares_of_the_threshold_pace_which_the_file_names_if_it_is_known():
    athlete = Athlete(threshold_speed=4)
    root, losses = write("10min @ 90% threshold", RUN, athlete)
    assert losses == ()
    assert [root.findtext(name) for name in ("sportType", "durationType", "thresholdSecPerKm")] == [
        "run",
        "time",
        "250",
    ]
    assert blocks("10min @ 4:10/km", RUN, athlete) == ["SteadyState Duration=600 Power=1"]
    assert write("10min @ 90% threshold", RUN)[0].find("thresholdSecPerKm") is None
    assert write("10min", RUN, Athlete(race=Race(10_000, 2400)))[0].findtext("thresholdSecPerKm")


def test_a_race_pace_is_the_number_that_the_format_has_for_it():
    assert blocks("10min @ 5km pace", RUN) == ["SteadyState Duration=600 Power=1 pace=1"]
    assert blocks("10min @ easy", RUN) == ["FreeRide Duration=600 | textevent timeoffset=0 message=easy pace"]


def test_durations_are_distances_only_if_nothing_is_timed():
    assert write("800m", RUN)[0].findtext("durationType") == "distance"
    assert blocks("800m", RUN) == ["FreeRide Duration=800"]
    mixed, losses = write("800m\n2min", RUN)
    assert mixed.findtext("durationType") == "time"
    assert [loss.kind for loss in losses] == [Feature.DISTANCE]


def test_the_user_may_choose_what_durations_are():
    root, _ = write("800m\n2min", RUN, options={"durations": "distance"})
    assert root.findtext("durationType") == "distance"
    assert write("800m", RUN, options={"durations": "time"})[0].findtext("durationType") == "time"


def test_a_ride_has_no_distances():
    root, losses = write("10km")
    assert root.find("durationType") is None
    assert [loss.kind for loss in losses] == [Feature.DISTANCE]


def test_texts_are_due_where_their_line_says_or_one_after_the_other():
    assert blocks(r'1min "One\ntwo\nat 0:45: three\nat 400 m: four"') == [
        (
            "FreeRide Duration=60 | textevent timeoffset=0 message=One | textevent timeoffset=10 message=two"
            " | textevent timeoffset=45 message=three | textevent distoffset=400 message=four"
        )
    ]
    assert blocks(r'800m "One\ntwo"', RUN) == [
        "FreeRide Duration=800 | textevent distoffset=0 message=One | textevent distoffset=50 message=two"
    ]


def test_the_texts_of_a_repeat_are_said_in_every_pass():
    (block,) = blocks('2x (40s "Go", recover 20s "Rest")')
    offsets = [part.split(" ", 2)[1:] for part in block.split(" | ")[1:]]
    assert offsets == [
        ["timeoffset=0", "message=Go"],
        ["timeoffset=40", "message=Rest"],
        ["timeoffset=60", "message=Go"],
        ["timeoffset=100", "message=Rest"],
    ]


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ("2x (1min, recover 1min, 1min)", "intervals have two parts"),
        ("2x (1min @ 50-60% FTP ramp, recover 1min @ 50% FTP)", "intervals have no ramps"),
        ("2x (1min @ RPE 10, recover 1min)", "intervals have no maximal effort"),
        ("2x (1min @ 90% FTP, recover 1min)", "both parts of intervals need a target, or neither"),
        ("2x (1min, recover 1min @ 80-90rpm)", "the second part of intervals has no range of cadences"),
        ("2x (warmup 1min, recover 1min)", "the parts of intervals are work and recovery"),
    ],
)
def test_a_repeat_that_intervals_have_no_place_for_is_written_out_and_that_is_told(steps, reason):
    found = blocks(steps)
    half = len(found) // 2
    assert half >= 2
    assert found[:half] == found[half:]
    assert Loss("steps[0]", Feature.REPEAT, f"is written out 2 times: {reason}") in write(steps)[1]


@pytest.mark.parametrize(
    "steps",
    [
        "recover 5min @ 50% FTP",
        "warmup 5min",
        "warmup 5min @ 50-60% FTP",
        "cooldown 5min @ 50-60% FTP ramp",
        "warmup 5min @ 60-50% FTP ramp",
        "2x (1min @ 90% FTP, rest 1min @ 50% FTP)",
    ],
)
def test_the_part_that_a_step_plays_is_told_where_no_block_says_it(steps):
    assert [loss.kind for loss in write(steps)[1]] == [Feature.ROLE]


def test_the_sport_is_told_where_it_is_more_than_a_ride_or_a_run():
    assert [str(loss) for loss in write("5min", Sport.TRAIL_RUNNING)[1]] == [
        "sport: sport: trail running is written as a run"
    ]


def test_a_cadence_that_changes_is_its_range_and_that_is_told():
    root, losses = write("5min @ 80-100rpm ramp")
    assert root.find("workout/FreeRide").attrib["CadenceHigh"] == "100"
    assert [loss.kind for loss in losses] == [Feature.RAMP]


def test_the_head_says_what_there_is():
    root, losses = write(
        "5min", options={"author": "Ada & Co"}, description='Easy <as "that">\nand slow', tags=["FTP", "a\tb"]
    )
    assert losses == ()
    assert [root.findtext(name) for name in ("name", "author", "description", "sportType")] == [
        "W",
        "Ada & Co",
        'Easy <as "that">\nand slow',
        "bike",
    ]
    assert [tag.attrib["name"] for tag in root.find("tags")] == ["FTP", "a\tb"]
    assert write("5min")[0].find("author") is None


def test_what_xml_has_no_room_for_becomes_the_sign_for_a_lost_letter():
    assert write("5min", description="a\ufffeb\uffff")[0].findtext("description") == "a\ufffdb\ufffd"


def test_parts_that_refer_to_two_paces_are_written_out():
    steps = "2x (1min @ 5km pace, recover 1min @ 80% threshold)"
    assert len(blocks(steps, RUN)) == 4
    assert "both parts of intervals refer to the same pace" in str(write(steps, RUN)[1][0])


def test_a_text_that_is_due_at_a_distance_in_a_timed_part_is_said_in_full_where_the_part_begins():
    (block,) = blocks('2x (1min "at 400 m: Relax", recover 1min)')
    assert [part.split(" ", 2)[1:] for part in block.split(" | ")[1:]] == [
        ["timeoffset=0", "message=at 400 m: Relax"],
        ["timeoffset=120", "message=at 400 m: Relax"],
    ]


def test_more_than_can_be_read_again_is_refused():
    lines = r"\n".join("x" * 200)
    with pytest.raises(ExportError, match="more blocks and texts than can be read again"):
        write(f'1000x (1min "{lines}")')
