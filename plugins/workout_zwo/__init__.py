"""Workouts for Zwift and whatever else takes its files: written, and read as they are found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core import ExportContext, Exporter, ImportContext, Importer, Workout, hookimpl
from workout_zwo.options import ZWO, ZwoOptions, ZwoReading

WORKOUT_API = 1


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the ZWO format."""
    return [
        Exporter(
            name="zwo",
            title="Zwift workout, for bike and run",
            subject=Workout,
            suffix=".zwo",
            media_type="application/xml",
            supports=ZWO,
            write=_write,
            options=ZwoOptions,
        )
    ]


@hookimpl
def workout_importers() -> Iterable[Importer]:
    """Read the ZWO files of any program."""
    return [
        Importer(
            name="zwo",
            title="Zwift workout",
            suffixes=(".zwo",),
            read=_read,
            options=ZwoReading,
            recognises=_recognises,
        )
    ]


def _write(workout: Workout, context: ExportContext[ZwoOptions]) -> bytes:
    from workout_zwo.writer import write_zwo

    return write_zwo(workout, context)


def _read(data: bytes, context: ImportContext[ZwoReading]) -> Workout:
    from workout_zwo.reader import read_zwo

    return read_zwo(data, context)


def _recognises(data: bytes) -> bool:
    # a text in UTF-16 has a zero beside each of these letters
    return b"<workout_file" in data.replace(b"\0", b"").lower()
