"""Zwift's files as they are found: each block, what it asks for, and what is said during it."""

import pytest

from workout_core import (
    Distance,
    DocumentError,
    Intensity,
    Named,
    Quantity,
    Ramp,
    Range,
    Reference,
    Registry,
    Repeat,
    Sport,
    Step,
    Target,
    Time,
    Zone,
    import_data,
)

REGISTRY = Registry.discover()
FTP = Reference.FTP
PACE = Reference.THRESHOLD_PACE
RUN = "<name>R</name><sportType>run</sportType>"


def read(blocks: str, *, heads: str = "<name>Test</name>", **options):
    data = f"<workout_file>{heads}\n<workout>\n{blocks}\n</workout></workout_file>".encode()
    return import_data(data, "zwo", registry=REGISTRY, file="test.zwo", options=options)


def refused(blocks: str, *, heads: str = "<name>Test</name>") -> str:
    with pytest.raises(DocumentError) as caught:
        read(blocks, heads=heads)
    return "\n".join(str(each).partition("\n")[0] for each in caught.value.problems)


def step(blocks: str, **more) -> Step:
    (item,) = read(blocks, **more).subject.items
    assert isinstance(item, Step)
    return item


def power(*ends: float, kind=Range) -> Target:
    return Target(Quantity.POWER, kind(*(ends if len(ends) > 1 else ends * 2), FTP))


@pytest.mark.parametrize(
    ("block", "target"),
    [
        ('<SteadyState Duration="60" Power="0.85"/>', power(0.85)),
        ('<SolidState Duration="60" Power=".85"/>', power(0.85)),
        ('<SteadyState Duration="60" Power="0,85"/>', power(0.85)),
        ('<SteadyState Duration="60" Power="85%"/>', power(0.85)),
        ('<SteadyState Duration="60" PowerLow="0.8" PowerHigh="0.9"/>', power(0.8, 0.9)),
        ('<SteadyState Duration="60" PowerLow="0.9" PowerHigh="0.8"/>', power(0.8, 0.9)),
        ('<SteadyState Duration="60" PowerHigh="0.8"/>', power(0.8)),
        ('<SteadyState Duration="60" Zone="2"/>', Target(Quantity.POWER, Zone(2))),
        ('<steadystate duration="60" POWER="0.85"/>', power(0.85)),
        ('<Warmup Duration="60" PowerLow="0.4" PowerHigh="0.8"/>', power(0.4, 0.8, kind=Ramp)),
        ('<Warmup Duration="60" Power="0.5"/>', power(0.5)),
        ('<Cooldown Duration="60" PowerLow="0.8" PowerHigh="0.4"/>', power(0.8, 0.4, kind=Ramp)),
        ('<Ramp Duration="60" PowerLow="0.8" PowerHigh="0.4"/>', power(0.8, 0.4, kind=Ramp)),
        ('<Ramp Duration="60" PowerLow="0.4" PowerHigh="0.8"/>', power(0.4, 0.8, kind=Ramp)),
        ('<FreeRide Duration="60"/>', None),
        ('<Freeride Duration="60"/>', None),
        ('<MaxEffort Duration="60"/>', Target(Quantity.EFFORT, Range(10, 10))),
        ('<SteadyState Duration="60"/>', None),
    ],
)
def test_a_block_is_a_step_with_its_target(block, target):
    assert (step(block).duration, step(block).target) == (Time(60), target)
    assert read(block).warnings == ()
    assert read(block).losses == ()


@pytest.mark.parametrize(
    ("block", "part"),
    [("Warmup", Intensity.WARMUP), ("Cooldown", Intensity.COOLDOWN), ("Ramp", Intensity.WORK)],
)
def test_a_block_says_what_part_the_step_plays(block, part):
    assert step(f'<{block} Duration="60" PowerLow="0.8" PowerHigh="0.6"/>').intensity is part


def test_a_cool_down_goes_down_whichever_end_is_written_first():
    assert step('<Cooldown Duration="60" PowerLow="0.4" PowerHigh="0.8"/>').target == power(
        0.8, 0.4, kind=Ramp
    )


