"""A format that is called as the pipeline calls it, and watched: what it raises, prints and gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from attrs import evolve

from workout_core.errors import WorkoutError, say_error
from workout_core.exercises.book import BOOK
from workout_core.formats.context import ExportContext
from workout_core.formats.exporter import Exporter
from workout_core.formats.losses import Loss
from workout_core.hookspecs import hookimpl
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export
from workout_core.plugins import Registry
from workout_core.testing.copies import copied

NOW: Final = datetime(2026, 8, 1, tzinfo=UTC)
DAY: Final = date(2026, 8, 4)


class _WriterError(WorkoutError):
    """A writer raised what it should not; as a WorkoutError, which the pipeline lets through."""


def written(
    subject: Workout | Plan,
    exporter: Exporter[Any],
    options: Mapping[str, str],
    athlete: Athlete | None = None,
) -> tuple[tuple[bytes, ...], tuple[Loss, ...]]:
    """Return the bytes of each file that *exporter* makes of *subject*, and what is lost.

    The writer gets a copy, so that what it changes harms no other test.

    Raises:
        AssertionError: the writer raises something else than a WorkoutError, or gives no bytes.
        WorkoutError: the core or the writer refuses the subject.
    """

    def write(simple: Any, context: ExportContext[Any]) -> bytes:
        try:
            data: object = exporter.write(copied(simple), evolve(context, exercises=BOOK))
        except WorkoutError:
            raise
        except Exception as error:
            raise _WriterError from error
        if not isinstance(data, bytes):
            raise _WriterError from TypeError(f"it gave {type(data).__name__}, not bytes")
        return data

    watched = evolve(exporter, write=write)
    try:
        files = export(
            subject,
            exporter.name,
            registry=Registry.of(kit=_Offering(watched)),
            options=options,
            athlete=athlete,
            day=DAY,
            now=NOW,
        )
    except _WriterError as crash:
        cause = crash.__cause__ or crash
        if isinstance(cause, AssertionError):
            raise cause from None
        raise AssertionError(
            f"{subject.name!r}: write raises {say_error(cause)} (raise a WorkoutError)"
        ) from cause
    losses = tuple(loss for file in files for loss in file.losses)
    return tuple(file.data for file in files), losses


class _Offering:
    """A plugin that offers one format."""

    def __init__(self, exporter: Exporter[Any]) -> None:
        self._exporter = exporter

    @hookimpl
    def workout_exporters(self) -> list[Exporter[Any]]:
        """Offer the format."""
        return [self._exporter]
