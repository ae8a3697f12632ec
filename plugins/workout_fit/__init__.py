"""FIT workouts for GPS watches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core import ExportContext, Exporter, Workout, hookimpl
from workout_fit.devices import FIT, FitOptions

WORKOUT_API = 1


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the FIT workout format."""
    return [
        Exporter(
            name="fit",
            title="FIT workout for GPS watches",
            subject=Workout,
            suffix=".fit",
            media_type="application/vnd.ant.fit",
            supports=FIT,
            write=_write,
            options=FitOptions,
        )
    ]


def _write(workout: Workout, context: ExportContext) -> bytes:
    from workout_fit.encoder import encode

    return encode(workout, context)
