"""The content lines of a feed and the components they make (RFC 5545 3.1, 3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from workout_core.testing.calendar.value_types import DEFAULT_TYPES, LISTS, TYPES

Finding: TypeAlias = tuple[int, str]

# possessive, so that a line that does not match costs no more than one that does
_PARAMETER = r';([A-Za-z0-9-]++)=((?:"[^"]*+"|[^";:])*+)'
_LINE = re.compile(r'([A-Za-z0-9-]++)((?:;[A-Za-z0-9-]++=(?:"[^"]*+"|[^";:])*+)*+):(.*+)')

_PARENTS = {
    "VCALENDAR": ("",),
    "VEVENT": ("VCALENDAR",),
    "VTIMEZONE": ("VCALENDAR",),
    "STANDARD": ("VTIMEZONE",),
    "DAYLIGHT": ("VTIMEZONE",),
    "VALARM": ("VEVENT", "VTODO"),
}
_DEEPEST = 4  # components inside each other


class Property(NamedTuple):
    """A content line, unfolded; one without a name could not be read, and its value is the whole line."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def type(self) -> str:
        """The value type: what VALUE says, or else the default of the property."""
        return self.parameters.get("VALUE", DEFAULT_TYPES.get(self.name, "")).upper()

    @property
    def kind(self) -> str:
        """The value type of a date or time, and whether it is floating (RFC 5545 3.3.5)."""
        return f"floating {self.type}" if self.type == "DATE-TIME" and not any(self.zone) else self.type

    @property
    def zone(self) -> tuple[str, str]:
        """What the time of the value is relative to: ``Z`` or nothing, and the TZID."""
        return self.value[15:], self.parameters.get("TZID", "")

    @property
    def is_right(self) -> bool:
        """Whether the value is one of its type, as far as this module knows the type."""
        if self.type not in TYPES:
            return True
        values = self.value.split(",") if self.name in LISTS else [self.value]
        return all(map(TYPES[self.type].accepts, values))


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


def unfold(lines: list[bytes]) -> Iterator[tuple[int, list[bytes]]]:
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


def parse(line: int, data: bytes) -> Property:
    """Take a content line apart."""
    text = data.decode("utf-8", "replace")
    match = _LINE.fullmatch(text)
    if match is None:
        return Property(line, "", {}, text)
    name, parameters, value = match.groups()
    found = re.findall(_PARAMETER, parameters) if parameters else ()
    return Property(line, name.upper(), {key.upper(): word.strip('"') for key, word in found}, value)


def nest(properties: list[Property]) -> tuple[list[Component], list[Finding]]:
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
    if not open_now:
        yield found.line, f"END:{name} ends nothing (BEGIN:{name} before it)"
    elif open_now[-1].name != name:
        yield found.line, f"END:{name} stands inside {open_now[-1].name} (END:{open_now[-1].name} before it)"
    if name in [component.name for component in open_now[-_DEEPEST:]]:
        while open_now.pop().name != name:
            pass