def test_a_power_above_ten_is_a_percentage_and_that_is_told():
    found = read('<SteadyState Duration="60" Power="85"/>')
    assert found.subject.items[0].target == power(0.85)
    (warning,) = (str(each).partition("\n")[0] for each in found.warnings)
    assert (
        warning
        == "test.zwo:3:1: SteadyState Power: '85' is read as a percentage (1.0 is the whole threshold)"
    )


def test_powers_are_watts_where_the_file_sets_the_ftp():
    found = step(
        '<SteadyState Duration="60" Power="2.2"/>', heads="<name>T</name><ftpOverride>100</ftpOverride>"
    )
    assert found.target == Target(Quantity.POWER, Range(220, 220))


def test_no_power_is_no_target_and_that_is_told():
    found = read('<SteadyState Duration="60" Power="0"/>')
    assert found.subject.items[0].target is None
    assert [str(loss) for loss in found.losses] == [
        "steps[0].target: power: a power of 0 is read as no target"
    ]


def test_intervals_are_a_repeat_of_work_and_recovery():
    found = read(
        '<IntervalsT Repeat="5" OnDuration="40" OffDuration="20" OnPower="1.2" PowerOffLow="0.4" '
        'PowerOffHigh="0.5" Cadence="95" CadenceResting="80"/>'
    )
    assert found.subject.items == (
        Repeat(
            times=5,
            items=[
                Step(
                    duration=Time(40),
                    target=power(1.2),
                    second_target=Target(Quantity.CADENCE, Range(95, 95)),
                ),
                Step(
                    duration=Time(20),
                    target=power(0.4, 0.5),
                    second_target=Target(Quantity.CADENCE, Range(80, 80)),
                    intensity=Intensity.RECOVERY,
                ),
            ],
        ),
    )


def test_intervals_may_have_zones_and_one_part_only():
    (repeat,) = read('<IntervalsT Repeat="2" OnDuration="40" OffDuration="0" PowerOnZone="5"/>').subject.items
    assert repeat == Repeat(times=2, items=[Step(duration=Time(40), target=Target(Quantity.POWER, Zone(5)))])


def test_both_parts_of_over_unders_are_work():
    (repeat,) = read('<IntervalsT Repeat="2" OnDuration="40" OffDuration="20" OverUnder="1"/>').subject.items
    assert [each.intensity for each in repeat.items] == [Intensity.WORK, Intensity.WORK]


def test_texts_are_the_cue_with_the_places_where_they_are_due():
    found = step(
        '<SteadyState Duration="300" Power="0.8"><textevent timeoffset="0" message="Go &amp; breathe"/>'
        '<TextEvent TimeOffset="65.5" message="Half  way"/><textevent distoffset="400" message="Relax"/>'
        '<TextNotification timeOffset="3700" text="Done"/></SteadyState>'
    )
    assert found.cue.split("\n") == [
        "Go & breathe",
        "at 1:05.5: Half  way",
        "at 400 m: Relax",
        "at 1:01:40: Done",
    ]


def test_what_is_said_in_every_pass_is_said_in_its_part():
    (repeat,) = read(
        '<IntervalsT Repeat="2" OnDuration="40" OffDuration="20"><textevent timeoffset="0" message="Go"/>'
        '<textevent timeoffset="60" message="Go"/><textevent timeoffset="45" message="Rest"/>'
        '<textevent timeoffset="105" message="Rest"/></IntervalsT>'
    ).subject.items
    assert [each.cue for each in repeat.items] == ["Go", "at 0:05: Rest"]


def test_what_is_said_once_in_a_set_is_said_of_the_set():
    (repeat,) = read(
        '<IntervalsT Repeat="2" OnDuration="40" OffDuration="20"><textevent timeoffset="90" message="Last"/>'
        "</IntervalsT>"
    ).subject.items
    assert [each.cue for each in repeat.items] == ["at 1:30 of the set: Last", ""]


