"""The splits of a race to print and wear: every split, each clock, and the goal at the end."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core.cli.main import run
from workout_core.html.band import band_html, band_text
from workout_core.recipes.races import NegativeSplit, plan_negative
from workout_core.units import MILE, Units, write_clock

EXAMPLES = Path(__file__).parents[2] / "examples"
VOID = ("meta", "br", "link")
EVEN = """\
5 km in 25:00
even pace

km  split  clock
 1   5:00   5:00
 2   5:00  10:00
 3   5:00  15:00
 4   5:00  20:00
 5   5:00  25:00
"""
MILES = """\
5 km in 25:00
even pace

  mi  split  clock
   1   8:03   8:03
   2   8:03  16:06
   3   8:02  24:08
3.11   0:52  25:00
"""
HILLY = """\
10 km in 47:30
even effort

km     split  clock
 2  ↑   9:46   9:46
 4  ↓   9:24  19:10
 6  ↑   9:42  28:52
 8  ↓   9:14  38:06
10      9:24  47:30
"""
SPLITS = ("pace", "--distance", "5km", "--goal", "25:00")


class Page(HTMLParser):
    """The tables of a page, its headings, and whether its tags are closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tables, self.words = [], [], {"title": [], "h1": [], "p": []}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser's signature
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif tag in self.words:
            self.words[tag].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        inside = self.open[-1] if self.open else ""
        if inside in ("td", "th"):
            self.tables[-1][-1][-1] += data
        elif inside in self.words:
            self.words[inside][-1] += data


def _plan(distance=5000.0, goal=1500.0, **more):
    return plan_negative(NegativeSplit(distance=distance, goal=goal, **({"split": 0.0} | more)))


def _band(write, plan, units=Units.METRIC):
    return write(plan.title, plan.how, plan.legs, units)


