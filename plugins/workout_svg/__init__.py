"""Pictures: the profile of a workout as SVG, and as PNG where resvg-py is installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core import Capabilities, ExportContext, Exporter, Feature, Workout, hookimpl
from workout_svg.options import PngOptions, SvgOptions

WORKOUT_API = 1
IN_A_PICTURE = Capabilities(
    features=frozenset(Feature)
    - {Feature.CUE, Feature.DESCRIPTION, Feature.LINKS, Feature.TAGS, Feature.POOL_LENGTH}
)
"""A picture shows what to do, and its words tell it; what is said besides has no room there."""


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer pictures."""
    return [
        Exporter(
            name="svg",
            title="Picture of the profile",
            subject=Workout,
            suffix=".svg",
            media_type="image/svg+xml",
            supports=IN_A_PICTURE,
            write=_write_svg,
            options=SvgOptions,
        ),
        Exporter(
            name="png",
            title="Picture of the profile, in pixels",
            subject=Workout,
            suffix=".png",
            media_type="image/png",
            supports=IN_A_PICTURE,
            write=_write_png,
            options=PngOptions,
        ),
    ]


def _write_svg(workout: Workout, context: ExportContext[SvgOptions]) -> bytes:
    from workout_svg.drawing import svg

    return svg(workout, context, context.options.theme).encode()


def _write_png(workout: Workout, context: ExportContext[PngOptions]) -> bytes:
    from workout_svg.pixels import png

    return png(workout, context)
