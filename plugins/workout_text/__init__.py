"""Plain text: workouts and plans to paste into a message, and steps that were typed into one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core import (
    Capabilities,
    ExportContext,
    Exporter,
    Feature,
    ImportContext,
    Importer,
    Plan,
    Workout,
    hookimpl,
)
from workout_text.options import TextOptions

WORKOUT_API = 1
IN_WORDS = Capabilities(features=frozenset(Feature) - {Feature.TAGS, Feature.POOL_LENGTH})
"""A message says what to do; tags and the length of a pool are not in it."""


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer plain text."""
    return [
        Exporter(
            name="text",
            title="Plain text, to paste into a message",
            subject=Workout | Plan,
            suffix=".txt",
            media_type="text/plain",
            supports=IN_WORDS,
            write=_write,
            options=TextOptions,
        )
    ]


@hookimpl
def workout_importers() -> Iterable[Importer]:
    """Read steps in the notation, with a title or without."""
    return [
        Importer(
            name="text",
            title="Plain text, steps in the notation",
            suffixes=(".txt",),
            read=_read,
            recognises=_recognises,
        )
    ]


def _write(subject: Workout | Plan, context: ExportContext[TextOptions]) -> bytes:
    from workout_text.writer import plan_text, workout_text

    text = plan_text(subject, context) if isinstance(subject, Plan) else workout_text(subject, context)
    return text.encode()


def _read(data: bytes, context: ImportContext) -> Workout:
    from workout_text.reader import read_text

    return read_text(data, context)


def _recognises(data: bytes) -> bool:
    from workout_text.recognition import looks_like_notation

    return looks_like_notation(data)
