"""GPX files: the longest way in them is the course, and whatever is no course is refused at once."""

import os
import re
import socket
import warnings
from pathlib import Path

import gpxpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, InvalidWorkout, WorkoutWarning, read_course, read_document, read_text
from workout_core.documents import gpx
from workout_core.documents.gpx import course_of

DOCUMENT = "workout: Hilly\nrecipe: race\ndistance: 10km\ngoal: 50:00\ncourse: {}\n"
DEGREE = 111_195.08
"""Metres along the equator."""
HEAD = '<?xml version="1.0"?>\n<gpx version="1.1" creator="a test" xmlns="http://www.topografix.com/GPX/1/1">'
MILLIONS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a0 "ha">{MILLIONS}]><gpx><name>&a9;</name></gpx>'
OUTSIDE = '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
REFUSED = "declares a document type or entities, which no course does (export it anew)"
NOT_ON_EARTH = "way.gpx:2:92 has a point that is not on Earth"
HEIGHT = "way.gpx: height must be -1000 to 10000 m"
NO_GPX = "way.gpx is not a GPX file (it has no '<gpx>')"


def _points(heights, tag="trkpt", start=0.0):
    """Points on the equator, a hundredth of a degree apart, each with its height or without one."""
    elevations = ["" if height is None else f"<ele>{height}</ele>" for height in heights]
    return "".join(
        f'<{tag} lat="0" lon="{start + number / 100}">{elevation}</{tag}>'
        for number, elevation in enumerate(elevations)
    )


def _track(*segments):
    return "<trk>" + "".join(f"<trkseg>{segment}</trkseg>" for segment in segments) + "</trk>"


def _route(heights):
    return f"<rte>{_points(heights, 'rtept')}</rte>"


def _gpx(*parts):
    return HEAD + "".join(parts) + "</gpx>"


def _course(text):
    return course_of(text.encode(), "way.gpx")


SHORT = _track(_points([5, 9]))
HILL = _gpx(_track(_points([5, 9, 4])))
COURSES = {
    "a track": (HILL, [5, 9, 4]),
    "segments": (_gpx(_track(_points([5, 9]), _points([4, 3, 2], start=0.01))), [5, 9, 4, 3, 2]),
    "the longest track": (_gpx(SHORT, _track(_points([1, 2, 3])), _track(_points([6]))), [1, 2, 3]),
    "a route": (_gpx(_route([7, 8])), [7, 8]),
    "a track, not a longer route": (_gpx(_route([1, 2, 3, 4]), SHORT), [5, 9]),
    "a route, not a track of one point": (_gpx(_route([1, 2, 3]), _track(_points([5]))), [1, 2, 3]),
    "a track among waypoints": (_gpx(_points([3], "wpt"), SHORT), [5, 9]),
    "no namespace": (f"<gpx>{SHORT}</gpx>", [5, 9]),
    "GPX 1.0": (HILL.replace("1.1", "1.0").replace("1/1", "1/0"), [5, 9, 4]),
}


@pytest.mark.parametrize(("text", "heights"), COURSES.values(), ids=COURSES)
def test_the_longest_track_or_else_route_is_the_course(text, heights):
    course = _course(text)

    assert (course.name, list(course.heights)) == ("way.gpx", heights)
    assert len(course.along) == len(heights)


def test_points_lie_as_far_along_as_they_are_apart_the_gaps_between_segments_too():
    gap = _gpx(_track(_points([5, 9]), _points([4, 3], start=0.05)))

    assert list(_course(gap).along) == pytest.approx([DEGREE * at / 100 for at in (0, 1, 5, 6)], rel=1e-6)