def test_names_that_programs_spell_otherwise_are_known():
    found = read(
        '<IntervalsT Repeat="1" OnDuration="40" OffDuration="20" CadenceRest="80"><textevent mssage="Go"/>'
        '</IntervalsT><Text Duration="10" message="Well done"/>'
    )
    (repeat,) = found.subject.items
    assert [each.cue for each in repeat.items] == ["Go\nat 0:00 of the set: Well done", ""]
    assert repeat.items[1].target == Target(Quantity.CADENCE, Range(80, 80))


def test_texts_that_are_due_at_times_and_at_distances_say_nothing_of_durations():
    block = (
        '<FreeRide Duration="800"><textevent distoffset="100" message="x"/>'
        '<textevent timeoffset="10" message="y"/></FreeRide>'
    )
    assert step(block, heads=RUN).duration == Time(800)


def test_a_text_between_blocks_falls_into_the_block_of_its_time():
    items = read(
        '<textevent timeoffset="70" message="Here"/><FreeRide Duration="60"/><FreeRide Duration="60"/>'
    ).subject.items
    assert [each.cue for each in items] == ["", "at 0:10: Here"]


def test_a_run_has_shares_of_a_threshold_pace_and_distances():
    found = read(
        '<SteadyState Duration="800" Power="0.9"/>',
        heads="<name>R</name><sportType>run</sportType><durationType>distance</durationType>"
        "<thresholdSecPerKm>280</thresholdSecPerKm>",
    )
    assert found.subject.sport is Sport.RUNNING
    (held,) = found.subject.items
    assert (held.duration, held.target) == (Distance(800), Target(Quantity.SPEED, Range(0.9, 0.9, PACE)))
    assert [str(loss) for loss in found.losses] == [
        "threshold pace: 280 s/km is left to the athlete (threshold_pace)"
    ]


def test_a_whole_race_pace_is_that_pace_and_a_share_of_it_one_of_the_threshold_pace():
    found = read(
        '<SteadyState Duration="60" Power="1" pace="1"/><SteadyState Duration="60" Power="0.9" pace="1"/>',
        heads=f"{RUN}<durationType>time</durationType>",
    )
    first, second = found.subject.items
    assert first.target == Target(Quantity.SPEED, Named("5km pace"))
    assert second.target.value.of is PACE
    # Daniels: 19:57 over 5 km and a threshold pace of 4:15/km belong together
    assert second.target.value.low == pytest.approx(0.9 * 255 / (1197 / 5), abs=0.005)
    assert [loss.path for loss in found.losses] == ["steps[1].target"]


def test_a_run_that_does_not_say_what_its_durations_are_is_asked_about():
    found = read('<SteadyState Duration="600" Power="0.9"/>', heads=RUN)
    assert found.subject.items[0].duration == Time(600)
    assert "does not say whether its durations are seconds or metres" in str(found.warnings[0])
    again = read('<SteadyState Duration="600" Power="0.9"/>', heads=RUN, durations="distance")
    assert (again.subject.items[0].duration, again.warnings) == (Distance(600), ())


def test_texts_that_are_due_at_distances_say_that_a_run_is_in_metres():
    block = '<SteadyState Duration="800" Power="0.9"><textevent distoffset="100" message="x"/></SteadyState>'
    assert step(block, heads=RUN).duration == Distance(800)


def test_what_is_not_read_is_told_once():
    found = read(
        '<FreeRide Duration="60" FlatRoad="1"/><FreeRide Duration="60" FlatRoad="0"/>',
        heads="<name>T</name><author>Ada</author><category>FTP</category>",
    )
    assert [str(loss) for loss in found.losses] == [
        "author: 'Ada' is left out",
        "category: 'FTP' is left out",
        "FreeRide FlatRoad: is left out (first in line 3)",
    ]


def test_what_is_no_block_is_told_with_its_line():
    found = read('<Jump Height="2"/>\n<Rest Duration="60" Power="0.5"/>')
    assert [each.target for each in found.subject.items] == [power(0.5)]
    assert [str(each).partition("\n")[0] for each in found.warnings] == [
        "test.zwo:3:1: 'Jump' is not a block, and is left out (SteadyState is one)",
        "test.zwo:4:1: 'Rest' is not a block, and is read as a steady one (SteadyState)",
    ]


