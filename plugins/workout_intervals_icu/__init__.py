"""The text of the workout builder of intervals.icu, from which it makes workouts for many watches."""

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
    Sport,
    Workout,
    hookimpl,
)
from workout_intervals_icu.options import ReadOptions

WORKOUT_API = 1
_PACES = frozenset({Feature.SPEED, Feature.SPEED_ZONE, Feature.SHARE_OF_THRESHOLD_PACE})
_WITH_PACES = [sport for sport in Sport if sport.on_foot or sport.in_water or sport.in_rowing]
TEXT = Capabilities(
    features={
        Feature.REPEAT,
        Feature.TIME,
        Feature.DISTANCE,
        Feature.LAP_BUTTON,
        Feature.POWER,
        Feature.CADENCE,
        Feature.RAMP,
        Feature.SECOND_TARGET,
        Feature.HEART_RATE_ZONE,
        Feature.POWER_ZONE,
        Feature.SHARE_OF_THRESHOLD_HEART_RATE,
        Feature.SHARE_OF_MAX_HEART_RATE,
        Feature.SHARE_OF_FTP,
        Feature.RELATIVE,
        Feature.CUE,
        Feature.DESCRIPTION,
    },
    by_sport={
        sport: _PACES | ({Feature.POOL_LENGTH} if sport is Sport.POOL_SWIMMING else frozenset())
        for sport in _WITH_PACES
    },
    max_name_bytes=100,
)
"""Heart rates are shares or zones there, never beats; a cycling step holds no pace."""


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the text for the workout builder."""
    return [
        Exporter(
            name="intervals-icu",
            title="intervals.icu workout text (not yet tried on the service)",
            subject=Workout,
            suffix=".icu.txt",
            media_type="text/plain",
            supports=TEXT,
            write=_write,
        )
    ]


@hookimpl
def workout_importers() -> Iterable[Importer]:
    """Read what people write in the workout builder."""
    return [
        Importer(
            name="intervals-icu",
            title="intervals.icu workout text",
            suffixes=(".icu.txt",),
            read=_read,
            options=ReadOptions,
            recognises=_recognises,
        )
    ]


def _write(workout: Workout, context: ExportContext) -> bytes:
    from workout_intervals_icu.writer import write_text

    return write_text(workout, context).encode()


def _read(data: bytes, context: ImportContext[ReadOptions]) -> Workout:
    from workout_intervals_icu.reader import read_text

    return read_text(data, context)


def _recognises(data: bytes) -> bool:
    from workout_intervals_icu.recognition import looks_like_steps

    return looks_like_steps(data)
