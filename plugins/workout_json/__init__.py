"""The native document as JSON: lossless, for machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core import (
    Athlete,
    Capabilities,
    DocumentError,
    ExportContext,
    Exporter,
    Feature,
    ImportContext,
    Importer,
    Plan,
    Problem,
    Squad,
    Workout,
    hookimpl,
)

WORKOUT_API = 1
EVERYTHING = Capabilities(features=frozenset(Feature))


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the native document."""
    return [
        Exporter(
            name="json",
            title="workout-core document, lossless",
            subject=Workout | Plan,
            suffix=".json",
            media_type="application/json",
            supports=EVERYTHING,
            write=_write,
        )
    ]


@hookimpl
def workout_importers() -> Iterable[Importer]:
    """Read what was written."""
    return [Importer(name="json", title="workout-core document", suffixes=(".json",), read=_read)]


def _write(subject: Workout | Plan, _context: ExportContext) -> bytes:
    from workout_core import write_json

    return write_json(subject).encode()


def _read(data: bytes, _context: ImportContext) -> Workout | Plan:
    from workout_core import read_bytes

    document = read_bytes(data, is_json=True)
    if isinstance(document, (Athlete, Squad)):
        kind = "an athlete" if isinstance(document, Athlete) else "a squad"
        raise DocumentError([Problem(message=f"is {kind}, not a workout or a plan")])
    return document
