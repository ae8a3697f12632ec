"""Twenty-six feeds with one defect each, and one without."""

from __future__ import annotations

from pathlib import Path

import pytest

from workout_core.testing.calendar.lint import lint

FIXTURES = Path(__file__).parents[2] / "fixtures" / "icalendar"

DEFECTS = {
    "alarm_no_action": "line 59: VALARM without ACTION (it needs ACTION, TRIGGER)",
    "attach_bin_no_encoding": "line 50: ATTACH is inline without its encoding "
    "(ATTACH;ENCODING=BASE64;VALUE=BINARY)",
    "bad_date": "line 33: DTSTART '20261305' is not a date (20260105)",
    "bad_duration": "line 46: DURATION '55M' is not a duration (PT45M); 35 more",
    "bad_status": "line 41: STATUS 'FOO' is not a status (CONFIRMED, TENTATIVE, CANCELLED)",
    "bare_lf": "line 1: the line does not end with CRLF (carriage return and line feed); 2154 more",
    "bom": "line 1: the file begins with a byte order mark (BEGIN:VCALENDAR)",
    "control_char": "line 32: U+0007 stands in the line (text without control characters)",
    "dtend_and_duration": "line 46: the event has both DTEND and DURATION (one of the two); 35 more",
    "dtend_before_start": "line 69: DTEND '20260107T050000' is not after DTSTART '20260107T063000'",
    "dup_uid": "line 66: UID 'w0002@example.org' is that of line 43 too (one of its own)",
    "latin1": "line 54: octet 0x97 is not UTF-8 (the encoding of every feed); 89 more",
    "mixed_date_datetime": "line 34: DTEND is a DATE-TIME where DTSTART is a DATE (two of a kind)",
    "no_dtstamp": "line 43: VEVENT without DTSTAMP (it needs UID, DTSTAMP, DTSTART)",
    "no_dtstart": "line 43: VEVENT without DTSTART (it needs UID, DTSTAMP, DTSTART)",
    "no_prodid": "line 1: VCALENDAR without PRODID (it needs VERSION, PRODID)",
    "no_uid": "line 43: VEVENT without UID (it needs UID, DTSTAMP, DTSTART)",
    "no_version": "line 1: VCALENDAR without VERSION (it needs VERSION, PRODID)",
    "no_vtimezone": "line 29: TZID 'Europe/Berlin' is not explained (a VTIMEZONE with that TZID); 107 more",
    "raw_newline": "line 33: 'day' is not a property (NAME:value; a folded line goes on after a space)",
    "refresh_no_value": "line 9: REFRESH-INTERVAL does not say its type (REFRESH-INTERVAL;VALUE=DURATION)",
    "split_utf8": "line 54: a fold splits a character (folds between characters)",
    "two_dtstart": "line 46: DTSTART stands twice in one VEVENT (once)",
    "unclosed": "line 2154: END:VCALENDAR stands inside VEVENT (END:VEVENT before it)",
    "unescaped_comma": "line 44: SUMMARY 'Progressive run 10 km, wk 1' is not escaped text "
    r"(\, and \; and \\ and \n); 1 more",
    "unfolded_long": "line 50: the line is longer than 75 octets (folded lines); 161 more",
}


@pytest.mark.parametrize(("name", "message"), DEFECTS.items(), ids=DEFECTS)
def test_the_one_defect_of_a_feed_is_the_one_thing_told(name: str, message: str) -> None:
    assert lint((FIXTURES / "bad" / f"{name}.ics").read_bytes()) == (message,)


def test_every_bad_feed_is_expected_to_be_caught() -> None:
    assert {path.stem for path in (FIXTURES / "bad").glob("*.ics")} == set(DEFECTS)


def test_the_best_profile_is_clean() -> None:
    assert lint((FIXTURES / "synthetic" / "best_profile_108_events.ics").read_bytes()) == ()
