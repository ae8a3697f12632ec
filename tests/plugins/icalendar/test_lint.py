"""The last look at a feed: every defect is found, and told where and how."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.hostile import feeds
from workout_core.testing.calendar.lint import lint

NO_CRLF = "the line does not end with CRLF (carriage return and line feed)"

GOOD = (
    """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//test//EN
NAME:Form
REFRESH-INTERVAL;VALUE=DURATION:PT6H
SOURCE;VALUE=URI:https://example.org/form.ics
X-PUBLISHED-TTL:PT6H
BEGIN:VTIMEZONE
TZID:Europe/Warsaw
BEGIN:STANDARD
DTSTART:20251026T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20260101T000000Z
LAST-MODIFIED:20260101T000000Z
SEQUENCE:3
SUMMARY:Öfter 800 m\\, hard
DESCRIPTION:Warm up\\nRelax the shoulders\\; breathe — 🏃 and so on until
  the line is folded
DTSTART;TZID="Europe/Warsaw":20260105T183000
DTEND;TZID=Europe/Warsaw:20260105T193000
CATEGORIES:Running,Quality
COLOR:tomato
TRANSP:OPAQUE
URL:https://example.org/1
ATTACH;FMTTYPE=application/fit;ENCODING=BASE64;VALUE=BINARY:DhAAAA==
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Time to train
TRIGGER:-PT30M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20260101T000000Z
SUMMARY:Rest day
DTSTART;VALUE=DATE:20260106
DTEND;VALUE=DATE:20260107
END:VEVENT
END:VCALENDAR
"""
).replace("\n", "\r\n")


CHANGES = [
    (
        "SUMMARY:Rest day\r\n",
        "SUMMARY:Rest day\n",
        "line 42: the line does not end with CRLF (carriage return and line feed)",
    ),
    (
        "END:VCALENDAR\r\n",
        "END:VCALENDAR",
        "line 46: the line does not end with CRLF (carriage return and line feed)",
    ),
    ("SUMMARY:Rest day", "SUMMARY:" + 68 * "x", "line 42: the line is longer than 75 octets (folded lines)"),
    ("Rest day", "Rest\x0bday", "line 42: U+000B stands in the line (text without control characters)"),
    ("Rest day", "Rest\u2028day", "line 42: U+2028 stands in the line (text without control characters)"),
    (
        "Rest day",
        "Rest\r\n\r\n",
        "line 43: '' is not a property (NAME:value; a folded line goes on after a space); 1 more",
    ),
    (
        "SUMMARY:Rest",
        "SUM MARY:Rest",
        "line 42: 'SUM MARY:Rest day' is not a property (NAME:value; a folded line goes on after a space)",
    ),
    ("Rest day", "Rest; day", r"line 42: SUMMARY 'Rest; day' is not escaped text (\, and \; and \\ and \n)"),
    ("Rest day", r"C:\Rest", r"line 42: SUMMARY 'C:\\Rest' is not escaped text (\, and \; and \\ and \n)"),
    (
        "Running,Quality",
        "A;B",
        r"line 28: CATEGORIES 'A;B' is not a list of escaped texts (\; and \\ and \n)",
    ),
    ("VERSION:2.0", "VERSION:1.0", "line 2: VERSION '1.0' is not the version of the format (2.0)"),
    ("tomato", "#ff6347", "line 29: COLOR '#ff6347' is not the CSS name of a colour (tomato)"),
    ("OPAQUE", "BUSY", "line 30: TRANSP 'BUSY' is not a transparency (OPAQUE or TRANSPARENT)"),
    ("SEQUENCE:3", "SEQUENCE:x", "line 22: SEQUENCE 'x' is not a whole number (0)"),
    ("ACTION:DISPLAY", "ACTION:SHOW", "line 34: ACTION 'SHOW' is not an action (AUDIO, DISPLAY or EMAIL)"),
    ("TTL:PT6H", "TTL:12:00:00", "line 7: X-PUBLISHED-TTL '12:00:00' is not a duration (PT45M)"),
    ("-PT30M", "-PT", "line 36: TRIGGER '-PT' is not a duration (PT45M)"),
    ("TO:+0100", "TO:+1", "line 15: TZOFFSETTO '+1' is not an offset from UTC (+0100)"),
    (
        "FREQ=YEARLY",
        "OFTEN",
        "line 12: RRULE 'OFTEN;BYDAY=-1SU;BYMONTH=10' is not a recurrence (FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU)",
    ),
    ("URL:https:", "URL:", "line 31: URL '//example.org/1' is not a URI (https://example.org/)"),
    (";VALUE=URI", "", "line 6: SOURCE does not say its type (SOURCE;VALUE=URI)"),
    (
        ";VALUE=DURATION",
        "",
        "line 5: REFRESH-INTERVAL does not say its type (REFRESH-INTERVAL;VALUE=DURATION)",
    ),
    ("URL:", "IMAGE:", "line 31: IMAGE does not say its type (IMAGE;VALUE=URI)"),
    (
        ";ENCODING=BASE64",
        "",
        "line 32: ATTACH is inline without its encoding (ATTACH;ENCODING=BASE64;VALUE=BINARY)",
    ),
    (";VALUE=BINARY:", ":", "line 32: ATTACH 'DhAAAA==' is not a URI (https://example.org/)"),
    ("DhAAAA==", "DhAAA*==", "line 32: ATTACH 'DhAAA*==' is not base64 (DhAAAA==)"),
    (
        ";VALUE=DATE:20260106",
        ":20260106",
        "line 43: DTSTART '20260106' is not a date and time (20260105T063000; VALUE=DATE for a day)",
    ),
    (":20260106", ":20260231", "line 43: DTSTART '20260231' is not a date (20260105)"),
    (":20260106", ":2026W011", "line 43: DTSTART '2026W011' is not a date (20260105)"),
    (
        "T183000",
        "T243000",
        "line 26: DTSTART '20260105T243000' is not a date and time (20260105T063000; VALUE=DATE for a day)",
    ),
    (
        "DTSTAMP:20260101T000000Z",
        "DTSTAMP:20260101T000000",
        "line 20: DTSTAMP '20260101T000000' is not in UTC (20260105T063000Z)",
    ),
    ("T193000", "T193000Z", "line 27: DTEND is in UTC and has a TZID (one of the two)"),
    ("DTEND;VALUE=DATE:20260107", "DURATION:1D", "line 44: DURATION '1D' is not a duration (PT45M)"),
    (
        "DTEND;VALUE=DATE:20260107",
        "DTEND:20260107T000000",
        "line 44: DTEND is a floating DATE-TIME where DTSTART is a DATE (two of a kind)",
    ),
    (
        "DTEND;TZID=Europe/Warsaw:",
        "DTEND:",
        "line 27: DTEND is a floating DATE-TIME where DTSTART is a DATE-TIME (two of a kind)",
    ),
    (":20260107", ":20260106", "line 44: DTEND '20260106' is not after DTSTART '20260106'"),
    (
        "20260107\r\n",
        "20260107\r\nDURATION:P1D\r\n",
        "line 45: the event has both DTEND and DURATION (one of the two)",
    ),
    ("UID:2@", "UID:1@", "line 39: UID '1@example.org' is that of line 18 too (one of its own)"),
    ("UID:2@example.org\r\n", "", "line 39: VEVENT without UID (it needs UID, DTSTAMP, DTSTART)"),
    ("DESCRIPTION:Time to train\r\n", "", "line 33: VALARM displays nothing (it needs DESCRIPTION)"),
    (
        "TZID=Europe/Warsaw",
        "TZID=Europe/Vilnius",
        "line 27: TZID 'Europe/Vilnius' is not explained (a VTIMEZONE with that TZID)",
    ),
    ("NAME:Form", "NAME:Form\r\nNAME:Shape", "line 5: NAME stands twice in one VCALENDAR (once)"),
    ("END:VALARM\r\n", "", "line 37: END:VEVENT stands inside VALARM (END:VALARM before it)"),
    ("END:VCALENDAR\r\n", "", "line 1: VCALENDAR has no END (END:VCALENDAR)"),
    ("BEGIN:VCALENDAR", "X-EARLY:1\r\nBEGIN:VCALENDAR", "line 1: X-EARLY stands outside of VCALENDAR"),
    (
        "END:VCALENDAR",
        "END:VCALENDAR\r\nEND:VEVENT",
        "line 47: END:VEVENT ends nothing (BEGIN:VEVENT before it)",
    ),
    (
        "END:VTIMEZONE",
        "END:VTIMEZONE\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:PT0S\r\nEND:VALARM",
        "line 18: VALARM stands inside VCALENDAR (inside VEVENT or VTODO)",
    ),
]


def feed(old: str = "", new: str = "") -> bytes:
    """Return the good feed with one thing changed."""
    assert old in GOOD
    return GOOD.replace(old, new, 1).encode()


def test_a_good_feed_is_clean() -> None:
    assert lint(feed()) == ()


@pytest.mark.parametrize(("old", "new", "message"), CHANGES, ids=[message for *_, message in CHANGES])
def test_a_defect_is_told_with_its_line_and_what_would_be_right(old: str, new: str, message: str) -> None:
    assert lint(feed(old, new)) == (message,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("NAME:Form", "NAME:Form\r\nNAME;LANGUAGE=pl:Forma"),
        ("UID:2@", "RECURRENCE-ID;VALUE=DATE:20260106\r\nUID:1@"),
        ("TZNAME:CET", "TZNAME:CET\r\nX-NOTE:a\\b;c,d"),
        ("TZID=Europe/Warsaw:", "TZID=/example.org/Europe/Warsaw:"),
        ("TRIGGER:-PT30M", "TRIGGER;VALUE=DATE-TIME:20260105T170000Z"),
        ("DTEND;VALUE=DATE:20260107", "EXDATE;VALUE=DATE:20260113,20260120"),
        ("TTL:PT6H", "TTL:P1DT6H30M"),
        ("T193000", "T235960"),
    ],
    ids=[
        "languages",
        "series",
        "unknown",
        "global zone",
        "absolute alarm",
        "dates",
        "duration",
        "leap second",
    ],
)
def test_what_the_format_allows_is_let_through(old: str, new: str) -> None:
    assert lint(feed(old, new)) == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "line 1: there is no calendar (BEGIN:VCALENDAR)"),
        (b"\xef\xbb\xbf" + feed(), "line 1: the file begins with a byte order mark (BEGIN:VCALENDAR)"),
        (feed() * 2, "line 47: there is a second calendar (a feed is one)"),
        (
            feed().replace("Ö".encode(), b"\xd6"),
            "line 23: octet 0xd6 is not UTF-8 (the encoding of every feed)",
        ),
        (feed().replace("Ö".encode(), b"\xc3\r\n \x96"), "line 23: a fold splits a character (folds between"),
        (
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
            "line 1: VCALENDAR is empty (it needs a component)",
        ),
        (
            feed().replace(b"BEGIN:STANDARD", b"X:").replace(b"END:STANDARD", b"X:"),
            "line 8: VTIMEZONE is empty (it needs STANDARD or DAYLIGHT)",
        ),
    ],
    ids=["nothing", "mark", "two", "latin-1", "fold", "empty", "zone"],
)
def test_a_defect_of_the_whole_is_told_too(data: bytes, message: str) -> None:
    assert any(found.startswith(message) for found in lint(data))


def test_a_defect_that_many_lines_share_is_told_once() -> None:
    assert lint(feed().replace(b"\r\n", b"\n")) == (f"line 1: {NO_CRLF}; 45 more",)


@given(st.binary())
def test_no_bytes_are_too_odd_to_be_looked_at(data: bytes) -> None:
    assert lint(data) != ()


@given(st.data())
def test_no_damage_to_a_good_feed_is_too_odd_to_be_looked_at(data: st.DataObject) -> None:
    good = feed()
    start, end = sorted(data.draw(st.tuples(*2 * [st.integers(0, len(good))])))

    assert isinstance(lint(good[:start] + data.draw(st.binary(max_size=9)) + good[end:]), tuple)


@pytest.mark.slow
@pytest.mark.parametrize("kind", feeds(feed()))
def test_a_megabyte_of_one_thing_is_looked_at(kind: str) -> None:
    found = lint(feeds(feed())[kind])

    assert found
    assert len("\n".join(found)) < 30_000


def test_the_last_look_does_not_trust_the_writer() -> None:
    code = "import sys, workout_core.testing.calendar.lint; print('icalendar' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout == "False\n"
