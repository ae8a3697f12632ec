"""A GPX file beside a document → the course of a race."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workout_core.documents.gpx_points import believable_heights, filled, reachable
from workout_core.documents.gpx_reader import Point, Ways, read_gpx
from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import beside
from workout_core.documents.source import Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.errors import InvalidWorkout, shown
from workout_core.files.opening import read_file, read_inside
from workout_core.files.paths import FilesRead
from workout_core.languages import gettext, ngettext
from workout_core.model.course import Course

LARGEST: Final = 20_000_000


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
        raise InvalidWorkout(gettext("there is no file {name}", name=shown(str(path)))) from None
    except IsADirectoryError:
        told = gettext("{name} is a folder, not a GPX file", name=repr(str(path)))
        raise InvalidWorkout(told) from None
    return course_of(data, file.name)


def course_of(data: bytes, name: str) -> Course:
    """Read a course from the bytes of a GPX file called *name*; raises as :func:`read_course`."""
    if len(data) > LARGEST:
        most = LARGEST // 1_000_000
        raise InvalidWorkout(
            gettext("{name} is larger than {most} MB, which no course is", name=name, most=most)
        )
    along, points = _longest(read_gpx(data, name), name)
    heights = filled(along, believable_heights(along, points, name))
    try:
        return Course(along=tuple(along), heights=heights, name=name)
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{name}: {error}") from None


def _longest(found: Ways, name: str) -> tuple[list[float], Sequence[Point]]:
    """Return how far along the longest way there is each of its points lies, and these; without strays."""
    ways = found.tracks or found.routes
    if not ways:
        raise InvalidWorkout(_without_ways(name, found.waypoints))
    longest = max((reachable(way.points) for way in ways), key=lambda each: each.along[-1])
    longest.warn(name)
    return longest.along, longest.points


def _without_ways(name: str, waypoints: int) -> str:
    if not waypoints:
        return gettext("{name} holds no track (export the course as a track)", name=name)
    return ngettext(
        "{name} holds {n} waypoint and no track (export the course as a track)",
        "{name} holds {n} waypoints and no track (export the course as a track)",
        waypoints,
        name=name,
    )


class _CourseFile:
    """The name of a GPX file beside the document."""

    def read(self, node: Node, place: Place) -> Course | Failed:
        """Return the course."""
        if not isinstance(node, ScalarNode):
            return place.problem(node, gettext("must be the name of a GPX file"))
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