def test_a_block_of_no_duration_is_left_out_and_that_is_told():
    found = read('<FreeRide Duration="60"/>\n<FreeRide Duration="0"/>')
    assert len(found.subject.items) == 1
    assert [str(each).partition("\n")[0] for each in found.warnings] == [
        "test.zwo:4:1: FreeRide: has no duration, and is left out (Duration)"
    ]


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        ('<SteadyState Duration="long"/>', "test.zwo:3:1: SteadyState Duration: 'long' is not a number"),
        ('<SteadyState Duration="nan"/>', "test.zwo:3:1: SteadyState Duration: 'nan' is not a number"),
        ('<SteadyState Duration="-5"/>', "test.zwo:3:1: SteadyState Duration: '-5' is negative"),
        (
            '<FreeRide Duration="60" Cadence="900"/>',
            "test.zwo:3:1: FreeRide: cadence must be 1 to 300 per minute: 900",
        ),
        (
            '<IntervalsT Repeat="2.5" OnDuration="9"/>',
            "test.zwo:3:1: IntervalsT Repeat: '2.5' is not a whole number",
        ),
        (
            '<IntervalsT Repeat="1001" OnDuration="9"/>',
            "test.zwo:3:1: IntervalsT Repeat: 1001 is more than 1000",
        ),
        (
            '<SteadyState Duration="60" Power="9000"/>',
            "test.zwo:3:1: SteadyState: power must be 0.01 to 10 of ftp: 90",
        ),
        ("<RestDay/>", "test.zwo:3:1: is a day of rest, and no workout (a plan has days of rest)"),
        ("", "test.zwo:2:1: the workout has no block that lasts (write a SteadyState with a Duration)"),
    ],
)
def test_a_block_that_makes_no_sense_is_refused_with_its_line(blocks, message):
    assert refused(blocks) == message


def test_all_that_is_wrong_is_told_together():
    assert refused('<FreeRide Duration="x"/>\n<FreeRide Duration="y"/>').count("is not a number") == 2


@pytest.mark.parametrize(
    ("heads", "name"),
    [
        ("<name> A\n B </name>", "A B"),
        ("<n>Short</n>", "Short"),
        ("<name/>", "test"),
        ("", "test"),
        ("<name>Tom &amp; Ada's <![CDATA[<b>]]></name>", "Tom & Ada's <b>"),
    ],
)
def test_a_name_is_one_line_or_that_of_the_file(heads, name):
    assert read('<FreeRide Duration="60"/>', heads=heads).subject.name == name


@pytest.mark.parametrize(
    ("sport", "expected"),
    [("bike", Sport.CYCLING), ("Run", Sport.RUNNING), ("swim", Sport.POOL_SWIMMING), ("", Sport.CYCLING)],
)
def test_a_file_says_its_sport_and_is_a_ride_if_not(sport, expected):
    heads = f"<name>T</name><sportType>{sport}</sportType><durationType>time</durationType>"
    found = read('<FreeRide Duration="60"/>', heads=heads)
    assert (found.subject.sport, found.warnings) == (expected, ())


def test_an_unknown_sport_is_read_as_a_ride_and_that_is_told():
    found = read('<FreeRide Duration="60"/>', heads="<name>T</name><sportType>yoga</sportType>")
    assert found.subject.sport is Sport.CYCLING
    assert [str(each).partition("\n")[0] for each in found.warnings] == [
        "test.zwo:1:29: sportType: 'yoga' is read as a ride (bike, run or swim)"
    ]


def test_tags_and_the_description_are_kept():
    heads = (
        "<name>T</name><description>One\r\ntwo</description>"
        '<tags><tag name="FTP"/><tag>hills</tag><tag name=""/></tags>'
    )
    found = read('<FreeRide Duration="60"/>', heads=heads).subject
    assert (found.description, found.tags) == ("One\ntwo", ("FTP", "hills"))


TIMED_RUN = f"{RUN}<durationType>time</durationType>"


