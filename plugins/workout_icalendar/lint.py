"""A last look at the bytes of a feed before they are published (RFC 5545, RFC 7986)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import NamedTuple, TypeAlias

Finding: TypeAlias = tuple[int, str]

_LONGEST = 75  # octets, RFC 5545 3.1
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# possessive, so that a line that does not match costs no more than one that does
_PARAMETER = r';([A-Za-z0-9-]++)=((?:"[^"]*+"|[^";:])*+)'
_LINE = re.compile(r'([A-Za-z0-9-]++)((?:;[A-Za-z0-9-]++=(?:"[^"]*+"|[^";:])*+)*+):(.*+)')
# the last three are no control characters, but readers that split lines the Unicode way break there
_UNWELCOME = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029]")
_MOMENT = re.compile(r"\d{8}T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?")
_DURATION = re.compile(r"[+-]?P(?:\d+W|(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")


class Property(NamedTuple):
    """A content line, unfolded; one without a name could not be read, and its value is the whole line."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def type(self) -> str:
        """The value type: what VALUE says, or else the default of the property."""
        return self.parameters.get("VALUE", _DEFAULT_TYPES.get(self.name, "")).upper()

    @property
    def zone(self) -> tuple[str, str]:
        """What the time of the value is relative to: ``Z`` or nothing, and the TZID."""
        return self.value[15:], self.parameters.get("TZID", "")

    @property
    def is_right(self) -> bool:
        """Whether the value is one of its type, as far as this module knows the type."""
        return self.type not in _TYPES or _TYPES[self.type][0](self.value)


class Component(NamedTuple):
    """What stands between a BEGIN and its END."""

    line: int
    name: str
    properties: list[Property]
    inside: list[str]

    def first(self, name: str) -> Property | None:
        """Return the first property of that name."""
        return next((found for found in self.properties if found.name == name), None)

    def value(self, name: str) -> str:
        """Return the value of the first property of that name, empty when there is none."""
        found = self.first(name)
        return found.value if found else ""


def _is_date(value: str) -> bool:
    """Accept the days of the calendar (RFC 5545 3.3.4)."""
    try:
        datetime.strptime(value + "Z", "%Y%m%d%z")
    except ValueError:
        return False
    return len(value) == len("20260105")


def _is_moment(value: str) -> bool:
    """Accept local and UTC times (RFC 5545 3.3.5), leap seconds too."""
    return _MOMENT.fullmatch(value) is not None and _is_date(value[:8])


def _is_base64(value: str) -> bool:
    try:
        b64decode(value, validate=True)
    except ValueError:
        return False
    return True


def _each(accepts: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda values: all(map(accepts, values.split(",")))


def _like(pattern: str | re.Pattern[str]) -> Callable[[str], bool]:
    matches = re.compile(pattern).fullmatch
    return lambda value: matches(value) is not None


_TYPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "BINARY": (_is_base64, "base64 (DhAAAA==)"),
    "DATE": (_each(_is_date), "a date (20260105)"),
    "DATE-TIME": (_each(_is_moment), "a date and time (20260105T063000; a date alone needs VALUE=DATE)"),
    "DURATION": (_like(_DURATION), "a duration (PT45M)"),
    "INTEGER": (_like(r"[+-]?\d+"), "a whole number (0)"),
    "RECUR": (_like("(?:.+;)?FREQ=[A-Z]+(?:;.+)?"), "a recurrence (FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU)"),
    "TEXT": (_like(r"(?:[^\\,;]|\\[\\,;nN])*+"), r"escaped text (\, and \; and \\ and \n)"),
    "TEXTS": (_like(r"(?:[^\\;]|\\[\\,;nN])*+"), r"a list of escaped texts (\; and \\ and \n)"),
    "URI": (_like(r"[A-Za-z][A-Za-z0-9+.-]*+:\S++"), "a URI (https://example.org/)"),
    "UTC-OFFSET": (_like(r"[+-]\d{4}(?:\d\d)?"), "an offset from UTC (+0100)"),
    "COLOR": (_like("[A-Za-z]+"), "the CSS name of a colour (tomato)"),
    "ACTION": (_like("AUDIO|DISPLAY|EMAIL"), "an action (AUDIO, DISPLAY or EMAIL)"),
    "STATUS": (_like("TENTATIVE|CONFIRMED|CANCELLED"), "a status (TENTATIVE, CONFIRMED or CANCELLED)"),
    "TRANSP": (_like("OPAQUE|TRANSPARENT"), "a transparency (OPAQUE or TRANSPARENT)"),
    "VERSION": (_like(r"2\.0"), "the version of the format (2.0)"),
}

_DEFAULT_TYPES = {
    name: kind
    for kind, names in {
        "DATE-TIME": "CREATED DTEND DTSTAMP DTSTART EXDATE LAST-MODIFIED RDATE RECURRENCE-ID",
        "DURATION": "DURATION REFRESH-INTERVAL TRIGGER X-PUBLISHED-TTL",
        "INTEGER": "PRIORITY REPEAT SEQUENCE",
        "RECUR": "RRULE",
        "TEXT": "COMMENT CONTACT DESCRIPTION LOCATION NAME PRODID SUMMARY TZID TZNAME UID "
        "X-WR-CALDESC X-WR-CALNAME",
        "TEXTS": "CATEGORIES RESOURCES",
        "URI": "ATTACH CONFERENCE IMAGE SOURCE TZURL URL",
        "UTC-OFFSET": "TZOFFSETFROM TZOFFSETTO",
        **{name: name for name in ("ACTION", "COLOR", "STATUS", "TRANSP", "VERSION")},
    }.items()
    for name in names.split()
}

