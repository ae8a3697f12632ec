"""What people may choose about their pictures."""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import frozen

from workout_core import InvalidWorkout, PictureTheme, gettext, parameter

NARROWEST, WIDEST = 240, 4000
USUAL_WIDTH: Final = 720
USUAL_PIXELS: Final = 1440


def _check_width(name: str, width: int) -> None:
    if not NARROWEST <= width <= WIDEST:
        message = gettext(
            "{name} must be {least} to {most}: {given}", name=name, least=NARROWEST, most=WIDEST, given=width
        )
        raise InvalidWorkout(message)


@frozen(kw_only=True)
class SvgOptions:
    """What ``-O`` sets for SVG."""

    theme: PictureTheme = parameter(
        says="light, dark, or what the reader's system prefers", default=PictureTheme.AUTO
    )
    width: int = parameter(says="how wide it is; a wider one has room for more words", default=USUAL_WIDTH)

    def __attrs_post_init__(self) -> None:
        _check_width("width", self.width)


class PaperColour(Enum):
    """What pixels are drawn on, since nobody asks the reader."""

    LIGHT = "light"
    DARK = "dark"


@frozen(kw_only=True)
class PngOptions:
    """What ``-O`` sets for PNG."""

    theme: PaperColour = parameter(says="light or dark", default=PaperColour.LIGHT)
    width: int = parameter(
        says="how wide the drawing is; a wider one has room for more words", default=USUAL_WIDTH
    )
    pixels: int = parameter(says="how many pixels wide it is drawn", default=USUAL_PIXELS)

    def __attrs_post_init__(self) -> None:
        _check_width("width", self.width)
        _check_width("pixels", self.pixels)
