"""``workout pace``: what a race is worth, and the splits of a goal, for people and for programs."""

import json
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.cli.main import run
from workout_core.units import read_clock

TRACK = "".join(
    f'<trkpt lat="0" lon="{at * 0.0449661}"><ele>{height}</ele></trkpt>'
    for at, height in enumerate((0, 100, 0))
)
EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = {
    "rae.yaml": "athlete: Rae\nrace: {distance: 10km, time: 40:00}\n",
    "lee.yaml": "athlete: Lee\nthreshold_pace: 5:00/km\n",
    "max.yaml": "athlete: Max\nmax_heart_rate: 190\n",
    "bea.yaml": "athlete: Bea\n",
    "roof.gpx": f"<gpx><trk><trkseg>{TRACK}</trkseg></trk></gpx>",
    "cut.gpx": "<gpx><trk><trkseg>",
    "place.gpx": '<gpx><wpt lat="0" lon="0"/><wpt lat="0" lon="1"/></gpx>',
}
RACE = """\
10 km in 47:30 · VDOT 42.5 · threshold 4:51/km

Equivalent     VDOT     pace     Riegel   Cameron
1500 m         6:14     4:10/km  6:22     6:07
1 mi           6:45     4:11/km  6:51     6:38
3 km           13:19    4:26/km  13:15    13:10
5 km           22:54    4:35/km  22:47    22:48
10 km          47:30    4:45/km  47:30    47:30
15 km          1:13:08  4:53/km  1:13:00  1:12:53
10 mi          1:18:51  4:54/km  1:18:39  1:18:32
Half marathon  1:45:19  4:59/km  1:44:48  1:44:44
Marathon       3:38:27  5:11/km  3:38:31  3:42:33

Training paces
Easy        5:36/km – 6:20/km
Marathon    5:11/km
Threshold   4:51/km
Interval    4:28/km
Repetition  4:13/km

Pace zones (Friel)
1   slower than 6:15/km
2   5:32/km – 6:15/km
3   5:09/km – 5:32/km
4   4:48/km – 5:09/km
5a  4:42/km – 4:48/km
5b  4:22/km – 4:42/km
5c  faster than 4:22/km
"""
SPLITS = """\
5 km in 25:00 · negative split of 2 %
Halves 12:38 and 12:22 · mean 5:00/km

To    Split  Pace     Clock
1 km  5:05   5:05/km  5:05
2 km  5:02   5:02/km  10:07
3 km  5:00   5:00/km  15:07
4 km  4:58   4:58/km  20:05
5 km  4:55   4:55/km  25:00
"""
USAGE = "Usage: workout pace [OPTIONS]\nTry 'workout pace --help' for help.\n\nError: "
FIVE = "--distance 5km --goal 25:00"
TEN = "--distance 10km --goal 47:30"
HILLY = "--course hilly-10km.gpx"


@pytest.fixture(autouse=True)
def files(folder):
    """Put athletes and courses into the folder."""
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    shutil.copy(EXAMPLES / "hilly-10km.gpx", folder)


def _words(text):
    """The arguments in a line, where _ stands for a space."""
    return [word.replace("_", " ") for word in text.split()]


@pytest.mark.parametrize(
    "race", ["10km in 47:30", "10k in 47min30s", " 10KM  in  0:47:30 ", "10km=47:30", "10 km 47:30"]
)
def test_a_race_is_told_as_races_paces_and_zones(workout, race):
    done = workout("pace", "--race", race)

    assert (done.code, done.out, done.err) == (0, RACE, "")


def test_a_goal_is_told_as_splits(workout):
    done = workout("pace", *_words(f"{FIVE} --negative 2%"))

    assert (done.code, done.out, done.err) == (0, SPLITS, "")


def test_two_races_are_also_a_critical_speed_and_a_goal_stands_below_what_a_race_is_worth(workout):
    done = workout("pace", *_words(f"--race 1600m_in_6:00 --race 3200m_in_13:00 {FIVE} --negative 2%"))

    told = "Critical speed\n4:22/km, with 229 m in reserve above it\n5 km by it: 20:52\n"
    assert done.out.startswith("1600 m in 6:00 · VDOT 48.1 · ")
    assert done.out.endswith(f"\n\n{told}\n{SPLITS}")


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ("--athlete rae.yaml", "10 km in 40:00 · VDOT 51.9 · threshold 4:07/km"),
        ("--athlete lee.yaml", "Threshold pace 5:00/km · VDOT 40.9"),
        ("--athlete rae.yaml --race 10km_in_47:30", "10 km in 47:30 · VDOT 42.5 · threshold 4:51/km"),
        ("--athlete lee.yaml --race 10km_in_47:30", "10 km in 47:30 · VDOT 42.5 · threshold 4:51/km"),
        ("--athlete lee.yaml --units imperial", "Threshold pace 8:03/mi · VDOT 40.9"),
        ("--race 5mi_in_40:00 --units imperial", "5 mi in 40:00 · VDOT 39.7 · threshold 8:15/mi"),
        ("--athlete max.yaml", "Heart rate zones (of the maximum)"),
    ],
)
def test_the_first_line_says_what_the_rest_follows_from(workout, arguments, first):
    assert workout("pace", *_words(arguments)).out.split("\n")[0] == first


