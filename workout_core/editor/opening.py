"""A file of any readable format → the document that a person would write."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import Final

from attrs import evolve, field, frozen

from workout_core.documents.decoding import decoded
from workout_core.documents.gpx import course_of
from workout_core.documents.reader import is_document
from workout_core.documents.writer import write_yaml
from workout_core.documents.yaml_writer import yaml_of
from workout_core.editor.desk import heard, problems_of, registry
from workout_core.editor.underlining import Remark, Severity, remarks
from workout_core.errors import InvalidWorkout, WorkoutError
from workout_core.languages import gettext
from workout_core.pipeline.importing import Imported, Importers
from workout_core.units import NAMED_DISTANCES, write_clock, write_distance

_OWN: Final = (".yaml", ".yml", ".json")
_COURSE: Final = ".gpx"
_NEAR: Final = 0.015
"""Measured courses are that much off."""
_SECONDS_A_METRE: Final = 0.36
"""Six minutes a kilometre: a goal that somebody will want to change."""


@frozen(kw_only=True)
class Open:
    """Ask what is in a file.

    Attributes:
        name: of the file.
        data: its bytes, in base64; or
        text: the same of a text that was pasted.
        source: the importer that reads it, and its options; found out if left out.
    """

    name: str = ""
    data: str = ""
    text: str = ""
    source: str = ""


@frozen(kw_only=True)
class Opened:
    """A document.

    Attributes:
        text: of the document.
        name: what it may be called.
        format: that the file was in; empty of a document.
        others: the documents of further workouts in the file.
        files: texts that the document names, to be held beside it.
        warnings: what is doubtful, and what a document cannot hold.
        problems: what is wrong.
    """

    text: str = ""
    name: str = ""
    format: str = ""
    others: tuple[str, ...] = ()
    files: Mapping[str, str] = field(factory=dict)
    warnings: tuple[Remark, ...] = ()
    problems: tuple[Remark, ...] = ()


def open_(asked: Open) -> Opened:
    """Return the document of a file."""
    told: list[str] = []
    try:
        data = b64decode(asked.data, validate=True) if asked.data else asked.text.encode()
    except ValueError:
        raise InvalidWorkout("data: must be in base64") from None
    try:
        with heard(told):
            opened = _opened(asked, data)
    except WorkoutError as error:
        return Opened(problems=remarks(problems_of(error), Severity.ERROR, asked.name))
    doubts = tuple(Remark(severity=Severity.WARNING, message=each) for each in told)
    return evolve(opened, warnings=(*opened.warnings, *doubts))


def _opened(asked: Open, data: bytes) -> Opened:
    stem = asked.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or "workout"
    if asked.name.casefold().endswith(_COURSE):
        return _course(data, asked.name, stem)
    if not asked.source and is_document(data):
        return Opened(text=decoded(data, asked.name), name=asked.name)
    importers = Importers(registry, asked.source, all_of=asked.name)
    subject = importers(data, asked.name)
    if subject is None:
        return Opened(text=decoded(data, asked.name), name=asked.name)
    first, *others = importers.read
    return Opened(
        text=write_yaml(first.subject),
        name=f"{stem}.yaml",
        format=first.format,
        others=tuple(write_yaml(each.subject) for each in others),
        warnings=(*remarks(first.warnings, Severity.WARNING, asked.name), *_lost(importers.read)),
        problems=remarks(importers.refused, Severity.ERROR, asked.name),
    )


def _lost(read: list[Imported]) -> tuple[Remark, ...]:
    return tuple(
        Remark(severity=Severity.WARNING, message=str(loss), path=loss.path or None)
        for each in read
        for loss in each.losses
    )


def _course(data: bytes, file: str, stem: str) -> Opened:
    """Return a race over the course of a GPX file, whose goal is to be written."""
    course = course_of(data, file)
    metres = write_distance(_as_raced(course.along[-1]))
    text = yaml_of(
        {
            "workout": gettext("Race over {course}", course=stem),
            "recipe": "race",
            "distance": metres,
            "goal": write_clock(round(course.along[-1] * _SECONDS_A_METRE, -1)),
            "course": file,
        }
    )
    return Opened(text=text, name=f"{stem}.yaml", format="gpx", files={file: decoded(data, file)})


def _as_raced(metres: float) -> float:
    """Return what a race over *metres* is called: what people race, or whole kilometres, if it is near."""
    known = (*NAMED_DISTANCES.values(), 1000.0 * max(round(metres / 1000), 1))
    nearest = min(known, key=lambda each: abs(each - metres))
    return nearest if abs(nearest - metres) <= _NEAR * metres else round(metres, -1)
