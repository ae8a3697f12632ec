"""Texts of intervals.icu as people write them: from its announcement, its guides and its forum."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    DocumentError,
    Imported,
    Registry,
    Sport,
    WorkoutError,
    export,
    format_steps,
    import_data,
)

REGISTRY = Registry.discover()
NO_SPORT = "does not say its sport, and is read as running (say it: --from 'intervals-icu sport=…')"


def read(text: str, file: str = "tempo-run.icu.txt", **options: str) -> Imported:
    return import_data(text.encode(), "intervals-icu", registry=REGISTRY, file=file, options=options)


def steps(text: str, **options: str) -> str:
    return format_steps(read(text, **options).subject.items)


def told(imported: Imported) -> list[str]:
    return [f"{each.line}:{each.column}: {each.message}" for each in imported.warnings]


ANNOUNCED = """\
Warmup
- 20m 60% 90-100rpm

Main set 6x
- 4m 100% 40-50 rpm, power is less important than getting the torque
- 5m recovery at 40%

Cooldown
- 20m 60% 90-100rpm
"""
BY_LAP = """\
Warm up
- 9m Z2 press lap
Main set 6x
- RPE9 - not quite all out 2m 315w - 330w press lap
- recover 2m Z2 press lap
Cooldown
- 9m Z2
"""
AS_A_LIST = """\
- Warmup 10m 55%
- 3x
  - Fast 6m 88% 85-95rpm
  - Recovery 4m 55%
- 5m 55%
- 2x
  - Faster 4m 90%
  - Recovery 3m 55%
- Cooldown 5m 50%
"""
BY_PACE = """\
Race pace practice.

Warmup
- Warmup 10m 6:15-7:52/km Pace intensity=warmup

Main set 5x
- Race Pace 5m 5:24-5:33/km Pace intensity=active
- Walk 2m intensity=rest

Cooldown
- Cooldown 5m 6:15-7:52/km Pace intensity=cooldown
"""
IN_WATER = """\
Uppvärmning
- Lugn 100mtr intensity=warmup

Huvudset 2x
- Aktiv 50mtr intensity=active
- Vila 20s intensity=rest

- Press lap Setvila 1m intensity=rest

