"""Pictures as files: valid, whole in themselves, with words that fit, and honest about what they lack."""

import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET
from zlib import crc32

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oracles import letters
from workout_core import (
    Athlete,
    PictureTheme,
    Reading,
    Registry,
    Workout,
    export,
    parse_steps,
    profile_svg,
    read_document,
    read_text,
)
from workout_core.analysis.palette import NO_COLOUR, ZONE_COLOURS
from workout_core.testing.strategies import athletes, workouts

REGISTRY = Registry.discover({})
SVG = "{http://www.w3.org/2000/svg}"
ADA = Athlete(threshold_speed=4.1, threshold_heart_rate=170, max_heart_rate=190, ftp=250)
STEPS = {
    "intervals": (
        "warmup 15min @ Z2 HR; 6x(800m @ 3:50-4:00/km, 400m jog); cooldown 10min @ easy",
        "running",
    ),
    "nested": ("10min; 3x(4x(200m @ RPE 9, 30s rest), 3min jog); 10min", "running"),
    "strength": (
        """
Back squat 4x5 @ 80% 1RM, rest 2:30, tempo 3-1-1
superset 3x, rest 60s
  Plank 40s
  Calf raise 12 reps/side
Hip thrust 3x12 @ RPE 7, rest 45s
""",
        "strength",
    ),
    "send-offs": ("200m; 10x(50m on 1:00); 4x(100m @ 1:40/100m, 20s rest)", "pool_swimming"),
    "ramps": ("10min @ 40-75% FTP ramp; 20min @ 60-130% FTP ramp; 10min @ 70-40% FTP ramp", "cycling"),
    "ranges": ("easy 30-40min; 4-6x(3min @ Z4 HR, 60-90s rest)", "running"),
    "lap": ("warmup lap; 5x(until HR > 160, lap); cooldown lap", "running"),
    "a second each": ("5x(1s @ RPE 9, 1s rest); 3s", "running"),
    "sprints in a long run": ("60min @ Z2 HR; 8x(10s @ RPE 10, 50s walk); 30min", "running"),
    "five hours": ("30min; 4x(40min @ Z2 power, 10min @ 88-94% FTP, 5min); 60min; 10min", "cycling"),
    "EMOM": ("EMOM 10\n  Burpee 10 reps\nAMRAP 10:00\n  Push-up 10 reps", "hiit"),
    "yoga": ("10min; 20min; 5min", "yoga"),
    "months": ("400h @ RPE 2; 5x(700h @ RPE 3)", "walking"),
}


def workout(steps, sport="running", name="A workout"):
    return Workout(name=name, items=parse_steps(steps), sport=sport)


def written(subject, kind="svg", **more):
    (file,) = export(subject, kind, registry=REGISTRY, **more)
    return file


def tree(data):
    return ET.fromstring(data)


def boxes_of_words(root):
    """Return where each text is, as DejaVu Sans would set it: left, top, right, bottom."""
    found = []
    for text in root.iter(f"{SVG}text"):
        bold = text.get("class") == "name"
        size = 13 if bold else 11
        wide = letters.width(text.text, size, bold=bold)
        left = float(text.get("x")) - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
        bottom = float(text.get("y"))
        found.append((text.text, (left, bottom - 0.73 * size, left + wide, bottom + 0.2 * size)))
    return found


def boxes_of_bars(root):
    """Return where each bar is; one with a ragged end is taken for whole."""
    found = []
    for path in root.iter(f"{SVG}path"):
        if not re.fullmatch(r"z\d|unknown", path.get("class")):
            continue
        for bar in re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)(?:H([\d.]+)|L([\d.]+) ([\d.]+))", path.get("d")):
            left, base, top, right, slope, end = (float(each or "inf") for each in bar)
            found.append((left, min(top, end), min(right, slope), base))
    return found


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def check_boxes(root):
    """Refuse words over each other, over a bar or over the edge."""
    width, height = (float(root.get(side)) for side in ("width", "height"))
    said, bars = boxes_of_words(root), boxes_of_bars(root)
    for (one, here), (other, there) in combinations(said, 2):
        assert not meet(here, there), (one, other)
    for text, (left, top, right, bottom) in said:
        assert min(left, top, width - right, height - bottom) >= 0, text
        assert not any(meet((left, top, right, bottom), bar) for bar in bars), text


@pytest.mark.parametrize("width", [240, 380, 720, 1500])
@pytest.mark.parametrize(("steps", "sport"), STEPS.values(), ids=STEPS)
def test_words_fit_and_never_overlap(steps, sport, width):
    for name in (
        "A workout",
        "A workout whose name nobody reads to its end in one breath " * 3,
    ):
        for athlete in (None, ADA):
            root = tree(profile_svg(Reading(workout(steps, sport, name), athlete), width=width))
            check_boxes(root)


