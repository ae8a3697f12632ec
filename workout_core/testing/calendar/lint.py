"""A last look at the bytes of a feed before they are published (RFC 5545, RFC 7986)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from workout_core.testing.calendar.content_lines import Component, Finding, Property, nest, parse, unfold
from workout_core.testing.calendar.value_types import TYPES

_LONGEST = 75  # octets, RFC 5545 3.1
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CONTINUATION = range(0x80, 0xC0)  # an octet of UTF-8 that begins no character
# the last three are no control characters, but readers that split lines the Unicode way break there
_UNWELCOME = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029]")

# RFC 7986 5.7, 5.8, 5.10 and 5.11 give these no default type
_VALUE_NEEDED = {"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI", "IMAGE": "URI", "CONFERENCE": "URI"}
_UTC_NEEDED = frozenset({"CREATED", "DTSTAMP", "LAST-MODIFIED"})

_REQUIRED = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "VALARM": ("ACTION", "TRIGGER"),
}
_ONCE_IN = {
    "VCALENDAR": "CALSCALE COLOR DESCRIPTION METHOD NAME PRODID REFRESH-INTERVAL SOURCE UID URL VERSION "
    "X-PUBLISHED-TTL X-WR-CALDESC X-WR-CALNAME X-WR-TIMEZONE",
    "VEVENT": "CLASS COLOR CREATED DESCRIPTION DTEND DTSTAMP DTSTART DURATION GEO LAST-MODIFIED LOCATION "
    "ORGANIZER PRIORITY RECURRENCE-ID SEQUENCE STATUS SUMMARY TRANSP UID URL",
    "VTIMEZONE": "LAST-MODIFIED TZID TZURL",
    "STANDARD": "DTSTART TZOFFSETFROM TZOFFSETTO",
    "DAYLIGHT": "DTSTART TZOFFSETFROM TZOFFSETTO",
    "VALARM": "ACTION DESCRIPTION DURATION REPEAT SUMMARY TRIGGER UID",
}
_ONCE = {component: frozenset(names.split()) for component, names in _ONCE_IN.items()}


def lint(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with a feed, ``line 12: what is wrong (what would be right)``; nothing when clean.

    A defect that many lines share is told once, with the first of them.
    """
    lines = data.removeprefix(_BYTE_ORDER_MARK).splitlines(keepends=True)
    folded = list(unfold(lines))
    properties = [parse(number, b"".join(pieces)) for number, pieces in folded]
    components, misplaced = nest(properties)
    findings = chain(
        _check_lines(data, lines),
        chain.from_iterable(_check_characters(number, pieces) for number, pieces in folded),
        chain.from_iterable(map(_check_property, properties)),
        misplaced,
        chain.from_iterable(map(_check_component, components)),
        _check_calendars(components),
        _check_zones(properties, components),
        _check_identity(components),
    )
    return tuple(_tell(findings))


def _tell(findings: Iterable[Finding]) -> Iterator[str]:
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for line, message in sorted(findings):
        lines[message].append(line)
    for message, (first, *others) in lines.items():
        yield f"line {first}: {message}" + (f"; {len(others)} more" if others else "")


def _check_lines(data: bytes, lines: list[bytes]) -> Iterator[Finding]:
    """Look at the lines as they are in the file (RFC 5545 3.1)."""
    if data.startswith(_BYTE_ORDER_MARK):
        yield 1, "the file begins with a byte order mark (BEGIN:VCALENDAR)"
    for number, line in enumerate(lines, 1):
        if not line.endswith(b"\r\n"):
            yield number, "the line does not end with CRLF (carriage return and line feed)"
        if len(line) > _LONGEST and len(line.rstrip(b"\r\n")) > _LONGEST:
            yield number, f"the line is longer than {_LONGEST} octets (folded lines)"


def _check_characters(number: int, pieces: list[bytes]) -> Iterator[Finding]:
    """Look at the characters of a content line, and at whether a fold splits one (RFC 5545 3.1, 3.1.4)."""
    whole = b"".join(pieces)
    try:
        text = whole.decode()
    except UnicodeDecodeError as error:
        yield number, f"octet {whole[error.start]:#04x} is not UTF-8 (the encoding of every feed)"
        return
    if not whole.isascii() and any(piece[0] in _CONTINUATION for piece in pieces if piece):
        yield number, "a fold splits a character (folds between characters)"
    for character in sorted(set(_UNWELCOME.findall(text))):
        yield number, f"U+{ord(character):04X} stands in the line (text without control characters)"


