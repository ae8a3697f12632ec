"""The text of a GPX file → its tracks and routes, by expat; what else is in it is passed over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field, frozen

from workout_core.documents.gpx_text import gpx_text, no_gpx
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, pgettext

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

DEEPEST: Final = 100
MOST_NAMESPACES: Final = 100
"""In force at one place; some devices declare one at every point."""
LONGEST_NAMESPACE: Final = 500
"""Letters: Python makes a text of the whole namespace for every element in it."""
MOST_POINTS: Final = 500_000
"""Five days, a point a second."""
PIECE: Final = 2**20
"""Letters given to expat at once.

After a refusal it reads to the end of the piece. Before version 2.6 it begins a long token anew at each.
"""
ROOT: Final = "gpx"
INSIDE: Final = {
    "gpx": ("trk", "rte", "wpt"),
    "trk": ("name", "trkseg"),
    "trkseg": ("trkpt",),
    "trkpt": ("ele", "time"),
    "rte": ("name", "rtept"),
    "rtept": ("ele", "time"),
}
"""The elements that are read, by the one they belong in."""
TEXTS: Final = frozenset({"ele", "time", "name"})
NAMESPACES: Final = ("http://www.topografix.com/GPX/1/1}", "http://www.topografix.com/GPX/1/0}", "")
"""As expat puts them before a name."""


class Point(NamedTuple):
    """A point: degrees, metres above the sea if they are known, the time as it is written, and its line."""

    latitude: float
    longitude: float
    elevation: float | None
    time: str
    line: int


@frozen
class Way:
    """A track, its segments joined, or a route."""

    name: str
    points: tuple[Point, ...]


@define
class Ways:
    """What is in a file: the tracks and the routes of two points or more, and how many waypoints."""

    tracks: list[Way] = field(factory=list)
    routes: list[Way] = field(factory=list)
    waypoints: int = 0


def read_gpx(data: bytes, name: str) -> Ways:
    """Read the bytes of a GPX file called *name*: GPX 1.0 or 1.1, also without a namespace.

    Raises:
        InvalidWorkout: it is no GPX, or damaged, or made to keep its reader busy; says where.
    """
    return _GpxReader(name).read(gpx_text(data, name))


class _GpxReader:
    """What is done where an element begins and where it ends."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ways = Ways()
        self.open: list[str] = []
        """The elements around; nothing for one that is passed over."""
        self.inside: dict[str, dict[str, str]] = {}
        """INSIDE, by the names that expat gives."""
        self.namespaces = 0
        self.count = 0
        self.letters: list[str] = []
        self.texts: dict[str, str] = {}
        """The first of each name, of the way and of the point."""
        self.place = 0.0, 0.0
        self.line = 0
        self.elevation: float | None = None
        self.points: list[Point] = []
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {
            **dict.fromkeys(TEXTS, self._begin_text),
            "trkpt": self._begin_point,
            "rtept": self._begin_point,
            "wpt": self._begin_waypoint,
        }
        self.ends: dict[str, Callable[[], None]] = {
            **{tag: partial(self._end_text, tag) for tag in TEXTS},
            "trkpt": self._end_point,
            "rtept": self._end_point,
            "trk": partial(self._end_way, self.ways.tracks),
            "rte": partial(self._end_way, self.ways.routes),
        }

    def read(self, text: str) -> Ways:
        """Read the whole *text*."""
        from xml.parsers import expat  # noqa: PLC0415 - only who races on a course pays

        self.parser = self._watched(expat.ParserCreate(namespace_separator="}"))
        try:
            for start in range(0, len(text), PIECE):
                self.parser.Parse(text[start : start + PIECE], False)  # noqa: FBT003 - it has no keywords
            self.parser.Parse("", True)  # noqa: FBT003 - the same
        except expat.ExpatError as error:
            raise self._damaged(expat.ErrorString(error.code)) from None
        return self.ways

    def _watched(self, parser: XMLParserType) -> XMLParserType:
        parser.buffer_text = True
        parser.StartElementHandler = self._begin_root
        parser.EndElementHandler = self._end
        parser.StartNamespaceDeclHandler = self._begin_namespace
        parser.EndNamespaceDeclHandler = self._end_namespace
        return parser

    def _refused(self, reason: str) -> InvalidWorkout:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return InvalidWorkout(f"{self.name}:{line}:{column} {reason}")

    def _damaged(self, reason: str) -> InvalidWorkout:
        return self._refused(gettext("is not a whole GPX file: {reason} (export it anew)", reason=reason))

    def _begin_namespace(self, _: str | None, name: str | None) -> None:
        self.namespaces += 1
        if self.namespaces > MOST_NAMESPACES:
            told = gettext("declares more than {most} name spaces (export it anew)", most=MOST_NAMESPACES)
            raise self._refused(told)
        if name and len(name) > LONGEST_NAMESPACE:
            told = gettext("declares a name space of {count} letters (export it anew)", count=len(name))
            raise self._refused(told)

    def _end_namespace(self, _: str | None) -> None:
        self.namespaces -= 1

    def _begin_root(self, name: str, _: dict[str, str]) -> None:
        namespace = name.removesuffix(ROOT)
        if namespace == name or namespace[-1:] not in ("}", ""):
            raise no_gpx(self.name)
        # Exporters spell the namespace in many ways; that of the root is GPX's.
        spaces = {*NAMESPACES, namespace}
        self.inside = {
            outer: {f"{space}{tag}": tag for tag in INSIDE.get(outer, ()) for space in spaces}
            for outer in ("", *INSIDE, *chain(*INSIDE.values()))
        }
        self.open.append(ROOT)
        self.parser.StartElementHandler = self._begin

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) == DEEPEST:
            raise self._refused(gettext("is nested more than {most} deep (export it anew)", most=DEEPEST))
        outer = self.open[-1]
        tag = self.inside[outer].get(name, "")
        self.open.append(tag)
        begin = self.starts.get(tag)
        if begin:
            begin(attributes)
        elif outer in TEXTS:
            # What stands before the first element in it is the text, as for ElementTree.
            self.parser.CharacterDataHandler = None

    def _begin_text(self, _: dict[str, str]) -> None:
        self.parser.CharacterDataHandler = self.letters.append

    def _begin_waypoint(self, _: dict[str, str]) -> None:
        self.ways.waypoints += 1

    def _begin_point(self, attributes: dict[str, str]) -> None:
        try:
            latitude, longitude = float(attributes["lat"]), float(attributes["lon"])
        except (KeyError, ValueError):
            raise self._nowhere(attributes) from None
        if not (abs(latitude) <= 90 and abs(longitude) <= 360):  # noqa: PLR2004 - degrees
            place = f"{latitude}, {longitude}"
            raise self._refused(gettext("has a point that is not on Earth: {place}", place=place))
        self.count += 1
        if self.count > MOST_POINTS:
            most = f"{MOST_POINTS:,}".replace(",", pgettext("between the thousands of a number", ","))
            raise self._refused(gettext("has more than {most} points, which no course has", most=most))
        self.place = latitude, longitude
        self.line = self.parser.CurrentLineNumber
        self.elevation = None

    def _nowhere(self, attributes: dict[str, str]) -> InvalidWorkout:
        missing = [name for name in ("lat", "lon") if name not in attributes]
        if missing:
            return self._damaged(gettext("a point without {name}", name=repr(missing[0])))
        where = f"{shown(attributes['lat'])}, {shown(attributes['lon'])}"
        return self._damaged(gettext("a point at {place}, which are not numbers", place=where))

    def _end(self, _: str) -> None:
        end = self.ends.get(self.open.pop())
        if end:
            end()

    def _end_text(self, tag: str) -> None:
        self.parser.CharacterDataHandler = None
        text = "".join(self.letters)
        self.letters.clear()
        if tag not in self.texts:
            self.texts[tag] = text
            if tag == "ele" and text:
                self.elevation = self._height(text)

    def _height(self, text: str) -> float | None:
        try:
            height = float(text)
        except ValueError:
            raise self._damaged(gettext("the height {text} is not a number", text=shown(text))) from None
        return height if isfinite(height) else None

    def _end_point(self) -> None:
        latitude, longitude = self.place
        self.points.append(Point(latitude, longitude, self.elevation, self.texts.pop("time", ""), self.line))
        self.texts.pop("ele", "")

    def _end_way(self, ways: list[Way]) -> None:
        way = Way(self.texts.pop("name", ""), tuple(self.points))
        self.points.clear()
        if len(way.points) > 1:
            ways.append(way)
