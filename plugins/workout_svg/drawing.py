"""A workout as SVG, and what the picture does not show as losses."""

from __future__ import annotations

from typing import Any

from workout_core import ExportContext, PictureTheme, Workout, picture_words, profile_svg


def svg(workout: Workout, context: ExportContext[Any], theme: PictureTheme) -> str:
    """Return the picture of *workout*, and tell what is left out of it."""
    reading = context.reading(workout)
    for each in picture_words(reading).left_out:
        context.lose("", "picture", each)
    return profile_svg(reading, width=context.options.width, theme=theme)