def test_an_athlete_of_whom_nothing_is_known_is_told_so(workout):
    done = workout("pace", "--athlete", "bea.yaml")

    assert (done.out + done.err).strip()


@pytest.mark.parametrize(
    ("arguments", "clock"),
    [
        (FIVE, "5:00 10:00 15:00 20:00 25:00"),
        (f"{FIVE} --positive 2%", "4:55 9:53 14:53 19:55 25:00"),
        (f"{FIVE} --negative -2%", "4:55 9:53 14:53 19:55 25:00"),
        (f"{FIVE} --positive -2%", "5:05 10:07 15:07 20:05 25:00"),
        (f"{FIVE} --negative 2% --shape halves", "5:03 10:06 15:06 20:03 25:00"),
        (f"{FIVE} --blocks 2km_+5s,_rest", "5:05 10:10 15:07 20:03 25:00"),
        (f"{FIVE} --every 2.5km", "12:30 25:00"),
        (f"{FIVE} --every 2km", "10:00 20:00 25:00"),
        (f"{FIVE} --units imperial", "8:03 16:06 24:08 25:00"),
        (f"{TEN} {HILLY} --every 2km", "9:46 19:10 28:52 38:06 47:30"),
        (f"{TEN} {HILLY} --every 2km --hill-effort 0", "9:30 19:00 28:30 38:00 47:30"),
        (f"{TEN} --course roof.gpx --by-climb", "24:51 47:30"),
        ("--distance 10km --race 5km_in_20:00 --every 5km", "20:44 41:28"),
        ("--distance 10km --athlete rae.yaml --every 5km", "20:00 40:00"),
        ("--distance 10km --athlete rae.yaml --goal 50:00 --every 5km", "25:00 50:00"),
    ],
)
def test_a_goal_is_split_as_it_is_asked_for(workout, arguments, clock):
    done = workout("pace", *_words(arguments))
    rows = done.out.partition("Clock\n")[2].splitlines()

    assert (done.code, done.err) == (0, "")
    assert [re.split(r" {2,}", row)[3] for row in rows] == clock.split()


def test_a_course_says_what_is_coming(workout):
    lines = workout("pace", *_words(f"{TEN} --course roof.gpx --every 2km")).out.splitlines()

    assert lines[0] == "10 km in 47:30 · even effort"
    assert [re.split(r" {2,}", line)[4:] for line in (lines[5], lines[7])] == [
        ["Up 40 m, hold back"],
        ["Down 40 m, let it run"],
    ]


@pytest.mark.parametrize("cost", ["gap", "minetti"])
@pytest.mark.parametrize("effort", ["0.5", "1", "1.3"])
def test_halves_of_the_clock_are_as_asked_on_a_course(workout, cost, effort):
    hills = f"--hill-cost {cost} --hill-effort {effort} --split-of clock --negative 2%"
    lines = workout("pace", *_words(f"{TEN} {HILLY} {hills}")).out.splitlines()

    assert lines[1] == "Halves 23:59 and 23:31 · mean 4:45/km"


def test_everything_is_told_to_programs_in_si_units(workout):
    races = "--race 10km_in_40:00 --race 5km_in_19:00 --athlete max.yaml"
    done = workout("pace", *_words(f"{races} {FIVE} --negative 2% --every 2.5km --json"))
    told = json.loads(done.out)

    assert (done.code, done.err) == (0, "")
    assert told["race"] == {"distance": 10_000, "time": 2400}
    assert told["vdot"] == pytest.approx(51.9441, abs=0.0005)
    assert told["equivalents"][-1]["cameron"] == pytest.approx(read_clock("3:07:25"), abs=0.5)
    assert told["training_speeds"]["threshold"] == {"low": 4.0415, "high": 4.0415}
    assert told["zones"][1]["zones"][4] == {"name": "5", "low": 171, "high": 190}
    assert told["critical_speed"] == {"speed": 3.9683, "reserve": 476.2, "five_kilometres": 1140.0}
    assert told["splits"] == {
        "distance": 5000,
        "goal": 1500,
        "how": "negative split of 2 %",
        "halves": [758, 742],
        "legs": [
            {"start": 0, "end": 2500, "time": 758, "clock": 758, "speed": 3.3003, "cues": []},
            {"start": 2500, "end": 5000, "time": 742, "clock": 1500, "speed": 3.367, "cues": []},
        ],
    }


