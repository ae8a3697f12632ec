"""Markdown: a training log with boxes to tick, which reads back."""

from __future__ import annotations

import re
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
from workout_markdown.options import MarkdownOptions

WORKOUT_API = 1
_LOG = re.compile(rb"# [^\n]*\r?\n\s*\*[^*\n]+\*\r?\n|# (?s:.)*?\n(?:[-*+] \[[ xX]\] |```steps\b)")
"""A title and below it a line in italics, as it is written; or one with a box to tick, or with steps."""
IN_WORDS = Capabilities(features=frozenset(Feature) - {Feature.TAGS, Feature.POOL_LENGTH})
"""A log says what to do; tags and the length of a pool are not in it."""


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer Markdown."""
    return [
        Exporter(
            name="markdown",
            title="Markdown training log, with boxes to tick",
            subject=Workout | Plan,
            suffix=".md",
            media_type="text/markdown",
            supports=IN_WORDS,
            write=_write,
            options=MarkdownOptions,
        )
    ]


@hookimpl
def workout_importers() -> Iterable[Importer]:
    """Read a log, its steps where they are in the notation."""
    return [
        Importer(
            name="markdown",
            title="Markdown training log",
            suffixes=(".md", ".markdown"),
            read=_read,
            recognises=_recognises,
        )
    ]


def _write(subject: Workout | Plan, context: ExportContext[MarkdownOptions]) -> bytes:
    from workout_markdown.writer import plan_markdown, workout_markdown

    text = (
        plan_markdown(subject, context) if isinstance(subject, Plan) else workout_markdown(subject, context)
    )
    return text.encode()


def _read(data: bytes, context: ImportContext) -> Workout | Plan:
    from workout_markdown.reader import read_log

    return read_log(data, context)


def _recognises(data: bytes) -> bool:
    return bool(_LOG.match(data))
