"""A course that would hide something, or keep its reader busy for long, is refused at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from strategies.hostile import courses
from workout_core import InvalidWorkout
from workout_core.documents import gpx_reader
from workout_core.documents.gpx import course_of

HOSTILE = courses()
READ = """
from pathlib import Path
from sys import argv
from workout_core import InvalidWorkout, read_course
for file in sorted(Path(argv[1]).iterdir(), key=lambda file: int(file.stem)):
    try:
        print(read_course(file).metres > 0)
    except InvalidWorkout as error:
        print(error)
"""


@pytest.mark.parametrize("encoding", ["utf-7", "punycode", "klingon", "undefined", "unicode_escape"])
def test_an_encoding_that_no_course_is_in_is_refused(encoding):
    data = f'<?xml version="1.0" encoding = "{encoding}"?><gpx/>'.encode()
    with pytest.raises(InvalidWorkout, match=rf"^way\.gpx is in {encoding!r}, which courses are not in "):
        course_of(data, "way.gpx")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<gpx>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</gpx>", "is nested more than 100 deep"),
        (
            b"<gpx " + b" ".join(b'xmlns:a%d="u:%d"' % (at, at) for at in range(50_000)) + b"></gpx>",
            "declares more than 100 name spaces",
        ),
    ],
    ids=["deep", "name spaces"],
)
def test_what_would_keep_a_reader_busy_for_long_is_refused_at_once(data, said):
    with pytest.raises(InvalidWorkout, match=rf"^way\.gpx:1:\d+ {said} \(export it anew\)$"):
        course_of(data, "way.gpx")


@pytest.mark.slow
def test_a_hundred_thousand_of_anything_is_read_or_refused_in_few_words(tmp_path):
    for number, data in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}.gpx").write_bytes(data)

    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-W", "ignore::UserWarning", "-c", READ, tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout.splitlines()
    assert len(told) == len(HOSTILE)
    assert [line for line in told if len(line) > 300] == []


def test_what_is_nested_is_refused_though_an_attribute_looks_like_its_end():
    with pytest.raises(InvalidWorkout, match=r"^way\.gpx:1:1012 is nested more than 100 deep "):
        course_of(HOSTILE["nested, as if closed"], "way.gpx")


def test_ninety_nine_levels_are_no_more_than_a_hundred():
    nested = "<a>" * 99 + "</a>" * 99
    point = '<trkpt lat="0" lon="{}"/>'
    track = f"<trk><trkseg>{point.format(0)}{point.format(0.1)}</trkseg></trk>"
    assert course_of(f"<gpx>{nested}{track}</gpx>".encode(), "way.gpx").metres > 0

    with pytest.raises(InvalidWorkout, match="is nested more than 100 deep"):
        course_of(f"<gpx><a>{nested}</a>{track}</gpx>".encode(), "way.gpx")


def test_a_name_space_may_be_declared_at_every_point():
    points = "".join(
        f'<trkpt lat="0" lon="{at / 1000}"><extensions xmlns:x="urn:x"><x:hr>150</x:hr></extensions></trkpt>'
        for at in range(1000)
    )
    track = f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>"

    assert len(course_of(track.encode(), "way.gpx").along) == 1000


def test_a_name_space_of_a_page_is_refused():
    data = f'<gpx xmlns="urn:{"a" * 500}"/>'.encode()
    message = r"^way\.gpx:1:1 declares a name space of 504 letters \(export it anew\)$"
    with pytest.raises(InvalidWorkout, match=message):
        course_of(data, "way.gpx")


def test_there_are_no_more_points_than_a_course_can_have(monkeypatch):
    monkeypatch.setattr(gpx_reader, "MOST_POINTS", 1000)
    points = "".join(f'<trkpt lat="0" lon="{at / 1000}"/>\n' for at in range(1000))
    text = f"<gpx><trk><trkseg>\n{points}</trkseg></trk></gpx>"
    assert len(course_of(text.encode(), "way.gpx").along) == 1000

    more = text.replace("</trkseg>", '<trkpt lat="0" lon="1"/></trkseg>')
    message = r"^way\.gpx:1002:1 has more than 1,000 points, which no course has$"
    with pytest.raises(InvalidWorkout, match=message):
        course_of(more.encode(), "way.gpx")


def test_a_file_is_the_same_course_in_pieces_of_any_length(monkeypatch):
    data = Path(__file__).parents[2].joinpath("examples", "hilly-10km.gpx").read_bytes()
    whole = course_of(data, "way.gpx")

    for letters in (1, 7, 1000):
        monkeypatch.setattr(gpx_reader, "PIECE", letters)
        assert course_of(data, "way.gpx") == whole