NO_TRACK = "no track (export the course as a track)"
NO_COURSES = {
    "waypoints": (_gpx(_points([1, 2, 3], "wpt")), f"way.gpx holds 3 waypoints and {NO_TRACK}"),
    "one waypoint": (_gpx(_points([1], "wpt")), f"way.gpx holds 1 waypoint and {NO_TRACK}"),
    "nothing": (_gpx(), f"way.gpx holds {NO_TRACK}"),
    "one point": (_gpx(_track(_points([5]))), f"way.gpx holds {NO_TRACK}"),
    "one place": (_gpx(_track(_points([5]) * 5)), "way.gpx: a course goes from 0 m to somewhere else"),
    "an empty file": ("", NO_GPX),
    "a page": ("<html><body>Please log in</body></html>", NO_GPX),
    "a page of today": ("<!DOCTYPE html><html><body>Please log in</body></html>", NO_GPX),
    "too far north": (HILL.replace('lat="0"', 'lat="91"', 1), f"{NOT_ON_EARTH}: 91.0, 0.0"),
    "twice round": (HILL.replace('lon="0.0"', 'lon="361"'), f"{NOT_ON_EARTH}: 0.0, 361.0"),
    "above the hills": (_gpx(_track(_points([5, 10001]))), f"{HEIGHT}: 10001"),
    "below the sea": (_gpx(_track(_points([-1001, 5]))), f"{HEIGHT}: -1001"),
}


