"""Whether a client has what it asks for: RFC 9110, 12.5.3, 13.1.2 and 13.1.3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.feed.conditions import accepts_gzip, is_unchanged

TAG = b'"abc"'
CHANGED = 1_785_700_800  # Sun, 02 Aug 2026 20:00:00 GMT
NOW = CHANGED + 86_400
BEFORE, THEN, AFTER = (
    f"Sun, 02 Aug 2026 {time} GMT".encode() for time in ("19:59:59", "20:00:00", "20:00:01")
)
LATER_THAN_NOW = b"Tue, 04 Aug 2026 20:00:00 GMT"


@pytest.mark.parametrize(
    ("tags", "since", "unchanged"),
    [
        (None, None, False),
        (b'"abc"', None, True),
        (b'W/"abc"', None, True),
        (b'"x", "abc"', None, True),
        (b'"x" , W/"abc" ,"y"', None, True),
        (b'"x,", "abc"', None, True),
        (b"*", None, True),
        (b" * ", None, True),
        (b'"ab"', None, False),
        (b'"ABC"', None, False),
        (b"abc", None, False),
        (b'"abc', None, False),
        (b'""', None, False),
        (b"", None, False),
        (b"\xff\x00", None, False),
        (None, THEN, True),
        (None, AFTER, True),
        (None, BEFORE, False),
        (None, LATER_THAN_NOW, False),
        (None, b"Sunday, 02-Aug-26 20:00:00 GMT", True),
        (None, b"Sun Aug  2 20:00:00 2026", True),
        (None, b"yesterday", False),
        (None, b"", False),
        (None, b"Sun, 99 Aug 2026 20:00:00 GMT", False),
        (None, b"Sun, 02 Aug 99999999999 20:00:00 GMT", False),
        (None, b"\xff", False),
        (b'"x"', THEN, False),
        (b'"abc"', BEFORE, True),
        (b"", THEN, False),
    ],
)
def test_a_tag_counts_before_a_date_and_both_are_compared(tags, since, unchanged):
    assert is_unchanged(tags, since, TAG, CHANGED, NOW) is unchanged


@pytest.mark.parametrize(
    ("header", "accepts"),
    [
        (b"", False),
        (b"gzip", True),
        (b"GZip", True),
        (b"x-gzip", True),
        (b"deflate, gzip;q=1.0, *;q=0.5", True),
        (b"br", False),
        (b"*", True),
        (b"*;q=0", False),
        (b"gzip;q=0", False),
        (b"gzip; q=0.000", False),
        (b"gzip;q=0, *", False),
        (b"gzip;q=nonsense", True),
        (b"identity", False),
        (b"gzipped", False),
        (b",;q=,;", False),
    ],
)
def test_gzip_is_sent_to_who_takes_it(header, accepts):
    assert accepts_gzip(header) is accepts


@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80))
def test_any_headers_are_an_answer(tags, since, encodings):
    assert is_unchanged(tags, since, TAG, CHANGED, NOW) in (True, False)
    assert is_unchanged(None, since, TAG, CHANGED, NOW) in (True, False)
    assert accepts_gzip(encodings) in (True, False)
