"""A GPX file beside a document → the course of a race."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import beside
from workout_core.documents.source import Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.errors import InvalidWorkout, shown
from workout_core.model.course import Course
from workout_core.science.course import distances

if TYPE_CHECKING:
    from gpxpy.gpx import GPX

Point: TypeAlias = tuple[float, float, float | None]
LARGEST: Final = 20_000_000
DEEPEST: Final = 100
MOST_NAMESPACES: Final = 100
_TAG: Final = re.compile(r"</?[A-Za-z_][^<>]*>")
_ENCODING: Final = re.compile(
    r"(?i)utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-?8859-?[0-9]{1,2}|latin-?1|windows-?125[0-9]|cp125[0-9]"
)
KNOWN: Final = 0.5
"""The share of points that must have a height for the others to be filled in between them."""
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCTYPE: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_course(path: str | os.PathLike[str]) -> Course:
    """Read the longest track, or else route, of a GPX file.

    Returns:
        The course; without heights when the file has none, or hardly any.

    Raises:
        InvalidWorkout: there is no such file, it is no GPX, or it holds no track.
        OSError: the disk would not give it.
    """
    file = Path(path)
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (FileNotFoundError, ValueError):
        raise InvalidWorkout(f"there is no file {shown(str(path))}") from None
    except IsADirectoryError:
        raise InvalidWorkout(f"{str(path)!r} is a folder, not a GPX file") from None
    return course_of(data, file.name)


def course_of(data: bytes, name: str) -> Course:
    """Read a course from the bytes of a GPX file called *name*; raises as :func:`read_course`."""
    if len(data) > LARGEST:
        raise InvalidWorkout(f"{name} is larger than {LARGEST // 1_000_000} MB, which no course is")
    points = _points(_parsed(data, name), name)
    try:
        along = distances([(latitude, longitude) for latitude, longitude, _ in points])
        return Course(along=tuple(along), heights=_heights(along, [point[2] for point in points]), name=name)
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{name}: {error}") from None


def _parsed(data: bytes, name: str) -> GPX:
    import gpxpy  # noqa: PLC0415 - only who races on a course pays
    from gpxpy.gpx import GPXException  # noqa: PLC0415 - the same

    text = _text(data, name)
    if text.count("xmlns:") > MOST_NAMESPACES:
        raise InvalidWorkout(f"{name} declares more than {MOST_NAMESPACES} name spaces (export it anew)")
    if _depth(text) > DEEPEST:
        raise InvalidWorkout(f"{name} is nested more than {DEEPEST} deep (export it anew)")
    if "<gpx" not in text:
        raise InvalidWorkout(f"{name} is not a GPX file (it has no '<gpx>')")
    if _DOCTYPE.search(text):
        raise InvalidWorkout(
            f"{name} declares a document type or entities, which no course does (export it anew)"
        )
    try:
        return gpxpy.parse(_DECLARATION.sub("", text, count=1))
    except (GPXException, ValueError, TypeError) as error:
        reason = " ".join(str(error).split())
        raise InvalidWorkout(
            f"{name} is not a whole GPX file: {shown(reason, 120)} (export it anew)"
        ) from None


def _depth(text: str) -> int:
    """Return how deep the elements of *text* are nested, as far as tags tell."""
    depth = deepest = 0
    for found in _TAG.finditer(text):
        depth += -1 if found[0].startswith("</") else 0 if found[0].endswith("/>") else 1
        deepest = max(deepest, depth)
    return deepest


def _text(data: bytes, name: str) -> str:
    declared = _DECLARED.search(data[:200])
    encoding = declared[1].decode() if declared else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    if not _ENCODING.fullmatch(encoding):
        raise InvalidWorkout(f"{name} is in {shown(encoding)}, which courses are not in (export it anew)")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        raise InvalidWorkout(f"{name} is not a text in {encoding} (export it anew)") from None


def _points(gpx: GPX, name: str) -> list[Point]:
    """Return latitude, longitude and height of each point of the longest way there is."""
    tracks = [_way(point for segment in track.segments for point in segment.points) for track in gpx.tracks]
    routes = [_way(route.points) for route in gpx.routes]
    ways = [way for way in tracks if len(way) > 1] or [way for way in routes if len(way) > 1]
    if not ways:
        count = len(gpx.waypoints)
        held = f"{count} waypoint{'s' * (count > 1)} and " if count else ""
        raise InvalidWorkout(f"{name} holds {held}no track (export the course as a track)")
    for latitude, longitude, _ in (point for way in ways for point in way):
        if not (abs(latitude) <= 90 and abs(longitude) <= 360):  # noqa: PLR2004 - degrees
            raise InvalidWorkout(f"{name} has a point that is not on Earth: {latitude}, {longitude}")
    return max(ways, key=lambda way: distances([point[:2] for point in way])[-1])


def _way(points: Iterable[Any]) -> list[Point]:
    return [(point.latitude, point.longitude, _known(point.elevation)) for point in points]


def _known(height: float | None) -> float | None:
    return height if height is not None and isfinite(height) else None


def _heights(along: list[float], heights: list[float | None]) -> tuple[float, ...]:
    """Return all heights, the missing ones straight between their neighbours; none if too few are known."""
    known = [(where, height) for where, height in zip(along, heights, strict=True) if height is not None]
    if len(known) < max(2, KNOWN * len(heights)):
        return ()
    made: list[float] = []
    number = 0
    for where, height in zip(along, heights, strict=True):
        if height is not None:
            made.append(height)
            continue
        while number + 2 < len(known) and known[number + 1][0] < where:
            number += 1
        made.append(_between(where, *known[number : number + 2]))
    return tuple(made)


def _between(where: float, before: tuple[float, float], after: tuple[float, float]) -> float:
    if not before[0] < where < after[0]:
        return before[1] if where <= before[0] else after[1]
    return before[1] + (after[1] - before[1]) * (where - before[0]) / (after[0] - before[0])


class _CourseFile:
    """The name of a GPX file beside the document."""

    def read(self, node: Node, place: Place) -> Course | Failed:
        """Return the course."""
        if not isinstance(node, ScalarNode):
            return place.problem(node, "must be the name of a GPX file")
        return place.attempt(node, lambda: read_course(beside(place.source.folder, node.text)))

    def write(self, value: Course) -> Json:
        """Return the name of the file."""
        return value.name

    def schema(self) -> dict[str, Json]:
        """Describe the name."""
        return {"type": "string", "examples": ["course.gpx"]}


COURSE_FILE: Final = _CourseFile()
