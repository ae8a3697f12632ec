"""What the values of a feed may look like, by type (RFC 5545 3.3)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class ValueType(NamedTuple):
    """A value type, or the few words that a property allows.

    Attributes:
        accepts: whether a value is one of this type.
        title: what a value should be, with an example.
    """

    accepts: Callable[[str], bool]
    title: str


def _like(pattern: str) -> Callable[[str], bool]:
    matches = re.compile(pattern, re.ASCII).fullmatch
    return lambda value: matches(value) is not None


_is_basic_date = _like(r"\d{8}")
_is_basic_time = _like(r"\d{8}T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?")


def _is_date(value: str) -> bool:
    """Accept the days of the calendar (RFC 5545 3.3.4)."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return _is_basic_date(value)


def _is_moment(value: str) -> bool:
    """Accept local and UTC times (RFC 5545 3.3.5), leap seconds too."""
    return _is_basic_time(value) and _is_date(value[:8])


def _is_base64(value: str) -> bool:
    try:
        b64decode(value, validate=True)
    except ValueError:
        return False
    return True


_MOMENT = "a date and time (20260105T063000; VALUE=DATE for a day)"
_PERIOD = r"[+-]?P(?:\d+W|(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)"
_RECURRENCE = "a recurrence (FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU)"

TYPES = {
    "BINARY": ValueType(_is_base64, "base64 (DhAAAA==)"),
    "DATE": ValueType(_is_date, "a date (20260105)"),
    "DATE-TIME": ValueType(_is_moment, _MOMENT),
    "DURATION": ValueType(_like(_PERIOD), "a duration (PT45M)"),
    "INTEGER": ValueType(_like(r"[+-]?\d+"), "a whole number (0)"),
    "RECUR": ValueType(_like("(?:.+;)?FREQ=[A-Z]+(?:;.+)?"), _RECURRENCE),
    "TEXT": ValueType(_like(r"(?:[^\\,;]|\\[\\,;nN])*+"), r"escaped text (\, and \; and \\ and \n)"),
    "TEXTS": ValueType(_like(r"(?:[^\\;]|\\[\\,;nN])*+"), r"a list of escaped texts (\; and \\ and \n)"),
    "URI": ValueType(_like(r"[A-Za-z][A-Za-z0-9+.-]*+:\S++"), "a URI (https://example.org/)"),
    "UTC-OFFSET": ValueType(_like(r"[+-]\d{4}(?:\d\d)?"), "an offset from UTC (+0100)"),
    "ACTION": ValueType(_like("AUDIO|DISPLAY|EMAIL"), "an action (AUDIO, DISPLAY or EMAIL)"),
    "COLOR": ValueType(_like("[A-Za-z]+"), "the CSS name of a colour (tomato)"),
    "STATUS": ValueType(_like("TENTATIVE|CONFIRMED|CANCELLED"), "a status (CONFIRMED, TENTATIVE, CANCELLED)"),
    "TRANSP": ValueType(_like("OPAQUE|TRANSPARENT"), "a transparency (OPAQUE or TRANSPARENT)"),
    "VERSION": ValueType(_like(r"2\.0"), "the version of the format (2.0)"),
}

_PROPERTIES = {
    "DATE-TIME": "CREATED DTEND DTSTAMP DTSTART EXDATE LAST-MODIFIED RDATE RECURRENCE-ID",
    "DURATION": "DURATION REFRESH-INTERVAL TRIGGER X-PUBLISHED-TTL",
    "INTEGER": "PRIORITY REPEAT SEQUENCE",
    "RECUR": "RRULE",
    "TEXT": "COMMENT DESCRIPTION LOCATION NAME PRODID SUMMARY TZID TZNAME UID X-WR-CALDESC X-WR-CALNAME",
    "TEXTS": "CATEGORIES RESOURCES",
    "URI": "ATTACH CONFERENCE IMAGE SOURCE TZURL URL",
    "UTC-OFFSET": "TZOFFSETFROM TZOFFSETTO",
    "ACTION": "ACTION",
    "COLOR": "COLOR",
    "STATUS": "STATUS",
    "TRANSP": "TRANSP",
    "VERSION": "VERSION",
}

DEFAULT_TYPES = {name: kind for kind, names in _PROPERTIES.items() for name in names.split()}
"""The type a property's value has when no VALUE parameter says otherwise."""

LISTS = frozenset({"EXDATE", "RDATE"})
"""The properties that hold several dates, with commas between."""