# RFC 7986 5.7, 5.8, 5.10 and 5.11 give these no default type
_VALUE_NEEDED = {"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI", "IMAGE": "URI", "CONFERENCE": "URI"}
_UTC_NEEDED = frozenset({"CREATED", "DTSTAMP", "LAST-MODIFIED"})

_PARENTS = {
    "VCALENDAR": ("",),
    "VEVENT": ("VCALENDAR",),
    "VTIMEZONE": ("VCALENDAR",),
    "STANDARD": ("VTIMEZONE",),
    "DAYLIGHT": ("VTIMEZONE",),
    "VALARM": ("VEVENT", "VTODO"),
}
_REQUIRED = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "VALARM": ("ACTION", "TRIGGER"),
}
_ONCE = frozenset(
    "ACTION CALSCALE CLASS COLOR CREATED DESCRIPTION DTEND DTSTAMP DTSTART DURATION GEO LAST-MODIFIED LOCATION "
    "METHOD NAME ORGANIZER PRIORITY PRODID RECURRENCE-ID REFRESH-INTERVAL REPEAT SEQUENCE SOURCE STATUS SUMMARY "
    "TRANSP TRIGGER TZID TZOFFSETFROM TZOFFSETTO UID URL VERSION X-PUBLISHED-TTL X-WR-CALNAME".split()
)


def lint(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with a feed, ``line 12: what is wrong (what would be right)``; nothing when clean.

    A defect that many lines share is told once, with the first of them.
    """
    lines = data.removeprefix(_BYTE_ORDER_MARK).splitlines(keepends=True)
    folded = list(_unfold(lines))
    properties = [_parse(number, b"".join(pieces)) for number, pieces in folded]
    components, misplaced = _nest(properties)
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


def _unfold(lines: list[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the pieces of every content line with the number of its first (RFC 5545 3.1)."""
    start, pieces = 0, [b""]
    for number, line in enumerate(lines, 1):
        bare = line.rstrip(b"\r\n")
        if bare[:1] in (b" ", b"\t") and start:
            pieces.append(bare[1:])
            continue
        if start:
            yield start, pieces
        start, pieces = number, [bare]
    if start:
        yield start, pieces


def _parse(line: int, data: bytes) -> Property:
    text = data.decode("utf-8", "replace")
    match = _LINE.fullmatch(text)
    if match is None:
        return Property(line, "", {}, text)
    name, parameters, value = match.groups()
    found = re.findall(_PARAMETER, parameters) if parameters else ()
    return Property(line, name.upper(), {key.upper(): word.strip('"') for key, word in found}, value)


def _nest(properties: list[Property]) -> tuple[list[Component], list[Finding]]:
    """Return the components in the order of the file, and what stands where it may not (RFC 5545 3.6)."""
    components: list[Component] = []
    misplaced: list[Finding] = []
    open_now: list[Component] = []
    for found in properties:
        if found.name == "BEGIN":
            misplaced += _begin(found, open_now)
            components.append(open_now[-1])
        elif found.name == "END":
            misplaced += _end(found, open_now)
        elif open_now:
            open_now[-1].properties.append(found)
        elif found.name:
            misplaced.append((found.line, f"{found.name} stands outside of VCALENDAR"))
    misplaced += [(left.line, f"{left.name} has no END (END:{left.name})") for left in open_now]
    return components, misplaced


def _begin(found: Property, open_now: list[Component]) -> Iterator[Finding]:
    name, parent = found.value.upper(), open_now[-1].name if open_now else ""
    parents = _PARENTS.get(name, (parent,))
    if parent not in parents:
        right = f"inside {' or '.join(parents)}" if parents != ("",) else "on its own"
        yield found.line, f"{name} stands {f'inside {parent}' if parent else 'on its own'} ({right})"
    if open_now:
        open_now[-1].inside.append(name)
    open_now.append(Component(found.line, name, [], []))


def _end(found: Property, open_now: list[Component]) -> Iterator[Finding]:
    name = found.value.upper()
    right = f"END:{open_now[-1].name}" if open_now else "BEGIN before END"
    if not open_now or open_now[-1].name != name:
        yield found.line, f"END:{name} closes what is not open ({right})"
    if name in [component.name for component in open_now]:
        while open_now.pop().name != name:
            pass


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
    if not whole.isascii() and any(0x80 <= piece[0] < 0xC0 for piece in pieces if piece):
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
        yield f"{name} {value[:40]!r} is not {_TYPES[found.type][1]}"
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
    seen: set[tuple[str, str]] = set()
    for found in component.properties:
        key = found.name, found.parameters.get("LANGUAGE", "")
        if found.name in _ONCE and key in seen:
            yield found.line, f"{found.name} stands twice in one {component.name} (once)"
        seen.add(key)


def _check_span(event: Component) -> Iterator[Finding]:
    """Compare an event's start and end (RFC 5545 3.6.1, 3.8.2.2)."""
    start, end, duration = event.first("DTSTART"), event.first("DTEND"), event.first("DURATION")
    if end and duration:
        yield duration.line, "the event has both DTEND and DURATION (one of the two)"
    if not (start and end and start.is_right and end.is_right):
        return
    if start.type != end.type:
        yield end.line, f"DTEND is a {end.type} where DTSTART is a {start.type} (two of a kind)"
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
    """Find the zones nobody explains; a leading slash marks those that need no VTIMEZONE (RFC 5545 3.2.19)."""
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
