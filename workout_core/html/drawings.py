"""The pictures of a workout that a page shows: one to read, and a small one to recognize it by."""

from __future__ import annotations

from workout_core.analysis.reading import Reading
from workout_core.html.markup import Markup
from workout_core.html.pictures import profile_picture, thumbnail


def drawn(reading: Reading) -> Markup:
    """Return the picture of a workout, with its words."""
    return profile_picture(reading)


def drawn_small(reading: Reading) -> Markup:
    """Return the picture of a workout as small as a line of words or two."""
    return thumbnail(reading)
