"""The events of a calendar as content lines: what others wrote in them is kept to the letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, field, frozen

from workout_core.formats.content_lines import fold_content_line
from workout_core.testing.calendar.content_lines import Property, parse, unfold

_ESCAPED: Final = re.compile(r"\\([nN,;\\])")
_TELLING: Final = ("VALUE", "TZID")
"""The parameters that change what a value means."""
_BEGIN: Final = "BEGIN"
_END: Final = "END"
EVENT: Final = "VEVENT"


@frozen
class Lines:
    """A component: the lines that are its own, and the components in it.

    Attributes:
        name: ``VEVENT``, ``VALARM``; empty for what holds a whole file.
        own: unfolded lines, in order.
        inside: the components in it, in order.
    """

    name: str
    own: tuple[bytes, ...] = ()
    inside: tuple[Lines, ...] = ()
    properties: tuple[Property, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "properties", tuple(parse(0, line) for line in self.own))

    def value(self, name: str) -> str:
        """Return the value of the first property called *name*, as it is written; else nothing."""
        return next((each.value for each in self.properties if each.name == name), "")

    def components(self, name: str) -> Iterator[Lines]:
        """Yield the components called *name* in it, however deep."""
        for each in self.inside:
            if each.name == name:
                yield each
            yield from each.components(name)

    def lines(self, names: Iterable[str]) -> Iterator[bytes]:
        """Yield its own lines of properties called one of *names*."""
        wanted = frozenset(names)
        return (line for line, each in zip(self.own, self.properties, strict=True) if each.name in wanted)

    def without(self, names: Iterable[str]) -> Lines:
        """Return it without its properties called one of *names*."""
        unwanted = frozenset(names)
        pairs = zip(self.own, self.properties, strict=True)
        return evolve(self, own=tuple(line for line, each in pairs if each.name not in unwanted))

    def says(self, names: Iterable[str]) -> frozenset[tuple[str, ...]]:
        """Return what its properties called one of *names* mean, whoever wrote them, in whatever order."""
        wanted = frozenset(names)
        return frozenset(map(_meaning, (each for each in self.properties if each.name in wanted)))

    def written(self) -> bytes:
        """Return its bytes, folded."""
        content = b"".join(
            (
                *(fold_content_line(each) + b"\r\n" for each in self.own),
                *(each.written() for each in self.inside),
            )
        )
        if not self.name:
            return content
        name = self.name.encode()
        return b"BEGIN:%b\r\n%bEND:%b\r\n" % (name, content, name)


def read_lines(data: bytes) -> Lines:
    """Read a calendar, however well it is formed: what has no END ends where the calendar does."""
    open_now: list[tuple[str, list[bytes], list[Lines]]] = [("", [], [])]
    for _, pieces in unfold(data.splitlines()):
        line = b"".join(pieces)
        found = parse(0, line)
        if found.name == _BEGIN:
            open_now.append((found.value.upper(), [], []))
        elif found.name == _END:
            _close(open_now)
        elif line:
            open_now[-1][1].append(line)
    while len(open_now) > 1:
        _close(open_now)
    _, own, inside = open_now[0]
    return Lines("", tuple(own), tuple(inside))


def _close(open_now: list[tuple[str, list[bytes], list[Lines]]]) -> None:
    if len(open_now) > 1:
        name, own, inside = open_now.pop()
        open_now[-1][2].append(Lines(name, tuple(own), tuple(inside)))


def line_of(name: str, value: str) -> bytes:
    """Return a line of a property without parameters."""
    return f"{name}:{value}".encode()


def _meaning(found: Property) -> tuple[str, ...]:
    telling = (found.parameters.get(name, "") for name in _TELLING)
    return (found.name, *telling, text_of(found.value))


def text_of(value: str) -> str:
    """Return a value as people read it: unescaped (RFC 5545 3.3.11), and without blanks at the end."""
    said = _ESCAPED.sub(lambda each: "\n" if each[1] in "nN" else each[1], value)
    return unicodedata.normalize("NFC", said).rstrip()