@pytest.mark.parametrize(
    ("heads", "target"),
    [
        ("<name>T</name>", power(0.01, 0.5, kind=Ramp)),
        (TIMED_RUN, Target(Quantity.SPEED, Ramp(0.1, 0.5, PACE))),
    ],
    ids=["ride", "run"],
)
def test_a_ramp_from_nothing_begins_with_the_least_there_is_and_that_is_told(heads, target):
    found = read('<Ramp Duration="60" PowerLow="0" PowerHigh="0.5"/>', heads=heads)
    assert found.subject.items[0].target == target
    assert [loss.kind for loss in found.losses] == ["power"]


@pytest.mark.parametrize(
    ("block", "target"),
    [
        ('<SteadyState Duration="60" pace="2"/>', Target(Quantity.SPEED, Named("10km pace"))),
        ('<SteadyState Duration="60" pace="250"/>', Target(Quantity.SPEED, Range(4, 4))),
        ('<SteadyState Duration="60" pace="8268"/>', None),
        ('<SteadyState Duration="60" Power="0.9" pace="7"/>', Target(Quantity.SPEED, Range(0.9, 0.9, PACE))),
    ],
)
def test_a_pace_may_be_all_that_a_block_of_a_run_says(block, target):
    found = read(block, heads=TIMED_RUN)
    assert found.subject.items[0].target == target
    assert len(found.warnings) == ('pace="2"' not in block)


def test_a_threshold_pace_of_the_file_is_what_shares_are_of_whatever_the_blocks_say():
    heads = f"{TIMED_RUN}<thresholdSecPerKm>280</thresholdSecPerKm>"
    held = step('<SteadyState Duration="60" Power="0.9" pace="1"/>', heads=heads)
    assert held.target == Target(Quantity.SPEED, Range(0.9, 0.9, PACE))


def test_a_text_that_says_nothing_is_told():
    found = read('<FreeRide Duration="60"><textevent timeoffset="3" message=" "/></FreeRide>')
    assert found.subject.items[0].cue == ""
    assert [str(each).partition("\n")[0] for each in found.warnings] == [
        "test.zwo:3:25: textevent: says nothing, and is left out (message)"
    ]


def test_intervals_that_repeat_nothing_are_left_out_and_that_is_told():
    found = read('<FreeRide Duration="60"/><IntervalsT Repeat="0" OnDuration="9"/>')
    assert len(found.subject.items) == 1
    assert "repeats nothing, and is left out" in str(found.warnings[0])


def test_a_text_that_is_due_at_a_distance_in_timed_intervals_is_said_of_the_set():
    (repeat,) = read(
        '<IntervalsT Repeat="1" OnDuration="40"><textevent distoffset="90" message="x"/></IntervalsT>'
    ).subject.items
    assert repeat.items[0].cue == "at 90 m of the set: x"


def test_what_happens_in_the_game_is_told_once():
    event = '<gameplayevent type="GPE_CAMERA" camera="4"/>'
    found = read(f'<FreeRide Duration="60">{event}{event}</FreeRide>')
    assert [str(loss) for loss in found.losses] == [
        "gameplayevent: what happens in the game is left out (line 3)"
    ]


@pytest.mark.parametrize(
    ("text", "seconds"), [("5:00", 300), ("1:00:00.5", 3600.5), ("64.2", 64.2), ("1e2", 100), (" 60 ", 60)]
)
def test_a_duration_may_be_written_as_a_time(text, seconds):
    assert step(f'<FreeRide Duration="{text}"/>').duration == Time(seconds)


def test_a_duration_that_no_step_has_is_refused():
    assert refused('<FreeRide Duration="1e9"/>') == (
        "test.zwo:3:1: FreeRide Duration: time must be 0.001 to 2592000 s: 1000000000"
    )


def test_a_run_is_one_if_its_durations_are_distances_and_it_does_not_say_what_it_is():
    heads = "<name>T</name><durationType>distance</durationType>"
    assert read('<FreeRide Duration="800"/>', heads=heads).subject.sport is Sport.RUNNING
