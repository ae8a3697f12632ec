"""Players ask for parts of a track, to begin in the middle (RFC 9110, section 14)."""

import pytest

from asking import Asking
from workout_core.feed.ranges import wanted_part
from workout_core.feed.server import app

TRACK = bytes(range(256)) * 40
SIZE = len(TRACK)


@pytest.fixture
def site(tmp_path):
    (tmp_path / "run.mp3").write_bytes(TRACK)
    (tmp_path / "run.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    return Asking(app(tmp_path))


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (b"bytes=0-99", range(100)),
        (b"bytes=100-", range(100, SIZE)),
        (b"bytes=-100", range(SIZE - 100, SIZE)),
        (b"bytes=0-0", range(1)),
        (b"Bytes = 5 - 9", range(5, 10)),
        (b"bytes=0-99999999", range(SIZE)),
        (b"bytes=-99999999", range(SIZE)),
        (b"bytes=99999999-", range(SIZE, SIZE)),
        (b"bytes=-0", range(SIZE, SIZE)),
        (b"bytes=9-5", None),
        (b"bytes=-", None),
        (b"bytes=0-4,6-9", None),
        (b"lines=0-4", None),
        (b"bytes=a-b", None),
        (b"bytes=" + b"9" * 10_000 + b"-", None),
        (b"", None),
        (None, None),
    ],
)
def test_a_part_is_what_is_asked_for_and_all_of_it_if_that_cannot_be_read(header, part):
    assert wanted_part(header, None, b'"tag"', SIZE) == part


def test_a_part_is_sent_with_where_it_is(site):
    got = site.get("/run.mp3", range="bytes=100-199")
    assert (got.status, got.body) == (206, TRACK[100:200])
    assert got.headers["content-range"] == f"bytes 100-199/{SIZE}"
    assert got.headers["content-length"] == "100"
    assert got.headers["content-type"] == "audio/mpeg"


def test_parts_put_together_are_the_track(site):
    parts = [site.get("/run.mp3", range=f"bytes={at}-{at + 999}").body for at in range(0, SIZE, 1000)]
    assert b"".join(parts) == TRACK


def test_players_are_told_that_they_may_ask_and_others_are_not(site):
    assert site.get("/run.mp3").headers["accept-ranges"] == "bytes"
    calendar = site.get("/run.ics", range="bytes=0-3")
    assert calendar.status == 200
    assert "accept-ranges" not in calendar.headers


def test_what_is_behind_the_end_is_refused_with_the_size(site):
    got = site.get("/run.mp3", range="bytes=99999-")
    assert (got.status, got.body) == (416, b"")
    assert got.headers["content-range"] == f"bytes */{SIZE}"


def test_a_part_of_another_version_is_the_whole(site):
    tag = site.get("/run.mp3").headers["etag"]
    assert site.get("/run.mp3", range="bytes=0-9", if_range=tag).status == 206
    for other in ('"other"', f"W/{tag}", "Sun, 02 Aug 2026 20:00:00 GMT"):
        got = site.get("/run.mp3", range="bytes=0-9", if_range=other)
        assert (got.status, got.body) == (200, TRACK)


def test_a_part_means_nothing_to_who_asks_for_the_headers_alone(site):
    got = site.get("/run.mp3", "HEAD", range="bytes=0-9")
    assert (got.status, got.headers["content-length"]) == (200, str(SIZE))
