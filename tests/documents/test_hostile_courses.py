"""A course that would hide something, or keep its reader busy for long, is refused at once."""

import pytest

from workout_core import InvalidWorkout
from workout_core.documents.gpx import course_of


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
    with pytest.raises(InvalidWorkout, match=rf"^way\.gpx {said} \(export it anew\)$"):
        course_of(data, "way.gpx")