@given(workouts(), st.none() | athletes(), st.sampled_from([240, 720]))
def test_any_workout_has_a_picture_that_is_valid_and_whole_in_itself(subject, athlete, width):
    text = profile_svg(Reading(subject, athlete), width=width)
    root = tree(text)
    check_boxes(root)
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "path", "text"}
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not {name for name in attributes if "href" in name or name.startswith("on")}
    assert not re.search(r"@import|url\(|expression", root.find(f"{SVG}style").text)
    html5lib.HTMLParser(strict=True).parse(f"<!DOCTYPE html><title>A</title>{text}")
    assert profile_svg(Reading(subject, athlete), width=width) == text


def test_a_screen_reader_gets_a_title_and_the_steps():
    root = tree(written(workout(*STEPS["intervals"]), athlete=ADA).data)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (title.get("id"), title.text) == ("title", "Profile of A workout, 56 min")
    assert desc.get("id") == "desc"
    how, *steps = desc.text.splitlines()
    height = "Height is effort from 1 to 10, width is time, and colour is the zone"
    assert how == f"{height}; the dashed line is the threshold."
    assert steps == [
        "Warm up 15 min at heart rate zone 2 (145–153 bpm)",
        "6 times:",
        "  800 m at 3:50–4:00/km",
        "  Recover 400 m",
        "Cool down 10 min at easy pace (4:42–5:19/km)",
    ]


def words_in(steps, sport="running", athlete=ADA, **more):
    root = tree(profile_svg(Reading(workout(steps, sport), athlete), **more))
    return [text.text for text in root.iter(f"{SVG}text")]


def test_repeats_zones_the_threshold_and_the_clock_can_be_read():
    said = words_in(*STEPS["intervals"])
    assert "6 × (800 m at 3:50–4:00/km, 400 m jog)" in said
    assert {"Z1", "Z2", "Z4", "Z5", "threshold"} <= set(said)
    assert {"0", "10 min", "55 min"} <= set(said)


def test_what_does_not_fit_is_said_shorter():
    steps = STEPS["intervals"]
    assert "15 min at heart rate zone 2" in words_in(*steps)
    assert "Warm up 15 min" in words_in(*steps, width=500)
    assert "Warm up 15 min at heart rate zone 2 (145–153 bpm)" in words_in(*steps, width=2000)
    assert "6 ×" in words_in(*steps, width=240)
    assert "Back squat: 4 × 5" in words_in(*STEPS["strength"], width=380)
    assert "Hip thrust" in words_in(*STEPS["strength"])
    assert "10 × 50 m on 1:00" in words_in(*STEPS["send-offs"])
    assert "3 × (4 × (200 m, 30 s), 3 min jog)" in words_in(*STEPS["nested"])
    assert "8 × (45 s at effort 8 of 10, jog)" in words_in("8x(45s @ RPE 8, jog lap)")


def test_where_zones_mean_nothing_there_are_efforts_and_no_threshold():
    said = words_in(*STEPS["strength"])
    assert {"5/10", "7/10"} <= set(said)
    assert not {"threshold", "Z3", "Z4"} & set(said)
    assert "threshold" not in profile_svg(Reading(workout(*STEPS["strength"]), ADA)).partition("<style>")[0]


def test_a_threshold_that_nobody_knows_is_not_drawn():
    paces = "10min @ RPE 3; 4x(1km @ 4:00/km, 2min rest)"
    assert "threshold" in words_in(paces)
    assert "threshold" not in words_in(paces, athlete=None)


@pytest.mark.parametrize(
    ("theme", "colours", "asks"),
    [
        (PictureTheme.AUTO, {"#ffffff", "#161616"}, True),
        (PictureTheme.LIGHT, {"#ffffff"}, False),
        (PictureTheme.DARK, {"#161616"}, False),
    ],
    ids=lambda value: getattr(value, "value", ""),
)
def test_it_is_light_or_dark_or_what_the_reader_prefers(theme, colours, asks):
    data = written(workout("10min"), options={"theme": theme.value}).data.decode()
    assert {each for each in ("#ffffff", "#161616") if each in data} == colours
    assert ("@media screen and (prefers-color-scheme: dark)" in data) == asks
    assert "var(" not in data  # resvg and many viewers know no variables


def test_ten_thousand_steps_are_a_small_picture_that_says_what_it_leaves_out():
    steps = "\n".join(f"{60 + number % 7}s @ RPE {1 + number % 10}" for number in range(10_000))
    file = written(workout(steps))
    assert len(file.data) < 60_000
    check_boxes(tree(file.data))
    said = [text.text for text in tree(file.data).iter(f"{SVG}text")]
    assert said[1].startswith("first 87 h 30 min of 174 h 59 min 54 s")
    told = [str(each) for each in file.losses]
    assert told[0] == "picture: only the first 5000 steps are drawn"
    assert re.fullmatch(r"picture: only the first \d+ of 10000 lines of steps are told in words", told[1])
    assert len(told) == 2