Nedvarvning
- Mycket lugn 100mtr intensity=cooldown
"""


@pytest.mark.parametrize(
    ("text", "sport", "notation"),
    [
        (
            ANNOUNCED,
            Sport.CYCLING,
            (
                "warmup 20min @ 60% FTP, 90-100rpm\n"
                "6x\n"
                '  4min @ 100% FTP, 40-50rpm "power is less important than getting the torque"\n'
                "  recover 5min @ 40% FTP\n"
                "cooldown 20min @ 60% FTP, 90-100rpm\n"
            ),
        ),
        (
            BY_LAP,
            Sport.CYCLING,
            (
                "warmup lap @ Z2 power\n"
                "6x\n"
                '  lap @ 315-330W "RPE9 - not quite all out"\n'
                "  recover lap @ Z2 power\n"
                "cooldown 9min @ Z2 power\n"
            ),
        ),
        (
            AS_A_LIST,
            Sport.CYCLING,
            (
                "warmup 10min @ 55% FTP\n"
                "3x\n"
                '  6min @ 88% FTP, 85-95rpm "Fast"\n'
                "  recover 4min @ 55% FTP\n"
                "5min @ 55% FTP\n"
                "2x\n"
                '  4min @ 90% FTP "Faster"\n'
                "  recover 3min @ 55% FTP\n"
                "cooldown 5min @ 50% FTP\n"
            ),
        ),
        (
            BY_PACE,
            Sport.RUNNING,
            (
                "warmup 10min @ 6:15-7:52/km\n"
                "5x\n"
                '  5min @ 5:24-5:33/km "Race Pace"\n'
                '  rest 2min "Walk"\n'
                "cooldown 5min @ 6:15-7:52/km\n"
            ),
        ),
    ],
    ids=["announced", "by lap", "as a list", "by pace"],
)
def test_whole_texts_are_read(text, sport, notation):
    imported = read(text)
    assert format_steps(imported.subject.items).strip() == notation.strip()
    assert imported.subject.sport is sport
    assert imported.warnings == ()


def test_a_text_for_the_pool_is_read_with_its_sport():
    swim = read(IN_WATER, sport="pool_swimming")
    assert swim.subject.sport is Sport.POOL_SWIMMING
    assert format_steps(swim.subject.items).splitlines()[1:4] == [
        "2x",
        '  50 metres "Aktiv"',
        '  rest 20s "Vila"',
    ]
    assert (swim.warnings, swim.losses) == ((), ())


@pytest.mark.parametrize(
    ("line", "notation"),
    [
        ("- 30s", "30s"),
        ("- 10m", "10min"),
        ("- 1m30", "90s"),
        ("- 5m30s", "5min30s"),
        ("- 1m 30s", "90s"),
        ("- 1h2m30s", "1h2min30s"),
        ("- 2h30m", "2h30min"),
        ("- 1h15", "1h15min"),
        ("- 1.5h", "1h30min"),
        ("- 5'", "5min"),
        ('- 30"', "30s"),
        ("- 1'30\"", "90s"),
        ("- 5’30”", "5min30s"),
        ("- 500mtr", "500m"),
        ("- 400 meters", "400m"),
        ("- 2km", "2km"),
        ("- 2 km", "2km"),
        ("- 0.4km", "400m"),
        ("- 0,4km", "400m"),
        ("- 3mi", "3mi"),
        ("- 1 mile", "1mi"),
        ("- 100yrd", "100yd"),
        ("- 100y", "100yd"),
        ("-10M z2 hr", "10min @ Z2 HR"),
        ("- 10m 75%", "10min @ 75% FTP"),
        ("- 10m 95-105%", "10min @ 95-105% FTP"),
        ("- 10m 95%-105%", "10min @ 95-105% FTP"),
        ("- 10m 90% FTP", "10min @ 90% FTP"),
        ("- 10m 95-98% power, 95-98% pace", "10min @ 95-98% FTP, 95-98% threshold"),
        ("- 10m 4:28-4:32 Pace", "10min @ 4:28-4:32/km"),
        ("- 10m 3:00/100m-4:00/100m Pace", "10min @ 30:00-40:00/km"),
        ("- 10m 220w", "10min @ 220W"),
        ("- 10m 200-240W", "10min @ 200-240W"),
        ("- 10m Z2", "10min @ Z2 power"),
        ("- 10m Z2 HR", "10min @ Z2 HR"),
        ("- 10m Z3 Pace", "10min @ Z3 pace"),
        ("- 10m 70% HR", "10min @ 70% HRmax"),
        ("- 10m 75-80% HR", "10min @ 75-80% HRmax"),
        ("- 10m 60-58% LTHR", "10min @ 58-60% LTHR"),
        ("- 10m 78-82% Pace", "10min @ 78-82% threshold"),
        ("- 10m 5:00/km Pace", "10min @ 5:00/km"),
        ("- 10m 7:15-7:00/km pace", "10min @ 7:00-7:15/km"),
        ("- 10m 5:00 Pace", "10min @ 5:00/km"),
        ("- 1km 8:00-7:30/mi Pace", "1km @ 7:30-8:00/mi"),
        ("- 10m ramp 50-75%", "10min @ 50-75% FTP ramp"),
        ("- 10m Ramp 100-200w", "10min @ 100-200W ramp"),
        ("- 12m 65%-40% ramp", "12min @ 65-40% FTP ramp"),
        ("- 10m ramp 7:15-7:00/km pace", "10min @ 7:15-7:00/km ramp"),
        ("- 10m 75% 90rpm", "10min @ 75% FTP, 90rpm"),
        ("- 10m 180spm", "10min @ 180spm"),
        ("- 20m freeride", "20min"),
        ("- 400mtr intensity=warmup free", "warmup 400m"),
        ("- 20s intensity=rest", "rest 20s"),
        ("- Recovery 30s 50%", "recover 30s @ 50% FTP"),
        ("- 100mtr MaxEffort", '100m "maximal effort"'),
        ("- Press lap Stretch 1m", 'lap "Stretch"'),
        ("- Spin easy: 5m 50%", '5min @ 50% FTP "Spin easy"'),
        ("- 3m Z5 VO2 Max", '3min @ Z5 power "VO2 Max"'),
        ("- Down 3m 66-78% LTHR (112-132 bpm)", '3min @ 66-78% LTHR "Down (112-132 bpm)"'),
        ("- One 33^ two<!> 10m 75%", '10min @ 75% FTP "One 33^ two<!>"'),
        ("– 10m Z2 HR", "10min @ Z2 HR"),
    ],
    ids=str,
)
def test_a_line_is_a_step(line, notation):
    imported = read(line)
    assert format_steps(imported.subject.items).strip() == notation
    assert [each.message for each in imported.warnings if each.line] == []
    assert imported.losses == ()


@pytest.mark.parametrize(
    ("line", "notation", "losses"),
    [
        (
            "- 9m Z2 press lap",
            "lap @ Z2 power",
            ["duration: lap button: the lap button ends it, and the planned '9m' is left out"],
        ),
        ("- 9m Z2-Z3 HR", "9min @ Z2 HR", ["target: zones: 'Z2-Z3 HR' becomes 'Z2' (a step holds one zone)"]),
        ("- 9m CZ2", '9min "custom zone 2"', ["target: custom zone: 'CZ2' becomes words"]),
        (
            "- 9m 60% MMP 5m",
            '9min "60 per cent MMP 5-m"',
            ["target: mean maximum: '60% MMP 5m' becomes words"],
        ),
    ],
    ids=str,
)
def test_what_a_workout_cannot_hold_is_a_loss(line, notation, losses):
    imported = read(line)
    assert format_steps(imported.subject.items).strip() == notation
    assert [str(loss) for loss in imported.losses] == [f"steps[0].{each}" for each in losses]


def test_a_setting_that_nothing_else_knows_is_a_loss():
    assert [str(loss) for loss in read("2x\n- 9m 75% power=3s").losses] == [
        "steps[0].steps[0]: power: 'power=3s' is left out"
    ]


@pytest.mark.parametrize(
    ("line", "notation", "warnings"),
    [
        ("- 800m 75%", "13h20min @ 75% FTP", ["1:3: '800m' are 800 minutes (for metres, write '800mtr')"]),
        ("- 10min Z2 HR", "10min @ Z2 HR", ["1:3: intervals.icu takes '10min' for words (write '10m')"]),
        (
            "- 10m 4:30/km",
            "10min @ 4:30/km",
            ["1:7: intervals.icu takes '4:30/km' for words (write '4:30/km Pace')"],
        ),
        (
            "- 10m 140-150bpm",
            "10min @ 140-150bpm",
            ["1:7: intervals.icu takes '140-150bpm' for words (it has shares and zones)"],
        ),
        (
            "- 10m 75% 200w",
            '10min @ 75% FTP "200-w"',
            ["1:11: '200w' is one target too many, and is read as words"],
        ),
        ("- 10m ramp 75%", "10min @ 75% FTP", ["1:12: a ramp needs two ends (like 'ramp 50-75%')"]),
        (
            "- 10m Z2 5km",
            '10min @ Z2 power "5-km"',
            ["1:10: '5km' is read as words (a step has one duration)"],
        ),
        (
            "- 10m 75% intensity=hard",
            '10min @ 75% FTP "intensity = hard"',
            ["1:11: 'hard' is not an intensity (like 'rest')"],
        ),
    ],
    ids=str,
)
def test_what_is_doubtful_is_warned_of_with_its_place(line, notation, warnings):
    imported = read(line)
    assert format_steps(imported.subject.items).strip() == notation
    assert [each for each in told(imported) if not each.startswith("0:")] == warnings


def test_a_line_without_a_duration_is_a_note_with_a_warning():
    imported = read("- 10m 75%\n- Stretch well\n- 5m 75%\n\n8m 84%\n", file="easy.txt")
    assert format_steps(imported.subject.items).strip() == "10min @ 75% FTP\n5min @ 75% FTP"
    assert imported.subject.description == "Stretch well\n\n8m 84%"
    assert told(imported) == [
        "2:3: 'Stretch well' has no duration, and is read as a note",
        "5:1: '8m 84%' is read as a note (a step begins with a dash)",
    ]


def test_a_repeat_without_steps_is_warned_of():
    imported = read("- 10m 75%\n\n6x\n")
    assert told(imported) == ["3:1: '6x' has no steps below it (they follow, each with a dash)"]


def test_a_repeat_begins_at_its_line_and_ends_at_a_blank_one_or_a_heading():
    text = "10x Sprints\n- 30s 120%\n\n- 5m 50%\n\n**Main Set 2x**\n\n- 3m 90%\nCool down\n- 5m 40%"
    assert steps(text).strip() == (
        '10x\n  30s @ 120% FTP "Sprints"\n5min @ 50% FTP\n2x\n  3min @ 90% FTP\ncooldown 5min @ 40% FTP'
    )


def test_a_repeat_may_stand_below_its_title():
    imported = read("Warmup\n- 10m 50%\n\nMain (sweet spot)\n2x\n- 10m 90%\n- Recovery 4m 50%")
    assert format_steps(imported.subject.items).strip().splitlines() == [
        "warmup 10min @ 50% FTP",
        "2x",
        '  10min @ 90% FTP "Main (sweet spot)"',
        "  recover 4min @ 50% FTP",
    ]
    assert (imported.subject.description, imported.warnings) == ("", ())
    assert steps("Main Set\n2x\n- 10m 90%").strip() == "2x\n  10min @ 90% FTP"


def test_a_heading_is_the_cue_of_steps_without_one_and_else_a_note():
    assert read("Hills 6x\n- 30s 120%\n- Walk back 1m").subject.description == ""
    imported = read("Hills 6x\n- Sprint 30s 120%\n- Walk back 1m")
    assert imported.subject.description == "Hills"
    assert format_steps(imported.subject.items).count("Hills") == 0


def test_a_rest_behind_a_distance_is_a_step():
    assert steps("4x\n- 200mtr 95% pace 30s rest", sport="pool_swimming").strip() == (
        "4x\n  200m @ 95% threshold\n  rest 30s"
    )


def test_a_zone_before_the_duration_gives_way_to_a_number_behind_it():
    imported = read("- Z3 2m 83-94%")
    assert format_steps(imported.subject.items).strip() == '2min @ 83-94% FTP "zone 3"'


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Tempo run\n\n- 10m Z2 HR", "Tempo run", ""),
        ("# Tempo run\nKeep it even.\n\n- 10m Z2 HR", "Tempo run", "Keep it even."),
        ("Tempo run\n\nKeep it even.\nSmile.\n\nWarmup\n- 10m Z2 HR", "Tempo run", "Keep it even.\nSmile."),
        ("- 10m Z2 HR\n\nWell done.", "long easy", "Well done."),
        ("Warmup\n- 10m Z2 HR", "long easy", ""),
        ("6 × 800 m\n\n- 10m Z2 HR", "6 × 800 m", ""),
        ("\ufeffTempo run\r\n\r\n- 10m Z2 HR\r\n", "Tempo run", ""),
    ],
    ids=str,
)
def test_the_first_line_is_the_name_and_other_lines_are_the_description(text, name, description):
    workout = read(text, file="folder/long_easy.icu.txt").subject
    assert (workout.name, workout.description) == (name, description)


@pytest.mark.parametrize(
    ("text", "sport"),
    [
        ("- 1km 5:00/km Pace", Sport.RUNNING),
        ("- 10m 85% Pace", Sport.RUNNING),
        ("- Jog 10m 70% HR", Sport.RUNNING),
        ("- 10m 200w", Sport.CYCLING),
        ("- 10m 75%", Sport.CYCLING),
        ("- 10m 70% HR 90rpm", Sport.CYCLING),
        ("- Run 10m 200w", Sport.RUNNING),
        ("- 100mtr 1:45/100m Pace", Sport.POOL_SWIMMING),
        ("pool length: 25m\n\n- 100mtr 95% Pace", Sport.POOL_SWIMMING),
        ("- 500mtr 2:00/500m Pace", Sport.ROWING),
        ("Sport: trail running\n\n- 10m 200w", Sport.TRAIL_RUNNING),
    ],
    ids=str,
)
def test_the_steps_tell_the_sport(text, sport):
    imported = read(text)
    assert imported.subject.sport is sport
    assert imported.warnings == ()


def test_a_sport_that_nothing_tells_is_warned_of_and_can_be_given():
    assert [each.message for each in read("- 10m 70% HR").warnings] == [NO_SPORT]
    hike = read("- 10m 70% HR", sport="hiking")
    assert (hike.subject.sport, hike.warnings) == (Sport.HIKING, ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "x.icu.txt:1:1: has no step (like '- 10m Z2 HR', with a dash at the beginning of the line)"),
        (b"Tempo run\n", "x.icu.txt:1:1: has no step"),
        (b"Warmup\n- 0m 75%", "x.icu.txt:2:3: time must be 0.001 to"),
        (b"- 10m 75%\n- 10m 9000%", "x.icu.txt:2:3: power must be 0.01 to 10 of ftp: 90"),
        (b"- 10m Z11", "x.icu.txt:1:3: zone must be 1 to 10: 11"),
        (b"0x\n- 10m", "x.icu.txt:1:1: repeat must be 1 to 1000: 0"),
        (b"- 10m\n- caf\xe9 10m", "x.icu.txt:2:1: is not UTF-8 text (save it as UTF-8)"),
        (b"- a\x00b 10m", "x.icu.txt:1:3: holds the control character U+0000"),
    ],
    ids=str,
)
def test_wrong_texts_are_refused_with_their_place(text, problem):
    with pytest.raises(DocumentError) as refused:
        import_data(text, "intervals-icu", registry=REGISTRY, file="x.icu.txt")
    assert str(refused.value).startswith(problem)


@pytest.mark.parametrize("text", [ANNOUNCED, BY_LAP, AS_A_LIST, BY_PACE, IN_WATER], ids=range(5))
def test_what_is_read_is_written_and_read_again(text):
    subject = read(text).subject
    (file,) = export(subject, "intervals-icu", registry=REGISTRY)
    again = import_data(file.data, "intervals-icu", registry=REGISTRY)
    assert (again.subject, again.losses, file.losses) == (subject, (), ())


TOKENS = (
    *"-–:;,()%/x×'\"=^~@",
    *(" ", " ", "\n", "\n- ", "\n\n", "6x", "10m", "1h", "90s", "800mtr", "5km", "Z2", "HR", "LTHR", "Pace"),
    *(
        "75",
        "75%",
        "200w",
        "4:30",
        "/km",
        "90rpm",
        "ramp",
        "press lap",
        "intensity=",
        "rest",
        "Warmup",
        "free",
    ),
)


@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
def test_any_text_is_read_or_refused_and_read_again_as_it_is_written(text):
    try:
        subject = read(text).subject
    except WorkoutError:
        return
    (file,) = export(subject, "intervals-icu", registry=REGISTRY)
    again = import_data(file.data, "intervals-icu", registry=REGISTRY).subject
    assert again == subject
    assert export(again, "intervals-icu", registry=REGISTRY)[0].data == file.data


@pytest.mark.parametrize("text", [ANNOUNCED, BY_LAP, AS_A_LIST, BY_PACE, IN_WATER], ids=range(5))
def test_texts_of_it_are_recognised(text):
    assert _recognises(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "warmup 15min @ Z2 HR\n6x\n  800m @ 3:50/km",
        "# Tempo\n\n- 10 min easy\n- 5 km at 4:30/km\n- stretch",
        "- milk\n- 2 eggs\n- 10m rope",
        "\x00\x01\xff",
    ],
    ids=range(5),
)
def test_other_texts_are_not_recognised(text):
    assert not _recognises(text)


def _recognises(text: str) -> bool:
    importer = next(each for each in REGISTRY.importers() if each.name == "intervals-icu")
    return importer.recognises is not None and importer.recognises(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "text",
    [
        "- 10m " + "Z2 " * 1_600,
        "- 10m" + " " * 100_000 + "Z2",
        "sport:" + " x" * 100_000,
        "1x" * 100_000,
        "- " * 100_000,
        "\n".join(["6x", "- 10m 75%", ""] * 4_000),
        "- 1m\n" * 15_001,
    ],
    ids=["parts", "spaces", "setting", "repeats", "dashes", "sections", "steps"],
)
def test_a_great_deal_of_text_is_read_or_refused_in_time(text):
    """No form of the builder is looked for in vain more than once in a place."""
    try:
        read(text)
    except DocumentError as refused:
        assert re.search(r"has (?:more than|no step)", str(refused))  # noqa: PT017 - some are read
