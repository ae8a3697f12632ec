"""A GPX file beside a document → the course of a race."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from workout_core.documents.gpx_reader import Way, Ways, read_gpx
from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import beside
from workout_core.documents.source import Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.errors import InvalidWorkout, shown
from workout_core.files.opening import read_file, read_inside
from workout_core.files.paths import FilesRead
from workout_core.model.course import Course
from workout_core.science.course import distances

LARGEST: Final = 20_000_000
KNOWN: Final = 0.5
"""The share of points that must have a height for the others to be filled in between them."""


def read_course(
    path: str | os.PathLike[str], *, folder: Path | None = None, files: FilesRead | None = None
) -> Course:
    """Read the longest track, or else route, of a GPX file.

    Args:
        path: the file.
        folder: where it has to be, or below, if a document names it.
        files: notes that it was read.

    Returns:
        The course; without heights when the file has none, or hardly any.

    Raises:
        InvalidWorkout: there is no such file, it is no GPX, or it holds no track.
        OSError: the disk would not give it.
    """
    file = Path(path)
    try:
        noted = files or FilesRead()
        data = read_inside(folder, file, LARGEST, noted) if folder else read_file(file, LARGEST, noted)
    except InvalidWorkout:
        raise
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise InvalidWorkout(f"there is no file {shown(str(path))}") from None
    except IsADirectoryError:
        raise InvalidWorkout(f"{str(path)!r} is a folder, not a GPX file") from None
    return course_of(data, file.name)


def course_of(data: bytes, name: str) -> Course:
    """Read a course from the bytes of a GPX file called *name*; raises as :func:`read_course`."""
    if len(data) > LARGEST:
        raise InvalidWorkout(f"{name} is larger than {LARGEST // 1_000_000} MB, which no course is")
    along, way = _longest(read_gpx(data, name), name)
    heights = _heights(along, [point.elevation for point in way.points])
    try:
        return Course(along=tuple(along), heights=heights, name=name)
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{name}: {error}") from None


def _longest(found: Ways, name: str) -> tuple[list[float], Way]:
    """Return the longest way there is, and how far along it each of its points lies."""
    ways = found.tracks or found.routes
    if not ways:
        count = found.waypoints
        held = f"{count} waypoint{'s' * (count > 1)} and " if count else ""
        raise InvalidWorkout(f"{name} holds {held}no track (export the course as a track)")
    measured = ((distances([point[:2] for point in way.points]), way) for way in ways)
    return max(measured, key=lambda each: each[0][-1])


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
        source = place.source

        def read() -> Course:
            path, home = beside(source, node.text)
            return read_course(path, folder=home, files=source.files)

        return place.attempt(node, read)

    def write(self, value: Course) -> Json:
        """Return the name of the file."""
        return value.name

    def schema(self) -> dict[str, Json]:
        """Describe the name."""
        return {"type": "string", "examples": ["course.gpx"]}


COURSE_FILE: Final = _CourseFile()