NOTHING = "what should be calculated? (give --race, --athlete, or --distance and --goal)"
WRONG_USAGE = {
    "": NOTHING,
    "--race 10km": "--race: '10km' is not a race (like '10km in 47:30')",
    "--goal 25:00": "--goal: of which race? (give --distance)",
    "--distance 5km": "--goal: is needed (like '1:45:00'; or a race it follows from: --race)",
    "--distance far --goal 1h": (
        "--distance: 'far' is not a distance (like '800m', '5km', '1mi' or 'half marathon')"
    ),
    "--distance 10km --goal 1:45": (
        "--goal: 10 km in 1:45 is faster than the world record (did you mean '1:45:00'?)"
    ),
    f"{FIVE} --negative 2": "--negative: '2' is not a percentage (like '2%')",
    f"{FIVE} --negative 20%": "--negative: 20% is not a race any more (1% to 4% is usual)",
    f"{FIVE} --negative 1% --positive 1%": (
        "--negative, --positive and --blocks are three ways to split a race (give one)"
    ),
    f"{FIVE} --blocks 2km": "--blocks: the last block must be 'rest' (like '10mi +5s/mi, 10mi, rest')",
    f"{FIVE} --blocks 2km,_rest --shape ramp": (
        "--blocks have their own shape (leave out --shape and --split-of)"
    ),
    f"{FIVE} --by-climb": "--by-climb: of which course? (give --course)",
    f"{FIVE} --hill-effort 0.5": "--hill-effort: of which course? (give --course)",
    f"{FIVE} --hill-cost gap": "--hill-cost: of which course? (give --course)",
    f"{FIVE} --split-of clock": "--split-of: of which course? (give --course)",
    f"{TEN} {HILLY} --hill-effort 2": "--hill-effort: must be 0 (even pace) to 1.3: 2 (1 is even effort)",
    f"{TEN} {HILLY} --hill-cost x": "--hill-cost: 'x' is not one of the choices (one of gap, minetti)",
    f"{TEN} {HILLY} --split-of x": "--split-of: 'x' is not one of the choices (one of effort, clock)",
    f"{FIVE} {HILLY}": (
        "--course: hilly-10km.gpx measures 10km, and the race 5km "
        "(is it another course? otherwise give its own length as 'distance')"
    ),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG_USAGE.items(), ids=WRONG_USAGE)
def test_wrong_usage_is_told_with_what_would_be_right(workout, arguments, message):
    done = workout("pace", *_words(arguments))

    assert (done.code, done.out, done.err) == (2, "", f"{USAGE}{message}\n")


WRONG_INPUT = {
    f"{TEN} --course nowhere.gpx": "error: there is no file 'nowhere.gpx'",
    f"{TEN} --course .": "error: '.' is a folder, not a GPX file",
    f"{TEN} --course six.yaml": "error: six.yaml is not a GPX file (it has no '<gpx>')",
    f"{TEN} --course place.gpx": (
        "error: place.gpx holds 2 waypoints and no track (export the course as a track)"
    ),
    "--athlete six.yaml": "six.yaml: is a workout, not an athlete (an athlete begins with 'athlete:')",
}


@pytest.mark.parametrize(("arguments", "message"), WRONG_INPUT.items(), ids=WRONG_INPUT)
def test_a_file_that_is_wrong_is_told_as_wrong_input(workout, arguments, message):
    done = workout("pace", *_words(arguments))

    assert (done.code, done.out, done.err) == (1, "", f"{message}\n")


OPTIONS = {
    "--race": ["10km in 47:30", "1mi in 6:00"],
    "--distance": ["10km", "marathon", "1mi"],
    "--goal": ["45:00", "4h", "90s"],
    "--negative": ["2%", "-3%"],
    "--positive": ["2%"],
    "--shape": ["ramp", "halves"],
    "--blocks": ["2km +5s, rest", "5km -8s/mi, 3km, rest"],
    "--every": ["1km", "400m", "5mi"],
    "--hill-effort": ["0", "1.3", "nan"],
    "--hill-cost": ["gap", "minetti"],
    "--split-of": ["effort", "clock"],
    "--units": ["metric", "imperial"],
}
FILES_GIVEN = {
    "--course": st.sampled_from(["hilly-10km.gpx", "cut.gpx", "six.yaml", "nowhere", "."]),
    "--athlete": st.sampled_from(["ada.yaml", "bea.yaml", "rae.yaml", "cut.gpx", "nowhere", "."]),
}
FREE = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=12) | st.text(
    alphabet="0123456789:.,%+-/ kmis_x", max_size=12
)
TEXTS = {name: st.sampled_from(some) | FREE for name, some in OPTIONS.items()}


@given(st.fixed_dictionaries({}, optional=TEXTS | FILES_GIVEN), st.booleans(), st.booleans())
def test_whatever_is_asked_nobody_sees_a_traceback(choices, by_climb, as_json):
    pairs = [word for name, value in choices.items() for word in (name, value)]
    flags = ["--by-climb"] * by_climb + ["--json"] * as_json
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        code = run(["pace", *pairs, *flags])

    assert (code, bool(out.getvalue())) in ((0, True), (1, False), (2, False))
    assert "should not have happened" not in err.getvalue()