def _check_property(found: Property) -> Iterator[Finding]:
    """Look at a property by itself: its value, and the parameters that go with it."""
    for message in _faults(found):
        yield found.line, message


def _faults(found: Property) -> Iterator[str]:
    name, value, parameters = found.name, found.value, found.parameters
    if not name:
        yield f"{value[:40]!r} is not a property (NAME:value; a folded line goes on after a space)"
    if not found.is_right:
        yield f"{name} {value[:40]!r} is not {TYPES[found.type].title}"
    if name in _VALUE_NEEDED and "VALUE" not in parameters:
        yield f"{name} does not say its type ({name};VALUE={_VALUE_NEEDED[name]})"
    if found.type == "BINARY" and parameters.get("ENCODING", "").upper() != "BASE64":
        yield f"{name} is inline without its encoding ({name};ENCODING=BASE64;VALUE=BINARY)"
    if name in _UTC_NEEDED and not value.endswith("Z"):
        yield f"{name} {value[:40]!r} is not in UTC (20260105T063000Z)"
    if "TZID" in parameters and value.endswith("Z"):
        yield f"{name} is in UTC and has a TZID (one of the two)"


def _check_component(component: Component) -> Iterator[Finding]:
    required = _REQUIRED.get(component.name, ())
    for name in required:
        if component.first(name) is None:
            yield component.line, f"{component.name} without {name} (it needs {', '.join(required)})"
    yield from _check_repetition(component)
    if component.name == "VEVENT":
        yield from _check_span(component)
    if component.value("ACTION") == "DISPLAY" and component.first("DESCRIPTION") is None:
        yield component.line, "VALARM displays nothing (it needs DESCRIPTION)"
    if component.name == "VTIMEZONE" and not component.inside:
        yield component.line, "VTIMEZONE is empty (it needs STANDARD or DAYLIGHT)"


def _check_repetition(component: Component) -> Iterator[Finding]:
    """Find what may stand once only, or once in each language (RFC 5545 3.6, RFC 7986 5.1)."""
    once = _ONCE.get(component.name, frozenset())
    seen: set[tuple[str, str]] = set()
    for found in component.properties:
        key = found.name, found.parameters.get("LANGUAGE", "")
        if found.name in once and key in seen:
            yield found.line, f"{found.name} stands twice in one {component.name} (once)"
        seen.add(key)


def _check_span(event: Component) -> Iterator[Finding]:
    """Compare an event's start and end (RFC 5545 3.6.1, 3.8.2.2)."""
    start, end, duration = event.first("DTSTART"), event.first("DTEND"), event.first("DURATION")
    if not (start and end and start.is_right and end.is_right):
        return
    if duration:
        yield duration.line, "the event has both DTEND and DURATION (one of the two)"
    elif start.kind != end.kind:
        yield end.line, f"DTEND is a {end.kind} where DTSTART is a {start.kind} (two of a kind)"
    elif start.zone == end.zone and end.value <= start.value:
        yield end.line, f"DTEND {end.value!r} is not after DTSTART {start.value!r}"


def _check_calendars(components: list[Component]) -> Iterator[Finding]:
    calendars = [component for component in components if component.name == "VCALENDAR"]
    if not calendars:
        yield 1, "there is no calendar (BEGIN:VCALENDAR)"
    for extra in calendars[1:]:
        yield extra.line, "there is a second calendar (a feed is one)"
    for calendar in calendars:
        if not calendar.inside:
            yield calendar.line, "VCALENDAR is empty (it needs a component)"


def _check_zones(properties: list[Property], components: list[Component]) -> Iterator[Finding]:
    """Find the zones nobody explains; after a slash they need no VTIMEZONE (RFC 5545 3.2.19)."""
    known = {component.value("TZID") for component in components if component.name == "VTIMEZONE"}
    for found in properties:
        zone = found.parameters.get("TZID", "/")
        if zone not in known and not zone.startswith("/"):
            yield found.line, f"TZID {zone!r} is not explained (a VTIMEZONE with that TZID)"


def _check_identity(components: list[Component]) -> Iterator[Finding]:
    """Find what readers would take for one and the same event or zone."""
    lines: dict[tuple[str, ...], int] = {}
    names = {"VEVENT": "UID", "VTIMEZONE": "TZID"}
    for component in components:
        identity = component.value(names.get(component.name, ""))
        key = component.name, identity, component.value("RECURRENCE-ID")
        if identity and lines.setdefault(key, component.line) != component.line:
            name = names[component.name]
            yield component.line, f"{name} {identity!r} is that of line {lines[key]} too (one of its own)"