def test_a_total_that_has_to_be_short_is_no_more_exact_than_it_is():
    said = words_in("10min @ RPE 3; 6x(800m @ RPE 8, 400m jog)", athlete=None, width=280)
    assert "about 50 min" in said


def test_many_short_steps_are_stripes_and_not_a_block():
    (hard,) = re.findall(
        r'class="z6" d="([^"]+)"', profile_svg(Reading(workout("600x(20s @ RPE 9, 20s rest)")))
    )
    (easy,) = re.findall(
        r'class="z0" d="([^"]+)"', profile_svg(Reading(workout("600x(20s @ RPE 9, 20s rest)")))
    )
    assert hard.count("M") == easy.count("M") > 100


def test_what_a_coach_says_besides_is_a_loss():
    subject = Workout(
        name="Told",
        items=parse_steps('10min @ RPE 4 "Relax"'),
        description="Why",
        tags=("easy",),
    )
    file = written(subject)
    assert sorted(each.path for each in file.losses) == ["description", "steps[0].cue", "tags"]
    assert b"Relax" not in file.data


HOSTILE = ["<script>alert(1)</script>", "]]></style>", 'a "b" & c', "ריצה \u202e123", "🏃 走る"]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_words_and_never_tags(name):
    data = written(Workout(name=name, items=parse_steps("10min"))).data
    root = tree(data)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "path", "text")
    }
    assert root.find(f"{SVG}title").text.startswith("Profile of ")


@pytest.mark.parametrize("width", ["239", "4001", "wide"])
def test_a_width_that_is_no_picture_is_refused(width):
    with pytest.raises(Exception, match="width"):
        written(workout("10min"), options={"width": width})


def test_a_plan_gives_a_picture_for_each_session():
    plan = read_text("plan: P\nstart: 2026-08-03\ntimezone: UTC\nweeks: [{mon: easy 30min, wed: 20min}]\n")
    names = [file.name for file in export(plan, "svg", registry=REGISTRY)]
    assert names == ["p/2026-08-03-easy-30-min.svg", "p/2026-08-05-20-min.svg"]


WITHOUT = """\
import sys
sys.modules["resvg_py"] = None
from workout_core import *
try:
    export(Workout(name="A", items=parse_steps("10min")), "png", registry=Registry.discover())
except ExportError as error:
    print(error)
"""


def test_without_resvg_the_message_says_what_to_do():
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    assert "pixels need resvg-py (install it: pip install 'workout-core[png]'; or export svg)" in done.stdout


def chunks(data):
    """Yield the type and the data of each chunk of a PNG file, whose checksum must be right."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        body = data[at + 4 : at + 8 + size]
        assert crc32(body) == int.from_bytes(data[at + 8 + size : at + 12 + size], "big")
        yield body[:4].decode(), body[4:]
        at += 12 + size


def test_pixels_have_the_words_too_and_the_size_that_is_asked_for():
    subject = workout(*STEPS["intervals"])
    file = written(subject, "png", athlete=ADA, options={"pixels": "480", "theme": "dark"})
    found = list(chunks(file.data))
    assert [kind for kind, _ in found][:3] == ["IHDR", "iTXt", "iTXt"]
    assert found[-1][0] == "IEND"
    assert int.from_bytes(found[0][1][:4], "big") == 480
    root = tree(written(subject, athlete=ADA).data)
    told = [(body.partition(b"\0")[0], body[body.index(b"\0") + 5 :].decode()) for _, body in found[1:3]]
    assert told == [
        (b"Title", root.find(f"{SVG}title").text),
        (b"Description", root.find(f"{SVG}desc").text),
    ]
    assert file.losses == written(subject, athlete=ADA).losses


ROOT = Path(__file__).parents[3]


def test_the_picture_in_the_documentation_is_what_is_written(request):
    six, ada = (read_document(ROOT / "examples" / name) for name in ("six-by-800.yaml", "ada.yaml"))
    data, shown = written(six, athlete=ada).data, ROOT / "docs" / "six-by-800.svg"
    if request.config.getoption("--update-golden"):
        shown.write_bytes(data)
    assert shown.read_bytes() == data


def test_the_documentation_has_the_colours_of_the_zones():
    table = (ROOT / "docs" / "formats.md").read_text("utf-8")
    found = re.findall(r"^\| (\w+) \| .* \| `(#\w{6})` \| `(#\w{6})` \|$", table, re.MULTILINE)
    assert found == [(each.name, each.light, each.dark) for each in (*ZONE_COLOURS, NO_COLOUR)]