@pytest.mark.parametrize(("text", "message"), NO_COURSES.values(), ids=NO_COURSES)
def test_what_is_no_course_is_refused_with_the_reason(text, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        _course(text)


DAMAGED = {
    "cut": (HILL.removesuffix("</gpx>"), "", "no element found"),
    "cut in a tag": (HILL.removesuffix("x>"), "</gp", "unclosed token"),
    "a tag left open": (HILL.replace("</trkpt>", "", 1), "trkseg></trk>", "mismatched tag"),
    "no latitude": (HILL.replace('lat="0"', "", 1), '<trkpt  lon="0.0">', "a point without 'lat'"),
    "a word and no longitude": (
        HILL.replace('lat="0" lon="0.0"', 'lat="north"', 1),
        '<trkpt lat="north">',
        "a point without 'lon'",
    ),
    "a word": (
        HILL.replace('lat="0"', 'lat="north"', 1),
        '<trkpt lat="north"',
        "a point at 'north', '0.0', which are not numbers",
    ),
    "high": (HILL.replace("<ele>5<", "<ele>high<"), "</ele>", "the height 'high' is not a number"),
    "a line for a height": (
        HILL.replace("<ele>5<", "<ele>\n<"),
        "</ele>",
        "the height '\\n' is not a number",
    ),
    "a long word": (
        HILL.replace("<ele>5<", f"<ele>{'9' * 99}!<"),
        "</ele>",
        f"the height '{'9' * 60}…' is not a number",
    ),
    "an entity": (HILL.replace("<ele>5", "<ele>&unknown;"), "&unknown;", "undefined entity"),
    "NUL": (HILL.replace("<ele>5", "<ele>\0"), "\0", "not well-formed (invalid token)"),
    "two roots": (f"{HILL}<gpx/>", "<gpx/>", "junk after document element"),
    "no such name space": (HILL.replace("<ele>5", "<ele><a:b/>5"), "<a:b/>", "unbound prefix"),
    "twice": (HILL.replace('lat="0"', 'lat="0" lat="0"', 1), 'lat="0" lon="0.0"', "duplicate attribute"),
}


@pytest.mark.parametrize(("text", "place", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused_with_the_place_and_the_reason(text, place, reason):
    message = rf"^way\.gpx:(\d+):(\d+) is not a whole GPX file: {re.escape(reason)} \(export it anew\)$"
    with pytest.raises(InvalidWorkout, match=message) as refused:
        _course(text)

    line, column = map(int, re.match(message, str(refused.value)).groups())
    assert text.split("\n")[line - 1][column - 1 :].startswith(place)
    assert place or column == len(text.split("\n")[-1]) + 1


BOMBS = {
    "a bomb": BOMB.encode(),
    "in UTF-16": BOMB.encode("utf-16"),
    "that says so": BOMB.replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16"),
    "from elsewhere": HILL.replace("<gpx ", '<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/a"><gpx ').encode(),
    "a file": HILL.replace("<gpx ", f"{OUTSIDE}<gpx ").replace("5", "&x;").encode(),
    "a document type": HILL.replace("<gpx ", "<!doctype gpx><gpx ").encode(),
    "far below": HILL.replace("<gpx ", f"<!--{' ' * 100_000}--><!DOCTYPE gpx><gpx ").encode(),
}


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS)
def test_a_document_type_is_refused_before_anything_is_made_of_it(data):
    with pytest.raises(InvalidWorkout, match=rf"^way\.gpx:[12]:\d+ {re.escape(REFUSED)}$"):
        course_of(data, "way.gpx")


NAMED = HILL.replace("<trkseg>", "<name>Zürich – Łódź</name><trkseg>")


def _declared(encoding):
    return NAMED.replace("?>", f' encoding="{encoding}"?>', 1)


ENCODED = {
    "UTF-8": NAMED.encode(),
    "a byte order mark": NAMED.encode("utf-8-sig"),
    "UTF-16": NAMED.encode("utf-16"),
    "the other UTF-16": b"\xfe\xff" + NAMED.encode("utf-16-be"),
    "UTF-16 that says so": _declared("UTF-16").encode("utf-16"),
    "Latin-1": _declared("ISO-8859-1").encode("latin-1", errors="replace"),
    "Windows": _declared("windows-1250").encode("cp1250"),
    "a declaration with spaces": _declared("cp1250").replace('="cp', ' = "cp').encode("cp1250"),
    "lines of Windows": NAMED.replace("\n", "\r\n").encode(),
    "a declaration below an empty line": b"\r\n" + NAMED.encode(),
    "a declaration of a later version": NAMED.replace("1.0", "1.1", 1).encode(),
    "no declaration": NAMED.partition("\n")[2].encode(),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_a_file_is_read_in_its_own_encoding(data):
    assert course_of(data, "way.gpx") == _course(HILL)


FOREIGN = {
    "another than UTF-8": (NAMED.encode("cp1250"), "utf-8"),
    "another than it says": (_declared("UTF-8").encode("cp1250"), "UTF-8"),
    "binary data": (bytes(range(256)), "utf-8"),
}


@pytest.mark.parametrize(("data", "encoding"), FOREIGN.values(), ids=FOREIGN)
def test_a_file_that_is_not_in_its_encoding_is_refused(data, encoding):
    message = f"way.gpx is not a text in {encoding} (export it anew)"
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        course_of(data, "way.gpx")


FILLED = {
    "one": ([5, None, 9], [5, 7, 9]),
    "at both ends": ([None, 5, 6, None], [5, 5, 6, 6]),
    "three": ([5, None, 9, None, 3, None, 3], [5, 7, 9, 6, 3, 3, 3]),
    "empty": (["", 5, 6], [5, 5, 6]),
    "all": ([None, None, None], []),
    "most": ([5, 6, None, None, None], []),
}


@pytest.mark.parametrize(("heights", "filled"), FILLED.values(), ids=FILLED)
def test_missing_heights_are_straight_between_their_neighbours_unless_most_are_missing(heights, filled):
    assert list(_course(_gpx(_track(_points(heights)))).heights) == pytest.approx(filled, abs=1e-9)


@given(st.lists(st.none() | st.integers(0, 500), min_size=2, max_size=30))
def test_known_heights_are_kept_and_the_others_lie_between_them(heights):
    made = _course(_gpx(_track(_points(heights)))).heights
    known = [number for number, height in enumerate(heights) if height is not None]

    assert bool(made) == (len(known) >= 2 and 2 * len(known) >= len(heights))
    for number, height in enumerate(made):
        before = heights[max((each for each in known if each <= number), default=known[0])]
        after = heights[min((each for each in known if each >= number), default=known[-1])]
        assert min(before, after) - 1e-9 <= height <= max(before, after) + 1e-9


def test_a_runner_who_stands_still_is_on_the_course():
    still = _gpx(_track(_points([5, None]) + _points([7, None, 9, 11], start=0.01)))

    assert list(_course(still).along) == pytest.approx([0, *(DEGREE / 100 * n for n in (1, 1, 2, 3, 4))])
    assert list(_course(still).heights) == [5, 7, 7, 8, 9, 11]


def test_a_file_that_is_not_there_is_named_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()

    with pytest.raises(InvalidWorkout, match=r"^there is no file 'nowhere/way\.gpx'$"):
        read_course("nowhere/way.gpx")
    with pytest.raises(InvalidWorkout, match=r"^'folder' is a folder, not a GPX file$"):
        read_course(Path("folder"))


def test_a_file_of_more_than_a_course_can_be_is_not_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(gpx, "LARGEST", 1_000_000)
    file = tmp_path / "way.gpx"
    file.write_text(HILL + " " * (1_000_000 - len(HILL)), "utf-8")
    assert read_course(file) == read_course(str(file)) == _course(HILL)

    file.write_text(HILL + " " * (1_000_001 - len(HILL)), "utf-8")
    with pytest.raises(InvalidWorkout, match=r"^way\.gpx is larger than 1 MB, which no course is$"):
        read_course(file)


EXAMPLE = Path(__file__).parents[2] / "examples" / "hilly-10km.gpx"


def _told(text):
    with pytest.warns(WorkoutWarning) as told:
        course = _course(text)
    return course, [str(each.message) for each in told]


def _lines(points):
    """A track, a point a line, from line 3 on; of latitude, longitude and height."""
    made = "".join(
        f'<trkpt lat="{latitude}" lon="{longitude}"><ele>{height}</ele></trkpt>\n'
        for latitude, longitude, height in points
    )
    return f"{HEAD}<trk><trkseg>\n{made}</trkseg></trk></gpx>"


FLAT = [(50, 20 + number / 1000, 500) for number in range(141)]
"""Ten kilometres, a point every 71.5 m."""
STRAYS = {
    "the first height is 0": (
        {0: (50, 20, 0)},
        "way.gpx:3: the height 0 m cannot be reached by running, and is left out",
    ),
    "the first heights are 0": (
        {0: (50, 20, 0), 1: (50, 20.001, 0), 2: (50, 20.002, 0)},
        "way.gpx:3: the height 0 m and 2 more cannot be reached by running, and are left out",
    ),
    "heights are 0 for a while": (
        {number: (50, 20 + number / 1000, 0) for number in range(40, 70)},
        "way.gpx:43: the height 0 m and 29 more cannot be reached by running, and are left out",
    ),
    "a spike": (
        {50: (50, 20.05, 900)},
        "way.gpx:53: the height 900 m cannot be reached by running, and is left out",
    ),
    "a void of a map": (
        {50: (50, 20.05, -32768)},
        "way.gpx:53: the height -32768 m cannot be reached by running, and is left out",
    ),
}
AWAY = {
    "a point at 0, 0": (
        {70: (0, 0, 500)},
        "way.gpx:73: the position 0, 0 cannot be reached by running, and is left out",
    ),
    "points at 0, 0": (
        {70: (0, 0, 0), 71: (0, 0, 0), 90: (0, 0, 0)},
        "way.gpx:73: the position 0, 0 and 2 more cannot be reached by running, and are left out",
    ),
    "the first is where the last run was": (
        {0: (52.4, 16.9, 500)},
        "way.gpx:3: the position 52.4, 16.9 cannot be reached by running, and is left out",
    ),
    "on the other side of the Earth": (
        {70: (-50, -160, 500)},
        "way.gpx:73: the position -50, -160 cannot be reached by running, and is left out",
    ),
}


@pytest.mark.parametrize(("wrong", "told"), STRAYS.values(), ids=STRAYS)
def test_a_stray_height_is_left_out_and_its_line_is_told(wrong, told):
    course, warned = _told(_lines([wrong.get(number, point) for number, point in enumerate(FLAT)]))

    assert (course, warned) == (_course(_lines(FLAT)), [told])


@pytest.mark.parametrize(("wrong", "told"), AWAY.values(), ids=AWAY)
def test_a_stray_position_is_left_out_and_its_line_is_told(wrong, told):
    course, warned = _told(_lines([wrong.get(number, point) for number, point in enumerate(FLAT)]))
    without = [point for number, point in enumerate(FLAT) if number not in wrong]

    assert (course, warned) == (_course(_lines(without)), [told])


def test_a_stray_does_not_make_a_track_the_longest():
    short = _points([5, 9]) + '<trkpt lat="50" lon="50"/>' + _points([4], start=0.02)
    course = _course(_gpx(_track(short), _track(_points([1, 2, 3, 4]))))

    assert list(course.heights) == [1, 2, 3, 4]


def test_with_times_a_position_is_a_stray_where_nobody_runs_so_fast_whatever_the_zone_of_its_time():
    """In the third second a point 200 m off; its time is of another zone, and one is of none."""
    times = ["10:00:00Z", "10:00:01Z", "12:00:02+02:00", "10:00:03", "10:00:04.500Z", "10:00:05Z"]
    track = "".join(
        f'<trkpt lat="{0.002 * (number == 2)}" lon="{number / 30_000}"><ele>9</ele>'
        f"<time>2026-08-03T{time}</time></trkpt>\n"
        for number, time in enumerate(times)
    )
    course, told = _told(_gpx(_track(track)))

    assert told == [
        "way.gpx:4: the position 0.002, 6.66667e-05 cannot be reached by running, and is left out"
    ]
    assert course.metres == pytest.approx(DEGREE * 5 / 30_000)


@given(st.lists(st.integers(1, 199), max_size=8, unique=True), st.sampled_from(["place", "height"]))
def test_strays_put_into_a_real_course_are_found_and_the_rest_of_it_is_as_gpxpy_reads_it(wrong, what):
    read = gpxpy.parse(EXAMPLE.read_text("utf-8"))
    points = read.tracks[0].segments[0].points
    for number in wrong:
        if what == "place":
            points[number].latitude = points[number].longitude = 0
        else:
            points[number].elevation = 0
    course = _silently(read.to_xml())

    kept = [point for number, point in enumerate(points) if number not in wrong or what == "height"]
    theirs = gpxpy.gpx.GPXTrackSegment(kept).length_2d()
    assert course.metres == pytest.approx(theirs, rel=2e-3)
    heights = [None if number in wrong else point.elevation for number, point in enumerate(points)]
    pairs = zip(
        course.heights, heights if what == "height" else [point.elevation for point in kept], strict=True
    )
    assert all(theirs in (None, ours) for ours, theirs in pairs)


def _silently(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", WorkoutWarning)
        return _course(text)


GPX = "http://www.topografix.com/GPX/1/1"
EXTENSION = "http://www.garmin.com/xmlschemas/TrackPointExtension/v2"
BARE = f"<gpx>{SHORT}</gpx>"
PREFIXED = re.sub("<(/?)", r"<\1ns2:", BARE)
PREFIXES = {
    "a prefix": PREFIXED.replace("<ns2:gpx", f'<ns2:gpx xmlns:ns2="{GPX}"'),
    "a prefix, and extensions without one, as Polar writes": PREFIXED.replace(
        "<ns2:gpx",
        f'<ns2:gpx xmlns="{EXTENSION}" xmlns:ns2="{GPX}" version="1.1" creator="Polar Access Manager"',
    ).replace(
        "</ns2:trkpt>",
        "<ns2:extensions><TrackPointExtension><ele>1</ele></TrackPointExtension></ns2:extensions></ns2:trkpt>",
    ),
    "a prefix of the points alone": PREFIXED.replace("ns2:gpx", "gpx").replace(
        "<gpx", f'<gpx xmlns="{GPX}" xmlns:ns2="{GPX}"'
    ),
    "a prefix of the root alone": BARE.replace("gpx>", "ns2:gpx>").replace(
        "<ns2:gpx", f'<ns2:gpx xmlns="{GPX}" xmlns:ns2="{GPX}"'
    ),
    "one at each level": BARE.replace("<gpx", f'<a:gpx xmlns:a="{GPX}"')
    .replace("</gpx", "</a:gpx")
    .replace("<trk>", f'<b:trk xmlns:b="{GPX}">')
    .replace("</trk>", "</b:trk>"),
    "GPX 1.0 with a prefix": PREFIXED.replace("<ns2:gpx", f'<ns2:gpx xmlns:ns2="{GPX[:-1]}0"'),
    "a namespace of one's own": PREFIXED.replace(
        "<ns2:gpx", '<ns2:gpx xmlns:ns2="https://www.gps-speed.com"'
    ),
}


@pytest.mark.parametrize("text", PREFIXES.values(), ids=PREFIXES)
def test_namespaces_are_read_whatever_their_prefix(text):
    assert _course(text) == _course(BARE)


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """Work in a folder, with a course in it, one outside, and links that lead out."""
    (tmp_path / "docs" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "docs")
    text = HILL.replace("0.02", "0.0899322")
    for file in ("way.gpx", "below/way.gpx", "../way.gpx"):
        Path(file).write_text(text, "utf-8")
    Path("link.gpx").symlink_to("../way.gpx")
    Path("away").symlink_to("..")
    Path("round.gpx").symlink_to("round.gpx")
    os.mkfifo("pipe.gpx")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.gpx")


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("name", ["way.gpx", "below/way.gpx", "./way.gpx", "below/../way.gpx"])
def test_a_document_names_a_course_in_its_folder_or_below(name):
    Path("race.yaml").write_text(DOCUMENT.format(name), "utf-8")

    assert read_document("race.yaml").description.startswith("Even effort. ")


OUTSIDE_THE_FOLDER = (
    "{!r} is outside the folder of the document "
    "(put it beside it, or allow a folder above both with '--root DIR')"
)


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../way.gpx", OUTSIDE_THE_FOLDER),
        ("/etc/hostname", OUTSIDE_THE_FOLDER),
        ("link.gpx", OUTSIDE_THE_FOLDER),
        ("away/way.gpx", OUTSIDE_THE_FOLDER),
        ("nowhere.gpx", "there is no file {!r}"),
        ("below", "{!r} is a folder, not a GPX file"),
        ("pipe.gpx", "{!r} is not a plain file"),
        ("socket.gpx", "{!r} is not a plain file"),
        ("way.gpx/way.gpx", "there is no file {!r}"),
        ("round.gpx", "{!r} is not the name of a file"),
        ("race.yaml", "race.yaml is not a GPX file (it has no '<gpx>')"),
        ("[way.gpx]", "must be the name of a GPX file"),
    ],
)
def test_a_document_names_no_other_file(name, message):
    Path("race.yaml").write_text(DOCUMENT.format(name), "utf-8")

    with pytest.raises(DocumentError) as refused:
        read_document("race.yaml")
    told = f"race.yaml:5:9: course: {message.format(name)}\n    course: {name}\n            ^"
    assert str(refused.value) == told


def test_a_document_that_is_no_file_has_nothing_beside_it():
    message = r"^5:9: course: 'way\.gpx' is beside a document, and this one is not a file\n"
    with pytest.raises(DocumentError, match=message):
        read_text(DOCUMENT.format("way.gpx"))


@given(st.binary(max_size=200) | st.text(alphabet='<>/!?gpxtrksel ="0.&;\n', max_size=200).map(str.encode))
def test_nothing_but_a_reason_comes_of_anything_else(data):
    with pytest.raises(InvalidWorkout, match=r"^way\.gpx(:\d+:\d+)? "):
        course_of(data, "way.gpx")
