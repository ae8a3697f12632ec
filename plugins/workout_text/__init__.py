"""Plain text: workouts and plans to paste into a message, and steps that were typed into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """Read steps in the notation or as coaches type them, one workout or several."""
    return [
        Importer(
            name="text",
            title="Plain text, as in an e-mail",
            suffixes=(".txt",),
            read=_read,
            read_all=_read_all,
            recognises=_recognises,
        )
    ]


def _write(subject: Workout | Plan, context: ExportContext[TextOptions]) -> bytes:
    from workout_text.writer import plan_text, workout_text

    text = plan_text(subject, context) if isinstance(subject, Plan) else workout_text(subject, context)
    return text.encode()


def _read(data: bytes, context: ImportContext) -> Workout:
    from workout_text.reader import read_one

    return read_one(data, context)


def _read_all(data: bytes, context: ImportContext) -> Sequence[Workout]:
    from workout_text.reader import read_text

    return read_text(data, context)


def _recognises(data: bytes) -> bool:
    from workout_core import looks_like_message

    return looks_like_message(data.decode("utf-8", errors="replace").replace("\r\n", "\n"))
