"""GPX files, as gpxpy reads them: the same names, points, heights and times."""

from math import isfinite
from pathlib import Path
from xml.sax.saxutils import escape

import gpxpy
import pytest
from gpxpy.gpxfield import parse_time
from hypothesis import given
from hypothesis import strategies as st

from workout_core import InvalidWorkout
from workout_core.documents.gpx_reader import read_gpx

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "gpx"
COURSES = ["inverness-half-marathon.gpx", "korita-zbevnica-trail.gpx", "manchester-marathon-2026.gpx"]


def _theirs(text):
    read = gpxpy.parse(text)
    tracks = [
        (track.name, [point for segment in track.segments for point in segment.points])
        for track in read.tracks
    ]
    routes = [(route.name, route.points) for route in read.routes]
    return *(_plain(ways) for ways in (tracks, routes)), len(read.waypoints)


def _plain(ways):
    return [
        (
            name or "",
            [(point.latitude, point.longitude, _finite(point.elevation), point.time) for point in points],
        )
        for name, points in ways
        if len(points) > 1
    ]


def _finite(height):
    return height if height is not None and isfinite(height) else None


def _ours(data):
    read = read_gpx(data, "way.gpx")
    tracks, routes = (
        [(way.name, [(*point[:3], _moment(point.time)) for point in way.points]) for way in ways]
        for ways in (read.tracks, read.routes)
    )
    return tracks, routes, read.waypoints


def _moment(text):
    try:
        return parse_time(text)
    except (ValueError, gpxpy.gpx.GPXException):
        return None


@pytest.mark.parametrize("name", COURSES)
def test_a_real_course_is_read_as_gpxpy_reads_it(name):
    file = FIXTURES / name
    ours = _ours(file.read_bytes())

    assert ours == _theirs(file.read_text("utf-8"))
    assert ours[0] or ours[1]


def test_the_course_of_the_examples_is_read_as_gpxpy_reads_it():
    file = ROOT / "examples" / "hilly-10km.gpx"

    assert _ours(file.read_bytes()) == _theirs(file.read_text("utf-8"))


def _element(tag, content, attributes=""):
    return f"<{tag}{attributes}>{content}</{tag}>"


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=12)
NAMES = WORDS.map(escape) | WORDS.filter(lambda text: "]]>" not in text).map("<![CDATA[{}]]>".format)
NUMBERS = st.floats(-90, 90).map(repr) | st.integers(-90, 90).map(str) | st.just(" 4.5\t")
HEIGHTS = NUMBERS | st.sampled_from(
    ["", "1e3", "-12", "5<!-- metres -->0", "7<a/>8", "&#52;2", "nan", "<![CDATA[9]]>"]
)
TIMES = st.datetimes().map(lambda moment: f"{moment.isoformat()}Z") | st.sampled_from(
    ["", "noon", "2026-08-03"]
)
BESIDES = st.sampled_from(
    [
        "",
        "\n  ",
        "<!-- <ele>1</ele> -->",
        "<?pi <ele>1</ele> ?>",
        "<extensions><ele>1</ele><x:time xmlns:x='urn:x'>1</x:time><trkpt/></extensions>",
        "<desc>a &amp; b</desc>",
        "<x:ele xmlns:x='urn:x'>1</x:ele>",
    ]
)


def _points(tag):
    fields = st.tuples(
        BESIDES,
        HEIGHTS.map(lambda text: _element("ele", text)) | st.just(""),
        BESIDES,
        TIMES.map(lambda text: _element("time", text)) | st.just(""),
        HEIGHTS.map(lambda text: _element("ele", text)) | st.just(""),
    ).map("".join)
    return st.lists(
        st.builds(
            lambda lat, lon, inside: _element(tag, inside, f' lon="{lon}" lat="{lat}"'),
            NUMBERS,
            NUMBERS,
            fields,
        ),
        max_size=5,
    ).map("".join)


NAMED = NAMES.map(lambda text: _element("name", text)) | st.just("")
SEGMENTS = st.lists(_points("trkpt").map(lambda points: _element("trkseg", points)), max_size=3).map("".join)
TRACKS = st.tuples(NAMED, BESIDES, SEGMENTS, NAMED).map(lambda parts: _element("trk", "".join(parts)))
ROUTES = st.tuples(NAMED, BESIDES, _points("rtept"), NAMED).map(lambda parts: _element("rte", "".join(parts)))
PARTS = TRACKS | ROUTES | _points("wpt") | BESIDES
HEADS = st.sampled_from(
    [
        "",
        ' version="1.1" xmlns="http://www.topografix.com/GPX/1/1"',
        ' version="1.0" xmlns="http://www.topografix.com/GPX/1/0"',
        ' version="1.1" xmlns="https://www.topografix.com/GPX/1/1/"',
    ]
)


@given(HEADS, st.lists(PARTS, max_size=6).map("".join))
def test_any_tracks_are_read_as_gpxpy_reads_them(head, parts):
    text = _element("gpx", parts, head)

    assert _ours(text.encode()) == _theirs(text)


def test_names_with_a_prefix_are_read_which_gpxpy_does_not():
    point = '<g:rtept lat="1" lon="2"/>'
    text = f'<g:gpx xmlns:g="http://www.topografix.com/GPX/1/1"><g:rte>{point * 2}</g:rte></g:gpx>'

    assert _ours(text.encode()) == ([], [("", [(1, 2, None, None)] * 2)], 0)
    assert _theirs(text) == ([], [], 0)


@pytest.mark.parametrize(
    "inside", ["<trk><number>one</number></trk>", '<wpt lat="1" lon="2"><fix>5d</fix></wpt>']
)
def test_what_a_course_does_not_need_is_not_looked_at_which_gpxpy_refuses(inside):
    text = f'<gpx version="1.1">{inside}</gpx>'

    assert read_gpx(text.encode(), "way.gpx").tracks == []
    with pytest.raises(gpxpy.gpx.GPXException):
        gpxpy.parse(text)


def test_both_refuse_a_point_that_is_nowhere():
    text = '<gpx><rte><rtept lat="1"/></rte></gpx>'

    with pytest.raises(
        InvalidWorkout, match=r"^way\.gpx:1:11 is not a whole GPX file: a point without 'lon' "
    ):
        read_gpx(text.encode(), "way.gpx")
    with pytest.raises(gpxpy.gpx.GPXException):
        gpxpy.parse(text)