@pytest.fixture
def pace(tmp_path, monkeypatch, capfd):
    """Calculate in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "hilly-10km.gpx", tmp_path)

    def call(*arguments):
        code = run(["pace", *arguments] if "--distance" in arguments else [*SPLITS, *arguments])
        return code, *capfd.readouterr()

    return call


def test_a_band_is_a_line_for_each_split():
    assert _band(band_text, _plan()) == EVEN


def test_a_band_may_be_in_miles():
    assert _band(band_text, _plan(every=MILE), Units.IMPERIAL) == MILES


def test_a_page_says_the_same_as_the_text():
    page = Page(_band(band_html, _plan()))

    assert page.tables == [[line.split() for line in EVEN.splitlines()[3:]]]
    assert page.words["title"] == page.words["h1"] == ["5 km in 25:00"]
    assert page.words["p"][0] == "even pace"


def test_a_band_of_the_hills_has_arrows(pace):
    hilly = ("--distance", "10km", "--goal", "47:30", "--course", "hilly-10km.gpx", "--every", "2km")
    assert pace(*hilly, "--band", "-") == (0, HILLY, "")

    pace(*hilly, "--band", "band.html")
    (table,) = Page(Path("band.html").read_text("utf-8")).tables
    assert table[0] == ["km", "", "split", "clock"]
    assert table[1] == ["2", "↑", "9:46", "9:46"]
    assert table[5] == ["10", "", "9:24", "47:30"]


def test_only_hills_have_arrows():
    plan = _plan()
    legs = tuple(evolve(leg, cues=("Chin Up now. Calm Down again",)) for leg in plan.legs)

    assert band_text(plan.title, plan.how, legs) == EVEN


def test_the_end_of_a_race_is_told_to_the_metre():
    assert _band(band_text, _plan(21_097.5, 6300.0)).splitlines()[-1] == "21.0975   0:29  1:45:00"


@given(
    st.integers(2, 400),
    st.integers(250, 500),
    st.sampled_from([400.0, 500.0, 1000.0, MILE]),
    st.floats(-0.04, 0.04),
)
def test_all_splits_are_on_the_page_and_the_last_clock_is_the_goal(hundreds, pace, every, percent):
    metres = hundreds * 100 + every
    goal = round(metres * pace / 1000)
    plan = _plan(metres, float(goal), every=every, split=percent)
    units = Units.IMPERIAL if every == MILE else Units.METRIC
    tables = Page(_band(band_html, plan, units)).tables
    lines = [line for table in tables for line in table[1:]]

    assert [line[1:] for line in lines] == [
        [write_clock(leg.seconds), write_clock(leg.clock)] for leg in plan.legs
    ]
    assert lines[-1][2] == write_clock(goal)
    assert [line.split() for line in _band(band_text, plan, units).splitlines()[4:]] == lines
    marks = [float(line[0]) for line in lines]
    assert marks == sorted(set(marks))
    assert all(2 <= len(table) <= 46 for table in tables)


def test_a_long_race_has_several_bands_side_by_side():
    page = Page(_band(band_html, _plan(50_000.0, 18_000.0)))

    assert [len(table) for table in page.tables] == [46, 6]
    assert [table[0] for table in page.tables] == [["km", "split", "clock"]] * 2
    assert page.words["h1"] == ["50 km in 5:00:00"] * 2


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", 'Tom & Jerry\'s "run"', "{rows} {0} %s", "走る"]
)
def test_names_are_words_and_never_tags(name):
    plan = _plan()
    page = Page(band_html(name, name, plan.legs))

    assert page.words["title"] == page.words["h1"] == [name]
    assert page.words["p"][0] == name


@pytest.mark.parametrize("name", ["band.html", "band.htm", "BAND.HTML", "made/for/me/band.html"])
def test_a_page_is_written_and_its_place_told(pace, name):
    assert pace("--band", name) == (0, f"{name}\n", "")
    assert Path(name).read_text("utf-8") == _band(band_html, _plan())


def test_a_text_is_written_likewise(pace):
    assert pace("--band", "band.txt") == (0, "band.txt\n", "")
    assert Path("band.txt").read_text("utf-8") == EVEN


def test_what_was_there_before_a_band_is_kept_beside_it(pace):
    Path("band.txt").write_text("old\n" * 1000, "utf-8")
    pace("--band", "band.txt")

    assert Path("band.txt").read_text("utf-8") == EVEN
    assert Path("band.txt~").read_text("utf-8") == "old\n" * 1000
    assert sorted(path.name for path in Path().iterdir()) == ["band.txt", "band.txt~", "hilly-10km.gpx"]


def test_a_minus_prints_the_band(pace):
    assert pace("--band", "-") == (0, EVEN, "")


@pytest.mark.parametrize("units", ["imperial", "metric"])
def test_a_band_is_in_the_units_asked_for(pace, units):
    _, out, _ = pace("--band", "-", "--units", units)

    assert out == (MILES if units == "imperial" else EVEN)


@pytest.mark.parametrize("name", ["band.pdf", "band", ".html", "html", "band.html.gz"])
def test_another_kind_of_file_is_wrong_usage(pace, name):
    code, out, err = pace("--band", name)

    assert (code, out) == (2, "")
    assert err.endswith(f"\n\nError: --band: '{name}' must end in .html or .txt\n")
    assert not Path(name).exists()


def test_a_band_needs_a_race(capfd, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    assert run(["pace", "--race", "5km in 25:00", "--band", "band.html"]) == 2
    assert capfd.readouterr().err.endswith("\n\nError: --band: of which race? (give --distance and --goal)\n")
    assert not Path("band.html").exists()


def test_a_band_that_cannot_be_written_is_a_failure_of_the_disk(pace):
    Path("band.html").mkdir()

    assert pace("--band", "band.html") == (4, "", "error: band.html: Is a directory\n")
    assert pace("--band", "hilly-10km.gpx/band.html")[0] == 4
    assert sorted(path.name for path in Path().iterdir()) == ["band.html", "hilly-10km.gpx"]
