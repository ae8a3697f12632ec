"""GPX files: the longest way in them is the course, and whatever is no course is refused at once."""

import os
import re
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, InvalidWorkout, read_course, read_document, read_text
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
